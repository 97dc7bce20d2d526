"""The review of a store into a folder of readable files, and back into the same or another store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from dashboard.errors import StoreError
from dashboard.store.access import Store
from dashboard.store.review import Decision, Desk, Link, SetAside, readable


class Taken(NamedTuple):
    """How many documents and decisions an import added, and how many were there already."""

    documents: int
    decisions: int
    known: int


def export(store: Store, folder: Path) -> dict[str, int]:
    """Writes everything that people entered into a new folder; returns the number of lines of each file."""
    with store.reading_decisions() as decisions:
        return readable.write(folder, store.documents(), decisions, store.set_aside(), store.links())


def take_in(store: Store, folder: Path) -> Taken:
    """Adds what an export holds and the store does not, all or nothing; nothing that is there changes.

    Raises StoreError where a file cannot be read, or where both hold different decisions of one version.
    """
    aside: dict[str, list[SetAside]] = defaultdict(list)
    alike: dict[str, list[Link]] = defaultdict(list)
    for one in readable.set_aside(folder):
        aside[one.document_id].append(one)
    for link in readable.links(folder):
        alike[link.document_id].append(link)
    with store.reviewing() as desk:
        known = 0
        documents = list(readable.documents(folder))
        for kept in documents:
            known += not desk.add(kept, (), aside[kept.document.id], alike[kept.document.id])
        added, there = _decisions(desk, readable.decisions(folder))
        return Taken(len(documents) - known, added, known + there)


def _decisions(desk: Desk, told: Iterable[Decision]) -> tuple[int, int]:
    """Adds the decisions that the store lacks; returns how many it lacked and how many it held."""
    numbers: dict[int, int] = {}
    added = there = 0
    for decided in told:
        held = desk.of_version(decided.claim.claim_id, decided.version)
        if held is None:
            undoes = numbers[decided.undoes] if decided.undoes is not None else None
            numbers[decided.number] = desk.restore(replace(decided, undoes=undoes)).number
            added += 1
        elif (held.claim, held.deed, held.by, held.at) == (decided.claim, decided.deed, decided.by, decided.at):
            numbers[decided.number] = held.number
            there += 1
        else:
            raise StoreError(
                f"{held.claim.claim_id}: version {held.version} was {held.deed} by {held.by} here, but {decided.deed} "
                f"by {decided.by} in the files. Nothing was taken in; import them into a new store instead"
            )
    return added, there

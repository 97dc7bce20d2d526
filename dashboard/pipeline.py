"""Files to one immutable `Losses`: the only place where readers, extractor and registers meet."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.errors import CorrectionError, Problem
from dashboard.extract import extract
from dashboard.losses import Losses, completed, counted_of, series_of
from dashboard.model import Anomaly, Claim, Claimant, Document, Extraction, Status
from dashboard.observations import observations
from dashboard.series import SeriesQuery, daily_series
from dashboard.sources import anomalies, claimants, conflict, documents, estimates, reports
from dashboard.sources.general_staff import DATASET
from dashboard.store import Freshness, Store, told_of_aside

__all__ = ["Losses", "SeriesQuery", "Synced", "build", "counted_of", "of_reports", "series_of", "synced_of"]


@dataclass(frozen=True, slots=True)
class Synced:
    """What a store holds: every vintage of every report, corrections, which series they are, and a mark of the state.

    `reports` are rows of `Store.history`, `corrections` of `Store.corrections`, `series` (claimant, subject, category),
    `entered` the documents that people added, with the claims that are accepted or await a decision; `recorded_as_of`
    is the moment of a replay, `problems` what must be said of the store itself.
    """

    reports: tuple[Mapping[str, Any], ...] = ()
    corrections: tuple[Mapping[str, Any], ...] = ()
    series: frozenset[tuple[str, str, str]] = frozenset()
    stamp: str = ""
    freshness: Freshness | None = None
    recorded_as_of: datetime | None = None
    entered: tuple[Extraction, ...] = ()
    problems: tuple[Problem, ...] = ()


NOTHING_SYNCED = Synced()


def of_reports(reports: Iterable[Mapping[str, Any]]) -> Synced:
    """Reports without a history as if a store held them."""
    rows = tuple(reports)
    return Synced(rows, series=frozenset(map(_series_of, rows)))


def synced_of(store: Store, recorded_as_of: datetime | None = None) -> Synced:
    """What the store holds, or held at `recorded_as_of`; a series it came to know later is then unknown, not shipped.

    Raises StoreError where the store cannot be read.
    """
    everything = store.history()
    reports = everything if recorded_as_of is None else store.history(recorded_as_of)
    return Synced(
        reports=tuple(reports),
        corrections=tuple(store.corrections(recorded_as_of)),
        series=frozenset(map(_series_of, everything)),
        stamp=f"{store.stamp()} {recorded_as_of or ''}".strip(),
        freshness=store.freshness(),
        recorded_as_of=recorded_as_of,
        entered=tuple(_entered(store, recorded_as_of)),
        problems=told_of_aside(store),
    )


def _entered(store: Store, recorded_as_of: datetime | None) -> Iterator[Extraction]:
    """The documents of the store, each with its claims as they stand and the figures set aside in it."""
    claims, aside = defaultdict(list), defaultdict(list)
    for held in store.held(recorded_as_of):
        if held.status is not Status.REJECTED:
            claims[held.claim.document_id].append(held.claim)
    for one in store.set_aside():
        aside[one.document_id].append(one)
    for kept in store.documents(recorded_as_of):
        read = kept.document
        yield Extraction(read, tuple(claims[read.id]), tuple(one.rejection(read) for one in aside[read.id]))


def build(data_dir: Path, synced: Synced = NOTHING_SYNCED) -> Losses:
    """All that `data_dir` holds, read and normalised; what cannot be read is left out and listed in `problems`.

    `synced` is what a store holds; a series that it knows takes the place of the one that ships. Raises DocumentError
    where `conflict.toml` or the folder itself is unusable, since nothing has meaning then.
    """
    war = conflict.read(data_dir / "conflict.toml")
    people, problems = claimants.read(data_dir / "claimants.toml")
    register, more = anomalies.read(data_dir / "anomalies.toml")
    shipped, report_problems = reports.read(data_dir / "reports.csv", people)
    published, estimate_problems = estimates.read(data_dir / "estimates.csv", people, war.start)
    notes, note_problems = _documents(data_dir / "articles")
    extractions = (*(extract(note, people, war) for note in notes), *synced.entered)
    losses = Losses(
        data_dir=data_dir,
        conflict=war,
        claimants=people,
        anomalies=_with_corrections(register, synced.corrections),
        extractions=extractions,
        estimates=tuple(published),
        observations=_observed(shipped, synced, extractions, published, people),
        problems=(*synced.problems, *problems, *more, *report_problems, *estimate_problems, *note_problems),
        version=fingerprint(data_dir, synced.stamp),
    )
    return _guarded(losses)


def _documents(folder: Path) -> tuple[list[Document], list[Problem]]:
    """The documents of a folder, and what could not be read."""
    read = list(documents.read_folder(folder))
    return [d for d in read if isinstance(d, Document)], [p for p in read if isinstance(p, Problem)]


def _observed(
    shipped: Iterable[Mapping[str, Any]],
    synced: Synced,
    extractions: Iterable[Extraction],
    published: Iterable[Claim],
    people: Mapping[str, Claimant],
) -> pd.DataFrame:
    """The observations of reports and claims; of a series that was synced, the store's reports alone."""
    kept = [row for row in shipped if _series_of(row) not in synced.series]
    entered = {read.document.id for read in synced.entered}
    claims = [claim for read in extractions for claim in read.claims if claim.status is Status.ACCEPTED]
    told = [
        claim
        for claim in [*claims, *published]
        if claim.document_id in entered or _known_by(claim, synced.recorded_as_of)
    ]
    return observations([*kept, *synced.reports], told, people)


def _known_by(claim: Claim, moment: datetime | None) -> bool:
    """Whether a replay may know the claim: what ships keeps no moment of recording, but none before publication."""
    return moment is None or (claim.published is not None and claim.published <= moment.date())


def _with_corrections(register: Iterable[Anomaly], published: Iterable[Mapping[str, Any]]) -> tuple[Anomaly, ...]:
    """The register, and the dataset's own corrections of days that it does not speak of."""
    known = tuple(register)
    spoken = {(a.claimant, a.subject, a.category, a.start) for a in known if a.kind == "correction"}
    return known + tuple(
        Anomaly(
            kind="correction",
            claimant=row["claimant"],
            subject=row["subject"],
            category=row["category"],
            start=row["published"],
            end=row["published"],
            reason="The public dataset registers a correction of earlier days.",
            source=DATASET.address,
            amount=row["amount"],
        )
        for row in published
        if row["amount"] and (*_series_of(row), row["published"]) not in spoken
    )


def _series_of(row: Mapping[str, Any]) -> tuple[str, str, str]:
    return row["claimant"], row["subject"], row["category"]


def _guarded(losses: Losses) -> Losses:
    """The same without those anomalies that no longer fit the data; each is told as a problem."""
    misfits = {anomaly: error for group in _guards(losses) for anomaly, error in _misfits(losses, group)}
    if not misfits:
        return losses
    file = str(losses.data_dir / "anomalies.toml")
    told = tuple(Problem(file, None, str(error), "It is left out") for error in misfits.values())
    kept = tuple(anomaly for anomaly in losses.anomalies if anomaly not in misfits)
    return replace(losses, anomalies=kept, problems=losses.problems + told)


def _guards(losses: Losses) -> list[list[Anomaly]]:
    """The anomalies that expect something of the data, by series; one that expects nothing cannot fail to fit."""
    groups: dict[tuple[str, str, str], list[Anomaly]] = defaultdict(list)
    for anomaly in losses.anomalies:
        if anomaly.expected is not None or anomaly.kind == "no_update":
            groups[anomaly.claimant, anomaly.subject, anomaly.category].append(anomaly)
    return list(groups.values())


def _misfits(losses: Losses, group: Sequence[Anomaly]) -> list[tuple[Anomaly, CorrectionError]]:
    """Those anomalies of one series that do not fit it, each with the reason; all are tried at once first."""
    query = completed(losses, SeriesQuery(group[0].claimant, group[0].subject, group[0].category))
    try:
        daily_series(losses.observations, query, group)
    except CorrectionError as error:
        if len(group) == 1:
            return [(group[0], error)]
        return [misfit for anomaly in group for misfit in _misfits(losses, [anomaly])]
    return []


def fingerprint(data_dir: Path, stamp: str = "") -> str:
    """SHA-256 over the names and bytes of every file below `data_dir`, in order of name, and the store's stamp."""
    digest = hashlib.sha256(stamp.encode())
    for path in sorted(p for p in data_dir.rglob("*") if p.is_file()):
        digest.update(str(path.relative_to(data_dir)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()

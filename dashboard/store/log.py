"""The logs as values, and what a replay of them gives. Pure: no database here.

A log holds one entry per change. Entries of one report, ordered by `recorded_at`, are its history; an entry that
repeats the one before (the same change learnt twice, from a sync and from an imported history) is no change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Any, NamedTuple


class Entry(NamedTuple):
    """One change of one report: its running total from then on, or None where it was removed."""

    report_id: str
    published: date
    claimant: str
    subject: str
    category: str
    source_url: str
    total: float | None
    hedge: str
    recorded_at: datetime


class Correction(NamedTuple):
    """One change of a published correction: its signed amount from then on, or None where it was withdrawn."""

    published: date
    claimant: str
    subject: str
    category: str
    amount: float | None
    recorded_at: datetime


class Version(NamedTuple):
    """One version of a file of a dataset, as fetched: from where, its hash, and what it changed in the log."""

    file: str
    source: str
    etag: str | None
    sha256: str
    fetched_at: datetime
    rows: int
    added: int = 0
    changed: int = 0
    removed: int = 0


def end_of(day: date) -> datetime:
    """The last moment of the day, UTC."""
    return datetime.combine(day, time.max, tzinfo=UTC)


def histories(entries: Iterable[Entry]) -> Iterator[tuple[Entry, ...]]:
    """The history of each report: entries as given, grouped by report; they must come ordered by report and moment."""
    for _, group in groupby(entries, attrgetter("report_id")):
        yield tuple(group)


def ordered(entries: Iterable[Entry]) -> list[Entry]:
    """The entries by series, day and moment, as `histories` needs them."""
    return sorted(entries, key=attrgetter("claimant", "subject", "category", "published", "recorded_at"))


def standing(history: Sequence[Entry], as_of: date | None = None) -> Entry | None:
    """The entry that holds: the latest by the end of `as_of`, else the first; None where it says removed.

    Of entries that repeat one another the earliest is given, since that is when the value was recorded.
    """
    if len(history) > 1:
        known = _known(history, as_of)
        place = len(known) - 1
        while place and known[place - 1][6:8] == known[place][6:8]:
            place -= 1
        held = known[place]
    else:
        held = history[0]
    return held if held.total is not None else None


def _known(history: Sequence[Entry], as_of: date | None) -> Sequence[Entry]:
    """The entries recorded by the end of `as_of`, or the first alone where all came later."""
    if as_of is None:
        return history
    by = end_of(as_of)
    return [entry for entry in history if entry.recorded_at <= by] or history[:1]


def replayed(entries: Iterable[Entry], as_of: date | None = None) -> list[Entry]:
    """The reports that hold: those published by `as_of`, each with the value known by its end, or its first."""
    return [
        held
        for history in histories(entries)
        if (as_of is None or history[0].published <= as_of) and (held := standing(history, as_of))
    ]


def revisions(entries: Iterable[Entry], as_of: date | None = None) -> list[dict[str, Any]]:
    """Every later change or removal of a report's total: report_id … category, recorded_at, old_total, new_total.

    A removed report that comes back is told by its removal; coming back with another total, by that too.
    """
    rows = []
    for history in histories(entries):
        if len(history) > 1 and (as_of is None or history[0].published <= as_of):
            rows += [_revision(old, new) for old, new in pairwise(_known(history, as_of)) if _revised(old, new)]
    return rows


def _revised(old: Entry, new: Entry) -> bool:
    return old.total is not None and old.total != new.total


def _revision(old: Entry, new: Entry) -> dict[str, Any]:
    row = new._asdict() | {"old_total": old.total, "new_total": new.total}
    return {name: row[name] for name in REVISION_COLUMNS}


REVISION_COLUMNS = (
    "report_id", "published", "claimant", "subject", "category", "recorded_at", "old_total", "new_total",
)  # fmt: skip


def corrections_held(changes: Iterable[Correction]) -> list[Correction]:
    """The corrections that hold: the latest of each series and day, where it was not withdrawn."""
    latest: dict[tuple[Any, ...], Correction] = {}
    for change in sorted(changes, key=attrgetter("recorded_at")):
        latest[change[:4]] = change
    return sorted((held for held in latest.values() if held.amount is not None), key=lambda held: held[:4])


def difference(held: Mapping[str, Entry], wanted: Mapping[str, Entry], moment: datetime) -> list[Entry]:
    """The entries that turn `held` into `wanted` (both by report id), recorded at `moment`."""
    news = [
        entry._replace(recorded_at=moment)
        for name, entry in wanted.items()
        if name not in held or held[name][6:8] != entry[6:8]
    ]
    gone = [entry._replace(total=None, recorded_at=moment) for name, entry in held.items() if name not in wanted]
    return ordered(news + gone)

"""A dataset as read becomes entries of the log: held against what is stored, then written in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dashboard.sources.general_staff import CORRECTIONS, EQUIPMENT, PERSONNEL
from dashboard.store import Correction, Entry, Version
from dashboard.store.ledger import Ledger
from dashboard.store.log import corrections_held, difference, histories, ordered, replayed
from dashboard.sync.fetch import Fetched
from dashboard.sync.history import HISTORY, not_yet_in, with_hedges
from dashboard.sync.snapshot import Snapshot
from dashboard.sync.validation import doubts, notes, refuse_doubts


@dataclass(frozen=True, slots=True)
class Change:
    """What a sync does to one report: its total before and after, None where it was not there."""

    report_id: str
    published: date
    category: str
    old_total: float | None
    new_total: float | None
    old_hedge: str | None
    new_hedge: str | None

    @property
    def kind(self) -> str:
        """added, changed or removed."""
        return "added" if self.old_hedge is None else "removed" if self.new_hedge is None else "changed"


@dataclass(frozen=True, slots=True)
class Recorded:
    """What one sync wrote: net changes of reports, how much history, changed corrections, and what is worth saying."""

    changes: tuple[Change, ...] = ()
    learnt: tuple[Entry, ...] = ()
    corrections: tuple[Correction, ...] = ()
    notes: tuple[str, ...] = ()


def record(
    ledger: Ledger, files: Sequence[Fetched], snapshot: Snapshot, now: datetime, accept_jump: bool = False
) -> Recorded:
    """Writes the snapshot to the ledger; raises JumpRefused before anything is written.

    Changes are recorded `now`, or just after the newest entry where that is later (a clock that went back must not
    write into the past). Changes that the dataset's own history tells keep its moments.
    """
    log, marks = ledger.entries(), ledger.corrections()
    held = _by_id(replayed(log))
    wanted = _wanted(held, snapshot)
    learnt = not_yet_in(log, with_hedges(snapshot.history, lambda name: _hedge(name, wanted, held)))
    merged = ordered([*log, *learnt])
    between = _by_id(replayed(merged))
    if not accept_jump:
        refuse_doubts([*doubts(held, wanted), *doubts(between, wanted)])
    moment = max([now, *(when + timedelta(microseconds=1) for when in _moments(merged, marks))])
    changes = difference(between, wanted, moment)
    mended = _mended(corrections_held(marks), snapshot.corrections, moment)
    parts = _parts([one.file for one in files], changes, learnt)
    kinds = _kinds(ordered([*merged, *changes]))
    for one in files:
        _write(ledger, one, snapshot, now, parts[one.file], kinds, mended)
    standing = corrections_held([*marks, *mended])
    told = (*snapshot.notes, *notes(wanted.values(), standing))
    return Recorded(_net(held, wanted), tuple(learnt), tuple(mended), told)


def _moments(log: Iterable[Entry], marks: Iterable[Correction]) -> list[datetime]:
    return [one.recorded_at for one in log] + [one.recorded_at for one in marks]


def _by_id(entries: Iterable[Entry]) -> dict[str, Entry]:
    return {entry.report_id: entry for entry in entries}


def _wanted(held: Mapping[str, Entry], snapshot: Snapshot) -> dict[str, Entry]:
    """The reports that shall stand: those of the files read, and those held of a file that has not changed."""
    of_persons = {name: one for name, one in held.items() if one.category == "personnel"}
    of_things = {name: one for name, one in held.items() if one.category != "personnel"}
    persons = of_persons if snapshot.personnel is None else snapshot.personnel
    things = of_things if snapshot.equipment is None else snapshot.equipment
    return {**persons, **things}


def _hedge(report_id: str, wanted: Mapping[str, Entry], held: Mapping[str, Entry]) -> str | None:
    known = wanted.get(report_id) or held.get(report_id)
    return known.hedge if known else None


def _mended(held: Iterable[Correction], wanted: Iterable[Correction] | None, moment: datetime) -> list[Correction]:
    """The changes that turn the corrections held into those wanted; none where the file has not changed."""
    if wanted is None:
        return []
    before = {one[:4]: one for one in held}
    after = {one[:4]: one for one in wanted}
    new = [one for key, one in after.items() if key not in before or before[key].amount != one.amount]
    gone = [one._replace(amount=None) for key, one in before.items() if key not in after]
    return [one._replace(recorded_at=moment) for one in (*new, *gone)]


def _parts(files: Sequence[str], changes: Sequence[Entry], learnt: Sequence[Entry]) -> dict[str, list[Entry]]:
    """The entries that each file accounts for; where the history alone is new, it accounts for what it implies."""
    parts: dict[str, list[Entry]] = {file: [] for file in (*files, CORRECTIONS)}
    persons = PERSONNEL if PERSONNEL in files else HISTORY
    for entry in changes:
        parts[persons if entry.category == "personnel" else EQUIPMENT].append(entry)
    if learnt:
        parts[HISTORY] = [*learnt, *parts[HISTORY]]
    return parts


def _kinds(log: Iterable[Entry]) -> dict[tuple[str, datetime], str]:
    """What each entry of the log does to its report: added, changed, removed or, repeating, nothing."""
    kinds = {}
    for history in histories(log):
        before: float | None = None
        hedge = ""
        for entry in history:
            kinds[entry.report_id, entry.recorded_at] = _kind(before, hedge, entry)
            before, hedge = entry.total, entry.hedge
    return kinds


def _kind(before: float | None, hedge: str, entry: Entry) -> str:
    if (before, hedge) == (entry.total, entry.hedge):
        return "nothing"
    return "added" if before is None else "removed" if entry.total is None else "changed"


def _write(
    ledger: Ledger,
    one: Fetched,
    snapshot: Snapshot,
    now: datetime,
    entries: Sequence[Entry],
    kinds: Mapping[tuple[str, datetime], str],
    mended: Sequence[Correction],
) -> None:
    """Notes the version of a file, and under it the entries that it accounts for."""
    done = [kinds[entry.report_id, entry.recorded_at] for entry in entries]
    version = ledger.add_version(
        Version(
            one.file,
            one.source,
            one.etag,
            one.sha256,
            now,
            snapshot.rows[one.file],
            done.count("added"),
            done.count("changed"),
            done.count("removed"),
        )
    )
    ledger.record(entries, version)
    if one.file == CORRECTIONS:
        ledger.record_corrections(mended, version)


def _net(held: Mapping[str, Entry], wanted: Mapping[str, Entry]) -> tuple[Change, ...]:
    """What the reports that stand have become, in order of series and day."""
    changes = []
    for entry in ordered({**held, **wanted}.values()):
        old, new = held.get(entry.report_id), wanted.get(entry.report_id)
        if old is None or new is None or (old.total, old.hedge) != (new.total, new.hedge):
            changes.append(
                Change(
                    entry.report_id,
                    entry.published,
                    entry.category,
                    old and old.total,
                    new and new.total,
                    old and old.hedge,
                    new and new.hedge,
                )
            )
    return tuple(changes)

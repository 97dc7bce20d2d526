"""One sync from beginning to end: fetch all, read all, then write all or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dashboard.sources.general_staff import CORRECTIONS, DATASET, EQUIPMENT, PERSONNEL
from dashboard.store import Correction, Entry, Store, Version
from dashboard.sync.fetch import Fetched, Progress, fetched, place_of
from dashboard.sync.history import HISTORY
from dashboard.sync.recording import Change, Recorded, record
from dashboard.sync.snapshot import read_snapshot
from dashboard.wording import number, span

FILES, OPTIONAL = (PERSONNEL, EQUIPMENT, CORRECTIONS), (HISTORY,)
STEPS = len(FILES) + len(OPTIONAL) + 2


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a sync found and did.

    `files` are those of which a new version was stored; `changes` the net changes of reports, `learnt` the entries
    taken from the dataset's own history, `corrections` its changed corrections, `notes` what is worth saying.
    """

    source: str
    files: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    learnt: tuple[Entry, ...] = ()
    corrections: tuple[Correction, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def unchanged(self) -> bool:
        """Whether the source gave the versions already stored, and nothing was written."""
        return not self.files

    def counts(self) -> dict[str, int]:
        """How many reports were added, changed and removed."""
        kinds = [change.kind for change in self.changes]
        return {kind: kinds.count(kind) for kind in ("added", "changed", "removed")}


def quiet(_step: str, _done: int, _of: int) -> None:
    """Progress that nobody watches."""


def sync_from(
    source: str | None,
    store: Store,
    now: datetime,
    progress: Progress = quiet,
    accept_jump: bool = False,
) -> Outcome:
    """Brings the store to the dataset at `source` (a folder or an https address; None is the public one).

    `now` is the moment recorded, with its zone. `progress` is told (what is being done, steps done, of how many).
    Raises DocumentError where the source cannot be fetched or a row is at fault, its child JumpRefused where it differs
    from the last version by more than is plausible and `accept_jump` is not set, StoreError where the store cannot be
    written; in every case the store is as it was.
    """
    source = source or DATASET.raw
    newest = _newest(store.versions(DATASET.name))
    files = fetched(source, FILES, OPTIONAL, _etags(source, newest), lambda step, n, _of: progress(step, n, STEPS))
    fresh = _fresh(files, newest)
    if not fresh:
        progress("done", STEPS, STEPS)
        return Outcome(source)
    progress("checking", STEPS - 2, STEPS)
    snapshot = read_snapshot(fresh, now)
    progress("writing", STEPS - 1, STEPS)
    with store.writing(DATASET.name, DATASET.address, DATASET.credit) as ledger:
        # Asked again in our turn: another sync may have stored the same files while this one was reading them.
        fresh = _fresh(fresh, _newest(ledger.versions()))
        done = record(ledger, fresh, snapshot, now, accept_jump) if fresh else Recorded()
    progress("done", STEPS, STEPS)
    return _outcome(source, fresh, done)


def _outcome(source: str, fresh: list[Fetched], done: Recorded) -> Outcome:
    return Outcome(source, tuple(one.file for one in fresh), done.changes, done.learnt, done.corrections, done.notes)


def _etags(source: str, newest: dict[str, Version]) -> dict[str, str]:
    """The tags by which a server may say "not changed": of files whose newest version came from this very source."""
    return {file: one.etag for file, one in newest.items() if one.etag and one.source == place_of(source, file)}


def _newest(versions: list[Version]) -> dict[str, Version]:
    """The last version of each file."""
    return {version.file: version for version in versions}


def _fresh(files: list[Fetched], newest: dict[str, Version]) -> list[Fetched]:
    """The files that are not the version already stored."""
    known = {file: version.sha256 for file, version in newest.items()}
    return [one for one in files if one.content is not None and known.get(one.file) != one.sha256]


def in_words(outcome: Outcome) -> list[str]:
    """The outcome as sentences: what was added, changed (old → new) and removed, and what is worth saying."""
    if outcome.unchanged:
        return ["Nothing has changed since the last version; nothing was stored."]
    lines = [f"New versions stored of {', '.join(outcome.files)}."]
    lines += _of_kind(outcome, "added") + _of_kind(outcome, "changed") + _of_kind(outcome, "removed")
    if not outcome.changes:
        lines.append("No report was added, changed or removed.")
    if outcome.learnt:
        first, last = outcome.learnt[0].recorded_at.date(), outcome.learnt[-1].recorded_at.date()
        lines.append(f"History learnt: {number(len(outcome.learnt))} changes recorded {span(first, last)}.")
    if outcome.corrections:
        lines.append(f"Corrections published by the dataset: {number(len(outcome.corrections))} added or changed.")
    return lines + [f"Note: {note}." for note in outcome.notes]


_NAMED = 20


def _of_kind(outcome: Outcome, kind: str) -> list[str]:
    """The changes of one kind: each by itself where they are few, else by series."""
    changes = [change for change in outcome.changes if change.kind == kind]
    if len(changes) <= _NAMED:
        return [f"{kind}: {_of_report(change)}" for change in changes]
    by_series: dict[str, list[Change]] = {}
    for change in changes:
        by_series.setdefault(change.category, []).append(change)
    return [
        f"{kind}: {number(len(some))} reports of {category.replace('_', ' ')}, "
        f"published {span(some[0].published, some[-1].published)}"
        for category, some in by_series.items()
    ]


def _of_report(change: Change) -> str:
    figures = [number(total) for total in (change.old_total, change.new_total) if total is not None]
    if change.old_hedge and change.new_hedge and change.old_hedge != change.new_hedge:
        figures = [
            f"{hedge.replace('_', ' ')} {figure}"
            for hedge, figure in zip((change.old_hedge, change.new_hedge), figures, strict=True)
        ]
    return f"{change.report_id} ({change.category.replace('_', ' ')}) {' → '.join(figures)}"

"""The files of a dataset as read: whole and without a fault, or a sentence and nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from dashboard.errors import DocumentError
from dashboard.sources.general_staff import CORRECTIONS, EQUIPMENT, PERSONNEL, Parsed, corrections_in, reports_in
from dashboard.store import Correction, Entry
from dashboard.sync.fetch import Fetched
from dashboard.sync.history import HISTORY, history_in
from dashboard.sync.validation import future_faults, refuse_faults


@dataclass(slots=True)
class Snapshot:
    """The files as read; None for a file that is the version already stored."""

    personnel: dict[str, Entry] | None = None
    equipment: dict[str, Entry] | None = None
    corrections: list[Correction] | None = None
    history: list[Entry] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def read_snapshot(files: Iterable[Fetched], now: datetime) -> Snapshot:
    """The files as entries recorded `now`; raises DocumentError where a single row is at fault."""
    snapshot = Snapshot()
    for one in files:
        rows = _READERS[one.file](snapshot, one.content or b"", one.file, now)
        snapshot.rows[one.file] = rows
        if not rows:
            raise DocumentError(f"{one.source} holds no rows. Nothing was changed; check the source")
    told = [*(snapshot.personnel or {}).values(), *(snapshot.equipment or {}).values(), *snapshot.history]
    refuse_faults(future_faults(told, now))
    return snapshot


def _sound(parsed: Parsed, snapshot: Snapshot) -> Parsed:
    refuse_faults(parsed.faults)
    snapshot.notes += [str(problem) for problem in parsed.unknown]
    return parsed


def _entries(parsed: Parsed, now: datetime) -> dict[str, Entry]:
    return {row["report_id"]: Entry(**row, recorded_at=now) for row in parsed.rows}


def _read_personnel(snapshot: Snapshot, data: bytes, place: str, now: datetime) -> int:
    snapshot.personnel = _entries(_sound(reports_in(PERSONNEL, data, place), snapshot), now)
    return len(snapshot.personnel)


def _read_equipment(snapshot: Snapshot, data: bytes, place: str, now: datetime) -> int:
    snapshot.equipment = _entries(_sound(reports_in(EQUIPMENT, data, place), snapshot), now)
    return len(snapshot.equipment)


def _read_corrections(snapshot: Snapshot, data: bytes, place: str, now: datetime) -> int:
    rows = _sound(corrections_in(data, place), snapshot).rows
    snapshot.corrections = [Correction(**row, recorded_at=now) for row in rows]
    return len(rows)


def _read_history(snapshot: Snapshot, data: bytes, place: str, now: datetime) -> int:
    snapshot.history, faults = history_in(data, place)
    refuse_faults(faults)
    return len(snapshot.history)


_READERS = {
    PERSONNEL: _read_personnel,
    EQUIPMENT: _read_equipment,
    CORRECTIONS: _read_corrections,
    HISTORY: _read_history,
}

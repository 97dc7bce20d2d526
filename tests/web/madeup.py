"""A dataset made up for the tests: no figure here was ever reported."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from dashboard.sources.general_staff import CORRECTIONS, EQUIPMENT, PERSONNEL

FIRST = date(2026, 1, 1)
SYNCED = datetime(2026, 3, 1, 9, tzinfo=UTC)


def dataset(folder: Path, days: int = 40, persons: int = 1000) -> Path:
    """A folder of `days` daily totals from FIRST: persons rise by `persons` a day, tanks by 2, once lowered by 5."""
    folder.mkdir(exist_ok=True)
    dates = [FIRST + timedelta(days=n) for n in range(days)]
    write(folder / PERSONNEL, [_record(day, n, personnel=1_500_000 + persons * n) for n, day in enumerate(dates)])
    write(
        folder / EQUIPMENT, [_record(day, n, tank=12_000 + 2 * n - (5 if n > 20 else 0)) for n, day in enumerate(dates)]
    )
    write(folder / CORRECTIONS, [_record(FIRST + timedelta(days=21), 21, tank=-5)])
    return folder


def _record(day: date, n: int, **totals: int) -> dict[str, object]:
    return {"date": str(day), "day": n + 1, **totals}


def write(path: Path, records: list[dict[str, object]]) -> None:
    path.write_text(json.dumps(records), encoding="utf-8")

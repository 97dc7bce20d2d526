"""Running totals as a claimant published them, from `reports.csv`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dashboard.errors import Problem
from dashboard.model import Claimant, Hedge
from dashboard.sources.reading import (
    Fault,
    address_of,
    choice_of,
    claimant_of,
    day_of,
    number_of,
    quoted,
    shown,
    text_of,
)
from dashboard.sources.tables import Row, read_table

COLUMNS = ("report_id", "published", "claimant", "subject", "category", "total", "hedge", "source_url")


def read(path: Path, claimants: Mapping[str, Claimant]) -> tuple[list[dict[str, Any]], list[Problem]]:
    """Report rows by `COLUMNS`, `published` a date and `total` persons or items; and what was left out."""
    rows, problems = read_table(path, COLUMNS)
    reports: list[dict[str, Any]] = []
    lines: dict[object, int] = {}
    for row in rows:
        try:
            report = _report(row, claimants)
            _check_new(report, row.line, lines)
            reports.append(report)
        except Fault as fault:
            problems.append(fault.at(shown(path), row.line))
    return reports, problems


def _report(row: Row, claimants: Mapping[str, Claimant]) -> dict[str, Any]:
    return {
        "report_id": text_of(row["report_id"], "report_id"),
        "published": day_of(row["published"], "published"),
        "claimant": claimant_of(row["claimant"], claimants),
        "subject": text_of(row["subject"], "subject"),
        "category": text_of(row["category"], "category"),
        "total": number_of(row["total"], "total"),
        "hedge": choice_of(row["hedge"], "hedge", tuple(Hedge)),
        "source_url": address_of(row["source_url"], "source_url"),
    }


def _check_new(report: dict[str, Any], line: int, lines: dict[object, int]) -> None:
    """Raises Fault where the id, or the claimant's total of that day, has been read on an earlier line."""
    total_of = tuple(report[name] for name in ("claimant", "subject", "category", "published"))
    for key, words in ((report["report_id"], "report_id"), (total_of, f"the total published {report['published']}")):
        first = lines.setdefault(key, line)
        if first != line:
            what = f"report_id {quoted(report['report_id'])}: {words} is already on line {first}"
            raise Fault(what, "Keep one of the two")

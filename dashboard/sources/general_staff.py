"""The public dataset of the General Staff of Ukraine's running totals, as its maintainer publishes it in JSON.

github.com/PetroIvaniuk/2022-Ukraine-Russia-War-Dataset, folder `data`: a list of one record a day of publication.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from dashboard.errors import Problem
from dashboard.model import Hedge
from dashboard.sources.reading import Fault, day_of, decode, quoted, read_bytes, shown

CLAIMANT, SUBJECT = "General Staff of Ukraine", "Russia"
ADDRESS = "https://github.com/PetroIvaniuk/2022-Ukraine-Russia-War-Dataset"
PERSONNEL, EQUIPMENT = "russia_losses_personnel.json", "russia_losses_equipment.json"
CATEGORIES: Mapping[str, str] = MappingProxyType(
    {
        "aircraft": "aircraft",
        "helicopter": "helicopters",
        "tank": "tanks",
        "APC": "armoured_vehicles",
        "field artillery": "artillery",
        "MRL": "multiple_rocket_launchers",
        "anti-aircraft warfare": "air_defence",
        "drone": "drones",
        "cruise missiles": "cruise_missiles",
        "naval ship": "ships",
        "submarines": "submarines",
        "vehicles and fuel tanks": "vehicles_and_fuel_tanks",
        "special equipment": "special_equipment",
        "ground robotic systems": "ground_robots",
        "military auto": "military_auto",
        "fuel tank": "fuel_tanks",
        "mobile SRBM system": "ballistic_missile_systems",
    }
)
HEDGES: Mapping[str, Hedge] = MappingProxyType({"about": Hedge.ABOUT, "more": Hedge.AT_LEAST})
# Read as something else, or no running total: the hedge, the day's number, prisoners, a place in words.
ASIDE = ("date", "day", "personnel*", "POW", "greatest losses direction")
GAP = re.compile(r"[\s,]*")


def read(folder: Path) -> tuple[list[dict[str, Any]], list[Problem]]:
    """Report rows as of `reports.read`, personnel first, then equipment by category, and what was left out."""
    reports: list[dict[str, Any]] = []
    problems: list[Problem] = []
    for name, categories in ((PERSONNEL, {"personnel": "personnel"}), (EQUIPMENT, CATEGORIES)):
        _read_file(folder / name, categories, reports, problems)
    return reports, problems


def _read_file(
    path: Path, categories: Mapping[str, str], reports: list[dict[str, Any]], problems: list[Problem]
) -> None:
    seen: dict[str, int] = {}
    strangers: set[str] = set()
    try:
        for line, record in _records(decode(read_bytes(path))):
            for key in sorted(set(record) - set(categories) - set(ASIDE) - strangers):
                strangers.add(key)
                what = f"key {quoted(key)} is not known and was not read"
                problems.append(Problem(shown(path), line, what, "Name its category in general_staff.py"))
            try:
                reports += _reports(record, categories, line, seen)
            except Fault as fault:
                problems.append(fault.at(shown(path), line))
    except Fault as fault:
        problems.append(fault.at(shown(path), 1))


def _records(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each record with the line on which it begins; raises Fault where the JSON breaks, after those before it."""
    decoder, place, line = json.JSONDecoder(), text.find("[") + 1, 1
    if text[:place].strip() != "[":
        raise Fault(f"{quoted(text)} begins no list of records", "Take the file from the dataset again", 1)
    line += text.count("\n", 0, place)
    while True:
        end = GAP.match(text, place).end()  # type: ignore[union-attr]
        line, place = line + text.count("\n", place, end), end
        if text.startswith("]", place):
            return
        try:
            record, end = decoder.raw_decode(text, place)
        except (json.JSONDecodeError, RecursionError):
            what = f"the JSON breaks at {quoted(text[place : place + 60])}"
            raise Fault(what, "Take the file from the dataset again; later records were not read", line) from None
        yield line, record if isinstance(record, dict) else {}
        line, place = line + text.count("\n", place, end), end


def _reports(
    record: dict[str, Any], categories: Mapping[str, str], line: int, seen: dict[str, int]
) -> list[dict[str, Any]]:
    day = day_of(record.get("date"), "date")
    first = seen.setdefault(day.isoformat(), line)
    if first != line:
        raise Fault(f"date '{day}' is already on line {first}", "Keep one of the two")
    hedge = record.get("personnel*", "about")
    if hedge not in HEDGES:
        raise Fault(f"personnel* {quoted(hedge)} is not known", f"Use one of {', '.join(HEDGES)}")
    return [
        {
            "report_id": f"GS-{day}" if category == "personnel" else f"GS-{day}-{category}",
            "published": day,
            "claimant": CLAIMANT,
            "subject": SUBJECT,
            "category": category,
            "total": _total(record[key], key),
            "hedge": str(HEDGES[hedge]),
            "source_url": ADDRESS,
        }
        for key, category in categories.items()
        if record.get(key) is not None
    ]


def _total(value: object, name: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e12:
        raise Fault(f"{name} {quoted(value)} is no number", "Write a count, such as 710660")
    return float(value)

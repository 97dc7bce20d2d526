"""The public dataset of the General Staff of Ukraine's running totals, as its maintainer publishes it in JSON.

github.com/PetroIvaniuk/2022-Ukraine-Russia-War-Dataset, folder `data`: a list of one record a day of publication.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from dashboard.errors import Problem
from dashboard.model import Hedge
from dashboard.sources.reading import Fault, day_of, decode, quoted, read_bytes, shown

CLAIMANT, SUBJECT = "General Staff of Ukraine", "Russia"
ADDRESS = "https://github.com/PetroIvaniuk/2022-Ukraine-Russia-War-Dataset"
PERSONNEL, EQUIPMENT = "russia_losses_personnel.json", "russia_losses_equipment.json"
CORRECTIONS = "russia_losses_equipment_correction.json"


@dataclass(frozen=True, slots=True)
class Dataset:
    """A public dataset as its credit line names it: who keeps it, where, under which licence, and its raw files."""

    name: str
    author: str
    address: str
    raw: str
    licence: str
    licence_url: str

    @property
    def credit(self) -> str:
        """The credit as one sentence part: name, author, licence."""
        return f"{self.name} by {self.author}, {self.licence} licence"


DATASET = Dataset(
    name="2022 Ukraine Russia War Dataset",
    author="Petro Ivaniuk",
    address=ADDRESS,
    raw="https://raw.githubusercontent.com/PetroIvaniuk/2022-Ukraine-Russia-War-Dataset/main/data/",
    licence="MIT",
    licence_url=f"{ADDRESS}/blob/main/LICENSE",
)


@dataclass(slots=True)
class Parsed:
    """Rows of one file, the faults for which records were left out, and keys that were not known."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    faults: list[Problem] = field(default_factory=list)
    unknown: list[Problem] = field(default_factory=list)


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
    for name in (PERSONNEL, EQUIPMENT):
        path = folder / name
        try:
            parsed = reports_in(name, read_bytes(path), shown(path))
        except Fault as fault:
            problems.append(fault.at(shown(path), 1))
            continue
        reports += parsed.rows
        problems += [*parsed.unknown, *parsed.faults]
    return reports, problems


def reports_in(name: str, data: bytes, place: str) -> Parsed:
    """The report rows in the bytes of the file called `name`; `place` is how problems name it."""
    seen: dict[str, int] = {}
    categories: Mapping[str, str] = {"personnel": "personnel"} if name == PERSONNEL else CATEGORIES
    return _parsed(data, place, categories, lambda record, line: _reports(record, categories, line, seen))


def corrections_in(data: bytes, place: str) -> Parsed:
    """The dataset's signed corrections, zeros left out: published, claimant, subject, category, amount."""
    seen: dict[str, int] = {}
    categories = {"personnel": "personnel", **CATEGORIES}
    return _parsed(data, place, categories, lambda record, line: _corrections(record, categories, line, seen))


def _parsed(
    data: bytes,
    place: str,
    categories: Mapping[str, str],
    rows_of: Callable[[dict[str, Any], int], list[dict[str, Any]]],
) -> Parsed:
    parsed = Parsed()
    strangers: set[str] = set()
    try:
        for line, record in _records(decode(data)):
            for key in sorted(set(record) - set(categories) - set(ASIDE) - strangers):
                strangers.add(key)
                what = f"key {quoted(key)} is not known and was not read"
                parsed.unknown.append(Problem(place, line, what, "Name its category in general_staff.py"))
            try:
                parsed.rows += rows_of(record, line)
            except Fault as fault:
                parsed.faults.append(fault.at(place, line))
    except Fault as fault:
        parsed.faults.append(fault.at(place, 1))
    return parsed


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
    day = _new_day(record, line, seen)
    if "personnel" in categories and record.get("personnel") is None:
        raise Fault(f"the record of {day} states no personnel", "Take the file from the dataset again")
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


def _corrections(
    record: dict[str, Any], categories: Mapping[str, str], line: int, seen: dict[str, int]
) -> list[dict[str, Any]]:
    day = _new_day(record, line, seen)
    amounts = {category: _amount(record[key], key) for key, category in categories.items() if record.get(key)}
    of_day = {"published": day, "claimant": CLAIMANT, "subject": SUBJECT}
    return [of_day | {"category": category, "amount": amount} for category, amount in amounts.items()]


def _new_day(record: dict[str, Any], line: int, seen: dict[str, int]) -> date:
    day = day_of(record.get("date"), "date")
    first = seen.setdefault(day.isoformat(), line)
    if first != line:
        raise Fault(f"date '{day}' is already on line {first}", "Keep one of the two")
    return day


def _amount(value: object, name: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e12:
        raise Fault(f"{name} {quoted(value)} is no number", "Write a signed count, such as -25")
    return float(value)


def _total(value: object, name: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e12:
        raise Fault(f"{name} {quoted(value)} is no number", "Write a count, such as 710660")
    return float(value)

"""Registered peculiarities of the series, from `anomalies.toml`; whether they still fit the data is checked there."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from dashboard.errors import Problem
from dashboard.model import Anomaly, Claimant
from dashboard.sources.reading import Fault, address_of, choice_of, claimant_of, day_of, quoted, shown, text_of
from dashboard.sources.tables import entries_of, entry_lines, key_line, read_toml

KINDS = ("correction", "irregular", "no_update")
REQUIRED = ("kind", "claimant", "subject", "category", "start", "end", "reason", "source")
NUMBERS = ("expected", "amount", "alternative")
KEYS = (*REQUIRED, *NUMBERS, "alternative_reason", "omit_from_records")


def read(path: Path, claimants: Mapping[str, Claimant] | None = None) -> tuple[tuple[Anomaly, ...], list[Problem]]:
    """Anomalies in the file's order, and what was left out; with `claimants`, each must be about one of them."""
    file = shown(path)
    try:
        tables, text = read_toml(path, ("anomaly",))
        entries = entries_of(tables, "anomaly")
    except Fault as fault:
        return (), [fault.at(file, 1)]
    anomalies: list[Anomaly] = []
    problems: list[Problem] = []
    for entry, line in zip(entries, entry_lines(text, "anomaly", len(entries)), strict=True):
        problems += _unknown_keys(entry, text, file, line)
        try:
            anomaly = _anomaly(entry)
            if claimants is not None:
                anomaly = replace(anomaly, claimant=claimant_of(anomaly.claimant, claimants))
            _check_new(anomaly, anomalies)
            anomalies.append(anomaly)
        except Fault as fault:
            problems.append(fault.at(file, line))
    return tuple(anomalies), problems


def _unknown_keys(entry: dict[str, Any], text: str, file: str, line: int | None) -> list[Problem]:
    return [
        Problem(file, key_line(text, key, line), f"key '{key}' is not known and was not read", f"Use {', '.join(KEYS)}")
        for key in entry
        if key not in KEYS
    ]


def _anomaly(entry: dict[str, Any]) -> Anomaly:
    missing = [key for key in REQUIRED if key not in entry]
    if missing:
        raise Fault(f"key '{missing[0]}' is missing", "Add it; an anomaly without it cannot be judged")
    start, end = day_of(entry["start"], "start"), day_of(entry["end"], "end")
    if start > end:
        raise Fault(f"start {start} is after end {end}", "Swap the two dates")
    why_other = entry.get("alternative_reason")
    anomaly = Anomaly(
        kind=choice_of(text_of(entry["kind"], "kind"), "kind", KINDS),
        claimant=text_of(entry["claimant"], "claimant"),
        subject=text_of(entry["subject"], "subject"),
        category=text_of(entry["category"], "category"),
        start=start,
        end=end,
        reason=text_of(entry["reason"], "reason"),
        source=address_of(entry["source"], "source"),
        expected=_number(entry, "expected"),
        amount=_number(entry, "amount"),
        alternative=_number(entry, "alternative"),
        alternative_reason=None if why_other is None else text_of(why_other, "alternative_reason"),
        omit_from_records=_truth(entry.get("omit_from_records", True), "omit_from_records"),
    )
    _check_numbers(anomaly)
    return anomaly


def _number(entry: dict[str, Any], name: str) -> float | None:
    value = entry.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise Fault(f"{name} {quoted(value)} is no number", "Write a number without quotes, such as 1650")
    return float(value)


def _truth(value: object, name: str) -> bool:
    if not isinstance(value, bool):
        raise Fault(f"{name} {quoted(value)} is neither true nor false", "Write true or false without quotes")
    return value


def _check_numbers(anomaly: Anomaly) -> None:
    if anomaly.kind == "correction" and (anomaly.amount is None or anomaly.expected is None):
        raise Fault("a correction lacks its amount or expected", "Give both: the lump, and the increment that holds it")
    if anomaly.alternative is not None and anomaly.alternative_reason is None:
        raise Fault(f"alternative {anomaly.alternative:g} has no reason", "Say why in alternative_reason")


def _check_new(anomaly: Anomaly, others: list[Anomaly]) -> None:
    """Two corrections of one day would be taken off twice."""
    for other in others:
        same_series = (other.claimant, other.subject, other.category) == (
            anomaly.claimant,
            anomaly.subject,
            anomaly.category,
        )
        if same_series and other.kind == anomaly.kind and other.start <= anomaly.end and anomaly.start <= other.end:
            raise Fault(f"this {anomaly.kind} of {anomaly.start} overlaps that of {other.start}", "Keep one of the two")

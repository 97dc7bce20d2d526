"""What is particular to one war, from `conflict.toml`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from dashboard.errors import DocumentError
from dashboard.model import Conflict, Side
from dashboard.sources.reading import Fault, day_of, quoted, shown, text_of
from dashboard.sources.tables import entries_of, entry_lines, key_line, read_toml

T = TypeVar("T")

KEYS = (
    "name",
    "start",
    "start_words",
    "reference_claimant",
    "reference_subject",
    "reference_definition",
    "regular_since",
    "compare_with",
    "sides",
)


def read(path: Path) -> Conflict:
    """The war that the data are about; raises DocumentError where the file is no use: all rests on it."""
    try:
        tables, text = read_toml(path, KEYS)
        return _conflict(tables, text)
    except Fault as fault:
        raise DocumentError(str(fault.at(shown(path), 1))) from None


def _conflict(tables: dict[str, Any], text: str) -> Conflict:
    return Conflict(
        name=_required(tables, text, "name", text_of),
        start=_required(tables, text, "start", day_of),
        start_words=_required(tables, text, "start_words", _words),
        sides=_sides(entries_of(tables, "sides"), text),
        reference_claimant=_required(tables, text, "reference_claimant", text_of),
        reference_subject=_required(tables, text, "reference_subject", text_of),
        reference_definition=tuple(sorted(_optional(tables, text, "reference_definition", _words) or ())),
        regular_since=_optional(tables, text, "regular_since", day_of),
        compare_with=_optional(tables, text, "compare_with", text_of),
    )


def _required(tables: dict[str, Any], text: str, key: str, reading: Callable[[object, str], T]) -> T:
    value = _optional(tables, text, key, reading)
    if value is None:
        raise Fault(f"key '{key}' is missing", "Add it")
    return value


def _optional(tables: dict[str, Any], text: str, key: str, reading: Callable[[object, str], T]) -> T | None:
    try:
        return reading(tables[key], key) if key in tables else None
    except Fault as fault:
        raise Fault(fault.what, fault.remedy, key_line(text, key)) from None


def _words(value: object, name: str) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise Fault(f"{name} {quoted(value)} is no list", 'Write ["…", "…"]')
    return tuple(text_of(word, f"a word of {name}") for word in value)


def _sides(entries: list[dict[str, Any]], text: str) -> tuple[Side, ...]:
    if not entries:
        raise Fault("no side is listed", "Write [[sides]] with name and aliases for each")
    sides, taken = [], dict[str, str]()
    for entry, line in zip(entries, entry_lines(text, "sides", len(entries)), strict=True):
        try:
            side = _side(entry)
            _check_words(side, taken)
        except Fault as fault:
            raise Fault(fault.what, fault.remedy, line) from None
        sides.append(side)
    return tuple(sides)


def _side(entry: dict[str, Any]) -> Side:
    for key in entry:
        if key not in ("name", "aliases"):
            raise Fault(f"key '{key}' of a side is not known", "Use name and aliases")
    return Side(text_of(entry.get("name"), "name of a side"), _words(entry.get("aliases", []), "aliases"))


def _check_words(side: Side, taken: dict[str, str]) -> None:
    for word in (side.name, *side.aliases):
        if taken.setdefault(word, side.name) != side.name:
            raise Fault(f"{quoted(word)} names both {taken[word]} and {side.name}", "Give it to one of them")

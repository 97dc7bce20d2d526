"""CSV and TOML files as rows and tables that know their lines."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from dashboard.errors import Problem
from dashboard.sources.reading import Fault, decode, quoted, read_bytes, shown


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, with the line on which it begins; every cell stripped."""

    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


class Records(Protocol):
    """What `csv.reader` returns."""

    line_num: int

    def __next__(self) -> list[str]: ...


def read_table(
    path: Path, required: tuple[str, ...], optional: tuple[str, ...] = ()
) -> tuple[list[Row], list[Problem]]:
    """The rows of a CSV file with a header, and what was left out: rows of another width, columns nobody knows."""
    file = shown(path)
    try:
        reader = csv.reader(io.StringIO(decode(read_bytes(path))), strict=True)
        header = [name.strip() for name in _next_record(reader) or []]
        _check_header(header, required)
    except Fault as fault:
        return [], [fault.at(file, 1)]
    problems = [
        Problem(file, 1, f"column '{name}' is not known and was not read", "Rename it, or take it out")
        for name in header
        if name not in required + optional
    ]
    return _read_rows(reader, header, file, problems), problems


def _check_header(header: list[str], required: tuple[str, ...]) -> None:
    missing = [name for name in required if name not in header]
    if missing:
        names = ", ".join(f"'{name}'" for name in missing)
        raise Fault(f"column {names} is missing", f"Add it to the header: {','.join(required)}")
    if len(set(header)) < len(header):
        twice = next(name for name in header if header.count(name) > 1)
        raise Fault(f"column '{twice}' is there twice", "Keep one of the two")


def _read_rows(reader: Records, header: list[str], file: str, problems: list[Problem]) -> list[Row]:
    rows: list[Row] = []
    while True:
        line = reader.line_num + 1
        try:
            cells = _next_record(reader)
        except Fault as fault:
            problems.append(fault.at(file, line))
            continue
        if cells is None:
            return rows
        if len(cells) == len(header):
            rows.append(Row(line, dict(zip(header, (cell.strip() for cell in cells), strict=True))))
        elif cells:
            what = f"the row '{','.join(cells)[:60]}' has {len(cells)} fields, the header {len(header)}"
            problems.append(Problem(file, line, what, "Add or take out fields; quote a text that holds a comma"))


def _next_record(reader: Records) -> list[str] | None:
    """The next record, None at the end; raises Fault where the quoting is broken."""
    try:
        return next(reader)
    except StopIteration:
        return None
    except csv.Error as error:
        raise Fault(f"the row is no CSV ({error})", "Close its quotes, and double those inside") from None


def read_toml(path: Path, known: tuple[str, ...]) -> tuple[dict[str, Any], str]:
    """The tables of a TOML file and its text, for line numbers; raises Fault for what is no TOML or not known."""
    text = decode(read_bytes(path))
    try:
        tables = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = re.search(r"at line ([0-9]+)", str(error))
        line = int(place.group(1)) if place else text.count("\n") + 1
        value = text.split("\n")[min(line, text.count("\n") + 1) - 1].strip()[:60]
        raise Fault(f"'{value}' is no TOML ({error})", "Mend that line", line) from None
    for key in tables:
        if key not in known:
            raise Fault(f"key '{key}' is not known", f"Use {', '.join(known)}", key_line(text, key))
    return tables, text


def entries_of(tables: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    """The tables `[[name]]`, none where there are none; raises Fault where the name holds something else."""
    entries = tables.get(name, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise Fault(f"'{name}' {quoted(entries)} is no list of tables", f"Write [[{name}]] above each")
    return entries


def entry_lines(text: str, name: str, count: int) -> list[int | None]:
    """The lines on which the `count` tables `[[name]]` begin; None where the text does not settle them."""
    header = re.compile(rf"\s*\[\[\s*{re.escape(name)}\s*\]\]\s*(#.*)?")
    found = [number for number, line in enumerate(text.splitlines(), 1) if header.fullmatch(line)]
    return [*found] if len(found) == count else [None] * count


def key_line(text: str, key: str, after: int | None = 0) -> int | None:
    """The first line at or after line `after` that sets `key` or opens its table; None where none does."""
    opening = re.compile(rf"\s*(\[+\s*)?[\"']?{re.escape(key)}[\"']?\s*[=\].]")
    lines = text.splitlines()
    return next((n for n, line in enumerate(lines, 1) if n >= (after or 0) and opening.match(line)), after or None)

"""How the bytes of a source become text, rows and values; each source is one file beside this one.

A fault never stops a reader: it becomes a `Problem` that names file, line, value and remedy, and the rest is read.
"""

from __future__ import annotations

import csv
import io
import os
import re
import stat
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from charset_normalizer import from_bytes

from dashboard.errors import DocumentError, Problem

MAX_FILE_BYTES = 50_000_000
SAMPLE_BYTES = 60_000
# UTF-32 first: its little-endian mark begins with that of UTF-16.
BYTE_ORDER_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
NUMBER = re.compile(r"[0-9]{1,15}(\.[0-9]{1,6})?")
ADDRESS = re.compile(r"https?://[^\s\"'<>\\]+", re.IGNORECASE)


class Fault(DocumentError):
    """What is wrong with one value and what to do, before file and line are added."""

    def __init__(self, what: str, remedy: str, line: int | None = None) -> None:
        super().__init__(f"{what}. {remedy}")
        self.what, self.remedy, self.line = what, remedy, line

    def at(self, file: str, line: int | None = None) -> Problem:
        """The fault as a problem of a place; the fault's own line, where it has one, is the nearer."""
        return Problem(file, self.line if self.line is not None else line, self.what, self.remedy)


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


def shown(path: Path) -> str:
    """The path as messages and source rows name a file that ships: its folder and its name."""
    return f"{path.parent.name}/{path.name}" if path.parent.name else path.name


def read_bytes(path: Path, limit: int = MAX_FILE_BYTES) -> bytes:
    """The bytes of a regular file, at most `limit`; raises Fault where it is missing, empty, too large or no file."""
    try:
        # O_NONBLOCK: opening a FIFO that nobody writes to would wait for good.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise Fault("the file is missing", "Check the path, or restore the file") from None
    except (OSError, ValueError) as error:
        raise Fault(f"the file cannot be opened ({_reason(error)})", "Check the path and its permissions") from None
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise Fault("this is no regular file", "Give a file, not a folder, a pipe or a device")
        data = file.read(limit + 1)
    if not data.strip():
        raise Fault("the file is empty", "Put the text into it, or leave it out")
    if len(data) > limit:
        raise Fault(f"the file has more than {limit:,} bytes", "Split it into smaller files")
    return data


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def decode(data: bytes) -> str:
    """The text of bytes in UTF-8, or as their byte order mark says; raises Fault for binary or other encodings."""
    encoding = next((name for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        value = data[error.start : error.start + 1].hex()
        raise Fault(f"byte 0x{value} is not {encoding.removesuffix('-sig').upper()}", _resave(data), line) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise Fault("the file is binary (it holds a NUL byte)", "Give a text file, saved as UTF-8", line)
    return text


def _resave(data: bytes) -> str:
    """The remedy for a wrongly encoded file, with the encoding that its bytes look like."""
    if b"\0" in data[:SAMPLE_BYTES]:
        return "It looks binary, or like UTF-16 without its mark: save it as UTF-8"
    best = from_bytes(data[:SAMPLE_BYTES]).best()
    return f"It looks like {best.encoding}: save it as UTF-8" if best else "Save it as UTF-8"


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
        value = (text.splitlines() or [""])[min(line, text.count("\n") + 1) - 1].strip()[:60]
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


def day_of(text: object, name: str) -> date:
    """The day that `YYYY-MM-DD` names; raises Fault for anything else."""
    if type(text) is date:
        return text
    try:
        if not isinstance(text, str) or not DAY.fullmatch(text):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError:
        raise Fault(f"{name} {quoted(text)} is no date", "Write it as YYYY-MM-DD, such as 2024-11-11") from None


def number_of(text: str, name: str) -> float:
    """The number that plain digits write; raises Fault for signs, separators, words and other digits."""
    if not NUMBER.fullmatch(text):
        raise Fault(f"{name} {quoted(text)} is no number", "Write plain digits, such as 710660")
    return float(text)


def address_of(text: object, name: str) -> str:
    """A web address that may become a link; raises Fault for anything but http and https."""
    if not isinstance(text, str) or not ADDRESS.fullmatch(text):
        raise Fault(f"{name} {quoted(text)} is no web address", "Give the full address, beginning with https://")
    return text


def text_of(value: object, name: str) -> str:
    """A text that is not blank; raises Fault otherwise."""
    if not isinstance(value, str) or not value.strip():
        raise Fault(f"{name} {quoted(value)} is no text", "Fill it in")
    return value.strip()


def choice_of(value: str, name: str, choices: tuple[str, ...]) -> str:
    """The value, being one of the choices; raises Fault otherwise."""
    if value not in choices:
        raise Fault(f"{name} {quoted(value)} is not known", f"Use one of {', '.join(choices)}")
    return value


def claimant_of(name: str, claimants: Mapping[str, Any], column: str = "claimant") -> str:
    """The canonical name of a known claimant; raises Fault otherwise."""
    if name not in claimants:
        raise Fault(f"{column} {quoted(name)} is not known", "Add it to claimants.toml, or use its name there")
    return name


def quoted(value: object) -> str:
    """A value as messages show it: in quotes, cut at 60 characters."""
    return "'" + " ".join(str(value).split())[:60] + "'"

"""How the bytes of a source become text, and its texts values.

A fault never stops a reader: it becomes a `Problem` that names file, line, value and remedy, and the rest is read.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import IO, Any

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


def shown(path: Path) -> str:
    """The path as messages and source rows name a file that ships: its folder and its name."""
    return f"{path.parent.name}/{path.name}" if path.parent.name else path.name


def open_file(path: Path) -> IO[bytes]:
    """A regular file opened for reading; raises Fault where it is missing, closed to us, a folder, pipe or device."""
    try:
        # O_NONBLOCK: opening a FIFO that nobody writes to would wait for good.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise Fault("the file is missing", "Check the path, or restore the file") from None
    except (OSError, ValueError) as error:
        raise Fault(f"the file cannot be opened ({_reason(error)})", "Check the path and its permissions") from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise Fault("this is no regular file", "Give a file, not a folder, a pipe or a device")
    return os.fdopen(descriptor, "rb")


def read_bytes(path: Path, limit: int = MAX_FILE_BYTES) -> bytes:
    """The bytes of a regular file, at most `limit`; raises Fault where there is none, or it is empty or too large."""
    with open_file(path) as file:
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
    """The canonical name of a claimant known by it or by an alias; raises Fault otherwise."""
    if name not in claimants:
        canonical = next((known for known, row in claimants.items() if name in getattr(row, "aliases", ())), None)
        if canonical is not None:
            return canonical
        raise Fault(f"{column} {quoted(name)} is not known", "Add it to claimants.toml, or use its name there")
    return name


def quoted(value: object) -> str:
    """A value as messages show it: in quotes, cut at 60 characters."""
    return "'" + " ".join(str(value).split())[:60] + "'"

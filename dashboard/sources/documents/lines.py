"""One document a line, as JSON, compressed or not; read line by line, so that an archive may be large."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

from dashboard.errors import Problem
from dashboard.model import Document
from dashboard.sources.documents.fields import document_of
from dashboard.sources.reading import Fault, decode, open_file, quoted

MAX_LINE_BYTES = 5_000_000
MAX_TOTAL_BYTES = 4_000_000_000
# What a few kilobytes can unpack to without end, and no archive of documents holds.
MOST_BLANK_LINES = 100_000
MAX_SKIPPED_BYTES = 200_000_000


def read(path: Path, zipped: bool) -> Iterator[Document | Problem]:
    """The documents of a file, each with `id` and `text`; a bad line is told with its number and the rest is read."""
    file = str(path)
    seen: dict[str, int] = {}
    line = 0
    try:
        for line, data in _lines(path, zipped):
            try:
                read = document(data)
                first = seen.setdefault(read.id, line)
                if first != line:
                    raise Fault(f"id {quoted(read.id)} is already on line {first}", "Give it an id of its own")
                yield read
            except Fault as fault:
                yield Problem(file, line, fault.what, fault.remedy)
    except Fault as fault:
        yield fault.at(file)
    except (OSError, EOFError, zlib.error) as error:
        what = f"the file breaks off or is damaged ({getattr(error, 'strerror', None) or error})"
        yield Problem(file, line + 1, what, "Take the file from its source again; later lines were not read")
    else:
        if not line:
            yield Problem(file, None, "the file is empty", "Put one document a line into it, or leave it out")


def _lines(path: Path, zipped: bool) -> Iterator[tuple[int, bytes]]:
    """Numbered lines that are not blank, none held whole beyond `MAX_LINE_BYTES`; raises Fault for no regular file."""
    total = 0
    with open_file(path) as raw, _unpacked(raw, zipped) as file:
        number = blank = 0
        while data := file.readline(MAX_LINE_BYTES + 1):
            number += 1
            total += len(data)
            if len(data) > MAX_LINE_BYTES:
                total += _skip_line(file)
                data = data[: MAX_LINE_BYTES + 1]
            if total > MAX_TOTAL_BYTES:
                raise Fault(f"the file unpacks to more than {MAX_TOTAL_BYTES:,} bytes", "Split it", number)
            blank = 0 if data.strip() else blank + 1
            if blank > MOST_BLANK_LINES:
                raise Fault(f"more than {MOST_BLANK_LINES:,} blank lines follow one another", "Take them out", number)
            if not blank:
                yield number, data


def _unpacked(raw: IO[bytes], zipped: bool) -> IO[bytes]:
    return cast(IO[bytes], gzip.GzipFile(fileobj=raw)) if zipped else raw


def _skip_line(file: IO[bytes]) -> int:
    """Reads on to the end of an overlong line; how many bytes that were. Raises Fault where it has no end."""
    total = 0
    while part := file.readline(1_000_000):
        total += len(part)
        if total > MAX_SKIPPED_BYTES:
            raise Fault(f"a line has more than {MAX_SKIPPED_BYTES:,} bytes", "Split it; what follows was not read")
        if part.endswith(b"\n"):
            break
    return total


def document(data: bytes) -> Document:
    """The document of one line; raises Fault where it has none."""
    if len(data) > MAX_LINE_BYTES:
        raise Fault(f"the line has more than {MAX_LINE_BYTES:,} bytes", "Cut the document into parts")
    text = decode(data)
    try:
        record = json.loads(text)
    except (json.JSONDecodeError, RecursionError, ValueError):
        raise Fault(f"{quoted(text)} is no JSON", "Write one object a line, with id and text") from None
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise Fault(f"{quoted(text)} has no text", "Write one object a line, with id and text")
    if record.get("id") is None:
        raise Fault(f"{quoted(text)} has no id", "Give it an id of its own")
    return document_of({name: value for name, value in record.items() if name != "note"}, record["text"])

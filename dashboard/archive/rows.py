"""Documents that come as lines, as rows of Parquet or as single files: those of a span of a file."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO, Any, cast

import pyarrow
from pyarrow import parquet

from dashboard.archive.found import Failure, Found, Given, Page
from dashboard.errors import Problem
from dashboard.sources.documents import MAX_DOCUMENT_BYTES, from_file, lines
from dashboard.sources.documents.fields import KEYS, document_of
from dashboard.sources.reading import Fault

MOST_UNPACKED = 64_000_000_000
_PART = 1 << 20
_ROWS = 256


def lines_of(file: IO[bytes], name: str, start: int, stop: int) -> Iterator[Found]:
    """The documents of the lines that begin in [start, stop); a line broken by its end belongs to its beginning."""
    zipped = name.lower().endswith(".gz")
    source = cast(IO[bytes], gzip.GzipFile(fileobj=file)) if zipped else file
    at = 0 if zipped else _line_start(source, start)
    try:
        while zipped or at < stop:
            data = source.readline(lines.MAX_LINE_BYTES + 1)
            if not data:
                return
            length = len(data) if data.endswith(b"\n") else len(data) + _rest_of_line(source)
            if length > lines.MAX_LINE_BYTES:
                yield Failure(name, at, "too_large", f"the line has more than {lines.MAX_LINE_BYTES:,} bytes")
            elif data.strip():
                yield _of_line(name, at, data)
            at += length
            if at > MOST_UNPACKED:
                yield Failure(name, at, "too_large", f"the file unpacks to more than {MOST_UNPACKED:,} bytes")
                return
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield Failure(name, at, "damaged_file", f"the file breaks off or is damaged ({error}); the rest was not read")


def _line_start(file: IO[bytes], start: int) -> int:
    """Goes to the first line that begins at or after a place, and returns its place."""
    if start == 0:
        file.seek(0)
        return 0
    file.seek(start - 1)
    at = start - 1
    while part := file.readline(_PART):
        at += len(part)
        if part.endswith(b"\n"):
            break
    return at


def _rest_of_line(file: IO[bytes]) -> int:
    total = 0
    while part := file.readline(_PART):
        total += len(part)
        if part.endswith(b"\n") or total > MOST_UNPACKED:
            break
    return total


def _of_line(name: str, at: int, data: bytes) -> Found:
    try:
        return Given(name, at, lines.document(data))
    except Fault as fault:
        return Failure(name, at, "bad_line", str(fault))


def rows_of(file: IO[bytes], name: str) -> Iterator[Found]:
    """The documents of a Parquet file: a column `text`, or `html` for pages, and the fields of a document beside it."""
    try:
        table = parquet.ParquetFile(file)
        columns = set(table.schema_arrow.names) - {"note"}
        known = [column for column in (*KEYS, "text", "html") if column in columns]
        if "text" not in known and "html" not in known:
            yield Failure(name, 0, "damaged_file", "the table has neither a column text nor a column html")
            return
        at = 0
        for batch in table.iter_batches(batch_size=_ROWS, columns=known):
            for row in batch.to_pylist():
                yield _of_row(name, at, row)
                at += 1
    except (pyarrow.ArrowException, OSError) as error:
        yield Failure(name, 0, "damaged_file", f"the table cannot be read ({' '.join(str(error).split())[:200]})")


def _of_row(name: str, at: int, row: dict[str, Any]) -> Found:
    html, text = row.pop("html", None), row.pop("text", None)
    data = html.encode("utf-8", "replace") if isinstance(html, str) else html
    url = row.get("url")
    if text is None and isinstance(data, bytes):
        return Page(name, at, url if isinstance(url, str) else None, data)
    if not isinstance(text, str) or len(text) > MAX_DOCUMENT_BYTES:
        return Failure(
            name, at, "bad_line", f"row {at} has no text, or one of more than {MAX_DOCUMENT_BYTES:,} characters"
        )
    try:
        return Given(name, at, document_of(row, text, f"{name}:{at}"))
    except Fault as fault:
        return Failure(name, at, "bad_line", str(fault))


def single(file: IO[bytes], name: str) -> Found:
    """The document of a file by its suffix, or the page that it is."""
    data = file.read(MAX_DOCUMENT_BYTES + 1)
    if len(data) > MAX_DOCUMENT_BYTES:
        return Failure(name, 0, "too_large", f"the file has more than {MAX_DOCUMENT_BYTES:,} bytes")
    if name.lower().endswith((".html", ".htm")):
        return Page(name, 0, None, data)
    read = from_file(data, PurePosixPath(name).name)
    return Failure(name, 0, "unreadable", read.what) if isinstance(read, Problem) else Given(name, 0, read)

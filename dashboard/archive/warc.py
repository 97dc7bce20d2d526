"""Web archives (WARC): the pages of a span of a file, whatever is damaged in it.

A record belongs to the span in which it begins. After a fault the reader looks for the beginning of the next record,
so that one bad record costs one record; nothing is held beyond `MOST_PAGE` bytes of a page.
"""

from __future__ import annotations

import zlib
from collections.abc import Generator, Iterator
from typing import IO, NamedTuple

from fastwarc.warc import ArchiveIterator, WarcRecord, resource, response

from dashboard.archive.found import Failure, Found, Page, Passed

MOST_PAGE = 5_000_000
_LOOK = 1 << 20
_MAGIC, _HEAD = b"\x1f\x8b\x08", b"WARC/1."
_PAGES = ("text/html", "application/xhtml+xml", "text/plain")
_ENCODED = {"gzip": 47, "x-gzip": 47, "deflate": 47}


class _Source:
    """A file as fastwarc reads it, which remembers a fault of its own: that is no damage of the archive."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.fault: OSError | None = None

    def read(self, size: int = -1) -> bytes:
        """Bytes from where the file stands."""
        try:
            return self._file.read(size)
        except OSError as error:
            self.fault = error
            raise

    def tell(self) -> int:
        """Where the file stands."""
        return self._file.tell()

    def seek(self, place: int, whence: int = 0) -> int:
        """Goes to a place."""
        return self._file.seek(place, whence)

    def close(self) -> None:
        """Leaves the file open: it is its opener's."""


class _End(NamedTuple):
    """Where a stretch of good records ended: the last of them (or the first, bad one), how many, and by what fault.

    A `fault` that was told already is "".
    """

    last: int
    seen: int
    fault: str | None


def pages(file: IO[bytes], name: str, start: int, stop: int) -> Iterator[Found]:
    """The pages that begin in [start, stop), and what could not be read. Raises OSError where the file itself fails."""
    zipped = name.lower().endswith(".gz")
    at, told = next_start(file, start, zipped), False
    if at is None and start == 0:
        yield Failure(name, 0, "damaged_file", "no WARC record was found in this file")
    while at is not None and at < stop:
        end = yield from _stretch(file, name, at, stop, zipped)
        if end.fault is None:
            return
        following = next_start(file, end.last + 1, zipped)
        # A fault behind good records is that of the one which follows: told once, here or where its span begins.
        ours = (following is None or following < stop) if end.seen else not told
        if end.fault and ours:
            place = following if end.seen and following is not None else end.last
            yield Failure(name, place, "damaged_record", end.fault)
        at, told = following, bool(end.seen)


def _stretch(file: IO[bytes], name: str, at: int, stop: int, zipped: bool) -> Generator[Found, None, _End]:
    """The records from a place on up to the first fault or the end of the span."""
    file.seek(at)
    source, last, seen = _Source(file), at, 0
    try:
        for record in ArchiveIterator(source, record_types=response | resource, auto_decode="none"):
            place = record.stream_pos
            if place >= stop and _is_start(file, place, zipped):
                break
            last, seen = place, seen + 1
            found = _found(record, name, place)
            yield found
            if isinstance(found, Failure) and found.kind == "wrong_length":
                return _End(last, seen, "")
    except (OSError, ValueError) as error:
        if source.fault is not None:
            raise source.fault from error
        return _End(last, seen, _words(error))
    return _End(last, seen, None)


def _words(error: object) -> str:
    return f"a record cannot be read ({' '.join(str(error).split())[:200]})"


def _found(record: WarcRecord, name: str, place: int) -> Found:
    url = record.headers.get("WARC-Target-URI")
    if record.record_type == response:
        try:
            record.parse_http()
        except (OSError, ValueError) as error:
            return Failure(name, place, "damaged_record", _words(error), url)
    status = record.http_headers.status_code if record.http_headers is not None else 200
    kind = (record.http_content_type or record.headers.get("Content-Type") or "").lower()
    if status != 200:
        return Passed("not_answered")
    if not kind.startswith(_PAGES):
        return Passed("not_a_page")
    length = record.content_length
    data = record.reader.read(MOST_PAGE + 1)
    if len(data) > MOST_PAGE:
        return Failure(name, place, "too_large", f"the page has more than {MOST_PAGE:,} bytes ({length:,})", url)
    if len(data) < length:
        return Failure(name, place, "wrong_length", f"the record has {len(data):,} bytes and says {length:,}", url)
    return _unpacked(record, name, place, url, data)


def _unpacked(record: WarcRecord, name: str, place: int, url: str | None, data: bytes) -> Found:
    headers = record.http_headers
    coding = (headers.get("Content-Encoding") or "").strip().lower() if headers is not None else ""
    chunked = headers is not None and "chunked" in (headers.get("Transfer-Encoding") or "").lower()
    if chunked and (plain := _dechunked(data)) is not None:
        data = plain
    # Crawlers often store the page unpacked and keep the header that says otherwise.
    if coding not in _ENCODED or data[:1] == b"<" or (coding != "deflate" and data[:2] != _MAGIC[:2]):
        return Page(name, place, url, data)
    try:
        unpacker = zlib.decompressobj(_ENCODED[coding])
        plain = unpacker.decompress(data, MOST_PAGE + 1)
    except zlib.error as error:
        return Failure(name, place, "damaged_record", _words(error), url)
    if len(plain) > MOST_PAGE:
        return Failure(name, place, "too_large", f"the page unpacks to more than {MOST_PAGE:,} bytes", url)
    return Page(name, place, url, plain)


def _dechunked(data: bytes) -> bytes | None:
    """The body without the marks of its chunks; None where it has none, as when the crawler took them out."""
    parts, at = list[bytes](), 0
    while True:
        end = data.find(b"\r\n", at, at + 20)
        try:
            size = int(data[at:end].split(b";")[0], 16) if end > at else -1
        except ValueError:
            size = -1
        if size < 0:
            return None if not parts else b"".join(parts)
        if size == 0:
            return b"".join(parts)
        parts.append(data[end + 2 : end + 2 + size])
        at = end + 2 + size + 2


def next_start(file: IO[bytes], start: int, zipped: bool) -> int | None:
    """Where the first record at or after a place begins: a member of gzip that opens one, or the line itself."""
    mark = _MAGIC if zipped else _HEAD
    at, kept = start, b""
    while True:
        file.seek(at)
        block = file.read(_LOOK)
        if not block:
            return None
        data, base = kept + block, at - len(kept)
        place = data.find(mark)
        while place >= 0:
            if _is_start(file, base + place, zipped):
                return base + place
            place = data.find(mark, place + 1)
        kept, at = data[-len(mark) + 1 :], at + len(block)


def _is_start(file: IO[bytes], place: int, zipped: bool) -> bool:
    """Whether a record begins at this very place; the file is left where it was."""
    held = file.tell()
    try:
        if not zipped:
            file.seek(max(0, place - 1))
            data = file.read(9 if place else 8)
            return data.startswith(_HEAD) if place == 0 else data[:1] == b"\n" and data[1:].startswith(_HEAD)
        file.seek(place)
        head = file.read(2_000)
        return head.startswith(_MAGIC) and zlib.decompressobj(31).decompress(head, len(_HEAD)) == _HEAD
    except zlib.error:
        return False
    finally:
        file.seek(held)

"""From a record of an archive to what is kept of it: looked at, read, and its claims found, or passed over and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import IO
from urllib.parse import urlsplit

import re2

from dashboard.archive import gate, rows, warc
from dashboard.archive.found import Failure, Found, Given, Page, Passed
from dashboard.archive.pieces import Kind, Part, Piece
from dashboard.archive.places import opened
from dashboard.errors import LossesError, Problem
from dashboard.extract import extract
from dashboard.extract.language import language_of
from dashboard.intake.adding import Reader, read_for_store
from dashboard.model import Document, Extraction
from dashboard.sources.documents import page as pages
from dashboard.sources.reading import ADDRESS, Fault

_OPTIONS = re2.Options()
_OPTIONS.never_capture = True
_OPTIONS.case_sensitive = False
# Where a page names nothing of war, its telling sentences are read by themselves before the page is: a figure that only
# the rest of a page makes a loss needs a page that speaks of one.
_WAR = re2.compile(
    r"\b(?:soldier|serviceman|servicemen|troop|militar|army|armies|navy|war\b|wars\b|warfare|frontline|front line|"
    r"invasion|invad|occupation|missile|drone|shelling|shelled|air ?strike|bomb|rebel|militia|insurgen|militant|terror|"
    r"ceasefire|truce|combat|battle|casualt|fighter|regiment|brigade|battalion|offensive|hostage|prisoners? of)|"
    r"солдат|військов|війн|войн|военн|окупант|оккупант|росі|росс|загарбник",
    _OPTIONS,
)
_HOST = re.compile(r"^(?:www|m|amp)\.")


@dataclass(frozen=True, slots=True)
class Read:
    """A document with at least one claim, and where it lies."""

    file: str
    at: int
    extraction: Extraction


Outcome = Read | Failure | Passed


def documents(pieces: Iterable[Piece], reader: Reader) -> Iterator[Document | Problem]:
    """The documents with claims of the pieces, and what of them could not be read, for a store."""
    for piece in pieces:
        for part in piece.parts:
            with opened(part.address) as file:
                for found in records(file, piece.kind, part):
                    read = outcome(found, reader)
                    if isinstance(read, Read):
                        yield read.extraction.document
                    elif isinstance(read, Failure):
                        yield Problem(read.file, None, f"byte or row {read.at}: {read.reason}", "The rest was read")


def records(file: IO[bytes], kind: Kind, part: Part) -> Iterator[Found]:
    """What a span of a file holds."""
    if kind is Kind.WARC:
        yield from warc.pages(file, part.address, part.start, part.stop)
    elif kind is Kind.LINES:
        yield from rows.lines_of(file, part.address, part.start, part.stop)
    elif kind is Kind.PARQUET:
        yield from rows.rows_of(file, part.address)
    else:
        yield rows.single(file, part.address)


def outcome(found: Found, reader: Reader) -> Outcome:
    """What becomes of a record; a document that makes the reader fail is a failure, and the run goes on."""
    if not isinstance(found, Page | Given):
        return found
    try:
        return _of_page(found, reader) if isinstance(found, Page) else _of_document(found, found.document, reader)
    except Exception as error:  # One document never stops an archive; what it was is told.
        words = str(error) if isinstance(error, LossesError) else f"{type(error).__name__}: {error}"
        url = found.url if isinstance(found, Page) else None
        return Failure(found.file, found.at, "unreadable", words[:300], url)


def _of_page(found: Page, reader: Reader) -> Outcome:
    shown = gate.seen(found.data)
    told = gate.telling(shown)
    if not told:
        return Passed("no_loss_beside_a_number")
    if not (_WAR.search(shown) or _WAR.search(found.data)) and not _tells("\n\n".join(told), reader):
        return Passed("no_war")
    try:
        document = pages.document(found.data, found.url or f"{found.file}:{found.at}")
    except Fault as fault:
        return Failure(found.file, found.at, "unreadable", str(fault), found.url)
    return _of_document(found, _placed(document, found.url), reader)


def _tells(text: str, reader: Reader) -> bool:
    """Whether the text has a claim by itself."""
    return bool(extract(Document("", text), reader.claimants, reader.conflict).claims)


def _placed(document: Document, url: str | None) -> Document:
    """The document under the address where it was found, and named after its host where it names no publisher."""
    if not url or not ADDRESS.fullmatch(url):
        return document
    host = _HOST.sub("", (urlsplit(url).hostname or "").lower())
    return replace(document, url=url, publisher=document.publisher or host or None)


def _of_document(found: Page | Given, document: Document, reader: Reader) -> Outcome:
    read = read_for_store(replace(document, language=document.language or language_of(document.text)), reader)
    return Read(found.file, found.at, read) if read.claims else Passed("no_claim")

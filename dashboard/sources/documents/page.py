"""A web page's main text, with title, publisher, day and address where the page states them.

The page is read in a process of its own (`reader`), within limits of size and time; what cannot be read is a Fault
that says so, never an empty document.
"""

from __future__ import annotations

import re

from dashboard.model import Document
from dashboard.sources.documents.fields import document_of
from dashboard.sources.documents.reader import page_reader
from dashboard.sources.reading import Fault, decode

MAX_PAGE_BYTES = 5_000_000
CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([a-zA-Z0-9_-]{2,20})", re.IGNORECASE)
BEGINNING = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}<(?:!doctype\s{1,9}html|html)\b", re.IGNORECASE)


def is_page(data: bytes) -> bool:
    """Whether these bytes begin as a web page does."""
    return BEGINNING.match(data) is not None


def document(data: bytes, fallback_id: str) -> Document:
    """The document of a page's bytes; raises Fault where no text can be had of it."""
    if len(data) > MAX_PAGE_BYTES:
        raise Fault(f"the page has more than {MAX_PAGE_BYTES:,} bytes", "Save its text as .txt")
    found = page_reader().read(_text(data))
    title, body = found.get("title", ""), found.pop("text")
    whole = body if title in body else f"{title}\n\n{body}"
    return document_of(found, whole, fallback_id)


def _text(data: bytes) -> str:
    """The page as text: as its byte order mark or UTF-8, else as the encoding that it declares."""
    try:
        return decode(data)
    except Fault:
        declared = CHARSET.search(data[:4_096])
        if not declared or b"\0" in data:
            raise
        try:
            return data.decode(declared.group(1).decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            raise Fault(
                f"the page says it is in {declared.group(1).decode('ascii')} and is not", "Save it as UTF-8"
            ) from None

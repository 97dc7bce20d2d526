"""What a document says of itself: its id, publisher, day, title, address and language, checked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from dashboard.model import Document
from dashboard.sources.reading import Fault, address_of, day_of, quoted, text_of

KEYS = ("id", "title", "publisher", "published", "url", "language", "note")
MAX_FIELD = 2_000
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def document_of(fields: Mapping[str, Any], text: str, fallback_id: str | None = None) -> Document:
    """The document of these fields; raises Fault for a bad field, a blank text, or an id that is neither given."""
    if not text.strip():
        raise Fault("there is no text", "Put the text in, or leave the document out")
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise Fault("the text holds half a character (a lone surrogate)", "Save it again as UTF-8")
    return Document(
        id=_line(fields["id"] if fields.get("id") is not None else fallback_id, "id"),
        text=text,
        publisher=_optional(fields, "publisher", _line),
        published=_optional(fields, "published", published_of),
        title=_optional(fields, "title", _line),
        url=_optional(fields, "url", address_of),
        language=_optional(fields, "language", _line),
        own_note=_truth(fields.get("note", False)),
    )


def published_of(value: object, name: str = "published") -> date:
    """The day of publication, as printed: a time of day and its zone are dropped, never reckoned with."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.+Z-]{4,24}", value.strip()):
        value = value.strip()[:10]
    return day_of(value, name)


def _optional(fields: Mapping[str, Any], name: str, reading: Callable[[object, str], Any]) -> Any:  # noqa: ANN401
    value = fields.get(name)
    return None if value is None or value == "" else reading(value, name)


def _line(value: object, name: str) -> str:
    """A short text on one line; a number counts as its text, for ids are often numbers."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    text = text_of(value, name)
    if len(text) > MAX_FIELD or CONTROL.search(text) or any("\ud800" <= c <= "\udfff" for c in text):
        raise Fault(f"{name} {quoted(value)} is too long, or holds control characters", "Shorten it, or retype it")
    return " ".join(text.split())


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise Fault(f"note {quoted(value)} is neither true nor false", "Write note: true, or leave it out")
    return value

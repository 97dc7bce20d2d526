"""Documents as they come in from a page: pasted, dropped as files, or named by an address."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from dashboard.errors import DocumentError, Problem
from dashboard.figure.view import many
from dashboard.intake import Added, Reader
from dashboard.intake import add as add_to_store
from dashboard.intake.address import Fetched
from dashboard.model import Document
from dashboard.sources import documents
from dashboard.store import Store
from dashboard.web.moments import parse_day

_LONGEST_FIELD = 500
_MOST_FILES = 50


def add(
    reader: Reader, store: Store, by: str, told: Mapping[str, Any], fetch: Callable[[str], Fetched] | None = None
) -> dict[str, Any]:
    """Adds what was given, and says of each document what became of it.

    `told` holds `text` or `files` ([{name, data}], data in base64), and what is known: publisher, published, title,
    url. Where it holds the url alone, the page is fetched with `fetch`, if the server may. A document whose date is
    not known is asked for once: `undated` true adds it all the same. Raises DocumentError where there is nothing.
    """
    read, problems = _read(told, fetch)
    filled = [(_filled(one, told), origin) for one, origin in read]
    if not told.get("undated"):
        undated = [origin for one, origin in filled if one.published is None]
        if undated:
            names = ", ".join(undated[:5])
            raise DocumentError(f"no date of publication was found in {names}; give it, or add it without a date")
    added = list(add_to_store(store, filled, reader, by, datetime.now(UTC)))
    return {"told": _told(added, problems), "documents": [one.document.id for one in added]}


def _read(
    told: Mapping[str, Any], fetch: Callable[[str], Fetched] | None
) -> tuple[list[tuple[Document, str]], list[Problem]]:
    """The documents that were given, each with where it came from, and what could not be read."""
    files = told.get("files") or []
    if not isinstance(files, list) or len(files) > _MOST_FILES:
        raise DocumentError(f"at most {_MOST_FILES} files can be added at once; add the rest afterwards")
    text = str(told.get("text") or "").strip()
    given = [(str(one["name"])[:_LONGEST_FIELD], _bytes(one)) for one in files]
    given += [("pasted text", text.encode())] if text else []
    given += [] if given else _fetched(_field(told, "url"), fetch)
    return _sorted([(documents.from_file(data, name), name) for name, data in given])


def _fetched(address: str | None, fetch: Callable[[str], Fetched] | None) -> list[tuple[str, bytes]]:
    """The page at the address, where nothing else was given and this server may fetch it."""
    if address is None:
        raise DocumentError("there is nothing to add; paste a text or choose files")
    if fetch is None:
        raise DocumentError("this server fetches no pages (`losses serve --fetch` lets it); paste the text instead")
    page = fetch(address)
    return [(page.address, page.data)]


def _sorted(
    found: Sequence[tuple[Document | Problem, str]],
) -> tuple[list[tuple[Document, str]], list[Problem]]:
    read = [(one, name) for one, name in found if isinstance(one, Document)]
    problems = [one for one, _ in found if isinstance(one, Problem)]
    if not read:
        raise DocumentError("; ".join(str(problem) for problem in problems))
    return read, problems


def _bytes(file: Mapping[str, Any]) -> bytes:
    try:
        return base64.b64decode(str(file["data"]).rpartition(",")[2], validate=True)
    except (binascii.Error, ValueError):
        raise DocumentError(f"the file {str(file.get('name'))[:80]!r} did not arrive whole; choose it again") from None


def _filled(document: Document, told: Mapping[str, Any]) -> Document:
    """The document with what was typed; what was typed counts for more than what was found."""
    typed = {name: _field(told, name) for name in ("publisher", "title", "url")}
    day = parse_day(told.get("published")) if told.get("published") else None
    if told.get("published") and day is None:
        raise DocumentError(f"“{str(told['published'])[:40]}” is no date; write it as 11 Nov 2024")
    return replace(
        document,
        publisher=typed["publisher"] or document.publisher,
        title=typed["title"] or document.title,
        url=typed["url"] or document.url,
        published=day or document.published,
    )


def _field(told: Mapping[str, Any], name: str) -> str | None:
    text = "".join(letter for letter in str(told.get(name) or "") if letter.isprintable()).strip()
    return text[:_LONGEST_FIELD] or None


def _told(added: Sequence[Added], problems: Sequence[Problem]) -> list[str]:
    """A sentence for each document, and one for each that could not be read."""
    told = []
    for one in added:
        name = one.document.title or one.document.publisher or "The text"
        if not one.new:
            told.append(f"{name} is in the store already; nothing was added.")
            continue
        claims = many(len(one.extraction.claims), "claim", "claims")
        found = f"with {claims} to review" if one.extraction.claims else "but no figure of losses was found in it"
        alike = f" It is like {many(len(one.links), 'document', 'documents')} kept before." if one.links else ""
        told.append(f"{name} was added, {found}.{alike}")
    return told + [str(problem) for problem in problems]

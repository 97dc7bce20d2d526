"""Documents into the store: each whole or not at all, none twice, copies linked to what they copy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from dashboard.extract import extract
from dashboard.intake.alike import Signatures, signature
from dashboard.model import Claimant, Conflict, Document, Extraction
from dashboard.store import Desk, Kept, Link, LinkKind, SetAside, Store, document_id
from dashboard.store.review.values import text_hash

_MOST_LINKS = 50


@dataclass(frozen=True, slots=True)
class Reader:
    """What documents are read with: who claims, and the war that the words are about."""

    claimants: Mapping[str, Claimant]
    conflict: Conflict


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a document: `new` is False where it was kept already; `links` name what it is a copy of."""

    extraction: Extraction
    new: bool
    links: tuple[Link, ...] = ()

    @property
    def document(self) -> Document:
        """The document under the id by which the store keeps it."""
        return self.extraction.document


def read_for_store(document: Document, reader: Reader) -> Extraction:
    """The claims of the document under the id that the store would give it."""
    return extract(replace(document, id=document_id(document)), reader.claimants, reader.conflict)


def add(
    store: Store, documents: Iterable[tuple[Document, str]], reader: Reader, by: str, at: datetime
) -> Iterator[Added]:
    """Adds each document, given with where it came from, in a transaction of its own; what is told has been kept.

    Raises StoreError where the store cannot be written; what was told before stays.
    """
    known = Signatures()
    for document, origin in documents:
        read = read_for_store(document, reader)
        kept = Kept(read.document, by, at, origin, signature(document.text))
        with store.reviewing() as desk:
            links = _links(desk, kept, known)
            new = desk.add(kept, read.claims, _aside(read), links)
        yield Added(read, new, links if new else ())


def _links(desk: Desk, kept: Kept, known: Signatures) -> tuple[Link, ...]:
    """The earlier documents that this one is alike to: by text, by nearly the same text, by address."""
    known.learn(desk.signatures(known.last))
    mine, found = kept.document.id, {}
    for name, share in known.near(kept.signature):
        found[name] = Link(mine, name, LinkKind.NEAR_COPY, share)
    for other in desk.alike(text_hash(kept.document.text), kept.document.url):
        same, name = other.text_sha256 == kept.text_sha256, other.document.id
        kind = LinkKind.SAME_TEXT if same else LinkKind.SAME_ADDRESS
        found[name] = Link(mine, name, kind, 1.0 if same else known.share(name, kept.signature))
    found.pop(mine, None)
    return tuple(list(found.values())[:_MOST_LINKS])


def _aside(read: Extraction) -> list[SetAside]:
    """The figures set aside, each place once."""
    places = {one.evidence.start: one for one in read.rejections if one.evidence.end > one.evidence.start}
    return [SetAside(read.document.id, start, one.evidence.end, one.reason[:500]) for start, one in places.items()]

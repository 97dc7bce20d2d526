"""What is asked of the review's tables, as values."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from dashboard.model import Document, claim_from_json
from dashboard.store.review.tables import decision, document, document_link, set_aside
from dashboard.store.review.values import Decision, Deed, Kept, Link, LinkKind, SetAside


def documents(connection: Connection, recorded_as_of: datetime | None = None) -> Iterator[Kept]:
    """The documents, oldest first: those added by then, or all."""
    query = select(document).order_by(document.c.number)
    if recorded_as_of is not None:
        query = query.where(document.c.added_at <= recorded_as_of)
    return (_kept(row) for row in connection.execute(query))


def kept(connection: Connection, document_id: str) -> Kept | None:
    """The document of that id, or None."""
    row = connection.execute(select(document).where(document.c.document_id == document_id)).first()
    return _kept(row) if row else None


def alike(connection: Connection, text_sha256: str, url: str | None) -> list[Kept]:
    """The documents with exactly that text, or of that address."""
    same = document.c.text_sha256 == text_sha256
    query = select(document).where(same | (document.c.url == url) if url else same).order_by(document.c.number)
    return [_kept(row) for row in connection.execute(query)]


def signatures(connection: Connection, after: int = 0) -> list[tuple[int, str, bytes]]:
    """Number, id and signature of each document added after the one of that number."""
    query = select(document.c.number, document.c.document_id, document.c.signature).where(document.c.number > after)
    return [(row.number, row.document_id, row.signature) for row in connection.execute(query)]


def decisions(connection: Connection, recorded_as_of: datetime | None = None) -> Iterator[Decision]:
    """The whole log, oldest first: what was decided by then, or all."""
    query = select(decision).order_by(decision.c.number)
    if recorded_as_of is not None:
        query = query.where(decision.c.decided_at <= recorded_as_of)
    return (_decision(row) for row in connection.execute(query))


def newest(connection: Connection, before: int | None = None, limit: int = 100) -> list[Decision]:
    """The latest decisions by people, newest first: before the one of that number, where it is given."""
    query = _page(select(decision).where(decision.c.deed != str(Deed.READ)), before)
    return [_decision(row) for row in connection.execute(query.limit(limit))]


def history(connection: Connection, claim_id: str) -> list[Decision]:
    """All decisions on a claim, oldest first."""
    query = select(decision).where(decision.c.claim_id == claim_id).order_by(decision.c.version)
    return [_decision(row) for row in connection.execute(query)]


def last(connection: Connection, claim_id: str) -> Decision | None:
    """The latest decision on a claim, or None."""
    query = select(decision).where(decision.c.claim_id == claim_id).order_by(decision.c.version.desc()).limit(1)
    row = connection.execute(query).first()
    return _decision(row) if row else None


def of_version(connection: Connection, claim_id: str, version: int) -> Decision | None:
    """The decision of that version on a claim, or None."""
    query = select(decision).where(decision.c.claim_id == claim_id, decision.c.version == version)
    row = connection.execute(query).first()
    return _decision(row) if row else None


def numbered(connection: Connection, number: int) -> Decision | None:
    """The decision of that number, or None."""
    row = connection.execute(select(decision).where(decision.c.number == number)).first()
    return _decision(row) if row else None


def figures_set_aside(connection: Connection, document_id: str | None = None) -> list[SetAside]:
    """The figures set aside in a document, or in all."""
    query = select(set_aside).order_by(set_aside.c.document_id, set_aside.c.figure_start)
    if document_id is not None:
        query = query.where(set_aside.c.document_id == document_id)
    return [SetAside._make(row) for row in connection.execute(query)]


def links(connection: Connection) -> list[Link]:
    """Each document and the earlier ones that it is alike to."""
    query = select(document_link).order_by(document_link.c.document_id, document_link.c.earlier_id)
    return [
        Link(row.document_id, row.earlier_id, LinkKind(row.kind), row.similarity) for row in connection.execute(query)
    ]


def _page(query: Select[Any], before: int | None) -> Select[Any]:
    query = query.order_by(decision.c.number.desc())
    return query if before is None else query.where(decision.c.number < before)


def _kept(row: Row[Any]) -> Kept:
    return Kept(
        Document(row.document_id, row.text, row.publisher, row.published, row.title, row.url, row.language),
        row.added_by,
        row.added_at,
        row.origin,
        row.signature,
        row.number,
    )


def _decision(row: Row[Any]) -> Decision:
    claim = claim_from_json(row.claim | {"status": row.status})
    return Decision(
        claim, row.version, Deed(row.deed), row.decided_by, row.decided_at, row.note, row.undoes, row.number
    )

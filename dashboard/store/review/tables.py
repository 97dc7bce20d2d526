"""The tables of the review. All only grow; a claim's state is its latest decision.

The database itself refuses a second decision of the same version: of two people who decide at once, one is told.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from dashboard.model import Status
from dashboard.store.review.values import Deed, LinkKind
from dashboard.store.schema import Moment, metadata


def _one_of(column: str, values: type[Deed] | type[LinkKind] | type[Status]) -> str:
    return f"{column} IN ({', '.join(repr(str(value)) for value in values)})"


document = Table(
    "document",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document_id", String(40), nullable=False, unique=True),
    Column("text", Text, nullable=False),
    Column("text_sha256", String(64), nullable=False, index=True),
    Column("publisher", String(500)),
    Column("published", Date),
    Column("title", String(1000)),
    Column("url", String(2000), index=True),
    Column("language", String(40)),
    Column("origin", String(1000), nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("added_by", String(200), nullable=False),
    Column("added_at", Moment, nullable=False),
    CheckConstraint("length(text_sha256) = 64", name="sha256_length"),
    CheckConstraint("length(text) > 0", name="text_not_empty"),
)

decision = Table(
    "decision",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("claim_id", String(200), nullable=False),
    Column("document_id", ForeignKey("document.document_id"), nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("deed", String(10), nullable=False),
    Column("status", String(10), nullable=False),
    Column("claim", JSON, nullable=False),
    Column("note", String(1000)),
    Column("undoes", ForeignKey("decision.number")),
    Column("decided_by", String(200), nullable=False),
    Column("decided_at", Moment, nullable=False),
    UniqueConstraint("claim_id", "version"),
    CheckConstraint("version >= 1", name="version_counts_from_one"),
    CheckConstraint("(deed = 'undone') = (undoes IS NOT NULL)", name="undone_names_what"),
    CheckConstraint(_one_of("deed", Deed), name="deed_known"),
    CheckConstraint(_one_of("status", Status), name="status_known"),
)

set_aside = Table(
    "set_aside",
    metadata,
    Column("document_id", ForeignKey("document.document_id"), primary_key=True),
    Column("figure_start", Integer, primary_key=True, autoincrement=False),
    Column("figure_end", Integer, nullable=False),
    Column("reason", String(500), nullable=False),
    CheckConstraint("figure_end > figure_start AND figure_start >= 0", name="span"),
)

document_link = Table(
    "document_link",
    metadata,
    Column("document_id", ForeignKey("document.document_id"), primary_key=True),
    Column("earlier_id", ForeignKey("document.document_id"), primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("similarity", Float, nullable=False),
    CheckConstraint("document_id <> earlier_id", name="two_documents"),
    CheckConstraint("similarity >= 0 AND similarity <= 1", name="similarity_share"),
    CheckConstraint(_one_of("kind", LinkKind), name="kind_known"),
)

ONLY_GROW = (document, decision, set_aside, document_link)

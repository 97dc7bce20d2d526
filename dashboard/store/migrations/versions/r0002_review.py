"""Documents that people add, the decisions on their claims, figures set aside, and links between copies."""

import sqlalchemy as sa
from alembic import op

from dashboard.store.migrations.guard import only_grows

revision = "0002"
down_revision = "0001"

_DEEDS = ("read", "added", "changed", "accepted", "rejected", "deferred", "undone")
_STATUSES = ("accepted", "pending", "rejected")
_KINDS = ("same_address", "same_text", "near_copy")


def upgrade() -> None:
    """Makes the tables of the review and guards them: all of them only grow."""
    _documents()
    _decisions()
    for table in ("document", "decision", "set_aside", "document_link"):
        only_grows(table)


def _documents() -> None:
    op.create_table(
        "document",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("document_id", sa.String(40), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("text_sha256", sa.String(64), nullable=False),
        sa.Column("publisher", sa.String(500)),
        sa.Column("published", sa.Date),
        sa.Column("title", sa.String(1000)),
        sa.Column("url", sa.String(2000)),
        sa.Column("language", sa.String(40)),
        sa.Column("origin", sa.String(1000), nullable=False),
        sa.Column("signature", sa.LargeBinary, nullable=False),
        sa.Column("added_by", sa.String(200), nullable=False),
        sa.Column("added_at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_document"),
        sa.UniqueConstraint("document_id", name="uq_document_document_id"),
        sa.CheckConstraint("length(text_sha256) = 64", name="ck_document_sha256_length"),
        sa.CheckConstraint("length(text) > 0", name="ck_document_text_not_empty"),
    )
    op.create_index("ix_document_text_sha256", "document", ["text_sha256"])
    op.create_index("ix_document_url", "document", ["url"])
    op.create_table(
        "set_aside",
        sa.Column("document_id", sa.String(40), nullable=False),
        sa.Column("figure_start", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("figure_end", sa.Integer, nullable=False),
        sa.Column("reason", sa.String(500), nullable=False),
        sa.PrimaryKeyConstraint("document_id", "figure_start", name="pk_set_aside"),
        sa.ForeignKeyConstraint(["document_id"], ["document.document_id"], name="fk_set_aside_document_id"),
        sa.CheckConstraint("figure_end > figure_start AND figure_start >= 0", name="ck_set_aside_span"),
    )
    op.create_table(
        "document_link",
        sa.Column("document_id", sa.String(40), nullable=False),
        sa.Column("earlier_id", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("similarity", sa.Float, nullable=False),
        sa.PrimaryKeyConstraint("document_id", "earlier_id", name="pk_document_link"),
        sa.ForeignKeyConstraint(["document_id"], ["document.document_id"], name="fk_document_link_document_id"),
        sa.ForeignKeyConstraint(["earlier_id"], ["document.document_id"], name="fk_document_link_earlier_id"),
        sa.CheckConstraint("document_id <> earlier_id", name="ck_document_link_two_documents"),
        sa.CheckConstraint("similarity >= 0 AND similarity <= 1", name="ck_document_link_similarity_share"),
        sa.CheckConstraint(_one_of("kind", _KINDS), name="ck_document_link_kind_known"),
    )


def _decisions() -> None:
    op.create_table(
        "decision",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("claim_id", sa.String(200), nullable=False),
        sa.Column("document_id", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("deed", sa.String(10), nullable=False),
        sa.Column("status", sa.String(10), nullable=False),
        sa.Column("claim", sa.JSON, nullable=False),
        sa.Column("note", sa.String(1000)),
        sa.Column("undoes", sa.Integer),
        sa.Column("decided_by", sa.String(200), nullable=False),
        sa.Column("decided_at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_decision"),
        sa.ForeignKeyConstraint(["document_id"], ["document.document_id"], name="fk_decision_document_id"),
        sa.ForeignKeyConstraint(["undoes"], ["decision.number"], name="fk_decision_undoes"),
        sa.UniqueConstraint("claim_id", "version", name="uq_decision_claim_id_version"),
        sa.CheckConstraint("version >= 1", name="ck_decision_version_counts_from_one"),
        sa.CheckConstraint("(deed = 'undone') = (undoes IS NOT NULL)", name="ck_decision_undone_names_what"),
        sa.CheckConstraint(_one_of("deed", _DEEDS), name="ck_decision_deed_known"),
        sa.CheckConstraint(_one_of("status", _STATUSES), name="ck_decision_status_known"),
    )
    op.create_index("ix_decision_document_id", "decision", ["document_id"])


def _one_of(column: str, values: tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(map(repr, values))})"

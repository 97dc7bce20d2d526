"""Datasets, their versions and series, and the logs of reports and corrections, which only grow."""

import sqlalchemy as sa
from alembic import op

from dashboard.store.migrations.guard import only_grows

revision = "0001"
down_revision = None

_ONLY_GROW = ("version", "series", "report", "report_change", "correction_change")
_HEDGES = ("exact", "about", "at_least", "nearly", "up_to", "range")


def upgrade() -> None:
    """Makes the tables and guards those that only grow."""
    _dataset_tables()
    _log_tables()
    for table in _ONLY_GROW:
        only_grows(table)


def _dataset_tables() -> None:
    op.create_table(
        "dataset",
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("address", sa.String(500), nullable=False),
        sa.Column("credit", sa.String(500), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_dataset"),
    )
    op.create_table(
        "version",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("dataset", sa.String(100), nullable=False),
        sa.Column("file", sa.String(100), nullable=False),
        sa.Column("source", sa.String(1000), nullable=False),
        sa.Column("etag", sa.String(200)),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("fetched_at", sa.DateTime, nullable=False),
        sa.Column("rows", sa.Integer, nullable=False),
        sa.Column("added", sa.Integer, nullable=False),
        sa.Column("changed", sa.Integer, nullable=False),
        sa.Column("removed", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_version"),
        sa.ForeignKeyConstraint(["dataset"], ["dataset.name"], name="fk_version_dataset"),
        sa.CheckConstraint("length(sha256) = 64", name="ck_version_sha256_length"),
        sa.CheckConstraint("rows >= 0 AND added >= 0 AND changed >= 0 AND removed >= 0", name="ck_version_counts"),
    )
    op.create_table(
        "series",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("dataset", sa.String(100), nullable=False),
        sa.Column("claimant", sa.String(200), nullable=False),
        sa.Column("subject", sa.String(200), nullable=False),
        sa.Column("category", sa.String(100), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_series"),
        sa.ForeignKeyConstraint(["dataset"], ["dataset.name"], name="fk_series_dataset"),
        sa.UniqueConstraint(
            "dataset", "claimant", "subject", "category", name="uq_series_dataset_claimant_subject_category"
        ),
    )


def _log_tables() -> None:
    op.create_table(
        "report",
        sa.Column("report_id", sa.String(200), nullable=False),
        sa.Column("series_id", sa.Integer, nullable=False),
        sa.Column("published", sa.Date, nullable=False),
        sa.Column("source_url", sa.String(1000), nullable=False),
        sa.PrimaryKeyConstraint("report_id", name="pk_report"),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name="fk_report_series_id"),
        sa.UniqueConstraint("series_id", "published", name="uq_report_series_id_published"),
    )
    op.create_table(
        "report_change",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("report_id", sa.String(200), nullable=False),
        sa.Column("total", sa.Float),
        sa.Column("hedge", sa.String(10), nullable=False),
        sa.Column("recorded_at", sa.DateTime, nullable=False),
        sa.Column("version_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_report_change"),
        sa.ForeignKeyConstraint(["report_id"], ["report.report_id"], name="fk_report_change_report_id"),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"], name="fk_report_change_version_id"),
        sa.UniqueConstraint("report_id", "recorded_at", name="uq_report_change_report_id_recorded_at"),
        sa.CheckConstraint("total >= 0", name="ck_report_change_total_not_negative"),
        sa.CheckConstraint(f"hedge IN ({', '.join(map(repr, _HEDGES))})", name="ck_report_change_hedge_known"),
    )
    op.create_table(
        "correction_change",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("series_id", sa.Integer, nullable=False),
        sa.Column("published", sa.Date, nullable=False),
        sa.Column("amount", sa.Float),
        sa.Column("recorded_at", sa.DateTime, nullable=False),
        sa.Column("version_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_correction_change"),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name="fk_correction_change_series_id"),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"], name="fk_correction_change_version_id"),
        sa.UniqueConstraint(
            "series_id", "published", "recorded_at", name="uq_correction_change_series_id_published_recorded_at"
        ),
        sa.CheckConstraint("amount <> 0", name="ck_correction_change_amount_not_zero"),
    )

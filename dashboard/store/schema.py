"""The tables of the store. Logs only grow: a state is what a replay of its log gives.

Moments are kept as UTC without a zone, days as dates. A total or amount that is null says: removed at that moment.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator

from dashboard.model import Hedge

# Every revision that this release can bring a store up from, oldest first; the last is the one it reads and writes.
REVISIONS = ("0001", "0002")


class Moment(TypeDecorator[datetime]):
    """A moment kept in UTC: aware datetimes in and out, the same text or timestamp in every database."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC without a zone; a moment without a zone is refused, since nobody knows when it was."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"the moment {value} names no time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment with its zone, UTC."""
        return value.replace(tzinfo=UTC) if value is not None else None


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

dataset = Table(
    "dataset",
    metadata,
    Column("name", String(100), primary_key=True),
    Column("address", String(500), nullable=False),
    Column("credit", String(500), nullable=False),
)

version = Table(
    "version",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("dataset", ForeignKey("dataset.name"), nullable=False),
    Column("file", String(100), nullable=False),
    Column("source", String(1000), nullable=False),
    Column("etag", String(200)),
    Column("sha256", String(64), nullable=False),
    Column("fetched_at", Moment, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("added", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("removed", Integer, nullable=False),
    CheckConstraint("length(sha256) = 64", name="sha256_length"),
    CheckConstraint("rows >= 0 AND added >= 0 AND changed >= 0 AND removed >= 0", name="counts"),
)

series = Table(
    "series",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("dataset", ForeignKey("dataset.name"), nullable=False),
    Column("claimant", String(200), nullable=False),
    Column("subject", String(200), nullable=False),
    Column("category", String(100), nullable=False),
    UniqueConstraint("dataset", "claimant", "subject", "category"),
)

report = Table(
    "report",
    metadata,
    Column("report_id", String(200), primary_key=True),
    Column("series_id", ForeignKey("series.id"), nullable=False),
    Column("published", Date, nullable=False),
    Column("source_url", String(1000), nullable=False),
    UniqueConstraint("series_id", "published"),
)

report_change = Table(
    "report_change",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("report_id", ForeignKey("report.report_id"), nullable=False),
    Column("total", Float),
    Column("hedge", String(10), nullable=False),
    Column("recorded_at", Moment, nullable=False),
    Column("version_id", ForeignKey("version.id"), nullable=False),
    UniqueConstraint("report_id", "recorded_at"),
    CheckConstraint("total >= 0", name="total_not_negative"),
    CheckConstraint(f"hedge IN ({', '.join(repr(str(hedge)) for hedge in Hedge)})", name="hedge_known"),
)

correction_change = Table(
    "correction_change",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("series_id", ForeignKey("series.id"), nullable=False),
    Column("published", Date, nullable=False),
    Column("amount", Float),
    Column("recorded_at", Moment, nullable=False),
    Column("version_id", ForeignKey("version.id"), nullable=False),
    UniqueConstraint("series_id", "published", "recorded_at"),
    CheckConstraint("amount <> 0", name="amount_not_zero"),
)

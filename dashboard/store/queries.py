"""What is asked of the database, as values of `log`."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, Table, and_, func, select

from dashboard.store.log import Correction, Entry, Version
from dashboard.store.review.tables import decision, document
from dashboard.store.schema import correction_change, dataset, report, report_change, series, version


class Freshness(NamedTuple):
    """Which series is in use and how old it is: the last version of a dataset, and what now stands in the log."""

    dataset: str
    credit: str
    address: str
    source: str
    fetched_at: datetime
    last_published: date | None
    reports: int
    versions: int


def entries(connection: Connection, recorded_as_of: datetime | None = None, name: str | None = None) -> list[Entry]:
    """The log of reports, ordered by series, day and moment: what was recorded by then, of one dataset or of all."""
    query = (
        select(
            report.c.report_id, report.c.published, series.c.claimant, series.c.subject, series.c.category,
            report.c.source_url, report_change.c.total, report_change.c.hedge, report_change.c.recorded_at,
        )
        .join_from(report_change, report).join(series)
        .order_by(series.c.id, report.c.published, report.c.report_id, report_change.c.recorded_at)
    )  # fmt: skip
    return [Entry._make(row) for row in connection.execute(_only(query, report_change, recorded_as_of, name))]


def corrections(
    connection: Connection, recorded_as_of: datetime | None = None, name: str | None = None
) -> list[Correction]:
    """The log of corrections: what was recorded by then, of one dataset or of all."""
    query = select(
        correction_change.c.published, series.c.claimant, series.c.subject, series.c.category,
        correction_change.c.amount, correction_change.c.recorded_at,
    ).join_from(correction_change, series)  # fmt: skip
    return [Correction._make(row) for row in connection.execute(_only(query, correction_change, recorded_as_of, name))]


def _only(query: Select[Any], log: Table, recorded_as_of: datetime | None, name: str | None) -> Select[Any]:
    if recorded_as_of is not None:
        query = query.where(log.c.recorded_at <= recorded_as_of)
    return query if name is None else query.where(series.c.dataset == name)


def versions(connection: Connection, name: str | None = None) -> list[Version]:
    """The versions of a dataset, or of all, in the order in which they were stored."""
    query = select(*(version.c[column] for column in Version._fields)).order_by(version.c.id)
    query = query if name is None else query.where(version.c.dataset == name)
    return [Version._make(row) for row in connection.execute(query)]


def freshness(connection: Connection) -> Freshness | None:
    """The freshness of the dataset last synced; None where nothing was."""
    last = connection.execute(
        select(dataset, version.c.file, version.c.source, version.c.fetched_at)
        .join_from(version, dataset)
        .order_by(version.c.id.desc())
        .limit(1)
    ).first()
    if last is None:
        return None
    last_published, reports = _standing(connection, last.name)
    count = select(func.count()).select_from(version).where(version.c.dataset == last.name)
    return Freshness(
        dataset=last.name,
        credit=last.credit,
        address=last.address,
        source=last.source.removesuffix(last.file).rstrip("/\\"),
        fetched_at=last.fetched_at,
        last_published=last_published,
        reports=reports,
        versions=connection.execute(count).scalar_one(),
    )


def _standing(connection: Connection, name: str) -> tuple[date | None, int]:
    """The last day of publication and the number of the reports that stand, counted where they lie."""
    later = report_change.alias()
    superseded = (
        select(later.c.id)
        .where(and_(later.c.report_id == report_change.c.report_id, later.c.recorded_at > report_change.c.recorded_at))
        .exists()
    )
    row = connection.execute(
        select(func.max(report.c.published), func.count())
        .join_from(report_change, report)
        .join(series)
        .where(series.c.dataset == name, report_change.c.total.is_not(None), ~superseded)
    ).one()
    return row[0], row[1]


def stamp(connection: Connection) -> str:
    """A short text that differs whenever a log or the list of versions has grown."""
    newest = (select(func.coalesce(func.max(number), 0)).scalar_subquery() for number in _LOGS)
    return ".".join(map(str, connection.execute(select(*newest)).one()))


_LOGS = (version.c.id, report_change.c.id, correction_change.c.id, document.c.number, decision.c.number)

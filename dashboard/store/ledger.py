"""Writing to the logs: everything of one sync in one transaction, and nothing but additions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any

from sqlalchemy import Connection, Table, insert, select
from sqlalchemy.exc import IntegrityError

from dashboard.store import queries
from dashboard.store.log import Correction, Entry, Version
from dashboard.store.schema import correction_change, dataset, report, report_change, series, version


class Ledger:
    """The logs of one dataset inside a writer's transaction, which others wait for."""

    def __init__(self, connection: Connection, name: str, address: str, credit: str) -> None:
        self._connection, self._name = connection, name
        # The lock by which two writers on a server stand in line; SQLite has its own, taken when the transaction began.
        lock = select(dataset.c.name).where(dataset.c.name == name).with_for_update()
        if connection.execute(lock).first() is None:
            # Where another writer makes the same row first, ours waits for it, fails, and takes the lock after all.
            with suppress(IntegrityError), connection.begin_nested():
                connection.execute(insert(dataset).values(name=name, address=address, credit=credit))
            connection.execute(lock)

    def entries(self) -> list[Entry]:
        """The log of reports of this dataset."""
        return queries.entries(self._connection, name=self._name)

    def corrections(self) -> list[Correction]:
        """The log of corrections of this dataset."""
        return queries.corrections(self._connection, name=self._name)

    def versions(self) -> list[Version]:
        """The versions of this dataset, oldest first."""
        return queries.versions(self._connection, self._name)

    def add_version(self, added: Version) -> int:
        """Notes a version of a file; returns its id, by which entries name it."""
        row = insert(version).values(dataset=self._name, **added._asdict()).returning(version.c.id)
        return self._connection.execute(row).scalar_one()

    def record(self, entries: Sequence[Entry], version_id: int) -> None:
        """Adds entries to the log of reports."""
        places = self._series(entries)
        known = set(self._connection.execute(select(report.c.report_id)).scalars())
        fresh = {entry.report_id: entry for entry in entries if entry.report_id not in known}
        self._add(
            report,
            [
                {
                    "report_id": entry.report_id,
                    "series_id": places[entry.claimant, entry.subject, entry.category],
                    "published": entry.published,
                    "source_url": entry.source_url,
                }
                for entry in fresh.values()
            ],
        )
        columns = ("report_id", "total", "hedge", "recorded_at")
        self._add(
            report_change,
            [{name: getattr(entry, name) for name in columns} | {"version_id": version_id} for entry in entries],
        )

    def record_corrections(self, changes: Sequence[Correction], version_id: int) -> None:
        """Adds changes to the log of corrections."""
        places = self._series(changes)
        self._add(
            correction_change,
            [
                {
                    "series_id": places[change.claimant, change.subject, change.category],
                    "published": change.published,
                    "amount": change.amount,
                    "recorded_at": change.recorded_at,
                    "version_id": version_id,
                }
                for change in changes
            ],
        )

    def _series(self, named: Iterable[Entry | Correction]) -> dict[tuple[str, str, str], int]:
        """The ids of the series named, made where they are new, by claimant, subject and category."""
        known = self._known_series()
        new = sorted({(one.claimant, one.subject, one.category) for one in named} - known.keys())
        columns = ("claimant", "subject", "category")
        self._add(series, [dict(zip(columns, key, strict=True)) | {"dataset": self._name} for key in new])
        return self._known_series() if new else known

    def _known_series(self) -> dict[tuple[str, str, str], int]:
        query = select(series.c.claimant, series.c.subject, series.c.category, series.c.id)
        rows = self._connection.execute(query.where(series.c.dataset == self._name))
        return {(row.claimant, row.subject, row.category): row.id for row in rows}

    def _add(self, table: Table, rows: list[dict[str, Any]]) -> None:
        if rows:
            self._connection.execute(insert(table), rows)

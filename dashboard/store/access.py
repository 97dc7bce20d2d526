"""A store as callers use it: questions that never change it, and one way to write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.engine import URL

from dashboard.store import log, queries
from dashboard.store.address import default_address, engine_of, file_of, shown, told, url_of
from dashboard.store.ledger import Ledger
from dashboard.store.log import Version
from dashboard.store.migration import brought_up_to_date, revision_of
from dashboard.store.queries import Freshness
from dashboard.store.review import Decision, Desk, Kept, Link, SetAside, questions
from dashboard.store.review.values import latest
from dashboard.store.schema import REVISIONS

REPORT_COLUMNS = (
    "report_id", "published", "claimant", "subject", "category", "total", "hedge", "source_url", "recorded_at",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Store:
    """The store at a URL; nothing is opened or made before it is asked or written.

    Every method raises StoreError where the store cannot be read or written. A store that does not exist yet answers
    like an empty one.
    """

    url: URL

    def __str__(self) -> str:
        return shown(self.url)

    def reports(self, as_of: date | None = None, recorded_as_of: datetime | None = None) -> list[dict[str, Any]]:
        """Report rows as `sources.reports` gives them, plus `recorded_at` (UTC), by series and day of publication.

        `recorded_as_of` replays the store: only what was recorded by then (UTC where it names no zone). `as_of` is by
        publication: reports published by that day, each with its latest value recorded by the day's end (UTC), or its
        first where that came later. Reports removed by then are left out. Both together: the second of the first.
        """
        return [_row(entry) for entry in log.replayed(self._entries(recorded_as_of), as_of)]

    def history(self, recorded_as_of: datetime | None = None) -> list[dict[str, Any]]:
        """Every vintage of every report, in rows as of `reports`; a total of None says that it was removed then."""
        return [_row(entry) for entry in self._entries(recorded_as_of)]

    def revisions(self, as_of: date | None = None, recorded_as_of: datetime | None = None) -> list[dict[str, Any]]:
        """Each change or removal of a total that had been recorded: log.REVISION_COLUMNS, bounded as in `reports`."""
        return log.revisions(self._entries(recorded_as_of), as_of)

    def _entries(self, recorded_as_of: datetime | None) -> list[log.Entry]:
        with self._reading() as connection:
            return queries.entries(connection, _moment(recorded_as_of)) if connection else []

    def corrections(self, recorded_as_of: datetime | None = None) -> list[dict[str, Any]]:
        """The dataset's own signed corrections: published, claimant, subject, category, amount, recorded_at."""
        with self._reading() as connection:
            changes = queries.corrections(connection, _moment(recorded_as_of)) if connection else []
        return [change._asdict() for change in log.corrections_held(changes)]

    def versions(self, dataset: str | None = None) -> list[Version]:
        """Every version stored, oldest first."""
        with self._reading() as connection:
            return queries.versions(connection, dataset) if connection else []

    def freshness(self) -> Freshness | None:
        """Which series is in use and how old it is; None where nothing was synced yet."""
        with self._reading() as connection:
            return queries.freshness(connection) if connection else None

    def stamp(self) -> str:
        """A text that differs whenever the store has grown: a cheap mark for caches; empty for a store not there."""
        with self._reading() as connection:
            return queries.stamp(connection) if connection else ""

    def documents(self, recorded_as_of: datetime | None = None) -> list[Kept]:
        """The documents that people added, oldest first."""
        with self._reading() as connection:
            return list(questions.documents(connection, _moment(recorded_as_of))) if connection else []

    def document(self, document_id: str) -> Kept | None:
        """The document of that id, or None."""
        with self._reading() as connection:
            return questions.kept(connection, document_id) if connection else None

    def held(self, recorded_as_of: datetime | None = None) -> list[Decision]:
        """The state of each claim: its latest decision, in the order in which claims came."""
        with self._reading() as connection:
            return latest(questions.decisions(connection, _moment(recorded_as_of))) if connection else []

    def claim_history(self, claim_id: str) -> list[Decision]:
        """All decisions on a claim, oldest first."""
        with self._reading() as connection:
            return questions.history(connection, claim_id) if connection else []

    def decisions(self, before: int | None = None, limit: int = 100) -> list[Decision]:
        """What people decided, newest first: before the decision of that number, where it is given."""
        with self._reading() as connection:
            return questions.newest(connection, before, limit) if connection else []

    @contextmanager
    def reading_decisions(self) -> Iterator[Iterator[Decision]]:
        """Every decision, oldest first, read as they are asked for."""
        with self._reading() as connection:
            yield questions.decisions(connection) if connection else iter(())

    def set_aside(self, document_id: str | None = None) -> list[SetAside]:
        """The figures set aside in a document, or in all."""
        with self._reading() as connection:
            return questions.figures_set_aside(connection, document_id) if connection else []

    def links(self) -> list[Link]:
        """Each document and the earlier ones that it is alike to."""
        with self._reading() as connection:
            return questions.links(connection) if connection else []

    @contextmanager
    def reviewing(self) -> Iterator[Desk]:
        """The desk at which documents and decisions are written: all kept when the block ends, else none of it."""
        with self._changing() as connection:
            yield Desk(connection)

    @contextmanager
    def writing(self, dataset: str, address: str, credit: str) -> Iterator[Ledger]:
        """A ledger of the dataset: made and migrated where needed, kept whole when the block ends, else not at all."""
        with self._changing() as connection:
            yield Ledger(connection, dataset, address, credit)

    @contextmanager
    def _changing(self) -> Iterator[Connection]:
        """A writer's transaction in a store that is there and up to date."""
        with told(self.url):
            file = file_of(self.url)
            if file is not None:
                file.parent.mkdir(parents=True, exist_ok=True)
            with self._writer.begin() as connection:
                if revision_of(connection, self.url) == REVISIONS[-1]:
                    yield connection
                    return
            brought_up_to_date(self._writer, self.url)
            with self._writer.begin() as connection:
                yield connection

    @contextmanager
    def _reading(self) -> Iterator[Connection | None]:
        """A connection in one consistent state, or None where there is no store yet.

        A store that an earlier release wrote is copied and migrated before it is read.
        """
        file = file_of(self.url)
        with told(self.url):
            if file is not None and not file.exists():
                yield None
                return
            with self._reader.begin() as connection:
                revision = revision_of(connection, self.url)
                if revision in (None, REVISIONS[-1]):
                    yield connection if revision else None
                    return
            brought_up_to_date(self._writer, self.url)
            with self._reader.begin() as connection:
                yield connection

    @cached_property
    def _reader(self) -> Engine:
        return engine_of(self.url, writing=False)

    @cached_property
    def _writer(self) -> Engine:
        return engine_of(self.url, writing=True)


def _row(entry: log.Entry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in REPORT_COLUMNS}


def open_store(address: str | None = None) -> Store:
    """The store at an address (URL or path of a file), or the default one in the user's data folder.

    Raises StoreError where the address names neither SQLite nor PostgreSQL; touches nothing.
    """
    return Store(url_of(address or default_address()))


def _moment(moment: datetime | None) -> datetime | None:
    return moment.replace(tzinfo=UTC) if moment is not None and moment.tzinfo is None else moment

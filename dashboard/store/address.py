"""Where a store lies: an address as given becomes a database URL, and an engine that fails in sentences."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from platformdirs import user_data_path
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, Connection, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from dashboard.errors import StoreError

# Seconds that a writer waits for another. SQLite does not queue: on a loaded machine, where two programs wrote without
# pause, five seconds were not enough for one of them once in 4,000 writes.
WAIT = 30

# How long libpq waits for a server that never answers, and, in milliseconds, for one that is gone from the network;
# and how long the server keeps us in line, or keeps a place for us once we are gone.
_PATIENCE = MappingProxyType(
    {
        "connect_timeout": "5",
        "tcp_user_timeout": "15000",
        "options": f"-c lock_timeout={WAIT}s -c idle_in_transaction_session_timeout={2 * WAIT}s",
    }
)


def default_address() -> str:
    """The address of the store in the user's own data folder."""
    return f"sqlite:///{user_data_path('reported-losses', appauthor=False) / 'losses.db'}"


def url_of(address: str) -> URL:
    """The database URL that `address` names: SQLite or PostgreSQL, or the plain path of an SQLite file."""
    try:
        # A plain path is taken whole: it may hold signs that mean something in an address.
        url = make_url(address) if "://" in address else URL.create("sqlite", database=address)
    except (ArgumentError, ValueError):
        raise StoreError("the store's address cannot be read. Write sqlite:///PATH or postgresql://…") from None
    kind = url.get_backend_name()
    if kind not in ("sqlite", "postgresql"):
        raise StoreError(f"a store cannot lie in {kind!r}. Write sqlite:///PATH or postgresql://…")
    if kind == "sqlite" and url.database in (None, "", ":memory:"):
        raise StoreError("a store in memory would be lost at the end. Write sqlite:///PATH")
    return url


def shown(url: URL) -> str:
    """The store as messages name it: the path of a file, or the URL without its password."""
    return str(file_of(url) or url.set(query={}).render_as_string(hide_password=True))


def file_of(url: URL) -> Path | None:
    """The file of an SQLite store; None where the store lies in a server."""
    if url.get_backend_name() != "sqlite":
        return None
    return Path(url.database or "").expanduser().absolute()


def engine_of(url: URL, writing: bool) -> Engine:
    """An engine whose reader never creates or changes a store, and whose writers stand in line."""
    file = file_of(url)
    if file is None:
        return _server(url, writing)
    # "rw" opens without creating, and lets a reader roll back what a killed writer left half done.
    place = f"{file.as_uri()}?mode={'rwc' if writing else 'rw'}"
    engine = create_engine(
        "sqlite://",
        poolclass=NullPool,
        creator=lambda: sqlite3.connect(place, uri=True, timeout=WAIT, isolation_level=None, check_same_thread=False),
    )
    _prepare(engine, writing)
    return engine


def _prepare(engine: Engine, writing: bool) -> None:
    """The pragmas of each SQLite connection, and transactions that begin when we say so."""

    @event.listens_for(engine, "connect")
    def pragmas(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        if not writing:
            connection.execute("PRAGMA query_only = ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # IMMEDIATE takes the writer's place in line at once: reading first and writing later could end in deadlock.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _server(url: URL, writing: bool) -> Engine:
    options = {} if writing else {"postgresql_readonly": True}
    given = {name: value for name, value in _PATIENCE.items() if name not in url.query}
    try:
        return create_engine(url, pool_pre_ping=True, execution_options=options, connect_args=given)
    except ModuleNotFoundError as error:
        raise StoreError(
            f"the store {shown(url)} needs the Python package {error.name!r}. Install it, or name another driver in "
            "the address, such as postgresql+psycopg://…"
        ) from None


@contextmanager
def told(url: URL) -> Iterator[None]:
    """Runs the block; a fault of the database or its file becomes a StoreError that says what to do."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(f"the store {shown(url)} {_reason(error)}") from error
    except SQLAlchemyError as error:
        raise StoreError(f"the store {shown(url)} failed: {error}") from error
    except OSError as error:
        raise StoreError(f"the store {shown(url)} cannot be used ({error.strerror}). Check the path") from error


_REASONS = {
    "full": "could not be written: the disk is full. Nothing was changed; make room, then try again",
    "readonly": "is write-protected. Nothing was changed; allow writing, or choose another with --store",
    "unable to open": "cannot be opened. Check the path and its permissions, or choose another with --store",
    "locked": f"is being written by another program for more than {WAIT} seconds. Try again in a moment",
    "lock timeout": f"is being written by another program for more than {WAIT} seconds. Try again in a moment",
    "not a database": "is no database. Choose another file with --store",
    "malformed": "is damaged. Restore it from a copy beside it, or choose another with --store",
    "disk i/o": "cannot be read or written: the disk fails. Nothing was changed; check the disk",
}


def _reason(error: DBAPIError) -> str:
    text = " ".join(str(error.orig).split())
    plain = text.lower().replace("read-only", "readonly")
    return next((words for mark, words in _REASONS.items() if mark in plain), f"failed: {text[:200]}")

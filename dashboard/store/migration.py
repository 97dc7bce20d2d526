"""Bringing a store to the schema of this release: what is there, a copy before any change, then the migrations."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, column, inspect, select, table
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from dashboard.errors import StoreError
from dashboard.store.address import file_of, shown
from dashboard.store.schema import REVISIONS

_MIGRATIONS = Path(__file__).parent / "migrations"


def revision_of(connection: Connection, url: URL) -> str | None:
    """The schema revision of the store, None for an empty database; raises StoreError for what is no store of ours."""
    tables = inspect(connection).get_table_names()
    if "alembic_version" in tables:
        revision = connection.execute(select(table("alembic_version", column("version_num")))).scalar()
        if revision:
            return _known(str(revision), url)
    if tables:
        raise StoreError(f"{shown(url)} holds other data, not a store of losses. Choose another with --store")
    return None


def _known(revision: str, url: URL) -> str:
    if revision not in REVISIONS:
        raise StoreError(
            f"the store {shown(url)} was written by a newer release (schema {revision}; this one knows "
            f"{REVISIONS[-1]}). It was left untouched: update the program, or choose another store with --store"
        )
    return revision


def brought_up_to_date(engine: Engine, url: URL) -> None:
    """Makes or migrates the store's schema in one transaction, after a copy of the file where there is one."""
    try:
        _bring_up_to_date(engine, url)
    except DBAPIError:
        # On a server another process may have made the same step at the same moment, and ours then fails.
        with engine.connect() as connection:
            if revision_of(connection, url) != REVISIONS[-1]:
                raise


def _bring_up_to_date(engine: Engine, url: URL) -> None:
    with engine.begin() as connection:
        revision = revision_of(connection, url)
        if revision == REVISIONS[-1]:
            return
        if revision is not None:
            back_up(url, f"schema-{revision}")
        upgraded(connection)


def back_up(url: URL, label: str) -> Path | None:
    """Copies an SQLite store beside itself and returns the copy; a server's backups are its keeper's."""
    file = file_of(url)
    if file is None:
        return None
    place = f"{file.as_uri()}?mode=rw"
    copy = unused(file.with_name(f"{file.name}.{label}.backup"))
    try:
        with closing(sqlite3.connect(place, uri=True)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
        shutil.copymode(file, copy)
    except (sqlite3.Error, OSError) as error:
        copy.unlink(missing_ok=True)
        raise StoreError(
            f"no backup of {file} could be written ({error}). Nothing was changed; make room beside it, then try again"
        ) from error
    return copy


def unused(path: Path) -> Path:
    """The path, or the first numbered one that does not exist: a copy never replaces another."""
    tries = (path.with_name(f"{path.name}.{n}") if n else path for n in range(10_000))
    return next(one for one in tries if not one.exists())


def upgraded(connection: Connection, to: str = REVISIONS[-1]) -> None:
    """Brings the database at the connection up to a revision, in the connection's own transaction."""
    # Imported here: only a writer with something to migrate needs Alembic, and it takes a while to load.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)

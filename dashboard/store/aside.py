"""A damaged store is set aside whole, so that the program starts and another store can begin; nothing is deleted."""

from __future__ import annotations

import logging
import re
import sqlite3
from pathlib import Path

from dashboard.errors import Problem
from dashboard.store.access import Store
from dashboard.store.address import file_of
from dashboard.store.keeping import damage
from dashboard.store.migration import unused

_LOG = logging.getLogger(__name__)
# What SQLite keeps beside its file goes first: a journal left behind would be played into the next store.
_PARTS = ("-journal", "-wal", "-shm", "")
_NAME = "damaged"


def set_aside_if_damaged(store: Store) -> Path | None:
    """Where the store's file is now if it was damaged; None where it stays: sound, not there, or in a server.

    A file that cannot be looked at or moved (no database, locked, write-protected) stays too; reading it says why.
    """
    file = file_of(store.url)
    if file is None or not file.exists() or not _damaged(file):
        return None
    place = unused(file.with_name(f"{file.name}.{_NAME}"))
    try:
        for part in _PARTS:
            if (beside := Path(f"{file}{part}")).exists():
                beside.rename(f"{place}{part}")
    except OSError as error:
        _LOG.error("the damaged store %s cannot be set aside (%s)", file, error.strerror)
        return None
    _LOG.error("the store %s was damaged and is set aside as %s", file, place.name)
    return place


def _damaged(file: Path) -> bool:
    try:
        return bool(damage(file))
    except sqlite3.Error as error:
        return error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CORRUPT


def told_of_aside(store: Store) -> tuple[Problem, ...]:
    """A problem for each damaged store that lies beside this one, said until somebody moves it away."""
    return tuple(
        Problem(
            "the store",
            None,
            f"a damaged store was set aside as {path.name}, and another begins in its place",
            "`losses store restore` puts a backup there, or `losses sync` begins it; then move the damaged file away",
        )
        for path in _aside(store)
    )


def _aside(store: Store) -> list[Path]:
    file = file_of(store.url)
    if file is None or not file.parent.is_dir():
        return []
    name = re.compile(re.escape(f"{file.name}.{_NAME}") + r"(\.[0-9]+)?")
    return sorted(path for path in file.parent.iterdir() if name.fullmatch(path.name))

"""Keeping a store safe: a backup, a restore that loses nothing, and a check of all that must hold."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from dashboard.errors import StoreError
from dashboard.store.access import Store
from dashboard.store.address import file_of, shown
from dashboard.store.migration import back_up
from dashboard.store.review import Decision, Kept, document_id
from dashboard.store.schema import REVISIONS


def backup(store: Store, target: Path) -> Path:
    """Copies the whole store into a new file, while others read and write it; returns the file.

    Raises StoreError where the target exists, where there is no store yet, or where it lies in a server.
    """
    file = _file(store, "Use the server's own means, such as pg_dump")
    if target.exists():
        raise StoreError(f"{target} exists and was left as it is; choose another name")
    if not file.exists():
        raise StoreError(f"there is no store at {file} yet; nothing to copy")
    try:
        with closing(_opened(file)) as source, closing(sqlite3.connect(target)) as copy:
            source.backup(copy)
    except (sqlite3.Error, OSError) as error:
        target.unlink(missing_ok=True)
        raise StoreError(f"no backup could be written to {target} ({error}); make room or check the path") from error
    return target


def restore(store: Store, source: Path) -> Path | None:
    """Puts the backup in the place of the store, in one step; returns the copy made of what was there before.

    Raises StoreError where `source` is no sound store of this or an earlier release: the store is then untouched.
    """
    file = _file(store, "Use the server's own means, such as pg_restore")
    _refuse_unsound(source)
    before = back_up(store.url, "before-restore") if file.exists() else None
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with closing(_opened(source)) as kept, closing(sqlite3.connect(file)) as place:
            kept.backup(place)
    except sqlite3.Error as error:
        raise StoreError(
            f"{source} could not be put in the place of {file} ({error}); {before} holds what was"
        ) from error
    return before


def faults(store: Store) -> Iterator[str]:
    """A sentence for each thing that should hold and does not; nothing where the store is sound."""
    file = file_of(store.url)
    damaged = _database_faults(file) if file is not None and file.exists() else []
    if damaged:
        yield from damaged  # what a damaged file says of documents and claims is worth nothing
        return
    documents = {kept.document.id: kept for kept in store.documents()}
    yield from _document_faults(documents.values())
    with store.reading_decisions() as decisions:
        by_claim = sorted(decisions, key=lambda one: (one.claim.claim_id, one.version))
    for _, history in groupby(by_claim, key=attrgetter("claim.claim_id")):
        yield from _claim_faults(list(history), documents)


def _database_faults(file: Path) -> list[str]:
    try:
        return damage(file)
    except sqlite3.Error as error:
        return [f"{file} is damaged ({error}); `losses store restore` puts a backup in its place"]


def damage(file: Path) -> list[str]:
    """A sentence for each thing that SQLite finds wrong with the file; raises sqlite3.Error where it cannot look."""
    with closing(_opened(file)) as connection:
        told = [f"the database says: {one}" for (one,) in connection.execute("PRAGMA integrity_check") if one != "ok"]
        rows = connection.execute("PRAGMA foreign_key_check").fetchall()
    return told + [f"row {row} of {table} names a row of {other} that is not there" for table, row, other, _ in rows]


def _document_faults(documents: Iterable[Kept]) -> Iterator[str]:
    for kept in documents:
        if document_id(kept.document) != kept.document.id:
            yield f"document {kept.document.id} does not hold what its id was made of"


def _claim_faults(history: list[Decision], documents: dict[str, Kept]) -> Iterator[str]:
    claim = history[-1].claim
    if [one.version for one in history] != list(range(1, len(history) + 1)):
        yield f"the decisions on {claim.claim_id} are not numbered without a gap"
    quote, kept = claim.evidence, documents.get(claim.document_id)
    if kept is None or quote is None or kept.document.text[quote.start : quote.end] != quote.text:
        yield f"the evidence of {claim.claim_id} is not in its document"


def _refuse_unsound(source: Path) -> None:
    if not source.is_file():
        raise StoreError(f"there is no file {source}; check the path")
    try:
        with closing(_opened(source)) as connection:
            sound = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as error:
        raise StoreError(f"{source} is no backup of a store ({error}); choose another file") from error
    if not sound:
        raise StoreError(f"{source} is damaged; choose an earlier backup")
    if revision is None or revision[0] not in REVISIONS:
        raise StoreError(f"{source} was written by a newer release; update the program first")


def _file(store: Store, instead: str) -> Path:
    file = file_of(store.url)
    if file is None:
        raise StoreError(f"the store {shown(store.url)} lies in a server. {instead}, or `losses store export`")
    return file


def _opened(file: Path) -> sqlite3.Connection:
    # "rw" opens without creating, and rolls back what a killed writer left half done.
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=rw", uri=True)

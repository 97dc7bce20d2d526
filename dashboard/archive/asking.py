"""Questions to an archive's Parquet by DuckDB: a page of its claims at a time, whatever their number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Any

import duckdb
import pandas as pd
from pyarrow import parquet

from dashboard.archive.merging import INDEX, MERGED, file_of
from dashboard.archive.places import Folder
from dashboard.archive.tables import UNKNOWN, month_of
from dashboard.errors import ArchiveError
from dashboard.model import Basis, Claim, Document, Evidence, Hedge, Period, PeriodKind, Statistic, Status

MEMORY = "400MB"
# What a page of claims can be sorted by; every order is settled by the place in the index.
SORTED_BY = (
    "value", "casualty_types", "period_end", "claimant", "publisher", "published", "independent_documents",
    "confidence", "subject", "category",
)  # fmt: skip

TEXTS = ("evidence", "claimant", "publisher", "subject")


@dataclass(frozen=True, slots=True)
class Asked:
    """Which claims are asked for, and in which order; without `order` the best come first.

    `search` is looked for in sentence, claimant and publisher, its letters in any case; `holds` names columns of text
    and what each must hold.
    """

    search: str = ""
    claimant: str | None = None
    subject: str | None = None
    category: str | None = None
    since: date | None = None
    until: date | None = None
    least_reports: int = 1
    holds: tuple[tuple[str, str], ...] = ()
    order: str | None = None
    descending: bool = False


class Archive:
    """The output folder of a run, asked. Several threads may ask at once, each in turn."""

    def __init__(self, address: str) -> None:
        """Opens the folder; raises ArchiveError where no run has ended there."""
        self._folder = Folder(address)
        self.address = address
        self._one_at_a_time = Lock()
        if not self._folder.has(INDEX):
            raise ArchiveError(f"{address} holds no archive; `losses ingest PATH --out {address}` reads one")
        self._room = None if self._folder.is_local else TemporaryDirectory(prefix="losses-")
        try:
            self._database = duckdb.connect(str(self._index()), read_only=True)
        except duckdb.Error as error:
            raise ArchiveError(
                f"the index of {address} cannot be read ({error}); give `losses ingest` again"
            ) from error
        self._database.execute(f"SET memory_limit = '{MEMORY}'")

    def _index(self) -> Path:
        """The database of the claims, fetched first where the folder is not on this machine."""
        if self._room is None:
            return Path(self._folder.path(INDEX))
        file = Path(self._room.name) / "claims.duckdb"
        self._folder.system.get_file(self._folder.path(INDEX), str(file))
        return file

    def count(self, asked: Asked = Asked()) -> int:
        """How many claims fit."""
        where, given = _where(asked)
        return int(self._rows(f"SELECT count(*) AS many FROM claims WHERE {where}", given)[0]["many"])

    def claims(self, asked: Asked = Asked(), limit: int = 100, offset: int = 0) -> list[dict[str, Any]]:
        """A page of the claims that fit, each a row of the archive's table."""
        (where, given), order = _where(asked), _order(asked)
        # Which rows first, of the few columns that this needs; then those rows alone.
        page = f"SELECT rowid FROM claims WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?"
        return self._rows(f"SELECT * FROM claims WHERE rowid IN ({page}) ORDER BY {order}", [*given, limit, offset])

    def table(self, asked: Asked, limit: int) -> pd.DataFrame:
        """A page of the claims as a frame, lists joined by `;`."""
        frame = pd.DataFrame(self.claims(asked, limit), columns=MERGED["claims"].names)
        return frame.assign(casualty_types=[";".join(types or ()) for types in frame["casualty_types"]])

    def errors(self, limit: int = 1_000) -> pd.DataFrame:
        """What could not be read: file, place in it, kind, reason, address."""
        rows = islice(self._file_rows("errors", UNKNOWN), limit)
        return pd.DataFrame(list(rows), columns=MERGED["errors"].names)

    def best(self, asked: Asked, batch: int = 100) -> Iterator[tuple[Document, str]]:
        """The documents of the claims that fit, best first, of copies the first alone; each with where it lies."""
        where, given = _where(asked)
        first = (
            "SELECT syndicate_id, min(rowid) AS place, any_value(published) AS published "
            f"FROM claims WHERE {where} GROUP BY syndicate_id ORDER BY place LIMIT ? OFFSET ?"
        )
        offset = 0
        while names := [row["syndicate_id"] for row in self._rows(first, [*given, batch, offset])]:
            found = self._documents(names)
            yield from (_document(found[name]) for name in names if name in found)
            offset += batch

    def _documents(self, names: list[str]) -> dict[str, dict[str, Any]]:
        """The rows of documents by id, read from the months in which their claims lie."""
        days = self._rows(
            "SELECT DISTINCT published FROM claims WHERE list_contains(?::VARCHAR[], document_id)", [names]
        )
        months = {month_of(row["published"]) for row in days}
        wanted = set(names)
        rows = (row for month in sorted(months) for row in self._file_rows("documents", month, wanted))
        return {row["document_id"]: row for row in rows}

    def _file_rows(self, table: str, month: str, wanted: set[str] | None = None) -> Iterator[dict[str, Any]]:
        """The rows of a table's file of a month, a batch at a time, those of the `wanted` documents alone."""
        name = file_of(table, month)
        if not self._folder.has(name):
            return
        with self._folder.system.open(self._folder.path(name), "rb") as file:
            for batch in parquet.ParquetFile(file).iter_batches(batch_size=1_000):
                held = batch.to_pylist()
                yield from (row for row in held if wanted is None or row["document_id"] in wanted)

    def _rows(self, query: str, given: list[Any]) -> list[dict[str, Any]]:
        with self._one_at_a_time:
            asked = self._database.execute(query, given)
            names = [column[0] for column in asked.description or ()]
            return [dict(zip(names, row, strict=True)) for row in asked.fetchall()]


def _where(asked: Asked) -> tuple[str, list[Any]]:
    """The condition and what is given to it; nothing of a question ever becomes part of the query's words."""
    parts, given = ["independent_documents >= ?"], list[Any]([asked.least_reports])
    for column in ("claimant", "subject", "category"):
        if (wanted := getattr(asked, column)) is not None:
            parts.append(f"{column} = ?")
            given.append(wanted)
    for sign, day in ((">=", asked.since), ("<=", asked.until)):
        if day is not None:
            parts.append(f"published {sign} ?")
            given.append(day)
    for column, word in asked.holds:
        if column in TEXTS:
            parts.append(f"contains(lower({column}), ?)")
            given.append(word[:100].lower())
    for word in asked.search.split()[:8]:
        parts.append("(contains(lower(evidence), ?) OR contains(lower(claimant), ?) OR contains(lower(publisher), ?))")
        given += [word[:100].lower()] * 3
    return " AND ".join(parts), given


def _order(asked: Asked) -> str:
    if asked.order not in SORTED_BY:
        return "rowid"  # in which they were written: the best first
    return f"{asked.order} {'DESC' if asked.descending else 'ASC'} NULLS LAST, rowid"


def claim_of(row: Mapping[str, Any]) -> Claim:
    """The claim of a row of the archive's table, pending: nobody has decided on it."""
    quoted = row["evidence"] is not None
    return Claim(
        claim_id=row["claim_id"],
        document_id=row["document_id"],
        value=row["value"],
        hedge=Hedge(row["hedge"]),
        low=row["low"],
        high=row["high"],
        subject=row["subject"],
        category=row["category"],
        casualty_types=tuple(row["casualty_types"] or ()),
        statistic=Statistic(row["statistic"]),
        period=Period(PeriodKind(row["period_kind"]), row["period_start"], row["period_end"]),
        basis=Basis(row["basis"]),
        claimant=row["claimant"],
        relayed_by=row["relayed_by"],
        record=bool(row["record"]),
        evidence=Evidence(row["evidence"], row["evidence_start"], row["evidence_end"]) if quoted else None,
        publisher=row["publisher"],
        published=row["published"],
        url=row["url"],
        confidence=row["confidence"],
        status=Status.PENDING,
    )


def _document(row: Mapping[str, Any]) -> tuple[Document, str]:
    of = Document(
        row["document_id"], row["text"], row["publisher"], row["published"], row["title"], row["url"], row["language"]
    )
    return of, f"{row['file']}:{row['place']}"

"""The pieces of an archive as one: each document once, copies in one syndicate, claims with their independent reports.

The result depends on what the pieces hold alone, never on who read them or in which order. Everything is done month by
month and by DuckDB, within a bound of memory.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import pyarrow as pa
from pyarrow import parquet

from dashboard.archive.manifest import Standing
from dashboard.archive.places import Folder
from dashboard.archive.syndication import Syndicates
from dashboard.archive.tables import CLAIMS, DOCUMENTS, ERRORS, REJECTIONS, SCHEMAS, UNKNOWN

MEMORY = "400MB"
INDEX = "index/claims.duckdb"
BEST = "independent_documents DESC, confidence DESC NULLS LAST, published DESC NULLS LAST, claim_id"
_ROWS = 10_000
_SYNDICATED = [pa.field("syndicate_id", pa.string()), pa.field("independent_documents", pa.int32())]
MERGED = {
    "documents": pa.schema([*(f for f in DOCUMENTS if f.name != "signature"), _SYNDICATED[0]]),
    "claims": pa.schema([*(f for f in CLAIMS if f.name != "same"), *_SYNDICATED]),
    "rejections": REJECTIONS,
    "errors": ERRORS,
}
_ORDER = {
    "documents": "document_id",
    "claims": "document_id, evidence_start, figure_start, claim_id",
    "rejections": 'document_id, "start", "end", reason',
    "errors": "file, place, kind, reason",
}


def merge(folder: Folder, stands: Standing) -> dict[str, int]:
    """Writes the four tables of the folder anew out of its pieces; returns the number of rows of each."""
    files: dict[tuple[str, str], list[str]] = defaultdict(list)
    for done in stands.done:
        for one in done.files:
            files[one["table"], one["month"]].append(one["name"])
    with TemporaryDirectory(prefix="losses-") as room:
        work = _Merging(folder, files, Path(room))
        counts = work.documents()
        work.syndicate()
        counts |= work.claims()
        counts |= work.others()
        work.index()
    _swept(folder, set(work.written))
    return counts


class _Merging:
    """One merge: a DuckDB database in a folder of its own, and the files of the pieces by table and month."""

    def __init__(self, folder: Folder, files: dict[tuple[str, str], list[str]], room: Path) -> None:
        self._folder, self._files, self._room = folder, files, room
        self._database = duckdb.connect(str(room / "merge.duckdb"))
        self._database.execute(f"SET memory_limit = '{MEMORY}'")
        self._database.execute("SET threads = 2")
        self._database.execute(f"SET temp_directory = '{room}'")
        self.written: list[str] = []

    def months(self, table: str) -> list[str]:
        """The months of a table, those without a date last."""
        return sorted({month for name, month in self._files if name == table}, key=lambda m: (m == UNKNOWN, m))

    def documents(self) -> dict[str, int]:
        """Which documents there are, each from the first place where it was found."""
        run = self._database.execute
        run("CREATE TABLE kept (document_id VARCHAR, published DATE, month VARCHAR, file VARCHAR, place BIGINT)")
        run("CREATE TABLE member (document_id VARCHAR, syndicate_id VARCHAR)")
        for month in self.months("documents"):
            self._loaded("documents", month, ["document_id", "published", "file", "place"])
            run(
                "INSERT INTO kept SELECT document_id, published, ?, file, place FROM piece "
                "QUALIFY row_number() OVER (PARTITION BY document_id ORDER BY file, place) = 1",
                [month],
            )
        return {"documents": self._one("SELECT count(*) FROM kept")}

    def syndicate(self) -> None:
        """Gives each document its syndicate: the documents that are copies of one another."""
        found = Syndicates()
        for month in self.months("documents"):
            self._loaded("documents", month, ["document_id", "published", "signature"])
            rows = self._database.execute(
                "SELECT document_id, published, any_value(signature) FROM piece SEMI JOIN kept USING (document_id) "
                "GROUP BY ALL ORDER BY published, document_id"
            ).fetchall()
            found.learn(rows)
        copies = sorted(found.copies().items())
        if copies:
            table = pa.table({"document_id": [c for c, _ in copies], "syndicate_id": [s for _, s in copies]})
            self._database.register("copies", table)
            self._database.execute("INSERT INTO member SELECT * FROM copies")
        for month in self.months("documents"):
            self._loaded("documents", month)
            self._write(
                "documents", month,
                "SELECT piece.*, coalesce(syndicate_id, document_id) AS syndicate_id "
                "FROM piece SEMI JOIN kept USING (document_id, file, place) LEFT JOIN member USING (document_id)",
            )  # fmt: skip

    def claims(self) -> dict[str, int]:
        """The claims of the documents kept, each with the number of syndicates that tell it."""
        run = self._database.execute
        run("CREATE TABLE told (same VARCHAR, syndicate_id VARCHAR)")
        for month in self.months("claims"):
            self._loaded("claims", month, ["document_id", "same"])
            run(
                "INSERT INTO told SELECT DISTINCT same, coalesce(syndicate_id, document_id) FROM piece "
                "LEFT JOIN member USING (document_id) WHERE same IS NOT NULL"
            )
        run("CREATE TABLE reports AS SELECT same, count(DISTINCT syndicate_id) AS many FROM told GROUP BY same")
        total = 0
        for month in self.months("claims"):
            self._loaded("claims", month)
            total += self._write(
                "claims", month,
                "SELECT DISTINCT ON (claim_id) piece.*, coalesce(syndicate_id, document_id) AS syndicate_id, "
                "coalesce(many, 1)::INTEGER AS independent_documents FROM piece "
                "LEFT JOIN member USING (document_id) LEFT JOIN reports USING (same) ORDER BY ALL",
            )  # fmt: skip
        return {"claims": total}

    def index(self) -> None:
        """Writes the claims once more as a database, best first, in which any page of them is found at once."""
        path = self._room / "index.duckdb"
        self._database.execute(f"ATTACH '{path}' AS found")
        names = [file_of("claims", month) for month in self.months("claims")]
        self._taken_in("every", names, MERGED["claims"])
        self._database.execute(f"CREATE TABLE found.claims AS SELECT * FROM every ORDER BY {BEST}")
        self._database.execute("DETACH found")
        self._folder.take(INDEX, path)

    def others(self) -> dict[str, int]:
        """Rejections and errors, each once."""
        return {
            table: sum(
                self._loaded(table, month) or self._write(table, month, "SELECT DISTINCT * FROM piece")
                for month in self.months(table)
            )
            for table in ("rejections", "errors")
        }

    def _loaded(self, table: str, month: str, columns: Sequence[str] | None = None) -> int:
        """Puts the rows of a month into the table `piece`; 0, for the sake of `others`."""
        schema = SCHEMAS[table]
        self._taken_in(
            "piece", self._files[table, month], pa.schema([schema.field(name) for name in columns or schema.names])
        )
        return 0

    def _taken_in(self, table: str, names: Iterable[str], schema: pa.Schema) -> None:
        """Makes a table of the rows of Parquet files, those of the schema's columns, in one stream."""
        batches = (batch for name in names for batch in self._batches_of(name, schema))
        self._database.register("batches", pa.RecordBatchReader.from_batches(schema, batches))
        self._database.execute(f"CREATE OR REPLACE TABLE {table} AS SELECT * FROM batches")
        self._database.unregister("batches")

    def _batches_of(self, name: str, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
        with self._folder.system.open(self._folder.path(name), "rb") as file:
            for batch in parquet.ParquetFile(file).iter_batches(batch_size=_ROWS, columns=schema.names):
                yield batch.select(schema.names).cast(schema)

    def _write(self, table: str, month: str, query: str) -> int:
        """Writes the rows of a query as the table's file of a month; returns how many there are."""
        schema = MERGED[table]
        columns = ", ".join(f'"{name}"' for name in schema.names)
        ordered = f"SELECT {columns} FROM ({query}) ORDER BY {_ORDER[table]}"
        path = self._room / "out.parquet"
        rows = 0
        with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
            for batch in self._batches(ordered):
                writer.write_table(pa.Table.from_batches([batch]).cast(schema))
                rows += batch.num_rows
        name = file_of(table, month)
        self._folder.take(name, path)
        self.written.append(name)
        return rows

    def _batches(self, query: str) -> Iterator[pa.RecordBatch]:
        return (batch for batch in self._database.sql(query).to_arrow_reader(_ROWS) if batch.num_rows)

    def _one(self, query: str) -> Any:  # noqa: ANN401
        return self._database.execute(query).fetchall()[0][0]


def file_of(table: str, month: str) -> str:
    """The name of a table's file of a month."""
    return f"{table}/month={month}/{table}.parquet"


def _swept(folder: Folder, written: Iterable[str]) -> None:
    """Takes away the files of months that are no longer there."""
    kept = set(written)
    for table in MERGED:
        for name in list(folder.names(table)):
            if name not in kept:
                folder.remove(name)

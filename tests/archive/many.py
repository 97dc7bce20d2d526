"""An archive's folder with as many made-up claims as are asked for, without an archive behind it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
from pyarrow import parquet

from dashboard.archive.manifest import MADE_WITH
from dashboard.archive.merging import BEST, INDEX, MERGED

MONTHS = 12


def made_up(folder: Path, claims: int) -> Path:
    """Writes the claims, a twelfth a month, drawn by a fixed seed."""
    (folder / MADE_WITH).parent.mkdir(parents=True)
    (folder / MADE_WITH).write_text('{"reader": "made up"}')
    for month in range(MONTHS):
        first = date(2024, month + 1, 1)
        many = claims // MONTHS + (month < claims % MONTHS)
        path = folder / f"claims/month={first:%Y-%m}/claims.parquet"
        path.parent.mkdir(parents=True)
        parquet.write_table(_table(many, first, np.random.default_rng(month)), path, compression="zstd")
    rows = f"read_parquet('{folder}/claims/*/*.parquet', hive_partitioning = false)"
    (folder / INDEX).parent.mkdir()
    with duckdb.connect(str(folder / INDEX)) as index:
        index.execute("SET memory_limit = '400MB'")
        index.execute(f"CREATE TABLE claims AS SELECT * FROM {rows} ORDER BY {BEST}")
    return folder


def _table(many: int, first: date, chance: np.random.Generator) -> pa.Table:
    numbers = chance.integers(100, 5_000, many)
    days = chance.integers(0, 28, many)
    documents = [f"D-{first:%m}{n // 3:013x}" for n in range(many)]
    given = {
        "claim_id": [f"{name}:{n % 3}" for n, name in enumerate(documents)],
        "document_id": documents,
        "syndicate_id": documents,
        "publisher": [f"made-up-{n % 500}.example" for n in range(many)],
        "published": [first + timedelta(int(day)) for day in days],
        "value": numbers.astype(float),
        "hedge": ["exact"] * many,
        "subject": [("Ruritania", "Syldavia")[n % 2] for n in range(many)],
        "category": ["personnel"] * many,
        "casualty_types": [["killed"] if n % 3 else [] for n in range(many)],
        "statistic": ["total"] * many,
        "period_kind": ["day"] * many,
        "period_start": [first + timedelta(int(day)) for day in days],
        "period_end": [first + timedelta(int(day)) for day in days],
        "basis": ["published"] * many,
        "claimant": [f"Made-up Staff {n % 40}" for n in range(many)],
        "record": [False] * many,
        "evidence": [
            f"The made-up staff {n % 40} said that {number:,} were lost there." for n, number in enumerate(numbers)
        ],
        "confidence": chance.random(many).round(3),
        "independent_documents": chance.geometric(0.5, many).astype("int32"),
    }
    schema = MERGED["claims"]
    return pa.table([pa.array(given.get(f.name, [None] * many), f.type) for f in schema], schema=schema)

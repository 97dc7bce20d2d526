"""A small made-up archive, the reader, and runs of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyarrow import dataset

from dashboard.archive import engine, running
from dashboard.cli.options import SHIPPED
from dashboard.cli.reading import known_at
from dashboard.intake import Reader
from tests.corpus.writing import corpus

PAGES, PER_FILE = 300, 60
TABLES = ("documents", "claims", "rejections", "errors")


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader(*known_at(SHIPPED))


@pytest.fixture(scope="session")
def archive(tmp_path_factory) -> Path:
    """Five files of sixty pages each."""
    folder = tmp_path_factory.mktemp("archive")
    corpus(folder, PAGES, PER_FILE, processes=1)
    return folder


@pytest.fixture(scope="session")
def read(reader):
    """Reads addresses into a folder and gives the results of the pieces and the report."""

    def run(out: Path | str, *addresses: Path | str, by: engine.Engine = engine.here):
        told: list[engine.Result] = []
        report = running.run(
            running.plan(map(str, addresses)), str(out), reader, "made up", by, told.append, told.extend
        )
        return told, report

    return run


@pytest.fixture(scope="session")
def undisturbed(archive, read, tmp_path_factory) -> Path:
    """What one process makes of the archive when nothing happens to it."""
    out = tmp_path_factory.mktemp("undisturbed") / "out"
    read(out, archive)
    return out


def rows(out: Path | str, table: str) -> list[dict]:
    """The rows of a table in the order in which its files hold them, with their month."""
    if not (Path(out) / table).is_dir():
        return []
    return dataset.dataset(Path(out) / table, partitioning="hive").to_table().to_pylist()


def everything(out: Path | str) -> dict[str, list[dict]]:
    return {table: rows(out, table) for table in TABLES}

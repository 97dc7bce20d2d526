"""A store of its own for each test, and entries made up for it; what names no file runs on PostgreSQL too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from inspect import signature
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from dashboard.store import Entry, Store, Version, open_store
from dashboard.store.address import engine_of, url_of
from dashboard.store.ledger import Ledger
from dashboard.store.migration import upgraded
from tests.store import postgres

_NUMBERS = count(1)
WHEN = datetime(2005, 6, 10, 9, 0, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "losses.db"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test of a store that never looks at its file must hold in either database."""
    if "backend" in metafunc.fixturenames:
        kinds = ["sqlite"] if "file" in signature(metafunc.function).parameters else ["sqlite", "postgresql"]
        metafunc.parametrize("backend", kinds, indirect=True)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    if postgres.programs() is None:
        pytest.skip(postgres.MISSING)
    with postgres.served() as address:
        yield address


@pytest.fixture
def backend(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def address(backend: str, request: pytest.FixtureRequest) -> str:
    """The address of a store of this test's own."""
    if backend == "sqlite":
        return f"sqlite:///{request.getfixturevalue('file')}"
    server, name = request.getfixturevalue("server"), f"test_{next(_NUMBERS)}"
    engine = create_engine(f"{server}/postgres", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return f"{server}/{name}"


@pytest.fixture
def store(address: str) -> Store:
    return open_store(address)


def entry(day: int, total: float | None, at: datetime = WHEN, hedge: str = "about", category: str = "tanks") -> Entry:
    """A made-up report of June 2005."""
    published = date(2005, 6, day)
    return Entry(f"X-{published}-{category}", published, "Staff", "Ruritania", category, "http://x", total, hedge, at)


def version(file: str = "made-up.json", at: datetime = WHEN) -> Version:
    return Version(file, f"/folder/{file}", None, "0" * 64, at, 1)


@pytest.fixture
def write(store: Store) -> Callable[..., None]:
    """Adds entries to the log under a version of their own."""

    def add(*entries: Entry) -> None:
        with store.writing("set", "http://set", "Set by somebody, MIT licence") as ledger:
            ledger.record(entries, ledger.add_version(version()))

    return add


@pytest.fixture
def older(file: Path) -> Path:
    """A store as the release before wrote it: the first schema, with one report in its log."""
    file.parent.mkdir(parents=True)
    with engine_of(url_of(str(file)), writing=True).begin() as connection:
        upgraded(connection, "0001")
        ledger = Ledger(connection, "set", "http://set", "Set by somebody, MIT licence")
        ledger.record([entry(9, 10)], ledger.add_version(version()))
    return file

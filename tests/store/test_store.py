"""The store on disk: what is written comes back, nothing written is ever lost or changed."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import event, text

from dashboard.errors import StoreError
from dashboard.store import Correction, default_address, migration, open_store
from dashboard.store.address import engine_of, url_of
from dashboard.store.schema import REVISIONS, metadata
from tests.store.conftest import WHEN, entry, version

SET = ("set", "http://set", "Set by somebody, MIT licence")


def query(file, sql):
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(sql).fetchall()


def test_what_is_written_comes_back_as_report_rows(store, write):
    write(entry(9, 10.5), entry(10, 20, hedge="at_least"))
    rows = store.reports()
    told = [(row["published"].day, row["total"], row["hedge"]) for row in rows]
    assert told == [(9, 10.5, "about"), (10, 20, "at_least")]
    assert rows[0] == entry(9, 10.5)._asdict()


def test_a_moment_of_another_zone_comes_back_in_utc(store, write):
    write(entry(9, 10, datetime(2005, 6, 9, 1, 30, tzinfo=timezone(timedelta(hours=3)))))
    assert store.reports()[0]["recorded_at"] == datetime(2005, 6, 8, 22, 30, tzinfo=UTC)


def test_a_moment_without_a_zone_is_never_written(write):
    with pytest.raises(StoreError, match="names no time zone"):
        write(entry(9, 10, datetime(2005, 6, 9)))


def test_a_replay_gives_what_had_been_recorded_by_then(store, write):
    write(entry(9, 10), entry(9, 11, WHEN + timedelta(hours=1)))
    assert store.reports(recorded_as_of=WHEN - timedelta(seconds=1)) == []
    assert [row["total"] for row in store.reports(recorded_as_of=WHEN)] == [10]
    assert [row["total"] for row in store.reports(recorded_as_of=WHEN.replace(tzinfo=None))] == [10]
    assert [row["new_total"] for row in store.revisions()] == [11]
    assert store.revisions(recorded_as_of=WHEN) == []


def test_corrections_come_back(store):
    mark = Correction(entry(9, 1).published, "Staff", "Ruritania", "tanks", -25, WHEN)
    with store.writing(*SET) as ledger:
        ledger.record_corrections([mark], ledger.add_version(version()))
    assert store.corrections() == [mark._asdict()]
    assert store.corrections(recorded_as_of=WHEN - timedelta(days=1)) == []


def test_freshness_names_source_and_age_and_counts_what_stands(store, write):
    write(entry(9, 10), entry(10, 20), entry(11, 30), entry(11, None, WHEN + timedelta(hours=1)))
    fresh = store.freshness()
    assert (fresh.dataset, fresh.credit, fresh.address) == (SET[0], SET[2], SET[1])
    assert (fresh.source, fresh.fetched_at, fresh.versions) == ("/folder", WHEN, 1)
    assert (fresh.last_published.day, fresh.reports) == (10, 2)


def test_the_stamp_differs_once_the_store_has_grown(store, write):
    before = store.stamp()
    write(entry(9, 10))
    between = store.stamp()
    write(entry(9, 11, WHEN + timedelta(hours=1)))
    assert len({before, between, store.stamp()}) == 3


def test_asking_a_store_that_is_not_there_gives_nothing_and_makes_nothing(store, file):
    assert (store.reports(), store.revisions(), store.corrections(), store.versions()) == ([], [], [], [])
    assert (store.freshness(), store.stamp()) == (None, "")
    assert not file.parent.exists()


def test_asking_never_changes_the_file(store, write, file):
    write(entry(9, 10))
    before = file.read_bytes()
    store.reports(), store.freshness(), store.stamp()
    assert file.read_bytes() == before
    assert os.listdir(file.parent) == [file.name]


def write_and_fail(store):
    with store.writing(*SET) as ledger:
        ledger.record([entry(10, 20)], ledger.add_version(version()))
        raise ZeroDivisionError


def test_an_error_in_the_middle_leaves_all_as_it_was(store, write):
    write(entry(9, 10))
    before = store.reports(), store.versions()
    with pytest.raises(ZeroDivisionError):
        write_and_fail(store)
    assert (store.reports(), store.versions()) == before


@pytest.mark.parametrize("table", ["version", "series", "report", "report_change", "correction_change"])
@pytest.mark.parametrize("deed", ["UPDATE {} SET rowid = rowid + 100", "DELETE FROM {}"])
def test_the_database_refuses_to_change_or_delete_a_row_of_a_log(store, write, file, table, deed):
    write(entry(9, 10))
    with store.writing(*SET) as ledger:
        mark = Correction(entry(9, 1).published, "Staff", "Ruritania", "tanks", -25, WHEN)
        ledger.record_corrections([mark], ledger.add_version(version()))
    with pytest.raises(sqlite3.IntegrityError, match="only grows"):
        query(file, deed.format(table))


@pytest.mark.parametrize(
    "wrong",
    [entry(9, -1), entry(9, 10, hedge="perhaps"), entry(9, 11)],
    ids=["a total below zero", "an unknown hedge", "two values of one moment"],
)
def test_the_database_refuses_what_cannot_be(store, write, wrong):
    write(entry(9, 10))
    with pytest.raises(StoreError, match="constraint"):
        write(wrong if wrong.total == 11 else wrong._replace(report_id="other", category="ships"))
    assert [row["total"] for row in store.reports()] == [10]


def test_the_database_refuses_an_entry_of_no_version(store, write):
    write(entry(9, 10))
    with pytest.raises(StoreError, match=r"(?i)foreign key"), store.writing(*SET) as ledger:
        ledger.record([entry(10, 20)], 99)


def test_migrations_make_exactly_the_tables_that_the_code_uses(store, write):
    write(entry(9, 10))
    with engine_of(store.url, writing=False).connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_the_known_revisions_are_those_of_the_migrations():
    config = Config()
    config.set_main_option("script_location", str(migration._MIGRATIONS))
    steps = [step.revision for step in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(steps)) == REVISIONS


def test_a_store_of_a_newer_release_is_refused_untouched(store, write, file):
    write(entry(9, 10))
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = file.read_bytes()
    for attempt in (store.reports, lambda: write(entry(10, 20))):
        with pytest.raises(StoreError, match=r"newer release.*update the program"):
            attempt()
    assert file.read_bytes() == before


def test_an_older_store_is_copied_and_brought_up_to_date_when_it_is_read(older, file):
    assert [row["total"] for row in open_store(str(file)).reports()] == [10]
    assert query(file, "SELECT version_num FROM alembic_version") == [(REVISIONS[-1],)]
    copy = file.with_name("losses.db.schema-0001.backup")
    assert query(copy, "SELECT total FROM report_change") == [(10.0,)]
    assert query(copy, "SELECT version_num FROM alembic_version") == [("0001",)]


def test_a_copy_never_replaces_an_earlier_one(older, file):
    earlier = file.with_name("losses.db.schema-0001.backup")
    earlier.write_text("an earlier copy")
    open_store(str(file)).reports()
    assert earlier.read_text() == "an earlier copy"
    assert file.with_name("losses.db.schema-0001.backup.1").exists()


def test_no_migration_without_its_copy(older, file, monkeypatch):
    before = file.read_bytes()
    monkeypatch.setattr(migration.shutil, "copymode", lambda *_: (_ for _ in ()).throw(OSError("no room")))
    with pytest.raises(StoreError, match="no backup"):
        open_store(str(file)).reports()
    assert file.read_bytes() == before
    assert os.listdir(file.parent) == [file.name]


def test_a_migration_that_fails_leaves_the_older_store_as_it_was(older, file, monkeypatch):
    def fails(connection):
        migration_upgraded(connection)
        raise ZeroDivisionError

    migration_upgraded = migration.upgraded
    monkeypatch.setattr(migration, "upgraded", fails)
    with pytest.raises(ZeroDivisionError):
        open_store(str(file)).reports()
    assert query(file, "SELECT version_num FROM alembic_version") == [("0001",)]
    assert query(file, "SELECT total FROM report_change") == [(10.0,)]


def test_a_database_of_something_else_is_refused_untouched(store, file, write):
    file.parent.mkdir()
    query(file, "CREATE TABLE other (x INT)")
    before = file.read_bytes()
    for attempt in (store.reports, lambda: write(entry(9, 10))):
        with pytest.raises(StoreError, match="holds other data"):
            attempt()
    assert file.read_bytes() == before


def test_a_file_that_is_no_database_is_told(store, file, write):
    file.parent.mkdir()
    file.write_text("made-up text, longer than a header of a database would be " * 20)
    for attempt in (store.reports, lambda: write(entry(9, 10))):
        with pytest.raises(StoreError, match="is no database"):
            attempt()


def test_a_place_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    store = open_store(f"{tmp_path}/file/losses.db")
    with pytest.raises(StoreError, match="Check the path"), store.writing(*SET):
        pass


def test_a_full_disk_is_told_and_loses_nothing(store, write, file):
    write(entry(9, 10))
    pages = query(file, "PRAGMA page_count")[0][0]

    @event.listens_for(store._writer, "connect")
    def no_room(connection, _entry):
        connection.execute(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(StoreError, match=r"disk is full.*make room"):
        write(*(entry(1 + n % 28, n, WHEN + timedelta(seconds=n + 1)) for n in range(5000)))
    assert [row["total"] for row in store.reports()] == [10]
    event.remove(store._writer, "connect", no_room)
    write(entry(10, 20))
    assert [row["total"] for row in store.reports()] == [10, 20]


def test_a_write_protected_store_is_read_and_told(store, write, file):
    write(entry(9, 10))

    @event.listens_for(store._writer, "connect")
    def protected(connection, _entry):
        connection.execute("PRAGMA query_only = ON")

    with pytest.raises(StoreError, match="write-protected"):
        write(entry(10, 20))
    assert [row["total"] for row in store.reports()] == [10]


def test_writers_stand_in_line_and_lose_nothing(store, write):
    write(entry(1, 0))
    faults = []

    def add(writer):
        try:
            for n in range(25):
                write(entry(2 + writer, n, WHEN + timedelta(seconds=n)))
        except StoreError as fault:
            faults.append(fault)

    threads = [threading.Thread(target=add, args=(writer,)) for writer in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert len(store.revisions()) == 4 * 24
    assert [row["total"] for row in store.reports()] == [0, 24, 24, 24, 24]


KILLED = """
import os, sys
from dashboard.store import open_store
from tests.store.conftest import WHEN, entry, version
store = open_store(sys.argv[1])
with store.writing("set", "http://set", "credit") as ledger:
    made = [entry(1 + n % 28, n, WHEN.replace(microsecond=n + 1)) for n in range(20000)]
    ledger.record(made, ledger.add_version(version()))
    os.kill(os.getpid(), 9)
"""


def test_a_killed_writer_leaves_the_store_as_it_was(store, write, file):
    write(entry(9, 10))
    done = subprocess.run([sys.executable, "-c", KILLED, str(file)], capture_output=True, check=False)
    assert done.returncode == -9, done.stderr
    assert [row["total"] for row in store.reports()] == [10]
    assert query(file, "PRAGMA integrity_check") == [("ok",)]


def test_the_journal_is_no_wal_and_writes_reach_the_disk(store, write, file):
    write(entry(9, 10))
    with engine_of(store.url, writing=True).connect() as connection:
        read = {name: connection.execute(text(f"PRAGMA {name}")).scalar() for name in ("journal_mode", "synchronous")}
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
    assert read == {"journal_mode": "delete", "synchronous": 2}


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("mysql://host/x", "cannot lie in 'mysql'"),
        ("sqlite://", "in memory"),
        ("sqlite:///:memory:", "in memory"),
        ("a://b://c:d:e", "address"),
    ],
)
def test_an_address_that_is_no_store_is_told(address, words):
    with pytest.raises(StoreError, match=words):
        open_store(address)


def test_a_plain_path_is_a_store(tmp_path):
    assert str(open_store(str(tmp_path / "a b%.db"))) == str(tmp_path / "a b%.db")


def test_a_path_with_signs_of_an_address_is_one_file(tmp_path):
    store = open_store(f"{tmp_path}/a b%20?#.db")
    with store.writing(*SET):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["a b%20?#.db"]


def test_the_default_store_lies_in_the_users_data_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert url_of(default_address()).database.endswith("losses.db")


def test_a_password_is_never_told():
    with pytest.raises(StoreError) as told:
        open_store("postgresql+nosuchdriver://me:hidden@localhost/x").reports()
    assert "hidden" not in str(told.value)
    assert "hidden" not in str(open_store("postgresql+psycopg://me:hidden@localhost/x?password=hidden"))

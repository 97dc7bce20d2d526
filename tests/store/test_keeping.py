"""Backup, restore, check, and the review as readable files: nothing is lost on any of these ways."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from dashboard.errors import StoreError
from dashboard.store import Deed, open_store
from dashboard.store.exchange import export, take_in
from dashboard.store.keeping import backup, faults, restore
from tests.store.conftest import entry
from tests.store.test_review import AT, TEXT, decide, kept, made_up_claim, made_up_document


@pytest.fixture
def claim(store):
    document = made_up_document()
    with store.reviewing() as desk:
        desk.add(kept(document), [made_up_claim(document)])
    return store.held()[0].claim


def state(store):
    return store.documents(), store.held(), store.decisions(), store.set_aside(), store.links(), store.reports()


def test_a_backup_holds_all_and_a_restore_brings_it_back(store, claim, file, tmp_path):
    copy = backup(store, tmp_path / "copy.db")
    before = state(store)
    decide(store, claim, 1)
    aside = restore(store, copy)
    assert state(store) == before
    assert [one.status for one in open_store(str(aside)).held()] == ["accepted"]


def test_a_backup_of_the_release_before_is_restored_and_migrated(older, file, tmp_path):
    copy = tmp_path / "copy.db"
    file.rename(copy)
    store = open_store(str(file))
    assert restore(store, copy) is None
    assert [row["total"] for row in store.reports()] == [10]


def test_a_backup_replaces_no_file(store, claim, file, tmp_path):
    target = tmp_path / "mine.txt"
    target.write_text("mine")
    with pytest.raises(StoreError, match="was left as it is"):
        backup(store, target)
    assert target.read_text() == "mine"


def test_there_is_nothing_to_back_up_before_anything_was_stored(store, file, tmp_path):
    with pytest.raises(StoreError, match="nothing to copy"):
        backup(store, tmp_path / "copy.db")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", ["missing", "text", "another database", "newer"])
def test_what_is_no_sound_backup_is_refused_and_the_store_stays(store, claim, file, tmp_path, kind):
    copy = tmp_path / "copy.db"
    if kind == "text":
        copy.write_text("made-up text, longer than a header of a database would be " * 20)
    elif kind == "another database":
        with closing(sqlite3.connect(copy)) as connection:
            connection.execute("CREATE TABLE other (x INT)")
    elif kind == "newer":
        backup(store, copy)
        with closing(sqlite3.connect(copy)) as connection:
            connection.execute("UPDATE alembic_version SET version_num = '9999'")
            connection.commit()
    before = state(store)
    with pytest.raises(StoreError, match=r"check the path|choose another|update the program"):
        restore(store, copy)
    assert state(store) == before


def test_a_sound_store_has_no_faults(store, claim):
    decide(store, claim, 1)
    assert list(faults(store)) == []


def test_a_store_that_was_tampered_with_is_told(store, claim, file):
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DROP TRIGGER document_no_update")
        connection.execute("UPDATE document SET text = 'another text'")
        connection.commit()
    told = " ".join(faults(store))
    assert "does not hold what its id was made of" in told
    assert "the evidence of" in told


def test_a_damaged_file_is_told(store, claim, file):
    data = bytearray(file.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 4096] = b"\xff" * 4096
    file.write_bytes(data)
    assert any("damaged" in fault or "the database says" in fault for fault in faults(store))


def test_everything_that_people_entered_goes_out_and_comes_back(store, claim, tmp_path):
    decide(store, claim, 1)
    with store.reviewing() as desk:
        undone = desk.undo(store.decisions()[0].number, "another", AT)
        desk.change(replace(claim, value=701), undone.version, "another", AT, "a note")
    assert export(store, tmp_path / "out") == {
        "documents.jsonl": 1,
        "decisions.jsonl": 4,
        "set_aside.jsonl": 0,
        "links.jsonl": 0,
    }
    other = open_store(str(tmp_path / "other.db"))
    assert take_in(other, tmp_path / "out")[:2] == (1, 4)
    assert state(other) == state(store)


def test_an_import_given_twice_adds_nothing(store, claim, tmp_path):
    export(store, tmp_path / "out")
    before = state(store)
    assert take_in(store, tmp_path / "out") == (0, 0, 2)
    assert state(store) == before


def test_an_import_that_contradicts_what_is_kept_is_refused_whole(store, claim, tmp_path):
    other = open_store(str(tmp_path / "other.db"))
    document = made_up_document()
    with other.reviewing() as desk:
        desk.add(kept(made_up_document(TEXT + " More.")), [])
        desk.add(kept(document), [made_up_claim(document)])
    decide(other, claim, 1, Deed.REJECTED, by="somebody else")
    export(other, tmp_path / "out")
    decide(store, claim, 1)
    before = state(store)
    with pytest.raises(StoreError, match=r"was accepted by an analyst here, but rejected by somebody else"):
        take_in(store, tmp_path / "out")
    assert state(store) == before


def test_a_line_that_cannot_be_read_is_named_and_nothing_is_taken_in(store, claim, tmp_path):
    export(store, tmp_path / "out")
    path = tmp_path / "out" / "decisions.jsonl"
    row = json.loads(path.read_text())
    row["claim"]["hedge"] = "perhaps"
    path.write_text(json.dumps(row) + "\n")
    other = open_store(str(tmp_path / "other.db"))
    with pytest.raises(StoreError, match=r"decisions.jsonl, line 1: .*perhaps"):
        take_in(other, tmp_path / "out")
    assert other.documents() == []


def test_an_export_writes_into_no_folder_that_holds_something(store, claim, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "file").write_text("mine")
    with pytest.raises(StoreError, match="is not empty"):
        export(store, tmp_path / "mine")


def test_reports_are_no_part_of_the_review_but_of_the_backup(store, write, file, tmp_path):
    write(entry(9, 10))
    copy = backup(store, tmp_path / "copy.db")
    assert [row["total"] for row in open_store(str(copy)).reports()] == [10]

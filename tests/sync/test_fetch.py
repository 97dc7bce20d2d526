"""A sync over the network: tags, redirects, caps, and half answers; all on a server of this machine."""

from __future__ import annotations

import pytest

from dashboard.errors import DocumentError
from dashboard.sources.general_staff import CORRECTIONS, DATASET, EQUIPMENT, PERSONNEL
from dashboard.sync import fetch, sync_from
from dashboard.sync.history import HISTORY
from tests.sync.conftest import NOW
from tests.sync.test_history import MADE_UP
from tests.sync.test_sync import everything, totals


def test_all_files_are_fetched_and_a_history_that_is_not_there_is_none(server, folder, store):
    outcome = sync_from(server.address, store, NOW)
    assert [name for name, _ in server.asked] == [PERSONNEL, EQUIPMENT, CORRECTIONS, HISTORY]
    assert totals(store) == folder.persons
    assert outcome.files == (PERSONNEL, EQUIPMENT, CORRECTIONS)
    assert {version.source for version in store.versions()} == {server.address + name for name in outcome.files}
    assert store.freshness().source == server.address.rstrip("/")


def test_a_history_that_is_there_is_learnt(server, folder, store):
    folder.history(*MADE_UP)
    assert len(sync_from(server.address, store, NOW).learnt) == len(MADE_UP)


def test_the_next_time_it_asks_by_tag_and_an_unchanged_dataset_is_not_sent_again(server, store):
    sync_from(server.address, store, NOW)
    before = everything(store)
    server.asked.clear()
    assert sync_from(server.address, store, NOW).unchanged
    assert all(tag for name, tag in server.asked if name != HISTORY)
    assert everything(store) == before


def test_only_the_file_that_changed_is_stored_anew(server, folder, store):
    sync_from(server.address, store, NOW)
    folder.persons["2005-06-21"] = 300
    folder.write()
    outcome = sync_from(server.address, store, NOW)
    assert (outcome.files, outcome.counts()["added"]) == ((PERSONNEL,), 1)
    assert totals(store) == folder.persons
    assert totals(store, "tanks") == folder.tanks


def test_a_tag_of_another_source_is_not_used(server, folder, store):
    sync_from(server.address, store, NOW)
    folder.persons["2005-06-21"] = 300
    folder.write()
    sync_from(str(folder), store, NOW)
    server.asked.clear()
    assert sync_from(server.address, store, NOW).unchanged
    assert dict(server.asked)[PERSONNEL] is None


def test_an_answer_cut_off_changes_nothing(server, store):
    sync_from(server.address, store, NOW)
    before = everything(store)
    server.folder.joinpath(PERSONNEL).write_text("[" + " " * 1000)
    server.cut = 500
    with pytest.raises(DocumentError, match="could not be fetched"):
        sync_from(server.address, store, NOW)
    assert everything(store) == before


@pytest.mark.parametrize("status", [206, 403, 500])
def test_any_answer_but_a_whole_file_changes_nothing(server, store, status):
    server.status = status
    with pytest.raises(DocumentError, match=f"answered {status}"):
        sync_from(server.address, store, NOW)


def test_a_file_that_is_not_there_changes_nothing(server, folder, store):
    (folder.path / CORRECTIONS).unlink()
    with pytest.raises(DocumentError, match=rf"{CORRECTIONS} answered 404"):
        sync_from(server.address, store, NOW)


def test_too_large_a_file_is_refused(server, store, monkeypatch):
    monkeypatch.setattr(fetch, "MAX_BYTES", 100)
    with pytest.raises(DocumentError, match="more than 100 bytes"):
        sync_from(server.address, store, NOW)


def test_too_slow_a_file_is_refused(server, store, monkeypatch):
    monkeypatch.setattr(fetch, "WHOLE", -1.0)
    with pytest.raises(DocumentError, match="took longer"):
        sync_from(server.address, store, NOW)


def test_a_server_that_does_not_answer_is_told(server, store, monkeypatch):
    server.pause = 0.5
    monkeypatch.setattr(fetch, "PAUSE", 0.1)
    with pytest.raises(DocumentError, match="did not answer in time"):
        sync_from(server.address, store, NOW)


def test_nobody_there_is_told(store):
    with pytest.raises(DocumentError, match=r"could not be fetched.*check the network"):
        sync_from("http://127.0.0.1:9/data", store, NOW)


def test_a_redirect_is_followed_and_endless_ones_are_not(server, folder, store):
    server.redirects[f"/data/{PERSONNEL}"] = f"/elsewhere/{PERSONNEL}"
    sync_from(server.address, store, NOW)
    assert totals(store) == folder.persons
    server.redirects[f"/elsewhere/{PERSONNEL}"] = f"/data/{PERSONNEL}"
    with pytest.raises(DocumentError, match="redirects more than 3 times"):
        sync_from(server.address, store, NOW)


@pytest.mark.parametrize("target", ["http://example.org/x", "file:///etc/passwd", "ftp://127.0.0.1/x", ""])
def test_a_redirect_elsewhere_than_https_is_not_followed(server, store, target):
    server.redirects[f"/data/{PERSONNEL}"] = target
    with pytest.raises(DocumentError):
        sync_from(server.address, store, NOW)
    assert store.versions() == []


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("http://127.0.0.1/x", "from https to http"),
        ("https://127.0.0.1/x", "private address 127.0.0.1"),
        ("https://10.0.0.1/x", "private address 10.0.0.1"),
        ("https://[::1]/x", "private address ::1"),
        ("https://169.254.169.254/latest", "private address"),
        ("https://me:word@example.org/x", "password"),
    ],
)
def test_a_redirect_never_leads_from_a_public_server_into_a_private_network(location, words):
    with pytest.raises(DocumentError, match=words):
        fetch.redirected(fetch.checked("https://example.org/data"), location)


@pytest.mark.parametrize("address", ["http://example.org/data", "https:///data", "https://me:word@example.org/data"])
def test_an_address_that_is_not_https_is_refused(store, address):
    with pytest.raises(DocumentError) as told:
        sync_from(address, store, NOW)
    assert "word@" not in str(told.value)


def test_progress_is_told_step_by_step_to_the_end(server, store):
    told = []
    sync_from(server.address, store, NOW, lambda step, done, of: told.append((step, done, of)))
    assert [done for _, done, _ in told] == [0, 1, 2, 3, 4, 5, 6]
    assert told[0] == (f"fetching {PERSONNEL}", 0, 6)
    assert told[-1] == ("done", 6, 6)


def test_the_public_address_is_https_and_credit_names_author_and_licence():
    fetch.checked(DATASET.raw)
    assert "Petro Ivaniuk" in DATASET.credit
    assert "MIT" in DATASET.credit

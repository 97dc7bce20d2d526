"""A journal cut off, and a server that is down, slow, silent or gone in the middle of a commit."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from dashboard.errors import StoreError
from dashboard.intake import Reader, add
from dashboard.pipeline import build, synced_of
from dashboard.store import open_store, set_aside_if_damaged, told_of_aside
from dashboard.web import serve
from dashboard.web.editions import LOOK_EVERY, Editions, stored
from tests.intake.adder import SHIPPED, article
from tests.store.conftest import WHEN, entry, version
from tests.store.proxy import between
from tests.web.calls import CALL, call

ROOT = Path(__file__).resolve().parents[2]
AT = datetime(2024, 11, 13, 9, 0, tzinfo=UTC)
CUTS = 100
_NUMBERS = count(1)
RECOVERY = 10.0
# So large a transaction that half of it reaches the file, and its journal is needed to take it back.
KILLED = """
import os, sys
from tests.store.conftest import WHEN, entry, version
from dashboard.store import open_store
with open_store(sys.argv[1]).writing("set", "http://set", "credit") as ledger:
    made = [entry(1 + n % 28, 10**6 + n, WHEN.replace(second=5, microsecond=n + 1)) for n in range(20_000)]
    ledger.record(made, ledger.add_version(version()))
    os.kill(os.getpid(), 9)
"""


def test_a_journal_cut_anywhere_gives_all_that_was_stored_or_is_set_aside_with_its_store(file, write, tmp_path):
    """Never a part of it as if it were all, and another store begins in the place of a damaged one."""
    write(*[entry(1 + n % 28, n + 1, WHEN.replace(microsecond=n + 1)) for n in range(2_000)])
    done = subprocess.run([sys.executable, "-c", KILLED, str(file)], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == -9, done.stderr
    whole, journal = file.read_bytes(), Path(f"{file}-journal").read_bytes()
    assert len(journal) > 10_000
    copy, outcomes = tmp_path / "copy.db", []
    for number in range(CUTS + 1):
        copy.write_bytes(whole)
        Path(f"{copy}-journal").write_bytes(journal[: len(journal) * number // CUTS])
        aside = set_aside_if_damaged(open_store(str(copy)))
        outcomes.append((len(open_store(str(copy)).history()), aside is None))
        if aside is not None:
            assert aside.is_file()
            assert not list(tmp_path.glob("copy.db-*")), "a journal would be played into the next store"
    assert outcomes[-1] == (2_000, True)
    assert set(outcomes) == {(2_000, True), (0, False)}
    assert len(told_of_aside(open_store(str(copy)))) == outcomes.count((0, False)) > 0


def damaged(file, write):
    """The file of a store, overwritten in part."""
    write(entry(9, 10))
    file.write_bytes(file.read_bytes()[:5_000] + os.urandom(3_000))
    return file


def test_the_dashboard_starts_over_a_damaged_store_sets_it_aside_and_says_so(file, write, monkeypatch, caplog):
    kept = damaged(file, write).read_bytes()
    monkeypatch.setenv("LOSSES_STORE", str(file))
    monkeypatch.setattr(serve, "_draw_ahead", lambda *_: None)
    client = serve.make_server().test_client()
    assert client.get("/readyz").status_code == 200
    assert not file.exists()
    assert file.with_name("losses.db.damaged").read_bytes() == kept
    assert "was damaged and is set aside as losses.db.damaged" in caplog.text
    for page in ("/", "/claims"):
        assert "a damaged store was set aside as losses.db.damaged" in alarms(client, page)


def alarms(client, page):
    """What every page says above its content."""
    asked = {"pathname": page, "search": "", "data": None}
    declared = {"inputs": [{"id": "url", "property": "pathname"}, {"id": "url", "property": "search"}], "state": []}
    declared["inputs"].append({"id": "synced", "property": "data"})
    body = call(
        "..pages.children...filter.hidden...data-to.children...alarms.children..",
        declared,
        lambda one: asked[one["property"]],
    )
    return json.dumps(client.post(CALL, json=body).get_json()["response"]["alarms"])


def test_what_was_set_aside_is_told_until_it_is_moved_away_and_another_store_works(file, write):
    store = open_store(str(damaged(file, write)))
    aside = set_aside_if_damaged(store)
    with store.writing("set", "http://set", "credit") as ledger:
        ledger.record([entry(9, 11)], ledger.add_version(version()))
    assert [row["total"] for row in store.history()] == [11]
    [problem] = synced_of(store).problems
    assert "losses store restore" in problem.remedy
    assert set_aside_if_damaged(store) is None
    aside.rename(aside.with_name("kept elsewhere"))
    assert synced_of(store).problems == ()


def test_a_store_damaged_while_the_dashboard_runs_is_told_on_every_page(file, write):
    edition = Editions(stored(SHIPPED, open_store(str(damaged(file, write))))).newest()
    assert len(edition.losses.claims) > 100
    [problem] = edition.losses.problems
    assert problem.file == "the store"
    assert "damaged" in str(problem)
    assert "shown instead" in problem.remedy
    assert edition.alarms == (str(problem),)


@pytest.mark.parametrize("content", [b"", b"no database at all " * 99])
def test_what_is_no_damaged_store_stays_where_it_is(file, content):
    file.parent.mkdir()
    file.write_bytes(content)
    assert set_aside_if_damaged(open_store(str(file))) is None
    assert file.read_bytes() == content


@pytest.fixture(scope="module")
def reader() -> Reader:
    losses = build(SHIPPED)
    return Reader(losses.claimants, losses.conflict)


@pytest.fixture
def proxied(server):
    """A proxy before the server, and the address of a database of this test's own behind it."""
    name = f"faults_{next(_NUMBERS)}"
    engine = create_engine(f"{server}/postgres", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    with between(make_url(server).port) as proxy:
        yield proxy, make_url(server).set(port=proxy.port, database=name).render_as_string(hide_password=False)


def added(store, reader, numbers):
    return [one.document.id for one in add(store, map(article, numbers), reader, "an analyst", AT)]


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_reset_in_the_middle_of_a_commit_loses_nothing_told_and_doubles_nothing(proxied, reader, when):
    proxy, address = proxied
    store = open_store(address)
    told = added(store, reader, [1])
    proxy.cut = when
    with pytest.raises(StoreError, match="failed"):
        added(store, reader, [2])
    began = time.monotonic()
    told += added(store, reader, [2])
    assert time.monotonic() - began < RECOVERY
    assert proxy.cuts == 1
    kept = [one.document.id for one in store.documents()]
    assert kept == told
    assert [one.claim.document_id for one in store.held()] == kept


def test_a_server_that_is_down_is_told_and_used_again_when_it_is_up(proxied, reader):
    proxy, address = proxied
    store = open_store(address)
    added(store, reader, [1])
    proxy.down()
    for ask in (store.documents, lambda: added(store, reader, [2])):
        began = time.monotonic()
        with pytest.raises(StoreError) as error:
            ask()
        assert time.monotonic() - began < RECOVERY
        assert "127.0.0.1" in str(error.value)
    proxy.up()
    began = time.monotonic()
    added(store, reader, [2])
    assert time.monotonic() - began < RECOVERY
    assert len(store.documents()) == 2


def test_the_dashboard_keeps_its_figures_while_the_server_is_down(proxied, reader):
    proxy, address = proxied
    store, now = open_store(address), [0.0]
    added(store, reader, [1])
    editions = Editions(stored(SHIPPED, store), lambda: now[0])
    before = editions.newest()
    proxy.down()
    now[0] += LOOK_EVERY
    assert editions.newest() is before
    proxy.up()
    added(store, reader, [2])
    now[0] += LOOK_EVERY
    assert len(editions.newest().losses.documents) == len(before.losses.documents) + 1


def test_a_slow_server_is_waited_for(proxied, reader):
    proxy, address = proxied
    store = open_store(address)
    added(store, reader, [1])
    proxy.delay = 0.03
    assert len(added(store, reader, [2])) == 1
    assert len(store.documents()) == 2


def test_a_server_that_never_answers_is_given_up(proxied):
    proxy, address = proxied
    proxy.silent = True
    began = time.monotonic()
    with pytest.raises(StoreError, match="timeout"):
        open_store(address).documents()
    assert time.monotonic() - began < RECOVERY

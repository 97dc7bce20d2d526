"""The call behind "Bring up to date": guarded, told step by step, whole or not at all, and served at once."""

import json
import threading

import pytest

from dashboard.store import open_store
from dashboard.web import syncing
from dashboard.web.application import assemble
from dashboard.web.editions import Editions, fixed, stored

from .conftest import ROOT, TODAY
from .madeup import dataset

OURS = {"Origin": "http://localhost"}


def ours(client) -> dict[str, str]:
    """The headers of a page of ours: its origin, and the token of the visit."""
    return OURS | {"X-Losses-Token": client.get("/desk/token").get_json()["token"]}


@pytest.fixture
def served(tmp_path):
    """A client of a dashboard whose store is empty, and whose operator syncs from a made-up folder."""
    editions = Editions(stored(ROOT / "data", open_store(str(tmp_path / "losses.db"))))
    source = dataset(tmp_path / "made-up")
    return assemble(editions, lambda: TODAY, sync_source=str(source)).server.test_client()


def lines_of(answer) -> list[dict]:
    return [json.loads(line) for line in answer.text.splitlines()]


def last_day(client) -> str:
    return client.get("/api/series").get_json()[-1]["published"]


def test_a_sync_tells_its_steps_and_what_it_added(served):
    *steps, last = lines_of(served.post("/sync", headers=ours(served)))
    assert [step["step"] for step in steps][-3:] == ["checking", "writing", "done"]
    assert last["ok"]
    assert "added: 40 reports of personnel, published 1 Jan 2026 – 9 Feb 2026" in last["told"]


def test_new_data_are_served_at_once(served):
    assert last_day(served) > "2026-02-09"
    served.post("/sync", headers=ours(served)).get_data()
    assert last_day(served) == "2026-02-09"
    assert served.get("/api/series?category=tanks").get_json()[0]["losses"] == 2


def test_a_second_sync_finds_nothing_new(served):
    served.post("/sync", headers=ours(served)).get_data()
    assert "Nothing has changed" in lines_of(served.post("/sync", headers=ours(served)))[-1]["told"][0]


@pytest.mark.parametrize(
    "headers",
    [{}, {"Origin": "https://evil.example"}, {"Origin": "null"}, {"Origin": "http://localhost:1"}],
)
def test_only_our_own_pages_may_ask_for_it(served, headers):
    assert served.post("/sync", headers=headers).status_code == 403


def test_a_foreign_name_is_refused(served):
    headers = {"Host": "evil.example", "Origin": "http://evil.example"}
    assert served.post("/sync", headers=headers).status_code == 400


def test_another_machine_is_refused_even_under_a_name_that_is_answered_to(tmp_path):
    editions = Editions(stored(ROOT / "data", open_store(str(tmp_path / "losses.db"))))
    client = assemble(editions, lambda: TODAY, ["figures.example"]).server.test_client()
    named = {"Host": "figures.example", "Origin": "http://figures.example"}
    assert client.post("/sync", headers=named).status_code == 403
    assert client.post("/sync", headers=OURS, environ_base={"REMOTE_ADDR": "192.0.2.7"}).status_code == 403


def test_an_address_from_a_visitor_is_not_looked_at(served, tmp_path):
    other = dataset(tmp_path / "other", days=10)
    answer = served.post(f"/sync?from={other}&source={other}", data={"from": str(other)}, headers=ours(served))
    assert "added: 40 reports of personnel" in " ".join(lines_of(answer)[-1]["told"])


def test_without_a_network_it_says_so_and_nothing_is_lost(tmp_path):
    editions = Editions(stored(ROOT / "data", open_store(str(tmp_path / "losses.db"))))
    client = assemble(editions, lambda: TODAY, sync_source="http://127.0.0.1:9/").server.test_client()
    before = last_day(client)
    last = lines_of(client.post("/sync", headers=ours(client)))[-1]
    assert not last["ok"]
    assert "could not be fetched" in last["told"][0]
    assert last["told"][-1] == "The figures shown stay as they were."
    assert last_day(client) == before


def test_an_implausible_dataset_is_refused_with_the_way_to_accept_it(served, tmp_path):
    served.post("/sync", headers=ours(served)).get_data()
    dataset(tmp_path / "made-up", days=5)
    last = lines_of(served.post("/sync", headers=ours(served)))[-1]
    assert not last["ok"]
    assert "--accept-jump to `losses sync`" in last["told"][0]
    assert last_day(served) == "2026-02-09"


def test_two_at_once_are_not_started(served, monkeypatch):
    may_go_on = threading.Event()

    def slow(_source, _store, _now, progress):
        progress("made up", 0, 1)
        may_go_on.wait(10)
        raise RuntimeError("made up for this test")

    monkeypatch.setattr(syncing, "sync_from", slow)
    first = served.post("/sync", headers=ours(served))
    assert served.post("/sync", headers=ours(served)).status_code == 409
    may_go_on.set()
    assert "the reason is in the server's log" in lines_of(first)[-1]["told"][0]


def test_a_server_that_may_not_sync_has_no_such_call(losses):
    client = assemble(Editions(fixed(losses)), lambda: TODAY, may_sync=False).server.test_client()
    assert client.post("/sync", headers=ours(client)).status_code in (404, 405)
    without_store = assemble(Editions(fixed(losses)), lambda: TODAY).server.test_client()
    assert without_store.post("/sync", headers=ours(without_store)).status_code == 404


def test_nothing_is_fetched_without_the_token_of_the_visit(served):
    assert served.post("/sync", headers=OURS).status_code == 401
    assert last_day(served) > "2026-02-09"


def test_it_cannot_be_asked_for_by_a_link(served):
    assert served.get("/sync").status_code in (404, 405)

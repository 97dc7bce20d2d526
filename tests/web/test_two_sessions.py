"""Two sessions of five hundred actions at once, in two threads of one server: nothing of one reaches the other."""

from __future__ import annotations

import hashlib
import json
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random
from threading import Barrier, Thread
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from dashboard.store import open_store
from dashboard.web.access import Access, Person
from dashboard.web.application import assemble
from dashboard.web.editions import Editions, stored

from .calls import CALL, call
from .conftest import ROOT, TODAY

ACTIONS = 500
# Every so many actions both write at the same moment.
WRITES = 20
# The parts of the pages that follow the address, and the charts; each asked in each of a session's own views.
PAGES = ("/", "/compare", "/estimates", "/claims", "/equipment", "/document", "/data")
CHARTS = ("daily", "total", "spans", "estimates")
PEOPLE = {
    "Anna": ("?start=2024-11-01&end=2024-11-30", "?as_of=2024-11-12&mean=30&log=1&q=Anna"),
    "Ben": ("?start=2024-05-01&end=2024-06-30&basis=published", "?as_of=2024-12-01&by=week&q=Ben"),
}


def follows_the_address(name: str, declared: Mapping[str, Any]) -> bool:
    """Whether a callback answers to the address alone; one is left out that takes a second for each view."""
    return {one["id"] for one in declared["inputs"]} <= {"url", "synced"} and name != "data-review.children"


@dataclass
class Session:
    """A person's visit: what was asked, what came back, and which deeds were told as done."""

    name: str
    client: FlaskClient
    callbacks: dict[str, Any]
    together: Barrier
    token: str = ""
    answers: list[tuple[str, str]] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    decided: list[int] = field(default_factory=list)

    def enter(self) -> None:
        """Log in, and take the token without which nothing is written."""
        assert self.client.post("/login", data={"token": f"{self.name}-token"}).status_code == 302
        self.token = self.client.get("/desk/token").get_json()["token"]

    def act(self, number: int, chance: Random) -> None:
        """One action: a part of a page, a chart, figures or a text to check; at times a turn at the desk."""
        if number % WRITES == 0:
            self.together.wait()
            self.write(number)
            return
        asked = getattr(self, chance.choices(("part", "chart", "api", "check"), (65, 10, 10, 15))[0])(chance)
        self.answers.append((json.dumps(asked), self.read(asked)))

    def part(self, chance: Random) -> dict[str, Any]:
        told = {"pathname": chance.choice(PAGES), "search": chance.choice(PEOPLE[self.name]), "data": None}
        name = chance.choice([name for name, one in self.callbacks.items() if follows_the_address(name, one)])
        return call(name, self.callbacks[name], lambda one: told[one["property"]])

    def chart(self, chance: Random) -> str:
        return f"/figures/{chance.choice(CHARTS)}{chance.choice(PEOPLE[self.name])}&width=1140"

    def api(self, chance: Random) -> str:
        return f"/api/series{chance.choice(PEOPLE[self.name]).partition('&q=')[0]}"

    def check(self, chance: Random) -> dict[str, Any]:
        """A sentence that only this session knows."""
        figure = {"Anna": 111_000, "Ben": 222_000}[self.name] + chance.randrange(10)
        told = {
            "check-text": f"Russia lost {figure:,} soldiers on Tuesday, {self.name} said.",
            "check-published": "12 Nov 2024",
            "check-publisher": f"The paper of {self.name}",
            "url": PEOPLE[self.name][0],
            "check": 1,
        }
        name = "check-result.children"
        return call(name, self.callbacks[name], lambda one: told[one["id"]])

    def read(self, asked: str | dict[str, Any]) -> str:
        answer = self.client.get(asked) if isinstance(asked, str) else self.client.post(CALL, json=asked)
        assert answer.status_code in (200, 204), (asked, answer.text[:300])
        assert "Set-Cookie" not in answer.headers
        return answer.text

    def write(self, number: int) -> None:
        """Add an article of one's own, then decide on its claim."""
        figure = f"{number + 1_000:,}"
        text = f"Russia lost {figure} troops over the past day, {self.name}'s ministry said. Made up: {number}."
        made = self.told("add", text=text, published="12 Nov 2024", publisher=f"The paper of {self.name}")
        self.added += made["documents"]
        claim = f"{made['documents'][0]}:{text.index(figure)}"
        done = self.told("decide", claim=claim, seen=1, deed="reject", note=f"of {self.name}")
        assert f"by {self.name}" in done["told"][0]
        self.decided.append(done["number"])

    def told(self, place: str, **body: object) -> dict[str, Any]:
        answer = self.client.post(f"/desk/{place}", json=body, headers={"X-Losses-Token": self.token})
        assert answer.get_json()["ok"], answer.text
        return answer.get_json()


@pytest.fixture
def server(tmp_path):
    """Makes servers over stores of their own, whose figures stand still: what is added shows in the store alone."""

    def made(name: str) -> tuple[Flask, Any, Any]:
        store = open_store(str(tmp_path / f"{name}.db"))
        editions = Editions(stored(ROOT / "data", store), lambda: 0.0)
        editions.expect = lambda: None
        people = {hashlib.sha256(f"{one}-token".encode()).hexdigest(): Person(one, "reviewer") for one in PEOPLE}
        app = assemble(editions, lambda: TODAY, may_sync=False, access=Access(b"made up", people=people))
        # Between knowing who calls and answering them, the other session gets its turn.
        app.server.before_request(lambda: time.sleep(0.001))
        return app.server, {name: one for name, one in app.callback_map.items() if "callback" in one}, store

    return made


def at_once(sessions: list[Session]) -> None:
    """Each session in a thread of its own, switched between far more often than usual."""
    faults, usual = [], sys.getswitchinterval()

    def run(session: Session) -> None:
        chance = Random(session.name)
        try:
            for number in range(ACTIONS):
                session.act(number, chance)
        except BaseException as error:
            faults.append(error)
            session.together.abort()

    threads = [Thread(target=run, args=(session,)) for session in sessions]
    sys.setswitchinterval(1e-4)
    try:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(usual)
    if faults:
        raise faults[0]


def test_two_sessions_of_five_hundred_actions_never_cross(server):
    flask, callbacks, store = server("both")
    together = Barrier(len(PEOPLE))
    sessions = [Session(name, flask.test_client(), callbacks, together) for name in PEOPLE]
    for session in sessions:
        session.enter()
    at_once(sessions)
    other = server("alone")[0]
    for session in sessions:
        alone = Session(session.name, other.test_client(), callbacks, together)
        alone.enter()
        expected = {asked: alone.read(json.loads(asked)) for asked in sorted({asked for asked, _ in session.answers})}
        assert [asked for asked, answer in session.answers if answer != expected[asked]] == []
        assert len(session.answers) + len(session.added) == ACTIONS
        assert session.client.get("/desk/token").get_json()["token"] == session.token
    assert sessions[0].token != sessions[1].token
    written = {kept.document.id: (kept.added_by, kept.document.publisher) for kept in store.documents()}
    for session in sessions:
        assert all(written[one] == (session.name, f"The paper of {session.name}") for one in session.added)
        mine = [one for one in store.decisions(limit=9_999) if one.by == session.name and one.note]
        assert sorted(one.number for one in mine) == sorted(session.decided)
        assert {one.claim.document_id for one in mine} == set(session.added)
        assert {one.note for one in mine} == {f"of {session.name}"}
    assert len(written) == sum(len(session.added) for session in sessions) == 2 * ACTIONS // WRITES

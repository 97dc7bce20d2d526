"""What the server tells of its own work: ids, numbers, lines of JSON, and never a secret."""

import hashlib
import json
import logging

import pytest
from flask import Flask

from dashboard.errors import StoreError
from dashboard.web.access import Access, Person
from dashboard.web.application import assemble
from dashboard.web.editions import Editions, stored
from dashboard.web.limits import LIMITED, Allowance, Rate, register
from dashboard.web.observing import ACCESS_LOG, HEADER, Lines

from .conftest import ROOT, TODAY


def number(client, line):
    told = [row for row in client.get("/metrics").text.splitlines() if row.startswith(line + " ")]
    return float(told[0].rpartition(" ")[2]) if told else 0.0


def test_requests_are_counted_by_route_and_never_by_what_a_visitor_makes_up(client):
    line = 'losses_requests_total{method="GET",route="/figures/<name>",status="404"}'
    before = number(client, line)
    client.get("/figures/made-up-name?token=made-up-word")
    assert number(client, line) == before + 1
    assert "made-up" not in client.get("/metrics").text


def test_the_numbers_tell_of_the_data_in_use(client, losses):
    assert number(client, "losses_claims") == len(losses.claims)
    assert number(client, "losses_left_out") == 0
    assert (
        'losses_request_seconds_bucket{le="0.25",route="/healthz"}'
        in (client.get("/healthz") and client.get("/metrics")).text
    )


def test_two_apps_in_one_process_count_apart(losses, client):
    from dashboard.web import create_app

    client.get("/healthz")
    other = create_app(losses, lambda: TODAY).server.test_client()
    assert number(other, 'losses_requests_total{method="GET",route="/healthz",status="200"}') == 0


@pytest.mark.parametrize(
    ("given", "kept"), [("abc-12345", True), ("short", False), ("x" * 65, False), ("a\u00e9<script>bc", False)]
)
def test_a_request_keeps_the_id_that_it_brings_if_it_is_one(client, given, kept):
    answered = client.get("/healthz", headers={HEADER: given}).headers[HEADER]
    assert (answered == given) is kept
    assert len(answered) >= 8


def test_a_refused_request_has_an_id_too(client):
    assert client.get("/", headers={"Host": "evil.example"}).headers[HEADER]


class Kept(logging.Handler):
    def __init__(self):
        super().__init__()
        self.setFormatter(Lines())
        self.lines = []

    def emit(self, record):
        self.lines.append(self.format(record))


@pytest.fixture
def kept():
    handler, ours, access = Kept(), logging.getLogger("dashboard"), logging.getLogger(ACCESS_LOG)
    before = ours.level, access.level
    ours.addHandler(handler)
    ours.setLevel(logging.INFO)
    access.setLevel(logging.INFO)
    yield handler
    ours.removeHandler(handler)
    ours.setLevel(before[0])
    access.setLevel(before[1])


def test_a_line_tells_the_request_without_its_query(client, kept):
    client.get("/api/series?claimant=a-made-up-word", headers={HEADER: "request-1"})
    line = json.loads(kept.lines[-1])
    assert line.items() >= {
        "logger": "dashboard.access", "request": "request-1", "route": "/api/series", "status": 400, "method": "GET",
    }.items()  # fmt: skip
    assert line["ms"] >= 0
    assert "made-up" not in kept.lines[-1]


@pytest.fixture
def store(tmp_path):
    from dashboard.store import open_store

    return open_store(str(tmp_path / "losses.db"))


def test_no_secret_reaches_a_log(store, kept):
    """Tokens sent right and wrong in every place that takes one, beside faults of the server's own."""
    secret = "a-secret-that-must-not-be-told"
    people = {hashlib.sha256(secret.encode()).hexdigest(): Person("Anna", "reviewer")}
    editions = Editions(stored(ROOT / "data", store))
    app = assemble(editions, lambda: TODAY, access=Access(b"signs", people=people))
    app.server.add_url_rule("/fails", "fails", _fails)
    client = app.server.test_client()
    for words in (secret, f"{secret}-wrong"):
        bearer = {"Authorization": f"Bearer {words}"}
        client.get("/api/claims", headers=bearer)
        client.get(f"/api/claims?token={words}&q={words}", headers=bearer | {"Cookie": f"x={words}"})
        client.post("/login", data={"token": words, "next": f"/?{words}"})
        client.post("/desk/add", json={"text": words}, headers=bearer | {"X-Losses-Token": words})
        client.post("/_dash-update-component", data=words, headers=bearer)
        answer = client.get("/fails", headers=bearer | {"X-Said": words})
        assert secret not in answer.text
    assert any('"error": "RuntimeError"' in line for line in kept.lines)
    assert len(kept.lines) >= 10
    assert not [line for line in kept.lines if secret in line or "Anna" in line]


def _fails():
    from flask import request

    raise RuntimeError(f"quotes what was sent: {request.headers['X-Said']}")


def test_a_fault_of_ours_is_told_with_its_place_and_its_own_words_only_where_they_are_ours(kept):
    log = logging.getLogger("dashboard.made_up")
    for error in (StoreError("the disk is full"), ValueError("said by a visitor")):
        try:
            raise error
        except Exception:
            log.exception("failed")
    ours, other = map(json.loads, kept.lines)
    assert (ours["reason"], ours["error"]) == ("the disk is full", "StoreError")
    assert "said by a visitor" not in json.dumps(other)
    assert "test_observing.py" in other["trace"][-1]


def test_an_allowance_is_used_up_and_grows_back():
    now = [0.0]
    allowance = Allowance(Rate(2, 10.0), lambda: now[0])
    assert [allowance.take("a"), allowance.take("a")] == [0, 0]
    assert allowance.take("a") == 10
    assert allowance.take("b") == 0
    now[0] = 10
    assert allowance.take("a") == 0
    assert allowance.take("a") == 10
    now[0] = 1000
    assert [allowance.take("a") for _ in range(3)] == [0, 0, 10]


def test_callers_without_end_take_no_memory_without_end():
    allowance = Allowance(Rate(1, 1.0), lambda: 0.0)
    for caller in range(10_100):
        allowance.take(str(caller))
    assert len(allowance._left) == 10_000


def test_who_asks_too_often_is_told_when_to_ask_again():
    server, now = Flask("made-up"), [0.0]
    register(server, {"/desk/add": Rate(1, 3.0)}, lambda: now[0])
    server.add_url_rule("/desk/add", "add", lambda: ("", 204), methods=["POST", "GET"])
    client = server.test_client()
    assert client.post("/desk/add").status_code == 204
    refused = client.post("/desk/add")
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "3")
    assert client.get("/desk/add").status_code == 204
    assert client.post("/desk/add", environ_base={"REMOTE_ADDR": "10.0.0.9"}).status_code == 204
    now[0] = 3
    assert client.post("/desk/add").status_code == 204


@pytest.mark.parametrize(("path", "body"), [("/desk/add", {}), ("/export", {}), ("/pack/make", {})])
def test_uploads_and_exports_are_limited(store, path, body):
    client = assemble(Editions(stored(ROOT / "data", store)), lambda: TODAY).server.test_client()
    codes = [client.post(path, json=body).status_code for _ in range(200)]
    assert codes[0] != 429
    assert codes[-1] == 429
    assert codes.index(429) >= LIMITED[path].at_once
    assert client.get("/").status_code == 200

"""A thousand calls that no page of ours makes: each is refused or answered, none with a traceback or a fault."""

from __future__ import annotations

import json
import logging
from collections import Counter
from random import Random

import pytest

from dashboard.store import open_store
from dashboard.web.application import assemble
from dashboard.web.editions import Editions, stored
from tests.hostile.scripts import strings

from .calls import CALL, call
from .conftest import ROOT, TODAY

CALLS = 1_000
VALUES = (
    *(None, True, False, 0, -1, 10**400, 1e308, "", " ", "\x00", "\ud800", "x" * 5_000, "?start=2024-11-10", "/claims"),
    *("?start=9999-12-31&end=0001-01-01", "?as_of=0001-01-01", "?recorded_as_of=2024-02-30", "?claim=" + "%" * 999),
    *([], [[]], [None] * 99, {}, {"a": {"b": [1]}}, {"id": "x"}, [{"rowIndex": "x"}], {"points": [{"customdata": []}]}),
    *({"points": None}, {"points": [{}]}, {"rowId": 7}, {"theme": [], "width": {}}, {"width": -1}, [1, "a", None]),
)  # fmt: skip


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    store = open_store(str(tmp_path_factory.mktemp("store") / "losses.db"))
    return assemble(Editions(stored(ROOT / "data", store)), lambda: TODAY)


def broken(chance, body, values):
    """The call with one of its parts lost, doubled or made something else."""
    name = chance.choice(sorted(body))
    change = chance.randrange(4)
    if change == 0:
        return {key: value for key, value in body.items() if key != name}
    if change == 1:
        return body | {name: chance.choice(values)}
    if change == 2 and isinstance(body[name], list):
        return body | {name: body[name] * 2}
    return body | {chance.choice(["__proto__", "output", "background", "cacheKey", "job"]): chance.choice(values)}


def test_a_thousand_odd_calls_are_answered_without_a_fault(app, caplog):
    chance, client = Random(20), app.server.test_client()
    values = (*VALUES, *strings()[:40])
    declared = {name: one for name, one in app.callback_map.items() if "callback" in one}
    assert len(declared) >= 20
    names, told, faults = sorted(declared), Counter(), []
    caplog.set_level(logging.ERROR)
    for number in range(CALLS):
        name = names[number % len(names)]
        body = call(name, declared[name], lambda _: chance.choice(values))
        if number % 3 == 0:
            body = broken(chance, body, values)
        answer = client.post(CALL, data=json.dumps(body), content_type="application/json")
        told[answer.status_code] += 1
        if answer.status_code not in (200, 204, 400) or "Traceback" in answer.text:
            faults.append((answer.status_code, name[:80], body.get("inputs")))
    assert not faults, (len(faults), faults[:3])
    assert told[200] > 100
    assert told[400] > 100

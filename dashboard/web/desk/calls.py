"""The calls by which pages write: add documents, decide on claims, change and add them, take decisions back.

Each is a POST of JSON from a page of ours that carries the visit's token; each answers `{ok, told, …}` in sentences,
also where the input was at fault or somebody else was first (status 200, since the page shows it as an answer).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from flask import Flask, Response, abort, jsonify, request

from dashboard.errors import ChangedMeanwhile, LossesError
from dashboard.intake import Reader, address
from dashboard.store import Deed, Store
from dashboard.web.access import Access, Person
from dashboard.web.desk import fields, incoming
from dashboard.web.desk.words import decision_words, sentence
from dashboard.web.editions import Editions
from dashboard.web.visitors import writer

_LOG = logging.getLogger(__name__)
_DEEDS = {"accept": Deed.ACCEPTED, "reject": Deed.REJECTED, "later": Deed.DEFERRED}
_MOST_AT_ONCE = 1_000
Call = Callable[[Store, Person, Mapping[str, Any]], dict[str, Any]]


def register(server: Flask, editions: Editions, store: Store, access: Access, *, may_fetch: bool = False) -> None:
    """Add the calls that write to `store`; with `may_fetch` the server fetches the public pages that are named."""
    fetch = address.fetch if may_fetch else None
    calls: dict[str, Call] = {
        "decide": _decide,
        "bulk": _decide_many,
        "undo": _undo,
        "change": lambda store, person, told: _change(editions, store, person, told),
        "claim": lambda store, person, told: _add_claim(editions, store, person, told),
        "add": lambda store, person, told: incoming.add(_reader(editions), store, person.name, told, fetch),
    }

    @server.post("/desk/<name>")
    def _call(name: str) -> tuple[Response, int]:
        person = writer(access)
        told = request.get_json(silent=True)
        if name not in calls or not isinstance(told, dict):
            abort(400, "This is not a call that a page of ours makes; load the page anew.")
        answer, status = _answered(calls[name], store, person, told)
        if answer["ok"]:
            editions.expect()  # the charts follow without letting the reviewer wait for them
        return jsonify(answer), status


def _answered(call: Call, store: Store, person: Person, told: Mapping[str, Any]) -> tuple[dict[str, Any], int]:
    try:
        return {"ok": True, **call(store, person, told)}, 200
    except ChangedMeanwhile as error:
        seen, now = decision_words(error.seen), decision_words(error.now)
        return {"ok": False, "told": [sentence(str(error))], "seen": seen, "now": now}, 200
    except LossesError as error:
        return {"ok": False, "told": [sentence(str(error))]}, 200
    except (KeyError, TypeError, ValueError) as error:
        _LOG.warning("a call to the desk was malformed: %s", type(error).__name__)
        return {"ok": False, "told": ["This call lacks something that it needs; load the page anew."]}, 400


def _decide(store: Store, person: Person, told: Mapping[str, Any]) -> dict[str, Any]:
    with store.reviewing() as desk:
        made = desk.decide(
            str(told["claim"]), int(told["seen"]), _DEEDS[told["deed"]], person.name, _now(), _note(told)
        )
    return {"told": [decision_words(made)], "number": made.number, "version": made.version}


def _decide_many(store: Store, person: Person, told: Mapping[str, Any]) -> dict[str, Any]:
    """One deed on several claims, all or none: each with the version that the reviewer saw."""
    chosen, deed, at = list(told["claims"])[:_MOST_AT_ONCE], _DEEDS[told["deed"]], _now()
    with store.reviewing() as desk:
        for one in chosen:
            desk.decide(str(one["claim"]), int(one["seen"]), deed, person.name, at, _note(told))
    return {"told": [f"{len(chosen)} claims were {deed}."]}


def _undo(store: Store, person: Person, told: Mapping[str, Any]) -> dict[str, Any]:
    with store.reviewing() as desk:
        made = desk.undo(int(told["number"]), person.name, _now())
    return {"told": [decision_words(made)], "number": made.number}


def _change(editions: Editions, store: Store, person: Person, told: Mapping[str, Any]) -> dict[str, Any]:
    held = store.claim_history(str(told["claim"]))
    if not held:
        raise LossesError("this claim is not in the store; load the page anew")
    claim = fields.claim_with(held[-1].claim, dict(told["fields"]), editions.at_hand().losses.claimants)
    with store.reviewing() as desk:
        made = desk.change(claim, int(told["seen"]), person.name, _now(), _note(told))
    return {"told": [decision_words(made)], "number": made.number, "version": made.version}


def _add_claim(editions: Editions, store: Store, person: Person, told: Mapping[str, Any]) -> dict[str, Any]:
    kept = store.document(str(told["document"]))
    if kept is None:
        raise LossesError("this document is not in the store; load the page anew")
    known = editions.at_hand().losses.claimants
    claim = fields.new_claim(kept.document, int(told["start"]), int(told["end"]), dict(told["fields"]), known)
    with store.reviewing() as desk:
        made = desk.add_claim(claim, person.name, _now(), _note(told))
    return {"told": [decision_words(made)], "claim": claim.claim_id, "number": made.number}


def _reader(editions: Editions) -> Reader:
    losses = editions.at_hand().losses
    return Reader(losses.claimants, losses.conflict)


def _note(told: Mapping[str, Any]) -> str | None:
    return str(told.get("note") or "").strip()[:1000] or None


def _now() -> datetime:
    return datetime.now(UTC)

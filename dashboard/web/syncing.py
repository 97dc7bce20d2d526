"""The button that brings the store up to the public dataset: one guarded call, whose answer is its own progress.

The dataset's address is the program's; nothing that a visitor sends is read. The answer is a line of JSON per step, and
a last one with sentences, so that any number of server processes need no common memory of what is under way.
"""

from __future__ import annotations

import ipaddress
import json
import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any
from urllib.parse import urlsplit

from dash import html
from dash.development.base_component import Component
from flask import Flask, Response, abort, request

from dashboard.errors import LossesError
from dashboard.store import Store
from dashboard.sync import JumpRefused, in_words, sync_from
from dashboard.web.access import Access
from dashboard.web.editions import Editions
from dashboard.web.security import LOOPBACK
from dashboard.web.visitors import writer

PATH = "/sync"
_LOG = logging.getLogger(__name__)
_UNCHANGED = "The figures shown stay as they were."

Lines = SimpleQueue[dict[str, Any] | None]


def register(server: Flask, editions: Editions, access: Access, source: str | None = None) -> None:
    """Add the call to the server; `source` is a folder or address that the operator chose, None the public dataset."""
    under_way = Lock()

    @server.post(PATH)
    def _sync() -> Response:
        _refuse_others()
        writer(access)
        store = editions.source.store
        if store is None:
            abort(404, "This server has no store to bring up to date.")
        if not under_way.acquire(blocking=False):
            abort(409, "The data are being brought up to date already; wait until that is done.")
        lines: Lines = SimpleQueue()
        # In a thread of its own, so that a reader who leaves does not stop it half way.
        Thread(target=_run, args=(editions, store, source, lines, under_way), daemon=True).start()
        return Response(_sent(lines), mimetype="application/x-ndjson", headers={"Cache-Control": "no-store"})


def _refuse_others() -> None:
    """Only a page of ours, opened on this very machine, may start a sync."""
    try:
        name = urlsplit(f"//{request.host}").hostname
        near = ipaddress.ip_address(request.remote_addr or "").is_loopback
    except ValueError:
        name, near = None, False
    if name not in LOOPBACK or not near:
        abort(403, "The data can be brought up to date on the machine alone that serves them.")
    if request.headers.get("Origin") is None:  # a foreign one is refused for every address; a browser always names it
        abort(403, "This call comes from no page of ours.")


def _run(editions: Editions, store: Store, source: str | None, lines: Lines, under_way: Lock) -> None:
    def progress(step: str, done: int, of: int) -> None:
        lines.put({"step": step, "done": done, "of": of})

    try:
        outcome = sync_from(source, store, datetime.now(UTC), progress)
        last = {"ok": True, "told": in_words(outcome), "stamp": editions.renew().stamp}
    except JumpRefused as error:
        last = {"ok": False, "told": [f"{error} to `losses sync` on the command line", _UNCHANGED]}
    except LossesError as error:
        last = {"ok": False, "told": [str(error), _UNCHANGED]}
    except Exception:
        _LOG.exception("a sync failed")
        last = {"ok": False, "told": ["The sync failed; the reason is in the server's log.", _UNCHANGED]}
    under_way.release()
    lines.put(last)
    lines.put(None)


def _sent(lines: Lines) -> Iterator[str]:
    while (line := lines.get()) is not None:
        yield json.dumps(line, ensure_ascii=False) + "\n"


def box(*, able: bool) -> Component:
    """The button with its progress and its result; where the server cannot sync, what to do instead."""
    if not able:
        return html.P(
            ["To bring the figures up to date, run ", html.Code("losses sync"), ", then load this page anew."],
            className="small muted",
        )
    return html.Div(
        [
            html.Div(
                [
                    html.Button("Bring up to date", id="sync", className="main-button", type="button"),
                    html.Progress(id="sync-progress", hidden=True, **{"aria-label": "Progress of the sync"}),
                    html.Span(id="sync-step", className="status", role="status"),
                ],
                className="actions",
            ),
            html.P(
                "Fetches the public dataset, checks it, and keeps it beside every version before. It is taken over "
                "whole or not at all; nothing that was stored is lost.",
                className="small muted",
            ),
            html.Div(id="sync-result", className="sync-result", **{"aria-live": "polite"}),
        ],
        className="sync",
    )

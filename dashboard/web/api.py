"""The figures over HTTP, beside the pages: the same filters, as JSON or CSV, page by page, with an ETag."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

import pandas as pd
from flask import Flask, Response, request

from dashboard import __version__
from dashboard.checks import check
from dashboard.comparison import by_claim, by_month
from dashboard.errors import LossesError
from dashboard.losses import Losses, series_of
from dashboard.model import Claim, claim_to_json, plain
from dashboard.series import SeriesQuery
from dashboard.web import spreadsheets
from dashboard.web.api_fields import CLAIMS, COMPARED, ROWS, columns_of
from dashboard.web.api_query import BadRequest, Query, read
from dashboard.web.choosing import chosen, in_range, of_named
from dashboard.web.editions import Asked, Editions
from dashboard.web.openapi import OPENAPI, document
from dashboard.web.view import View

Rows = list[dict[str, Any]]


def register(server: Flask, editions: Editions) -> None:
    """Add the addresses to the server."""
    _add(server, editions, CLAIMS, claims)
    _add(server, editions, ROWS, series)
    _add(server, editions, COMPARED, comparison)

    @server.get(OPENAPI)
    def _described() -> Response:
        return _once(_json(document(__version__)))

    @server.get("/api/", defaults={"rest": ""})
    @server.get("/api/<path:rest>")
    def _nowhere(rest: str) -> Response:
        return failed(f"There is nothing at /api/{rest[:40]}; {OPENAPI} lists what there is.", 404)

    @server.get("/healthz")
    def _healthy() -> Response:
        return _json({"status": "ok"})

    @server.get("/readyz")
    def _ready() -> Response:
        losses = editions.newest().losses
        ready = not losses.observations.empty
        body = {"status": "ready" if ready else "no reports in the data", "data": losses.version}
        return _json(body | {"left_out": len(losses.problems)}, 200 if ready else 503)


def _add(server: Flask, editions: Editions, path: str, answer: Callable[[Asked, Mapping[str, str]], Rows]) -> None:
    def respond() -> Response:
        try:
            query = read(path, request.args)
            asked = editions.asked(query.view)
            if asked.faults:
                raise BadRequest(" ".join(asked.faults))
            return answered(answer(asked, query.own), query, path)
        except LossesError as error:
            return failed(str(error), 400)

    server.add_url_rule(path, path, respond, methods=["GET"])


def failed(told: str, status: int) -> Response:
    """An error of the API: its sentence as JSON."""
    return _json({"error": told}, status)


def _json(body: object, status: int = 200) -> Response:
    return Response(json.dumps(body, ensure_ascii=False) + "\n", status, mimetype="application/json")


def claims(asked: Asked, own: Mapping[str, str]) -> Rows:
    """The claims of the view as the public JSON, each with its verdict; `publisher` and `verdict` narrow too."""
    losses, view = asked.losses, asked.view
    made = [_claim_row(losses, view, claim) for claim in chosen(losses, view)]
    return [row for row in made if all(row[name] == value for name, value in own.items())]


def _claim_row(losses: Losses, view: View, claim: Claim) -> dict[str, Any]:
    checked = check(losses, claim, view.as_of)
    judged = checked.judgement
    return claim_to_json(claim) | {
        "verdict": str(judged.verdict),
        "reference": plain(judged.reference),
        "difference": plain(judged.difference),
        "explanation": checked.explanation,
    }


def series(asked: Asked, own: Mapping[str, str]) -> Rows:
    """The rows of `losses series` whose days touch the view's range."""
    losses, view = asked.losses, asked.view
    query = SeriesQuery(
        claimant=own.get("claimant", losses.conflict.reference_claimant),
        subject=own.get("subject", losses.conflict.reference_subject),
        category=view.category,
        basis=view.basis,
        as_of=view.as_of,
    )
    return records(in_range(series_of(losses, query), view))


def comparison(asked: Asked, own: Mapping[str, str]) -> Rows:
    """The rows of `losses compare`, by month or by claim, of estimates that were known by the view's as-of date."""
    losses, view = asked.losses, asked.view
    made = by_claim if own.get("by") == "claim" else by_month
    rows = made(losses, own.get("a"), own.get("b"), as_of=view.as_of)
    return records(of_named(in_range(rows, view), losses, view))


def records(frame: pd.DataFrame) -> Rows:
    """The frame's rows with ISO dates, whole numbers as integers, and null for no figure."""
    return [{str(name): _simple(value) for name, value in row.items()} for row in frame.to_dict("records")]


def _simple(value: Any) -> Any:  # noqa: ANN401
    if value is pd.NaT or value is None or (isinstance(value, float) and value != value):
        return None
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    return plain(value) if isinstance(value, float) else value


def answered(rows: Rows, query: Query, path: str) -> Response:
    """The page of the rows in the form asked for, or 304 where the asker has it already."""
    page = list(query.page(rows))
    if query.form == "csv":
        response = Response(as_csv(page, columns_of(path)), mimetype="text/csv")
        name = path.rpartition("/")[2]
        response.headers["Content-Disposition"] = f'attachment; filename="reported-losses-{name}.csv"'
    else:
        response = _json(page)
    response.headers["X-Total-Count"] = str(len(rows))
    following = query.after(len(rows))
    if following is not None:
        pairs = [(name, value) for name, value in request.args.items(multi=True) if name != "offset"]
        response.headers["Link"] = f'<{path}?{urlencode([*pairs, ("offset", str(following))])}>; rel="next"'
    return _once(response)


def _once(response: Response) -> Response:
    """The answer with an ETag, without its body where the asker has that already."""
    response.set_etag(hashlib.sha256(response.get_data()).hexdigest()[:32])
    response.headers["Cache-Control"] = "no-cache"
    response.make_conditional(request)
    return response


def as_csv(rows: Rows, columns: Sequence[str]) -> str:
    """The rows as CSV, RFC 4180; cells that a spreadsheet would run as a formula are led by an apostrophe."""
    return spreadsheets.as_csv((), columns, [_flat(row) for row in rows])


def _flat(row: Mapping[str, Any], before: str = "") -> dict[str, Any]:
    """The row without nesting: `period_start`; lists joined by `;`."""
    cells: dict[str, Any] = {}
    for name, value in row.items():
        if isinstance(value, Mapping):
            cells |= _flat(value, f"{before}{name}_")
        else:
            cells[before + name] = ";".join(map(str, value)) if _is_list(value) else value
    return cells


def _is_list(value: object) -> bool:
    return isinstance(value, Sequence | Iterable) and not isinstance(value, str)

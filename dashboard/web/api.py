"""The figures over HTTP, beside the pages: the same filters, as JSON or CSV, with an ETag."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

import pandas as pd
from flask import Flask, Response, request

from dashboard.checks import check
from dashboard.comparison import by_claim, by_month
from dashboard.errors import LossesError
from dashboard.losses import Losses, series_of
from dashboard.model import Claim, claim_to_json, plain
from dashboard.series import SeriesQuery
from dashboard.web.choosing import in_range, is_known, is_named, of_named, touches
from dashboard.web.editions import Asked, Editions
from dashboard.web.spreadsheets import neutral
from dashboard.web.view import View

Rows = list[dict[str, Any]]
_OF_SERIES = ("claimant", "subject")


class BadRequest(LossesError):
    """A query parameter that cannot be used; the text says which, and what would do."""


def register(server: Flask, editions: Editions) -> None:
    """Add the addresses to the server."""
    _add(server, editions, "/api/claims", lambda asked: claims(asked.losses, asked.view, request.args))
    _add(server, editions, "/api/series", lambda asked: series(asked.losses, asked.view, request.args), _OF_SERIES)
    _add(server, editions, "/api/comparison", lambda asked: comparison(asked.losses, asked.view, request.args), ("by",))

    @server.get("/healthz")
    def _healthy() -> Response:
        return Response('{"status": "ok"}\n', mimetype="application/json")

    @server.get("/readyz")
    def _ready() -> Response:
        losses = editions.newest().losses
        ready = not losses.observations.empty
        body = {"status": "ready" if ready else "no reports in the data", "data": losses.version}
        status = 200 if ready else 503
        return Response(
            json.dumps(body | {"left_out": len(losses.problems)}) + "\n", status, mimetype="application/json"
        )


def _add(
    server: Flask, editions: Editions, path: str, answer: Callable[[Asked], Rows], own: Collection[str] = ()
) -> None:
    """Answer at `path`; the parameters in `own` are read by `answer` and are none of the pages' filters."""

    def respond() -> Response:
        asked = editions.asked(urlencode([(k, v) for k, v in request.args.items(multi=True) if k not in own]))
        try:
            if asked.faults:
                raise BadRequest(" ".join(asked.faults))
            return answered(answer(asked), request.args.get("format", "json"), path.rpartition("/")[2])
        except LossesError as error:
            return Response(
                json.dumps({"error": str(error)}, ensure_ascii=False) + "\n", 400, mimetype="application/json"
            )

    server.add_url_rule(path, path, respond, methods=["GET"])


def claims(losses: Losses, view: View, args: Mapping[str, str]) -> Rows:
    """The claims of the view as the public JSON, each with its verdict; `publisher` and `verdict` narrow too."""
    chosen = [
        claim for claim in losses.claims if is_known(claim, view) and touches(claim, view) and is_named(claim, view)
    ]
    made = [_claim_row(losses, view, claim) for claim in chosen]
    return [row for row in made if all(row[name] == args[name] for name in ("publisher", "verdict") if name in args)]


def _claim_row(losses: Losses, view: View, claim: Claim) -> dict[str, Any]:
    checked = check(losses, claim, view.as_of)
    judged = checked.judgement
    return claim_to_json(claim) | {
        "verdict": str(judged.verdict),
        "reference": plain(judged.reference),
        "difference": plain(judged.difference),
        "explanation": checked.explanation,
    }


def series(losses: Losses, view: View, args: Mapping[str, str]) -> Rows:
    """The rows of `losses series` whose days touch the view's range."""
    query = SeriesQuery(
        claimant=args.get("claimant", losses.conflict.reference_claimant),
        subject=args.get("subject", losses.conflict.reference_subject),
        category=view.category,
        basis=view.basis,
        as_of=view.as_of,
    )
    return records(in_range(series_of(losses, query), view))


def comparison(losses: Losses, view: View, args: Mapping[str, str]) -> Rows:
    """The rows of `losses compare`, by month or by claim."""
    ways = {"month": by_month, "claim": by_claim}
    by = args.get("by", "month")
    if by not in ways:
        raise BadRequest(f"by={by[:40]} is not one of {', '.join(ways)}")
    rows = ways[by](losses, args.get("a"), args.get("b"), as_of=view.as_of)
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


def answered(rows: Rows, form: str, name: str) -> Response:
    """The rows in the form asked for, or 304 where the asker has them already."""
    if form == "json":
        response = Response(json.dumps(rows, ensure_ascii=False) + "\n", mimetype="application/json")
    elif form == "csv":
        response = Response(as_csv(rows), mimetype="text/csv")
        response.headers["Content-Disposition"] = f'attachment; filename="reported-losses-{name}.csv"'
    else:
        raise BadRequest(f"format={form[:40]} is neither json nor csv")
    response.set_etag(hashlib.sha256(response.get_data()).hexdigest()[:32])
    response.headers["Cache-Control"] = "no-cache"
    response.make_conditional(request)
    return response


def as_csv(rows: Rows) -> str:
    """The rows as CSV, RFC 4180; cells that a spreadsheet would run as a formula are led by an apostrophe."""
    flat = [_flat(row) for row in rows]
    text = io.StringIO()
    writer = csv.DictWriter(text, _columns(flat), extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: neutral(cell) for name, cell in row.items()} for row in flat)
    return text.getvalue()


def _columns(flat: Rows) -> list[str]:
    """All columns in order of appearance, without those that only stand for a nested part which some rows lack."""
    names = list(dict.fromkeys(name for row in flat for name in row))
    return [name for name in names if not any(other.startswith(f"{name}_start") for other in names)]


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

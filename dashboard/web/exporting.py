"""The address that gives a page's table as a file: the rows that are left after filtering, in the columns shown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import Flask, Response, request

from dashboard.errors import LossesError
from dashboard.model import iso
from dashboard.web.drawing import known_on
from dashboard.web.editions import Editions
from dashboard.web.sheet import FORMS, Sheets, chosen, cited, filed

PATH = "/export"
_MOST = 50_000
_PAGE = re.compile(r"/[a-z]{0,20}")


class BadExport(LossesError):
    """A request for a file that cannot be met; the text says why."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: a table by name, its page and view, the ids of its rows and columns in order (None is all)."""

    table: str
    form: str
    path: str
    query: str
    rows: tuple[str, ...] | None
    columns: tuple[str, ...] | None
    narrowed: str


def register(server: Flask, editions: Editions, sheets: Sheets) -> None:
    """Add the address to the server; it makes files of our own rows only, never of what is sent."""

    @server.post(PATH)
    def _export() -> Response:
        try:
            return _file(wanted(request.get_json(silent=True)), editions, sheets)
        except LossesError as error:
            return Response(f"{error}\n", 400, mimetype="text/plain")


def _file(want: Wanted, editions: Editions, sheets: Sheets) -> Response:
    asked = editions.asked(want.query)
    sheet = sheets(want.table, asked)
    if sheet is None:
        raise BadExport(f"no table is called {want.table[:40]!r}")
    columns, rows = chosen(sheet, want.rows, want.columns)
    lines = cited(sheet, asked, len(rows), want.narrowed, f"{request.host_url.rstrip('/')}{want.path}")
    answer = Response(filed(want.form, sheet.title, lines, columns, rows), mimetype=FORMS[want.form])
    name = f"reported-losses_{want.table}_as-of-{iso(known_on(asked.losses, asked.view))}.{want.form}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Cache-Control"] = "no-store"
    return answer


def wanted(body: object) -> Wanted:
    """The request that a body of JSON makes; raises BadExport where it makes none."""
    if not isinstance(body, Mapping):
        raise BadExport("the request names no table")
    form = _text(body, "format")
    if form not in FORMS:
        raise BadExport(f"the format {form[:40]!r} is neither {' nor '.join(FORMS)}")
    path = _text(body, "path")
    if not _PAGE.fullmatch(path):
        raise BadExport(f"the page {path[:40]!r} is none of ours")
    return Wanted(
        table=_text(body, "table"),
        form=form,
        path=path,
        query=_text(body, "query"),
        rows=_names(body, "rows"),
        columns=_names(body, "columns"),
        narrowed=_text(body, "filter"),
    )


def _text(body: Mapping[str, Any], name: str) -> str:
    value = body.get(name, "")
    if not isinstance(value, str):
        raise BadExport(f"{name} is no text")
    return value


def _names(body: Mapping[str, Any], name: str) -> tuple[str, ...] | None:
    value = body.get(name)
    if value is None:
        return None
    if not isinstance(value, list) or len(value) > _MOST or not all(isinstance(one, str) for one in value):
        raise BadExport(f"{name} is no list of names")
    return tuple(value)

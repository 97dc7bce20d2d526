"""Charts over HTTP, as the pages fetch them: plain GET requests, which a browser may make ahead of a click."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from flask import Flask, Response, abort, request

from dashboard.figure import Style
from dashboard.figure.view import Size, Theme
from dashboard.web.drawing import plain_view
from dashboard.web.editions import Editions
from dashboard.web.sending import Sent

PATH = "/figures/"
_NARROWEST, _WIDEST = 240, 1200


def register(server: Flask, editions: Editions) -> None:
    """Answer at /figures/NAME with the chart for the view of the query and the style of `theme`, `size`, `width`."""

    @server.get(f"{PATH}<name>")
    def _figure(name: str) -> Response:
        asked = editions.asked(request.query_string.decode("latin-1"))
        drawn = asked.edition.drawn
        if name not in drawn.charts:
            abort(404, "There is no chart of that name.")
        return answered(drawn.sent(name, plain_view(asked.view, drawn.charts[name]), style_of(request.args)))


def style_of(args: Mapping[str, str]) -> Style:
    """The style that a browser asks for; light and as wide as usual where it asks for none that there is."""
    theme, size, width = args.get("theme"), args.get("size"), args.get("width", "")
    px = int(width) if width.isascii() and width.isdigit() and len(width) < 6 else 0
    return Style(
        theme=cast(Theme, theme) if theme in ("light", "dark") else "light",
        size=cast(Size, size) if size in ("narrow", "page") else "page",
        width=px if _NARROWEST <= px <= _WIDEST else None,
    )


def answered(made: Sent) -> Response:
    """The chart in the form that the asker can read, or 304 where it has it already."""
    brotli = "br" in request.accept_encodings
    response = Response(made.compressed if brotli else made.plain(), mimetype="application/json")
    if brotli:
        response.headers["Content-Encoding"] = "br"
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = "no-cache"
    response.set_etag(made.tag, weak=True)
    response.make_conditional(request)
    return response

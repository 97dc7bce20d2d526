"""How pages reach the browser: the document around the app, compression, caching, and scripts only where needed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection
from typing import Any

from dash import Dash
from flask import Flask, Request, Response, request

from dashboard.web import styling

TABLE_PAGES = ("/claims", "/archive")
CHART_PAGES = ("/", "/compare", "/estimates")
_EARLY = '<script async src="{}"></script>'
_TABLE_SCRIPT = re.compile(r'<script src="[^"]*/dash_ag_grid[./][^"]*"></script>')
_UNUSED_SCRIPT = re.compile(r'<script src="[^"]*/dash_table/[^"]*"></script>')
_YEAR = "public, max-age=31536000, immutable"
_WEEK = "public, max-age=604800"
_INDEX = """<!DOCTYPE html>
<html lang="en">
<head>
{%metas%}
<title>{%title%}</title>
<link rel="icon" href="BASEassets/favicon.svg" type="image/svg+xml">
<link rel="preload" href="BASEassets/fonts/source-sans-3-latin-wght-normal.woff2" as="font" type="font/woff2"
 crossorigin>
<script src="BASEassets/boot.js?m=BOOT" data-charts="CHARTS"></script>
EARLY
{%css%}
<link rel="stylesheet" href="STYLES">
</head>
<body>
<noscript><p class="waiting">This dashboard draws its charts in your browser, and JavaScript is switched off there.
The same figures are at <a href="/api/series?format=csv">/api/series?format=csv</a>.</p></noscript>
{%app_entry%}
{%config%}
{%scripts%}
{%renderer%}
</body>
</html>
"""
_ENTRY = """<div id="react-entry-point"><div class="_dash-loading waiting">Reading the figures…</div></div>"""


class PagedDash(Dash):
    """Dash whose document asks for large scripts early where they are needed: for charts, and for the one table."""

    chart_library = ""

    def interpolate_index(self, **kwargs: Any) -> str:  # noqa: ANN401
        """The HTML document of the page that is asked for."""
        if request.path not in TABLE_PAGES:
            kwargs["scripts"] = _TABLE_SCRIPT.sub("", kwargs["scripts"])
        kwargs["scripts"] = _UNUSED_SCRIPT.sub("", kwargs["scripts"])
        document = str(super().interpolate_index(**kwargs | {"app_entry": _ENTRY}))
        early = _EARLY.format(self.chart_library) if request.path in CHART_PAGES else ""
        return document.replace("EARLY", early).replace("CHARTS", self.chart_library)


def index_document(boot: bytes, sheet: bytes, base: str = "/") -> str:
    """The document around the app, with Dash's own placeholders; `boot` is the script that runs before the first paint.

    Its address, and that of the style `sheet`, change with their content.
    """
    script = hashlib.sha256(boot).hexdigest()[:16]
    return _INDEX.replace("STYLES", styling.address(sheet, base)).replace("BASE", base).replace("BOOT", script)


class CompressedFiles:
    """Compressed bytes of the scripts whose names change with their content; other answers are not kept."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        """The bytes kept under the key, or None."""
        return self._kept.get(key)

    def set(self, key: str, value: bytes) -> None:
        """Keep the bytes if the key names such a script."""
        if "/_dash-component-suites/" in key:
            self._kept[key] = value


def deliver(server: Flask, pages: Collection[str]) -> None:
    """Compress what the server sends, let browsers keep what cannot change, and say 404 for pages that do not exist.

    Call it before Dash is made, so that its compression finds these settings.
    """
    server.config.update(
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_ALGORITHM_STREAMING=["br"],
        COMPRESS_BR_LEVEL=5,
        COMPRESS_MIN_SIZE=600,
        COMPRESS_CACHE_KEY=_address,
        COMPRESS_CACHE_BACKEND=CompressedFiles,
    )
    server.after_request(lambda response: _kept_by_browsers(_known_or_404(response, pages)))


def _address(asked: Request) -> str:
    return asked.path


def _known_or_404(response: Response, pages: Collection[str]) -> Response:
    """The app answers every address with the same document; what is no page of ours still says so in its status."""
    if response.status_code == 200 and response.mimetype == "text/html" and request.path not in pages:
        response.status_code = 404
    return response


def _kept_by_browsers(response: Response) -> Response:
    if request.path.startswith("/assets/") and response.status_code == 200:
        response.headers["Cache-Control"] = _YEAR if "m" in request.args else _WEEK
    return response

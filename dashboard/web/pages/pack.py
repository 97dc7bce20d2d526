"""The page that makes a pack: which charts, in which order, with which captions, and how they are drawn."""

from __future__ import annotations

import json
from collections.abc import Sequence

from dash import ClientsideFunction, Dash, Input, Output, html
from dash.development.base_component import Component

from dashboard.browser import found_browser
from dashboard.export.order import FORMATS, SIZES, THEMES, TITLE
from dashboard.web.page import Page

PATH = "/pack"
CHARTS = {
    "daily": "Daily figures",
    "heatmap": "Calendar of days",
    "spread": "Distribution of days",
    "total": "Running total",
    "estimates": "Estimates",
    "months": "Months compared",
    "spans": "Claims over their days",
}
_FORMATS = {
    "pptx": "PowerPoint deck, with notes",
    "pdf": "PDF deck, with index and notes",
    "png": "PNG pictures, with an index (ZIP)",
    "svg": "SVG pictures, with an index (ZIP)",
}
_SIZES = {
    "slide": "Slide, 16:9 (1920 × 1080)",
    "wide": "Half a page (1600 × 900)",
    "square": "Square (1080 × 1080)",
    "a4": "A4 landscape, 300 dpi",
}
_THEMES = {"light": "Light", "dark": "Dark", "print": "Greys, for a photocopier"}


def page() -> Page:
    """The page."""
    return Page(
        PATH,
        "Pack",
        "Pack of pictures",
        _layout,
        _register,
        by_category=True,
        by_mean=True,
        by_resolution=True,
        by_claims=True,
    )


def _register(app: Dash) -> None:
    app.clientside_callback(ClientsideFunction("lossesPack", "form"), Output("pack", "title"), Input("pack", "id"))


def _layout() -> Sequence[Component]:
    return [
        html.H1("A pack of pictures for a briefing"),
        html.P(
            "The charts of your choice in one file, as the filter above shows them. Each picture says what it shows, "
            "whose figures they are, and what is left out; titles, text alternatives and notes with sources come too.",
            className="lead",
        ),
        _form() if found_browser() else _without_browser(),
    ]


def _form() -> Component:
    """The place of the form, which assets/pack.js fills: it holds what can be chosen."""
    choices = {
        "charts": list(CHARTS.items()),
        "format": [(name, _FORMATS[name]) for name in sorted(FORMATS, key=list(_FORMATS).index)],
        "size": [(name, _SIZES[name]) for name in SIZES],
        "theme": [(name, _THEMES[name]) for name in THEMES],
        "title": TITLE,
    }
    return html.Div(id="pack", className="pack", **{"data-choices": json.dumps(choices, ensure_ascii=False)})


def _without_browser() -> Component:
    """What to do where the server has nothing to draw with."""
    return html.Div(
        [
            html.P(
                [
                    html.B("This server has no browser to draw with. "),
                    "Packs and PDFs are drawn by a Chromium, Chrome or Edge on the machine that serves this. Install "
                    "one there (Debian: ",
                    html.Code("apt-get install chromium"),
                    "), or set ",
                    html.Code("CHROMIUM"),
                    " to its path, then load this page anew.",
                ]
            ),
            html.P(
                "Until then every chart on the other pages can be saved as PNG and SVG: your own browser draws those."
            ),
        ],
        id="pack",
        className="pack-without",
    )

"""What a browser needs to draw a chart's picture, and the words that go into its PNG text chunks."""

from __future__ import annotations

import hashlib
from typing import Any

from dashboard.figure import LIGHT, SIZES, Style, canonical
from dashboard.model import iso
from dashboard.web.categories import PERSONNEL
from dashboard.web.drawing import Drawing
from dashboard.web.view import View

SOFTWARE = "Reported Losses"


def picture(drawn: Drawing, name: str, view: View, version: str) -> dict[str, Any]:
    """Figure, size, file name and texts of the picture of a chart. Always light, so that one view has one picture."""
    words = drawn.words(name, view)
    width, height = SIZES["wide"]
    return {
        "figure": dict(drawn.figure(name, view, Style("light", "wide")).to_plotly_json()),
        "width": width,
        "height": height,
        "background": LIGHT.surface,
        "name": file_name(name, view, iso(words.as_of)),
        "texts": {
            "Title": words.title,
            "Source": words.source,
            "Software": f"{SOFTWARE} {version}",
            "losses:view": f"chart={name}&{view.query()}".rstrip("&"),
            "losses:as_of": iso(words.as_of) or "",
            "losses:data": hashlib.sha256(canonical(drawn.numbers(name, view))).hexdigest(),
            "losses:version": version,
        },
    }


def file_name(name: str, view: View, as_of: str | None) -> str:
    """A file name that says what the picture shows: chart, days, basis where it is not the usual one, as-of date."""
    days = f"{iso(view.start) or 'start'}_to_{iso(view.end) or 'end'}" if view.start or view.end else "all"
    parts = [
        "reported-losses",
        name,
        "" if view.category == PERSONNEL else view.category,
        days,
        "" if view.basis == "covers" else str(view.basis),
        f"as-of-{as_of or 'all'}",
        f"recorded-{view.recorded:%Y-%m-%d}" if view.recorded else "",
    ]
    return "_".join(part for part in [*parts, "log" if view.log else ""] if part) + ".png"

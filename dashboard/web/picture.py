"""What a picture of a chart is drawn from, and the words that go into its PNG text chunks."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from dashboard.export.carried import packed_table
from dashboard.export.piece import alternative
from dashboard.export.verifying import AS_OF, DATA, FIGURES, SOFTWARE, SOURCE, TITLE, VERSION, VIEW
from dashboard.figure import Style, canonical, format_of, palette
from dashboard.figure.outline import outlined
from dashboard.model import iso
from dashboard.web.categories import PERSONNEL
from dashboard.web.drawing import Drawing
from dashboard.web.view import View

PROGRAM = "Reported Losses"
SAVED = Style("light", "wide")


def picture(drawn: Drawing, name: str, view: View, version: str, form: str = "png") -> dict[str, Any]:
    """Figure, size, file name and texts of a chart's picture, as a browser draws it: always light and half a page.

    `form` is png or svg; `alternative` the text for whoever cannot see it.
    """
    size, words = format_of(SAVED), drawn.words(name, view)
    return {
        "figure": outlined(drawn.figure(name, view, SAVED)),
        "width": size.width,
        "height": size.height,
        "background": palette(SAVED.theme).surface,
        "form": form,
        "alternative": alternative(words),
        "name": file_name(name, view, iso(words.as_of), form),
        "texts": dict(texts(drawn, name, view, version)),
    }


def texts(drawn: Drawing, name: str, view: View, version: str, style: Style = SAVED) -> Mapping[str, str]:
    """What a picture says of itself, but for the hash of its pixels and the seal, which its maker adds."""
    words = drawn.words(name, view)
    return {
        TITLE: words.title,
        SOURCE: words.source,
        SOFTWARE: f"{PROGRAM} {version}",
        VIEW: address_query(name, view, style),
        AS_OF: iso(words.as_of) or "",
        DATA: hashlib.sha256(canonical(drawn.numbers(name, view))).hexdigest(),
        FIGURES: packed_table(drawn.table(name, view)),
        VERSION: version,
    }


def address_query(name: str, view: View, style: Style = SAVED) -> str:
    """Chart, view, and size and theme where they are not those of a browser's picture."""
    usual = {"size": SAVED.size, "theme": SAVED.theme}
    look = {"size": style.size, "theme": style.theme}
    unusual = urlencode({key: value for key, value in look.items() if value != usual[key]})
    return "&".join(part for part in (f"chart={name}", view.query(), unusual) if part)


def file_name(name: str, view: View, as_of: str | None, form: str = "png") -> str:
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
    return "_".join(part for part in [*parts, "log" if view.log else ""] if part) + f".{form}"

"""What the filter bar offers for a view: the links, selects and figures out of which its controls are made."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.model import Basis, iso
from dashboard.web.categories import GROUPS, Category
from dashboard.web.editions import Asked
from dashboard.web.page import Page, link
from dashboard.web.view import MEANS, RESOLUTIONS, View
from dashboard.web.view_words import presets

LINKS = ("range", "resolution", "basis", "mean", "scale")
SELECTS = ("category", "subject")
_LABELS = {"range": "Range", "resolution": "By", "basis": "Dated by", "mean": "Mean of", "scale": "Scale"}
_UNLABELLED = ("range", "scale")


def links(asked: Asked, page: Page) -> tuple[list[Component], ...]:
    """The content of each control of LINKS, the chosen link marked; nothing for one that the page does not go by."""
    view, path = asked.view, page.path
    bases = {"day covered": Basis.COVERS, "day published": Basis.PUBLISHED}
    applies = {"resolution": page.by_resolution, "mean": page.by_mean, "scale": page.by_scale}
    offered: dict[str, list[tuple[str, dict[str, Any]]]] = {
        "range": [(name, {"start": a, "end": b}) for name, a, b in presets(last_day(asked))],
        "resolution": [(name, {"resolution": name}) for name in RESOLUTIONS],
        "basis": [(name, {"basis": basis}) for name, basis in bases.items()],
        "mean": [(f"{days} days", {"mean": days}) for days in MEANS],
        "scale": [("linear", {"log": False}), ("log", {"log": True})],
    }
    return tuple(_group(name, offered[name], view, path) if applies.get(name, True) else [] for name in LINKS)


def _group(name: str, offered: Sequence[tuple[str, dict[str, Any]]], view: View, path: str) -> list[Component]:
    label = html.Span(_LABELS[name], id=f"label-{name}", className="unseen" if name in _UNLABELLED else "label")
    options = [_option(words, view, path, changes) for words, changes in offered]
    return [label, html.Div(options, className="choices", role="group", **{"aria-labelledby": f"label-{name}"})]


def _option(words: str, view: View, path: str, changes: dict[str, Any]) -> Component:
    chosen = all(getattr(view, field) == value for field, value in changes.items())
    return link(words, view.address(path, **changes), **({"aria-current": "true"} if chosen else {}))


def selects(asked: Asked, page: Page) -> tuple[list[Component], ...]:
    """The content of each control of SELECTS; nothing where there is nothing to choose."""
    return (
        _categories(asked, page.path) if page.by_category else [],
        _subjects(asked, page) if page.by_subject else [],
    )


def _categories(asked: Asked, path: str) -> list[Component]:
    held = asked.edition.categories
    if len(held) < 2:
        return []
    groups = [
        html.Optgroup([_category(one, asked.view, path) for one in held if one.group == group], label=group)
        for group in GROUPS
        if any(one.group == group for one in held)
    ]
    return _select("category", "Losses of", groups, asked.view, path)


def _category(one: Category, view: View, path: str) -> Component:
    return _entry(one.words, view.address(path, category=one.name), chosen=one.name == view.category)


def _subjects(asked: Asked, page: Page) -> list[Component]:
    """The sides whose losses can be shown; pages that set no side apart show all of them at first."""
    view, names = asked.view, asked.edition.subjects
    if len(names) < 2:
        return []
    # Where all sides show at first, the reference's own is a choice like the others; elsewhere it is the default.
    offered = [("any side", None), (names[0], names[0])] if page.any_subject else [(names[0], None)]
    chosen = None if view.subject == names[0] and not page.any_subject else view.subject
    entries = [
        _entry(words, view.address(page.path, subject=value), chosen=value == chosen)
        for words, value in (*offered, *((name, name) for name in names[1:]))
    ]
    return _select("subject", "Side", entries, view, page.path)


def _select(name: str, label: str, entries: list[Component], view: View, path: str) -> list[Component]:
    """A plain select whose values are addresses (see assets/page.js)."""
    # A new key builds the element anew, so that what it shows as chosen is what the address says.
    made = html.Select(entries, id=name, key=view.address(path), className="field", **{"data-goes": "true"})
    return [html.Label(label, htmlFor=name), made]


def _entry(words: str, address: str, *, chosen: bool) -> Component:
    return html.Option(words, value=address, **({"selected": "selected"} if chosen else {}))


def reach(asked: Asked) -> dict[str, str | None]:
    """The days that the slider runs over and those it stands at, ISO; None where the view is open."""
    first = asked.losses.conflict.start
    return {
        "first": iso(first),
        "last": iso(max(first, last_day(asked))),
        "start": iso(asked.view.start),
        "end": iso(asked.view.end),
    }


def narrowing(asked: Asked, page: Page) -> dict[str, dict[str, Sequence[str]]] | None:
    """The claimants and definitions to choose from and those chosen; None where the page does not go by them."""
    if not page.by_claims:
        return None
    edition, view = asked.edition, asked.view
    return {
        "claimant": {"offered": edition.claimants, "chosen": view.claimants},
        "definition": {"offered": edition.definitions, "chosen": view.definitions},
    }


def last_day(asked: Asked) -> date:
    """The last day with a figure that was published by the view's as-of date."""
    last = asked.edition.last_covered
    return min(last, asked.view.as_of or last)

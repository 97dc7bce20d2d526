"""What a page is: its address, its name in the navigation, its unchanging layout, and its callbacks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from dash import Dash, html
from dash.development.base_component import Component

from dashboard.web.view import View

Content: TypeAlias = Component | str
_ON_PAGE = {"aria-label": "Sections of this page"}


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `layout` never depends on the address, and not on the data, which may change while it is served.

    `filtered` says whether the filter bar applies to it; `by_…` whether that control does, `by_claims` those for
    claimants and definitions. `any_subject`: it shows the losses of all sides until one is chosen.
    """

    path: str
    name: str
    heading: str
    layout: Callable[[], Sequence[Component]]
    register: Callable[[Dash], None]
    filtered: bool = True
    by_category: bool = False
    by_mean: bool = False
    by_resolution: bool = False
    by_claims: bool = False
    by_subject: bool = False
    any_subject: bool = False
    by_scale: bool = True

    def concerned(self, view: View) -> View:
        """The part of a view that this page goes by; the rest only goes along to others."""
        plain, kept = View(), view.shared()
        fields = {
            "category": self.by_category,
            "mean": self.by_mean,
            "resolution": self.by_resolution,
            "claimants": self.by_claims,
            "definitions": self.by_claims,
            "subject": self.by_subject,
            "log": self.by_scale,
        }
        return replace(kept, **{name: getattr(plain, name) for name, applies in fields.items() if not applies})


def link(text: Content | Sequence[Content], address: str, **attributes: str) -> html.A:
    """A link to a page of ours; the browser changes pages without loading anew (see assets/page.js)."""
    return html.A(text, href=address, **attributes)


def outside(text: str, address: str | None) -> html.A | html.Span:
    """A link to a page elsewhere, for http and https addresses alone; anything else is shown as plain text."""
    if address and address.lower().startswith(("https://", "http://")):
        named = {"className": "address"} if text == address else {}
        return html.A(text, href=address, rel="noopener noreferrer external", target="_blank", **named)
    return html.Span(text if not address else f"{text} ({address[:200]})")


def block(heading: str, *content: Content, level: int = 2) -> html.Section:
    """A section of a page under its heading, which an address can name."""
    title = html.H2(heading) if level == 2 else html.H3(heading)
    return html.Section([title, *content], className="block", id=slug(heading))


def fact(name: str, value: Content, words: str) -> html.Div:
    """One of the few large figures of a page, in a list of class `facts`: its name, the figure, what it is."""
    return html.Div([html.Dt(name), html.Dd(value, className="big"), html.Dd(words, className="small")])


def slug(heading: str) -> str:
    """The heading as an address names it: "Check a figure" is check-a-figure."""
    return re.sub(r"[^a-z0-9]+", "-", heading.lower()).strip("-")


def contents(headings: Sequence[str]) -> html.Div:
    """The sections of a long page, each one click away."""
    items = [html.Li(html.A(heading, href=f"#{slug(heading)}")) for heading in headings]
    inside = [html.Span("On this page", className="muted"), html.Ul(items)]
    return html.Div(inside, className="contents", role="group", **_ON_PAGE)

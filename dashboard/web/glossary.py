"""The words of the pages explained where they stand: the glossary, a button for each word, and the page of help."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from dash import html
from dash.development.base_component import Component

_FILE = Path(__file__).with_name("glossary.toml")


@dataclass(frozen=True, slots=True)
class Term:
    """A word: its name in code, how pages show it, what opens beside it, and what the page of help adds."""

    name: str
    seen: str
    short: str
    more: str = ""


@cache
def terms() -> Mapping[str, Term]:
    """The glossary by name, in the order of its file."""
    read = tomllib.loads(_FILE.read_text(encoding="utf-8"))["term"]
    return MappingProxyType({one["name"]: Term(**one) for one in read})


def term(name: str, words: str | None = None) -> html.Button:
    """The word as a button that opens its explanation (see assets/help.js); raises KeyError for one not listed."""
    known = terms()[name]
    return html.Button(
        words or known.seen,
        className="term",
        type="button",
        **{"data-term": known.seen, "data-note": known.short, "data-anchor": f"/help#{anchor(known)}"},
    )


def words_used(*names: str) -> html.P:
    """The words that a page uses, each a button."""
    parts: list[Component | str] = [html.Span("Words used here: ", className="muted")]
    for name in names:
        parts += [term(name), " "]
    return html.P(parts[:-1], className="words-used")


def anchor(one: Term) -> str:
    """The place of a word on the page of help."""
    return f"term-{one.name.replace('_', '-')}"

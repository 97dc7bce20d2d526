"""Help: how to read the pages in a minute, and every word that they use."""

from __future__ import annotations

from collections.abc import Sequence

from dash import Dash, html
from dash.development.base_component import Component

from dashboard.web.glossary import Term, anchor, terms
from dashboard.web.page import Content, Page, block, link

PATH = "/help"
_QUESTIONS: tuple[tuple[str, str, str], ...] = (
    ("What was reported last, and is it unusual?", "Overview", "/"),
    ("What was reported between two dates?", "Overview, with both dates typed above it", "/"),
    ("Does this sentence hold?", "Overview, “Check a figure”", "/#check-a-figure"),
    ("Who says what for the same month, and are they independent?", "Compare", "/compare"),
    ("Who said 1,950, where, and was it right?", "Claims, searched for 1950", "/claims?q=1950"),
    ("Where does a text say it?", "Documents", "/document"),
    ("What about tanks?", "Equipment", "/equipment"),
    ("How do I get pictures or a deck for a briefing?", "Pack", "/pack"),
    ("How fresh are the figures, and what was corrected?", "Data", "/data"),
)
_KEYS: tuple[tuple[str, str], ...] = (
    ("Tab, Shift+Tab", "to the next control and back; the first Tab of a page offers to skip to its content"),
    ("Enter or Space", "to open a word, fold or menu; Esc closes it"),
    ("Arrow keys", "from cell to cell in the table of claims; Enter opens the document of the row"),
    ("Ctrl+C", "copies the cell you are on in the table of claims; “Copy rows” copies all that are shown"),
)


def page() -> Page:
    """The page of help."""
    return Page(PATH, "Help", "Help", _layout, _register, filtered=False)


def _register(_app: Dash) -> None:
    """Nothing on this page changes."""


def _layout() -> Sequence[Component]:
    return [
        html.H1("How to read these pages"),
        html.P(
            "Reported Losses shows what has been said about losses in the war, by whom, and whether the numbers agree "
            "with one another. It checks arithmetic. It cannot tell whether the losses happened.",
            className="lead",
        ),
        block("Which page answers what", _pairs([(asked, link(name, path)) for asked, name, path in _QUESTIONS])),
        block(
            "What is kept where",
            html.P(
                "The address of a page holds all that you chose, so that a copied link opens the same view for "
                "somebody else. The theme, the columns of tables and that you have read the introduction are kept in "
                "your browser alone. What you paste to be checked is not kept at all."
            ),
        ),
        block("By keyboard", _pairs(_KEYS)),
        block("Words", html.Dl([part for one in terms().values() for part in _entry(one)], className="glossary")),
    ]


def _pairs(rows: Sequence[tuple[Content, Content]]) -> Component:
    return html.Dl([part for name, words in rows for part in (html.Dt(name), html.Dd(words))], className="fields")


def _entry(one: Term) -> tuple[Component, Component]:
    return html.Dt(one.seen, id=anchor(one)), html.Dd(f"{one.short} {one.more}".strip())

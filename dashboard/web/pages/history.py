"""The history: who decided what and when, the newest first, and each last decision can be taken back."""

from __future__ import annotations

from dash import Dash, Input, Output, html
from dash.development.base_component import Component

from dashboard.store import Decision, Store
from dashboard.web.desk.words import decision_words
from dashboard.web.moments import moment_words
from dashboard.web.page import Page, link
from dashboard.web.pages.review import PATH as REVIEW

PATH = "/history"
_MOST = 200


def page(store: Store) -> Page:
    """The page of decisions."""

    def register(app: Dash) -> None:
        @app.callback(Output("history", "children"), Input("url", "pathname"), Input("desk-stamp", "data"))
        def _history(_path: str, _stamp: object) -> list[Component]:
            return told(store)

    return Page(PATH, "History", "History", lambda: [html.Div(id="history")], register, filtered=False)


def told(store: Store) -> list[Component]:
    """The decisions of people; those that nothing followed can be taken back."""
    made = store.decisions(limit=_MOST)
    if not made:
        words = ["Nobody has decided anything yet. ", link("What awaits a decision", REVIEW), "."]
        return [html.H1("No decision yet"), html.P(words, className="lead")]
    last: set[str] = set()
    items = []
    for one in made:
        items.append(_entry(one, may_undo=one.claim.claim_id not in last))
        last.add(one.claim.claim_id)
    return [
        html.H1("What was decided"),
        html.P("Nothing is ever overwritten: taking a decision back is a new entry.", className="lead"),
        html.Ol(items, className="desk-history"),
        *(
            [html.P(f"The {_MOST} newest are shown; `losses store export` writes all.", className="small muted")]
            if len(made) == _MOST
            else []
        ),
    ]


def _entry(made: Decision, *, may_undo: bool) -> Component:
    undo = html.Button(
        "Take back",
        className="quiet",
        type="button",
        **{"data-desk": "undo", "data-number": str(made.number), "aria-label": f"Take back: {decision_words(made)}"},
    )
    return html.Li(
        [
            html.Span(moment_words(made.at), className="small muted"),
            html.P([link(decision_words(made), f"{REVIEW}?id={made.claim.document_id}")]),
            *([undo] if may_undo else []),
        ]
    )

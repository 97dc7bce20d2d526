"""Add an article: paste it or drop files; it is kept with its claims, which then await review."""

from __future__ import annotations

from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html
from dash.development.base_component import Component

from dashboard.sources.documents import SUFFIXES
from dashboard.web.page import Page, block, link

PATH = "/add"
_FIELDS = (
    ("published", "Published on", "day, if known"),
    ("publisher", "Publisher", "publisher, if known"),
    ("title", "Title", ""),
    ("url", "Address", "https://…"),
)


def page() -> Page:
    """The page for new articles."""

    def register(app: Dash) -> None:
        app.clientside_callback(
            ClientsideFunction("desk", "addDocuments"),
            Output("add-result", "children"),
            Output("add-undated", "hidden"),
            Input("add", "n_clicks"),
            Input("add-undated", "n_clicks"),
            State("add-text", "value"),
            State("add-files", "contents"),
            State("add-files", "filename"),
            *[State(f"add-{name}", "value") for name, _, _ in _FIELDS],
            prevent_initial_call=True,
        )
        app.clientside_callback(
            ClientsideFunction("desk", "chosenFiles"),
            Output("add-chosen", "children"),
            Input("add-files", "filename"),
            prevent_initial_call=True,
        )

    return Page(PATH, "Add", "Add an article", _layout, register, filtered=False)


def _layout() -> list[Component]:
    kinds = ", ".join(suffix for suffix in SUFFIXES if not suffix.startswith(".jsonl"))
    return [
        html.H1("Add an article"),
        html.P(
            "Paste an article or choose files. Each loss that it states is read, tied to its sentence and held against "
            "the series; nothing counts before you have accepted it.",
            className="lead",
        ),
        block(
            "The article",
            html.Label("Text of the article", htmlFor="add-text"),
            dcc.Textarea(id="add-text", rows=10, spellCheck=False, className="wide-text"),
            dcc.Upload(
                html.Span(["or drop files here, or ", html.B("choose files"), f" ({kinds})"]),
                id="add-files",
                multiple=True,
                className="drop",
            ),
            html.P(id="add-chosen", className="small muted", role="status"),
            html.P(
                "What the text or the page says of itself is found; what you write here counts for more.",
                className="small muted",
            ),
            html.Div([_field(*one) for one in _FIELDS], className="desk-fields"),
            html.Div(
                [
                    html.Button("Add and read", id="add", className="main-button", type="button"),
                    html.Button("Add without a date", id="add-undated", className="quiet", type="button", hidden=True),
                ],
                className="actions",
            ),
            html.Div(id="add-result", role="status", className="desk-told"),
        ),
        html.P(["What awaits a decision is in the ", link("review", "/review"), "."], className="small"),
    ]


def _field(name: str, label: str, hint: str) -> Component:
    ident = f"add-{name}"
    box = dcc.Input(id=ident, type="text", placeholder=hint, autoComplete="off")
    return html.Div([html.Label(label, htmlFor=ident), html.Div(box)], className="control")

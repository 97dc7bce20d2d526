"""A chart on a page: its finding, the drawing, what qualifies it, its figures as a table, and its picture to save."""

from __future__ import annotations

import json
from typing import Any

from dash import MATCH, ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html
from dash.development.base_component import Component

from dashboard.figure import config
from dashboard.web import tables
from dashboard.web.drawing import Drawing, plain_view
from dashboard.web.editions import Asked, Editions
from dashboard.web.picture import picture
from dashboard.web.sheet import citation
from dashboard.web.view import View

# What a chart is told with; assets/figures.js draws it and gives these in their order.
_FILLED = (("title", "children"), ("subtitle", "children"), ("foot", "children"), ("body", "aria-label"))


def part(kind: str, chart: object) -> dict[str, object]:
    """The id of one part of a chart's card."""
    return {"part": kind, "chart": chart}


def card(name: str) -> Component:
    """The card of the chart called `name`; callbacks fill it from the address."""
    graph = html.Div(id=part("graph", name), className="dash-graph", **{"data-config": json.dumps(config())})
    return html.Section(
        [
            html.Div([html.H2(id=part("title", name)), html.P(id=part("subtitle", name))], className="chart-head"),
            html.Div(graph, id=part("body", name), className="chart-body", role="group"),
            html.Div(id=part("foot", name), className="chart-foot"),
            _actions(name),
            html.Details(
                [
                    html.Summary("The figures of this chart as a table", id=part("open", name)),
                    html.Div(id=part("table", name)),
                ]
            ),
            dcc.Store(id=part("table-view", name)),
            dcc.Store(id=part("picture", name)),
        ],
        className="block chart",
        **{"data-chart": name},
    )


def _actions(name: str) -> Component:
    return html.Div(
        [
            html.Button("Save picture", id=part("save", name), className="quiet", type="button"),
            html.Button("as SVG", id=part("save-svg", name), className="quiet", type="button"),
            html.Button("as PDF", id=part("save-pdf", name), className="quiet", type="button"),
            html.Button("Copy link", id=part("copy", name), className="quiet", type="button"),
            html.Span(id=part("saved", name), className="status", role="status"),
            html.Span(id=part("copied", name), className="status", role="status"),
        ],
        className="actions",
    )


def register(app: Dash, editions: Editions, version: str) -> None:
    """Fill every chart's card from the address, its table when it is opened, and its picture when it is asked for."""
    app.clientside_callback(
        ClientsideFunction("lossesFigures", "figure"),
        *[Output(part(kind, MATCH), name) for kind, name in _FILLED],
        Input("url", "search"),
        Input("screen", "data"),
        State(part("graph", MATCH), "id"),
    )
    _register_table(app, editions)
    _register_picture(app, editions, version)
    app.clientside_callback(
        ClientsideFunction("losses", "copyLink"),
        Output(part("copied", MATCH), "children"),
        Input(part("copy", MATCH), "n_clicks"),
        prevent_initial_call=True,
    )


def _concerned(asked: Asked, name: str) -> tuple[Drawing, View]:
    """The charts that answer, and what of the view concerns the one called `name`."""
    return asked.edition.drawn, plain_view(asked.view, asked.edition.drawn.charts[name])


def _register_table(app: Dash, editions: Editions) -> None:
    # A table that was never opened asks the server for nothing when the address changes.
    app.clientside_callback(
        ClientsideFunction("losses", "viewOfTable"),
        Output(part("table-view", MATCH), "data"),
        Input(part("open", MATCH), "n_clicks"),
        Input("url", "search"),
        prevent_initial_call=True,
    )

    @app.callback(
        Output(part("table", MATCH), "children"),
        Input(part("table-view", MATCH), "data"),
        State(part("table-view", MATCH), "id"),
        prevent_initial_call=True,
    )
    def _table(query: str | None, ident: dict[str, str]) -> object:
        if query is None:
            return None
        name, asked = ident["chart"], editions.asked(query)
        drawn, view = _concerned(asked, name)
        title = drawn.words(name, view).title
        return tables.of_frame(drawn.table(name, view), title, f"chart-{name}", citation(title, asked))


def _register_picture(app: Dash, editions: Editions, version: str) -> None:
    @app.callback(
        Output(part("picture", MATCH), "data"),
        Input(part("save", MATCH), "n_clicks"),
        Input(part("save-svg", MATCH), "n_clicks"),
        State("url", "search"),
        State(part("save", MATCH), "id"),
        prevent_initial_call=True,
    )
    def _picture(clicks: int | None, svgs: int | None, query: str, ident: dict[str, str]) -> dict[str, Any] | None:
        if not clicks and not svgs:
            return None
        drawn, view = _concerned(editions.asked(query), ident["chart"])
        form = "svg" if ctx.triggered_id == part("save-svg", ident["chart"]) else "png"
        return picture(drawn, ident["chart"], view, version, form)

    app.clientside_callback(
        ClientsideFunction("losses", "savePicture"),
        Output(part("saved", MATCH), "children"),
        Input(part("picture", MATCH), "data"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("lossesPack", "savePdf"),
        Output(part("saved", MATCH), "children", allow_duplicate=True),
        Input(part("save-pdf", MATCH), "n_clicks"),
        State(part("save-pdf", MATCH), "id"),
        prevent_initial_call=True,
    )

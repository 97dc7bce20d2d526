"""The frame around every page: top bar, what is shown and how to change it, and the way from address to page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component

from dashboard import wording
from dashboard.model import Basis
from dashboard.web.page import Page, link
from dashboard.web.view import View, in_words, parse, parse_day, presets

NAME = "Reported Losses"
_FIELDS = ("start", "end", "as_of")


def frame(last_published: date) -> Component:
    """The layout that all pages share; callbacks fill it from the address."""
    return html.Div(
        [
            dcc.Location(id="url", refresh="callback-nav"),
            dcc.Store(id="screen"),
            dcc.Store(id="window-size"),
            dcc.Store(id="heading"),
            html.A("Skip to the content", href="#content", className="skip"),
            _top_bar(last_published),
            _filter_bar(last_published),
            html.Main(id="content", className="column", tabIndex=-1),
            html.Footer(html.Div(_foot(), className="column"), className="foot"),
            html.Div(id="announcement", className="unseen", **{"aria-live": "polite"}),
        ]
    )


def register(app: Dash, pages: Sequence[Page], last_published: date, last_covered: date) -> None:
    """Join address, navigation, filter bar and content."""
    _register_navigation(app, pages)
    _register_filter(app, last_published, last_covered)
    app.clientside_callback(
        ClientsideFunction("losses", "screen"),
        Output("screen", "data"),
        Output("theme-switch", "children"),
        Input("theme-switch", "n_clicks"),
        Input("window-size", "data"),
        State("screen", "data"),
    )
    app.clientside_callback(
        ClientsideFunction("losses", "arrived"),
        Output("announcement", "children"),
        Input("heading", "data"),
        State("url", "pathname"),
    )


def _register_navigation(app: Dash, pages: Sequence[Page]) -> None:
    by_path = {page.path: page for page in pages}

    @app.callback(Output("content", "children"), Output("heading", "data"), Input("url", "pathname"))
    def _content(path: str) -> tuple[list[Component], str]:
        page = by_path.get(path)
        return (list(page.layout()), page.heading) if page else (_no_such_page(), "No such page")

    @app.callback(
        Output("pages", "children"), Output("filter", "hidden"), Input("url", "pathname"), Input("url", "search")
    )
    def _navigation(path: str, query: str) -> tuple[list[Component], bool]:
        shared, page = parse(query)[0].shared(), by_path.get(path)
        return [_page_link(one, shared, path) for one in pages], page is None or not page.filtered


def _register_filter(app: Dash, last_published: date, last_covered: date) -> None:
    @app.callback(
        Output("shown", "children"),
        Output("faults", "children"),
        *[Output(f"field-{name}", "value") for name in _FIELDS],
        *[Output(f"choices-{name}", "children") for name in ("range", "basis", "scale")],
        Input("url", "search"),
        Input("url", "pathname"),
    )
    def _filter(query: str, path: str) -> tuple[object, ...]:
        view, faults = parse(query)
        days = [wording.day(day) if day else "" for day in (view.start, view.end, view.as_of)]
        return (
            in_words(view, last_published),
            [html.P(fault) for fault in faults],
            *days,
            *_choices(view, path, last_covered),
        )

    @app.callback(
        Output("url", "search"),
        Output("field-fault", "children"),
        *[Input(f"field-{name}", event) for name in _FIELDS for event in ("n_submit", "n_blur")],
        *[State(f"field-{name}", "value") for name in _FIELDS],
        State("url", "search"),
        prevent_initial_call=True,
    )
    def _typed(*values: object) -> tuple[object, str]:
        return typed(values[-1], dict(zip(_FIELDS, values[-4:-1], strict=True)))


def typed(query: object, texts: dict[str, object]) -> tuple[object, str]:
    """The address query after the dates were typed (no_update where it stays), and what is wrong with them."""
    view = parse(query)[0]
    unread = [str(text) for text in texts.values() if text and parse_day(text) is None]
    if unread:
        return no_update, f"“{unread[0][:40]}” is no date; write it as 11 Nov 2024."
    days = {name: parse_day(text) for name, text in texts.items()}
    if days["start"] and days["end"] and days["start"] > days["end"]:
        return no_update, "The first day is after the last; swap them."
    changed = view.address("", **days)
    return (no_update if parse(changed)[0] == view else changed), ""


def _top_bar(last_published: date) -> Component:
    return html.Header(
        html.Div(
            [
                link(NAME, "/", className="name"),
                html.Nav(id="pages", **{"aria-label": "Pages"}),
                html.Span(
                    f"Data to {wording.day(last_published)}",
                    className="as-of",
                    title="The last day on which a report in the data was published",
                ),
                html.Button("Dark theme", id="theme-switch", className="quiet", type="button"),
            ],
            className="column",
        ),
        className="top",
    )


def _page_link(page: Page, shared: View, here: str) -> Component:
    current = {"aria-current": "page"} if page.path == here else {}
    return link(page.name, shared.address(page.path), **current)


def _filter_bar(last_published: date) -> Component:
    fold = html.Button(
        "Change",
        className="quiet fold",
        type="button",
        **{"data-folds": "filter", "aria-expanded": "false", "aria-controls": "controls"},
    )
    controls = [
        html.Div([_field("start", "From", "first day"), _field("end", "to", "last day")], className="control"),
        _choice("range", "Range", seen=False),
        _choice("basis", "Dated by"),
        _field("as_of", "As of", wording.day(last_published)),
        _choice("scale", "Scale", seen=False),
    ]
    return html.Section(
        html.Div(
            [
                html.Div([html.P(id="shown"), fold], className="shown"),
                html.Div(controls, id="controls", className="controls"),
                html.Div(id="field-fault", className="faults", role="status"),
                html.Div(id="faults", className="faults", role="status"),
            ],
            className="column",
        ),
        id="filter",
        className="filter",
        **{"aria-label": "What is shown"},
    )


def _field(name: str, label: str, hint: str) -> Component:
    field = dcc.Input(
        id=f"field-{name}", type="text", debounce=True, placeholder=hint, autoComplete="off", className="date-field"
    )
    return html.Div([html.Label(label, htmlFor=f"field-{name}"), field], className="control")


def _choice(name: str, label: str, *, seen: bool = True) -> Component:
    named = html.Span(label, id=f"label-{name}", className="label" if seen else "unseen")
    group = html.Div(id=f"choices-{name}", className="choices", role="group", **{"aria-labelledby": f"label-{name}"})
    return html.Div([named, group], className="control")


def _choices(view: View, path: str, last_covered: date) -> tuple[list[Component], ...]:
    """The links that set range, basis and scale, the chosen one marked."""
    ranges = [
        _option(name, view.address(path, start=start, end=end), (view.start, view.end) == (start, end))
        for name, start, end in presets(min(last_covered, view.as_of or last_covered))
    ]
    bases = [
        _option("day covered", view.address(path, basis=Basis.COVERS), view.basis is Basis.COVERS),
        _option("day published", view.address(path, basis=Basis.PUBLISHED), view.basis is Basis.PUBLISHED),
    ]
    scales = [
        _option("linear", view.address(path, log=False), not view.log),
        _option("log", view.address(path, log=True), view.log),
    ]
    return ranges, bases, scales


def _option(name: str, address: str, chosen: bool) -> Component:
    return link(name, address, **({"aria-current": "true"} if chosen else {}))


def _foot() -> list[Component]:
    return [
        html.P(
            "Reported, claimed and estimated figures, not verified counts. Each leads back to the document or register "
            "row that states it."
        ),
        html.P("Nothing that you type or paste here is stored, and no request leaves the machine that serves this."),
    ]


def _no_such_page() -> list[Component]:
    return [
        html.H1("No such page"),
        html.P(["This address leads nowhere here. ", link("Go to the overview", "/"), "."], className="lead"),
    ]

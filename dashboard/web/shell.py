"""The frame around every page: top bar, navigation, foot, and the way from address to page."""

from __future__ import annotations

from collections.abc import Sequence

from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html
from dash.development.base_component import Component

from dashboard import wording
from dashboard.web import filtering
from dashboard.web.editions import Editions
from dashboard.web.page import Page, link
from dashboard.web.view import View, parse

NAME = "Reported Losses"


def frame() -> Component:
    """The layout that all pages share; callbacks fill it from the address."""
    return html.Div(
        [
            dcc.Location(id="url", refresh="callback-nav"),
            dcc.Store(id="screen"),
            dcc.Store(id="window-size"),
            dcc.Store(id="heading"),
            dcc.Store(id="synced"),
            dcc.Store(id="desk-stamp"),
            html.A("Skip to the content", href="#content", className="skip"),
            _top_bar(),
            _introduction(),
            filtering.bar(),
            html.Div(id="alarms", className="column"),
            html.Main(id="content", className="column", tabIndex=-1),
            html.Div(id="desk-told", className="desk-told column", role="status"),
            html.Footer(html.Div(_foot(), className="column"), className="foot"),
            html.Div(id="announcement", className="unseen", **{"aria-live": "polite"}),
        ]
    )


def register(app: Dash, pages: Sequence[Page], editions: Editions) -> None:
    """Join address, navigation, filter bar and content."""
    _register_navigation(app, pages, editions)
    filtering.register(app, pages, editions)
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


def _register_navigation(app: Dash, pages: Sequence[Page], editions: Editions) -> None:
    by_path = {page.path: page for page in pages}

    @app.callback(Output("content", "children"), Output("heading", "data"), Input("url", "pathname"))
    def _content(path: str) -> tuple[list[Component], str]:
        page = by_path.get(path)
        return (list(page.layout()), page.heading) if page else (_no_such_page(), "No such page")

    @app.callback(
        Output("pages", "children"),
        Output("filter", "hidden"),
        Output("data-to", "children"),
        Output("alarms", "children"),
        Input("url", "pathname"),
        Input("url", "search"),
        Input("synced", "data"),
    )
    def _navigation(path: str, query: str, _synced: object) -> tuple[list[Component], bool, str, list[Component]]:
        """The links to the pages, whether the filter hides, the last day of the data, and what every page must say."""
        shared, page = parse(query)[0].shared(), by_path.get(path)
        links = [_page_link(one, shared, path) for one in pages]
        edition = editions.asked(query).edition
        data_to = f"Data to {wording.day(edition.losses.last_published)}"
        alarms: list[Component] = [html.P(one, className="banner", role="alert") for one in edition.alarms]
        return links, page is None or not page.filtered, data_to, alarms


def _top_bar() -> Component:
    return html.Header(
        html.Div(
            [
                link(NAME, "/", className="name"),
                html.Nav(id="pages", **{"aria-label": "Pages"}),
                html.Span(
                    id="data-to",
                    className="as-of",
                    title="The last day on which a report in the data was published",
                ),
                html.Button("Dark theme", id="theme-switch", className="quiet", type="button"),
            ],
            className="column",
        ),
        className="top",
    )


def _introduction() -> Component:
    """What a first visit is told; seen until it is dismissed (see assets/boot.js and help.js)."""
    return html.Aside(
        html.Div(
            [
                html.P(
                    [
                        html.B("New here? "),
                        "These pages show what has been ",
                        html.B("said"),
                        " about losses in the war, by whom, and whether the numbers fit one another. They do not tell "
                        "what happened. Every figure opens to its source, every dotted word to its meaning. ",
                        link("How to read them", "/help"),
                        ".",
                    ]
                ),
                html.Button("Got it", className="quiet", type="button", **{"data-dismisses": "introduction"}),
            ],
            className="column",
        ),
        className="introduction",
        **{"aria-label": "Introduction"},
    )


def _page_link(page: Page, shared: View, here: str) -> Component:
    current = {"aria-current": "page"} if page.path == here else {}
    return link(page.name, shared.address(page.path), **current)


def _foot() -> list[Component]:
    return [
        html.P(
            "Reported, claimed and estimated figures, not verified counts. Each leads back to the document or register "
            "row that states it."
        ),
        html.P(
            "What you add and decide is kept in this server’s store; what you check is not. No request leaves the "
            "machine that serves this, but for that of the button on the data page, which fetches the public dataset."
        ),
    ]


def _no_such_page() -> list[Component]:
    return [
        html.H1("No such page"),
        html.P(["This address leads nowhere here. ", link("Go to the overview", "/"), "."], className="lead"),
    ]

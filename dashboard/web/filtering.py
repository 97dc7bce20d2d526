"""The bar that says what is shown, and the controls that change it by changing the address."""

from __future__ import annotations

from collections.abc import Sequence

from dash import ClientsideFunction, Dash, Input, Output, dcc, html, no_update
from dash.development.base_component import Component

from dashboard import wording
from dashboard.web import choices
from dashboard.web.editions import Editions
from dashboard.web.moments import moment_words, no_day, no_moment, parse_day, parse_moment
from dashboard.web.page import Page
from dashboard.web.view import View, parse
from dashboard.web.view_words import in_words

_FIELDS = ("start", "end", "as_of", "recorded")
_NARROWED = {"claimant": "Claimants", "definition": "Definitions"}


def bar() -> Component:
    """The bar, empty; callbacks fill it from the address."""
    fold = html.Button(
        "Change",
        className="quiet fold",
        type="button",
        **{"data-folds": "filter", "aria-expanded": "false", "aria-controls": "controls"},
    )
    days = [
        _field("start", "From", "first day"),
        html.Div(id="reach", className="reach", role="group", **{"aria-label": "Days shown"}),
        _field("end", "to", "last day"),
        _control("range"),
    ]
    others = [_control(name) for name in ("category", "subject", "resolution", "basis", "mean", "scale")]
    known = [_field("as_of", "As of", "last report"), _field("recorded", "As recorded by", "now")]
    return html.Section(
        html.Div(
            [
                html.Div([html.P(id="shown"), fold], className="shown"),
                html.Div(
                    [html.Div(days, className="days"), *others, *map(_narrowing, _NARROWED), *known],
                    id="controls",
                    className="controls",
                ),
                html.Div(id="field-fault", className="faults", role="status"),
                html.Div(id="faults", className="faults", role="status"),
                dcc.Store(id="reach-days"),
                dcc.Store(id="days-told"),
                dcc.Store(id="days-typed"),
                dcc.Store(id="narrowing"),
            ],
            className="column",
        ),
        id="filter",
        className="filter",
        **{"aria-label": "What is shown"},
    )


def _control(name: str) -> Component:
    return html.Div(id=f"control-{name}", className="control")


def _field(name: str, label: str, hint: str) -> Component:
    """A field for a date; assets/filter.js makes it, since Dash's own loses letters typed while it is drawn anew."""
    place = html.Span(className="date-field", **{"data-field": name, "data-hint": hint})
    return html.Div([html.Label(label, htmlFor=f"field-{name}"), place], className="control")


def _narrowing(name: str) -> Component:
    """A list to tick names in, which unfolds; assets/filter.js fills it and writes what is ticked into the address."""
    words = html.Span("all", id=f"narrow-{name}-words")
    label = {"aria-label": _NARROWED[name]}
    panel = html.Div(id=f"narrow-{name}-names", className="narrow-names unfolded", role="group", **label)
    head = html.Summary([f"{_NARROWED[name]}: ", words])
    return html.Details([head, panel], id=f"narrow-{name}", className="control narrow", hidden=True)


def register(app: Dash, pages: Sequence[Page], editions: Editions) -> None:
    """Fill the bar from the address, and write the address from what is typed."""
    _register_bar(app, {page.path: page for page in pages}, editions)
    app.clientside_callback(
        ClientsideFunction("lossesFilter", "reach"), Output("reach", "title"), Input("reach-days", "data")
    )
    app.clientside_callback(
        ClientsideFunction("lossesFilter", "days"), Output("control-range", "title"), Input("days-told", "data")
    )
    app.clientside_callback(
        ClientsideFunction("lossesFilter", "narrowing"),
        *[Output(f"narrow-{name}-words", "children") for name in _NARROWED],
        *[Output(f"narrow-{name}", "hidden") for name in _NARROWED],
        Input("narrowing", "data"),
    )

    @app.callback(
        Output("url", "search"),
        Output("field-fault", "children"),
        Input("days-typed", "data"),
        prevent_initial_call=True,
    )
    def _typed(given: object) -> tuple[object, str]:
        if not isinstance(given, dict):
            return no_update, ""
        return typed(given.get("query"), {name: given.get(name) for name in _FIELDS})


def _register_bar(app: Dash, pages: dict[str, Page], editions: Editions) -> None:
    @app.callback(
        Output("shown", "children"),
        Output("faults", "children"),
        *[Output(f"control-{name}", "children") for name in (*choices.LINKS, *choices.SELECTS)],
        Output("reach-days", "data"),
        Output("days-told", "data"),
        Output("narrowing", "data"),
        Input("url", "search"),
        Input("url", "pathname"),
    )
    def _filter(query: str, path: str) -> tuple[object, ...]:
        page = pages.get(path)
        if page is None or not page.filtered:
            return (no_update,) * (5 + len(choices.LINKS) + len(choices.SELECTS))
        asked = editions.asked(query)
        return (
            in_words(page.concerned(asked.view), asked.losses.last_published),
            [html.P(fault) for fault in asked.faults],
            *choices.links(asked, page),
            *choices.selects(asked, page),
            choices.reach(asked),
            _told(asked.view),
            choices.narrowing(asked, page),
        )


def _told(view: View) -> dict[str, str]:
    """What each field says of the view."""
    days = [wording.day(day) if day else "" for day in (view.start, view.end, view.as_of)]
    return dict(zip(_FIELDS, [*days, _recorded_text(view)], strict=True))


def _recorded_text(view: View) -> str:
    """The moment of recording as its field holds it, in a form that can be read back."""
    return moment_words(view.recorded) if view.recorded else ""


def typed(query: object, texts: dict[str, object]) -> tuple[object, str]:
    """The address query after the dates were typed (no_update where it stays), and what is wrong with them."""
    view = parse(query)[0]
    recorded, days = texts.get("recorded"), {name: text for name, text in texts.items() if name != "recorded"}
    unread = [no_day(text) for text in days.values() if text and parse_day(text) is None]
    moment = view.recorded if recorded == _recorded_text(view) else parse_moment(recorded)
    if recorded and moment is None:
        unread.append(no_moment(recorded))
    if unread:
        return no_update, f"{unread[0]}."
    parsed = {name: parse_day(text) for name, text in days.items()}
    if parsed["start"] and parsed["end"] and parsed["start"] > parsed["end"]:
        return no_update, "The first day is after the last; swap them."
    changed = view.address("", **parsed, recorded=moment if recorded else None)
    return (no_update if parse(changed)[0] == view else changed), ""

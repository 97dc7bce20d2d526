"""The overview: what was reported last, is it unusual, how does it stand in the war; and a box to check a figure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from dash import Dash, Input, Output, State, dcc, html
from dash.development.base_component import Component

from dashboard import wording
from dashboard.losses import Losses
from dashboard.web import chart_card
from dashboard.web.checking import LONGEST, checked
from dashboard.web.finding import MEAN_DAYS, Finding, age_words, finding, headline, highest_words
from dashboard.web.page import Page, block, link
from dashboard.web.view import View, parse


def page(losses: Losses, today: Callable[[], date]) -> Page:
    """The overview of these losses."""

    def register(app: Dash) -> None:
        _register_finding(app, losses, today)
        _register_check(app, losses)

    return Page("/", "Overview", "Overview", _layout, register)


def _layout() -> list[Component]:
    return [
        html.Div(id="finding"),
        _check_box(),
        chart_card.card("daily"),
        chart_card.card("total"),
    ]


def _register_finding(app: Dash, losses: Losses, today: Callable[[], date]) -> None:
    @app.callback(Output("finding", "children"), Input("url", "search"))
    def _finding(query: str) -> list[Component]:
        view = parse(query)[0]
        return told(losses, view, finding(losses, view), today())


def told(losses: Losses, view: View, found: Finding | None, today: date) -> list[Component]:
    """The finding in words, then its few figures; a sentence that says what to do where there is none."""
    if found is None:
        as_of = wording.day(view.as_of)
        return [
            html.H1("No report is known by that date"),
            html.P(f"No report in the data was published by {as_of}. Choose a later date.", className="lead"),
        ]
    conflict = losses.conflict
    return [
        html.H1(f"{headline(found)}."),
        html.P(
            f"{conflict.reference_subject}’s losses as reported by the {conflict.reference_claimant}, which does not "
            "say which casualty types it counts. These are reported figures, not verified counts.",
            className="lead",
        ),
        html.Dl(_facts(found, view, today), className="facts"),
    ]


def _facts(found: Finding, view: View, today: date) -> list[Component]:
    latest = _fact(
        "Latest report",
        link(wording.number(found.losses), view.shared().address("/document", claim=found.report_id)),
        f"{_days(found)}; {age_words(found.published, today)}, on {wording.day(found.published)}",
    )
    mean = _fact(
        f"{MEAN_DAYS}-day mean",
        wording.number(round(found.mean) if found.mean is not None else None),
        f"a day, to {wording.day(found.mean_end)}" if found.mean_end else "too few days known",
    )
    total = _fact(
        "Running total",
        wording.number(found.total),
        f"since the start of the war, published {wording.day(found.published)}",
    )
    return [latest, mean, _highest(found, view), total]


def _days(found: Finding) -> str:
    when = wording.span(found.start, found.end)
    days = (found.end - found.start).days + 1
    return f"for {when}" if days == 1 else f"for the {days} days {when}"


def _highest(found: Finding, view: View) -> Component:
    top = found.top
    if top is None:
        return _fact("Highest day", wording.NO_FIGURE, "no single day is known")
    address = view.shared().address("/document", claim=top.claim_ids.rpartition(";")[2])
    return _fact(
        "Highest day", link(wording.number(top.value), address), f"{wording.day(top.start)}; {highest_words(top)}"
    )


def _fact(name: str, value: Component | str, words: str) -> Component:
    return html.Div([html.Dt(name), html.Dd(value, className="big"), html.Dd(words, className="small")])


def _check_box() -> Component:
    return block(
        "Check a figure",
        html.P("Paste a sentence or a whole article: each loss it states is read and set beside what was reported."),
        html.Div(
            [
                html.Label("Text to check", htmlFor="check-text", className="unseen"),
                dcc.Textarea(
                    id="check-text",
                    rows=3,
                    maxLength=LONGEST + 1,
                    placeholder="For example: Kyiv said that Russia lost 1,950 troops on Tuesday.",
                    spellCheck=False,
                ),
                html.Div(
                    [
                        html.Button("Check", id="check", className="main-button", type="button"),
                        _field("check-published", "Published on", "12 Nov 2024"),
                        _field("check-publisher", "by", "publisher, if known"),
                        html.Span("Nothing is stored.", className="muted small"),
                    ],
                    className="check-extra",
                ),
            ],
            className="check-form",
        ),
        html.Div(
            id="check-result",
            className="check-result",
            role="region",
            **{"aria-label": "What was found", "aria-live": "polite"},
        ),
    )


def _field(ident: str, label: str, hint: str) -> Component:
    field = dcc.Input(id=ident, type="text", placeholder=hint, autoComplete="off")
    return html.Div([html.Label(label, htmlFor=ident), html.Div(field)], className="control")


def _register_check(app: Dash, losses: Losses) -> None:
    @app.callback(
        Output("check-result", "children"),
        Input("check", "n_clicks"),
        State("check-text", "value"),
        State("check-published", "value"),
        State("check-publisher", "value"),
        State("url", "search"),
        prevent_initial_call=True,
    )
    def _check(clicks: int | None, text: object, published: object, publisher: object, query: str) -> list[Component]:
        return checked(losses, parse(query)[0], text, published, publisher) if clicks else []

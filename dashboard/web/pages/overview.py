"""The overview: what was reported last, is it unusual, how does it stand in the war; and a box to check a figure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from dash import Dash, Input, Output, State, dcc, html
from dash.development.base_component import Component

from dashboard import wording
from dashboard.losses import Losses
from dashboard.web import chart_card
from dashboard.web.calendar import summary
from dashboard.web.categories import PERSONNEL, in_words
from dashboard.web.changes import SPANS, Standing, arithmetic, between, change, changes, standing
from dashboard.web.checking import LONGEST, checked
from dashboard.web.editions import Editions
from dashboard.web.finding import (
    Finding,
    Over,
    age_words,
    finding,
    headline,
    highest_words,
    reference_rows,
    within_words,
)
from dashboard.web.glossary import words_used
from dashboard.web.page import Page, block, fact, link
from dashboard.web.view import View

PATH = "/"


def page(editions: Editions, today: Callable[[], date]) -> Page:
    """The overview."""

    def register(app: Dash) -> None:
        _register_finding(app, editions, today)
        _register_check(app, editions)

    return Page(PATH, "Overview", "Overview", _layout, register, by_category=True, by_mean=True, by_resolution=True)


def _layout() -> list[Component]:
    return [
        html.Div(id="finding"),
        chart_card.card("daily"),
        _check_box(),
        chart_card.card("heatmap"),
        chart_card.card("spread"),
        chart_card.card("total"),
        html.Div(id="calendar"),
    ]


def _register_finding(app: Dash, editions: Editions, today: Callable[[], date]) -> None:
    @app.callback(Output("finding", "children"), Input("url", "search"))
    def _finding(query: str) -> list[Component]:
        asked = editions.asked(query)
        losses, view, day = asked.losses, asked.view, today()
        return asked.edition.answers.get(("finding", view, day), lambda: told(losses, view, finding(losses, view), day))

    @app.callback(Output("calendar", "children"), Input("url", "search"))
    def _calendar(query: str) -> Component:
        asked = editions.asked(query)
        return asked.edition.answers.get(("calendar", asked.view), lambda: summary(asked, PATH))


def told(losses: Losses, view: View, found: Finding | None, today: date) -> list[Component]:
    """The finding in words, then its few figures; a sentence that says what to do where there is none."""
    if found is None:
        return _nothing(view)
    facts = _facts_over(found, found.over, view) if found.over else _facts(found, view, today)
    return [
        html.H1(f"{_upper(headline(found))}."),
        html.P(_reserve(losses, found.category), className="lead"),
        html.Dl(facts, className="facts"),
        _changes(losses, view, found),
        words_used("reported_derived", "running_total", "correction", "record", "basis", "as_of"),
        *([html.P(_negative_words(found.negative), className="small muted below")] if found.negative else []),
    ]


def _changes(losses: Losses, view: View, found: Finding) -> Component:
    """The sum of the days chosen as a difference of totals, and the change on the last week, month and year."""
    rows = reference_rows(losses, view)
    chosen = between(rows, found.over.start, found.over.end) if found.over else ""
    days = found.over.days if found.over else 0
    own = [change(rows, found.over.end, days)] if found.over and days not in dict(SPANS) else []
    words = [*([("Between the two dates", chosen)] if chosen else [])]
    words += [("On the days before", arithmetic(one)) for one in own]
    words += [(f"On the {one.name} before", arithmetic(one)) for one in changes(rows, found.end)]
    stands = standing(rows, found.end)
    if stands:
        words.append(("How unusual", _standing_words(found, stands)))
    return html.Dl(
        [html.Div([html.Dt(name), html.Dd(told.replace(" %", "\u00a0%"))]) for name, told in words], className="changes"
    )


def _standing_words(found: Finding, stands: Standing) -> str:
    return (
        f"{wording.number(found.losses)} is higher than {wording.number(stands.lower)} of the {stands.of} single days "
        f"known in the year before ({stands.percent:.0f} %)."
    )


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _nothing(view: View) -> list[Component]:
    known = f" published by {wording.day(view.as_of)}" if view.as_of else ""
    if view.start or view.end:
        words = f"No report{known} lies whole inside these days. Widen the range, or choose all."
        return [html.H1("No report within these days"), html.P(words, className="lead")]
    words = f"No report of {in_words(view.category)} in the data was{known or ' published'}. Choose a later date."
    return [html.H1("No report is known by that date"), html.P(words, className="lead")]


def _reserve(losses: Losses, category: str) -> str:
    conflict = losses.conflict
    silent = "which casualty types it counts" if category == PERSONNEL else "what kind of loss it counts"
    what = "" if category == PERSONNEL else f" of {in_words(category)}"
    return (
        f"{conflict.reference_subject}’s losses{what} as reported by the {conflict.reference_claimant}, which does not "
        f"say {silent}. These are reported figures, not verified counts."
    )


def _negative_words(many: int) -> str:
    times = "Once a running total was" if many == 1 else f"{wording.number(many)} times a running total was"
    return (
        f"{times} lower than the one before. Such a negative difference takes back losses reported earlier: it stays "
        "in the total and in the table of figures, is not drawn as a bar, and counts in no mean and no record."
    )


def _facts(found: Finding, view: View, today: date) -> list[Component]:
    latest = fact(
        "Latest report" if view.end is None else "Last report shown",
        link(wording.number(found.losses), view.shared().address("/document", claim=found.report_id)),
        f"{_days(found)}; {age_words(found.published, today)}, on {wording.day(found.published)}",
    )
    return [latest, _mean(found), _highest(found, view), _total(found)]


def _facts_over(found: Finding, over: Over, view: View) -> list[Component]:
    """The figures of the days chosen, each as large as the question it answers."""
    sum_words = f"{wording.number(over.days)} days, {wording.span(over.start, over.end)}"
    held = f"; {wording.number(over.correction)} of them a correction" if over.correction else ""
    top = over.top
    address = view.shared().address("/document", claim=top.claim_ids.rpartition(";")[2]) if top else ""
    day = (
        fact(
            "Highest day of these",
            link(wording.number(top.value), address),
            f"{wording.day(top.start)}; {within_words(top)}",
        )
        if top
        else fact("Highest day of these", wording.NO_FIGURE, "no single day is known")
    )
    return [fact("Reported in all", wording.number(over.losses), sum_words + held), _mean(found), day, _total(found)]


def _mean(found: Finding) -> Component:
    value = None if found.mean is None else round(found.mean) if abs(found.mean) >= 100 else round(found.mean, 1)
    words = f"a day, to {wording.day(found.mean_end)}" if found.mean_end else "too few days known"
    return fact(f"{found.mean_days}-day mean", wording.number(value), words)


def _total(found: Finding) -> Component:
    words = f"since the start of the war, published {wording.day(found.published)}"
    return fact("Running total", wording.number(found.total), words)


def _days(found: Finding) -> str:
    when = wording.span(found.start, found.end)
    days = (found.end - found.start).days + 1
    return f"for {when}" if days == 1 else f"for the {days} days {when}"


def _highest(found: Finding, view: View) -> Component:
    top = found.top
    if top is None:
        return fact("Highest day", wording.NO_FIGURE, "no single day is known")
    address = view.shared().address("/document", claim=top.claim_ids.rpartition(";")[2])
    return fact(
        "Highest day", link(wording.number(top.value), address), f"{wording.day(top.start)}; {highest_words(top)}"
    )


def _check_box() -> Component:
    return block(
        "Check a figure",
        html.P("Paste a sentence or a whole article: each loss it states is read and set beside what was reported."),
        html.Div(
            [
                html.Label("Text to check", htmlFor="check-text", className="unseen"),
                dcc.Textarea(
                    id="check-text",
                    rows=2,
                    maxLength=LONGEST + 1,
                    placeholder="For example: 1,950 troops were killed or wounded on Tuesday, the General Staff said.",
                    spellCheck=False,
                ),
                html.Div(
                    [
                        html.Button("Check", id="check", className="main-button", type="button"),
                        _field("check-published", "Published on", "day, if known"),
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


def _register_check(app: Dash, editions: Editions) -> None:
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
        if not clicks:
            return []
        asked = editions.asked(query)
        return checked(asked.losses, asked.view, text, published, publisher)

"""The estimates: how many in all, who says so, and whether killed or all casualties are meant."""

from __future__ import annotations

from typing import Any

import pandas as pd
from dash import Dash, Input, Output, html
from dash.development.base_component import Component

from dashboard import wording
from dashboard.charts.estimates import Numbers, Stretch
from dashboard.figure.view import many
from dashboard.model import Claim
from dashboard.web import chart_card
from dashboard.web.drawing import plain_view
from dashboard.web.editions import Asked, Editions
from dashboard.web.listing import Listing
from dashboard.web.page import Page, block, fact, link
from dashboard.web.readings import claimant_span, hue_of
from dashboard.web.tables import Column
from dashboard.web.view import View

PATH = "/estimates"
CHART = "estimates"
_COLUMNS = (
    Column("Claimant", wide=True),
    Column("Estimate", number=True),
    Column("Counts", wide=True),
    Column("To", nowrap=True),
    Column("How it was made", long=True),
)
_LATEST = {"killed": "Latest estimates of the killed", "casualties": "Latest estimates of all casualties"}
PANELS = tuple(_LATEST)
_TOLD = {"killed": "Killed", "casualties": "All casualties"}


def page(editions: Editions) -> Page:
    """The page of estimates."""

    def register(app: Dash) -> None:
        @app.callback(Output("estimated", "children"), Output("estimates-table", "children"), Input("url", "search"))
        def _estimates(query: str) -> tuple[list[Component], list[Component]]:
            asked = editions.asked(query)
            numbers = numbers_of(asked)
            return told(numbers, asked.view), [*latest_tables(asked, numbers), reserves()]

    return Page(PATH, "Estimates", "Estimates", _layout, register, by_claims=True, by_subject=True)


def _layout() -> list[Component]:
    return [html.Div(id="estimated"), chart_card.card(CHART), html.Div(id="estimates-table")]


def numbers_of(asked: Asked) -> Numbers:
    """The numbers that the chart shows in the view."""
    drawn = asked.edition.drawn
    numbers: Numbers = drawn.numbers(CHART, plain_view(asked.view, drawn.charts[CHART]))
    return numbers


def told(numbers: Numbers, view: View) -> list[Component]:
    """The finding in words, then its figures; a sentence that says what to do where there is none."""
    subject = numbers.selection.subject
    if numbers.words.empty:
        return [html.H1("No running total in this selection"), html.P(numbers.words.empty, className="lead")]
    return [
        html.H1(f"{headline(numbers)}."),
        html.P(
            f"Estimates of {subject}’s losses since the war began. They differ in what they count before they differ "
            "in number: the killed are a part of all casualties. Estimated figures, not verified counts.",
            className="lead",
        ),
        html.Dl([*_facts(numbers, view)], className="facts"),
    ]


def headline(numbers: Numbers) -> str:
    """The finding as a sentence: so many to so many killed, and casualties in all, by each claimant's latest."""
    parts = []
    for panel, words in (("killed", "killed"), ("casualties", "casualties in all")):
        if panel in numbers.stretches:
            parts.append(f"{reach(numbers.stretches[panel])} {words}")
    if not parts or numbers.last is None:
        return f"{wording.number(numbers.floor['value'].iloc[-1])} dead are named; no estimate is shown"
    return (
        f"{' and '.join(parts)}, by each claimant’s latest estimate in the year to {wording.day(numbers.last.date())}"
    )


def reach(stretch: Stretch) -> str:
    """From the lowest to the highest: "352,000–523,000"."""
    if stretch.low == stretch.high:
        return wording.number(stretch.low)
    return f"{wording.number(stretch.low)}–{wording.number(stretch.high)}"


def _facts(numbers: Numbers, view: View) -> list[Component]:
    facts = [
        fact(_TOLD[panel], reach(one), f"by {many(one.claimants, 'claimant', 'claimants')}, the latest of each")
        for panel, one in numbers.stretches.items()
    ]
    for name, frame, column, words in (
        ("Named dead", numbers.floor, "value", "found and named: a floor"),
        (f"Total of the {numbers.selection.claimant}", numbers.line, "total", "its own running total"),
    ):
        if len(frame):
            last = frame.iloc[-1]
            figure = link(wording.number(last[column]), view.shared().address("/document", claim=last["claim_id"]))
            facts.append(fact(name, figure, f"{words}, to {wording.day(last['day'].date())}"))
    return facts


def latest_tables(asked: Asked, numbers: Numbers) -> list[Component]:
    """Each claimant's latest estimate, the killed apart from all casualties, the newest first."""
    made = {heading: latest(panel, asked, numbers) for panel, heading in _LATEST.items()}
    return [block(heading, listing.shown(asked)) for heading, listing in made.items() if listing.rows]


def latest(panel: str, asked: Asked, numbers: Numbers | None = None) -> Listing:
    """The latest estimates of one panel; `numbers` where they are at hand."""
    every = (numbers or numbers_of(asked)).latest
    rows = every[every["panel"] == panel].to_dict("records")
    caption = f"{_LATEST[panel]}: one of each of {many(len(rows), 'claimant', 'claimants')}, the newest first"
    return Listing(f"estimates-{panel}", caption, _COLUMNS, [_row(asked, row) for row in rows])


def _row(asked: Asked, row: dict[Any, Any]) -> list[Component | str]:
    claim = asked.losses.claim(row["claim_id"])
    if claim is None:
        raise LookupError(f"the estimates name claim {row['claim_id']!r}, which the data do not hold")
    day = wording.day(row["day"].date())
    return [
        _claimant(claim, asked, row["derived_from"]),
        link(row["stated"], asked.view.shared().address("/document", claim=claim.claim_id)),
        row["definition"],
        day if row["day_stated"] else f"{day}, day of publication",
        made_words(row),
    ]


def _claimant(claim: Claim, asked: Asked, derived_from: str) -> Component:
    """The claimant with its colour, hollow where the chart draws the estimate hollow."""
    hue = hue_of(claim, asked.losses.claimants)
    return claimant_span(claim.claimant or "not named", hue, derived=bool(derived_from))


def made_words(row: dict[Any, Any]) -> str:
    """How an estimate was made, from whose figures, and what the register notes of it."""
    how = f"Method: {row['how']}." if row["how"] else ""
    derived = f"Derived from the figures of {row['derived_from']}." if row["derived_from"] else ""
    note = "" if not row["note"] or pd.isna(row["note"]) else f"{row['note'][:1].upper()}{row['note'][1:]}."
    return " ".join(part for part in (how, derived, note) if part) or "Not said."


def reserves() -> Component:
    """Why killed and casualties stand apart, and what a floor and an open bound mean."""
    return block(
        "How to read these figures",
        html.P(
            "Killed and casualties are never drawn on one scale. Casualties take in the wounded; where a claimant does "
            "not say what it counts, the missing and the captured may be in it too. A number of casualties must not be "
            "read as one of killed, though pages that quote it at times do so."
        ),
        html.P(
            "The named dead are those whose death was found announced and checked name by name: fewer than have died, "
            "and dated by the announcement, not by the death. They bound the killed from below and are no estimate."
        ),
        html.P(
            "Hollow marks are figures computed from another claimant’s: where they agree with it, they repeat it. "
            " “Over” and “nearly” leave one side open, drawn as a bar that fades; in the figures above "
            "an open bound counts at the number stated. No mean of claimants is ever made."
        ),
    )

"""The comparison: who says what for the same period, and are they independent of one another."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
from dash import Dash, Input, Output, html
from dash.development.base_component import Component

from dashboard import wording
from dashboard.losses import Losses
from dashboard.web import chart_card, tables
from dashboard.web.agreement import agreement, agreement_words
from dashboard.web.choosing import by_months, in_range
from dashboard.web.drawing import known_on
from dashboard.web.editions import Asked, Editions
from dashboard.web.page import Page, block, link
from dashboard.web.readings import claimant_cell, definition_words, verdict_mark
from dashboard.web.sheet import Sheet, citation, value_of
from dashboard.web.tables import Column
from dashboard.web.verdicts import Verdicts
from dashboard.web.view import View

_COLUMNS = (
    Column("Month", key="month", nowrap=True),
    Column("Estimate", number=True, key="estimate"),
    Column("By", wide=True, key="by"),
    Column("Counts", wide=True, key="counts"),
    Column("Reference", number=True, key="reference"),
    Column("Difference", number=True, key="difference"),
    Column("Ratio", number=True, key="ratio"),
    Column("Verdict and arithmetic", long=True, key="verdict"),
)
_FILE_COLUMNS = {
    "month": ("start", "end"),
    "estimate": ("a_value", "a_low", "a_high", "unit"),
    "by": ("a_claimant", "dependence"),
    "counts": ("definition",),
    "reference": ("b_value", "b_claimant"),
    "difference": ("difference",),
    "ratio": ("ratio",),
    "verdict": ("verdict", "note"),
    "": ("claim_id",),
}
_TITLE = "Monthly estimates beside the reported figures for the same days covered"


def page(editions: Editions) -> Page:
    """The comparison page."""

    def register(app: Dash) -> None:
        _register_months(app, editions)

    return Page("/compare", "Compare", "Compare", _layout, register, by_claims=True)


def _layout() -> list[Component]:
    return [
        html.Div(id="compared"),
        chart_card.card("months"),
        html.Div(id="agreement"),
        html.Div(id="months-table"),
        chart_card.card("spans"),
    ]


def introduction(losses: Losses) -> list[Component]:
    """Who is compared, what their agreement is worth, and how each comes to its figures."""
    other, reference = losses.conflict.compare_with or "others", losses.conflict.reference_claimant
    return [
        html.H1(f"{other} beside the {reference}"),
        html.P(
            f"Mostly one witness, not two: figures of {other} that are marked as derived rest on those of the "
            f"{reference}, so that their agreement is repetition and no corroboration.",
            className="lead",
        ),
        _definitions(losses),
    ]


def _definitions(losses: Losses) -> Component:
    """The two claimants' methods side by side."""
    names = [losses.conflict.compare_with, losses.conflict.reference_claimant]
    known = [losses.claimants[name] for name in names if name and name in losses.claimants]
    parts = [
        part
        for one in known
        for part in (
            html.Dt(one.name),
            html.Dd(
                f"{one.note or 'No note on method.'}{f' Derived from {one.derived_from}.' if one.derived_from else ''}"
            ),
        )
    ]
    return html.Dl(parts, className="fields")


def _register_months(app: Dash, editions: Editions) -> None:
    @app.callback(Output("compared", "children"), Input("url", "search"))
    def _compared(query: str) -> list[Component]:
        return introduction(editions.asked(query).losses)

    @app.callback(Output("agreement", "children"), Output("months-table", "children"), Input("url", "search"))
    def _months(query: str) -> tuple[list[Component], Component]:
        asked = editions.asked(query)
        return asked.edition.answers.get(("months", asked.view), lambda: (finding(asked), months_table(asked)))


def finding(asked: Asked) -> list[Component]:
    """How often the two agree over all months known, whatever range the chart shows."""
    months, _ = asked.edition.compared(asked.view.as_of)
    found = agreement(months, asked.losses.conflict.compare_with)
    if found is None:
        return []
    names = asked.losses.conflict.compare_with or "", asked.losses.conflict.reference_claimant
    return [block("How often they agree", html.P(agreement_words(found, *names)))]


def months_table(asked: Asked) -> Component:
    """Every monthly estimate in the view beside the reference series over the same days."""
    losses, verdicts, view = asked.losses, asked.edition.verdicts, asked.view
    rows = _months(asked).to_dict("records")
    made = [_row(losses, verdicts, view, row) for row in rows]
    if not made:
        none = "No monthly estimate lies within these dates, or none by those chosen. Widen the range or choose all."
        return block("Month by month", html.P(none, className="empty"))
    words = html.P(
        "Each estimate stands beside what was reported for the same days. The difference is estimate less reference; "
        "the ratio is estimate over reference."
    )
    tools = tables.Tools("months", citation(_TITLE, asked), [_key(row) for row in rows])
    caption = "1 monthly estimate" if len(rows) == 1 else f"{len(rows)} monthly estimates, newest first"
    return block("Month by month", words, tables.table(_COLUMNS, made, caption, first=6, tools=tools))


def _months(asked: Asked) -> pd.DataFrame:
    """The comparison by month of the view, newest first."""
    by_month, by_claim = (in_range(every, asked.view) for every in asked.edition.compared(asked.view.as_of))
    return by_months(by_month, by_claim, asked.losses, replace(asked.view, subject=None)).iloc[::-1]


def _key(row: dict[Any, Any]) -> str:
    return f"{row['claim_id']}@{row['start']:%Y-%m-%d}"


def sheet(asked: Asked) -> Sheet:
    """The comparison by month with all its fields, for a file; newest first."""
    rows = {}
    for row in _months(asked).to_dict("records"):
        claim = asked.losses.claim(row["claim_id"])
        named = {"definition": definition_words(claim)} if claim else {}
        rows[_key(row)] = {str(name): value_of(value) for name, value in (row | named).items()}
    return Sheet(_TITLE, _FILE_COLUMNS, rows)


def _row(losses: Losses, verdicts: Verdicts, view: View, row: dict[Any, Any]) -> list[Component | str]:
    claim = losses.claim(row["claim_id"])
    if claim is None:
        raise LookupError(f"the comparison names claim {row['claim_id']!r}, which the data do not hold")
    checked = verdicts(known_on(losses, view))[claim.claim_id]
    unit = " a day" if row["unit"] == "mean_per_day" else ""
    figure = link(wording.figure(claim), view.shared().address("/document", claim=claim.claim_id))
    return [
        f"{row['start']:%b %Y}",
        figure,
        claimant_cell(claim, losses.claimants),
        definition_words(claim),
        wording.NO_FIGURE if pd.isna(row["b_value"]) else f"{wording.number(round(row['b_value'], 1))}{unit}",
        "" if pd.isna(row["difference"]) else wording.signed(round(row["difference"], 1)),
        "" if pd.isna(row["ratio"]) else f"{row['ratio']:.3f}",
        html.Div([verdict_mark(checked), html.P(str(row["note"]), className="arithmetic")]),
    ]

"""The sentences of the running total: where it stands, what it grew by, and where reports are missing."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard import wording
from dashboard.figure.view import (
    Selection,
    Words,
    basis_words,
    dependence,
    nothing_to_draw,
    selection_in_words,
)
from dashboard.model import Claimant


def words(reports: pd.DataFrame, selection: Selection, claimants: Mapping[str, Claimant], source: str) -> Words:
    """The finding of the selected reports, what the chart shows, and where nothing is known."""
    people = "personnel" if selection.category == "personnel" else selection.category.replace("_", " ")
    return Words(
        title=_title(reports, selection),
        subtitle=(
            f"{selection.claimant} on {selection.subject}'s losses of {people}, running total since the war began; "
            f"{selection_in_words(selection)}."
        ),
        source=source,
        caveats=_caveats(reports, selection),
        as_of=selection.as_of,
        basis_words=basis_words(selection.basis),
        claimants=(dependence(selection.claimant, claimants),),
        definition=wording.definition(()),
        empty=nothing_to_draw(selection) if reports.empty else "",
    )


def _title(reports: pd.DataFrame, selection: Selection) -> str:
    """The finding: the total reached, and for a narrowed span what it grew by within it."""
    if reports.empty:
        return "No running total for this selection"
    last, first = reports.iloc[-1], reports.iloc[0]
    reached = f"{wording.number(last['total'])} reported in all by {wording.day(last['day'].date())}"
    days = (last["day"] - first["day"]).days
    if days == 0:
        return reached
    grown = last["total"] - first["total"]
    if selection.whole():
        return f"{reached}, {wording.number(round(grown / days))} a day since {wording.day(first['day'].date())}"
    since = f"{wording.signed(grown)} since {wording.day(first['day'].date())}"
    return f"{reached}: {since}, {wording.number(round(grown / days))} a day"


def _caveats(reports: pd.DataFrame, selection: Selection) -> tuple[str, ...]:
    gaps = reports[reports["gap"] > 0]
    days = int(gaps["gap"].sum())
    sentences = [
        f"Dotted: {wording.number(days)} days in {wording.number(len(gaps))} gaps have no report in the data; "
        "the totals at their ends are known, what lies between is not."
        if days
        else "",
        "The total keeps registered corrections in." if len(reports) else "",
        "The scale is logarithmic: heights are not in proportion." if selection.log else "",
    ]
    return tuple(sentence for sentence in sentences if sentence)

"""The sentences of the running total: where it stands, what it grew by, and where reports are missing."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard import wording
from dashboard.figure.telling import on_losses, scale_words, series_words, without_empty
from dashboard.figure.view import Selection, Words, a_day, many, nothing_to_draw, selection_in_words
from dashboard.model import Claimant


def words(
    reports: pd.DataFrame,
    selection: Selection,
    claimants: Mapping[str, Claimant],
    based: bool,
    corrected: bool,
    source: str,
    definition: str | None = None,
) -> Words:
    """The finding of the selected reports, what the chart shows, and where nothing is known."""
    return series_words(
        selection,
        claimants,
        title=_title(reports, selection),
        subtitle=f"{on_losses(selection)}, running total since the war began; {selection_in_words(selection)}.",
        source=source,
        caveats=_caveats(reports, selection, based, corrected),
        definition=definition,
        empty=nothing_to_draw(selection) if reports.empty else "",
    )


def _title(reports: pd.DataFrame, selection: Selection) -> str:
    """The finding: the total reached, and what it grew by since the first report shown, which states a total itself."""
    if reports.empty:
        return "No running total for this selection"
    last, first = reports.iloc[-1], reports.iloc[0]
    reached = f"{wording.number(last['total'])} reported in all by {wording.day(last['day'].date())}"
    days = (last["day"] - first["day"]).days
    if days == 0:
        return reached
    grown = last["total"] - first["total"]
    since = f"{wording.signed(grown)} since {wording.day(first['day'].date())}"
    return f"{reached}: {since}, {a_day(grown / days)}"


def _caveats(reports: pd.DataFrame, selection: Selection, based: bool, corrected: bool) -> tuple[str, ...]:
    gaps = reports[reports["gap"] > 0]
    days = int(gaps["gap"].sum())
    return without_empty(
        f"Dotted: {many(days, 'day', 'days')} in {many(len(gaps), 'gap', 'gaps')} without a report; "
        "the totals at their ends are known, what lies between is not."
        if days
        else "",
        "The total keeps registered corrections in." if corrected else "",
        "" if based else "The scale does not begin at zero: read the growth, not the height.",
        scale_words(selection),
    )

"""The sentences of the daily chart: its finding, what it shows, and what it leaves out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pandas as pd

from dashboard import wording
from dashboard.counted import Highest
from dashboard.figure.telling import on_losses, scale_words, series_words, without_empty
from dashboard.figure.view import Selection, Words, a_day, many, nothing_to_draw, selection_in_words
from dashboard.model import Basis, Claimant


def words(
    shown: pd.DataFrame,
    inside: pd.DataFrame,
    mean: pd.DataFrame,
    top: Highest | None,
    selection: Selection,
    claimants: Mapping[str, Claimant],
    regular_since: date | None,
    source: str,
    definition: str | None = None,
) -> Words:
    """The finding of the selected days, what the chart shows, and a sentence for each thing left out or reserved."""
    line = f"; the line is the {selection.mean_days}-day mean" if mean["mean"].notna().any() else ""
    return series_words(
        selection,
        claimants,
        title=_title(inside, shown, top, selection, regular_since),
        subtitle=(
            f"{on_losses(selection)} per day, {selection_in_words(selection)}. Bars span the days they cover{line}."
        ),
        source=source,
        caveats=_caveats(shown, selection, regular_since),
        definition=definition,
        empty=nothing_to_draw(selection) if shown.empty else "",
    )


def _title(
    inside: pd.DataFrame, shown: pd.DataFrame, top: Highest | None, selection: Selection, regular_since: date | None
) -> str:
    """The finding: the highest day of the selection and of how many days that is so; else the mean over the period."""
    if shown.empty:
        return "No figure for this selection"
    if top is None:
        return _mean_title(inside if not inside.empty else shown)
    if len(inside) == 1:
        return f"{_reported(top, selection)}, the only day shown"
    return f"{_reported(top, selection)}, {_rank(top, inside, selection, regular_since)}"


def _reported(top: Highest, selection: Selection) -> str:
    if selection.basis is Basis.PUBLISHED:
        return f"{wording.number(top.value)} reported on {wording.day(top.start)}"
    return f"{wording.number(top.value)} reported for {wording.day(top.start)}"


def _rank(top: Highest, inside: pd.DataFrame, selection: Selection, regular_since: date | None) -> str:
    """Of which days it is the highest; a record only where every day since regular reporting began is known."""
    if top.known_days == 1:
        return "the only single day known"
    if not top.complete:
        return f"the highest of the {wording.number(top.known_days)} days known"
    if selection.whole() and regular_since is not None:
        return f"the highest since regular reporting began in {regular_since:%B %Y}"
    early = regular_since is not None and bool((inside["published"] < pd.Timestamp(regular_since)).any())
    return f"the highest of the {wording.number(top.known_days)} days {'of regular reporting' if early else 'shown'}"


def _mean_title(rows: pd.DataFrame) -> str:
    days, losses = int(rows["days"].sum()), float(rows["losses"].sum())
    span = wording.span(rows["start"].min().date(), rows["end"].max().date())
    if days == 1:
        return f"{wording.number(losses)} reported for {span}"
    return f"{wording.number(losses)} reported for {span}, {a_day(losses / days)}"


def _caveats(shown: pd.DataFrame, selection: Selection, regular_since: date | None) -> tuple[str, ...]:
    """What the chart leaves out or draws with reserve, a sentence each."""
    several, negative = int((shown["days"] > 1).sum()), int((shown["losses"] < 0).sum())
    lumps = shown[shown["correction"] != 0]
    bars = many(several, "bar stands for several days, at its", "bars stand for several days each, at their")
    undrawn = many(negative, "negative difference is not drawn", "negative differences are not drawn")
    return without_empty(
        f"{bars} mean per day; no day is filled in." if several else "",
        *(_correction_sentence(row) for _, row in lumps.iterrows()),
        _early_sentence(shown, regular_since),
        f"{undrawn}; the table has {'it' if negative == 1 else 'them'}." if negative else "",
        scale_words(selection),
    )


def _early_sentence(shown: pd.DataFrame, regular_since: date | None) -> str:
    """What reports from before regular reporting count in; none of them in a record."""
    if regular_since is None or not (shown["published"] < pd.Timestamp(regular_since)).any():
        return ""
    before = f"Reports published before {wording.day(regular_since)}"
    if shown["flags"].str.contains("irregular").any():
        return f"{before} came irregularly and count in no mean and no record."
    return f"{before}, when regular reporting began, count in no record."


def _correction_sentence(row: pd.Series) -> str:
    when = wording.span(row["start"].date(), row["end"].date())
    if row["correction"] < 0:
        return (
            f"The {wording.signed(row['losses'])} for {when} hold a correction of {wording.signed(row['correction'])} "
            "for earlier days, left out of means and records."
        )
    return (
        f"{wording.number(row['correction'])} of the {wording.number(row['losses'])} for {when} are a correction of "
        f"earlier days, left out of means and records."
    )

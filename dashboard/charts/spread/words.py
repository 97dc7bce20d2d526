"""The sentences of the distribution: where the day marked stands among the days shown, and which days are left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from dashboard import wording
from dashboard.figure.telling import on_losses, series_words, without_empty
from dashboard.figure.view import Selection, Words, a_day, many, nothing_to_draw, selection_in_words
from dashboard.model import Basis, Claimant

if TYPE_CHECKING:
    from dashboard.charts.spread.numbers import Marked


def words(
    inside: pd.DataFrame,
    single: pd.DataFrame,
    marked: Marked | None,
    middle: tuple[float | None, float | None],
    selection: Selection,
    claimants: Mapping[str, Claimant],
    source: str,
    definition: str | None = None,
) -> Words:
    """The finding, what the bars count, and what is left out; `middle` is the median with the rolling mean."""
    return series_words(
        selection,
        claimants,
        title=_title(marked, len(single), selection),
        subtitle=(
            f"{on_losses(selection)}: on how many days each size was reported, "
            f"{selection_in_words(selection)}.{_middle_words(*middle, selection)}"
        ),
        source=source,
        caveats=_caveats(inside, single, selection),
        definition=definition,
        empty=_nothing(inside, selection) if marked is None else "",
    )


def _nothing(inside: pd.DataFrame, selection: Selection) -> str:
    if inside.empty:
        return nothing_to_draw(selection)
    return "No figure for a single day lies within these days: each covers several, or is left out. Widen the dates."


def _title(marked: Marked | None, days: int, selection: Selection) -> str:
    """The finding: the day's figure and its rank in words."""
    if marked is None:
        return "No figure for a single day in this selection"
    dated = "for" if selection.basis is Basis.COVERS else "on"
    said = f"{wording.number(marked.value)} reported {dated} {wording.day(marked.day)}"
    return f"{said}: {rank(marked, days)}"


def rank(marked: Marked, days: int) -> str:
    """Where the day stands: "higher than 44 % of the 1,607 days"; "the highest of the 30 days"."""
    all_days = f"the {many(days, 'day', 'days')} shown"
    if days == 1:
        return "the only single day shown"
    if marked.above == 0:
        equals = days - 1 - marked.below
        return f"the highest of {all_days}" + (f", level with {wording.number(equals)} of them" if equals else "")
    if marked.below == 0:
        return f"higher than none of {all_days}"
    share = round(100 * marked.below / days)
    if share == 100:
        return f"higher than all but {wording.number(days - marked.below)} of {all_days}"
    if share == 0:
        return f"higher than {wording.number(marked.below)} of {all_days}"
    return f"higher than {share} % of {all_days}"


def _middle_words(median: float | None, mean: float | None, selection: Selection) -> str:
    if median is None:
        return ""
    latest = f", the last {selection.mean_days}-day mean {a_day(mean)}" if mean is not None else ""
    return f" The median is {wording.number(median)}{latest}."


def _caveats(inside: pd.DataFrame, single: pd.DataFrame, selection: Selection) -> tuple[str, ...]:
    several = int(inside.loc[inside["days"] > 1, "days"].sum())
    other = int((inside["days"] == 1).sum()) - len(single)
    several_words = many(several, "day is left out", "days are left out")
    other_words = many(other, "day is left out", "days are left out")
    return without_empty(
        f"{several_words} because the figure for them covers several." if several else "",
        f"{other_words} because a correction, a negative difference or irregular reporting is in the figure."
        if other
        else "",
        "The scale of this chart is never logarithmic." if selection.log else "",
    )

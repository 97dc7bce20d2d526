"""The sentences of the daily chart by week, month or quarter."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from dashboard import wording
from dashboard.charts.daily.units import unit_name
from dashboard.figure.telling import on_losses, scale_words, without_empty
from dashboard.figure.view import Selection, Words, a_day, headed, many, selection_in_words
from dashboard.model import Basis


def by_unit(said: Words, shown: pd.DataFrame, units: pd.DataFrame, selection: Selection) -> Words:
    """The words of the daily chart, said of its units instead of its days."""
    unit = selection.resolution
    subtitle = (
        f"{on_losses(selection)}, by {unit}, "
        f"{selection_in_words(selection)}. A bar's height is the mean per day over the days known, its area the sum."
    )
    return replace(
        said,
        title=headed(_title(units, selection), selection),
        subtitle=subtitle,
        caveats=_caveats(shown, units, selection),
        empty=(said.empty or _nothing_whole(selection)) if units.empty else "",
    )


def _nothing_whole(selection: Selection) -> str:
    unit = selection.resolution
    return f"No figure lies whole inside one {unit}: each runs over more days. Choose single days, or longer units."


def _title(units: pd.DataFrame, selection: Selection) -> str:
    """The finding: the highest whole unit per day, with its sum, and of how many; else what is known of the last."""
    if units.empty:
        return f"No {selection.resolution} can be shown for this selection"
    whole = units[units["complete"]]
    if whole.empty:
        return _partial_title(units, selection)
    top = whole.iloc[int(whole["per_day"].to_numpy().argmax())].to_dict()
    name = unit_name(top, selection.resolution)
    said = f"{a_day(top['per_day'])} reported {_dated(selection)} {name}, {wording.number(top['counted'])} in all"
    if len(whole) == 1:
        return f"{said}, the only whole {selection.resolution} shown"
    return f"{said}, the highest of the {wording.number(len(whole))} whole {selection.resolution}s shown"


def _partial_title(units: pd.DataFrame, selection: Selection) -> str:
    days, counted = int(units["known_days"].sum()), float(units["counted"].sum())
    known = many(days, "day", "days")
    return f"{a_day(counted / days)} reported over the {known} known; no {selection.resolution} is whole"


def _dated(selection: Selection) -> str:
    return "for" if selection.basis is Basis.COVERS else "in reports of"


def _caveats(shown: pd.DataFrame, units: pd.DataFrame, selection: Selection) -> tuple[str, ...]:
    unit = selection.resolution
    partial = int((~units["complete"]).sum())
    left = int(shown["days"].sum() - units["known_days"].sum())
    lumps = units[units["correction"] != 0].to_dict("records")
    bars = many(partial, f"{unit} is known in part", f"{unit}s are known in part")
    days = many(left, "day stands", "days stand")
    return without_empty(
        f"{bars}, drawn paler over the days known; no day is filled in." if partial else "",
        *(
            f"{wording.number(row['correction'])} reported in {unit_name(row, unit)} are a registered correction of "
            "earlier days, hatched where it adds, and left out of sums and means."
            for row in lumps
        ),
        f"{days} in no bar: the figure for them runs across the edge of a {unit} or of the days shown, or was "
        "irregular."
        if left
        else "",
        scale_words(selection),
    )

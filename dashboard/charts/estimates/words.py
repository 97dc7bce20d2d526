"""The sentences of the estimates: how far the latest reach, how to read the marks, and what is left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from dashboard import wording
from dashboard.figure.telling import without_empty
from dashboard.figure.view import (
    Selection,
    Words,
    basis_words,
    category_in_words,
    definition_of,
    dependence,
    headed,
    many,
    nothing_to_draw,
    selection_in_words,
)
from dashboard.model import Claimant


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many running totals are not drawn: since another day, of other types, told again, or in the line."""

    other_start: int
    other_types: int
    again: int
    in_line: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """From the lowest to the highest of the latest estimates, one for each of so many claimants."""

    low: float
    high: float
    claimants: int


def words(
    points: pd.DataFrame,
    floor: pd.DataFrame,
    line: pd.DataFrame,
    stretches: Mapping[str, Stretch],
    last: pd.Timestamp | None,
    left: LeftOut,
    selection: Selection,
    claimants: Mapping[str, Claimant],
    since: date | None,
    source: str,
) -> Words:
    """The finding over the latest estimates, how to read the chart, and what it leaves out.

    `stretches` are those of the panels; `last` is the last day shown.
    """
    nothing = points.empty and floor.empty and line.empty
    began = f" since {wording.day(since)}" if since else ""
    return Words(
        title=headed(_title(stretches, floor, last), selection),
        subtitle=(
            f"Running totals of {selection.subject}'s losses of {category_in_words(selection.category)}{began}; "
            f"{selection_in_words(selection)}. Dot: a number stated; bar: its range, fading where open; hollow: "
            "derived from another claimant's figures."
        ),
        source=source,
        caveats=_caveats(points, floor, line, left, selection),
        as_of=selection.as_of,
        basis_words=basis_words(selection.basis) if len(line) else "Each estimate stands at the day it runs to.",
        claimants=tuple(_names(points, floor, line, selection, claimants)),
        definition=_definitions(points, floor) or definition_of(selection),
        empty=_nothing(selection) if nothing else "",
    )


def _nothing(selection: Selection) -> str:
    return nothing_to_draw(selection).replace("No figure", "No running total", 1)


def _title(stretches: Mapping[str, Stretch], floor: pd.DataFrame, last: pd.Timestamp | None) -> str:
    """The finding: how far the latest estimates reach for the killed and for all casualties, and the floor."""
    parts = [f"{panel} {_reach(stretches[panel])}" for panel in ("killed", "casualties") if panel in stretches]
    if len(floor):
        parts.append(f"{wording.number(floor['value'].iloc[-1])} dead named")
    if not parts or last is None:
        return "No running total in this selection"
    return f"Latest estimates, year to {wording.day(last.date())}: {', '.join(parts)}"


def _reach(stretch: Stretch) -> str:
    low = wording.number(stretch.low)
    return low if stretch.low == stretch.high else f"{low}–{wording.number(stretch.high)}"


def _definitions(points: pd.DataFrame, floor: pd.DataFrame) -> str:
    """What the estimates count, each definition once."""
    return "; ".join(dict.fromkeys([*points["definition"], *floor["definition"]]))


def _names(
    points: pd.DataFrame,
    floor: pd.DataFrame,
    line: pd.DataFrame,
    selection: Selection,
    claimants: Mapping[str, Claimant],
) -> list[str]:
    """The claimants by how often they are drawn, each with the one whose figures its own are derived from."""
    counted = pd.concat([points, floor])["claimant"].value_counts()
    names = dict.fromkeys([*([selection.claimant] if len(line) else []), *counted.index])
    derived = points[points["derived_from"] != ""].groupby("claimant")["derived_from"].first()
    told = []
    for name in names:
        said = dependence(name, claimants)
        told.append(f"{name} (derived from {derived[name]})" if said == name and name in derived.index else said)
    return told


def _caveats(
    points: pd.DataFrame, floor: pd.DataFrame, line: pd.DataFrame, left: LeftOut, selection: Selection
) -> tuple[str, ...]:
    missing = int((points["definition"] == "killed, missing").sum())
    undated = int((~points["day_stated"]).sum())
    both = points["panel"].nunique() == 2
    is_open = bool((points["low"].isna() != points["high"].isna()).any())
    of_killed = many(missing, "estimate above counts", "estimates above count")
    late = many(undated, "estimate names no day and stands", "estimates name no day and stand")
    other = many(
        left.other_types,
        "total of other types, such as wounded alone, is",
        "totals of other types, such as wounded alone, are",
    )
    again = many(left.again, "restatement is", "restatements are")
    since = many(left.other_start, "count from a later day on is", "counts from a later day on are")
    own = many(left.in_line, "quotation of it is", "quotations of it are")
    return without_empty(
        "Killed and casualties are different things and have scales of their own: casualties take in the wounded, and "
        "where the kind of loss is not stated perhaps the missing and captured."
        if both
        else "",
        "The named dead are those found and named by the day of announcement: a floor, never the whole."
        if len(floor)
        else "",
        f"The line is the running total of {selection.claimant}; {own} drawn in it."
        if len(line) and left.in_line
        else "",
        f"{of_killed} killed and missing together." if missing else "",
        f"{late} at the day of publication, of a month the last." if undated else "",
        f"{other} left out." if left.other_types else "",
        f"{since} left out." if left.other_start else "",
        f"{again} left out." if left.again else "",
        "An open bound counts in the title at the number stated." if is_open else "",
        "The scales are logarithmic: heights are not in proportion." if selection.log else "",
    )

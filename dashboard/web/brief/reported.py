"""What the series itself says in a brief: the figure, whether it is the highest, and the last week and month."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd

from dashboard import wording
from dashboard.counted import Highest
from dashboard.figure.view import many
from dashboard.web.brief.sources import Part, Statement, ends_of
from dashboard.web.changes import arithmetic, change, standing
from dashboard.web.finding import Finding, highest_words

_SPANS = ((7, "week"), (30, "month"))
_YEAR = 365


def figure_part(rows: pd.DataFrame, found: Finding) -> Part:
    """The figure as the difference of two running totals, a correction in it, and the mean it stands beside.

    `rows` is the COUNTED frame of the series as known on the day.
    """
    last = rows[rows["published"] == pd.Timestamp(found.published)]
    ends, row = ends_of(last), last.iloc[-1]
    said = (
        f"{wording.number(found.losses)} for {wording.span(found.start, found.end)}, published "
        f"{wording.day(found.published)}: {wording.number(found.total)} in all, less "
        f"{wording.number(found.total - found.losses)} before."
    )
    statements = [Statement(said, ends)]
    if row["correction"]:
        held = f"{wording.number(row['correction'])} of it are a registered correction: {row['reason']}."
        statements.append(Statement(held, ends))
    if found.mean is not None and found.mean_end is not None:
        mean = wording.number(round(found.mean))
        told = f"The {found.mean_days}-day mean to {wording.day(found.mean_end)} is {mean} a day."
        statements.append(Statement(told, ends_of(_until(rows, found.mean_end, found.mean_days))))
    return Part("The figure", tuple(statements))


def record_part(rows: pd.DataFrame, found: Finding) -> Part:
    """Whether the day is the highest, and of which days; else which is, and how unusual this one."""
    top = found.top
    if top is None:
        return Part("Record or not", (Statement("No single day is known, so none is the highest.", ()),))
    keys = ends_of(rows[rows["claim_ids"] == top.claim_ids])
    return Part("Record or not", (Statement(_rank(found, top), keys), *_standing(rows, found)))


def _rank(found: Finding, top: Highest) -> str:
    if found.is_highest:
        return f"It is {highest_words(top)}."
    return f"Not the highest: {wording.number(top.value)} for {wording.day(top.start)} is {highest_words(top)}."


def _standing(rows: pd.DataFrame, found: Finding) -> list[Statement]:
    """How many of the days of the year before it exceeds, where enough of them are known."""
    one = standing(rows, found.end, _YEAR)
    if one is None or found.is_highest:
        return []
    days = many(one.of, "single day", "single days")
    told = (
        f"It is higher than {wording.number(one.lower)} of the {days} known in the year before ({one.percent:.0f} %)."
    )
    return [Statement(told, ends_of(_until(rows, found.end - timedelta(days=1), _YEAR)))]


def changes_part(rows: pd.DataFrame, found: Finding) -> Part:
    """The last week and month, each beside the one before; on the reports at the ends of all these days."""
    return Part(
        "Week and month against the last",
        tuple(
            Statement(
                f"{name.capitalize()}: {arithmetic(change(rows, found.end, days, name))}",
                ends_of(_until(rows, found.end, 2 * days)),
            )
            for days, name in _SPANS
        ),
    )


def _until(rows: pd.DataFrame, end: date, days: int) -> pd.DataFrame:
    """The rows of the `days` to `end`."""
    last = pd.Timestamp(end)
    return rows[(rows["end"] <= last) & (rows["end"] > last - pd.Timedelta(days=days))]

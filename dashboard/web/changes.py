"""How much was reported over some days, and how that compares with as many days before, with the arithmetic shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from dashboard import wording
from dashboard.counted import span_sum

SPANS = ((7, "week"), (30, "month"), (365, "year"))


@dataclass(frozen=True, slots=True)
class Change:
    """The `days` to `end`: their sum and that of as many days before, corrections left out; None where not known.

    `left_out` is what registered corrections in either span would add.
    """

    name: str
    days: int
    end: date
    sum: float | None
    before: float | None
    left_out: float

    @property
    def percent(self) -> float | None:
        """The change on the days before, in per cent of those; None where there is nothing to compare with."""
        return None if self.sum is None or not self.before or self.before < 0 else 100 * (self.sum / self.before - 1)


def changes(rows: pd.DataFrame, end: date) -> list[Change]:
    """The last week, month and year to `end` in a COUNTED frame, each beside the one before."""
    return [change(rows, end, days, name) for days, name in SPANS]


def change(rows: pd.DataFrame, end: date, days: int, name: str = "") -> Change:
    """The `days` to `end` beside as many before."""
    last, first = end - timedelta(days=days), end - timedelta(days=days - 1)
    here, before = span_sum(rows, first, end), span_sum(rows, last - timedelta(days=days - 1), last)
    return Change(
        name=name,
        days=days,
        end=end,
        sum=here.counted if here else None,
        before=before.counted if before else None,
        left_out=sum(one.correction for one in (here, before) if one),
    )


def arithmetic(one: Change) -> str:
    """The change with its numbers: "7 days to 7 Aug 2026: 8,990; the 7 before: 9,310; −3.4 %."."""
    held = f" {wording.number(one.left_out)} of registered corrections are left out." if one.left_out else ""
    told = "not known whole" if one.sum is None else wording.number(one.sum)
    before = "not known whole" if one.before is None else wording.number(one.before)
    share = "" if one.percent is None else f"; {wording.percent(one.percent)}"
    return f"{one.days} days to {wording.day(one.end)}: {told}; the {one.days} before: {before}{share}.{held}"


def between(rows: pd.DataFrame, start: date, end: date) -> str:
    """The sum from `start` to `end` as the difference of the two running totals that it is; empty where not whole."""
    found = span_sum(rows, start, end)
    if found is None:
        return ""
    last = float(found.rows.iloc[-1]["total"])
    words = (
        f"{wording.number(last)} in all by {wording.day(end)}, less {wording.number(last - found.losses)} by "
        f"{wording.day(start - timedelta(days=1))}: {wording.number(found.losses)} in "
        f"{wording.number(found.days)} {'day' if found.days == 1 else 'days'}."
    )
    if not found.correction:
        return words
    return f"{words} Less {wording.number(found.correction)} of corrections: {wording.number(found.counted)}."


@dataclass(frozen=True, slots=True)
class Standing:
    """How one day stands among the single days known before it: higher than `lower` of `of` of them."""

    lower: int
    of: int

    @property
    def percent(self) -> float:
        """The share of days that were lower, in per cent."""
        return 100 * self.lower / self.of


def standing(rows: pd.DataFrame, end: date, days: int = 365) -> Standing | None:
    """How the single day that ends on `end` stands among those of the `days` before; None where too few are known."""
    known = rows[(rows["days"] == 1) & rows["in_records"]]
    today = known[known["end"] == pd.Timestamp(end)]
    before = known[(known["end"] < pd.Timestamp(end)) & (known["end"] >= pd.Timestamp(end - timedelta(days=days)))]
    if today.empty or len(before) < days // 4:
        return None
    return Standing(int((before["losses"] < today.iloc[0]["losses"]).sum()), len(before))

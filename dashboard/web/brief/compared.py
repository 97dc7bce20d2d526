"""The last month that another claimant gave a figure for, beside the series, and what agreement is worth."""

from __future__ import annotations

from datetime import date

import pandas as pd

from dashboard import wording
from dashboard.web.agreement import agreement, agreement_words
from dashboard.web.brief.sources import Part, Statement
from dashboard.web.edition import Edition


def comparison_part(edition: Edition, day: date) -> Part:
    """The comparison by month, of estimates published by that day."""
    rows = _known(edition, day)
    if rows.empty:
        return Part("Comparison", ())
    return Part("Comparison", (_last_month(edition, rows), *_agreement(edition, rows)))


def _known(edition: Edition, day: date) -> pd.DataFrame:
    """The rows with two figures."""
    rows = edition.compared(day)[0]
    return rows[rows["difference"].notna()]


def _last_month(edition: Edition, rows: pd.DataFrame) -> Statement:
    row = rows[rows["start"] == rows["start"].max()].iloc[0]
    key = str(row["claim_id"])
    claim = edition.losses.claim(key)
    unit = " a day" if row["unit"] == "mean_per_day" else ""
    theirs = wording.figure(claim) if claim else wording.number(float(row["a_value"]))
    ours, off = (round(float(row[name]), 1) for name in ("b_value", "difference"))
    told = (
        f"{row['start']:%B %Y}: {row['a_claimant']} {theirs}, {row['b_claimant']} {wording.number(ours)}{unit} over "
        f"the same days; difference {wording.signed(off)}{unit}."
    )
    depends = f" The first is {row['dependence']}." if row["dependence"] else ""
    return Statement(told + depends, (key,))


def _agreement(edition: Edition, rows: pd.DataFrame) -> list[Statement]:
    """How often the monthly means have agreed so far, where they mostly have."""
    known = edition.losses.conflict
    found = agreement(rows, known.compare_with)
    if found is None or known.compare_with is None or 2 * found.close < found.months:
        return []
    mine = rows.loc[rows["a_claimant"] == known.compare_with, "claim_id"]
    keys = tuple(dict.fromkeys(str(name) for name in (mine.iloc[0], mine.iloc[-1])))
    return [Statement(agreement_words(found, known.compare_with, known.reference_claimant), keys)]

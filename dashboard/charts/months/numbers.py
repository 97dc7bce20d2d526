"""The numbers of the monthly comparison: figures of both claimants per day, and single statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard import wording
from dashboard.charts.months.words import definitions, words
from dashboard.counted import span_sum
from dashboard.figure.verdicts import VERDICTS
from dashboard.figure.view import Selection, Words, within
from dashboard.model import Claim, Claimant


@dataclass(frozen=True, eq=False)
class Numbers:
    """What the chart shows, all per day. `months`: one row a month with the first figure of `a` beside that of `b`.

    `statements` are the further figures for those months, by `a` or by others. Columns of both: start, end, days,
    claimant, a, b, difference, open (low, high or ""), derived, verdict, claim_id, stated; `months` also correction.
    """

    months: pd.DataFrame
    statements: pd.DataFrame
    a: str
    b: str
    hues: Mapping[str, str | None]
    selection: Selection
    words: Words


def prepare(
    by_month: pd.DataFrame,
    by_claim: pd.DataFrame,
    rows: pd.DataFrame,
    selection: Selection,
    claimants: Mapping[str, Claimant],
    source: str = "",
    claims: Sequence[Claim] = (),
) -> Numbers:
    """The numbers and words of the chart for the months that lie wholly within the selection and have both figures.

    `by_month` and `by_claim` are COMPARISON frames (by_claim of everyone); `rows` is the COUNTED frame of `b`, dated
    by the day covered, out of which the corrections are told; `claims` those whose definitions are to be named.
    """
    by_month, by_claim = (_of_category(frame, claims, selection) for frame in (by_month, by_claim))
    both = _per_day(within(by_month[_usable(by_month)], selection))
    months = both.drop_duplicates("start").reset_index(drop=True)
    months = months.assign(correction=[_correction(rows, month) for month in months.to_dict("records")])
    a = str(by_month["a_claimant"].iloc[0]) if len(by_month) else ""
    statements = pd.concat([both[both.duplicated("start")], _statements(by_claim, months, a, selection.claimant)])
    names = [selection.claimant, *([a] if a else []), *statements["claimant"].unique()]
    return Numbers(
        months=months,
        statements=statements.reset_index(drop=True),
        a=a,
        b=selection.claimant,
        hues={name: known.hue for name in names if (known := claimants.get(name))},
        selection=selection,
        words=words(months, statements, a, selection, claimants, source, definitions(months, a, selection, claims)),
    )


def table(numbers: Numbers) -> pd.DataFrame:
    """The chart as a table: a row a figure, with what the series gives for the same days."""
    rows = pd.concat([numbers.months, numbers.statements]).sort_values(["start", "claimant"], kind="stable")
    return pd.DataFrame(
        {
            "from": rows["start"],
            "to": rows["end"],
            "claimant": rows["claimant"],
            "as stated": rows["stated"],
            "per day": rows["a"].round(1),
            f"{numbers.b}, per day": rows["b"].round(1),
            "difference per day": rows["difference"].round(1),
            "derived": rows["derived"],
            "verdict": rows["verdict"].map(VERDICTS),
        }
    ).reset_index(drop=True)


def _of_category(frame: pd.DataFrame, claims: Sequence[Claim], selection: Selection) -> pd.DataFrame:
    """The rows about the selected subject and category, as far as the claims behind them are given."""
    other = {c.claim_id for c in claims if (c.subject, c.category) != (selection.subject, selection.category)}
    return frame[~frame["claim_id"].isin(other)].reset_index(drop=True)


def _usable(frame: pd.DataFrame) -> pd.Series:
    stated = frame["a_value"].notna() | (frame["a_low"].notna() & frame["a_high"].notna())
    return frame["comparable"] & frame["b_value"].notna() & stated & frame["start"].notna() & frame["end"].notna()


def _per_day(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of a COMPARISON frame as figures per day; a range stands at its middle."""
    days = (frame["end"] - frame["start"]).dt.days + 1
    divisor = days.where(frame["unit"] == "total", 1)
    stated = frame["a_value"].fillna((frame["a_low"] + frame["a_high"]) / 2)
    low = frame["a_low"].notna() & frame["a_high"].isna()
    high = frame["a_high"].notna() & frame["a_low"].isna()
    open_end = pd.Series("", index=frame.index).mask(low, "over").mask(high, "up to")
    return pd.DataFrame(
        {
            "start": frame["start"],
            "end": frame["end"],
            "days": days,
            "claimant": frame["a_claimant"],
            "a": stated / divisor,
            "b": frame["b_value"] / divisor,
            "difference": (stated - frame["b_value"]) / divisor,
            "open": open_end,
            "derived": frame["dependence"].str.startswith("derived"),
            "verdict": frame["verdict"],
            "claim_id": frame["claim_id"],
            "stated": [_as_stated(*cells) for cells in zip(stated, frame["unit"], open_end, strict=True)],
        }
    )


def _as_stated(value: float, unit: str, open_end: str) -> str:
    words = f"{open_end} {wording.number(value)}".strip()
    return f"{words} a day" if unit == "mean_per_day" else words


def _statements(by_claim: pd.DataFrame, months: pd.DataFrame, a: str, b: str) -> pd.DataFrame:
    """What others than `a` and `b` said of one of the months."""
    others = by_claim[_usable(by_claim) & ~by_claim["a_claimant"].isin([a, b, ""])]
    same = others.set_index(["start", "end"]).index.isin(months.set_index(["start", "end"]).index)
    stated = _per_day(others[same].reset_index(drop=True))
    once = stated.assign(whole=stated["a"].round()).sort_values("open", ascending=False, kind="stable")
    return stated.loc[sorted(once.drop_duplicates(["claimant", "start", "whole", "derived"]).index)]


def _correction(rows: pd.DataFrame, month: dict[Any, Any]) -> float:
    found = span_sum(rows, month["start"].date(), month["end"].date())
    return found.correction if found else 0.0

"""The numbers of the running total: one row a known report, with the days without one before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard.charts.total.words import words
from dashboard.figure.view import (
    Selection,
    Words,
    days_within,
)
from dashboard.model import Claimant


@dataclass(frozen=True, eq=False)
class Numbers:
    """What the chart shows. `reports`: one row a known running total (`day`, `total`, `published`, `claim_id`).

    `gap` of a row is the number of days without a report before it; `hue` names the claimant's colour.
    """

    reports: pd.DataFrame
    selection: Selection
    hue: str | None
    words: Words


def prepare(rows: pd.DataFrame, selection: Selection, claimants: Mapping[str, Claimant], source: str = "") -> Numbers:
    """The numbers and words of the chart for the selected days of `rows`, a COUNTED frame on the selection's basis."""
    reports = _within(_reports(rows), selection)
    claimant = claimants.get(selection.claimant)
    return Numbers(
        reports=reports,
        selection=selection,
        hue=claimant.hue if claimant else None,
        words=words(reports, selection, claimants, source),
    )


def table(numbers: Numbers) -> pd.DataFrame:
    """The chart as a table: a row a known report, with the days without one before it."""
    reports = numbers.reports
    return pd.DataFrame(
        {
            "day": reports["day"],
            "running total": reports["total"],
            "published": reports["published"],
            "days without a report before": reports["gap"],
        }
    )


def _reports(rows: pd.DataFrame) -> pd.DataFrame:
    """The known totals: that before the first row, then each row's; `gap` is the days without a report before."""
    known = rows[rows["total"].notna()]
    after = pd.DataFrame(
        {
            "day": known["end"],
            "total": known["total"],
            "published": known["published"],
            "claim_id": known["claim_ids"].str.split(";").str[-1],
            "gap": (known["days"] - 1).where(known["flags"].str.contains("gap"), 0),
        }
    )
    if known.empty:
        return after
    first = known.iloc[0]
    opening = {
        "day": first["start"] - pd.Timedelta(days=1),
        "total": first["total"] - first["losses"],
        "published": first["published"] - pd.Timedelta(days=int(first["days"])),
        "claim_id": str(first["claim_ids"]).partition(";")[0],
        "gap": 0,
    }
    return pd.concat([pd.DataFrame([opening]).astype(after.dtypes.to_dict()), after], ignore_index=True)


def _within(reports: pd.DataFrame, selection: Selection) -> pd.DataFrame:
    inside = days_within(reports, selection, "day")
    if len(inside):
        inside.loc[0, "gap"] = 0
    return inside

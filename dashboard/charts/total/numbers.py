"""The numbers of the running total: one row a known report, with the days without one before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard.charts.total.words import words
from dashboard.counted import last_claims
from dashboard.figure.view import Selection, Words, days_within
from dashboard.model import Claimant


@dataclass(frozen=True, eq=False)
class Numbers:
    """What the chart shows. `reports`: one row a known running total (`day`, `total`, `published`, `claim_id`).

    `gap` of a row is the number of days without a report before it; `hue` names the claimant's colour. The scale is
    `from_zero` unless the totals shown are all so high that a line from zero would show no change.
    """

    reports: pd.DataFrame
    selection: Selection
    hue: str | None
    from_zero: bool
    words: Words


def prepare(
    rows: pd.DataFrame,
    selection: Selection,
    claimants: Mapping[str, Claimant],
    source: str = "",
    definition: str | None = None,
) -> Numbers:
    """The numbers and words of the chart for the selected days of `rows`, a COUNTED frame on the selection's basis.

    `definition` is what the series counts, where its claimant says so.
    """
    reports = _within(_reports(rows), selection)
    based = selection.log or not _changes_little(reports)
    corrected = len(reports) > 0 and bool((rows["correction"] != 0).any())
    said = words(reports, selection, claimants, based, corrected, source, definition)
    claimant = claimants.get(selection.claimant)
    return Numbers(
        reports=reports,
        selection=selection,
        hue=claimant.hue if claimant else None,
        from_zero=based,
        words=said,
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


def _changes_little(reports: pd.DataFrame) -> bool:
    """Whether the totals differ, but by less than half of the highest."""
    if reports.empty:
        return False
    low, high = reports["total"].min(), reports["total"].max()
    return bool(low < high < 2 * low)


def _reports(rows: pd.DataFrame) -> pd.DataFrame:
    """The known totals: that before the first row, then each row's; `gap` is the days without a report before."""
    known = rows[rows["total"].notna()]
    after = pd.DataFrame(
        {
            "day": known["end"],
            "total": known["total"],
            "published": known["published"],
            "claim_id": last_claims(known),
            "gap": (known["days"] - 1).where(known["flags"].str.contains("gap"), 0),
        }
    )
    if known.empty:
        return after
    first = known.iloc[0]
    opening = {
        "day": first["start"] - pd.Timedelta(days=1),
        "total": first["total"] - first["losses"],
        "published": _published_before(first),
        "claim_id": str(first["claim_ids"]).partition(";")[0],
        "gap": 0,
    }
    return pd.concat([pd.DataFrame([opening]).astype(after.dtypes.to_dict()), after], ignore_index=True)


def _published_before(first: pd.Series) -> pd.Timestamp | None:
    """When the total before the first row was published: as long after as the next; unknown if not daily."""
    if "gap" in first["flags"] or first["published"] - first["end"] > pd.Timedelta(days=2):
        return None
    return first["published"] - pd.Timedelta(days=int(first["days"]))


def _within(reports: pd.DataFrame, selection: Selection) -> pd.DataFrame:
    inside = days_within(reports, selection, "day")
    if len(inside):
        inside.loc[0, "gap"] = 0
    return inside

"""How often one claimant's monthly means per day equal another's over the same days covered: the finding in words."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from dashboard import wording
from dashboard.model import Statistic

CLOSE, SHARE = 1.0, 0.01
_YEAR = 12


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of `months` compared `close` lie within one a day; `years` are those whose every month lies within 1 %.

    `first` and `last` are the first days of the months at both ends.
    """

    months: int
    close: int
    years: tuple[int, ...]
    first: pd.Timestamp
    last: pd.Timestamp


def agreement(compared: pd.DataFrame, claimant: str | None) -> Agreement | None:
    """The agreement in the rows of `by_month`, one a month: the claimant's own mean per day; None where there is none.

    The rows of a monthly chart come before single statements there, so that the first of a month is the chart's.
    """
    means = compared[
        (compared["a_claimant"] == (claimant or ""))
        & (compared["unit"] == str(Statistic.MEAN_PER_DAY))
        & compared["difference"].notna()
    ].drop_duplicates("start")
    if means.empty:
        return None
    apart = means["difference"].abs()
    near = apart <= SHARE * means["b_value"]
    by_year = near.groupby(means["start"].dt.year).agg(["size", "all"])
    return Agreement(
        months=len(means),
        close=int((apart <= CLOSE).sum()),
        years=tuple(int(year) for year in by_year.index[(by_year["size"] == _YEAR) & by_year["all"]]),
        first=means["start"].min(),
        last=means["start"].max(),
    )


def agreement_words(found: Agreement, a: str, b: str) -> str:
    """The finding, and what such agreement is worth."""
    span = f"{found.first:%B %Y} to {found.last:%B %Y}"
    years = [str(year) for year in found.years]
    named = ", ".join(years[:-1]) + (" and " if len(years) > 1 else "") + years[-1] if years else ""
    every = f" Every month of {named} lies within 1 %." if named else ""
    count = f"{wording.number(found.close)} of {wording.number(found.months)} months"
    return (
        f"The monthly means of {a} lie within one a day of those of the {b}, by days covered and with registered "
        f"corrections left out, in {count}, {span}.{every} "
        "Agreement so close is replication, not corroboration."
    )

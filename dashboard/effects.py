"""What a series will be if a claim is accepted: the rows that come, go or change, in words, before anybody decides."""

from __future__ import annotations

import pandas as pd

from dashboard.losses import Losses, completed
from dashboard.model import Basis, Claim, Hedge, PeriodKind, Statistic
from dashboard.observations import claims_table, of_claims
from dashboard.series import SeriesQuery, daily_series
from dashboard.wording import number, signed, span

_SAME_ROW = ["start", "end", "method"]
_MOST_TOLD = 4


def effect(losses: Losses, claim: Claim) -> tuple[str, ...]:
    """Sentences that say what accepting the claim changes in its claimant's series; never empty."""
    seen = of_claims(claims_table([claim]), losses.claimants)
    if seen.empty:
        return (f"No series changes: {_why_none(claim)}. It joins the claims and the comparisons.",)
    query = completed(losses, SeriesQuery(claim.claimant or "", claim.subject or "", claim.category, Basis.COVERS))
    known = losses.observations
    mine = known[(known["claimant"] == claim.claimant) & (known["observation_id"] != claim.claim_id)]
    before = daily_series(mine, query, losses.anomalies)
    after = daily_series(pd.concat([mine, seen], ignore_index=True), query, losses.anomalies)
    told = _differences(before, after)
    if not told:
        return (f"No figure of the series changes: {claim.claimant} reports the same there already.",)
    more = f"and {number(len(told) - _MOST_TOLD)} rows more" if len(told) > _MOST_TOLD else ""
    return tuple(filter(None, (*told[:_MOST_TOLD], more)))


def _differences(before: pd.DataFrame, after: pd.DataFrame) -> list[str]:
    """A sentence for each row that is new, gone or of another amount."""
    rows = before.merge(after, on=_SAME_ROW, how="outer", suffixes=("_before", "_after"))
    changed = rows[~(rows["losses_before"].eq(rows["losses_after"]))]
    return [_told(row) for _, row in changed.sort_values(_SAME_ROW).iterrows()]


_METHODS = {"reported": "reported figure", "derived": "difference of totals", "residual": "residual"}


def _told(row: pd.Series) -> str:
    days = span(row["start"].date(), row["end"].date())
    kind, was, now = _METHODS[str(row["method"])], row["losses_before"], row["losses_after"]
    amount = signed if row["method"] == "residual" else number
    if pd.isna(was):
        return f"A {kind} of {amount(now)} for {days} is added."
    if pd.isna(now):
        return f"The {kind} of {amount(was)} for {days} goes; other rows cover those days."
    return f"The {kind} for {days} changes from {amount(was)} to {amount(now)}."


def _why_none(claim: Claim) -> str:
    """Why a claim is no observation of a series, the first reason that applies."""
    reasons = (
        (claim.claimant is None, "nobody is named who claims it"),
        (claim.subject is None, "whose losses it counts is not known"),
        (claim.value is None, "it gives no single number"),
        (claim.period.end is None, "its days are not settled"),
        (claim.hedge not in (Hedge.EXACT, Hedge.ABOUT), "its number is a bound, not the figure"),
        (claim.statistic is Statistic.MEAN_PER_DAY, "it is a mean per day"),
        (claim.period.kind is PeriodKind.DAY and claim.period.start != claim.period.end, "its day is left open"),
    )
    return next((words for holds, words in reasons if holds), "it is a rounded total or names no first day")

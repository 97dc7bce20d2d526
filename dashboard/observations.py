"""Claims and dataset reports as one tidy frame of observations: what was said of a series, by whom, for which days.

One row per observation. `kind` is `total` (a running total, no start) or `increment` (a count within start..end).
`start` and `end` are *days covered*, whatever basis the source named; `published` is the claimant's day of publication.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

import pandas as pd
import pandera.pandas as pa

from dashboard.model import Basis, Claim, Claimant, Hedge, PeriodKind, Statistic

OBSERVATIONS = pa.DataFrameSchema(
    {
        "observation_id": pa.Column(str),
        "claimant": pa.Column(str),
        "subject": pa.Column(str),
        "category": pa.Column(str),
        "kind": pa.Column(str, pa.Check.isin(["total", "increment"])),
        "value": pa.Column(float, pa.Check.ge(0)),
        "start": pa.Column("datetime64[us]", nullable=True),
        "end": pa.Column("datetime64[us]"),
        "published": pa.Column("datetime64[us]"),
        "rank": pa.Column(int),
    },
    strict=True,
    ordered=True,
)
_FROM_DATASET, _FROM_CLAIM = 0, 1
# A quoted running total that is a whole number of thousands is a rounding of the claimant's figure, not the figure.
_COARSE = 1000
# A register row worked out from a dataset's totals quotes nothing: it would report the derived figure to itself.
_COMPUTED = "read_in_dataset"


def lag_of(claimant: str, claimants: Mapping[str, Claimant]) -> int:
    """Days from the day covered to the claimant's publication; 0 for those who do not report periodically."""
    known = claimants.get(claimant)
    return (known.reporting_lag_days or 0) if known else 0


def observations(
    reports: Iterable[Mapping[str, Any]], claims: Iterable[Claim], claimants: Mapping[str, Claimant]
) -> pd.DataFrame:
    """The observations of all reports and of those claims that state a series' own figure, as a checked frame.

    `reports`: mappings with report_id, published (date), claimant, subject, category, total (persons or items).
    Claims without dates, with open hedges or about unnamed claimants are no observations; they stay claims.
    """
    rows = [_of_report(report, claimants) for report in reports]
    rows += [row for claim in claims if (row := _of_claim(claim, claimants))]
    frame = pd.DataFrame(rows, columns=list(OBSERVATIONS.columns))
    for column in ("start", "end", "published"):
        frame[column] = pd.to_datetime(frame[column]).astype("datetime64[us]")
    frame = frame.astype({"value": float, "rank": int, **dict.fromkeys(_TEXT, "str")})
    return OBSERVATIONS.validate(frame)


_TEXT = ("observation_id", "claimant", "subject", "category", "kind")


def _of_report(report: Mapping[str, Any], claimants: Mapping[str, Claimant]) -> dict[str, Any]:
    covered = report["published"] - timedelta(days=lag_of(report["claimant"], claimants))
    return {
        "observation_id": report["report_id"],
        "claimant": report["claimant"],
        "subject": report["subject"],
        "category": report["category"],
        "kind": "total",
        "value": report["total"],
        "start": None,
        "end": covered,
        "published": report["published"],
        "rank": _FROM_DATASET,
    }


def _of_claim(claim: Claim, claimants: Mapping[str, Claimant]) -> dict[str, Any] | None:
    """The observation that a claim is, or None where it only bounds, averages, rounds or leaves the days open."""
    if not (claim.claimant and claim.subject and claim.value is not None and claim.period.end):
        return None
    if claim.hedge not in (Hedge.EXACT, Hedge.ABOUT) or claim.statistic is not Statistic.TOTAL:
        return None
    if claim.seen_how == _COMPUTED:
        return None
    kind = "total" if claim.period.kind is PeriodKind.SINCE_START else "increment"
    if (kind == "total" and claim.value % _COARSE == 0) or _is_one_of_many_days(claim):
        return None
    start, end, published = covered_days(claim, lag_of(claim.claimant, claimants))
    if kind == "increment" and start is None:
        return None
    return {
        "observation_id": claim.claim_id,
        "claimant": claim.claimant,
        "subject": claim.subject,
        "category": claim.category,
        "kind": kind,
        "value": claim.value,
        "start": start if kind == "increment" else None,
        "end": end,
        "published": published,
        "rank": _FROM_CLAIM,
    }


def _is_one_of_many_days(claim: Claim) -> bool:
    """Whether the claim is about a day that the text does not settle ("in a day back in May")."""
    return claim.period.kind is PeriodKind.DAY and claim.period.start != claim.period.end


def covered_days(claim: Claim, lag: int) -> tuple[date | None, date | None, date | None]:
    """First and last day covered by a dated claim, and the day on which its claimant published them."""
    shift = timedelta(days=lag)
    start, end = claim.period.start, claim.period.end
    if claim.basis is Basis.PUBLISHED:
        return start and start - shift, end and end - shift, end
    return start, end, end and end + shift

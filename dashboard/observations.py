"""Claims and dataset reports as one tidy frame of observations: what was said of a series, by whom, for which days.

One row per observation and vintage. `kind` is `total` (a running total, no start) or `increment` (a count within
start..end). `start` and `end` are *days covered*, whatever basis the source named; `published` is the claimant's day
of publication; `definition` are the casualty types as quoted (joined by `;`); `recorded` is when the value was taken
in (UTC), empty where no history is kept. An empty value of a later vintage says that the report was withdrawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, Literal

import numpy as np
import pandas as pd
import pandera.pandas as pa

from dashboard.model import Basis, Claim, Claimant, Hedge, PeriodKind, Statistic

_INSTANT: Literal["datetime64[us]"] = "datetime64[us]"
OBSERVATIONS = pa.DataFrameSchema(
    {
        "observation_id": pa.Column(str),
        "claimant": pa.Column(str),
        "subject": pa.Column(str),
        "category": pa.Column(str),
        "kind": pa.Column(str, pa.Check.isin(["total", "increment"])),
        "value": pa.Column(float, pa.Check.ge(0), nullable=True),
        "start": pa.Column(_INSTANT, nullable=True),
        "end": pa.Column(_INSTANT),
        "published": pa.Column(_INSTANT),
        "recorded": pa.Column(_INSTANT, nullable=True),
        "definition": pa.Column(str),
        "rank": pa.Column(int),
    },
    strict=True,
    ordered=True,
)
CLAIM_FIELDS = (
    "claim_id",
    "claimant",
    "subject",
    "category",
    "value",
    "hedge",
    "statistic",
    "kind",
    "start",
    "end",
    "basis",
    "seen_how",
    "definition",
)
_TEXT = ("observation_id", "claimant", "subject", "category", "kind", "definition")
FROM_DATASET, _FROM_CLAIM = 0, 1
# A periodic reporter's running total quoted as a whole number of thousands is a rounding of the figure, not the figure.
_COARSE = 1000
# A register row worked out from a dataset's totals quotes nothing: it would report the derived figure to itself.
_COMPUTED = "read_in_dataset"
_FIRM = [str(Hedge.EXACT), str(Hedge.ABOUT)]


def lag_of(claimant: str, claimants: Mapping[str, Claimant]) -> int:
    """Days from the day covered to the claimant's publication; 0 for those who do not report periodically."""
    known = claimants.get(claimant)
    return (known.reporting_lag_days or 0) if known else 0


def observations(
    reports: Iterable[Mapping[str, Any]], claims: Iterable[Claim], claimants: Mapping[str, Claimant]
) -> pd.DataFrame:
    """The observations of all reports and of those claims that state a series' own figure, as a checked frame.

    `reports`: mappings with report_id, published (date), claimant, subject, category, total (persons or items), and
    where a history is kept `recorded_at` (UTC); a total of None withdraws the report.
    """
    parts = [of_reports(pd.DataFrame(list(reports)), claimants), of_claims(claims_table(claims), claimants)]
    return OBSERVATIONS.validate(pd.concat(parts, ignore_index=True))


def of_reports(reports: pd.DataFrame, claimants: Mapping[str, Claimant]) -> pd.DataFrame:
    """The observations of running totals: one row per row of `reports`, dated by the day that they cover."""
    if reports.empty:
        return _typed(pd.DataFrame(columns=list(OBSERVATIONS.columns)))
    published = pd.to_datetime(reports["published"])
    recorded = reports["recorded_at"] if "recorded_at" in reports else pd.Series(pd.NaT, index=reports.index)
    return _typed(
        reports.assign(
            observation_id=reports["report_id"],
            kind="total",
            value=reports["total"],
            start=None,
            end=published - _lags(reports["claimant"], claimants),
            published=published,
            recorded=pd.to_datetime(recorded, utc=True).dt.tz_localize(None),
            definition="",
            rank=FROM_DATASET,
        )
    )


def claims_table(claims: Iterable[Claim]) -> pd.DataFrame:
    """The fields of claims that decide whether they are observations, as a frame of CLAIM_FIELDS."""
    rows = [
        (
            *(c.claim_id, c.claimant, c.subject, c.category, c.value, str(c.hedge), str(c.statistic)),
            *(str(c.period.kind), c.period.start, c.period.end, str(c.basis), c.seen_how, ";".join(c.casualty_types)),
        )
        for c in claims
    ]
    return pd.DataFrame(rows, columns=list(CLAIM_FIELDS))


def of_claims(table: pd.DataFrame, claimants: Mapping[str, Claimant]) -> pd.DataFrame:
    """The observations among claims (a frame of CLAIM_FIELDS); the others stay claims and are none.

    None are claims without a named claimant, side, number or last day, with an open hedge, means per day, a periodic
    reporter's total in whole thousands, days left open ("in a day back in May"), and rows computed from a dataset.
    """
    days = table.assign(**{name: pd.to_datetime(table[name]).astype(_INSTANT) for name in ("start", "end")})
    total = days["kind"] == str(PeriodKind.SINCE_START)
    stated = days[["claimant", "subject", "value", "end"]].notna().all(axis=1)
    firm = days["hedge"].isin(_FIRM) & (days["statistic"] == str(Statistic.TOTAL)) & (days["seen_how"] != _COMPUTED)
    one_day_of_many = (days["kind"] == str(PeriodKind.DAY)) & (days["start"] != days["end"])
    rounded = (days["value"] % _COARSE == 0) & days["claimant"].isin(_periodic(claimants))
    settled = (total & ~rounded) | (~total & days["start"].notna())
    mine = days[stated & firm & settled & ~one_day_of_many]
    lags = _lags(mine["claimant"], claimants)
    by_report = mine["basis"] == str(Basis.PUBLISHED)
    none = pd.Timedelta(0)
    return _typed(
        mine.assign(
            observation_id=mine["claim_id"],
            kind=total[mine.index].map({True: "total", False: "increment"}),
            start=(mine["start"] - lags.where(by_report, none)).where(~total[mine.index]),
            end=mine["end"] - lags.where(by_report, none),
            published=mine["end"] + lags.where(~by_report, none),
            recorded=None,
            rank=_FROM_CLAIM,
        )
    )


def _periodic(claimants: Mapping[str, Claimant]) -> list[str]:
    """The claimants who report periodically, and so exactly; others may well mean a round total as they say it."""
    return [known.name for known in claimants.values() if known.reporting_lag_days is not None]


def _lags(names: pd.Series, claimants: Mapping[str, Claimant]) -> pd.Series:
    """The reporting lag of each named claimant."""
    places, known = pd.factorize(names)
    days = np.array([lag_of(name, claimants) for name in known], dtype="timedelta64[D]").astype("timedelta64[us]")
    return pd.Series(days[places] if len(known) else days, index=names.index)


def _typed(frame: pd.DataFrame) -> pd.DataFrame:
    """The columns of OBSERVATIONS with their dtypes, which an empty frame would otherwise lack."""
    days = dict.fromkeys(("start", "end", "published", "recorded"), _INSTANT)
    words = dict.fromkeys(_TEXT, "str")
    return frame[list(OBSERVATIONS.columns)].astype({**days, **words, "value": float, "rank": int})


def covered_days(claim: Claim, lag: int) -> tuple[date | None, date | None, date | None]:
    """First and last day covered by a dated claim, and the day on which its claimant published them."""
    shift = timedelta(days=lag)
    start, end = claim.period.start, claim.period.end
    if claim.basis is Basis.PUBLISHED:
        return start and start - shift, end and end - shift, end
    return start, end, end and end + shift

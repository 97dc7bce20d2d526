"""Made-up series, comparisons and checks for the charts: every number here is invented, and none is shown to a user."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pandas as pd

from dashboard.checks import CHECKS
from dashboard.comparison import COMPARISON
from dashboard.counted import COUNTED, counted
from dashboard.figure import Selection
from dashboard.model import Anomaly, Basis, Claim, Claimant, Hedge, Period, PeriodKind, Statistic
from dashboard.observations import observations
from dashboard.series import SeriesQuery, daily_series

STAFF, COPIER, SINGLE, SIDE = "Made-up Staff", "Copying Bureau", "Single Voice", "Madeup"
CLAIMANTS = {
    STAFF: Claimant(STAFF, reporting_lag_days=1, hue="deep_blue"),
    COPIER: Claimant(COPIER, derived_from=STAFF, hue="burnt_orange"),
    SINGLE: Claimant(SINGLE, hue="teal"),
}
QUERY = SeriesQuery(STAFF, SIDE, lag=1)
FIRST = date(2030, 1, 1)


def day(number: int) -> date:
    """The n-th day covered by the made-up series, counted from 1."""
    return FIRST + timedelta(days=number - 1)


def rows(totals: Sequence[float | None], anomalies: Sequence[Anomaly] = ()) -> pd.DataFrame:
    """A COUNTED frame of running totals, the first of them standing before day 1; None is a day without a report."""
    reports = [
        {
            "report_id": f"r{number}",
            "published": day(number + 1),
            "claimant": STAFF,
            "subject": SIDE,
            "category": "personnel",
            "total": float(total),
        }
        for number, total in enumerate(totals)
        if total is not None
    ]
    series = daily_series(observations(reports, (), CLAIMANTS), QUERY, anomalies)
    return COUNTED.validate(counted(series, anomalies, QUERY))


def registered(kind: str, published: date, end: date | None = None, **fields: float) -> Anomaly:
    """A registered anomaly of the made-up series."""
    return Anomaly(kind, STAFF, SIDE, "personnel", published, end or published, "made-up reason", "made-up", **fields)


def selection(start: date | None = None, end: date | None = None, **fields: object) -> Selection:
    """A selection of the made-up series."""
    base = {"basis": Basis.COVERS, "as_of": date(2030, 12, 31), "claimant": STAFF, "subject": SIDE}
    return Selection(start, end, **{**base, **fields})


def compared(*stated: tuple[str, date, date, str, float, float, str]) -> pd.DataFrame:
    """A COMPARISON frame of (claimant, start, end, unit, a, b, verdict)."""
    made = [
        {
            "start": pd.Timestamp(start),
            "end": pd.Timestamp(end),
            "unit": unit,
            "a_claimant": who,
            "a_value": a,
            "a_low": None,
            "a_high": None,
            "b_claimant": STAFF,
            "b_value": b,
            "difference": a - b,
            "ratio": a / b,
            "comparable": True,
            "dependence": f"derived from {STAFF}" if who == COPIER else "",
            "verdict": verdict,
            "claim_id": f"c{number}",
            "note": "",
        }
        for number, (who, start, end, unit, a, b, verdict) in enumerate(stated)
    ]
    frame = pd.DataFrame(made, columns=list(COMPARISON.columns))
    dates = {"start": "datetime64[us]", "end": "datetime64[us]", "comparable": bool}
    numbers = dict.fromkeys(("a_value", "a_low", "a_high", "b_value", "difference", "ratio"), float)
    words = dict.fromkeys(set(COMPARISON.columns) - set(dates) - set(numbers), "str")
    return COMPARISON.validate(frame.astype({**dates, **numbers, **words}))


def claim(claim_id: str, who: str, value: float | None, start: date, end: date, **fields: object) -> Claim:
    """A claim about the made-up side."""
    kind = PeriodKind.DAY if start == end else PeriodKind.OTHER
    base = {
        "claim_id": claim_id,
        "document_id": claim_id,
        "value": value,
        "hedge": Hedge.EXACT,
        "subject": SIDE,
        "period": Period(kind, start, end),
        "claimant": who,
        "statistic": Statistic.TOTAL,
        "source_row": "made-up",
        "published": date(2030, 3, 1),
    }
    return Claim(**{**base, **fields})


def checked(claims: Sequence[Claim], verdicts: Sequence[tuple[str, float | None]]) -> pd.DataFrame:
    """A CHECKS frame that gives each claim a verdict and a difference in per cent."""
    made = [
        {
            "claim_id": one.claim_id,
            "document_id": one.document_id,
            "claimant": one.claimant,
            "subject": one.subject,
            "value": one.value,
            "start": one.period.start,
            "end": one.period.end,
            "basis": str(one.basis),
            "statistic": str(one.statistic),
            "verdict": verdict,
            "reference": None,
            "difference": None,
            "percent": percent,
            "record": "",
            "status": "accepted",
            "explanation": "made-up arithmetic",
        }
        for one, (verdict, percent) in zip(claims, verdicts, strict=True)
    ]
    frame = pd.DataFrame(made, columns=list(CHECKS.columns))
    for column in ("start", "end"):
        frame[column] = pd.to_datetime(frame[column]).astype("datetime64[us]")
    numbers = dict.fromkeys(("value", "reference", "difference", "percent"), float)
    words = dict.fromkeys(set(CHECKS.columns) - {"start", "end"} - set(numbers), "str")
    return CHECKS.validate(frame.astype({**numbers, **words}))

"""Made-up observations for tests: every number here is invented, and none is shown to a user."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pandas as pd

from dashboard.model import Anomaly, Claim, Claimant, Evidence, Period, PeriodKind
from dashboard.observations import observations
from dashboard.series import SeriesQuery

WHO, SIDE = "Made-up Staff", "Madeup"
CLAIMANTS = {WHO: Claimant(WHO, reporting_lag_days=1)}
QUERY = SeriesQuery(WHO, SIDE, lag=1)
FIRST = date(2030, 1, 1)


def totals(values: Sequence[float | None], first: date = FIRST, category: str = "personnel") -> list[dict]:
    """Daily reports of running totals from `first` on; None leaves that day's report out."""
    return [
        {
            "report_id": f"r{(first + timedelta(days=n)).isoformat()}",
            "published": first + timedelta(days=n),
            "claimant": WHO,
            "subject": SIDE,
            "category": category,
            "total": float(value),
        }
        for n, value in enumerate(values)
        if value is not None
    ]


def observed(values: Sequence[float | None], claims: Sequence[Claim] = ()) -> pd.DataFrame:
    """The observations of such reports and of claims."""
    return observations(totals(values), claims, CLAIMANTS)


def quoted(value: float, start: date, end: date | None = None, claim_id: str = "c1", **fields) -> Claim:
    """A claim by the made-up staff about a day (or days) of the published basis, unless fields say otherwise."""
    from dashboard.model import Basis

    base = {
        "claim_id": claim_id,
        "document_id": claim_id.partition(":")[0],
        "value": value,
        "subject": SIDE,
        "claimant": WHO,
        "period": Period(PeriodKind.DAY, start, end or start),
        "basis": Basis.PUBLISHED,
        "evidence": Evidence(str(value), 0, len(str(value))),
    }
    return Claim(**{**base, **fields})


def anomaly(kind: str, start: date, end: date | None = None, **fields) -> Anomaly:
    """A registered anomaly of the made-up series."""
    return Anomaly(kind, WHO, SIDE, "personnel", start, end or start, "made-up reason", "made-up source", **fields)

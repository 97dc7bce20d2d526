"""Claims to a checked series at 10⁴, 10⁵ and 10⁶ claims, beside the plain pandas `diff` that is its floor."""

from __future__ import annotations

from statistics import median
from time import perf_counter

import numpy as np
import pandas as pd

from dashboard.observations import CLAIM_FIELDS, of_claims
from dashboard.series import SeriesQuery, daily_series
from tests.core.frames import CLAIMANTS, SIDE, WHO

_RUNS = 3
_DAYS = 1626


def measure() -> str:
    """Median seconds for each size, per claim, and the ratio to sorting and differencing the same totals."""
    return "\n".join(_line(size) for size in (10**4, 10**5, 10**6))


def _line(size: int) -> str:
    table = claims(size)
    ours = _median(lambda: daily_series(of_claims(table, CLAIMANTS), SeriesQuery(WHO, SIDE, lag=1)))
    floor = _median(lambda: table.sort_values("end")["value"].diff())
    return (
        f"claims to series, {size:>9,} made-up claims: {ours:.3f} s, {ours / size * 1e6:.2f} µs a claim; "
        f"sort and diff alone {floor:.3f} s; ratio {ours / floor:.1f}"
    )


def claims(size: int) -> pd.DataFrame:
    """Made-up claims about as many days as the war has reports, half running totals and half increments."""
    day = np.arange(size) // 2 % _DAYS
    total = np.arange(size) % 2 == 0
    end = np.datetime64("2030-01-01", "us") + day.astype("timedelta64[D]")
    start = np.where(total, np.datetime64("2030-01-01", "us"), end)
    value = np.where(total, 1003.0 + 7 * day, 7.0)
    values = (
        [f"d{n}:1" for n in range(size)],
        *(WHO, SIDE, "personnel", value, "exact", "total"),
        np.where(total, "since_start", "day"),
        *(start, end, "covers", None, ""),
    )
    return pd.DataFrame(dict(zip(CLAIM_FIELDS, values, strict=True)))


def _median(work) -> float:
    times = []
    for _ in range(_RUNS):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return median(times)

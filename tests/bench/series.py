"""Totals to a checked series, beside the plain pandas `diff` that is its floor."""

from __future__ import annotations

from datetime import date, timedelta
from statistics import median
from time import perf_counter

from dashboard.observations import observations
from dashboard.series import SeriesQuery, daily_series
from tests.core.frames import CLAIMANTS, SIDE, WHO, totals

_DAYS, _RUNS = 1626, 15


def measure() -> str:
    """Median seconds for as many made-up daily totals as the war has reports, and the ratio to the floor."""
    values = [float(n * 1000 + n % 7) for n in range(_DAYS)]
    frame = observations(totals(values, date(2030, 1, 1) - timedelta(days=_DAYS)), [], CLAIMANTS)
    query = SeriesQuery(WHO, SIDE, lag=1)
    ours = _median(lambda: daily_series(frame, query))
    floor = _median(lambda: frame.sort_values("end")["value"].diff())
    return (
        f"series of {_DAYS:,} totals: {ours * 1e3:.1f} ms; pandas diff {floor * 1e3:.2f} ms; ratio {ours / floor:.0f}"
    )


def _median(work) -> float:
    times = []
    for _ in range(_RUNS):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return median(times)

"""Days that a person might look at for the anomaly register: found by a robust library method, never applied.

Seasonal-trend decomposition by loess with robust weights (statsmodels' STL, after Cleveland et al., 1990) gives what
the days around a day and the same weekdays suggest. A day whose remainder is `LIMIT` robust standard deviations and
more is proposed. Losses are counts, whose spread grows with their level, so the signed square root is decomposed.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import pandera.pandas as pa
from scipy.stats import median_abs_deviation
from statsmodels.tsa.seasonal import STL

from dashboard.frames import checked
from dashboard.wording import number

LIMIT = 6.0
_WEEK = 7
# About two months: longer, and the changes of level that the series has become anomalies; shorter, and a lump becomes
# a part of the trend.
_TREND_DAYS = 61
# About a year of the same weekdays: fewer, and the pattern of the week follows every noise and takes it for regular.
_WEEKS_OF_PATTERN = 53
# In made-up ordinary runs of eight weeks one in twelve has a false alarm, of twelve weeks fewer than one in a hundred.
_FEWEST_DAYS = 12 * _WEEK
_ALIKE = 1e-6

PROPOSALS = pa.DataFrameSchema(
    {
        "day": pa.Column("datetime64[us]"),
        "published": pa.Column("datetime64[us]"),
        "losses": pa.Column(float),
        "expected": pa.Column(float),
        "score": pa.Column(float),
        "registered": pa.Column(bool),
        "reason": pa.Column(str),
    },
    strict=True,
    ordered=True,
)


def proposals(rows: pd.DataFrame) -> pd.DataFrame:
    """A PROPOSALS frame of the days of `rows` (a COUNTED frame) that stand out, the farthest out first.

    `expected` is what the decomposition gives for the day; `score` the distance from it in robust standard deviations,
    negative where the day is low. Days that the register already speaks of are proposed as well, and `registered`.
    Only runs of at least twelve weeks of single days can be judged, and those where most days have a loss at all.
    """
    judged = [_judged(run) for run in _runs(rows) if len(run) >= _FEWEST_DAYS and run["losses"].median() > 0]
    if not judged:
        return checked([], PROPOSALS)
    days = pd.concat(judged, ignore_index=True)
    out = days[days["score"].abs() >= LIMIT].sort_values("score", key=abs, ascending=False, kind="stable")
    return checked((_proposal(row) for _, row in out.iterrows()), PROPOSALS)


def _runs(rows: pd.DataFrame) -> list[pd.DataFrame]:
    """The unbroken runs of rows of one day each: a figure over several days is never spread over them."""
    single = rows[rows["days"] == 1]
    run = (single["start"].diff() != pd.Timedelta(days=1)).cumsum()
    return [part for _, part in single.groupby(run)]


def _judged(run: pd.DataFrame) -> pd.DataFrame:
    """The run with `expected` and `score` for each day; scores of 0 where the run has no spread to measure by."""
    losses = run["losses"].to_numpy()
    roots = np.sign(losses) * np.sqrt(np.abs(losses))
    fit = STL(roots, period=_WEEK, seasonal=_WEEKS_OF_PATTERN, trend=_TREND_DAYS, robust=True).fit()
    expected = fit.trend + fit.seasonal
    spread = median_abs_deviation(roots - expected, scale="normal")
    score = (roots - expected) / spread if spread > _ALIKE else np.zeros(len(run))
    return run.assign(expected=np.sign(expected) * expected**2, score=score)


def _proposal(row: pd.Series) -> dict[str, object]:
    side = "above" if row["score"] > 0 else "below"
    words = (
        f"{number(row['losses'])} where the days around it suggest about {number(round(row['expected']))}: "
        f"{abs(row['score']):.1f} robust standard deviations {side}"
    )
    return {
        "day": row["start"],
        "published": row["published"],
        "losses": row["losses"],
        "expected": row["expected"],
        "score": row["score"],
        "registered": bool(row["reason"]),
        "reason": f"{words}. Registered: {row['reason']}" if row["reason"] else f"{words}.",
    }

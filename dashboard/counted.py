"""What counts: a derived series with registered corrections taken out, its means, its sums and its records.

All functions take frames that `counted` returns and give new ones. Corrections leave the plain series untouched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
import pandera.pandas as pa

from dashboard.model import Anomaly, Basis
from dashboard.series import SERIES, SeriesQuery

COUNTED = SERIES.add_columns(
    {
        "counted": pa.Column(float),
        "correction": pa.Column(float),
        "reason": pa.Column(str),
        "in_records": pa.Column(bool),
        "in_means": pa.Column(bool),
    }
)
_ONE_DAY = pd.Timedelta(days=1)
_EXCLUDED = ("irregular", "negative")


def counted(series: pd.DataFrame, anomalies: Sequence[Anomaly], query: SeriesQuery) -> pd.DataFrame:
    """The derived rows of a `SERIES` frame with what the anomaly register says of each, as a `COUNTED` frame.

    `counted` is `losses` less the registered `correction`, with its `reason`; `in_records` and `in_means` say whether
    the row may hold a record or enter a mean (a record is of one day, so rows of several days hold none).
    """
    rows = series[series["method"] == "derived"].reset_index(drop=True)
    mine = [
        a for a in anomalies if (a.claimant, a.subject, a.category) == (query.claimant, query.subject, query.category)
    ]
    amount, omitted = np.zeros(len(rows)), np.zeros(len(rows), dtype=bool)
    reasons: list[list[str]] = [[] for _ in range(len(rows))]
    for anomaly in mine:
        inside = _closing_within(rows, anomaly)
        if anomaly.kind == "correction":
            amount[inside] += anomaly.amount or 0.0
        omitted |= inside & anomaly.omit_from_records
        for place in np.flatnonzero(inside):
            reasons[place].append(anomaly.reason)
    excluded = rows["flags"].str.contains("|".join(_EXCLUDED))
    frame = rows.assign(
        counted=rows["losses"] - amount,
        correction=amount,
        reason=pd.Series(["; ".join(told) for told in reasons], index=rows.index, dtype="str"),
        in_records=(rows["days"] == 1) & ~omitted & ~excluded,
        in_means=~excluded,
    )
    return COUNTED.validate(frame)


def _closing_within(rows: pd.DataFrame, anomaly: Anomaly) -> np.ndarray:
    """Which rows take in a report that was published within the anomaly's span."""
    published = rows["published"].to_numpy()
    opened = published - rows["days"].to_numpy().astype("timedelta64[D]")
    return (published >= np.datetime64(anomaly.start)) & (opened < np.datetime64(anomaly.end))


def rolling_mean(rows: pd.DataFrame, days: int = 7) -> pd.DataFrame:
    """The mean per day over the `days` up to each row's end: columns `day`, `mean`, `left_out` (days not counted).

    A mean is given only where the window's first day is known to begin a covered period, so that no figure is split;
    what the anomaly register excludes is skipped, and counted in `left_out`. NaN where nothing is left.
    """
    ends = rows["end"].to_numpy()
    included = rows["in_means"].to_numpy()
    cumulated = np.concatenate([[0.0], np.cumsum(np.where(included, rows["counted"], 0.0))])
    day_count = np.concatenate([[0], np.cumsum(np.where(included, rows["days"], 0))])
    boundaries = np.concatenate([(rows["start"] - _ONE_DAY).to_numpy()[:1], ends])
    before = ends - np.timedelta64(days, "D")
    place = np.clip(np.searchsorted(boundaries, before), 0, max(len(boundaries) - 1, 0))
    aligned = boundaries[place] == before if len(rows) else np.array([], dtype=bool)
    here = np.arange(1, len(rows) + 1)
    known = day_count[here] - day_count[place]
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.where(aligned & (known > 0), (cumulated[here] - cumulated[place]) / known, np.nan)
    return pd.DataFrame({"day": rows["end"], "mean": mean, "left_out": np.where(aligned, days - known, 0)})


@dataclass(frozen=True, slots=True)
class SpanSum:
    """The sum over the days from start to end: with and without corrections, and the rows it is made of."""

    losses: float
    counted: float
    correction: float
    days: int
    rows: pd.DataFrame


def span_sum(rows: pd.DataFrame, start: date, end: date) -> SpanSum | None:
    """The sum over whole covered periods from `start` to `end`; None where the rows do not fit those days exactly."""
    first, last = pd.Timestamp(start), pd.Timestamp(end)
    # Rows follow one another, so the covered ones are a slice: a scan for each of a thousand claims would be slow.
    inside = rows.iloc[rows["start"].searchsorted(first) : rows["end"].searchsorted(last, side="right")]
    if inside.empty or inside["days"].sum() != (last - first).days + 1:
        return None
    return SpanSum(
        losses=float(inside["losses"].sum()),
        counted=float(inside["counted"].sum()),
        correction=float(inside["correction"].sum()),
        days=int(inside["days"].sum()),
        rows=inside,
    )


CALENDAR_UNITS = {"week": "W-SUN", "month": "M", "quarter": "Q", "year": "Y"}


def by_calendar(rows: pd.DataFrame, unit: str) -> pd.DataFrame:
    """Sums by week (Monday to Sunday), month, quarter or year, as far as whole rows lie inside each.

    Columns: start, end, losses (corrections out), per_day (of the days known), days (of the unit), known_days,
    complete. A row that crosses a boundary belongs to no unit, and its days are not known to either; what the anomaly
    register excludes is not counted as known.
    """
    first = rows["start"].dt.to_period(CALENDAR_UNITS[unit])
    inside = rows[(first == rows["end"].dt.to_period(CALENDAR_UNITS[unit])) & rows["in_means"]]
    sums = inside.groupby(first[inside.index])[["counted", "days"]].sum()
    start = sums.index.start_time.astype("datetime64[us]")
    end = sums.index.end_time.normalize().astype("datetime64[us]")
    days = (end - start).days + 1
    known = sums["days"].to_numpy(dtype=int)
    losses = sums["counted"].to_numpy(dtype=float)
    columns = {"start": start, "end": end, "losses": losses, "per_day": losses / known, "days": days}
    return pd.DataFrame({**columns, "known_days": known, "complete": known == days})


@dataclass(frozen=True, slots=True)
class Highest:
    """The highest single day, how many days are known since regular reporting began, and of how many."""

    value: float
    start: date
    published: date
    claim_ids: str
    known_days: int
    span_days: int

    @property
    def complete(self) -> bool:
        """Whether every day of the span is known, so that the highest may be called a record."""
        return self.known_days == self.span_days


def highest(rows: pd.DataFrame, regular_since: date | None, end: date | None = None) -> Highest | None:
    """The highest day among rows published from `regular_since` to `end`; None where no single day is known.

    Of equal days the first holds the record. Lump days and irregular reports count as known, but hold no record.
    """
    regular = rows if regular_since is None else rows[rows["published"] >= pd.Timestamp(regular_since)]
    if end is not None:
        regular = regular[regular["published"] <= pd.Timestamp(end)]
    candidates = regular[regular["in_records"]]
    if candidates.empty:
        return None
    row = candidates.iloc[int(candidates["losses"].to_numpy().argmax())]
    known = int((regular["days"] == 1).sum())
    return Highest(
        value=float(row["losses"]),
        start=row["start"].date(),
        published=row["published"].date(),
        claim_ids=str(row["claim_ids"]),
        known_days=known,
        span_days=int(regular["days"].sum()),
    )


def record_days(rows: pd.DataFrame, regular_since: date | None) -> pd.DataFrame:
    """The rows that were the highest day known when they were published, in order; the first known day is none."""
    regular = rows if regular_since is None else rows[rows["published"] >= pd.Timestamp(regular_since)]
    candidates = regular[regular["in_records"]]
    before = candidates["losses"].cummax().shift()
    return candidates[candidates["losses"] > before]


def on_basis(when: date, basis: Basis, wanted: Basis, lag: int) -> date:
    """The day that stands for `when` on the other basis: covers is `lag` days before published."""
    if basis is wanted:
        return when
    shift = pd.Timedelta(days=lag if wanted is Basis.PUBLISHED else -lag)
    return (pd.Timestamp(when) + shift).date()


def last_claims(rows: pd.DataFrame) -> pd.Series:
    """For each row the id of the claim or report that it ends with, to which a click leads."""
    last = [ids.rpartition(";")[2] for ids in rows["claim_ids"].tolist()]
    return pd.Series(last, index=rows.index, dtype="str")

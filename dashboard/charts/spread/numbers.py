"""The numbers of the distribution: single days in ranges of a round width, the day marked, median and mean."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from dashboard.charts.spread.words import words
from dashboard.counted import last_claims, rolling_mean
from dashboard.figure.axes import next_whole_step
from dashboard.figure.view import Selection, Words, days_within, within
from dashboard.model import Claimant

_MOST_BINS, _FEWEST_BINS = 24, 6
_LEAST_REACH = 0.02


@dataclass(frozen=True, slots=True)
class Marked:
    """The day brought out: its value, when it was published, its claim, and how many days lie below and above it."""

    day: date
    published: date
    value: float
    claim_id: str
    below: int
    above: int


@dataclass(frozen=True, eq=False)
class Numbers:
    """What the chart shows. `bins`: low, high (the last whole value within), days; in order, none left out between.

    `marked` is the selected day, else the last; `median` that of all days, `mean` the latest rolling mean; None where
    there is none. `hue` names the claimant's colour.
    """

    bins: pd.DataFrame
    days: int
    marked: Marked | None
    median: float | None
    mean: float | None
    selection: Selection
    hue: str | None
    words: Words


def prepare(
    rows: pd.DataFrame,
    selection: Selection,
    claimants: Mapping[str, Claimant],
    source: str = "",
    definition: str | None = None,
) -> Numbers:
    """The numbers and words of the chart for the selected days of `rows`, a COUNTED frame on the selection's basis.

    `definition` is what the series counts, where its claimant says so.
    """
    inside = within(rows, selection)
    single = inside[inside["in_records"]].reset_index(drop=True)
    marked = _marked(single, selection)
    median = float(single["losses"].median()) if len(single) else None
    known = days_within(rolling_mean(rows, selection.mean_days), selection, "day").dropna()
    mean = float(known["mean"].iloc[-1]) if len(known) and len(single) else None
    bins = _bins(single["losses"].to_numpy(dtype="float64"))
    said = words(inside, single, marked, (median, mean), selection, claimants, source, definition)
    claimant = claimants.get(selection.claimant)
    return Numbers(
        bins=bins,
        days=len(single),
        marked=marked,
        median=median,
        mean=mean,
        selection=selection,
        hue=claimant.hue if claimant else None,
        words=said,
    )


def table(numbers: Numbers) -> pd.DataFrame:
    """The chart as a table: a row a range with its days, their share, and the share of all days up to its end."""
    bins = numbers.bins
    share = 100 * bins["days"] / max(numbers.days, 1)
    return pd.DataFrame(
        {
            "from": bins["low"],
            "to": bins["high"],
            "days": bins["days"],
            "share in %": share.round(1),
            "up to here in %": share.cumsum().round(1),
        }
    )


def _marked(single: pd.DataFrame, selection: Selection) -> Marked | None:
    """The selected day where it is among them, else the last."""
    if single.empty:
        return None
    ids = last_claims(single)
    chosen = ids.index[ids == selection.selected]
    place = chosen[-1] if len(chosen) else ids.index[-1]
    row = single.loc[place]
    return Marked(
        day=row["start"].date(),
        published=row["published"].date(),
        value=float(row["losses"]),
        claim_id=str(ids[place]),
        below=int((single["losses"] < row["losses"]).sum()),
        above=int((single["losses"] > row["losses"]).sum()),
    )


def _bins(values: np.ndarray) -> pd.DataFrame:
    """How many of the values fall into each range of a round width, more ranges the more values there are."""
    if not len(values):
        return pd.DataFrame({"low": [], "high": [], "days": []}).astype({"days": "int64"})
    least, most = float(values.min()), float(values.max())
    wanted = min(_MOST_BINS, max(_FEWEST_BINS, math.ceil(math.sqrt(len(values)))))
    step = next_whole_step(max(most - least, _LEAST_REACH * most, 1.0) / wanted)
    first = math.floor(least / step)
    counts = np.bincount(np.floor(values / step).astype(int) - first)
    lows = (first + np.arange(len(counts))) * step
    return pd.DataFrame({"low": lows, "high": lows + step - 1, "days": counts})

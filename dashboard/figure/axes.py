"""Time and number axes: where the ticks stand, and where a day and a value fall in pixels."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

DAY_MS = 86_400_000
_ONE_DAY = pd.Timedelta(days=1)
_STEPS = (1, 2, 2.5, 5, 10)
HEADROOM = 1.08
_LEAST = 1e-6


@dataclass(frozen=True, slots=True)
class NumberAxis:
    """A value axis: its range in values, and the values of its gridlines (five at most)."""

    low: float
    high: float
    ticks: tuple[float, ...]
    log: bool = False

    def share(self, value: float) -> float:
        """How far up the axis a value stands: 0 at the foot, 1 at the top."""
        if not self.log:
            return (value - self.low) / (self.high - self.low)
        return (math.log10(max(value, self.low)) - math.log10(self.low)) / math.log10(self.high / self.low)

    def place(self, value: float) -> float:
        """The value as an annotation's coordinate; Plotly takes the exponent on a logarithmic axis."""
        return math.log10(max(value, self.low)) if self.log else float(value)

    def plotly_range(self) -> list[float]:
        """The range as a Plotly axis takes it."""
        return [math.log10(self.low), math.log10(self.high)] if self.log else [self.low, self.high]


def from_zero(top: float, *, lowest: float | None = None, log: bool = False, lines: int = 5) -> NumberAxis:
    """An axis from zero to a little above `top`, with at most `lines` gridlines; logarithmic where asked.

    A logarithmic axis starts at the power of ten below `lowest`, since it has no zero.
    """
    if log and top > _LEAST:
        return _logarithmic(lowest if lowest and lowest > 0 else top / 100, top)
    high = top * HEADROOM if top > _LEAST else 1.0
    step = next_step(high / (lines - 0.01))
    # Losses are counted in whole numbers: a gridline at 1.5 ships would mean nothing.
    step = max(step, 1.0) if top >= 1 else step
    ticks = tuple(step * n for n in range(int(high // step) + 1))
    return NumberAxis(0.0, high, ticks)


def around_zero(low: float, high: float, count: int = 2) -> NumberAxis:
    """An axis for signed differences: zero is always on it, with about `count` gridlines to each side."""
    reach = max(abs(low), abs(high), _LEAST)
    step = next_step(reach / count)
    bottom = min(low, 0.0) - reach * 0.25
    top = max(high, 0.0) + reach * 0.25
    ticks = tuple(step * n for n in range(math.ceil(bottom / step), int(top // step) + 1))
    return NumberAxis(bottom, top, ticks)


def between(low: float, high: float, lines: int = 5) -> NumberAxis:
    """An axis that need not hold zero, for a line that changes little: round numbers around the values."""
    step = next_step(max(high - low, _LEAST) * HEADROOM / (lines - 1.01))
    foot = math.floor(low / step) * step
    top = high + max((high - low) * (HEADROOM - 1), _LEAST)
    ticks = tuple(foot + step * n for n in range(int((top - foot) // step) + 1))
    return NumberAxis(foot, top, ticks)


def next_step(least: float) -> float:
    """The smallest round number (1, 2, 2.5 or 5 times a power of ten) that is no less than `least`."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(step * power for step in _STEPS if step * power >= least * (1 - 1e-9))


def next_whole_step(least: float) -> float:
    """The smallest round whole number that is no less than `least`: 1, 2, 5, 10, 20, 25, 50 and so on."""
    step = next_step(max(least, 1.0))
    return step if step.is_integer() else next_step(step * 1.01)


def _logarithmic(lowest: float, top: float) -> NumberAxis:
    low = 10.0 ** math.floor(math.log10(lowest))
    high = top * 1.5
    decades = range(round(math.log10(low)), math.ceil(math.log10(high)))
    every = max(1, math.ceil(len(decades) / 5))
    return NumberAxis(low, high, tuple(10.0**n for n in decades[::every] if 10.0**n <= high), log=True)


@dataclass(frozen=True)
class Area:
    """The plotting area in px within the picture, with its axes: tells where a day and a value fall."""

    left: float
    top: float
    right: float
    bottom: float
    first: pd.Timestamp
    last: pd.Timestamp
    values: NumberAxis

    @cached_property
    def day_width(self) -> float:
        """The width of a day in px."""
        return (self.right - self.left) / ((self.last - self.first).days + 1)

    def x(self, when: pd.Timestamp) -> float:
        """The px from the picture's left edge; a midnight is the left edge of its day."""
        return self.left + (when - self.first) / _ONE_DAY * self.day_width

    def along(self, moments: pd.Series) -> np.ndarray:
        """The px from the picture's left edge of each moment."""
        return self.left + ((moments - self.first) / _ONE_DAY).to_numpy(dtype="float64") * self.day_width

    def y(self, value: float) -> float:
        """The px from the picture's top."""
        return self.bottom - self.values.share(value) * (self.bottom - self.top)

    def across_at(self, where: pd.Timestamp) -> str:
        """The moment as an annotation's coordinate."""
        return f"{where:%Y-%m-%d %H:%M}"

    def across_axis(self, *, narrow: bool) -> dict[str, Any]:
        """Plotly's date axis across the area."""
        return time_axis(self.first, self.last, narrow=narrow)


def milliseconds(moments: pd.Series | pd.DatetimeIndex) -> np.ndarray:
    """The moments as milliseconds since 1970, which Plotly's date axes take and which pack into a typed array."""
    return np.asarray(moments, dtype="datetime64[ms]").astype("int64").astype("float64")


def centres(rows: pd.DataFrame) -> np.ndarray:
    """The middle of each row's days (`start` to `end`, inclusive) in milliseconds."""
    return milliseconds(rows["start"]) + rows["days"].to_numpy(dtype="float64") * DAY_MS / 2


def widths(rows: pd.DataFrame, day_width: float) -> np.ndarray:
    """The width of each row's bar in milliseconds: the whole period, less a hairline of a px where days are broad."""
    hairline = DAY_MS / day_width if day_width >= 6 else 0.0
    return rows["days"].to_numpy(dtype="float64") * DAY_MS - hairline


def time_axis(first: pd.Timestamp, last: pd.Timestamp, *, narrow: bool) -> dict[str, Any]:
    """Plotly's date axis over the days from `first` to `last`, both whole; ticks read 11 Nov, Nov, 2024."""
    days = (last - first).days + 1
    axis: dict[str, Any] = {
        "type": "date",
        "range": [f"{first:%Y-%m-%d}", f"{last + pd.Timedelta(days=1):%Y-%m-%d}"],
        "nticks": 6 if narrow else 10,
        "ticklabelmode": "period" if days > 75 else "instant",
        "tickformatstops": [
            {"dtickrange": [None, 21 * DAY_MS], "value": "%-d %b\n%Y"},
            {"dtickrange": ["M1", "M6"], "value": "%b\n%Y"},
            {"dtickrange": ["M12", None], "value": "%Y"},
        ],
    }
    if days <= 4:
        axis |= {"tickmode": "array"} | _each_day(first, days)
    return axis


def _each_day(first: pd.Timestamp, days: int) -> dict[str, list[str]]:
    """A tick in the middle of each of a few days, so that no hours are shown; the first names the year."""
    noons = [first + pd.Timedelta(days=n, hours=12) for n in range(days)]
    words = [f"{noon.day} {noon:%b}" for noon in noons]
    words[0] += f"<br>{first.year}"
    return {"tickvals": [f"{noon:%Y-%m-%d %H:%M}" for noon in noons], "ticktext": words}

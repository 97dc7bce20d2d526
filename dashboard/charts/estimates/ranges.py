"""The bounds of estimates as thin upright bars: a range between its ends, an open bound fading towards its open end."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pandas as pd

from dashboard.charts.estimates.numbers import Numbers
from dashboard.figure.axes import DAY_MS, Area, milliseconds
from dashboard.figure.palette import Palette, translucent
from dashboard.figure.sizes import sized
from dashboard.figure.view import Style

_FADE_STEPS = 8
_THINNEST_PX = 4.0
REACH = 0.07
_STRENGTH, _BESIDE_A_NUMBER = 0.6, 0.4


def bounds_of(
    points: pd.DataFrame, numbers: Numbers, area: Area, style: Style, colours: Palette, axes: dict[str, str]
) -> list[dict[str, Any]]:
    """One trace of bars for the bounds of all points of a panel; none where no bound is given."""
    bounded = points[points["low"].notna() | points["high"].notna()]
    pieces = [(row, *piece) for row in bounded.to_dict("records") for piece in _pieces(row, area)]
    if not pieces:
        return []
    wide = sized(style, page=5, narrow=4, wide=7) / area.day_width * DAY_MS
    inks = [colours.hue(numbers.hues.get(row["claimant"])) for row, *_ in pieces]
    strengths = [strength for *_, strength in pieces]
    return [
        {
            "type": "bar",
            "name": f"ranges {axes['yaxis']}",
            "x": milliseconds(pd.Series([row["day"] for row, *_ in pieces])) + DAY_MS / 2,
            "base": np.array([low for _, low, _, _ in pieces]),
            "y": np.array([high - low for _, low, high, _ in pieces]),
            "width": np.full(len(pieces), wide),
            **axes,
            "marker": {
                "color": [translucent(ink, strength) for ink, strength in zip(inks, strengths, strict=True)],
                "line": {"width": 0},
            },
            "hoverinfo": "skip",
        }
    ]


def _pieces(row: dict[Any, Any], area: Area) -> list[tuple[float, float, float]]:
    """The pieces of an estimate's bounds: foot, head and strength of each."""
    low, high = row["low"], row["high"]
    if not np.isnan(low) and not np.isnan(high):
        strength = _STRENGTH if np.isnan(row["value"]) else _BESIDE_A_NUMBER
        return [(*_seen(low, high, area), strength)] if high > low else []
    up = bool(np.isnan(high))
    steps = fade(low if up else high, area, up=up)
    return [
        (min(one, two), max(one, two), round(_STRENGTH * (1 - n / _FADE_STEPS), 3))
        for n, (one, two) in enumerate(itertools.pairwise(steps))
    ]


def _seen(low: float, high: float, area: Area) -> tuple[float, float]:
    """The range, drawn a few px high where it would else be too thin to be seen."""
    lacking = _THINNEST_PX - (area.y(low) - area.y(high))
    if lacking <= 0 or area.values.log:
        return low, high
    more = lacking / 2 / (area.bottom - area.top) * area.values.high
    return low - more, high + more


def fade(edge: float, area: Area, *, up: bool) -> list[float]:
    """The values at which the steps of a fading bar meet, from its edge on; as long on any scale, never below zero."""
    shares = np.linspace(0, REACH, _FADE_STEPS + 1) * (1 if up else -1)
    values = area.values
    if values.log:
        ratio = values.high / values.low
        return [float(value) for value in edge * ratio**shares]
    return [float(value) for value in np.maximum(edge + shares * values.high, 0.0)]

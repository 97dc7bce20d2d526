"""The distribution drawn: a pale bar for each range, that of the marked day solid; lines for day, mean and median."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard import wording
from dashboard.charts.spread.numbers import Numbers
from dashboard.figure.axes import NumberAxis, from_zero
from dashboard.figure.bars import answering
from dashboard.figure.boxes import Box
from dashboard.figure.labels import Label, as_annotations, place
from dashboard.figure.palette import Palette, palette
from dashboard.figure.picture import area_across, bounds, compose
from dashboard.figure.plane import NumberArea
from dashboard.figure.sizes import label_size
from dashboard.figure.text import width
from dashboard.figure.view import Style, a_day, many

_PALE = 0.36
_HEADROOM = 1.45
_LEVELS = (0.98, 0.88, 0.78)
_LIFT, _ROOM = 6.0, 20.0


@dataclass(frozen=True, slots=True)
class _Line:
    """A line at a value: its words, colour, dash, the claim it leads to, how high it reaches, and its label's side."""

    text: str
    value: float
    ink: str
    dash: str
    claim_id: str = ""
    reach: float = 1.0
    side: str = "right"


def draw(numbers: Numbers, style: Style) -> go.Figure:
    """The figure in the style's theme and size."""
    colours = palette(style.theme)
    area = _area(numbers, style)
    if numbers.bins.empty:
        return compose([], area, numbers.words, style)
    hue = colours.hue(numbers.hue)
    lines = _lines(numbers, area, style, colours, hue)
    traces = [*_bars(numbers, colours, hue), *(_drawn(line, area) for line in lines)]
    labels = [_label(line, area, style) for line in lines]
    placed = place(labels, area, bounds(area, right=_ROOM, above=14), _taken(numbers, lines, area))
    notes = [*as_annotations(placed, area, colours), _axis_title(area, style, colours)]
    return compose(traces, area, numbers.words, style, {"annotations": notes, "hoverdistance": 30})


def _area(numbers: Numbers, style: Style) -> NumberArea:
    bins = numbers.bins
    if bins.empty:
        return area_across(style, numbers.words, from_zero(0.0), NumberAxis(0.0, 1.0, ()))
    values = from_zero(float(bins["days"].max()) * _HEADROOM, lines=4)
    return area_across(style, numbers.words, values, _across(numbers, style), right=24)


def _across(numbers: Numbers, style: Style) -> NumberAxis:
    """The axis of sizes: it holds all ranges and the mean, with ticks where ranges begin."""
    bins = numbers.bins
    step = float(bins["high"].iloc[0] - bins["low"].iloc[0]) + 1
    lefts = _lefts(bins)
    low, high = float(lefts[0]), float(lefts[-1]) + step
    if numbers.mean is not None:
        low = min(low, float(np.floor(numbers.mean / step)) * step)
        high = max(high, float(np.ceil(numbers.mean / step)) * step)
    count, most = (high - low) / step, 4 if style.size == "narrow" else 9
    every = step * next(n for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000) if count / n <= most or n == 5000)
    ticks = np.arange(np.ceil(low / every), high / every + 1e-9) * every
    return NumberAxis(low, high, tuple(float(tick) for tick in ticks))


def _bars(numbers: Numbers, colours: Palette, hue: str) -> list[dict[str, Any]]:
    """A bar for each range, as wide as it; that of the day marked is solid."""
    bins, marked = numbers.bins, numbers.marked
    held = np.zeros(len(bins), dtype=bool) if marked is None else _holds(numbers, marked.value)
    wide = (bins["high"] - bins["low"] + 1).to_numpy(dtype="float64")
    bars = {
        "type": "bar",
        "name": "days",
        "x": _lefts(bins) + wide / 2,
        "y": bins["days"].to_numpy(dtype="float64"),
        "width": wide * 0.94,
        "marker": {"color": [hue if h else colours.pale(hue, _PALE) for h in held], "line": {"width": 0}},
    }
    return [answering(bars, [["", _hover(row, numbers.days)] for row in bins.to_dict("records")])]


def _lefts(bins: pd.DataFrame) -> np.ndarray:
    """Where each range begins on the scale: a range of one value stands around it, any other from its first on."""
    lows = bins["low"].to_numpy(dtype="float64")
    return lows - np.where(bins["high"] == bins["low"], 0.5, 0.0)


def _holds(numbers: Numbers, value: float) -> np.ndarray:
    bins = numbers.bins
    return np.asarray((bins["low"] <= value) & (value < bins["high"] + 1))


def _hover(row: dict[Any, Any], days: int) -> str:
    span = f"{wording.number(row['low'])}–{wording.number(row['high'])}"
    size = wording.number(row["low"]) if row["low"] == row["high"] else span
    share = wording.number(round(100 * row["days"] / days, 1))
    return f"<b>{size}</b> a day<br>{many(row['days'], 'day', 'days')}, {share} % of those shown"


def _lines(numbers: Numbers, area: NumberArea, style: Style, colours: Palette, hue: str) -> list[_Line]:
    """The lines for day, mean and median, stepped so that no label at their heads crosses another line."""
    found: list[_Line] = []
    if numbers.marked is not None:
        one = numbers.marked
        text = f"{wording.day(one.day)}: {wording.number(one.value)}"
        found.append(_Line(text, one.value, hue, "solid", one.claim_id))
    if numbers.mean is not None:
        rate = a_day(numbers.mean)
        text = (
            f"{numbers.selection.mean_days}-day mean {rate.removesuffix(' a day') if style.size == 'narrow' else rate}"
        )
        found.append(_Line(text, numbers.mean, hue, "5px,3px"))
    if numbers.median is not None and numbers.days > 1:
        found.append(_Line(f"median {wording.number(numbers.median)}", numbers.median, colours.muted, "2px,2px"))
    size = label_size(style)
    fits = all(
        area.x(line.value) + _LIFT + width(line.text, size, bold=True) + 4 <= area.right + _ROOM for line in found
    )
    ordered = sorted(found, key=lambda line: line.value, reverse=not fits)
    side = "right" if fits else "left"
    return [replace(line, reach=reach, side=side) for line, reach in zip(ordered, _LEVELS, strict=False)]


def _drawn(line: _Line, area: NumberArea) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": line.text,
        "x": np.array([line.value, line.value]),
        "y": np.array([0.0, area.values.high * line.reach]),
        "line": {"color": line.ink, "width": 2, "dash": line.dash},
        "cliponaxis": False,
        "customdata": [[line.claim_id, line.text]] * 2,
        "hovertemplate": "%{customdata[1]}<extra></extra>",
    }


def _label(line: _Line, area: NumberArea, style: Style) -> Label:
    height, bold = area.values.high * line.reach, line.dash == "solid"
    other = "left" if line.side == "right" else "right"
    sides = (line.side, other)
    return Label(
        (line.text,), line.value, height, line.ink, label_size(style), bold=bold, must=True, prefer=sides, lift=_LIFT
    )


def _taken(numbers: Numbers, lines: list[_Line], area: NumberArea) -> list[Box]:
    """The bars and the lines, which labels keep clear of."""
    drawn = [
        Box(area.x(line.value) - 2, area.y(area.values.high * line.reach), area.x(line.value) + 2, area.bottom)
        for line in lines
    ]
    lefts, tops = _lefts(numbers.bins), numbers.bins["days"]
    wide = lefts[1] - lefts[0] if len(lefts) > 1 else area.across.high - area.across.low
    return drawn + [
        Box(area.x(left), area.y(top), area.x(left + wide), area.bottom) for left, top in zip(lefts, tops, strict=True)
    ]


def _axis_title(area: NumberArea, style: Style, colours: Palette) -> dict[str, Any]:
    """What the scales count, below the chart at the left."""
    return {
        "text": "days, by losses reported per day",
        "font": {"size": label_size(style), "color": colours.muted},
        "showarrow": False,
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0,
        "xanchor": "left",
        "yanchor": "top",
        "yshift": -round(1.7 * label_size(style), 1),
        "borderpad": 0,
    }

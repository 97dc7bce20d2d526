"""The daily chart drawn: pale bars as wide as their days, hatched corrections, the mean and the records."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard import wording
from dashboard.charts.daily.labels import labels
from dashboard.charts.daily.numbers import Numbers
from dashboard.charts.daily.words import MEAN_DAYS
from dashboard.figure.axes import DAY_MS, Area, centres, from_zero, milliseconds, widths
from dashboard.figure.labels import as_annotations, place, skyline
from dashboard.figure.palette import Palette, palette
from dashboard.figure.picture import area_of, bounds, compose
from dashboard.figure.view import (
    Style,
    shown_days,
)

_SOLID, _PALE = 0.42, 0.26


def draw(numbers: Numbers, style: Style) -> go.Figure:
    """The figure in the style's theme and size."""
    colours = palette(style.theme)
    area = _area(numbers, style)
    if numbers.bars.empty:
        return compose([], area, numbers.words, style)
    hue = colours.hue(numbers.hue)
    traces = [*_bars(numbers, area, colours, hue), _mean_line(numbers, hue), _record_marks(numbers, hue)]
    room = bounds(area, right=_room(style), above=14)
    placed = place(labels(numbers, area, style, colours, hue), area, room, skyline(numbers.bars, area))
    notes = as_annotations(placed, area, colours)
    extra = {"annotations": notes, "shapes": _shading(numbers, colours), "hovermode": "x", "hoverdistance": 30}
    return compose(traces, area, numbers.words, style, extra)


def _room(style: Style) -> int:
    """The px kept at the right for the label of the mean."""
    return {"page": 104, "narrow": 8, "wide": 140}[style.size]


def _area(numbers: Numbers, style: Style) -> Area:
    bars = numbers.bars
    today = pd.Timestamp(numbers.selection.as_of or "2022-01-01")
    first = bars["start"].min() if len(bars) else today
    last = bars["end"].max() if len(bars) else today
    top = float(bars["per_day"].max()) if len(bars) else 0.0
    lowest = float(bars["per_day"][bars["per_day"] > 0].min()) if (bars["per_day"] > 0).any() else None
    headroom = 1.2 if style.size == "narrow" else 1.0
    values = from_zero(top * headroom, lowest=lowest, log=numbers.selection.log)
    days = shown_days(numbers.selection, first, last)
    days = (max(days[0], first) if len(bars) and numbers.selection.start is None else days[0], days[1])
    return area_of(style, numbers.words, values, days, 16 + _room(style) if len(bars) else 16)


def _bars(numbers: Numbers, area: Area, colours: Palette, hue: str) -> list[dict[str, Any]]:
    """Single days, periods of several days and irregular reports as pale bars; corrections hatched on top of theirs."""
    bars = numbers.bars
    irregular = bars["flags"].str.contains("irregular")
    several = (bars["days"] > 1) & ~irregular
    lumps = bars[bars["correction"] > 0]
    groups = [
        ("days", bars[~several & ~irregular], _SOLID),
        ("several days", bars[several], _PALE),
        ("irregular reports", bars[irregular], _PALE),
    ]
    traces = [_bar(name, rows, area, colours.pale(hue, tone)) for name, rows, tone in groups if len(rows)]
    if len(lumps):
        traces.append(_hatched(lumps, area, colours, hue))
    chosen = bars[bars["claim_ids"].str.split(";").str[-1] == numbers.selection.selected]
    if len(chosen):
        traces.append(_bar("selected", chosen, area, hue) | {"hoverinfo": "skip", "hovertemplate": None})
    return traces


def _bar(name: str, rows: pd.DataFrame, area: Area, colour: str) -> dict[str, Any]:
    heights = np.maximum(_counted_per_day(rows), 0)
    return {
        "type": "bar",
        "name": name,
        "x": centres(rows),
        "y": heights,
        "width": widths(rows, area.day_width),
        "marker": {"color": colour, "line": {"width": 0}},
        "customdata": _hover_cells(rows),
        "hovertemplate": "%{customdata[1]}<extra></extra>",
    }


def _hatched(lumps: pd.DataFrame, area: Area, colours: Palette, hue: str) -> dict[str, Any]:
    """The corrected part of a bar, hatched, on top of the part that counts."""
    return {
        "type": "bar",
        "name": "correction",
        "x": centres(lumps),
        "base": np.maximum(_counted_per_day(lumps), 0),
        "y": (lumps["correction"] / lumps["days"]).to_numpy(dtype="float64"),
        "width": widths(lumps, area.day_width),
        "marker": {
            "color": colours.surface,
            "line": {"width": 0},
            "pattern": {"shape": "/", "fgcolor": hue, "bgcolor": colours.surface, "size": 5, "solidity": 0.35},
        },
        "hoverinfo": "skip",
    }


def _counted_per_day(bars: pd.DataFrame) -> np.ndarray:
    return ((bars["losses"] - bars["correction"]) / bars["days"]).to_numpy(dtype="float64")


def _hover_cells(rows: pd.DataFrame) -> list[list[str]]:
    """For each bar the id of the claim a click opens, and the words of its hover box."""
    return [
        [str(ids).rpartition(";")[2], _hover(row)]
        for ids, row in zip(rows["claim_ids"], rows.to_dict("records"), strict=True)
    ]


def _hover(row: dict[Any, Any]) -> str:
    """Days covered, value, arithmetic, day of publication, and a correction's reason."""
    when = wording.span(row["start"].date(), row["end"].date())
    value = wording.number(row["losses"])
    each = "" if row["days"] == 1 else f" in {row['days']} days, {wording.number(round(row['per_day']))} a day"
    lines = [
        f"<b>{value}</b> reported{each}",
        f"{when}; published {wording.day(row['published'].date())}",
        f"total {wording.number(row['total'])}, before {wording.number(row['total'] - row['losses'])}",
    ]
    if row["correction"]:
        lines.append(f"{wording.number(row['correction'])} of it a correction, left out of means")
    return "<br>".join(lines)


def _mean_line(numbers: Numbers, hue: str) -> dict[str, Any]:
    """The mean at each day's noon, broken wherever days are missing."""
    noons = milliseconds(numbers.mean["day"]) + DAY_MS / 2
    breaks = np.flatnonzero(np.diff(noons) > DAY_MS) + 1
    return {
        "type": "scatter",
        "mode": "lines",
        "name": f"{MEAN_DAYS}-day mean",
        "x": np.insert(noons, breaks, np.nan),
        "y": np.insert(numbers.mean["mean"].to_numpy(dtype="float64").round(1), breaks, np.nan),
        "connectgaps": False,
        "line": {"color": hue, "width": 2.2},
        "hovertemplate": f"%{{y:,.0f}} a day, mean of {MEAN_DAYS} days<extra></extra>",
    }


def _record_marks(numbers: Numbers, hue: str) -> dict[str, Any]:
    records = numbers.records
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "highest to that day",
        "x": centres(records),
        "y": records["losses"].to_numpy(dtype="float64"),
        "marker": {"color": hue, "size": 5, "symbol": "circle"},
        "hoverinfo": "skip",
    }


def _shading(numbers: Numbers, colours: Palette) -> list[dict[str, Any]]:
    """The irregular span as a quiet ground behind its bars."""
    if numbers.irregular_until is None:
        return []
    end = pd.Timestamp(numbers.irregular_until) + pd.Timedelta(days=1)
    return [
        {
            "type": "rect",
            "xref": "x",
            "yref": "paper",
            "x0": f"{numbers.bars['start'].min():%Y-%m-%d}",
            "x1": f"{end:%Y-%m-%d}",
            "y0": 0,
            "y1": 1,
            "fillcolor": colours.shade,
            "line": {"width": 0},
            "layer": "below",
        }
    ]

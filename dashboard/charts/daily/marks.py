"""The daily chart drawn: pale bars as wide as their days, hatched corrections, the mean and the records."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard import wording
from dashboard.charts.daily.labels import labels
from dashboard.charts.daily.numbers import Numbers
from dashboard.charts.daily.units_marks import draw_units
from dashboard.counted import last_claims
from dashboard.figure.axes import DAY_MS, Area, centres, from_zero, milliseconds
from dashboard.figure.bars import answering, corrections, counted_per_day, period_bars, plain_rows
from dashboard.figure.boxes import skyline
from dashboard.figure.labels import as_annotations, place
from dashboard.figure.palette import Palette, palette
from dashboard.figure.picture import area_of, bounds, compose
from dashboard.figure.sizes import sized
from dashboard.figure.view import Style, a_day, shown_days

_SOLID, _PALE = 0.42, 0.26
_TOLD = ["start", "end", "published", "losses", "days", "per_day", "total", "correction"]


def draw(numbers: Numbers, style: Style) -> go.Figure:
    """The figure in the style's theme and size."""
    if numbers.units is not None:
        return draw_units(numbers.units, numbers.selection, numbers.hue, numbers.words, style)
    colours = palette(style.theme)
    area = _area(numbers, style)
    if numbers.bars.empty:
        return compose([], area, numbers.words, style)
    hue = colours.hue(numbers.hue)
    traces = [*_bars(numbers, area, colours, hue), _mean_line(numbers, area, hue), _record_marks(numbers, area, hue)]
    room = bounds(area, right=_room(style), above=14)
    placed = place(labels(numbers, area, style, colours, hue), area, room, skyline(numbers.bars, area))
    notes = as_annotations(placed, area, colours)
    extra = {"annotations": notes, "shapes": _shading(numbers, colours), "hovermode": "x", "hoverdistance": 30}
    return compose(traces, area, numbers.words, style, extra)


def _room(style: Style) -> float:
    """The px kept at the right for the label of the mean."""
    return sized(style, page=104, narrow=8, wide=140)


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
    groups = [
        ("days", bars[~several & ~irregular], _SOLID),
        ("several days", bars[several], _PALE),
        ("irregular reports", bars[irregular], _PALE),
    ]
    pale = [_bar(name, rows, area, colours.pale(hue, tone)) for name, rows, tone in groups if len(rows)]
    lumps = bars[bars["correction"] > 0]
    selected = numbers.selection.selected
    chosen = bars[last_claims(bars) == selected] if selected else bars.iloc[:0]
    hatched = [corrections(lumps, counted_per_day(lumps), area, colours, hue)] if len(lumps) else []
    strong = [period_bars("selected", chosen, counted_per_day(chosen), area, hue)] if len(chosen) else []
    return [*pale, *hatched, *strong]


def _bar(name: str, rows: pd.DataFrame, area: Area, colour: str) -> dict[str, Any]:
    return answering(period_bars(name, rows, counted_per_day(rows), area, colour), _hover_cells(rows))


def _hover_cells(rows: pd.DataFrame) -> list[list[str]]:
    """For each bar the id of the claim a click opens, and the words of its hover box."""
    return [[claim, _hover(row)] for claim, row in zip(last_claims(rows), plain_rows(rows[_TOLD]), strict=True)]


def _hover(row: dict[Any, Any]) -> str:
    """Days covered, value, arithmetic, day of publication, and a correction's reason."""
    when = wording.span(row["start"], row["end"])
    value = wording.number(row["losses"])
    each = "" if row["days"] == 1 else f" in {row['days']} days, {a_day(row['per_day'])}"
    lines = [
        f"<b>{value}</b> reported{each}",
        f"{when}; published {wording.day(row['published'])}",
        f"total {wording.number(row['total'])}, before {wording.number(row['total'] - row['losses'])}",
    ]
    if row["correction"]:
        lines.append(f"{wording.number(row['correction'])} of it a correction, left out of means")
    return "<br>".join(lines)


def _mean_line(numbers: Numbers, area: Area, hue: str) -> dict[str, Any]:
    """The mean at each day's noon, broken wherever days are missing; a lone mean is drawn across its day."""
    known = numbers.mean.dropna()
    days = known["day"] if len(known) == 1 else numbers.mean["day"]
    moments, values = milliseconds(days) + DAY_MS / 2, numbers.mean["mean"]
    if len(known) == 1:
        moments, values = milliseconds(days).repeat(2) + np.array([0, DAY_MS]), known["mean"].repeat(2)
    breaks = np.flatnonzero(np.diff(moments) > DAY_MS) + 1
    return {
        "type": "scatter",
        "mode": "lines",
        "name": f"{numbers.selection.mean_days}-day mean",
        "x": np.insert(moments, breaks, np.nan),
        "y": np.insert(values.to_numpy(dtype="float64").round(1), breaks, np.nan),
        "connectgaps": False,
        "line": {"color": hue, "width": 2.2 if area.day_width > 0.4 else 1.5},
        "hovertemplate": f"%{{y:,.0f}} a day, mean of {numbers.selection.mean_days} days<extra></extra>",
    }


def _record_marks(numbers: Numbers, area: Area, hue: str) -> dict[str, Any]:
    records = numbers.records
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "highest to that day",
        "x": centres(records),
        "y": records["losses"].to_numpy(dtype="float64"),
        "marker": {"color": hue, "size": 5 if area.day_width > 0.4 else 4, "symbol": "circle"},
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

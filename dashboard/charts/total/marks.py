"""The running total drawn: a line, dotted across gaps, with points where reports are sparse."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard import wording
from dashboard.charts.total.numbers import Numbers
from dashboard.figure.axes import DAY_MS, Area, NumberAxis, between, from_zero, milliseconds
from dashboard.figure.bars import plain_rows
from dashboard.figure.boxes import trail
from dashboard.figure.labels import Label, as_annotations, place
from dashboard.figure.palette import palette
from dashboard.figure.picture import area_of, bounds, compose
from dashboard.figure.sizes import label_size, sized
from dashboard.figure.view import Style, shown_days

_APART = 16


def draw(numbers: Numbers, style: Style) -> go.Figure:
    """The figure in the style's theme and size."""
    colours = palette(style.theme)
    area = _area(numbers, style)
    if numbers.reports.empty:
        return compose([], area, numbers.words, style)
    hue = colours.hue(numbers.hue)
    traces = [_across_gaps(numbers, colours.pale(hue, 0.55)), _line(numbers, hue), _points(numbers, area, hue)]
    room = bounds(area, right=_room(style), above=14)
    line = trail(numbers.reports["day"] + pd.Timedelta(days=1), numbers.reports["total"], area)
    notes = as_annotations(place(_labels(numbers, area, style, hue), area, room, line), area, colours)
    return compose(traces, area, numbers.words, style, {"annotations": notes, "hoverdistance": 40, "hovermode": "x"})


def _room(style: Style) -> float:
    """The px kept at the right for the label of the last total."""
    return sized(style, page=116, narrow=8, wide=150)


def _area(numbers: Numbers, style: Style) -> Area:
    reports = numbers.reports
    if reports.empty:
        today = pd.Timestamp(numbers.selection.as_of or date(2022, 1, 1))
        return area_of(style, numbers.words, from_zero(0.0), shown_days(numbers.selection, today, today))
    days = shown_days(numbers.selection, reports["day"].min(), reports["day"].max())
    return area_of(style, numbers.words, _values(numbers, style), days, 16 + _room(style))


def _values(numbers: Numbers, style: Style) -> NumberAxis:
    """The axis of totals, with room above the line's end where the last total has to stand there."""
    low, high = float(numbers.reports["total"].min()), float(numbers.reports["total"].max())
    room = 1.15 if style.size == "narrow" else 1.0
    if not numbers.from_zero:
        return between(low, low + (high - low) * (room + 0.1))
    return from_zero(high * room, lowest=low, log=numbers.selection.log)


def _moments(reports: pd.DataFrame) -> np.ndarray:
    """The end of each day, which is when its total stands."""
    return milliseconds(reports["day"]) + DAY_MS


def _line(numbers: Numbers, hue: str) -> dict[str, Any]:
    """The line through reports of neighbouring days, broken where reports are missing."""
    reports = numbers.reports
    breaks = np.flatnonzero(reports["gap"].to_numpy() > 0)
    x = np.insert(_moments(reports), breaks, np.nan)
    y = np.insert(reports["total"].to_numpy(dtype="float64"), breaks, np.nan)
    return {
        "type": "scatter",
        "mode": "lines",
        "name": "running total",
        "x": x,
        "y": y,
        "connectgaps": False,
        "cliponaxis": False,
        "line": {"color": hue, "width": 2.6},
        "hoverinfo": "skip",
    }


def _across_gaps(numbers: Numbers, colour: str) -> dict[str, Any]:
    """Dotted from one known total to the next across each gap."""
    reports = numbers.reports
    after = np.flatnonzero(reports["gap"].to_numpy() > 0)
    x, y = _moments(reports), reports["total"].to_numpy(dtype="float64")
    nothing = np.full(len(after), np.nan)
    return {
        "type": "scatter",
        "mode": "lines",
        "name": "no report between",
        "x": np.column_stack([x[after - 1], x[after], nothing]).ravel(),
        "y": np.column_stack([y[after - 1], y[after], nothing]).ravel(),
        "connectgaps": False,
        "cliponaxis": False,
        "line": {"color": colour, "width": 1.8, "dash": "dot"},
        "hoverinfo": "skip",
    }


def _points(numbers: Numbers, area: Area, hue: str) -> dict[str, Any]:
    """The known reports: drawn as points beside gaps and where days are broad, else only there to be hovered."""
    reports = numbers.reports
    gap = reports["gap"].to_numpy() > 0
    beside = gap | np.append(gap[1:], False) if len(reports) > 1 else np.array([True])
    sizes = np.where(beside | (area.day_width >= _APART), 6.0, 0.0)
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "known reports",
        "cliponaxis": False,
        "x": _moments(reports),
        "y": reports["total"].to_numpy(dtype="float64"),
        "marker": {"color": hue, "size": sizes, "line": {"width": 0}},
        "customdata": [[row["claim_id"], _hover(row)] for row in plain_rows(reports)],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
    }


def _hover(row: dict[Any, Any]) -> str:
    published = "" if row["published"] is None else f"; published {wording.day(row['published'])}"
    gap = f"<br>{row['gap']} days without a report before" if row["gap"] else ""
    return f"<b>{wording.number(row['total'])}</b> reported in all<br>to {wording.day(row['day'])}{published}{gap}"


def _labels(numbers: Numbers, area: Area, style: Style, hue: str) -> list[Label]:
    """The last total at the line's end, and the first where the span is narrowed."""
    size, reports = label_size(style), numbers.reports
    last, first = reports.iloc[-1], reports.iloc[0]
    day = pd.Timedelta(days=1)
    at_edge = area.right - area.x(last["day"]) < 0.1 * (area.right - area.left) and style.size != "narrow"
    lines = (wording.number(last["total"]), wording.day(last["day"].date()))
    prefer = ("right", "above left") if at_edge else ("above left", "above", "left", "below left")
    labels = [Label(lines, last["day"] + day, float(last["total"]), hue, size, bold=True, must=True, prefer=prefer)]
    if len(reports) > 1 and (first["total"] > 0.1 * last["total"] or not numbers.from_zero):
        lines = (wording.number(first["total"]), wording.day(first["day"].date()))
        labels.append(
            Label(lines, first["day"] + day, float(first["total"]), hue, size, prefer=("below right", "above right"))
        )
    return labels

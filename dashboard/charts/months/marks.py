"""The monthly comparison drawn: figures in the upper panel, differences in the lower."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard import wording
from dashboard.charts.months.labels import PALE, key_of, names, panel_title, room, statement_labels
from dashboard.charts.months.numbers import Numbers
from dashboard.figure.axes import Area, around_zero, centres, from_zero
from dashboard.figure.bars import answering, corrections, period_bars
from dashboard.figure.key import drawn_key, key_height
from dashboard.figure.palette import Palette, palette
from dashboard.figure.picture import area_of, compose, value_axis
from dashboard.figure.sizes import label_size
from dashboard.figure.text import plain
from dashboard.figure.verdicts import VERDICTS
from dashboard.figure.view import Style

_LOWER = 0.26
_FEW_DAYS = 190
_TALLER = 110


def draw(numbers: Numbers, style: Style) -> go.Figure:
    """The figure in the style's theme and size: figures above, differences beneath."""
    colours = palette(style.theme)
    whole = _area(numbers, style)
    if numbers.months.empty:
        return compose([], whole, numbers.words, style)
    upper, lower = _panels(numbers, whole, style)
    high = whole.bottom - whole.top
    kyiv, uk = colours.hue(numbers.hues.get(numbers.b)), colours.hue(numbers.hues.get(numbers.a))
    traces = [
        *_series_bars(numbers, upper, colours, kyiv),
        _rings(numbers, upper, uk),
        *_statement_marks(numbers, upper, colours),
        *_differences(numbers, lower, colours, uk),
    ]
    notes = [*names(numbers, upper, style, kyiv, uk), *statement_labels(numbers, upper, style, colours)]
    shapes, key = drawn_key(key_of(numbers, style, colours), upper, style, colours)
    extra = {
        "shapes": shapes,
        "annotations": [*key, *notes, panel_title(numbers, whole, lower, style, colours)],
        "xaxis": {"anchor": "y2"} | _month_by_month(whole),
        "yaxis": {"domain": [(whole.bottom - upper.bottom) / high, 1]},
        "yaxis2": _difference_axis(lower, colours) | {"domain": [0, (whole.bottom - lower.top) / high]},
        "hoverdistance": 20,
    }
    return compose(traces, whole, numbers.words, style, extra)


def _month_by_month(area: Area) -> dict[str, Any]:
    """A tick a month where there are few; weeks would say nothing here."""
    few = (area.last - area.first).days < _FEW_DAYS
    return {"dtick": "M1", "ticklabelmode": "period"} if few else {}


def _area(numbers: Numbers, style: Style) -> Area:
    months = numbers.months
    if months.empty:
        today = pd.Timestamp(numbers.selection.as_of or "2022-01-01")
        return area_of(style, numbers.words, from_zero(0.0), (today, today))
    top = max(float(frame[column].max()) for frame in (months, numbers.statements) if len(frame) for column in "ab")
    headroom = 1.5 if style.size == "narrow" else 1.3
    above = key_height(key_of(numbers, style, palette(style.theme)), style)
    days = (months["start"].min(), months["end"].max())
    return area_of(
        style,
        numbers.words,
        from_zero(top * headroom, lines=4),
        days,
        16 + room(style),
        above=above,
        taller=_TALLER + above,
    )


def _panels(numbers: Numbers, whole: Area, style: Style) -> tuple[Area, Area]:
    """The areas of the figures and of the differences, with a title between them; the time axis is below both."""
    between = 2.9 * label_size(style)
    lower_high = _LOWER * (whole.bottom - whole.top - between)
    off = pd.concat([numbers.months["difference"], numbers.statements["difference"]])
    values = around_zero(min(float(off.min()), -1.0), max(float(off.max()), 1.0))
    upper = replace(whole, bottom=whole.bottom - lower_high - between)
    return upper, replace(whole, top=whole.bottom - lower_high, values=values)


def _series_bars(numbers: Numbers, area: Area, colours: Palette, hue: str) -> list[dict[str, Any]]:
    """The series by month as pale bars, its corrections hatched on top."""
    months = numbers.months
    lumps = months[months["correction"] > 0]
    bars = period_bars(numbers.b, months, months["b"], area, colours.pale(hue, PALE))
    hatched = [corrections(lumps, lumps["b"], area, colours, hue)] if len(lumps) else []
    return [answering(bars, _cells(months, numbers)), *hatched]


def _cells(rows: pd.DataFrame, numbers: Numbers) -> list[list[str]]:
    """For each row the id of the claim that a click opens, and the words of its hover box."""
    return [[row["claim_id"], _hover(row, numbers)] for row in rows.to_dict("records")]


def _rings(numbers: Numbers, area: Area, hue: str) -> dict[str, Any]:
    """The first figure of each month: hollow where derived, solid where not."""
    months = numbers.months
    size = float(np.clip(area.day_width * 18, 5, 11))
    return {
        "type": "scatter",
        "mode": "markers",
        "name": numbers.a,
        "x": centres(months),
        "y": months["a"].to_numpy(dtype="float64"),
        "marker": {
            "color": hue,
            "size": size,
            "symbol": np.where(months["derived"], "circle-open", "circle").tolist(),
            "line": {"width": 2, "color": hue},
        },
        "hoverinfo": "skip",
    }


def _statement_marks(
    numbers: Numbers, area: Area, colours: Palette, *, differences: bool = False
) -> list[dict[str, Any]]:
    rows = numbers.statements
    if differences:
        rows = rows[rows["claimant"] != numbers.a]
    if rows.empty:
        return []
    column = "difference" if differences else "a"
    inks = [colours.hue(numbers.hues.get(name)) for name in rows["claimant"]]
    mark: dict[str, Any] = {
        "type": "scatter",
        "mode": "markers",
        "name": "single statements",
        "x": centres(rows),
        "y": rows[column].to_numpy(dtype="float64"),
        "marker": {
            "color": inks,
            "size": 8 if area.day_width > 0.5 else 6,
            "symbol": np.where(rows["derived"], "diamond-open", "diamond").tolist(),
            "line": {"width": 1.5, "color": inks},
        },
        "customdata": _cells(rows, numbers),
        "hovertemplate": "%{customdata[1]}<extra></extra>",
    }
    return [mark | {"yaxis": "y2"} if differences else mark]


def _differences(numbers: Numbers, area: Area, colours: Palette, hue: str) -> list[dict[str, Any]]:
    months = numbers.months
    bars = period_bars("difference", months, months["difference"], area, colours.pale(hue, 0.6)) | {"yaxis": "y2"}
    told = answering(bars, _cells(months, numbers))
    return [told, *_statement_marks(numbers, area, colours, differences=True)]


def _hover(row: dict[Any, Any], numbers: Numbers) -> str:
    derived = f"<br>derived from {plain(numbers.b)}" if row["derived"] else ""
    each = "" if row["stated"].endswith("a day") else f", {wording.number(round(row['a'], 1))} a day"
    return (
        f"<b>{plain(row['claimant'])}: {row['stated']}</b>{each}<br>{row['start']:%B %Y}{derived}<br>"
        f"{plain(numbers.b)}: {wording.number(round(row['b'], 1))} a day<br>"
        f"difference {wording.signed(round(row['difference'], 1))} a day: {VERDICTS[row['verdict']]}"
    )


def _difference_axis(area: Area, colours: Palette) -> dict[str, Any]:
    """The axis of the lower panel: a line at zero, and no other gridline."""
    axis = value_axis(area.values) | {"anchor": "x", "showgrid": False}
    axis["ticktext"] = [wording.signed(tick) for tick in area.values.ticks]
    return axis | {"zeroline": True, "zerolinecolor": colours.muted, "zerolinewidth": 1}

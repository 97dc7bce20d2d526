"""The daily chart by week, month or quarter, drawn: bars as wide as the days known, paler where a unit is in part."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard import wording
from dashboard.charts.daily.units import known_words, unit_name
from dashboard.figure.axes import DAY_MS, Area, from_zero
from dashboard.figure.bars import answering, corrections, period_bars
from dashboard.figure.boxes import skyline
from dashboard.figure.labels import Label, as_annotations, place
from dashboard.figure.palette import Palette, palette
from dashboard.figure.picture import area_of, bounds, compose
from dashboard.figure.sizes import label_size
from dashboard.figure.text import width
from dashboard.figure.view import Selection, Style, Words, a_day, shown_days

_SOLID, _PALE = 0.5, 0.24
_WORTH_A_LABEL = 0.02


def draw_units(
    units: pd.DataFrame, selection: Selection, hue_name: str | None, words: Words, style: Style
) -> go.Figure:
    """The figure in the style's theme and size."""
    colours = palette(style.theme)
    area = _area(units, selection, words, style)
    if units.empty:
        return compose([], area, words, style)
    hue = colours.hue(hue_name)
    bars = units.assign(start=units["first"], days=(units["last"] - units["first"]).dt.days + 1, end=units["last"])
    traces = _traces(units, bars, selection, area, colours, hue)
    heads = bars.assign(per_day=bars["per_day"] + np.maximum(bars["correction"] / bars["days"], 0))
    labels = _labels(units, selection, area, style, colours, hue)
    placed = place(labels, area, bounds(area, above=14), skyline(heads, area))
    extra = {"annotations": as_annotations(placed, area, colours), "hovermode": "x", "hoverdistance": 30}
    return compose(traces, area, words, style, extra)


def _area(units: pd.DataFrame, selection: Selection, words: Words, style: Style) -> Area:
    today = pd.Timestamp(selection.as_of or "2022-01-01")
    first = units["first"].min() if len(units) else today
    last = units["last"].max() if len(units) else today
    lumps = np.maximum(units["correction"] / units["known_days"], 0)
    top = float((units["per_day"] + lumps).max()) if len(units) else 0.0
    positive = units["per_day"][units["per_day"] > 0]
    lowest = float(positive.min()) if len(positive) else None
    headroom = 1.2 if style.size == "narrow" else 1.06
    values = from_zero(max(top, 0.0) * headroom, lowest=lowest, log=selection.log)
    return area_of(style, words, values, shown_days(selection, first, last))


def _traces(
    units: pd.DataFrame, bars: pd.DataFrame, selection: Selection, area: Area, colours: Palette, hue: str
) -> list[dict[str, Any]]:
    """Whole units, those in part paler, and the corrections hatched on top of what counts."""
    whole = units["complete"]
    cells = [[row["claim_id"], _hover(row, selection)] for row in units.to_dict("records")]
    told = pd.Series(cells, index=units.index)
    made = []
    for name, rows, tone in (("whole", bars[whole], _SOLID), ("in part", bars[~whole], _PALE)):
        if len(rows):
            heights = np.maximum(rows["per_day"], 0)
            bar = _set_apart(period_bars(name, rows, heights, area, colours.pale(hue, tone)), area)
            made.append(answering(bar, list(told[rows.index])))
    lumps = bars[bars["correction"] > 0]
    if len(lumps):
        made.append(_set_apart(corrections(lumps, lumps["per_day"], area, colours, hue), area))
    return made


def _set_apart(bars: dict[str, Any], area: Area) -> dict[str, Any]:
    """The bars a hairline narrower, where they are broad enough to spare it."""
    pixel = DAY_MS / area.day_width
    return bars | {"width": np.where(bars["width"] > 8 * pixel, bars["width"] - pixel, bars["width"])}


def _hover(row: dict[Any, Any], selection: Selection) -> str:
    known = "" if row["complete"] else f", {known_words(row)} known"
    lines = [
        f"<b>{a_day(row['per_day'])}</b> in {unit_name(row, selection.resolution)}{known}",
        f"{wording.number(row['counted'])} in all, {wording.span(row['first'].date(), row['last'].date())}",
        f"running total at the end {wording.number(row['total'])}",
    ]
    if row["correction"]:
        lines.append(f"besides {wording.number(row['correction'])} that are a correction, left out")
    return "<br>".join(lines)


def _labels(
    units: pd.DataFrame, selection: Selection, area: Area, style: Style, colours: Palette, hue: str
) -> list[Label]:
    """The highest whole unit, how far those in part are known, corrections, then, where all have room, the others."""
    size, unit = label_size(style), selection.resolution
    whole = units[units["complete"]]
    top = None if whole.empty else whole["per_day"].idxmax()
    rows = units.to_dict("index")
    made: list[Label] = []
    if top is not None:
        made.append(
            _label(rows[top], (f"{a_day(rows[top]['per_day'])} in {unit_name(rows[top], unit)}",), hue, size, bold=True)
        )
    made += [
        _label(row, _in_two(known_words(row)), colours.muted, size) for row in rows.values() if not row["complete"]
    ]
    lumps = [row for row in rows.values() if row["correction"] / row["known_days"] > _WORTH_A_LABEL * area.values.high]
    made += [_correction_label(row, colours, size) for row in lumps]
    narrowest = area.day_width * float(units["known_days"][units["complete"]].min()) if len(whole) else 0.0
    if narrowest >= width(wording.number(round(area.values.high)), size) + 6:
        rest = [row for at, row in rows.items() if at != top]
        made += [_label(row, (wording.number(round(row["per_day"])),), colours.muted, size) for row in rest]
    return made


def _in_two(text: str) -> tuple[str, str]:
    """The words in two lines: "7 of 31", "days"."""
    first, _, second = text.rpartition(" ")
    return first, second


def _label(row: dict[Any, Any], lines: tuple[str, ...], ink: str, size: float, *, bold: bool = False) -> Label:
    prefer = ("above",) if bold else ("above", "above left")
    return Label(lines, _middle(row), _head(row), ink, size, bold=bold, must=bold, prefer=prefer, lift=4)


def _correction_label(row: dict[Any, Any], colours: Palette, size: float) -> Label:
    lines = (f"{wording.number(row['correction'])} correct", "earlier days")
    prefer = ("above right", "above", "above left")
    return Label(lines, _middle(row), _head(row), colours.muted, size, leader=True, prefer=prefer, lift=12)


def _middle(row: dict[Any, Any]) -> pd.Timestamp:
    middle: pd.Timestamp = row["first"] + (row["last"] + pd.Timedelta(days=1) - row["first"]) / 2
    return middle


def _head(row: dict[Any, Any]) -> float:
    """The height at which a bar ends, its correction with it."""
    return float(max(row["per_day"], 0) + max(row["correction"], 0) / row["known_days"])

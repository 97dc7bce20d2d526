"""The calendar drawn: a cell a day in steps of one hue, blank ones outlined, corrections hatched, one day ringed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard import wording
from dashboard.charts.heatmap.grid import Grid, grid_of, month_edges, month_names
from dashboard.charts.heatmap.numbers import FIGURE, NONE, SET_ASIDE, SEVERAL, Numbers
from dashboard.figure.axes import NumberAxis
from dashboard.figure.bars import answering, plain_rows
from dashboard.figure.key import Entry, drawn_key, key_height
from dashboard.figure.palette import Palette, palette
from dashboard.figure.picture import area_across, compose
from dashboard.figure.plane import NumberArea
from dashboard.figure.sizes import below, dimensions, label_size, sized
from dashboard.figure.text import plain
from dashboard.figure.view import Style

_WEAKEST = 0.22
_SEAM_PX = 1.5
_CLEAR = 8


def draw(numbers: Numbers, style: Style) -> go.Figure:
    """The figure in the style's theme and size."""
    colours = palette(style.theme)
    if numbers.cells.empty:
        nothing = NumberAxis(0.0, 1.0, ())
        return compose([], area_across(style, numbers.words, nothing, nothing), numbers.words, style)
    days = numbers.cells["day"]
    grid, key = grid_of(days, style), _key(numbers, colours)
    area = _area(numbers, grid, key, style)
    size = _name_size(grid, area, style)
    shapes, notes = drawn_key(key, area, style, colours)
    traces = [
        *_cells(numbers, grid, area, colours),
        _month_lines(grid, days, colours),
        _names(grid, days, size, colours),
    ]
    extra = {
        "shapes": [*shapes, *_ring(numbers, grid, colours)],
        "annotations": notes,
        "xaxis": _days_axis(grid),
        "yaxis": _rows_axis(grid, size, colours),
        "hoverdistance": 4,
    }
    return compose(traces, area, numbers.words, style, extra)


def _area(numbers: Numbers, grid: Grid, key: list[Entry], style: Style) -> NumberArea:
    """The plotting area, as high as its rows on a page; in a picture of fixed size the rows give way."""
    above = key_height(key, style)
    values, across = NumberAxis(-grid.high, 0.0, ()), NumberAxis(0.0, float(grid.columns), ())
    room = dimensions(style)[1] - above - 14 - label_size(style) - below(style)
    taller = grid.high * grid.row_px - room
    area = area_across(style, numbers.words, values, across, above=above, taller=taller)
    return replace(area, left=area.left + _CLEAR)


def _name_size(grid: Grid, area: NumberArea, style: Style) -> float:
    """The size of the names of months and rows: as large as the rows are high, but 12 px at least."""
    row = (area.bottom - area.top) / grid.high
    return min(sized(style, page=13, narrow=12, wide=14), max(12.0, round(row, 1)))


def _tones(numbers: Numbers, colours: Palette) -> list[str]:
    """A colour for each step, from the palest to the claimant's own."""
    hue, last = colours.hue(numbers.hue), max(len(numbers.edges) - 1, 1)
    return [colours.pale(hue, _WEAKEST + (1 - _WEAKEST) * step / last) for step in range(len(numbers.edges))]


def _step_words(edges: tuple[float, ...], step: int) -> str:
    """The sizes that a step stands for: "500–999"; "2,000 or more"."""
    if step == len(edges) - 1:
        return f"{wording.number(edges[step])} or more"
    last = edges[step + 1] - 1
    span = f"{wording.number(edges[step])}–{wording.number(last)}"
    return span if last > edges[step] else wording.number(last)


def _key(numbers: Numbers, colours: Palette) -> list[Entry]:
    """The steps by their sizes, then what is hatched and what is blank, where there is any."""
    steps = [Entry("bar", _step_words(numbers.edges, step), tone) for step, tone in enumerate(_tones(numbers, colours))]
    kinds = set(numbers.cells["kind"])
    hatched = [Entry("hatched", "correction", colours.hue(numbers.hue))] if SET_ASIDE in kinds else []
    blank = [Entry("outline", "no figure", colours.muted)] if kinds & {NONE, SEVERAL} else []
    return [*steps, *hatched, *blank]


def _cells(numbers: Numbers, grid: Grid, area: NumberArea, colours: Palette) -> list[dict[str, Any]]:
    """A trace for each step, one for the hatched days, and one for the blank ones."""
    cells, hue = numbers.cells, colours.hue(numbers.hue)
    outline = {"color": "rgba(0,0,0,0)", "line": {"width": 1, "color": colours.rule}}
    hatch = {"shape": "/", "fgcolor": hue, "bgcolor": colours.surface, "size": 4, "solidity": 0.4}
    groups: list[tuple[str, pd.DataFrame, dict[str, Any]]] = [
        ("no figure", cells[cells["kind"].isin([NONE, SEVERAL])], outline),
        ("correction", cells[cells["kind"] == SET_ASIDE], {"color": colours.surface, "pattern": hatch}),
    ]
    for step, tone in enumerate(_tones(numbers, colours)):
        mine = cells[(cells["kind"] == FIGURE) & (cells["step"] == step)]
        groups.append((_step_words(numbers.edges, step), mine, {"color": tone}))
    return [_bars(name, rows, marker, numbers, grid, area) for name, rows, marker in groups if len(rows)]


def _bars(
    name: str, rows: pd.DataFrame, marker: dict[str, Any], numbers: Numbers, grid: Grid, area: NumberArea
) -> dict[str, Any]:
    wide = (area.right - area.left) / grid.columns
    high = (area.bottom - area.top) / grid.high
    bars = {
        "type": "bar",
        "name": name,
        "x": grid.column(rows["day"]) + 0.5,
        "base": grid.foot(rows["day"]) + _SEAM_PX / high / 2,
        "y": np.full(len(rows), 1 - _SEAM_PX / high),
        "width": np.full(len(rows), 1 - _SEAM_PX / wide),
        "marker": {"line": {"width": 0}} | marker,
    }
    told = answering(bars, [[row["claim_id"], _hover(row)] for row in plain_rows(rows)])
    return told | {"hovertemplate": f"%{{customdata[1]}}<br>{plain(numbers.words.definition)}<extra></extra>"}


def _hover(row: dict[Any, Any]) -> str:
    """The day with its weekday, the figure, when it was published, and why a cell is blank or hatched."""
    when = f"{row['day']:%a} {wording.day(row['day'])}"
    if row["kind"] == NONE:
        return f"<b>{wording.NO_FIGURE}</b> for {when}"
    published = f"published {wording.day(row['published'])}"
    if row["kind"] == SEVERAL:
        span = wording.span(row["start"], row["end"])
        return f"<b>no figure of its own</b>, {when}<br>{wording.number(row['losses'])} for {span}, {published}"
    aside = ""
    if row["correction"]:
        aside = f"<br>{wording.number(row['correction'])} of it a correction, left out of the colours"
    elif row["kind"] == SET_ASIDE:
        aside = "<br>takes back losses reported earlier, left out of the colours"
    return f"<b>{wording.number(row['losses'])}</b> reported, {when}<br>{published}{aside}"


def _month_lines(grid: Grid, days: pd.Series, colours: Palette) -> dict[str, Any]:
    """A fine line between months, so that each can be told without counting weeks."""
    xs, ys = month_edges(grid, days)
    return {
        "type": "scatter",
        "mode": "lines",
        "name": "months",
        "x": np.array(xs),
        "y": np.array(ys),
        "connectgaps": False,
        "line": {"color": colours.muted, "width": 1},
        "hoverinfo": "skip",
    }


def _names(grid: Grid, days: pd.Series, size: float, colours: Palette) -> dict[str, Any]:
    """The names of the months above each year's block."""
    xs, ys, names = month_names(grid, days)
    return {
        "type": "scatter",
        "mode": "text",
        "name": "names of months",
        "x": xs,
        "y": ys,
        "text": names,
        "textposition": "top right",
        "textfont": {"size": size, "color": colours.muted},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _ring(numbers: Numbers, grid: Grid, colours: Palette) -> list[dict[str, Any]]:
    """An outline around the chosen day, or all days that its figure covers."""
    cells, wanted = numbers.cells, numbers.selection.selected
    days = cells[(cells["claim_id"] == wanted) & (cells["claim_id"] != "")]["day"]
    spots = zip(grid.column(days), grid.foot(days), strict=True) if len(days) else ()
    line = {"color": colours.ink, "width": 2}
    return [
        {"type": "rect", "x0": x, "x1": x + 1, "y0": y, "y1": y + 1, "line": line, "fillcolor": "rgba(0,0,0,0)"}
        for x, y in spots
    ]


def _days_axis(grid: Grid) -> dict[str, Any]:
    """No ticks where months are named above their cells; else the days of the month."""
    if grid.by_week:
        return {"tickvals": [], "ticktext": [], "showgrid": False, "ticks": ""}
    days = (1, 5, 10, 15, 20, 25, 31)
    return {"tickvals": [day - 0.5 for day in days], "ticktext": [str(day) for day in days], "showgrid": False}


def _rows_axis(grid: Grid, size: float, colours: Palette) -> dict[str, Any]:
    """Each block's year on the line above it, and the names of some rows, clear of the cells."""
    tops = {year: grid.top_of(year) for year in grid.years}
    years = [(top + 0.75, f"<b>{year}</b>") for year, top in tops.items()]
    rows = [(top - row - 0.5, name) for top in tops.values() for row, name in grid.named]
    return {
        "tickvals": [place for place, _ in (*years, *rows)],
        "ticktext": [text for _, text in (*years, *rows)],
        "tickfont": {"size": size, "color": colours.muted},
        "ticks": "outside",
        "ticklen": 5,
        "tickcolor": "rgba(0,0,0,0)",
        "showgrid": False,
    }

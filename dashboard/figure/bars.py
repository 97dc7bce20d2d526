"""Bars over periods: plain ones, and hatched ones for the part of a figure that is a correction."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from dashboard.figure.axes import DAY_MS, Area, centres, widths
from dashboard.figure.palette import Palette

_THINNEST_PX = 2.0


def period_bars(
    name: str, rows: pd.DataFrame, heights: np.ndarray | pd.Series, area: Area, colour: str
) -> dict[str, Any]:
    """A bar for each row, as wide as its days (`start`, `days`), at the heights per day; silent to a pointer."""
    return {
        "type": "bar",
        "name": name,
        "x": centres(rows),
        "y": np.asarray(heights, dtype="float64"),
        "width": widths(rows, area.day_width),
        "marker": {"color": colour, "line": {"width": 0}},
        "hoverinfo": "skip",
    }


def answering(bars: dict[str, Any], cells: list[list[str]]) -> dict[str, Any]:
    """The marks with what they answer to a pointer: for each a claim's id and the words of its hover box."""
    told = {"customdata": cells, "hovertemplate": "%{customdata[1]}<extra></extra>"}
    return {key: value for key, value in bars.items() if key != "hoverinfo"} | told


def plain_rows(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as dicts of plain values, days as dates; to_dict takes five times as long for what a pointer reads."""
    names = rows.columns.tolist()
    columns = [_plain_cells(rows[name]) for name in names]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _plain_cells(column: pd.Series) -> list[Any]:
    days = column.dtype.kind == "M"
    return list(column.to_numpy().astype("datetime64[D]").tolist() if days else column.tolist())


def counted_per_day(rows: pd.DataFrame) -> np.ndarray:
    """What counts of each row per day, never below zero: its losses without the registered correction."""
    counted = (rows["losses"] - rows["correction"]) / rows["days"]
    return np.maximum(counted.to_numpy(dtype="float64"), 0)


def corrections(
    lumps: pd.DataFrame, base: np.ndarray | pd.Series, area: Area, colours: Palette, hue: str
) -> dict[str, Any]:
    """The corrected part of each row per day, hatched, on top of the part that counts, which is `base` high.

    It is never so thin that it would not be drawn at all.
    """
    heights = (lumps["correction"] / lumps["days"]).to_numpy(dtype="float64")
    hatch = {"shape": "/", "fgcolor": hue, "bgcolor": colours.surface, "size": 5, "solidity": 0.35}
    bars = period_bars("correction", lumps, heights, area, colours.surface)
    marker = bars["marker"] | {"pattern": hatch}
    wide = np.maximum(bars["width"], _THINNEST_PX / area.day_width * DAY_MS)
    return bars | {"base": np.asarray(base, dtype="float64"), "width": wide, "marker": marker}

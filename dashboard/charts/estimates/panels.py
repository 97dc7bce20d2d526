"""The panels of the estimates: one below the other on a page, side by side in a picture, each with its own scale."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from dashboard.charts.estimates.labels import key_of
from dashboard.charts.estimates.numbers import Numbers
from dashboard.charts.estimates.rows import CASUALTIES, KILLED, least, most
from dashboard.figure.axes import Area, NumberAxis, from_zero
from dashboard.figure.key import key_height
from dashboard.figure.palette import Palette, palette
from dashboard.figure.picture import area_of, value_axis
from dashboard.figure.sizes import dimensions, is_picture, label_size, sized
from dashboard.figure.text import fit, plain, width
from dashboard.figure.view import Style, shown_days

PANELS = (KILLED, CASUALTIES)
_TITLES = {KILLED: "Killed", CASUALTIES: "Casualties: killed and wounded, or losses of no stated kind"}
_TALLER = 300
_ROOM_AT_END = 0.01


def panels_shown(numbers: Numbers) -> list[str]:
    """The panels that have anything to show."""
    held = {
        KILLED: len(numbers.floor) > 0 or (len(numbers.line) > 0 and numbers.line_panel == KILLED),
        CASUALTIES: len(numbers.line) > 0 and numbers.line_panel == CASUALTIES,
    }
    return [panel for panel in PANELS if held[panel] or (numbers.points["panel"] == panel).any()]


def beside(style: Style) -> bool:
    """Whether two panels stand side by side: in pictures that are broader than high."""
    broad, high = dimensions(style)
    return is_picture(style) and broad > high


def side_room(style: Style) -> float:
    """The px kept beside a panel for the labels at its lines' ends."""
    return sized(style, page=124, narrow=0, wide=150)


def whole_area(numbers: Numbers, style: Style, shown: list[str]) -> Area:
    """The area of all panels with what lies between them."""
    frames = [frame["day"] for frame in (numbers.points, numbers.floor, numbers.line) if len(frame)]
    if not frames:
        today = pd.Timestamp(numbers.selection.as_of or "2022-01-01")
        return area_of(style, numbers.words, from_zero(0.0), (today, today))
    days = pd.concat(frames)
    first, last = shown_days(numbers.selection, days.min(), days.max())
    if numbers.selection.end is None:
        last += (last - first) * _ROOM_AT_END
        last = last.normalize()
    above = key_height(key_of(numbers, style, palette(style.theme)), style) + title_px(style)
    taller = above + (_TALLER if len(shown) > 1 else 0)
    widest = max((_values(numbers, panel, style) for panel in shown), key=lambda axis: axis.high)
    right = 16 + side_room(style)
    return area_of(style, numbers.words, widest, (first, last), right, above=above, taller=taller)


def panel_areas(numbers: Numbers, whole: Area, style: Style, shown: list[str]) -> dict[str, Area]:
    """The area of each panel shown."""
    areas = {panel: replace(whole, values=_values(numbers, panel, style)) for panel in shown}
    if len(shown) < 2:
        return areas
    if beside(style):
        between = side_room(style) + width("1,500,000", label_size(style)) + 24
        each = (whole.right - whole.left - between) / 2
        first, second = areas[KILLED], areas[CASUALTIES]
        return {KILLED: replace(first, right=whole.left + each), CASUALTIES: replace(second, left=whole.right - each)}
    between = title_px(style) + label_size(style)
    each = (whole.bottom - whole.top - between) / 2
    first, second = areas[KILLED], areas[CASUALTIES]
    return {KILLED: replace(first, bottom=whole.top + each), CASUALTIES: replace(second, top=whole.bottom - each)}


def axes_of(panel: str, style: Style, shown: list[str]) -> dict[str, str]:
    """The names of the axes that a panel's marks go by."""
    second = panel == CASUALTIES and len(shown) > 1
    return {"xaxis": "x2" if second and beside(style) else "x", "yaxis": "y2" if second else "y"}


def layout_of(areas: dict[str, Area], whole: Area, style: Style) -> dict[str, Any]:
    """Plotly's axes, each over its panel; the time axis is below the last of those above one another."""
    high, broad = whole.bottom - whole.top, whole.right - whole.left
    shown = list(areas)
    made: dict[str, Any] = {}
    for panel, area in areas.items():
        names = axes_of(panel, style, shown)
        across = [(area.left - whole.left) / broad, (area.right - whole.left) / broad]
        upwards = [(whole.bottom - area.bottom) / high, (whole.bottom - area.top) / high]
        made[_layout_name(names["yaxis"])] = value_axis(area.values) | {
            "domain": _held(upwards),
            "anchor": names["xaxis"],
        }
        beneath = {"domain": _held(across), "anchor": names["yaxis"]}
        made[_layout_name(names["xaxis"])] = area.across_axis(narrow=style.size != "page") | beneath
    return made


def _layout_name(axis: str) -> str:
    """The axis as the layout calls it: xaxis2 for x2."""
    return f"{axis[0]}axis{axis[1:]}"


def _held(domain: list[float]) -> list[float]:
    return [min(max(edge, 0.0), 1.0) for edge in domain]


def panel_title(panel: str, whole: Area, area: Area, style: Style, colours: Palette) -> dict[str, Any]:
    """What the panel counts, above it at the left."""
    size = label_size(style)
    text = fit(_TITLES[panel], size, area.right - area.left + side_room(style), bold=True)
    short = "Casualties, or losses of no stated kind"
    text = short if text != _TITLES[panel] else text
    return {
        "text": f"<b>{plain(text)}</b>",
        "font": {"size": size, "color": colours.ink},
        "showarrow": False,
        "xref": "paper",
        "yref": "paper",
        "x": (area.left - whole.left) / (whole.right - whole.left),
        "y": min((whole.bottom - area.top) / (whole.bottom - whole.top), 1.0),
        "xanchor": "left",
        "yanchor": "bottom",
        "yshift": 6,
        "borderpad": 0,
    }


def title_px(style: Style) -> float:
    """The px that a panel's title takes above it."""
    return 2.2 * label_size(style)


def _values(numbers: Numbers, panel: str, style: Style) -> NumberAxis:
    """The panel's axis of values, from zero, with room for labels above."""
    mine = numbers.points[numbers.points["panel"] == panel]
    parts = [most(mine), least(mine)]
    parts += [numbers.floor["value"]] if panel == KILLED else []
    parts += [numbers.line["total"]] if panel == numbers.line_panel else []
    heights = pd.concat([part for part in parts if len(part)])
    positive = heights[heights > 0]
    lowest = float(positive.min()) if len(positive) else None
    room = 1.2 if style.size == "narrow" else 1.1
    return from_zero(float(heights.max()) * room, lowest=lowest, log=numbers.selection.log, lines=4)

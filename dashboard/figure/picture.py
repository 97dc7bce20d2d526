"""The picture around a chart: sizes, margins, theme, and for exported pictures the title and the foot inside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard import wording
from dashboard.figure.axes import Area, NumberAxis
from dashboard.figure.boxes import Box
from dashboard.figure.inside import foot_height, head_height, inside, sentence
from dashboard.figure.palette import palette
from dashboard.figure.plane import NumberArea, Plane
from dashboard.figure.sizes import below, dimensions, format_of, is_picture, label_size
from dashboard.figure.text import FAMILY, width
from dashboard.figure.view import Style, Words


@dataclass(frozen=True, slots=True)
class Margins:
    """The px around the plotting area."""

    left: float
    top: float
    right: float
    bottom: float


def area_of(
    style: Style,
    words: Words,
    values: NumberAxis,
    days: tuple[pd.Timestamp, pd.Timestamp],
    right: float = 16,
    *,
    above: float = 0,
    taller: float = 0,
) -> Area:
    """The plotting area: what margins leave. `right` is the room for labels at line ends, `above` that for a key.

    `taller` px are added on a page, for charts of two panels; an exported picture keeps its size.
    """
    return Area(*_edges(style, words, values, right, above, taller), *days, values)


def area_across(
    style: Style,
    words: Words,
    values: NumberAxis,
    across: NumberAxis,
    right: float = 16,
    *,
    above: float = 0,
    taller: float = 0,
) -> NumberArea:
    """The plotting area of a chart whose breadth is a number; the rest as for `area_of`."""
    return NumberArea(*_edges(style, words, values, right, above, taller), across, values)


def _edges(
    style: Style, words: Words, values: NumberAxis, right: float, above: float, taller: float
) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the plotting area in px."""
    broad, high = dimensions(style)
    high += 0 if is_picture(style) else int(taller)
    margin = _margins(style, words, values, right, above)
    return margin.left, margin.top, broad - margin.right, high - margin.bottom


def bounds(area: Plane, *, right: float = 0, above: float = 0) -> Box:
    """The box that labels may fill: the plotting area, with `right` and `above` px of the margins."""
    return Box(area.left, area.top - above, area.right + right, area.bottom)


def compose(
    traces: Sequence[dict[str, Any]],
    area: Plane,
    words: Words,
    style: Style,
    extra: dict[str, Any] | None = None,
) -> go.Figure:
    """The figure of these traces over `area`, in the style's theme and size; `extra` is merged into the layout.

    The parts are checked by the tests, not at each call: Plotly's own check costs more than all the rest.
    """
    colours = palette(style.theme)
    broad, high = dimensions(style)
    high = round(max(high, area.bottom + below(style)))
    layout: dict[str, Any] = {
        "template": template(style),
        "height": high,
        "margin": {"l": area.left, "t": area.top, "r": broad - area.right, "b": high - area.bottom},
        "xaxis": area.across_axis(narrow=style.size == "narrow"),
        "yaxis": value_axis(area.values),
    }
    layout |= {"width": broad, "autosize": False} if is_picture(style) else {"autosize": True}
    more = dict(extra or {})
    notes = [*more.pop("annotations", ()), *inside(words, area, style, colours)]
    if words.empty:
        notes.append(sentence(words.empty, area, style, colours))
        layout["xaxis"] |= {"visible": False}
        layout["yaxis"] |= {"visible": False}
    for axis in ("xaxis", "yaxis"):
        layout[axis] |= more.pop(axis, {})
    return go.Figure(
        {"data": [_handy(trace) for trace in traces], "layout": layout | more | {"annotations": notes}}, _validate=False
    )


def _handy(trace: dict[str, Any]) -> dict[str, Any]:
    """The trace with the texts that a pointer asks for as an array: Plotly copies lists one cell after the other."""
    return trace | ({"customdata": np.array(trace["customdata"])} if trace.get("customdata") else {})


def value_axis(values: NumberAxis) -> dict[str, Any]:
    """Plotly's number axis with grouped tick labels and at most five gridlines."""
    return {
        "type": "log" if values.log else "linear",
        "range": values.plotly_range(),
        "tickmode": "array",
        "tickvals": list(values.ticks),
        "ticktext": [wording.number(tick) for tick in values.ticks],
    }


def template(style: Style) -> dict[str, Any]:
    """The theme as a Plotly template: typeface, inks, quiet axes, no legend, no border; transparent on a page."""
    colours = palette(style.theme)
    size = label_size(style)
    axis = {
        "showline": False,
        "zeroline": False,
        "ticks": "",
        "tickfont": {"size": size, "color": colours.muted},
        "fixedrange": True,
        "automargin": False,
        "title": {"text": ""},
    }
    ground = colours.surface if is_picture(style) else "rgba(0,0,0,0)"
    return {
        "layout": {
            "font": {"family": FAMILY, "size": size, "color": colours.ink},
            "paper_bgcolor": ground,
            "plot_bgcolor": ground,
            "showlegend": False,
            "bargap": 0,
            "barmode": "overlay",
            "dragmode": False,
            "hovermode": "closest",
            "hoverlabel": {
                "bgcolor": colours.surface,
                "bordercolor": colours.rule,
                "align": "left",
                "font": {"family": FAMILY, "size": 14, "color": colours.ink},
            },
            "xaxis": axis | {"showgrid": False, "ticks": "outside", "ticklen": 4, "tickcolor": colours.rule},
            "yaxis": axis | {"showgrid": True, "gridcolor": colours.rule, "gridwidth": 1, "layer": "below traces"},
        }
    }


def config() -> dict[str, Any]:
    """Plotly's configuration: no mode bar, no logo, nothing that would send data anywhere."""
    return {
        "displayModeBar": False,
        "displaylogo": False,
        "showSendToCloud": False,
        "plotlyServerURL": "",
        "scrollZoom": False,
        "doubleClick": False,
        "showTips": False,
    }


def _margins(style: Style, words: Words, values: NumberAxis, right: float, above: float) -> Margins:
    size = label_size(style)
    ticks = max((width(wording.number(tick), size) for tick in values.ticks), default=0) + 10
    if not is_picture(style):
        return Margins(max(ticks, 36), 14 + size + above, right, below(style))
    edge = format_of(style).edge
    top = head_height(words, style) + 1.8 * size + size + above
    return Margins(edge + ticks, top, edge + right, foot_height(words, style) + below(style))

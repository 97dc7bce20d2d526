"""The estimates drawn in two panels: the killed with the named dead as a floor, all casualties with the line."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from dashboard.charts.estimates.labels import key_of, labels_of, taken_by
from dashboard.charts.estimates.numbers import Numbers
from dashboard.charts.estimates.panels import (
    axes_of,
    layout_of,
    panel_areas,
    panel_title,
    panels_shown,
    side_room,
    title_px,
    whole_area,
)
from dashboard.charts.estimates.ranges import bounds_of
from dashboard.charts.estimates.rows import KILLED
from dashboard.charts.estimates.traces import answers, dots, floor_step, total_line
from dashboard.figure.axes import Area
from dashboard.figure.key import drawn_key
from dashboard.figure.labels import as_annotations, place
from dashboard.figure.palette import Palette, palette
from dashboard.figure.picture import bounds, compose
from dashboard.figure.view import Style


def draw(numbers: Numbers, style: Style) -> go.Figure:
    """The figure in the style's theme and size; a panel without any mark is left out."""
    colours, shown = palette(style.theme), panels_shown(numbers)
    whole = whole_area(numbers, style, shown)
    if not shown:
        return compose([], whole, numbers.words, style)
    areas = panel_areas(numbers, whole, style, shown)
    traces, notes = [], []
    for panel, area in areas.items():
        made, labels = _panel(panel, numbers, area, style, colours, axes_of(panel, style, shown))
        traces += made
        notes += [*labels, panel_title(panel, whole, area, style, colours)]
    shapes, key = drawn_key(key_of(numbers, style, colours), whole, style, colours, lift=title_px(style))
    extra = {"shapes": shapes, "annotations": [*key, *notes], "hoverdistance": 24}
    return compose(traces, whole, numbers.words, style, extra | layout_of(areas, whole, style))


def _panel(
    panel: str, numbers: Numbers, area: Area, style: Style, colours: Palette, axes: dict[str, str]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """A panel's traces and the annotations of its labels."""
    points = numbers.points[numbers.points["panel"] == panel].reset_index(drop=True)
    traces = [
        *(floor_step(numbers, colours, axes) if panel == KILLED else []),
        *bounds_of(points, numbers, area, style, colours, axes),
        *(total_line(numbers, colours, axes) if panel == numbers.line_panel else []),
        *dots(points, numbers, style, colours, axes),
        *answers(points, axes),
    ]
    labels = labels_of(panel, points, numbers, area, style, colours)
    room = bounds(area, right=side_room(style) + 6, above=4)
    placed = place(labels, area, room, taken_by(panel, points, numbers, area))
    return traces, as_annotations(placed, area, colours, axes["yaxis"], axes["xaxis"])

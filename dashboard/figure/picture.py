"""The picture around a chart: sizes, margins, theme, and for exported pictures the title and the foot inside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard import wording
from dashboard.figure.axes import Area, NumberAxis, time_axis
from dashboard.figure.labels import Box
from dashboard.figure.palette import Palette, palette
from dashboard.figure.text import FAMILY, lines_of, plain, width, wrap
from dashboard.figure.view import Style, Words

SIZES = {"page": (1160, 440), "narrow": (360, 320), "wide": (1600, 900)}
_TITLE, _SUBTITLE, _FOOT, _EDGE = 36, 20, 15, 56
_LEAST_FOOT = 12
_FOOT_SHARE = 0.27


@dataclass(frozen=True, slots=True)
class Margins:
    """The px around the plotting area."""

    left: float
    top: float
    right: float
    bottom: float


def dimensions(style: Style) -> tuple[int, int]:
    """Width and height of the picture in px, the width being nominal on a page."""
    broad, high = SIZES[style.size]
    return style.width or broad, high


def label_size(style: Style) -> int:
    """The size of labels in px; none in a chart is smaller than 12."""
    return {"page": 13, "narrow": 12, "wide": 17}[style.size]


def area_of(
    style: Style,
    words: Words,
    values: NumberAxis,
    days: tuple[pd.Timestamp, pd.Timestamp],
    right: float = 16,
    taller: float = 0,
) -> Area:
    """The plotting area: what margins leave. `right` is the room for labels at line ends.

    `taller` px are added on a page, for charts of two panels; an exported picture keeps its size.
    """
    broad, high = dimensions(style)
    high += 0 if style.size == "wide" else int(taller)
    margin = _margins(style, words, values, right)
    return Area(margin.left, margin.top, broad - margin.right, high - margin.bottom, *days, values)


def bounds(area: Area, *, right: float = 0, above: float = 0) -> Box:
    """The box that labels may fill: the plotting area, with `right` and `above` px of the margins."""
    return Box(area.left, area.top - above, area.right + right, area.bottom)


def compose(
    traces: Sequence[dict[str, Any]],
    area: Area,
    words: Words,
    style: Style,
    extra: dict[str, Any] | None = None,
    height: float | None = None,
) -> go.Figure:
    """The figure of these traces over `area`, in the style's theme and size; `extra` is merged into the layout.

    `height` in px where it is not what the area and the labels of the time axis below it take.

    The parts are checked by the tests, not at each call: Plotly's own check costs more than all the rest.
    """
    colours = palette(style.theme)
    broad, high = dimensions(style)
    high = round(height or max(high, area.bottom + below(style)))
    layout: dict[str, Any] = {
        "template": template(style),
        "height": high,
        "margin": {"l": area.left, "t": area.top, "r": broad - area.right, "b": high - area.bottom},
        "xaxis": time_axis(area.first, area.last, narrow=style.size == "narrow"),
        "yaxis": value_axis(area.values),
    }
    layout |= {"width": broad, "autosize": False} if style.size == "wide" else {"autosize": True}
    more = dict(extra or {})
    notes = [*more.pop("annotations", ()), *_inside(words, area, style, colours)]
    if words.empty:
        notes.append(_sentence(words.empty, area, style, colours))
        layout["xaxis"] |= {"visible": False}
        layout["yaxis"] |= {"visible": False}
    for axis in ("xaxis", "yaxis"):
        layout[axis] |= more.pop(axis, {})
    return go.Figure({"data": list(traces), "layout": layout | more | {"annotations": notes}}, _validate=False)


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
    ground = colours.surface if style.size == "wide" else "rgba(0,0,0,0)"
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
        "responsive": True,
        "scrollZoom": False,
        "doubleClick": False,
        "showTips": False,
    }


def _margins(style: Style, words: Words, values: NumberAxis, right: float) -> Margins:
    size = label_size(style)
    ticks = max((width(wording.number(tick), size) for tick in values.ticks), default=0) + 10
    if style.size != "wide":
        return Margins(max(ticks, 36), 14 + size, right, below(style))
    head = 34 + len(_title(words)) * _TITLE * 1.2 + len(_subtitle(words)) * _SUBTITLE * 1.35
    foot, foot_size = _foot(words)
    return Margins(_EDGE + ticks, head + 30 + size, _EDGE + right, len(foot) * foot_size * 1.4 + below(style) + 42)


def below(style: Style) -> float:
    """The px that the labels of the time axis take, two lines of them."""
    return 3.3 * label_size(style)


def _title(words: Words) -> list[str]:
    return wrap(words.title, _TITLE, SIZES["wide"][0] - 2 * _EDGE, bold=True)


def _subtitle(words: Words) -> list[str]:
    return wrap(words.subtitle, _SUBTITLE, SIZES["wide"][0] - 2 * _EDGE)


def foot_sentences(words: Words) -> list[str]:
    """What qualifies the picture, one paragraph each: standing of the figures, claimants, what is left out, source."""
    as_of = f" As of {wording.day(words.as_of)}." if words.as_of else ""
    return [
        f"Reported figures, not verified counts.{as_of} {words.basis_words} Definition: {words.definition}.",
        f"Claimants: {'; '.join(words.claimants)}.",
        *([" ".join(words.caveats)] if words.caveats else []),
        f"Source: {words.source}",
    ]


def _foot(words: Words) -> tuple[list[str], float]:
    """The foot's lines and their font size, made smaller (to 12 px) before it takes too much of the picture."""
    broad, high = SIZES["wide"]
    for size in range(_FOOT, _LEAST_FOOT - 1, -1):
        lines = [line for s in foot_sentences(words) for line in wrap(s, size, broad - 2 * _EDGE)]
        most = int(high * _FOOT_SHARE / (size * 1.4))
        if len(lines) <= most:
            return lines, size
    return [*lines[: most - 1], "Further notes are on the page that this picture was saved from."], _LEAST_FOOT


def _inside(words: Words, area: Area, style: Style, colours: Palette) -> list[dict[str, Any]]:
    """Title, subtitle and foot as annotations, for pictures that travel without their page."""
    if style.size != "wide":
        return []
    title, subtitle = _title(words), _subtitle(words)
    foot, size = _foot(words)
    second = 34 + len(title) * _TITLE * 1.2 + 10
    return [
        _block([f"<b>{plain(line)}</b>" for line in title], _TITLE, colours.ink, area, 34),
        _block([plain(line) for line in subtitle], _SUBTITLE, colours.muted, area, second),
        _block([plain(line) for line in foot], size, colours.muted, area, SIZES["wide"][1] - 26, foot=True),
    ]


def _block(
    lines: list[str], size: float, colour: str, area: Area, edge: float, *, foot: bool = False
) -> dict[str, Any]:
    """Lines of text at the picture's left edge: their top at `edge` px from the picture's top, or their foot there."""
    return {
        "text": "<br>".join(lines),
        "font": {"size": size, "color": colour},
        "align": "left",
        "showarrow": False,
        "borderpad": 0,
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 1,
        "xanchor": "left",
        "yanchor": "bottom" if foot else "top",
        "xshift": round(_EDGE - area.left, 1),
        "yshift": round(area.top - edge, 1),
    }


def _sentence(text: str, area: Area, style: Style, colours: Palette) -> dict[str, Any]:
    """What to do, in the middle of an empty chart."""
    size = label_size(style) + 2
    return {
        "text": lines_of(text, size, min(520, 0.9 * (area.right - area.left))),
        "font": {"size": size, "color": colours.muted},
        "showarrow": False,
        "xref": "paper",
        "yref": "paper",
        "x": 0.5,
        "y": 0.5,
    }

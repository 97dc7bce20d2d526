"""Claims drawn as spans over the series: dashed where derived, fading where a bound is open."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard import wording
from dashboard.charts.spans.hedges import SHORT_PX, hedges
from dashboard.charts.spans.labels import ink_of, placed_labels
from dashboard.charts.spans.numbers import BEYOND, Numbers
from dashboard.figure.axes import DAY_MS, HEADROOM, Area, centres, from_zero, milliseconds
from dashboard.figure.bars import counted_per_day, period_bars
from dashboard.figure.key import Entry, drawn_key, key_height
from dashboard.figure.labels import as_annotations
from dashboard.figure.palette import Palette, palette
from dashboard.figure.picture import area_of, compose
from dashboard.figure.text import lines_of, plain
from dashboard.figure.verdicts import VERDICTS
from dashboard.figure.view import Style, shown_days

_PALE = 0.28


def draw(numbers: Numbers, style: Style) -> go.Figure:
    """The figure in the style's theme and size."""
    colours = palette(style.theme)
    area = _area(numbers, style)
    if numbers.spans.empty:
        return compose([], area, numbers.words, style)
    shapes, key = drawn_key(_key(numbers, style, colours), area, style, colours)
    traces = [
        *_series_bars(numbers, area, colours),
        *hedges(numbers, area, colours),
        *_lines(numbers, area, colours),
        *_short_marks(numbers, area, colours),
        _hover_points(numbers, area),
    ]
    notes = [*key, *as_annotations(placed_labels(numbers, area, style, colours), area, colours)]
    extra = {"annotations": notes, "shapes": shapes, "hoverdistance": 24}
    return compose(traces, area, numbers.words, style, extra)


def _area(numbers: Numbers, style: Style) -> Area:
    spans, bars, colours = numbers.spans, numbers.bars, palette(style.theme)
    if spans.empty:
        today = pd.Timestamp(numbers.selection.as_of or "2022-01-01")
        return area_of(style, numbers.words, from_zero(0.0), (today, today))
    heights = pd.concat([spans["height"], bars["per_day"]])
    values = from_zero(
        numbers.top * BEYOND / HEADROOM, lowest=float(heights[heights > 0].min()), log=numbers.selection.log
    )
    reach = pd.concat([frame[["start", "end"]] for frame in (spans, bars) if len(frame)])
    days = shown_days(numbers.selection, reach["start"].min(), reach["end"].max())
    return area_of(style, numbers.words, values, days, above=key_height(_key(numbers, style, colours), style))


def _key(numbers: Numbers, style: Style, colours: Palette) -> list[Entry]:
    """The series beneath by name, and how to read the dashes and the fading where there are any."""
    spans, short = numbers.spans, style.size == "narrow"
    hue = colours.pale(colours.hue(numbers.hues.get(numbers.selection.claimant)), _PALE)
    series = [Entry("bar", numbers.selection.claimant, hue)] if len(numbers.bars) else []
    derived = "derived from another's" if short else "dashed or hollow: derived from another claimant's figures"
    dashed = [Entry("dashed", derived)] if (spans["derived_from"] != "").any() else []
    is_open = spans["low"].isna() != spans["high"].isna()
    fade = [Entry("fade", "open bound" if short else "fading: an open bound")] if is_open.any() else []
    return [*series, *dashed, *fade]


def _series_bars(numbers: Numbers, area: Area, colours: Palette) -> list[dict[str, Any]]:
    """The series beneath, pale; nothing where it has no report."""
    bars = numbers.bars
    if bars.empty:
        return []
    hue = colours.hue(numbers.hues.get(numbers.selection.claimant))
    return [period_bars(numbers.selection.claimant, bars, counted_per_day(bars), area, colours.pale(hue, _PALE))]


def _is_short(spans: pd.DataFrame, area: Area) -> pd.Series:
    return spans["days"] * area.day_width < SHORT_PX


def _lines(numbers: Numbers, area: Area, colours: Palette) -> list[dict[str, Any]]:
    """The spans as lines, one trace for each ink, dashed where derived."""
    spans = numbers.spans[~_is_short(numbers.spans, area)]
    spans = spans.assign(ink=[ink_of(span, numbers, colours) for span in spans.to_dict("records")])
    groups = spans.groupby(["ink", spans["derived_from"] != ""], sort=True)
    return [_line(group, str(ink), dashed=bool(dashed)) for (ink, dashed), group in groups]


def _line(spans: pd.DataFrame, ink: str, *, dashed: bool) -> dict[str, Any]:
    nothing = np.full(len(spans), np.nan)
    height = spans["height"].to_numpy(dtype="float64")
    return {
        "type": "scatter",
        "mode": "lines",
        "name": "derived" if dashed else "claims",
        "x": np.column_stack([milliseconds(spans["start"]), milliseconds(spans["end"]) + DAY_MS, nothing]).ravel(),
        "y": np.column_stack([height, height, nothing]).ravel(),
        "connectgaps": False,
        "line": {"color": ink, "width": 3, "dash": "5px,3px" if dashed else "solid"},
        "hoverinfo": "skip",
    }


def _short_marks(numbers: Numbers, area: Area, colours: Palette) -> list[dict[str, Any]]:
    """Spans too short to be seen as lines, as diamonds in their middle, hollow where derived."""
    spans = numbers.spans[_is_short(numbers.spans, area)]
    if spans.empty:
        return []
    inks = [ink_of(span, numbers, colours) for span in spans.to_dict("records")]
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": "short spans",
            "x": centres(spans),
            "y": spans["height"].to_numpy(dtype="float64"),
            "marker": {
                "color": inks,
                "size": 8 if area.day_width > 0.5 else 5,
                "symbol": np.where(spans["derived_from"] != "", "diamond-open", "diamond").tolist(),
                "line": {"width": 1.5 if area.day_width > 0.5 else 1, "color": inks},
            },
            "hoverinfo": "skip",
        }
    ]


def _hover_points(numbers: Numbers, area: Area) -> dict[str, Any]:
    """Unseen points along each span, so that all of it answers to hover and click."""
    points = [(when, span) for span in numbers.spans.to_dict("records") for when in _along(span, area)]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "claims",
        "x": milliseconds(pd.Series([when for when, _ in points], dtype="datetime64[us]")),
        "y": np.array([span["height"] for _, span in points]),
        "marker": {"size": 16, "opacity": 0},
        "customdata": [[span["claim_id"], _hover(span)] for _, span in points],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
    }


def _along(span: dict[Any, Any], area: Area) -> list[pd.Timestamp]:
    """Moments about 60 px apart along a span, its middle where it is short."""
    count = max(1, int(span["days"] * area.day_width / 60))
    step = pd.Timedelta(days=span["days"]) / count
    moments = [span["start"] + step * (n + 0.5) for n in range(count)]
    end = area.last + pd.Timedelta(days=1)
    return [moment for moment in moments if area.first <= moment <= end]


def _hover(span: dict[Any, Any]) -> str:
    when = wording.span(span["start"].date(), span["end"].date())
    published = f"; published {wording.day(span['published'].date())}" if not pd.isna(span["published"]) else ""
    derived = f"<br>derived from {plain(span['derived_from'])}" if span["derived_from"] else ""
    sentence = f"<br><i>{lines_of(span['sentence'], 14, 420)}</i>" if span["sentence"] else ""
    return (
        f"<b>{plain(span['claimant'])}: {plain(span['stated'])}</b><br>{when}{published}<br>{plain(span['definition'])}"
        f"{derived}<br><b>{VERDICTS[span['verdict']]}</b><br>{lines_of(span['explanation'], 14, 420)}{sentence}"
    )

"""Which spans are named in the picture, and where."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard import wording
from dashboard.charts.spans.numbers import Numbers
from dashboard.charts.spans.repeats import SAME
from dashboard.figure.axes import Area
from dashboard.figure.boxes import Box, skyline
from dashboard.figure.labels import Label, place
from dashboard.figure.palette import Palette
from dashboard.figure.picture import bounds
from dashboard.figure.sizes import label_size
from dashboard.figure.view import Style

_NAMED_OF_EACH = 2
FADE = 0.1


def ink_of(span: Mapping[Any, Any], numbers: Numbers, colours: Palette) -> str:
    """The colour of the claimant behind a span."""
    return colours.hue(numbers.hues.get(span["claimant"]))


def placed_labels(numbers: Numbers, area: Area, style: Style, colours: Palette) -> list[Any]:
    """Names beside spans: the selected claim, then those furthest from the series; of the agreeing the last of each."""
    size = label_size(style)
    labels = _beyond_label(numbers, area, colours, size)
    labels += [_label(span, numbers, area, colours, size) for span in _in_order(numbers).to_dict("records")]
    bars = numbers.bars
    heads = bars.assign(per_day=(bars["losses"] - bars["correction"]) / bars["days"])
    taken = [*skyline(heads, area), *(_box(span, area) for span in numbers.spans.to_dict("records"))]
    return place(labels, area, bounds(area, above=14), taken)


def _beyond_label(numbers: Numbers, area: Area, colours: Palette, size: float) -> list[Label]:
    """What the bars that run beyond the scale reach."""
    if numbers.beyond.empty:
        return []
    highest = numbers.beyond.sort_values("per_day").to_dict("records")[-1]
    right = highest["end"] + pd.Timedelta(days=1)
    text = f"↑ {wording.number(round(highest['per_day']))}, irregular"
    return [Label((text,), right, area.values.high * 0.98, colours.muted, size, must=True, prefer=("right", "left"))]


def _in_order(numbers: Numbers) -> pd.DataFrame:
    """The spans to name, the most important first: no more than two of a claimant, the chosen and the read apart."""
    spans = numbers.spans
    off = spans["percent"].abs().fillna(0.0)
    ranked = spans.assign(chosen=spans["claim_id"] == numbers.selection.selected, off=off.where(off > 100 * SAME, 0.0))
    order = ["chosen", "read", "off", "end", "claim_id"]
    ranked = ranked.sort_values(order, ascending=[False, False, False, False, True], kind="stable")
    ranked = ranked.assign(level=ranked["height"].round(-1)).drop_duplicates(["claimant", "start", "end", "level"])
    place_in_turn = ranked.groupby("claimant").cumcount()
    return ranked[ranked["chosen"] | ranked["read"] | (place_in_turn < _NAMED_OF_EACH)]


def _label(span: dict[Any, Any], numbers: Numbers, area: Area, colours: Palette, size: float) -> Label:
    first = max(span["start"], area.first)
    last = min(span["end"], area.last) + pd.Timedelta(days=1)
    rate = wording.number(round(span["height"]))
    each = "" if span["stated"].endswith(("a day", rate)) else f" = {rate} a day"
    return Label(
        (span["claimant"], f"{span['stated']}{each}"),
        first + (last - first) / 2,
        float(span["height"]),
        ink_of(span, numbers, colours),
        size,
        bold=span["chosen"],
        must=span["chosen"],
        prefer=("above", "above right", "above left"),
        leader=True,
        lift=10,
        also=tuple((first + (last - first) * part, float(span["height"])) for part in (0.25, 0.75)),
    )


def _box(span: dict[Any, Any], area: Area) -> Box:
    left, right = area.x(span["start"]), area.x(span["end"]) + area.day_width
    y = area.y(span["height"])
    rises = pd.isna(span["high"]) and not pd.isna(span["low"])
    top = area.y(span["height"] + FADE * area.values.high) if rises and not area.values.log else y - 4
    return Box(min(left, right - 6), top, max(right, left + 6), y + 4)

"""The bounds of claims: a range as a bar between its bounds, an open bound as a bar that fades towards its open end."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from dashboard.charts.spans.labels import FADE, ink_of
from dashboard.charts.spans.numbers import Numbers
from dashboard.figure.axes import DAY_MS, Area, centres
from dashboard.figure.palette import Palette, translucent

SHORT_PX = 9
_FADE_STEPS = 10
_DENSE = 8


def hedges(numbers: Numbers, area: Area, colours: Palette) -> list[dict[str, Any]]:
    """Ranges as bars between their bounds; open bounds as bars that fade towards the open end, in thin steps."""
    hedged = numbers.spans[numbers.spans[["low", "high"]].notna().any(axis=1)]
    strength = 0.34 if len(hedged) <= _DENSE else 0.15
    pieces = [piece for span in hedged.to_dict("records") for piece in _fade(span, area, strength)]
    if not pieces:
        return []
    inks = [ink_of(span, numbers, colours) for span, *_ in pieces]
    spans = pd.DataFrame([span for span, *_ in pieces])
    least = np.full(len(spans), SHORT_PX / area.day_width * DAY_MS)
    return [
        {
            "type": "bar",
            "name": "bounds",
            "x": centres(spans),
            "base": np.array([base for _, base, _, _ in pieces]),
            "y": np.array([high for _, _, high, _ in pieces]),
            "width": np.maximum(spans["days"].to_numpy(dtype="float64") * DAY_MS, least),
            "marker": {
                "color": [translucent(ink, opacity) for ink, (_, _, _, opacity) in zip(inks, pieces, strict=True)],
                "line": {"width": 0},
            },
            "hoverinfo": "skip",
        }
    ]


def _fade(span: dict[Any, Any], area: Area, strength: float) -> list[tuple[dict[Any, Any], float, float, float]]:
    """The pieces of a span's bounds: the span, foot, height and opacity of each."""
    low, high = span["low"], span["high"]
    if not np.isnan(low) and not np.isnan(high):
        return [(span, low, high - low, strength)] if high > low else []
    upward = 1 if np.isnan(high) else -1
    step = area.values.high * FADE / _FADE_STEPS
    edge = low if upward > 0 else high
    return [
        (span, edge + upward * step * n, upward * step, round(strength * (1 - n / _FADE_STEPS), 3))
        for n in range(_FADE_STEPS)
        if edge + upward * step * (n + 1) >= 0
    ]

"""What a test asks of a drawn figure: Plotly's own check of it, its traces by name, and its texts."""

from __future__ import annotations

import itertools
import re

import numpy as np
import plotly.graph_objects as go

from dashboard.figure import Style
from dashboard.figure.text import width

STYLES = [Style(theme, size) for theme, size in itertools.product(("light", "dark"), ("page", "narrow", "wide"))]
DAY = 86_400_000


def valid(figure: go.Figure) -> go.Figure:
    """The figure rebuilt with Plotly's validation, which raises where a property or value is wrong."""
    return go.Figure(figure.to_plotly_json())


def trace(figure: go.Figure, name: str) -> dict:
    """The one trace of that name, its arrays as lists."""
    (found,) = [t for t in figure.data if t.name == name]
    told = found.to_plotly_json()
    arrays = {key: np.asarray(found[key]).tolist() for key in ("x", "y", "base", "width") if key in told}
    return told | arrays


def names(figure: go.Figure) -> list[str]:
    """The names of the traces."""
    return [t.name for t in figure.data]


def texts(figure: go.Figure) -> str:
    """All annotations, without markup."""
    return re.sub(r"<[^>]+>", " ", " | ".join(a.text for a in figure.layout.annotations))


def boxes(figure: go.Figure) -> list[tuple[float, float, float, float, str]]:
    """Where the picture-bound texts (title, subtitle, foot) stand: left, top, right, bottom in px, and the text."""
    margin, height = figure.layout.margin, figure.layout.height
    found = []
    for note in figure.layout.annotations:
        if note.yref != "paper" or note.y != 1:
            continue
        lines = [re.sub(r"<[^>]+>", "", line) for line in note.text.split("<br>")]
        size = note.font.size
        left = margin.l + note.xshift
        high = len(lines) * size * 1.3
        edge = margin.t - note.yshift
        top = edge if note.yanchor == "top" else edge - high
        right = left + max(width(line, size, bold="<b>" in note.text) for line in lines)
        found.append((left, top, right, min(top + high, height + 1), note.text))
    return found

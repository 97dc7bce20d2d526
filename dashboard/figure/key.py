"""A key of marks above a chart, for what no label beside a mark can say: small samples, each with a few words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from dashboard.figure.palette import Palette, translucent
from dashboard.figure.plane import Plane
from dashboard.figure.sizes import dimensions, format_of, is_picture, label_size
from dashboard.figure.text import plain, width
from dashboard.figure.view import Style

Sample = Literal["bar", "ring", "dot", "dashed", "fade", "hatched", "outline", "line"]
_SAMPLE, _GAP, _BETWEEN = 22, 6, 20
_LINE = 1.5
_FADE = (0.42, 0.32, 0.22, 0.12, 0.05)


@dataclass(frozen=True, slots=True)
class Entry:
    """A sample mark, what it stands for, and its colour; None is that of words that qualify."""

    sample: Sample
    words: str
    colour: str | None = None


def key_height(entries: Sequence[Entry], style: Style) -> float:
    """The px that the key takes above the plotting area."""
    return len(_rows(entries, style)) * label_size(style) * _LINE + 6 if entries else 0.0


def drawn_key(
    entries: Sequence[Entry], area: Plane, style: Style, colours: Palette, lift: float = 0
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The key's shapes and annotations, in px from the plotting area's top left corner, its rows from the top down.

    It stands `lift` px higher where a title is between the key and the area.
    """
    shapes: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    size = label_size(style)
    top = key_height(entries, style) + size * (0.3 if lift else 1) + lift
    for number, row in enumerate(_rows(entries, style)):
        left, middle = 0.0, top - (number + 0.5) * size * _LINE
        for entry in row:
            ink = entry.colour or colours.muted
            shapes += [_placed(part) for part in _sample(entry.sample, left, middle, size, ink)]
            notes.append(_words(entry, left + _SAMPLE + _GAP, middle, size, colours))
            left += _length(entry, size)
    return shapes, notes


def _rows(entries: Sequence[Entry], style: Style) -> list[list[Entry]]:
    """The entries in lines that fit the picture's width."""
    size, room = label_size(style), dimensions(style)[0] - (4 * format_of(style).edge if is_picture(style) else 60)
    rows: list[list[Entry]] = []
    filled = room + 1.0
    for entry in entries:
        if filled + _length(entry, size) - _BETWEEN > room:
            rows.append([])
            filled = 0.0
        rows[-1].append(entry)
        filled += _length(entry, size)
    return rows


def _length(entry: Entry, size: float) -> float:
    return _SAMPLE + _GAP + width(entry.words, size) + _BETWEEN


def _sample(sample: Sample, left: float, middle: float, size: float, ink: str) -> list[dict[str, Any]]:
    """The sample's shapes; that of an open bound is a ground that fades upwards."""
    half, right = size * 0.42, left + _SAMPLE
    if sample in ("dashed", "line"):
        line = {"color": ink, "width": 3, "dash": "5px,3px" if sample == "dashed" else "solid"}
        return [{"type": "line", "x0": left, "x1": right, "y0": middle, "y1": middle, "line": line}]
    if sample in ("ring", "dot"):
        centre, radius = left + _SAMPLE / 2, size * 0.36
        edges = {"x0": centre - radius, "x1": centre + radius, "y0": middle - radius, "y1": middle + radius}
        inner = {"fillcolor": ink} if sample == "dot" else {}
        return [{"type": "circle", "line": {"color": ink, "width": 2}} | edges | inner]
    if sample == "hatched":
        return _hatched(left, right, middle - half, middle + half, ink)
    if sample == "outline":
        plain_ground = _ground(left, right, middle - half, middle + half, "rgba(0,0,0,0)")
        return [plain_ground | {"line": {"color": ink, "width": 1}}]
    if sample == "bar":
        return [_ground(left, right, middle - half, middle + half, ink)]
    step = 2 * half / len(_FADE)
    foot = middle - half
    steps = [
        _ground(left, right, foot + step * n, foot + step * (n + 1), translucent(ink, share))
        for n, share in enumerate(_FADE)
    ]
    line = {"color": ink, "width": 2}
    return [*steps, {"type": "line", "x0": left, "x1": right, "y0": foot, "y1": foot, "line": line}]


def _hatched(left: float, right: float, low: float, high: float, ink: str) -> list[dict[str, Any]]:
    """Slanted strokes, as those of a bar that is left out."""
    rise, every = high - low, (right - left) / 4
    strokes = [(left + every * n, left + every * n + min(rise, every)) for n in range(4)]
    line = {"color": ink, "width": 1.5}
    return [{"type": "line", "x0": x0, "x1": x1, "y0": low, "y1": high, "line": line} for x0, x1 in strokes]


def _ground(left: float, right: float, low: float, high: float, colour: str) -> dict[str, Any]:
    return {"type": "rect", "x0": left, "x1": right, "y0": low, "y1": high, "fillcolor": colour, "line": {"width": 0}}


def _placed(part: dict[str, Any]) -> dict[str, Any]:
    """The shape in px from the plotting area's top left corner, upwards."""
    corner = {"xref": "paper", "yref": "paper", "xanchor": 0, "yanchor": 1}
    return part | corner | {"xsizemode": "pixel", "ysizemode": "pixel"}


def _words(entry: Entry, left: float, middle: float, size: float, colours: Palette) -> dict[str, Any]:
    return {
        "text": plain(entry.words),
        "font": {"size": size, "color": colours.muted},
        "showarrow": False,
        "borderpad": 0,
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 1,
        "xanchor": "left",
        "yanchor": "middle",
        "xshift": round(left, 1),
        "yshift": round(middle, 1),
    }

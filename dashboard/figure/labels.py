"""Direct labels that keep clear of each other and of the edges: placed greedily, the most important first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from dashboard.figure.boxes import Box, Filled
from dashboard.figure.palette import Palette, translucent
from dashboard.figure.plane import Plane
from dashboard.figure.text import plain, width

_LINE = 1.25
_PAD = 3.0
_LIFTS = 9
_FAR = 84.0
_NEAR_LIFTS, _OWN = 4, 3


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of text to stand near a point of the chart; `must` keeps it even where it cannot stand clear.

    `lift` is the px between the mark and the text. `prefer` orders the sides tried: above, below, right,
    left, their corners, and far right or left, which a leader reaches past a neighbour's label.
    `also` are further points at which the mark may be named; a `leader` is a hairline from the mark to the text. A
    label that stays `near` is lifted little, and its leader crosses no mark: it rather does not stand.
    """

    lines: tuple[str, ...]
    when: pd.Timestamp | float
    value: float
    colour: str
    size: float = 13
    bold: bool = False
    must: bool = False
    lift: float = 8
    prefer: tuple[str, ...] = ("above", "right", "left", "below")
    leader: bool = False
    near: bool = False
    also: tuple[tuple[pd.Timestamp | float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A label with the box it was given; `covering` where it had to be put over something."""

    label: Label
    box: Box
    covering: bool


def place(labels: Sequence[Label], area: Plane, bounds: Box, taken: Iterable[Box] = ()) -> list[Placed]:
    """The labels that can stand within `bounds`, clear of `taken` and of those before them; a `must` always stands.

    Leaders cross no label, and no label stands on a leader.
    """
    filled, texts = Filled(taken), Filled()
    placed: list[Placed] = []
    for label in labels:
        variants = [label, *(replace(label, when=when, value=value) for when, value in label.also)]
        options = [(v, box) for v in variants for box in _options(v, area, bounds) if box.inside(bounds)]
        free = next(((v, o) for v, o in options if _is_free(v, o, area, filled, texts)), None)
        chosen = free or (options[0] if label.must and options else None)
        if chosen is None:
            continue
        variant, box = chosen
        placed.append(Placed(variant, box, covering=free is None))
        beside = label.size * 0.4
        padded = Box(box.left - beside, box.top - _PAD, box.right + beside, box.bottom + _PAD)
        texts.add(padded)
        filled.add(padded, *_leader(variant, box, area))
    return placed


def _is_free(label: Label, option: Box, area: Plane, filled: Filled, texts: Filled) -> bool:
    leader = _leader(label, option, area)
    if label.near and filled.meet(*leader[_OWN:]):
        return False
    return not filled.meet(option) and not texts.meet(*leader)


def _leader(label: Label, box: Box, area: Plane) -> list[Box]:
    """The hairline from the label's point to its text, as small boxes; none where the label has no leader."""
    if not label.leader:
        return []
    x, y = area.x(label.when), area.y(label.value)
    to_x, to_y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    count = max(2, int(max(abs(to_x - x), abs(to_y - y)) / 5))
    spots = [(x + (to_x - x) * n / count, y + (to_y - y) * n / count) for n in range(count)]
    pieces = [Box(px - 2, py - 2, px + 2, py + 2) for px, py in spots]
    return [piece for piece in pieces if not piece.meets(box)]


def extent(label: Label) -> tuple[float, float]:
    """Width and height of the label in px."""
    wide = max(width(line, label.size, bold=label.bold) for line in label.lines)
    return wide + 4, len(label.lines) * label.size * _LINE + 2


def _options(label: Label, area: Plane, bounds: Box) -> list[Box]:
    """Where the label could stand, best first: at its sides, then slid along and lifted further."""
    wide, high = extent(label)
    x, y = area.x(label.when), area.y(label.value)
    slide = min(max(x - wide / 2, bounds.left), bounds.right - wide)
    boxes: list[Box] = []
    for step in range(_NEAR_LIFTS if label.near else _LIFTS if label.leader else 2):
        lift = label.lift + step * high * 0.7
        sides = {
            "above": (slide, y - lift - high),
            "below": (slide, y + lift),
            "right": (x + lift, y - high / 2),
            "left": (x - lift - wide, y - high / 2),
            "above right": (x + 2, y - lift - high),
            "above left": (x - wide - 2, y - lift - high),
            "far right": (x + _FAR, y - lift - high),
            "far left": (x - _FAR - wide, y - lift - high),
            "below right": (x + 2, y + lift),
            "below left": (x - wide - 2, y + lift),
        }
        boxes += [Box(left, top, left + wide, top + high) for left, top in (sides[side] for side in label.prefer)]
    return boxes


def as_annotations(
    placed: Sequence[Placed], area: Plane, colours: Palette, yref: str = "y", xref: str = "x"
) -> list[dict[str, Any]]:
    """The placed labels as Plotly annotations, tied to their point so that they move with it; leaders are hairlines."""
    return [_annotation(item, area, colours, yref) | {"xref": xref} for item in placed]


def _annotation(item: Placed, area: Plane, colours: Palette, yref: str) -> dict[str, Any]:
    label, box = item.label, item.box
    x, y = area.x(label.when), area.y(label.value)
    text = "<br>".join(plain(line) for line in label.lines)
    shared = {
        "x": area.across_at(label.when),
        "y": area.values.place(label.value),
        "yref": yref,
        "text": f"<b>{text}</b>" if label.bold else text,
        "font": {"size": label.size, "color": label.colour},
        "align": "left" if box.left >= x else "right" if box.right <= x else "center",
        "borderpad": 0,
    }
    # A ground of its own, so that gridlines do not strike the words through.
    shared["bgcolor"] = translucent(colours.surface, 0.8)
    centre_x, centre_y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    if label.leader:
        return shared | {
            "showarrow": True,
            "arrowhead": 0,
            "arrowwidth": 1,
            "arrowcolor": colours.muted,
            "ax": round(centre_x - x, 1),
            "ay": round(centre_y - y, 1),
            "standoff": 2,
        }
    return shared | {
        "showarrow": False,
        "xanchor": "center",
        "yanchor": "middle",
        "xshift": round(centre_x - x, 1),
        "yshift": round(y - centre_y, 1),
    }

"""Rectangles that labels fill or keep clear of: their meeting, bars as a skyline, and lines as a trail."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.figure.axes import Area


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in px from the picture's top left."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two overlap."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def inside(self, outer: Box) -> bool:
        """Whether this one lies wholly within the other."""
        return (
            self.left >= outer.left
            and self.right <= outer.right
            and self.top >= outer.top
            and self.bottom <= outer.bottom
        )


class Filled:
    """Boxes that are taken; asks all of them at once, since a chart tries some thousand places."""

    def __init__(self, boxes: Iterable[Box] = ()) -> None:
        self._edges = np.array([(box.left, box.top, box.right, box.bottom) for box in boxes], dtype="float64").reshape(
            -1, 4
        )

    def add(self, *boxes: Box) -> None:
        """Take these boxes too."""
        self._edges = np.vstack([self._edges, [(box.left, box.top, box.right, box.bottom) for box in boxes]])

    def meet(self, *boxes: Box) -> bool:
        """Whether any of them overlaps any of the boxes."""
        if not boxes or not len(self._edges):
            return False
        left, top, right, bottom = self._edges.T
        others = np.array([(box.left, box.top, box.right, box.bottom) for box in boxes]).T[:, :, None]
        hit = (left < others[2]) & (right > others[0]) & (top < others[3]) & (bottom > others[1])
        return bool(hit.any())


def skyline(bars: pd.DataFrame, area: Area, step: float = 4.0) -> list[Box]:
    """The tallest of the bars in each few px of the width, as boxes that labels keep clear of.

    `bars` has `start`, `end` (inclusive) and `per_day`.
    """
    tops: dict[int, float] = {}
    edges = area.along(bars["start"]), area.along(bars["end"]) + area.day_width
    for left, right, value in zip(*(edge.tolist() for edge in edges), bars["per_day"].tolist(), strict=True):
        for bin_ in range(int(max(left, area.left) // step), int(min(right, area.right) // step) + 1):
            tops[bin_] = max(tops.get(bin_, 0.0), value)
    return [Box(n * step, area.y(value), (n + 1) * step, area.bottom) for n, value in tops.items()]


def trail(moments: pd.Series, values: pd.Series, area: Area, step: float = 4.0, clear: float = 5.0) -> list[Box]:
    """Small boxes all along a line, which labels keep clear of."""
    if len(moments) == 0:
        return []
    xs = area.along(moments)
    ys = np.array([area.y(value) for value in values])
    at = np.arange(xs[0], xs[-1] + step, step)
    return [
        Box(x - step / 2, y - clear, x + step / 2, y + clear) for x, y in zip(at, np.interp(at, xs, ys), strict=True)
    ]

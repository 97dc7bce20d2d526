"""What labels and pictures need to know of a plotting area, whether its breadth is time or a number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from dashboard import wording
from dashboard.figure.axes import NumberAxis


class Plane(Protocol):
    """A plotting area in px within the picture: where a point of its two axes falls, and Plotly's axis across."""

    @property
    def left(self) -> float:
        """The left edge."""

    @property
    def top(self) -> float:
        """The upper edge."""

    @property
    def right(self) -> float:
        """The right edge."""

    @property
    def bottom(self) -> float:
        """The lower edge."""

    @property
    def values(self) -> NumberAxis:
        """The axis of values, upwards."""

    def x(self, where: Any) -> float:  # noqa: ANN401
        """The px from the picture's left edge."""

    def y(self, value: float) -> float:
        """The px from the picture's top."""

    def across_at(self, where: Any) -> str | float:  # noqa: ANN401
        """The place as an annotation's coordinate."""

    def across_axis(self, *, narrow: bool) -> dict[str, Any]:
        """Plotly's axis across the area."""


@dataclass(frozen=True, slots=True)
class NumberArea:
    """A plotting area whose breadth is a number, such as losses per day or a week of the year."""

    left: float
    top: float
    right: float
    bottom: float
    across: NumberAxis
    values: NumberAxis

    def x(self, where: float) -> float:
        """The px from the picture's left edge."""
        return self.left + self.across.share(where) * (self.right - self.left)

    def y(self, value: float) -> float:
        """The px from the picture's top."""
        return self.bottom - self.values.share(value) * (self.bottom - self.top)

    def across_at(self, where: float) -> float:
        """The place as an annotation's coordinate."""
        return self.across.place(where)

    def across_axis(self, *, narrow: bool) -> dict[str, Any]:
        """Plotly's axis across the area; of a narrow one every other tick is named."""
        named = [wording.number(tick) for tick in self.across.ticks]
        if narrow and len(named) > 5:
            named = [words if number % 2 == 0 else "" for number, words in enumerate(named)]
        return {
            "type": "linear",
            "range": self.across.plotly_range(),
            "tickmode": "array",
            "tickvals": list(self.across.ticks),
            "ticktext": named,
        }

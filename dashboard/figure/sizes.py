"""The sizes of pictures, and of the text in them, by size class."""

from __future__ import annotations

from dashboard.figure.view import Style

SIZES = {"page": (1160, 440), "narrow": (360, 320), "wide": (1600, 900)}
EDGE = 56


def dimensions(style: Style) -> tuple[int, int]:
    """Width and height of the picture in px, the width being nominal on a page."""
    broad, high = SIZES[style.size]
    return style.width or broad, high


def label_size(style: Style) -> int:
    """The size of labels in px; none in a chart is smaller than 12."""
    return {"page": 13, "narrow": 12, "wide": 17}[style.size]


def below(style: Style) -> float:
    """The px that the labels of the time axis take, two lines of them."""
    return 3.3 * label_size(style)

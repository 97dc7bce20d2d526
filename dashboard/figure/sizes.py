"""The sizes of pictures and of the text in them: two for pages, four for pictures that travel without one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dashboard.figure.view import Style


@dataclass(frozen=True, slots=True)
class Format:
    """A size in px and its text sizes; each px is drawn as `scale` px of a PNG and printed as `printed`/96 inch.

    `edge` is kept clear on each side. `title`, `subtitle` and `foot` are 0 where they stand in the page instead of in
    the picture; the foot may take `foot_share` of the height.
    """

    width: int
    height: int
    label: int
    title: int = 0
    subtitle: int = 0
    foot: int = 0
    edge: int = 56
    scale: int = 1
    printed: float = 1.0
    foot_share: float = 0.27


# A slide is read across a room, a sheet of paper (150 px an inch) at arm's length: the text goes by that. In a deck
# the title is the slide's own and stands above the picture.
FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "page": Format(1160, 440, 13, scale=2),
        "narrow": Format(360, 320, 12),
        "wide": Format(1600, 900, 17, 36, 20, 15),
        "slide": Format(1920, 1080, 22, 46, 26, 18, edge=68),
        "square": Format(1080, 1080, 18, 36, 20, 15, edge=48, foot_share=0.21),
        "deck": Format(1920, 900, 22, 46, 26, 18, edge=68),
        "a4": Format(1754, 1240, 21, 42, 25, 18, edge=84, scale=2, printed=0.64),
    }
)
PICTURES = tuple(name for name, one in FORMATS.items() if one.title)
_WIDE_LABEL = FORMATS["wide"].label


def format_of(style: Style) -> Format:
    """The format of the style's size."""
    return FORMATS[style.size]


def is_picture(style: Style) -> bool:
    """Whether title and foot stand in the picture, which travels without a page."""
    return style.size in PICTURES


def dimensions(style: Style) -> tuple[int, int]:
    """Width and height of the picture in px, the width being nominal on a page."""
    size = format_of(style)
    return style.width or size.width, size.height


def label_size(style: Style) -> int:
    """The size of labels in px; none in a chart is smaller than 12."""
    return format_of(style).label


def sized(style: Style, *, page: float, narrow: float, wide: float) -> float:
    """A measure that goes by the size: that of pictures is given for the wide one, and grows with the labels."""
    if is_picture(style):
        return round(wide * label_size(style) / _WIDE_LABEL, 2)
    return narrow if style.size == "narrow" else page


def below(style: Style) -> float:
    """The px that the labels of the time axis take, two lines of them."""
    return 3.3 * label_size(style)

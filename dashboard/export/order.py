"""What is asked for when pictures are made, one or several: which charts, and how they are drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, cast

from dashboard.figure import Style
from dashboard.figure.view import Size, Theme

Form = Literal["png", "svg", "pdf"]
SIZES = ("slide", "wide", "square", "a4")
FORMATS = ("png", "svg", "pdf", "pptx")
THEMES = ("light", "dark", "print")
TITLE = "Reported losses"


@dataclass(frozen=True, slots=True)
class Order:
    """The charts by their names, in their order, and how they are drawn; `captions` by chart, `title` of the whole."""

    charts: tuple[str, ...]
    form: str = "png"
    size: str = "slide"
    theme: str = "light"
    captions: Mapping[str, str] = field(default_factory=dict)
    title: str = TITLE

    @property
    def is_deck(self) -> bool:
        """Whether all pictures come in one file."""
        return self.form == "pptx" or (self.form == "pdf" and len(self.charts) > 1)

    @property
    def native_titles(self) -> bool:
        """Whether titles stand on slides of their own kind instead of in the pictures."""
        return self.form == "pptx"

    @property
    def style(self) -> Style:
        """How each picture is drawn; that of a slide is less high, since the slide's own title stands above it."""
        size = "deck" if self.native_titles and self.size == "slide" else self.size
        return Style(cast(Theme, self.theme), cast(Size, size))

    @property
    def drawn_as(self) -> Form:
        """What each picture is drawn as: pixels for slides, lines for a deck to print, else what is asked for."""
        kinds: dict[str, Form] = {"pptx": "png", "pdf": "svg" if self.is_deck else "pdf", "svg": "svg"}
        return kinds.get(self.form, "png")

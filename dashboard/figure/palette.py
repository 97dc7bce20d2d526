"""Colours by meaning: one hue for each kind of claimant, and the inks and surfaces of each theme; print is in greys.

The hues keep apart under the three colour-blindnesses, Kyiv's and the UK's also in grey print; a test measures both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dashboard.figure.view import Theme
from dashboard.model import Claimant

OTHERS = "slate"


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a theme: `surface` lies behind everything, `ink` writes, `muted` qualifies, `rule` divides."""

    surface: str
    ink: str
    muted: str
    rule: str
    shade: str
    deep_blue: str
    burnt_orange: str
    teal: str
    violet: str
    dark_grey: str
    ochre: str
    slate: str

    def hue(self, name: str | None) -> str:
        """The colour of a hue named in the claimant register; that of the others where the name is unknown."""
        return str(getattr(self, name)) if name in HUES else self.slate

    def of(self, claimant: Claimant | None) -> str:
        """The colour that stands for a claimant."""
        return self.hue(claimant.hue if claimant else None)

    def pale(self, colour: str, strength: float) -> str:
        """The colour thinned towards the surface: 1 is the colour itself, 0 the surface. Opaque, so overlaps hold."""
        return blend(colour, self.surface, strength)


HUES = ("deep_blue", "burnt_orange", "teal", "violet", "dark_grey", "ochre", "slate")
LIGHT = Palette(
    surface="#ffffff",
    ink="#16202b",
    muted="#55606d",
    rule="#d9dee4",
    shade="#eef1f4",
    deep_blue="#0f3f80",
    burnt_orange="#bf571f",
    teal="#0f6864",
    violet="#7f45d1",
    dark_grey="#1f2329",
    ochre="#745000",
    slate="#66788f",
)
DARK = Palette(
    surface="#14181d",
    ink="#eef1f4",
    muted="#a6b0bb",
    rule="#323a44",
    shade="#20262d",
    deep_blue="#6a8ce6",
    burnt_orange="#f39a62",
    teal="#5fd0bf",
    violet="#c79ff5",
    dark_grey="#e6ebf0",
    ochre="#f0d050",
    slate="#878f98",
)
# Greys alone, which a photocopier keeps apart: nothing paler than the rules carries meaning.
PRINT = Palette(
    surface="#ffffff",
    ink="#000000",
    muted="#3a3a3a",
    rule="#c2c2c2",
    shade="#ececec",
    deep_blue="#1c1c1c",
    burnt_orange="#6e6e6e",
    teal="#464646",
    violet="#616161",
    dark_grey="#000000",
    ochre="#545454",
    slate="#757575",
)
_THEMES: Mapping[Theme, Palette] = MappingProxyType({"light": LIGHT, "dark": DARK, "print": PRINT})


def palette(theme: Theme) -> Palette:
    """The colours of the theme."""
    return _THEMES[theme]


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of `#rrggbb`, each 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def blend(colour: str, ground: str, strength: float) -> str:
    """`strength` of the colour over the ground, as an opaque `#rrggbb`."""
    mixed = (round(c * strength + g * (1 - strength)) for c, g in zip(channels(colour), channels(ground), strict=True))
    return "#" + "".join(f"{part:02x}" for part in mixed)


def translucent(colour: str, opacity: float) -> str:
    """The colour as `rgba(…)`, for what lies over other marks."""
    red, green, blue = channels(colour)
    return f"rgba({red},{green},{blue},{opacity:g})"

"""How wide text is in the charts' typeface, and where it breaks; so that nothing is clipped or runs into another.

The advances are those of Arial and of Liberation Sans, which share them; Source Sans 3 is a little narrower, so that
what fits by them fits in all three. The digits of each are of one width.
"""

from __future__ import annotations

import html

FAMILY = '"Source Sans 3", "Liberation Sans", Arial, Helvetica, sans-serif'
LONGEST = 300
_BOLD = 1.07
_WIDE = 0.667
_ADVANCES = {
    0.222: "'ijl’‘|",
    0.278: " !,./:;I[\\]ft·",
    0.333: '()-`r“”{}"',
    0.5: "Jcksvxyz*^",
    0.556: "#$0123456789?L_abdeghnopqu–éáíóúü",
    0.584: "+<=>~×−",
    0.611: "FTZ",
    0.722: "CDHNRUw",
    0.778: "GOQ",
    0.833: "Mm",
    0.889: "%",
    0.944: "W",
    1.0: "—…@",
}
_ADVANCE = {character: advance for advance, characters in _ADVANCES.items() for character in characters}


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width in px of one line of text at a font size in px."""
    ems = sum(_ADVANCE.get(character, _WIDE) for character in text)
    return ems * size * (_BOLD if bold else 1)


def wrap(text: str, size: float, limit: float, *, bold: bool = False) -> list[str]:
    """The text in lines of at most `limit` px; a single longer word keeps a line of its own, cut to fit."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and width(longer, size, bold=bold) > limit:
            lines.append(line)
            line = word
        else:
            line = longer
    return [fit(line, size, limit, bold=bold) for line in (*lines, line) if line]


def balanced(text: str, size: float, limit: float, *, bold: bool = False) -> list[str]:
    """The text in as few lines as `wrap` needs, but of about equal length, so that no last word stands alone."""
    lines = wrap(text, size, limit, bold=bold)
    for share in range(50, 100, 5):
        even = wrap(text, size, limit * share / 100, bold=bold)
        if len(even) == len(lines) and " ".join(even) == " ".join(lines):
            return even
    return lines


def fit(text: str, size: float, limit: float, *, bold: bool = False) -> str:
    """The text, cut with an ellipsis where it is wider than `limit` px."""
    if width(text, size, bold=bold) <= limit:
        return text
    kept = text
    while kept and width(kept + "…", size, bold=bold) > limit:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def plain(text: str) -> str:
    """The text as Plotly shows it literally: markup escaped, control characters out, at most 300 characters."""
    printable = "".join(c for c in text if c.isprintable() or c == " ")
    cut = printable if len(printable) <= LONGEST else printable[: LONGEST - 1].rstrip() + "…"
    return html.escape(cut, quote=False)


def lines_of(text: str, size: float, limit: float, *, bold: bool = False) -> str:
    """The wrapped text, escaped and joined with `<br>`, ready for an annotation or a hover box."""
    return "<br>".join(plain(line) for line in wrap(text, size, limit, bold=bold))

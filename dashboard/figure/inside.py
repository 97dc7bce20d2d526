"""The words inside an exported picture: title and subtitle above the chart, the foot below; and an empty chart's."""

from __future__ import annotations

from typing import Any

from dashboard import wording
from dashboard.figure.palette import Palette
from dashboard.figure.plane import Plane
from dashboard.figure.sizes import EDGE, SIZES, label_size
from dashboard.figure.text import balanced, lines_of, plain, wrap
from dashboard.figure.view import Style, Words

_TITLE, _SUBTITLE, _FOOT = 36, 20, 15
_LEAST_FOOT = 12
_FOOT_SHARE = 0.27
_HEAD, _TAIL = 34, 26


def head_height(words: Words) -> float:
    """The px that title and subtitle take, from the picture's top edge."""
    return _HEAD + len(_title(words)) * _TITLE * 1.2 + len(_subtitle(words)) * _SUBTITLE * 1.35


def foot_height(words: Words) -> float:
    """The px that the foot takes, with the space above and below it."""
    lines, size = _foot(words)
    return len(lines) * size * 1.4 + _TAIL + 16


def _title(words: Words) -> list[str]:
    return balanced(words.title, _TITLE, SIZES["wide"][0] - 2 * EDGE, bold=True)


def _subtitle(words: Words) -> list[str]:
    return wrap(words.subtitle, _SUBTITLE, SIZES["wide"][0] - 2 * EDGE)


def foot_sentences(words: Words) -> list[str]:
    """What qualifies the picture, one paragraph each: standing of the figures, claimants, what is left out, source."""
    as_of = f" As of {wording.day(words.as_of)}." if words.as_of else ""
    return [
        f"Reported figures, not verified counts.{as_of} {words.basis_words} Definition: {words.definition}.",
        f"Claimants: {'; '.join(words.claimants)}.",
        *([" ".join(words.caveats)] if words.caveats else []),
        f"Source: {words.source}",
    ]


def _foot(words: Words) -> tuple[list[str], float]:
    """The foot's lines and their font size, made smaller (to 12 px) before it takes too much of the picture."""
    broad, high = SIZES["wide"]
    for size in range(_FOOT, _LEAST_FOOT - 1, -1):
        lines = [line for s in foot_sentences(words) for line in wrap(s, size, broad - 2 * EDGE)]
        most = int(high * _FOOT_SHARE / (size * 1.4))
        if len(lines) <= most:
            return lines, size
    return [*lines[: most - 1], "Further notes are on the page that this picture was saved from."], _LEAST_FOOT


def inside(words: Words, area: Plane, style: Style, colours: Palette) -> list[dict[str, Any]]:
    """Title, subtitle and foot as annotations, for pictures that travel without their page."""
    if style.size != "wide":
        return []
    title, subtitle = _title(words), _subtitle(words)
    foot, size = _foot(words)
    second = _HEAD + len(title) * _TITLE * 1.2 + 10
    return [
        _block([f"<b>{plain(line)}</b>" for line in title], _TITLE, colours.ink, area, _HEAD),
        _block([plain(line) for line in subtitle], _SUBTITLE, colours.muted, area, second),
        _block([plain(line) for line in foot], size, colours.muted, area, SIZES["wide"][1] - _TAIL, foot=True),
    ]


def _block(
    lines: list[str], size: float, colour: str, area: Plane, edge: float, *, foot: bool = False
) -> dict[str, Any]:
    """Lines of text at the picture's left edge: their top at `edge` px from the picture's top, or their foot there."""
    return {
        "text": "<br>".join(lines),
        "font": {"size": size, "color": colour},
        "align": "left",
        "showarrow": False,
        "borderpad": 0,
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 1,
        "xanchor": "left",
        "yanchor": "bottom" if foot else "top",
        "xshift": round(EDGE - area.left, 1),
        "yshift": round(area.top - edge, 1),
    }


def sentence(text: str, area: Plane, style: Style, colours: Palette) -> dict[str, Any]:
    """What to do, in the middle of an empty chart."""
    size = label_size(style) + 2
    return {
        "text": lines_of(text, size, min(520, 0.9 * (area.right - area.left))),
        "font": {"size": size, "color": colours.muted},
        "showarrow": False,
        "xref": "paper",
        "yref": "paper",
        "x": 0.5,
        "y": 0.5,
    }

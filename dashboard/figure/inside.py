"""The words inside an exported picture: title and subtitle above the chart, the foot below; and an empty chart's."""

from __future__ import annotations

from typing import Any

from dashboard import wording
from dashboard.figure.palette import Palette
from dashboard.figure.plane import Plane
from dashboard.figure.sizes import format_of, is_picture, label_size
from dashboard.figure.text import balanced, lines_of, plain, wrap
from dashboard.figure.view import Style, Words

_LEAST_FOOT = 12
_TITLE_LINE, _SUBTITLE_LINE, _FOOT_LINE = 1.2, 1.35, 1.4
_HEAD, _TAIL = 0.6, 0.46
_LEFT_OUT = "Further notes are on the page of this chart."


def head_height(words: Words, style: Style) -> float:
    """The px that title and subtitle take, from the picture's top edge."""
    size = format_of(style)
    title, subtitle = len(_title(words, style)), len(_subtitle(words, style))
    return size.edge * _HEAD + title * size.title * _TITLE_LINE + subtitle * size.subtitle * _SUBTITLE_LINE


def foot_height(words: Words, style: Style) -> float:
    """The px that the foot takes, with the space above and below it."""
    lines, size = _foot(words, style)
    return len(lines) * size * _FOOT_LINE + format_of(style).edge * _TAIL + 16


def _room(style: Style) -> float:
    """The px across that words may fill."""
    return format_of(style).width - 2 * format_of(style).edge


def _title(words: Words, style: Style) -> list[str]:
    return balanced(words.title, format_of(style).title, _room(style), bold=True)


def _subtitle(words: Words, style: Style) -> list[str]:
    return wrap(words.subtitle, format_of(style).subtitle, _room(style))


def foot_sentences(words: Words) -> list[str]:
    """What qualifies the picture, one paragraph each: standing of the figures, claimants, what is left out, source."""
    as_of = f" As of {wording.day(words.as_of)}." if words.as_of else ""
    return [
        f"Reported figures, not verified counts.{as_of} {words.basis_words} Definition: {words.definition}.",
        f"Claimants: {'; '.join(words.claimants)}.",
        *([" ".join(words.caveats)] if words.caveats else []),
        f"Source: {words.source}",
    ]


def _foot(words: Words, style: Style) -> tuple[list[str], float]:
    """The foot's lines and their font size, made smaller (to 12 px) before it takes too much of the picture.

    Where it still does, notes are left out in favour of what the figures are and where they come from.
    """
    form = format_of(style)
    for size in range(form.foot, _LEAST_FOOT - 1, -1):
        first, *notes, source = [wrap(s, size, _room(style)) for s in foot_sentences(words)]
        lines = [line for paragraph in notes for line in paragraph]
        most = int(form.height * form.foot_share / (size * _FOOT_LINE)) - len(first) - len(source)
        if len(lines) <= most:
            return [*first, *lines, *source], size
    return [*first, *lines[: max(most - 1, 0)], _LEFT_OUT, *source], _LEAST_FOOT


def inside(words: Words, area: Plane, style: Style, colours: Palette) -> list[dict[str, Any]]:
    """Title, subtitle and foot as annotations, for pictures that travel without their page."""
    if not is_picture(style):
        return []
    form, (foot, size) = format_of(style), _foot(words, style)
    title, subtitle = _title(words, style), _subtitle(words, style)
    head = form.edge * _HEAD
    second, last = head + len(title) * form.title * _TITLE_LINE + 10, form.height - form.edge * _TAIL
    heading, left = [f"<b>{plain(line)}</b>" for line in title], form.edge - area.left
    return [
        _block(heading, form.title, colours.ink, left, area.top - head),
        _block([plain(line) for line in subtitle], form.subtitle, colours.muted, left, area.top - second),
        _block([plain(line) for line in foot], size, colours.muted, left, area.top - last, foot=True),
    ]


def _block(lines: list[str], size: float, colour: str, left: float, up: float, *, foot: bool = False) -> dict[str, Any]:
    """Lines of text, `left` and `up` px from the plotting area's top left corner: their top there, or their foot."""
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
        "xshift": round(left, 1),
        "yshift": round(up, 1),
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

"""A deck of pictures as one PDF: an index, a sheet for each picture, and the notes of all of them."""

from __future__ import annotations

import base64
import html
from collections.abc import Sequence

from dashboard import wording
from dashboard.export.piece import Piece, last_day
from dashboard.export.task import PX_IN_INCH, Sheets
from dashboard.figure import Palette

_STYLE = """
@page{size:%(wide)gpx %(high)gpx;margin:0}
body{margin:0;background:%(surface)s}
#drawing{font:%(text)gpx/1.5 "Source Sans 3",sans-serif;font-variant-ligatures:none;color:%(ink)s}
#drawing section{box-sizing:border-box;width:%(wide)gpx;break-before:page}
#drawing section.words{padding:%(edge)gpx;box-decoration-break:clone;-webkit-box-decoration-break:clone}
#drawing section.picture{height:%(high)gpx;overflow:hidden;position:relative;display:flex;flex-direction:column}
#drawing section:first-child{break-before:auto}
#drawing h1{font-size:2em;line-height:1.2;margin:0 0 .6em}
#drawing .words h2{font-size:1.15em;line-height:1.3;margin:1.4em 0 .3em;break-after:avoid}
#drawing .picture h2{position:absolute;left:0;top:0;margin:0;font-size:1px;line-height:1px;color:%(surface)s}
#drawing p{margin:0 0 .4em;break-inside:avoid}
#drawing .picture p{margin:0;padding:.7em %(edge)gpx 0;flex:none;font-weight:600}
#drawing .picture img{display:block;min-height:0;flex:1 1 0;width:%(wide)gpx;object-fit:contain}
#drawing ol{margin:0;padding-left:1.4em}
#drawing li{margin:0 0 .6em}
#drawing a{color:%(ink)s}
#drawing .muted{color:%(muted)s}
"""


def pdf_deck(
    pictures: Sequence[tuple[Piece, bytes]], size: tuple[int, int], printed: float, colours: Palette, title: str
) -> Sheets:
    """The pages of a deck: an index, a sheet of `size` px for each picture (SVG), and the notes of all of them."""
    wide, high = size[0] * printed, size[1] * printed
    style = _STYLE % {
        "wide": wide,
        "high": high,
        "text": max(high / 44, 13),
        "edge": high * 0.06,
        "surface": colours.surface,
        "ink": colours.ink,
        "muted": colours.muted,
    }
    sheets = "".join(_picture(number, *one) for number, one in enumerate(pictures, 1))
    pieces = [piece for piece, _ in pictures]
    body = f"{_index(pieces, title)}{sheets}{_notes(pieces)}"
    return Sheets(body, style, title, wide / PX_IN_INCH, high / PX_IN_INCH)


def _index(pieces: Sequence[Piece], title: str) -> str:
    entries = "".join(
        f'<li><a href="#chart-{number}">{html.escape(piece.words.title)}</a></li>'
        for number, piece in enumerate(pieces, 1)
    )
    day = last_day(pieces)
    told = f"Reported figures, not verified counts.{f' As of {wording.day(day)}.' if day else ''}"
    return (
        f'<section class="words"><h1>{html.escape(title)}</h1><p class="muted">{html.escape(told)}</p>'
        f'<ol>{entries}</ol><p><a href="#notes">Notes and sources</a></p></section>'
    )


def _picture(number: int, piece: Piece, svg: bytes) -> str:
    """A sheet with the picture; its heading is for the outline and for readers who listen, since the picture has it."""
    caption = f"<p>{html.escape(piece.caption)}</p>" if piece.caption else ""
    return (
        f'<section class="picture" id="chart-{number}"><h2>{html.escape(piece.words.title)}</h2>{caption}'
        f'<img alt="{html.escape(piece.alternative)}" '
        f'src="data:image/svg+xml;base64,{base64.b64encode(svg).decode()}"></section>'
    )


def _notes(pieces: Sequence[Piece]) -> str:
    told = "".join(
        f"<h2>{html.escape(piece.words.title)}</h2>{''.join(f'<p>{html.escape(line)}</p>' for line in piece.notes())}"
        for piece in pieces
    )
    return f'<section class="words" id="notes"><h1>Notes and sources</h1>{told}</section>'

"""Several pictures as one file: a deck as PPTX or PDF, or a folder in a ZIP."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from dashboard.export.deck import deck
from dashboard.export.order import Order
from dashboard.export.pdf import dated
from dashboard.export.piece import Piece, last_day
from dashboard.export.renderer import Renderer
from dashboard.export.sheets import pdf_deck
from dashboard.figure import format_of, palette

_NAME = "reported-losses"
_FIRST_TIME = (1980, 1, 1, 0, 0, 0)


def deck_of(
    order: Order, pictures: Sequence[tuple[Piece, bytes]], renderer: Renderer, template: Path | None = None
) -> bytes:
    """The deck of the pictures, drawn as the order says: PPTX, in a template's masters where one is given, or PDF."""
    colours = palette(order.style.theme)
    if order.form == "pptx":
        return deck(pictures, colours, template)
    size = format_of(order.style)
    sheets = pdf_deck(pictures, (size.width, size.height), size.printed, colours, order.title)
    return dated(renderer.print_sheets(sheets), last_day([piece for piece, _ in pictures]))


def deck_name(order: Order, pieces: Sequence[Piece]) -> str:
    """The deck's file name: that of its one chart, or of all of them."""
    first = pieces[0]
    return f"{first.stem if len(pieces) == 1 else first.stem.replace(first.name, _NAME, 1)}.{order.form}"


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files as a ZIP, the same bytes for the same files: without the clock, pictures not packed again."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for name, content in files.items():
            how = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
            packed.writestr(zipfile.ZipInfo(name, _FIRST_TIME), content, how)
    return made.getvalue()

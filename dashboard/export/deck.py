"""A deck of slides: a native title, the picture with its text alternative, and notes for whoever speaks."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime, time
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR
from pptx.exc import PackageNotFoundError
from pptx.util import Emu, Inches, Pt

from dashboard.errors import ExportError
from dashboard.export.piece import Piece, last_day
from dashboard.figure import Palette

_WIDE, _HIGH = Inches(13.333), Inches(7.5)
_TITLE_HIGH, _EDGE = Inches(1.25), Inches(0.47)
_TITLE_SIZE, _TITLE_FACE = Pt(28), "Arial"
_CAPTION_HIGH, _CAPTION_SIZE = Inches(0.6), Pt(16)
_STARTED = datetime(2022, 2, 24)


def deck(pictures: Sequence[tuple[Piece, bytes]], colours: Palette, template: Path | None = None) -> bytes:
    """The PPTX of the pictures (PNG), in their order; in the masters and the size of a template where one is given."""
    made = _opened(template)
    layout = _title_only(made)
    for piece, png in pictures:
        _slide(made.slides.add_slide(layout), piece, png, made, None if template else colours)
    _properties(made, [piece for piece, _ in pictures])
    saved = io.BytesIO()
    made.save(saved)
    return saved.getvalue()


def _opened(template: Path | None) -> Any:  # noqa: ANN401
    """An empty deck: ours, or the template without its slides."""
    if template is None:
        made = Presentation()
        made.slide_width, made.slide_height = _WIDE, _HIGH
        return made
    try:
        made = Presentation(str(template))
    except (PackageNotFoundError, KeyError, ValueError, OSError, zipfile.BadZipFile) as error:
        raise ExportError(
            f"{template}: no PowerPoint file that can be read ({error}); give a .pptx or .potx"
        ) from error
    listed = made.slides._sldIdLst  # python-pptx has no other way to take slides out
    for slide in list(listed):
        made.part.drop_rel(slide.rId)
        listed.remove(slide)
    return made


def _title_only(made: Any) -> Any:  # noqa: ANN401
    """The layout with a title and as little else as there is."""
    titled = [one for one in made.slide_layouts if any(p.placeholder_format.type in (1, 3) for p in one.placeholders)]
    if not titled:
        raise ExportError("the template has no slide layout with a title; add one, such as “Title Only”")
    return min(titled, key=lambda one: len(one.placeholders))


def _slide(slide: Any, piece: Piece, png: bytes, made: Any, colours: Palette | None) -> None:  # noqa: ANN401
    slide.shapes.title.text = piece.words.title
    for other in [p for p in slide.placeholders if p.placeholder_format.idx != 0]:
        other.element.getparent().remove(other.element)
    top: int = _TITLE_HIGH
    if colours is None:
        title = slide.shapes.title
        top = Emu((title.top or 0) + (title.height or _TITLE_HIGH))
    else:
        _own_look(slide, colours)
    if piece.caption:
        top += _caption(slide, piece.caption, made.slide_width, top, colours)
    _picture(slide, piece, png, (made.slide_width, made.slide_height), top)
    slide.notes_slide.notes_text_frame.text = "\n".join(piece.notes())


def _own_look(slide: Any, colours: Palette) -> None:  # noqa: ANN401
    """Ground and title in the picture's own colours."""
    slide.background.fill.solid()
    slide.background.fill.fore_color.rgb = RGBColor.from_string(colours.surface[1:])
    title = slide.shapes.title
    title.left, title.top, title.width, title.height = _EDGE, Inches(0.15), _WIDE - 2 * _EDGE, _TITLE_HIGH - Inches(0.2)
    frame = title.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = 0
    for paragraph in frame.paragraphs:
        paragraph.alignment = 1
        for run in paragraph.runs:
            run.font.size, run.font.bold, run.font.name = _TITLE_SIZE, True, _TITLE_FACE
            run.font.color.rgb = RGBColor.from_string(colours.ink[1:])


def _caption(slide: Any, text: str, wide: int, top: int, colours: Palette | None) -> int:  # noqa: ANN401
    """The caption in a box of its own below the title; gives its height."""
    box = slide.shapes.add_textbox(_EDGE, top, wide - 2 * _EDGE, _CAPTION_HIGH)
    box.name, frame = "Caption", box.text_frame
    frame.word_wrap, frame.text = True, text
    frame.margin_left = frame.margin_right = 0
    for run in frame.paragraphs[0].runs:
        run.font.size = _CAPTION_SIZE
        if colours is not None:
            run.font.name, run.font.color.rgb = _TITLE_FACE, RGBColor.from_string(colours.ink[1:])
    return int(_CAPTION_HIGH)


def _picture(slide: Any, piece: Piece, png: bytes, size: tuple[int, int], top: int) -> None:  # noqa: ANN401
    """The picture below the title, as large as it can be, with its text alternative."""
    shape = slide.shapes.add_picture(io.BytesIO(png), 0, top)
    share = min(size[0] / shape.width, (size[1] - top) / shape.height)
    shape.width, shape.height = int(shape.width * share), int(shape.height * share)
    shape.left = (size[0] - shape.width) // 2
    shape.name = f"Chart {piece.name}"
    shape._element.nvPicPr.cNvPr.set("descr", piece.alternative)


def _properties(made: Any, pieces: Sequence[Piece]) -> None:  # noqa: ANN401
    """Who made the deck, and the as-of date as its time, so that the clock is not in it."""
    day = last_day(pieces)
    when = datetime.combine(day, time()) if day else _STARTED
    core = made.core_properties
    core.title, core.author, core.last_modified_by = "Reported Losses", "Reported Losses", "Reported Losses"
    core.created = core.modified = when
    core.comments = "Reported figures, not verified counts."

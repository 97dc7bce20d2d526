"""A brief written as a file: HTML, Markdown or a PDF of one page, with its picture inside or beside it."""

from __future__ import annotations

import base64
import re

from dashboard.errors import ExportError
from dashboard.export.pdf import dated
from dashboard.export.piece import finished
from dashboard.export.renderer import Renderer
from dashboard.web.brief.content import Brief
from dashboard.web.brief.html import as_sheet

# The largest text, in px, with which all stands on one page.
_TEXTS = (14.0, 13.25, 12.5, 11.75, 11.0, 10.25, 9.5, 8.75)
_PAGE = re.compile(rb"/Type /Page\b")


def picture_of(brief: Brief, renderer: Renderer) -> bytes:
    """The brief's chart as a PNG that says what it shows."""
    return finished(brief.chart, "png", renderer.draw(brief.chart.job("png")))


def as_pdf(brief: Brief, renderer: Renderer) -> bytes:
    """The brief on one A4 page, its chart in lines; raises ExportError where even the smallest text does not fit."""
    address = data_address(renderer.draw(brief.chart.job("svg")), "image/svg+xml")
    for text in _TEXTS:
        pdf = renderer.print_sheets(as_sheet(brief, address, text))
        if len(_PAGE.findall(pdf)) == 1:
            return dated(pdf, brief.day)
    raise ExportError("the brief does not fit on one page; write it as HTML or Markdown")


def data_address(content: bytes, kind: str) -> str:
    """The bytes as an address that holds them."""
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"

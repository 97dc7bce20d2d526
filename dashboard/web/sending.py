"""A chart with its words as the bytes that a page fetches."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

import brotli
from plotly.basedatatypes import BaseFigure

from dashboard.figure import Words, foot_sentences
from dashboard.figure.outline import outlined
from dashboard.web.packing import packed

_QUALITY = 6


@dataclass(frozen=True, slots=True)
class Sent:
    """A chart as JSON compressed by brotli, and the tag that tells it from every other."""

    compressed: bytes
    tag: str

    def plain(self) -> bytes:
        """The JSON text as it was before it was compressed."""
        return bytes(brotli.decompress(self.compressed))


def sent(words: Words, figure: BaseFigure) -> Sent:
    """The chart's title, subtitle, foot, text alternative and figure."""
    told = {
        "title": words.title,
        "subtitle": words.subtitle,
        "foot": foot_sentences(words),
        "label": f"Chart. {words.title}. {words.subtitle}",
    }
    # The figure is JSON already; it takes the place of the closing brace.
    plain = f'{json.dumps(told, ensure_ascii=False)[:-1]}, "figure":{packed(outlined(figure))}}}'.encode()
    return Sent(brotli.compress(plain, quality=_QUALITY), hashlib.sha256(plain).hexdigest()[:32])

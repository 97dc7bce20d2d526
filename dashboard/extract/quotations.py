"""Quotations that run over several sentences: one speaker says all of them."""

from __future__ import annotations

from dashboard.extract.page import Page
from dashboard.extract.sentences import Sentence

_LONGEST = 2000
_MARK = '"'


def quoting(page: Page, sentence: Sentence) -> bool:
    """Whether a sentence opens with words that the one quoted before goes on with; a mere term in marks is none."""
    text = page.cleaned.text
    if _paragraph_before(page, sentence).count(_MARK) % 2 == 1:
        return True
    if not text.startswith(_MARK, sentence.start):
        return False
    close = text.find(_MARK, sentence.start + 1, sentence.end)
    return close < 0 or text[close - 1] in ".,!?" or close > sentence.end - 3


def ends_quote(page: Page, sentence: Sentence) -> bool:
    """Whether a sentence goes on with a quotation opened before it and then tells who speaks."""
    inside = _paragraph_before(page, sentence).count(_MARK) % 2 == 1
    return inside and _MARK in page.cleaned.text[sentence.start : sentence.end]


def _paragraph_before(page: Page, sentence: Sentence) -> str:
    """What stands before a sentence in its paragraph."""
    block = page.cleaned.blocks[sentence.block]
    return page.cleaned.text[max(block.start, sentence.start - _LONGEST) : sentence.start]

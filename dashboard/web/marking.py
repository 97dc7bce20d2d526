"""A document's text cut at its figures, so that each can be marked where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from textwrap import shorten

from dash import html
from dash.development.base_component import Component

from dashboard.model import Claim, Document, Extraction, Rejection
from dashboard.web.page import Content, link
from dashboard.web.view import View

_FIRST_WORDS = 70


@dataclass(frozen=True, slots=True)
class Mark:
    """A half-open range of the text, and what stands there: a claim with its number, or a figure set aside."""

    start: int
    end: int
    what: Claim | Rejection
    number: int = 0


def named(document: Document) -> str:
    """What a page calls a document: its title, else the first words of its text."""
    return document.title or shorten(document.text, _FIRST_WORDS, placeholder=" …") or document.id


def marks(read: Extraction) -> list[Mark]:
    """The marks in order, none overlapping another: where two do, the earlier and longer one stands."""
    found = [_mark(claim, i) for i, claim in enumerate(read.claims, 1)]
    found += [Mark(one.evidence.start, one.evidence.end, one) for one in read.rejections]
    kept: list[Mark] = []
    for mark in sorted((m for m in found if m), key=lambda m: (m.start, isinstance(m.what, Rejection), -m.end)):
        if mark.start < mark.end <= len(read.document.text) and (not kept or mark.start >= kept[-1].end):
            kept.append(mark)
    return kept


def marked(read: Extraction, view: View) -> list[Content]:
    """The text with its marks: a figure is a link that selects it, one set aside says why on hover."""
    return cut(read, lambda words, claim, number: _linked(words, claim, number, view))


def cut(read: Extraction, shown: Callable[[str, Claim, int], Component]) -> list[Content]:
    """The text with its marks: a claim's figure as `shown` makes it of words, claim and number."""
    text, parts, at = read.document.text, [], 0
    for mark in marks(read):
        words = text[mark.start : mark.end]
        if isinstance(mark.what, Rejection):
            piece = html.Mark(words, className="rejected", title=f"Set aside: {mark.what.reason}")
        else:
            piece = shown(words, mark.what, mark.number)
        parts += [text[at : mark.start], piece]
        at = mark.end
    return [*parts, text[at:]]


def _mark(claim: Claim, number: int) -> Mark | None:
    place = claim.figure or claim.evidence
    return Mark(place.start, place.end, claim, number) if place else None


def _linked(text: str, claim: Claim, number: int, view: View) -> Component:
    figure = link(text, view.address("/document", claim=claim.claim_id, document=None), title=f"Reading {number}")
    if claim.claim_id == view.claim:
        return html.Mark(figure, id="selected-figure", className="selected")
    return html.Mark(figure)

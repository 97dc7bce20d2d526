"""A document's text cut at its figures, so that each can be marked where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.model import Claim, Extraction, Rejection
from dashboard.web.page import Content, link
from dashboard.web.view import View


@dataclass(frozen=True, slots=True)
class Mark:
    """A half-open range of the text, and what stands there: a claim with its number, or a figure set aside."""

    start: int
    end: int
    what: Claim | Rejection
    number: int = 0


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
    text, parts, at = read.document.text, [], 0
    for mark in marks(read):
        parts += [text[at : mark.start], _component(text[mark.start : mark.end], mark, view)]
        at = mark.end
    return [*parts, text[at:]]


def _mark(claim: Claim, number: int) -> Mark | None:
    place = claim.figure or claim.evidence
    return Mark(place.start, place.end, claim, number) if place else None


def _component(text: str, mark: Mark, view: View) -> Component:
    if isinstance(mark.what, Rejection):
        return html.Mark(text, className="rejected", title=f"Set aside: {mark.what.reason}")
    chosen = mark.what.claim_id == view.claim
    figure = link(
        text, view.address("/document", claim=mark.what.claim_id, document=None), title=f"Reading {mark.number}"
    )
    if chosen:
        return html.Mark(figure, id="selected-figure", className="selected")
    return html.Mark(figure)

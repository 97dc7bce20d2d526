"""How a sentence shows that it goes on with the figures of the one before, or tells who gave them."""

from __future__ import annotations

import re

from dashboard.extract.lexicon import continuing as lexicon


def _one_of(lines: str) -> str:
    """One alternative of all that stands on some lines, which hold phrases parted by strokes."""
    return "(?:" + "|".join(lines.strip().splitlines()) + ")"


_FIGURES = _one_of(lexicon.FIGURES)

OPENS = re.compile(rf"^\W{{0,3}}{_one_of(lexicon.OPENING)}\b", re.IGNORECASE)
COUNTS = re.compile(rf"^\W{{0,3}}the (?:{_one_of(lexicon.KINDS)} ){{1,3}}{_one_of(lexicon.COUNTS)}\b", re.IGNORECASE)
UNSURE = re.compile(rf"\b(?:{lexicon.UNSURE})\b", re.IGNORECASE)
EVENT = re.compile(rf"\b{_one_of(lexicon.EVENT)}(?=[.,;]|$| (?:and|but|while)\b)", re.IGNORECASE)
BACKGROUND = re.compile(rf"\b{_one_of(lexicon.BACKGROUND)}\b", re.IGNORECASE)
OF_THOSE = re.compile(r"^\W{0,3}(?:of|among) (?:those|these|them|the (?:dead|wounded|killed))\b", re.IGNORECASE)
# A text of its own, which no country told before has written.
OF_A_TEXT = re.compile(r"^\W{0,3}the (?:report|study|analysis|survey|paper|document|assessment)s?\b", re.IGNORECASE)
WITHIN = re.compile(rf"\b{_one_of(lexicon.WITHIN)}\b", re.IGNORECASE)
SPEAKS_OF_IT = re.compile(
    rf"^\W{{0,3}}(?:this|these|that|those|the|both|such|its) (?:[\w-]+ ){{0,3}}?{_FIGURES}\b"
    r"(?! (?:of|for|in|among|on|since|has|have|had|rose|stands|stood|that|at|about|some|over|more|\d+)\b)"
    r"|^\W{0,3}(?:this|that|it)(?: is|'s| was| comes| came| has been| were)? (?:all )?"
    rf"(?:according to|by|from|{_one_of(lexicon.GIVEN)})\b",
    re.IGNORECASE,
)
SUMS_UP = re.compile(
    r"^\W{0,3}(?:its|their|in total|in all|overall|altogether|the (?:overall|total|combined|cumulative)"
    r"|(?:the|this|that|it)(?: \w+){0,2} (?:brings?|takes?|bringing|raises?))\b",
    re.IGNORECASE,
)
GIVES_IT = re.compile(
    rf"\b(?=\w{{3}})(?:{_one_of(lexicon.SAID)} (?:this|that|so|it)(?:[.,]|$| {_one_of(lexicon.WHERE)}\b)(?! \d)"
    rf"|{_one_of(lexicon.GAVE)} (?:the|these|this|those|its|that|both|his|her)(?: [\w-]+){{0,2}}? {_FIGURES}\b"
    r"(?! of \d))",
    re.IGNORECASE,
)

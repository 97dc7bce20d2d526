"""Sentences of the cleaned text, as spans; none longer than a cap, so that work on one stays bounded."""

from __future__ import annotations

import re
from typing import NamedTuple

from dashboard.extract.cleaning import Cleaned

LONGEST = 1200
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Brig|Adm|Sen|Rep|Gov|St|Feb|Jan|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|No|Nos|"
    r"vs|approx|est|sq|i\.e|e\.g|a\.m|p\.m|[A-Z]|[A-Z]\.[A-Z]|тис|тыс|од|ед|чол|чел|ок)|^\s{0,9}\d{1,3})\.$"
)
# An abbreviation that may close its sentence, as the word behind it shows: "in the U.S. The ministry", "on X. It".
_MAY_CLOSE = re.compile(r"(?:\b(?:a\.m|p\.m|[A-Z]|[A-Z]\.[A-Z]))\.$")
_ON_X = re.compile(r"\b(?:on|via|network|platform) X\.$")
_OPENING = re.compile(
    r"\s(?:The|It|He|She|They|In|On|At|A|An|This|That|These|Those|But|However|According|Since|Meanwhile|Its|Their)\s"
)
# Both of its forms begin with the mark, so that the places where none stands are passed over fast.
_END = re.compile(r"[.!?](?:['\")\]]{0,2}(?=\s)|(?<=[a-z]{3}[.!?])['\")\]]{0,2}(?=['\"(]?[A-Z][a-z]{1,20}\s))")
# The one quoted behind an exclamation or a question: "… nothing!" Ivan Bilyk said.
_SPEAKER = re.compile(
    r"\s(?:the )?(?:[A-Z][\w.'-]{0,24}\s){1,4}"
    r"(?:said|says|told|asked|asks|wrote|writes|posted|added|adds|tweeted|shouted|exclaimed|replied|warned|declared)\b"
)


class Sentence(NamedTuple):
    """Half-open range of one sentence, and the number of its paragraph; `headline` for the first line of a text."""

    start: int
    end: int
    block: int
    headline: bool


def sentences(cleaned: Cleaned) -> list[Sentence]:
    """All sentences in order."""
    out: list[Sentence] = []
    for number, block in enumerate(cleaned.blocks):
        spans = _split(cleaned.text, block.start, block.end)
        headline = number == 0 and len(cleaned.blocks) > 1 and len(spans) == 1 and _headline(cleaned.text, spans[0])
        out += [Sentence(start, end, number, headline) for start, end in spans]
    return out


def _headline(text: str, span: tuple[int, int]) -> bool:
    """Whether the first line reads as a headline: no full stop, not too long."""
    return span[1] - span[0] < 220 and not text[: span[1]].rstrip("'\") ").endswith(".")


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the sentences of one paragraph, white space trimmed."""
    spans: list[tuple[int, int]] = []
    begin = start
    for match in _END.finditer(text, start, end):
        rest = text[match.end() : match.end() + 12].lstrip(" \n'\"([-*•")
        if rest and not (rest[0].isupper() or rest[0].isdigit()):
            continue
        if match.group()[0] in "!?" and match.group()[-1] == '"' and _SPEAKER.match(text, match.end()):
            continue
        if match.group()[0] == "." and _abbreviated(text, begin, match.start(), match.end()):
            continue
        spans += _capped(text, begin, match.end())
        begin = match.end()
    return spans + _capped(text, begin, end)


def _abbreviated(text: str, begin: int, stop: int, end: int) -> bool:
    """Whether a full stop only closes an abbreviation, and not the sentence as well."""
    before = text[max(begin, stop - 9) : stop + 1]
    if not _ABBREVIATION.search(before) or _ON_X.search(text[max(begin, stop - 12) : stop + 1]):
        return False
    return not (_MAY_CLOSE.search(before) and _OPENING.match(text, end))


def _capped(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The span without white space around it, cut at spaces where it is longer than the cap."""
    out: list[tuple[int, int]] = []
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = max(text.rfind(mark, start + LONGEST // 2, start + LONGEST) for mark in "; ")
        cut = cut if cut > 0 else start + LONGEST
        out.append((start, cut))
        start = cut
    return [*out, (start, end)] if end > start else out

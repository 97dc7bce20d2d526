"""The named alternative: quantulum3, a general reader of quantities, with our rules for which of them is a loss.

It reads numbers and units, and nothing of who lost what when, so its claims carry a figure and no other field. The
rules are those that a careful afternoon gives: no unit, no year, date or share, no count of tanks or square
kilometres, and a loss word or people who suffer near in the same sentence. Vague words ("hundreds", "dozens"), which
it does not read, are read for it, and what it takes for kelvin ("125K") or minutes of arc ("300,000'") is put right.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from functools import lru_cache
from types import ModuleType

from dashboard.model import Claim, Document, Evidence, Hedge

LOSS = re.compile(
    r"\b(?:kill(?:ed|ing|s)?|dead|die[ds]?|dying|deaths?|wounded|injured|maimed|missing|captured|prisoners?|pows?"
    r"|casualt(?:y|ies)|loss(?:es)?|lost|losing|eliminated|liquidated|fatalities|slain|perished|disabled)\b",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[A-Z\"'“‘(])|\n")
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
DATED_BEFORE = re.compile(rf"\b{MONTH}\s*$", re.IGNORECASE)
# What is counted: a month or a unit of time at once, a thing up to three words behind the number.
OTHER_THING = re.compile(
    rf"^\W*(?:{MONTH}\b|(?:days?|hours?|weeks?|months?|years?|times|per cent|percent)\b|(?:[\w-]+\s+){{0,3}}"
    r"(?:tanks?|artillery|armou?red|vehicles?|systems?|aircraft|drones?|missiles?|clashes|attacks|villages|towns"
    r"|settlements|sq|square|organi[sz]ations|equipment|pieces|brigades?|ships?|helicopters?|guns?|howitzers?)\b)",
    re.IGNORECASE,
)
VAGUE = {
    "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "tens of thousands": 20000,
    "hundreds of thousands": 200000,
}  # fmt: skip
VAGUE_WORDS = re.compile(rf"\b(?:{'|'.join(sorted(VAGUE, key=len, reverse=True))})\b", re.IGNORECASE)
SCALED = {"dimensionless": 1, "minute of arc": 1, "kelvin": 1000, "dozen": 12}
NEAR = 60


@lru_cache(maxsize=1)
def _parser() -> ModuleType:
    """quantulum3's parser, without its classifier: that one chooses between units, and no unit counts here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import parser
    return parser


def read(document: Document) -> list[Claim]:
    """The quantities of a document that our rules take for losses, as claims of a figure alone, each told once."""
    found = {(claim.value, claim.low, claim.high): claim for claim in reversed(list(_claims(document)))}
    return list(reversed(found.values()))


def _claims(document: Document) -> Iterator[Claim]:
    text = document.text
    for quantity in _parser().parse(text):
        start, end = quantity.span
        scale = SCALED.get(quantity.unit.name, 0)
        if not scale or not _counts(text, start, end):
            continue
        value, spread = quantity.value * scale, (quantity.uncertainty or 0) * scale
        bounds = (value - spread, value + spread) if spread else (None, None)
        hedge = Hedge.RANGE if spread else Hedge.EXACT
        evidence = Evidence(text[start:end], start, end)
        yield Claim(f"{document.id}:{start}", document.id, None if spread else value, hedge, *bounds, evidence=evidence)
    for match in VAGUE_WORDS.finditer(text):
        if _counts(text, *match.span()):
            evidence = Evidence(match.group(), *match.span())
            low = float(VAGUE[match.group().lower()])
            yield Claim(f"{document.id}:{match.start()}", document.id, None, Hedge.AT_LEAST, low, evidence=evidence)


def _counts(text: str, start: int, end: int) -> bool:
    """Whether the number is no year, date, share or thing, with a loss word within `NEAR` of it in its sentence."""
    printed = text[start:end].strip(" '’+()")
    if re.fullmatch(r"(?:19|20)[0-9]{2}|half|one|two", printed, re.IGNORECASE):
        return False
    if DATED_BEFORE.search(text[max(0, start - 12) : start]) or OTHER_THING.match(text[end : end + 50]):
        return False
    before = SENTENCE_END.split(text[max(0, start - NEAR) : start])[-1]
    after = SENTENCE_END.split(text[end : end + NEAR])[0]
    return LOSS.search(before) is not None or LOSS.search(after) is not None

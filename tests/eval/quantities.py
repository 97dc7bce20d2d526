"""The named alternative: quantulum3, a general reader of quantities, with our rules for which of them is a loss.

It reads numbers and units, and nothing of who lost what when, so its claims carry a figure and no other field. A
quantity counts when it has no unit, is no year, and a loss word stands near it in its own sentence.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from functools import lru_cache
from types import ModuleType

from dashboard.model import Claim, Document, Evidence, Hedge

LOSS = re.compile(
    r"\b(?:kill(?:ed|ing|s)?|dead|died?|dying|deaths?|wounded|wounding|injured|maimed|missing|captured|prisoners?|pows?"
    r"|casualt(?:y|ies)|loss(?:es)?|lost|losing|eliminated|liquidated|fatalities|toll|slain|perished|neutralised"
    r"|personnel|destroyed|out of action)\b",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[A-Z\"'“‘(])|\n")
PLAIN = ("", "dimensionless", "kill", "count")
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
    for quantity in _parser().parse(document.text):
        start, end = quantity.span
        printed = document.text[start:end]
        if quantity.unit.name not in PLAIN or _is_year(printed) or not _loss_near(document.text, start, end):
            continue
        value, low, high = quantity.value, None, None
        if quantity.uncertainty:
            value, low, high = None, value - quantity.uncertainty, value + quantity.uncertainty
        hedge = Hedge.RANGE if value is None else Hedge.EXACT
        evidence = Evidence(printed, start, end)
        yield Claim(f"{document.id}:{start}", document.id, value, hedge, low, high, evidence=evidence)


def _is_year(printed: str) -> bool:
    return re.fullmatch(r"\s*(?:19|20)[0-9]{2}\s*", printed) is not None


def _loss_near(text: str, start: int, end: int) -> bool:
    """Whether a loss word stands within `NEAR` characters of the number, in its sentence."""
    before = SENTENCE_END.split(text[max(0, start - NEAR) : start])[-1]
    after = SENTENCE_END.split(text[end : end + NEAR])[0]
    return LOSS.search(before) is not None or LOSS.search(after) is not None

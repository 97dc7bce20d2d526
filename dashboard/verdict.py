"""One claim against one reference: the verdict and the arithmetic.

The rules are those of `docs/method.md`. The difference is claim minus reference; its per cent is of the reference.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dashboard.model import Claim, Hedge

TOLERANCE = 0.05


class Verdict(StrEnum):
    """How a claim stands against its reference."""

    EQUAL = "equal"
    EQUAL_ROUNDED = "equal_rounded"
    WITHIN_HEDGE = "within_hedge"
    EQUAL_OTHER_BASIS = "equal_other_basis"
    DIFFERS = "differs"
    NOT_COMPARABLE = "not_comparable"
    NO_REFERENCE = "no_reference"


HOLDS = (Verdict.EQUAL, Verdict.EQUAL_ROUNDED, Verdict.WITHIN_HEDGE)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with the numbers behind it; reference and difference are None where there is nothing to compare."""

    verdict: Verdict
    reference: float | None = None
    difference: float | None = None
    percent: float | None = None


def judge(claim: Claim, reference: float, other_bases: Sequence[float] = ()) -> Judgement:
    """The verdict on `claim` against `reference` (same unit, same days); `other_bases` hold the sums a day off."""
    stated = claim.value if claim.value is not None else _nearest_bound(claim, reference)
    difference = stated - reference
    percent = 100 * difference / reference if reference else None
    return Judgement(_verdict(claim, stated, reference, other_bases), reference, difference, percent)


def _verdict(claim: Claim, stated: float, reference: float, other_bases: Sequence[float]) -> Verdict:
    hedged = claim.hedge not in (Hedge.EXACT, Hedge.ABOUT)
    if claim.value is not None and stated == reference:
        return Verdict.EQUAL
    if not hedged and rounds_to(reference, stated):
        return Verdict.EQUAL_ROUNDED
    if claim.hedge is not Hedge.EXACT and within_hedge(claim, reference):
        return Verdict.WITHIN_HEDGE
    if any(stated == other for other in other_bases):
        return Verdict.EQUAL_OTHER_BASIS
    return Verdict.DIFFERS


def _nearest_bound(claim: Claim, reference: float) -> float:
    """The number of a range or a vague word that is compared: the reference itself inside the bounds, else a bound."""
    low = claim.low if claim.low is not None else -math.inf
    high = claim.high if claim.high is not None else math.inf
    return min(max(reference, low), high)


def within_hedge(claim: Claim, reference: float) -> bool:
    """Whether the claim's hedge admits the reference."""
    stated = claim.value if claim.value is not None else (claim.low if claim.low is not None else claim.high)
    if stated is None:
        return False
    slack = TOLERANCE * stated
    match claim.hedge:
        case Hedge.ABOUT:
            return abs(reference - stated) <= slack
        case Hedge.AT_LEAST:
            return stated <= reference <= stated + max(slack, last_digit(stated))
        case Hedge.NEARLY | Hedge.UP_TO:
            return stated - slack <= reference <= stated
        case Hedge.RANGE:
            low = claim.low if claim.low is not None else float("-inf")
            high = claim.high if claim.high is not None else float("inf")
            return low <= reference <= high
    return False


def last_digit(value: float) -> float:
    """The worth of the last digit printed, trailing zeros apart: 10,000 for 710,000; 0.1 for 1354.2."""
    if value == 0:
        return 1.0
    if not float(value).is_integer():
        return 10.0 ** -len(f"{value:.6f}".rstrip("0").split(".")[1])
    whole = str(int(value))
    return 10.0 ** (len(whole) - len(whole.rstrip("0")))


def rounds_to(reference: float, stated: float) -> bool:
    """Whether the reference, rounded to the digits that the claim prints, is the claim's number.

    A lone leading digit ("1,000,000") is read with the digit after it, or everything from 0.5 to 1.5 million would fit.
    """
    step = last_digit(stated)
    if len(str(int(stated)).rstrip("0")) == 1 and step >= 10:
        step /= 10
    return abs(reference - stated) <= step / 2

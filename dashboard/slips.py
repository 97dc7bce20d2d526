"""How one printed number may have become another: rounding, or the slip of a hand that copies figures."""

from __future__ import annotations

from enum import StrEnum

from dashboard.model import Claim, Hedge
from dashboard.verdict import last_digit, rounds_to


class Slip(StrEnum):
    """The likeliest way from one number to the other; the first two are no conflict."""

    ROUNDING = "rounding"
    HEDGE = "hedge"
    WRONG_DAY = "wrong_day"
    DIGIT_SWAP = "digit_swap"
    DIGIT_MISSING = "digit_missing_or_doubled"
    ONE_DIGIT = "one_digit"
    UNEXPLAINED = "unexplained"


NO_CONFLICT = (Slip.ROUNDING, Slip.HEDGE)
NAMED = (Slip.WRONG_DAY, Slip.DIGIT_SWAP, Slip.DIGIT_MISSING, Slip.ONE_DIGIT)


def slip_between(a: float, b: float) -> Slip:
    """The likeliest slip between two different printed numbers, from their digits alone; the same in either order."""
    if rounds_to(a, b) or rounds_to(b, a):
        return Slip.ROUNDING
    short, long = sorted((digits(a), digits(b)), key=len)
    if len(long) == len(short) + 1:
        return Slip.DIGIT_MISSING if _one_left_out(short, long) else Slip.UNEXPLAINED
    if len(long) != len(short):
        return Slip.UNEXPLAINED
    return _same_length(short, long)


def _one_left_out(short: str, long: str) -> bool:
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _same_length(a: str, b: str) -> Slip:
    places = [at for at in range(len(a)) if a[at] != b[at]]
    if len(places) == 1:
        return Slip.ONE_DIGIT
    neighbours = len(places) == 2 and places[1] == places[0] + 1
    swapped = neighbours and a[places[0]] == b[places[1]] and a[places[1]] == b[places[0]]
    return Slip.DIGIT_SWAP if swapped else Slip.UNEXPLAINED


def digits(value: float) -> str:
    """The number as printed, without grouping: 45680; 1354.2."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


def admitted(claim: Claim) -> tuple[float, float]:
    """The lowest and highest number that a claim's own words admit; infinite where a hedge leaves that end open.

    "About" admits what rounds to the number as printed: more would hide a slip of one digit.
    """
    if claim.hedge is Hedge.AT_LEAST:
        return _stated(claim, claim.low), float("inf")
    if claim.hedge in (Hedge.NEARLY, Hedge.UP_TO):
        return 0.0, _stated(claim, claim.high)
    if claim.low is not None and claim.high is not None:
        return claim.low, claim.high
    slack = last_digit(_stated(claim, None)) / 2 if claim.hedge is Hedge.ABOUT else 0.0
    return _stated(claim, claim.low) - slack, _stated(claim, claim.high) + slack


def _stated(claim: Claim, bound: float | None) -> float:
    """The number printed, else the bound asked for, else whichever bound there is."""
    printed = (claim.value, bound, claim.low, claim.high)
    return next(number for number in printed if number is not None)


def overlap(a: tuple[float, float], b: tuple[float, float]) -> bool:
    """Whether two spans of numbers, ends included, share any."""
    return max(a[0], b[0]) <= min(a[1], b[1])

"""Two figures told of two sides in the same order: "Togo and Guinea have lost four and six"."""

from __future__ import annotations

from dashboard.extract.case import Case
from dashboard.extract.registry import side_of

_FURTHEST = 8


def respective(case: Case) -> str | None:
    """The side in the place in which the figure stands: the first of two sides for the first of two figures."""
    pair = _figures(case)
    if pair is None or not (_bare(case, pair[0]) or any(t.word == "respectively" for t in case.tokens[pair[1] :])):
        return None
    sides = _sides(case, pair[0])
    return sides[pair.index(case.index)] if sides else None


def _figures(case: Case) -> tuple[int, int] | None:
    """The places of two figures joined by "and", of which one is the case's own."""
    symbols = "".join(t.symbol for t in case.tokens)
    for first in (case.index, case.index - 2, case.index - 3):
        if first >= 0 and symbols[first : first + 3] == "NJN":
            return first, first + 2
        if first >= 0 and symbols[first] == "N" and symbols[first + 1 : first + 4] in ("PJN", "CJN"):
            return first, first + 3
    return None


def _bare(case: Case, first: int) -> bool:
    """Whether the first of the figures counts nothing of its own."""
    return case.tokens[first + 1].symbol == "J"


def _sides(case: Case, first: int) -> tuple[str, str] | None:
    """The two sides joined by "and" before the verb of the figures."""
    tokens = case.tokens
    for k in range(first - 2, max(0, first - _FURTHEST), -1):
        after = k + 1 + (tokens[k + 1].symbol == "d")
        if tokens[k].symbol == "J" and tokens[k - 1].symbol in "DG" and tokens[after].symbol in "DG":
            both = side_of(tokens[k - 1], case.registry), side_of(tokens[after], case.registry)
            return (both[0], both[1]) if both[0] and both[1] else None
    return None

"""A number as printed, and two of them that are the bounds of one range, a span of days, or a score."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dashboard.model import Hedge

# "one in five soldiers": what five is counts nobody.
_BASE = re.compile(r"\s(?:in|out of)\s(?:every |each )?")
TOO_MANY = "one of too many numbers in one sentence"
_JOIN = re.compile(
    r"\s?-\s?|\s(?:to|or)\s(?:over |about |around |as many as |even )?"
    r"|\s(?:and|to)\s(?:slightly over |over |more than |nearly )?"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as printed: its span, the span with its hedge, what it says, and why it can be no count."""

    start: int
    end: int
    hull: int
    value: float | None
    low: float | None = None
    high: float | None = None
    hedge: Hedge = Hedge.EXACT
    reason: str | None = None
    vague: bool = False
    word: bool = False
    bare: bool = False
    scaled: bool = False
    verbal: bool = False

    @property
    def size(self) -> float:
        """The number that tells how large the figure is, whatever its form."""
        if self.value is not None:
            return self.value
        return self.high if self.high is not None else self.low or 0.0


# The bounds of a range lie no further apart than this.
_ONE_RANGE = 20


def joined(text: str, found: list[Figure], start: int) -> list[Figure]:
    """The figures with each pair of bounds made one range."""
    out: list[Figure] = []
    for figure in found:
        if out and _dates(text, out[-1], figure):
            figure = replace(figure, reason=out[-1].reason)
        elif out and _BASE.fullmatch(text, out[-1].end, figure.start) and out[-1].reason == "a ratio":
            figure = replace(figure, reason="a ratio")
        joined = _range(text, out[-1], figure, start) if out else None
        if joined:
            out[-1] = joined
        else:
            out.append(figure)
    return out


def _dates(text: str, first: Figure, second: Figure) -> bool:
    """Whether a figure ends a span of days or of ages: "August 6 to 13", "men aged 20 to 50"."""
    join = text[first.end : second.start].strip().lower()
    return (
        first.reason in ("a date", "an age")
        and second.bare
        and second.size <= (31 if first.reason == "a date" else 99)
        and join in ("to", "-", "and", "or", "through", "until")
    )


def _range(text: str, first: Figure, second: Figure, start: int) -> Figure | None:
    """Both bounds as one range, a score or years as one refused figure, None where the two stand apart."""
    join = text[first.end : second.start]
    if TOO_MANY in (first.reason, second.reason):
        return None
    if len(join) > 18 or not _JOIN.fullmatch(join) or first.value is None or second.value is None:
        return None
    before = text[max(start, first.start - 24) : first.start].lower().rstrip()
    between = before.endswith(
        ("between", "from", "between about", "between around", "anywhere between", "anywhere from")
    )
    word = join.strip().lower()
    if word.startswith(("and", "to over")) and not before.endswith(("between", "between about", "between around")):
        return None
    if before.endswith("from") and re.search(
        r"\b(?:ris|rose|increas|grew|grow|jump|climb|went|up|fell|fall|drop|down|declin)\w*\s(?:\w+ )?from$", before
    ):
        return None
    low, high = first.value, second.value
    if before.endswith("by") and word == "to" and high > _ONE_RANGE * low:
        return None  # "rose by 900 to 640,000"
    if second.scaled and not first.scaled and first.bare and low < 1000 and high >= 1000:
        scale = 1e6 if high >= 1e6 else 1e3
        low *= scale if low * scale < high else 1.0
    elif first.bare and low < 1000 and high % 1000 == 0 and high / 10 < low * 1000 < high:
        low *= 1000  # "70 or 80,000"
    if first.reason or second.reason:
        return (
            replace(second, start=first.start, hull=first.start, reason=first.reason or second.reason)
            if join == "-"
            else None
        )
    if low >= high:
        return (
            replace(second, start=first.start, hull=first.start, reason="a score or a ratio") if word == "-" else None
        )
    hull = (
        first.start - (len(before) - len(before.rstrip("abcdefghijklmnopqrstuvwxyz"))) - 1 if between else first.start
    )
    return Figure(first.start, second.end, max(hull, start), None, low, high, Hedge.RANGE)

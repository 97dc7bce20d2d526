"""The General Staff's list post in English, Ukrainian and Russian: a line for each category, total and increment."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import islice

from dashboard.extract.hedges import hedge_before
from dashboard.extract.lexicon.daily import CATEGORIES, HEADER
from dashboard.extract.linear import Match, linear
from dashboard.extract.numbers import plain_number
from dashboard.model import Hedge

_NAMES = "|".join(re.escape(n).replace(r"\ ", r"\s") for n in sorted(CATEGORIES, key=len, reverse=True))
_DIGITS = r"\d{1,3}(?:[ ,.']\d{3}){1,2}\b|\d{1,9}"
_LINE = linear(
    rf"(?:^|[^\w-])({_NAMES})(?:\s?\([^)\d]{{1,20}}\))?\s{{0,3}}(?:[-:=]{{1,2}}|is|are|were)\s{{0,3}}"
    r"(?:(?:about|approximately|near|around|over|more than|близько|понад|около|более|примерно)\s)?(?:\*{0,2})"
    rf"({_DIGITS})(?:\*{{0,2}})(?:\s{{0,2}}(?:\(\s?|\s)?([+\-])\s?({_DIGITS})\s?\)?)?"
)
# "11,770 (+2) tanks": the number before what it counts.
_COUNT_FIRST = linear(rf"(?:^|[^\w.,])({_DIGITS})\s{{0,2}}\(\s?\+\s?({_DIGITS})\s?\)\s({_NAMES})(?:[^\w-]|$)")
# The groups of a line.
_NAME, _TOTAL, _SIGN, _MORE = 1, 2, 3, 4
# What every line of a list holds, for a quick look.
_ENTRY = linear(r"[-:=]\s{0,3}(?:[a-zа-яі]{4,14}\s)?\d")
_HEADER = linear(HEADER)
_DATE = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2}))?(?!\d)")


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of the list: category, number, hedge, the span of the number and of its line; an increment or a
    total."""

    category: str
    value: float
    hedge: Hedge
    figure: tuple[int, int]
    span: tuple[int, int]
    increment: bool


def list_post(text: str) -> list[Line]:
    """The lines of a daily report list; empty where the text is none (fewer than three categories and no heading)."""
    headed = _HEADER.search(text) is not None
    first = list(_COUNT_FIRST.finditer(text)) if "+" in text else []
    if len(first) > 1:
        return [line for match in first for line in _counted_first(text, match)]
    if not headed and len(list(islice(_ENTRY.finditer(text), 3))) < 3:
        return []
    matches = list(_LINE.finditer(text))
    if len(matches) < (1 if headed else 3) or not any("-" in m.group() or ":" in m.group() for m in matches):
        return []
    return [line for match in matches for line in _lines(text, match)]


def _lines(text: str, match: Match) -> list[Line]:
    """Total and increment of one category, told behind its name."""
    span = match.start(_NAME), match.end()
    more = match.span(_MORE) if match.group(_SIGN) == "+" else None
    return _both(text, match.group(_NAME), span, span[0], match.span(_TOTAL), more)


def _counted_first(text: str, match: Match) -> list[Line]:
    """Total and increment of one category, told before its name."""
    span = match.start(1), match.end(3)
    return _both(text, match.group(3), span, max(0, span[0] - 20), match.span(1), match.span(2))


def _both(
    text: str, name: str, span: tuple[int, int], floor: int, total: tuple[int, int], more: tuple[int, int] | None
) -> list[Line]:
    """The total and, where there is one, the increment of a category, by the spans of both; no hedge before `floor`."""
    category = CATEGORIES[" ".join(name.lower().split())]
    hedge, _ = hedge_before(text, floor, total[0], 0.0)
    out = [Line(category, plain_number(text[slice(*total)]) or 0.0, hedge or Hedge.EXACT, total, span, False)]
    added = plain_number(text[slice(*more)]) if more else None
    return out if more is None or added is None else [*out, Line(category, added, Hedge.EXACT, more, span, True)]


def reported_day(text: str, published: date | None) -> date | None:
    """The day up to which the list counts, by its heading, else the day of publication."""
    header = _HEADER.search(text)
    dates = _DATE.findall(text[header.start() : header.end() + 160]) if header else []
    for day, month, year in reversed(dates):
        number = int(year) + 2000 if len(year) == 2 else int(year or 0)
        number = number or (published.year if published else 0)
        try:
            return date(number, int(month), int(day)) if number else published
        except ValueError:
            continue
    return published

"""The General Staff's list post in English, Ukrainian and Russian: a line for each category, total and increment."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

import re2

from dashboard.extract.hedges import hedge_before
from dashboard.extract.lexicon.daily import CATEGORIES, DAILY_SENTENCES, HEADER
from dashboard.extract.numbers import plain_number
from dashboard.model import Hedge

_NAMES = "|".join(re.escape(n).replace(r"\ ", r"\s") for n in sorted(CATEGORIES, key=len, reverse=True))
_DIGITS = r"\d{1,3}(?:[ ,.']\d{3}){1,2}(?!\d)|\d{1,9}"
_LINE = re.compile(
    rf"(?<![\w-])(?P<name>{_NAMES})(?:\s?\([^)\d]{{1,20}}\))?\s{{0,3}}(?:[-:=]{{1,2}}|is|are|were)\s{{0,3}}"
    rf"(?P<hedge>(?:about|approximately|near|around|over|more than|близько|понад|около|более|примерно)\s)?(?:\*{{0,2}})"
    rf"(?P<total>{_DIGITS})(?:\*{{0,2}})(?:\s{{0,2}}(?:\(\s?|\s)?(?P<sign>[+\-])\s?(?P<more>{_DIGITS})\s?\)?)?",
    re.IGNORECASE,
)
# What every line of a list holds, for a quick look.
_ENTRY = re.compile(r"[-:=]\s{0,3}(?:[a-zа-яі]{4,14}\s)?\d", re.IGNORECASE)
_OPTIONS = re2.Options()
_OPTIONS.case_sensitive = False
_HEADER = re2.compile(HEADER, _OPTIONS)
_DATE = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2}))?(?!\d)")
_SENTENCES = [(re.compile(pattern, re.IGNORECASE), types) for pattern, types in DAILY_SENTENCES]


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
    types: tuple[str, ...] = ()


def list_post(text: str) -> list[Line]:
    """The lines of a daily report list; empty where the text is none (fewer than three categories and no heading)."""
    headed = bool(_HEADER.search(text))
    if not headed and len(_ENTRY.findall(text)) < 3:
        return []
    matches = list(_LINE.finditer(text))
    if len(matches) < (1 if headed else 3) or not any("-" in m.group() or ":" in m.group() for m in matches):
        return []
    return [line for match in matches for line in _lines(text, match)]


def _lines(text: str, match: re.Match[str]) -> list[Line]:
    """Total and increment of one category."""
    category = CATEGORIES[" ".join(match["name"].lower().split())]
    hedge, _ = hedge_before(text, match.start(), match.start("total"), 0.0)
    total = plain_number(match["total"])
    out = [Line(category, total or 0.0, hedge or Hedge.EXACT, match.span("total"), match.span(), False)]
    more = plain_number(match["more"]) if match["more"] and match["sign"] == "+" else None
    if more is not None:
        out.append(Line(category, more, Hedge.EXACT, match.span("more"), match.span(), True))
    return out


def daily_sentences(text: str) -> list[Line]:
    """Figures of short Ukrainian and Russian sentences about the day's losses."""
    out: list[Line] = []
    for pattern, types in _SENTENCES:
        for match in pattern.finditer(text):
            value = plain_number(match["n"])
            if value is not None and not any(a.figure == match.span("n") for a in out):
                hedge, _ = hedge_before(text, match.start(), match.start("n"), value)
                day = bool(
                    re.search(
                        r"доб[уиі]|сутк|день|24 годин|24 час",
                        text[max(0, match.start() - 60) : match.end() + 40],
                        re.IGNORECASE,
                    )
                )
                out.append(Line("personnel", value, hedge or Hedge.EXACT, match.span("n"), match.span(), day, types))
    return out


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

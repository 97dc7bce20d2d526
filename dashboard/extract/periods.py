"""Periods that a sentence names, with their dates where text and publication day settle them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dashboard.extract.dates import Calendar
from dashboard.extract.linear import linear
from dashboard.extract.period_rules import rules_for
from dashboard.model import Basis, Period, PeriodKind


@dataclass(frozen=True, slots=True)
class Mention:
    """A period as told: where, its kind and days, on which basis, and whether it is a rate per that period."""

    start: int
    end: int
    period: Period
    basis: Basis = Basis.COVERS
    rate: bool = False
    strong: bool = True


# "the deadliest month since May 2022", "its first statement since June": how long there was no worse one or no other,
# and no period of a figure.
_RECORD_SINCE = linear(
    r"\b(?:deadliest|worst|bloodiest|costliest|heaviest|highest|biggest|largest"
    r"|first (?:[a-z-]+ ){0,3}?(?:update|statement|figures?|count|toll|briefing|comments?|disclosure|announcement"
    r"|report|admission|acknowledg\w+|attack|strike|raid|incident|visit|interview|speech|time|such))\b"
    r"[^.;:,\d]{0,50}\bsince\s?$"
)
# "In June, N in just 24 hours": a month that opens the sentence holds the day that the rest of it leaves open.
_OPENING = linear(r"^\W{0,3}(?:(?:and|but|back|also|earlier) ){0,2}$")
_SETTLED = linear(r"\b(?:past|last|previous|preceding)\b")
# "two days later": a point in time, whatever the span.
_SHIFTED = re.compile(r" (?:earlier|later|ago|beforehand|afterwards|hence)\b", re.IGNORECASE)
_NEXT_TO = re.compile(r" (?:before|after|prior)\b", re.IGNORECASE)
_WITHIN = re.compile(r"(?:in|during|over|within|for|of|per|the) ", re.IGNORECASE)
_SPANS = tuple(span + plural for span in "hour hr day week month year".split() for plural in ("", "s"))
_OF_A_DAY = linear(r"\b(?:hours?|hrs?|day)\b")


def mentions(text: str, start: int, end: int, days: Calendar) -> list[Mention]:
    """The periods named in the sentence text[start:end], earlier rules winning where two overlap, in order."""
    sentence = text[start:end]
    rules, sieve = rules_for(days.war_words)
    out: list[Mention] = []
    taken: list[tuple[int, int]] = []
    for number in sieve.passed(sentence):
        rule = rules[number]
        for match in rule.pattern.finditer(sentence):
            begin, stop = match.span()
            if any(first < stop and begin < last for first, last in taken):
                continue
            taken.append((begin, stop))
            before = sentence[max(0, begin - 70) : begin + 6]
            how_long = "since" in before[-6:].lower() and _RECORD_SINCE.search(before) is not None
            if not how_long and not _is_shifted(sentence, begin, stop):
                read = rule.reader(match.groupdict(), days)
                out += [Mention(start + begin, start + stop, *read, rule.rate, rule.strong)] if read else []
    found = sorted(out, key=lambda mention: mention.start)
    return _within_opening_month(sentence, start, _of_that_month(sentence, start, found))


def _of_that_month(sentence: str, start: int, found: list[Mention]) -> list[Mention]:
    """The mentions, where "over the month" is the month named before it: "900 a day in October, or 28,000 over the
    month"."""
    out: list[Mention] = []
    for one in found:
        named = next((m for m in reversed(out) if m.period.kind is PeriodKind.MONTH and not m.rate), None)
        taken_up = _THAT_MONTH.search(sentence[one.start - start : one.end - start]) is not None
        out.append(replace(one, period=named.period, basis=named.basis) if taken_up and named is not None else one)
    return out


_THAT_MONTH = linear(r"^(?:over|during|for|of|in) the month$")


def _is_shifted(sentence: str, begin: int, stop: int) -> bool:
    """Whether a span only tells how far a point in time lies from another: "two days later"."""
    span, behind = sentence[begin:stop], sentence[stop : stop + 10]
    if not span.lower().endswith(_SPANS):
        return False
    return _SHIFTED.match(behind) is not None or (_NEXT_TO.match(behind) is not None and _WITHIN.match(span) is None)


def _within_opening_month(sentence: str, start: int, found: list[Mention]) -> list[Mention]:
    """The mentions, an open day ("24 hours", "a single day") being one of the month that opens the sentence."""
    if not found or found[0].period.kind is not PeriodKind.MONTH or not found[0].period.start:
        return found
    month = found[0]
    after = sentence[month.end - start : month.end - start + 1]
    if after != "," or not _OPENING.match(sentence[: month.start - start]):
        return found
    return [_in_month(one, month.period, sentence[one.start - start : one.end - start]) for one in found]


def _in_month(one: Mention, month: Period, words: str) -> Mention:
    open_day = one.period.kind is PeriodKind.DAY and one.strong and not one.rate and not _SETTLED.search(words)
    if not open_day or _OF_A_DAY.search(words) is None:
        return one
    return replace(one, period=Period(PeriodKind.DAY, month.start, month.end), basis=Basis.PUBLISHED)

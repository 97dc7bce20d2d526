"""Periods that a sentence names, with their dates where text and publication day settle them."""

# ruff: noqa: E501 - a rule or a list stays on one line, so that it can be read as one

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from dashboard.extract.dates import day_of, last_month, month_span, recent_month, recent_weekday, shifted
from dashboard.extract.lexicon.function import MONTHS, WEEKDAYS
from dashboard.extract.sieve import Sieve
from dashboard.model import Basis, Period, PeriodKind

_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_OTHER_MONTH = _MONTH.replace("<month>", "<other>")
_DAY = "(?P<weekday>" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\b"
_WAR = r"(?:war|invasion|conflict|fighting|hostilities|aggression|operation|operations|genocide|onslaught|crisis|uprising|insurgency|intifada)"
_RATE = r"(?:per|a|an|each|every(?: single)?)"


@dataclass(frozen=True, slots=True)
class Mention:
    """A period as told: where, its kind and days, on which basis, and whether it is a rate per that period."""

    start: int
    end: int
    period: Period
    basis: Basis = Basis.COVERS
    rate: bool = False
    strong: bool = True


@dataclass(frozen=True, slots=True)
class Calendar:
    """What dates are resolved against: the day of publication and the conflict's first day."""

    published: date | None
    war_start: date | None


Reader = Callable[[re.Match[str], Calendar], tuple[Period, Basis]]


def _since_start(match: re.Match[str], days: Calendar) -> tuple[Period, Basis]:
    return Period(PeriodKind.SINCE_START, days.war_start, days.published if _ordered(days) else None), Basis.PUBLISHED


def _ordered(days: Calendar) -> bool:
    return bool(days.published and (days.war_start is None or days.war_start <= days.published))


def _since_date(match: re.Match[str], days: Calendar) -> tuple[Period, Basis]:
    """Since a stated day, month or year: since the start where that is where the war began or years ago."""
    parts = match.groupdict()
    year = int(parts["year"]) if parts.get("year") else None
    month = MONTHS.get((parts.get("month") or "").lower().rstrip("."))
    day = int(parts["day"]) if parts.get("day") and int(parts["day"]) < 32 else None
    first = None
    if month and day:
        first = day_of(day, month, days.published, year)
    elif month:
        first = recent_month(month, days.published, year)[0]
    elif year:
        first = days.war_start if days.war_start and days.war_start.year == year else date(year, 1, 1)
    if first and days.published and first <= days.published:
        length = (days.published - first).days
        kind = next((k for top, k in _BY_LENGTH if length <= top), None)
        if kind and not (days.war_start and abs((first - days.war_start).days) < 15):
            return Period(kind, first, days.published), Basis.PUBLISHED
    at_start = bool(days.war_start and first and abs((first - days.war_start).days) < 60)
    long = bool(year and (not days.published or year < days.published.year)) or bool(month and day)
    kind = PeriodKind.SINCE_START if at_start or long else PeriodKind.OTHER
    last = days.published if first is None or (days.published and first <= days.published) else None
    return Period(kind, first, last), Basis.PUBLISHED


# A span named by its first day is a week or a month where it is about that long.
_BY_LENGTH = ((1, PeriodKind.DAY), (3, PeriodKind.HOURS48), (9, PeriodKind.WEEK))


def _from_to(match: re.Match[str], days: Calendar) -> tuple[Period, Basis]:
    """From one date to another: since the start where it begins with the war."""
    parts = match.groupdict()
    day, month = int(parts["day"]), MONTHS[parts["month"].lower().rstrip(".")]
    first = day_of(day, month, days.published, int(parts["year"]) if parts["year"] else None)
    if first and days.war_start and abs((first - days.war_start).days) < 15:
        return _since_start(match, days)
    return Period(PeriodKind.OTHER, first, None), Basis.COVERS


def _day(offset: int) -> Reader:
    def read(match: re.Match[str], days: Calendar) -> tuple[Period, Basis]:
        day = shifted(days.published, offset)
        return Period(PeriodKind.DAY, day, day), Basis.PUBLISHED

    return read


def _weekday(match: re.Match[str], days: Calendar) -> tuple[Period, Basis]:
    day = recent_weekday(WEEKDAYS[match["weekday"].lower()], days.published)
    return Period(PeriodKind.DAY, day, day), Basis.PUBLISHED


def _date(match: re.Match[str], days: Calendar) -> tuple[Period, Basis]:
    year = int(match["year"]) if match["year"] else None
    day = day_of(int(match["day"]), MONTHS[match["month"].lower().rstrip(".")], days.published, year)
    return Period(PeriodKind.DAY, day, day), Basis.COVERS


def _span(kind: PeriodKind, back: int) -> Reader:
    def read(match: re.Match[str], days: Calendar) -> tuple[Period, Basis]:
        return Period(kind, shifted(days.published, back), days.published), Basis.PUBLISHED

    return read


def _month(match: re.Match[str], days: Calendar) -> tuple[Period, Basis]:
    year = int(match["year"]) if match.groupdict().get("year") else None
    return Period(
        PeriodKind.MONTH, *recent_month(MONTHS[match["month"].lower().rstrip(".")], days.published, year)
    ), Basis.COVERS


def _day_in_month(match: re.Match[str], days: Calendar) -> tuple[Period, Basis]:
    year = int(match["year"]) if match["year"] else None
    return Period(
        PeriodKind.DAY, *recent_month(MONTHS[match["month"].lower().rstrip(".")], days.published, year)
    ), Basis.PUBLISHED


def _last_month(match: re.Match[str], days: Calendar) -> tuple[Period, Basis]:
    return Period(PeriodKind.MONTH, *last_month(days.published)), Basis.COVERS


def _this_month(match: re.Match[str], days: Calendar) -> tuple[Period, Basis]:
    return Period(
        PeriodKind.MONTH, days.published.replace(day=1) if days.published else None, days.published
    ), Basis.COVERS


def _year(match: re.Match[str], days: Calendar) -> tuple[Period, Basis]:
    year = int(match["year"])
    return Period(PeriodKind.YEAR, date(year, 1, 1), date(year, 12, 31)), Basis.COVERS


def _this_year(match: re.Match[str], days: Calendar) -> tuple[Period, Basis]:
    return Period(
        PeriodKind.YEAR, date(days.published.year, 1, 1) if days.published else None, days.published
    ), Basis.COVERS


def _last_year(match: re.Match[str], days: Calendar) -> tuple[Period, Basis]:
    if days.published is None:
        return Period(PeriodKind.YEAR), Basis.COVERS
    year = days.published.year - 1
    return Period(PeriodKind.YEAR, date(year, 1, 1), date(year, 12, 31)), Basis.COVERS


def _half(match: re.Match[str], days: Calendar) -> tuple[Period, Basis]:
    year = int(match["year"]) if match["year"] else (days.published.year if days.published else None)
    first = match["part"].lower() in ("first", "1st")
    if year is None:
        return Period(PeriodKind.OTHER), Basis.COVERS
    start, end = (1, 6) if first else (7, 12)
    return Period(PeriodKind.OTHER, date(year, start, 1), month_span(year, end)[1]), Basis.COVERS


def _plain(kind: PeriodKind) -> Reader:
    return lambda match, days: (Period(kind), Basis.COVERS)


def _rule(
    pattern: str, reader: Reader, *, rate: bool = False, strong: bool = True
) -> tuple[re.Pattern[str], Reader, bool, bool]:
    """A pattern with its reader."""
    return re.compile(pattern, re.IGNORECASE), reader, rate, strong


_PAST = r"(?:past|last|previous|preceding|latest|prior)"
_YEAR_NUMBER = r"(?P<year>(?:19|20)\d\d)\b"
_AS_OF = r"(?:as of|as at|by the end of|by the start of|by|until|as recently as)"
_RULES = [
    _rule(rf"\b{_AS_OF} (?:early |late |mid-|the end of |mid |early-|late-)?(?:(?P<day>\d{{1,2}}) )?{_MONTH}(?: \d{{1,2}})?(?:,? {_YEAR_NUMBER})?", _since_start, strong=False),
    _rule(r"\b(?:worst|deadliest|bloodiest|costliest) (?:single )?day\b|\b(?:on )?(?:that|the same|the following|the previous) day\b|\bthe day before\b|\bthe day after\b|\b(?:over|during|throughout|of) the day\b", _plain(PeriodKind.DAY)),
    _rule(r"\b(?:worst|deadliest|bloodiest|costliest) (?:single )?month\b|\b(?:that|the same|the following) month\b", _plain(PeriodKind.MONTH)),
    _rule(r"\b(?:worst|deadliest|bloodiest|costliest) (?:single )?year\b|\b(?:in|during) the (?:first|second|third|fourth|opening) year\b|\b(?:that|the same) year\b", _plain(PeriodKind.YEAR)),
    _rule(r"\b(?:in|during|over) (?:the )?(?:kursk|kharkiv|ground|military|cross-border|special forces|rescue|border|counter-?terrorism|[\w-]+ )?(?:operation|operations|incursion|offensive|counter-?offensive|raid|siege|campaign) (?:in|on|against|near|around)\b|\b(?:in|during) the (?:kursk|ground|cross-border|border|belgorod) (?:operation|incursion|raid)\b", _plain(PeriodKind.EVENT), strong=False),
    _rule(
        r"\b(?:began|started|erupted|broke out|begun) (?:in|on|back in|with)[^.;,]{0,24}?(?:19|20)\d\d\b", _since_start, strong=False
    ),
    _rule(r"\b(?:in|on|during) the (?:first|opening) (?:day|24 hours)\b|\b(?:first|opening) day of\b", _plain(PeriodKind.DAY)),
    _rule(r"\b(?:this|last|over the|at the|past|during the) weekend\b", _span(PeriodKind.HOURS48, -1)),
    _rule(rf"\bfrom {_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?(?: {_YEAR_NUMBER})? (?:to|until|through|till) [^.;,]{{0,30}}", _from_to),
    _rule(rf"\bfrom (?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH},?(?: {_YEAR_NUMBER})? (?:to|until|through|till) [^.;,]{{0,30}}", _from_to),
    _rule(r"\bsince (?:the )?(?:start|beginning|turn) of (?:the |this )?year\b|\bso far (?:this|in the) year\b|\bthis year\b|\byear[- ]to[- ]date\b|\bsince (?:1 january|january 1|new year)\b", _this_year),
    _rule(r"\bsince the (?:start|beginning) of (?:the|this|its|their|his) (?:\w+ ){0,2}(?:month|week|counter-?offensive|offensive|battle|assault|operation in|siege|incursion|raid)\b", _plain(PeriodKind.EVENT)),
    _rule(rf"\b(?:since|from|following|after) (?:the )?(?:very )?(?:start|beginning|outbreak|launch|onset|outset|first day)s? of (?:[\w'-]+ ){{0,5}}?{_WAR}\b|\b(?:since|from) (?:[\w'-]+ ){{0,3}}?{_WAR}(?: \w+){{0,3}} (?:began|started|erupted|broke out)", _since_start),
    _rule(rf"\bsince (?:[\w'-]+ ){{0,4}}?(?:invaded|invading|invades|launched (?:its|his|their|a|the)|began (?:its|his|their|the)|started (?:its|his|their|the)|attacked|it (?:erupted|began|started)|it broke out|(?:fighting|war|conflict|hostilities|violence) (?:erupted|began|started|broke out|resumed)|{_WAR})\b", _since_start),
    _rule(rf"\bsince (?:the )?(?:{_MONTH}(?: (?P<day>\d{{1,2}})(?:st|nd|rd|th)?)?,?(?: (?P<year>(?:19|20)\d\d))?)\b", _since_date),
    _rule(rf"\bsince (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH},?(?: (?P<year>(?:19|20)\d\d)\b)?", _since_date),
    _rule(rf"\bsince (?:late |early |mid-?)?{_YEAR_NUMBER}", _since_date),
    _rule(rf"\bfrom 24\.02(?:\.\d{{2,4}})? to \d\d\.\d\d(?:\.\d{{2,4}})?|\bsince then\b|\b(?:so far|thus far|to date) (?:in|during) the {_WAR}", _since_start),
    _rule(rf"\b(?:in|during|throughout|over|across|of) (?:the |this |its |their |his |[a-z-]{3,14}'s )?(?:[\w-]+ ){{0,2}}?(?:course of )?(?:the )?(?:entire |whole |full-scale |ongoing |nearly |almost |\w+-(?:year|month)-(?:old|long) |\w+ (?:years|months) of )?(?:the )?{_WAR}\b", _since_start, strong=False),
    _rule(r"\b(?:so far|to date|thus far|until now|up to now|overall death toll|total death toll)\b", _since_start, strong=False),
    _rule(rf"\b(?:in|during|over|within|for|of)?\s?(?:a |the |just |only |under |less than |barely |mere )*(?:{_PAST} )?(?:48 ?-?(?:hours?|hrs?)|forty-eight hours|two days)\b", _span(PeriodKind.HOURS48, -1)),
    _rule(rf"\b(?:in|during|over|within|for|of|per)?\s?(?:a |the |just |only |under |less than |mere )*(?:single )?(?:{_PAST} )?(?:24 ?-?(?:hours?|hrs?)|twenty-four hours)\b", _day(0)),
    _rule(rf"\b(?:in|during|over|within) (?:just |only )?(?:the |a )?(?:{_PAST}) day\b|\b(?:the|over) (?:{_PAST}) day\b|\bday earlier\b|\bsince (?:\w+day)'s (?:count|report|update|tally|toll)\b|\bovernight\b|\blast night\b|\b(?:{_PAST}) (?:calendar )?day\b|\bfor the day\b|\bin (?:past |last )?day\b(?! \d)", _day(0)),
    _rule(rf"\b(?:in|on) (?:a|one|any)(?: single)? day (?:back |early |late )?in {_MONTH}(?: {_YEAR_NUMBER})?", _day_in_month),
    _rule(rf"\b(?:(?<!in )(?<!within )(?<!on ){_RATE} day(?! (?:earlier|later|ago|before|after|prior|from|into)\b)|daily|per diem|a-day|every 24 hours|each passing day)\b", _plain(PeriodKind.UNSPECIFIED), rate=True),
    _rule(r"\b(?:in|within|over|on) (?:just |only )?(?:a|one|any) (?:single )?day\b|\bsingle-day\b|\bone-day\b|\bsingle day\b", _day(0)),
    _rule(r"\b(?:today|this morning|tonight|this evening)\b", _day(0), strong=False),
    _rule(r"\byesterday\b", _day(-1)),
    _rule(rf"\b(?:{_RATE} week(?! (?:earlier|later|ago|before|after|prior|from|into|long)\b)|weekly)\b(?! (?:reports?|updates?|briefings?|address|newsletter|magazine|bulletin|statements?)\b)", _plain(PeriodKind.WEEK)),
    _rule(rf"\b(?:{_RATE} month(?! (?:earlier|later|ago|before|after|prior|from|into|long)\b)|monthly)\b(?! (?:reports?|updates?|briefings?|address|newsletter|magazine|bulletin|statements?)\b)", _plain(PeriodKind.MONTH)),
    _rule(rf"\b(?:{_RATE} year(?! (?:earlier|later|ago|before|after|prior|from|into|long)\b)|annually|yearly|annual)\b(?! (?:reports?|address|conference|meeting)\b)", _plain(PeriodKind.YEAR)),
    _rule(rf"\b(?:{_PAST}|this|current) week\b|\b(?:{_PAST} )?(?:seven|7) days\b|\bin (?:a|one|just a|just one|the) (?:single )?week\b|\b(?:over|during) the week\b|\bsince (?:last|the previous) week\b", _span(PeriodKind.WEEK, -6)),
    _rule(rf"\b(?:the )?(?P<part>first|second|1st|2nd) half of (?:the year |this year|the year|{_YEAR_NUMBER})", _half),
    _rule(rf"\b{_MONTH} (?:and|to|through|-|until) (?:{_OTHER_MONTH})(?: {_YEAR_NUMBER})?", _plain(PeriodKind.OTHER)),
    _rule(rf"\b(?:between|from) {_MONTH}[^.;]{{0,20}}? (?:and|to|through|until) [^.;]{{0,3}}", _plain(PeriodKind.OTHER)),
    _rule(rf"\b(?:from|between) \d{{1,2}} {_MONTH}", _plain(PeriodKind.OTHER)),
    _rule(rf"\b(?:between|from) {_YEAR_NUMBER}", _plain(PeriodKind.OTHER)),
    _rule(rf"\b(?:on |of |for )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? {_YEAR_NUMBER})?", _date, strong=False),
    _rule(rf"\b(?:on |of |for )?{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)(?:,? {_YEAR_NUMBER})?", _date, strong=False),
    _rule(rf"\b(?:in|during|for|of|over|throughout|month of) (?:the month of |early |late |mid-|just |all of |the whole of )?{_MONTH}(?:,? (?:of )?{_YEAR_NUMBER})?(?! \d)", _month),
    _rule(rf"\b{_MONTH}(?:'s)? (?:{_YEAR_NUMBER} )?(?:alone\b|(?=(?:\w+ )?(?:loss|casualt|death|toll|total|figure)))", _month),
    _rule(rf"\b{_MONTH} was (?:the|its|their|one of the) [\w-]{{0,12}}(?:est|worst)\b", _month),
    _rule(r"\blast month\b|\b(?:the )?previous month\b", _last_month),
    _rule(r"\b(?:this|the current) month\b", _this_month),
    _rule(r"\b(?:the )?past month\b|\bin (?:a|one|just a|just one|a single) month\b|\b(?:the )?(?:past|last) (?:30|31|thirty) days\b|\b(?:over|during) the month\b|\bof the month\b", _span(PeriodKind.MONTH, -29)),
    _rule(r"\b(?:last|the previous) year\b", _last_year),
    _rule(r"\b(?:the )?past year\b|\bin (?:a|one|just one|a single) year\b|\b(?:past|last) (?:12|twelve) months\b|\byear-long\b", _span(PeriodKind.YEAR, -364)),
    _rule(rf"\b(?:in|during|throughout|for|over|all of|whole of) (?:the year |all of |the whole of |the course of |calendar year )?{_YEAR_NUMBER}(?! (?:invasion|war|offensive|battle|attack|coup|conflict))", _year),
    _rule(rf"^\W{{0,4}}{_YEAR_NUMBER}\s?[-:]", _year),
    _rule(rf"\b(?:on |early |late )?{_DAY}(?: night| morning| evening| afternoon)?(?!')", _weekday, strong=False),
]  # fmt: skip

_SIEVE = Sieve(pattern.pattern for pattern, *_ in _RULES)

# "the deadliest month since May 2022": how long there was no worse one, and no period of a figure.
_RECORD_SINCE = re.compile(
    r"\b(?:deadliest|worst|bloodiest|costliest|heaviest|highest|biggest|largest)\b[^.;:,\d]{0,50}\bsince\s?$",
    re.IGNORECASE,
)


def mentions(text: str, start: int, end: int, days: Calendar) -> list[Mention]:
    """The periods named in the sentence text[start:end], earlier rules winning where two overlap, in order."""
    out: list[Mention] = []
    passed: list[tuple[int, int]] = []
    sentence = text[start:end]
    for number in _SIEVE.passed(sentence):
        pattern, reader, rate, strong = _RULES[number]
        for match in pattern.finditer(sentence):
            begin, stop = start + match.start(), start + match.end()
            if any(m.start < stop and begin < m.end for m in out):
                continue
            if _RECORD_SINCE.search(sentence[max(0, match.start() - 70) : match.start() + 6]):
                passed.append((begin, stop))
                continue
            if any(first < stop and begin < last for first, last in passed):
                continue
            period, basis = reader(match, days)
            out.append(Mention(begin, stop, period, basis, rate, strong))
    return _within_opening_month(sentence, start, sorted(out, key=lambda mention: mention.start))


# "In June, N in just 24 hours": a month that opens the sentence holds the day that the rest of it leaves open.
_OPENING = re.compile(r"\W{0,3}(?:(?:and|but|back|also|earlier) ){0,2}$", re.IGNORECASE)
_SETTLED = re.compile(r"\b(?:past|last|previous|preceding)\b", re.IGNORECASE)


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
    if not open_day or re.search(r"\b(?:hours?|hrs?|day)\b", words, re.IGNORECASE) is None:
        return one
    return replace(one, period=Period(PeriodKind.DAY, month.start, month.end), basis=Basis.PUBLISHED)

"""The ways to name a period, in order: where two overlap, the earlier rule reads the words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from dashboard.extract import period_readers as read
from dashboard.extract.lexicon import periods as words
from dashboard.extract.lexicon.function import MONTHS, WEEKDAYS
from dashboard.extract.linear import Pattern, linear
from dashboard.extract.period_readers import Reader
from dashboard.extract.sieve import Sieve
from dashboard.model import PeriodKind


class Rule(NamedTuple):
    """A pattern with its reader; `rate` for "a day"; `strong` unless the words often date something else."""

    pattern: Pattern
    reader: Reader
    rate: bool
    strong: bool


class Rules(NamedTuple):
    """All rules, and the sieve that tells which of them may match a sentence."""

    rules: tuple[Rule, ...]
    sieve: Sieve


_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_OTHER_MONTH = _MONTH.replace("<month>", "<other>")
_WEEKDAY = "(?P<weekday>" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\b"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d|,\d{3}(?!\d)| thousand| million)"
# "In August 14,000 soldiers fell" tells a month, and no day of it.
_NO_DAY = r"(?! \d{1,2}(?!\d|,\d{3}(?!\d)| thousand| million))"
_LAST = r"(?P<last>\d{1,2})(?:st|nd|rd|th)?(?![\d,.]\d)"
_UP_TO = r"(?:-|to|through|till|until)"
_SINCE_YEAR = r"(?:,? (?P<since>(?:19|20)\d\d),?)?"
_FIRST_YEAR = r"(?P<since>(?:19|20)\d\d)"
_LAST_YEAR = r"\b(?:,? (?P<year>(?:19|20)\d\d)\b)?"
_AS_OF = r"(?:up to|as of|as at|by the end of|by the start of|by|until|as recently as)"
_TO = r"(?:to|until|through|till)"
_START_OF = r"(?:start|beginning|turn) of"
_COUNT = "(?P<count>\\d{1,2}|" + "|".join(words.NUMBERS) + ")"
_JUST = r"(?:(?:a|the|just|only|under|less than|barely|mere) ){0,4}"
# Stand for a conflict's own words, and for its first day in digits.
_WAR, _START = "<war>", "<start>"
_RATE, _WEAK = "rate", "weak"

_Row = tuple[str, Reader] | tuple[str, Reader, str]
# fmt: off
_STATES: list[_Row] = [
    (rf"\b{_AS_OF} (?:early |late |mid-|the (?:end|morning) of |mid |early-|late-)?(?:(?P<day>\d{{1,2}}) )?{_MONTH}"
     rf"(?: \d{{1,2}})?(?:,? {_YEAR})?|\b{_AS_OF} (?:early |late |mid-|the )?{words.SEASONS}\b",
     read.since_start, _WEAK),
    (r"\bas of (?:today|now|yesterday|this morning)\b", read.since_start, _WEAK),
    (rf"\b{_MONTH}(?: {_YEAR})? (?:was|is|remains|became|proved(?: to be)?|had been|has been) (?:[\w'\"-]+ ){{0,5}}?"
     r"(?:[\w-]{0,12}est|worst|most|least|record|first)\b", read.month),
    (rf"\b{_YEAR} (?:was|is|proved|became|remains) (?:\w+ ){{0,3}}(?:[\w-]{{0,12}}est|worst)\b", read.year),
    (r"\bthe month (?:was|is|has been|proved|became) (?:\w+ ){0,3}(?:[\w-]{0,12}est|worst)\b",
     read.undated(PeriodKind.MONTH)),
    (rf"(?:^\W{{0,3}}|[.;,] |\b(?:says?|said|that|and|but|while) ){_MONTH}(?: {_YEAR})? (?:alone )?"
     r"(?:saw|brought|recorded|witnessed|cost|averag(?:ed|es))\b", read.month),
    (rf"\b(?:was|were|came in|is|remains) (?:in )?(?:early |late |mid-)?{_MONTH}(?:,? {_YEAR})?,? when\b", read.month),
    (rf"\bsince (?:the )?{words.ONSET} of (?:the|this|the current) month\b", read.this_month),
    (rf"\bsince (?:the )?{words.ONSET} of (?:the|this|the current) week\b", read.until_now(PeriodKind.WEEK, -6)),
    (r"\b(?:over|in|during|within) the previous day\b", read.day_back(0)),
    (rf"\b{words.WORST} (?:single )?day\b|\b(?:on )?(?:that|the same|the following|the previous) day\b"
     r"|\bthe day (?:before|after)\b|\b(?:over|during|throughout|of) the day\b", read.undated(PeriodKind.DAY)),
    (rf"\b{words.WORST} (?:single )?month\b|\b(?:that|the same|the following) month\b", read.undated(PeriodKind.MONTH)),
    (rf"\b{words.WORST} (?:single )?year\b|\b(?:in|during) the (?:first|second|third|fourth|opening) year\b"
     r"|\b(?:that|the same) year\b", read.undated(PeriodKind.YEAR)),
    (rf"\b(?:in|during|over) (?:the )?{words.KINDS_OF_OPERATION}?{words.OPERATIONS} (?:in|on|against|near|around)\b"
     r"|\b(?:in|during) the (?:kursk|ground|cross-border|border|belgorod) (?:operation|incursion|raid)\b",
     read.undated(PeriodKind.EVENT), _WEAK),
    (r"\b(?:began|started|erupted|broke out|begun) (?:in|on|back in|with)[^.;,]{0,24}?(?:19|20)\d\d\b",
     read.since_start, _WEAK),
    (r"\b(?:in|during) an? (?:[\w-]{1,20} ){0,2}operations?\b", read.undated(PeriodKind.EVENT), _WEAK),
    (rf"\b{words.NTH} (?:full )?week (?:of|alone)\b", read.undated(PeriodKind.WEEK)),
    (rf"\b{words.NTH} (?:full )?month (?:of|alone)\b", read.undated(PeriodKind.MONTH)),
    (rf"\b{words.NTH} (?:full )?year of\b", read.undated(PeriodKind.YEAR)),
    (rf"\b{words.NTH}(?<! last) (?:\w+ )?(?:days|weeks|months|years) of\b",
     read.undated(PeriodKind.OTHER)),
    (r"\b(?:in|on|during) the (?:first|opening) (?:day|24 hours)\b|\b(?:first|opening) day of\b",
     read.undated(PeriodKind.DAY)),
    (r"\b(?:this|last|over the|at the|past|during the) weekend\b", read.until_now(PeriodKind.HOURS48, -1)),
    (rf"\bfrom {_MONTH} {_DAY},?(?: {_YEAR})? {_TO} [^.;,]{{0,30}}", read.from_to),
    (rf"\bfrom {_DAY} {_MONTH},?(?: {_YEAR})? {_TO} [^.;,]{{0,30}}", read.from_to),
    (r"\bsince (?:the )?(?:start|beginning|turn) of (?:the |this )?year\b|\bso far (?:this|in the) year\b|\bthis year\b"
     r"|\byear[- ]to[- ]date\b|\bsince (?:1 january|january 1|new year)\b"
     r"|\bfor the year\b(?! (?:to|ending|ended|before))", read.this_year),
    (rf"\b(?:since|from) (?:the )?(?:very )?{_START_OF} {_YEAR}", read.since_year),
    (rf"\b(?:since|from|so far) (?:the )?(?:{_START_OF} )?(?:the|this|the current) month\b", read.this_month),
    (rf"\bsince the {_START_OF} (?:the|this|the current) week\b", read.until_now(PeriodKind.WEEK, -6)),
    (rf"\bsince the {_START_OF} (?:the|this|its|their|his) (?:\w+ ){{0,2}}{words.BATTLES}\b",
     read.undated(PeriodKind.EVENT)),
    (rf"\b(?:in|during|amid|from) (?:the |this )?(?:\w{{1,20}} ){{0,2}}{words.LOCAL_FIGHT}(?= {words.NEAR}\b)",
     read.nothing),
]
_SINCE: list[_Row] = [
    (rf"\b(?:between|from) (?:the )?{words.ONSET} of [^.;,\d]{{0,40}}?{_WAR}"
     rf"(?: in {_MONTH}(?: {_FIRST_YEAR})?)? (?:and|{_TO}) {_OTHER_MONTH} {_YEAR}", read.to_month),
    (r"\b(?:since|from|following|after) (?:the )?(?:very )?"
     rf"(?:start|beginning|outbreak|launch|onset|outset|first day)s? of (?:[\w'-]+ ){{0,5}}?{_WAR}\b"
     r"(?: (?:back )?in (?:[\w-]+ ){0,2}?(?:19|20)\d\d\b)?"
     rf"|\b(?:since|from) (?:[\w'-]+ ){{0,3}}?{_WAR}(?: \w+){{0,3}} {words.BEGAN}",
     read.since_start),
    (rf"\bsince (?:[\w'-]+ ){{0,4}}?(?:{words.INVADED}|{_WAR})\b"
     r"(?: (?:back )?(?:in|of) (?:[\w-]+ ){0,2}?(?:19|20)\d\d\b)?", read.since_start),
    (rf"\bsince (?:[\w'-]+ ){{1,6}}?{words.BEGAN}(?: (?:in|on|last)(?: late| early| mid)?[ -]{_MONTH}(?: {_DAY}\b)?"
     rf"(?:,? {_YEAR})?)?", read.undated(PeriodKind.SINCE_START)),
    (rf"\bsince (?:the )?(?:{_MONTH}(?: {_DAY})?,?(?: (?P<year>(?:19|20)\d\d))?)\b", read.since_date),
    (rf"\bsince (?:the )?{words.ONSET} of (?:the month of )?{_MONTH}(?:,? (?P<year>(?:19|20)\d\d))?", read.since_date),
    (rf"\bsince (?:the )?{_DAY}(?: of)? {_MONTH},?(?: {_YEAR})?", read.since_date),
    (rf"\bsince (?:[\w'-]+ ){{1,6}}?(?:in|on|of|last) (?:late |early |mid-)?{_MONTH}(?: {_DAY}\b)?(?:,? {_YEAR})?",
     read.since_date),
    (rf"\bsince (?:[\w'-]+ ){{1,6}}?on {_DAY}(?: of)? {_MONTH}(?:,? {_YEAR})?", read.since_date),
    (rf"\bsince (?:late |early |mid-?)?{_YEAR}", read.since_date),
    (rf"\bsince (?:last |this past |early |late )?{_WEEKDAY}(?!')", read.since_weekday),
    (r"\bsince (?:dawn|midnight|daybreak|this morning|last night|sunrise|the morning|the early hours)\b",
     read.day_back(0)),
    (r"\bsince yesterday\b", read.until_now(PeriodKind.HOURS48, -1)),
    (rf"\b(?:since|from) {_START}\b(?: to \d\d\.\d\d(?:\.\d{{2,4}})?)?|\bsince then\b"
     rf"|\b(?:so far|thus far|to date) (?:in|during) the {_WAR}", read.since_start),
    (r"\b(?:in|during|throughout|over|across|of) (?:the |this |its |their |his |[a-z-]{3,14}'s )?(?:[\w-]+ ){0,2}?"
     r"(?:course of )?(?:the )?(?:entire |whole |full-scale |ongoing "
     rf"|{words.ROUGHLY}\w+[ -](?:year|month|week|day)s?(?:[ -](?:old|long))? "
     rf"|{words.ROUGHLY}\w+ (?:year|month)s?(?: and a half)? of )?(?:the )?{_WAR}\b", read.since_start, _WEAK),
    (r"\b(?:in|during|amid|since|of) the ongoing (?:\w+ )?(?:assault|offensive|onslaught|war|conflict|campaign|genocide"
     r"|aggression|hostilities|fighting|violence|bombardment)\b", read.undated(PeriodKind.SINCE_START), _WEAK),
    (r"\b(?:so far|to date|thus far|until now|up to now|(?:overall|total) death toll)\b", read.since_start, _WEAK),
]
_DAYS: list[_Row] = [
    (rf"\b(?:in|during|over|within|for|of)?\s?{_JUST}(?:{words.PAST} )?"
     r"(?:48 ?-?(?:hours?|hrs?)|forty-eight hours|two days)\b", read.until_now(PeriodKind.HOURS48, -1)),
    (rf"\b(?:in|during|over|within|for|of|per)?\s?{_JUST}(?:single )?(?:{words.PAST} )?"
     r"(?:24 ?-?(?:hours?|hrs?)|twenty-four hours)\b", read.day_back(0)),
    (rf"\b(?:in|during|over|within) (?:just |only )?(?:the )?{words.PAST} (?:12|twelve|few|several) hours\b"
     r"|\b(?:in|during) the early hours\b|\bin (?:a|one)(?: single)? night\b|\bovernight into\b", read.day_back(0)),
    (rf"\b(?:in|during|over|within) (?:just |only )?(?:the |a )?{words.PAST} day\b|\b(?:the|over) {words.PAST} day\b"
     r"|\bday earlier\b|\bsince (?:\w+day)'s (?:count|report|update|tally|toll)\b|\bovernight\b|\blast night\b"
     rf"|\b{words.PAST} (?:calendar )?day\b|\bfor the day\b|\bin (?:past |last )?day\b(?! \d)", read.day_back(0)),
    (rf"\b{words.DAILY} {words.PEAK}\b(?: of| was| is|:| at)?(?=[^.;]{{0,40}}? in {_MONTH}(?:,? {_YEAR})?)",
     read.some_day_in_month),
    (rf"\b{words.DAILY} {words.PEAK}\b|\b{words.PEAK} (?:for|of) (?:a |one |any )?(?:single )?day\b",
     read.day_back(0), _WEAK),
    (rf"\b(?:in|on) (?:a|one|any)(?: single)? day (?:back |early |late )?in {_MONTH}(?: {_YEAR})?",
     read.some_day_in_month),
    (rf"\b(?:(?<!\bin )(?<!\bwithin )(?<!\bon )(?<!\bthan )(?<!\bunder ){words.RATE} day(?! {words.SHIFTED}\b)"
     r"|daily|per diem|a-day|every 24 hours|each passing day)\b", read.undated(PeriodKind.UNSPECIFIED), _RATE),
    (r"\b(?:in|within|over|on) (?:just |only |less than |under |about |barely )?(?:a|one|any) (?:single )?day\b"
     r"|\b(?:single-day|one-day|single day)\b",
     read.day_back(0)),
    (r"\b(?:today|this morning|tonight|this evening)\b", read.day_back(0), _WEAK),
    (r"\byesterday\b", read.day_back(-1)),
]
_SPANS: list[_Row] = [
    (rf"\b(?:between|from) {_DAY} {_MONTH},? {_FIRST_YEAR} (?:and|{_UP_TO}) {_OTHER_MONTH} {_YEAR}", read.to_month),
    (rf"\bfrom {_MONTH} {_DAY},? {_FIRST_YEAR}, (?:which|when) [^.;,]{{1,90}}, {_TO} {_OTHER_MONTH} {_LAST}"
     rf"{_LAST_YEAR}", read.span),
    (rf"\bfrom {_DAY} {_MONTH},? {_FIRST_YEAR}, (?:which|when) [^.;,]{{1,90}}, {_TO} {_LAST} {_OTHER_MONTH}"
     rf"{_LAST_YEAR}", read.span),
    (rf"\bbetween {_MONTH} {_DAY}{_SINCE_YEAR} ?(?:and|{_UP_TO}) ?(?:{_OTHER_MONTH} )?{_LAST}{_LAST_YEAR}", read.span),
    (rf"\bbetween {_DAY}(?: {_MONTH})?{_SINCE_YEAR} ?(?:and|{_UP_TO}) ?{_LAST} {_OTHER_MONTH}{_LAST_YEAR}", read.span),
    (rf"\b{_MONTH} {_DAY}{_SINCE_YEAR} ?{_UP_TO} ?(?:{_OTHER_MONTH} )?{_LAST}{_LAST_YEAR}", read.span),
    (rf"\b{_DAY}(?: {_MONTH})?{_SINCE_YEAR} ?{_UP_TO} ?{_LAST} {_OTHER_MONTH}{_LAST_YEAR}", read.span),
    (rf"\b(?:{words.RATE} week(?! (?:{words.SHIFTED}|long)\b)|weekly)\b(?! {words.OF_PAPERS}\b)",
     read.undated(PeriodKind.WEEK)),
    (rf"\b(?:{words.RATE} month(?! (?:{words.SHIFTED}|long)\b)|monthly)\b(?! {words.OF_PAPERS}\b)",
     read.undated(PeriodKind.MONTH)),
    (rf"\b(?:{words.RATE} year(?! (?:{words.SHIFTED}|long)\b)|annually|yearly|annual)\b"
     r"(?! (?:reports?|address|conference|meeting)\b)", read.undated(PeriodKind.YEAR)),
    (rf"\b(?:{words.PAST}|this|current) week\b|\b(?:{words.PAST} )?(?:seven|7) days\b"
     r"|\bin (?:a|one|just a|just one|the) (?:single )?week\b|\b(?:over|during) the week\b"
     r"|\bsince (?:last|the previous) week\b", read.until_now(PeriodKind.WEEK, -6)),
    (rf"\b(?:the )?{words.PAST} {_COUNT} days\b", read.days_back),
    (rf"\b(?:the )?{words.PAST} (?:three|four|five|six|seven|eight|nine|ten|eleven|[3-9]|1[01]) months\b"
     rf"|\b(?:in|for|during|over) the \w+ months to {_OTHER_MONTH}|\b(?:the )?(?:past|last|recent) weeks\b"
     rf"|\b(?:the )?(?:{words.PAST} )?(?:few|several) (?:days|weeks|months)\b"
     rf"|\b(?:{words.PAST} )?(?:two|three|2|3) weeks\b", read.undated(PeriodKind.OTHER)),
    (r"\b(?:the )?(?:first|second|third|fourth|last|final|this|1st|2nd|3rd|4th) quarter\b"
     r"|\b(?:in )?q[1-4](?: (?:19|20)\d\d)?\b"
     rf"|\b(?:this|last|the) {words.SEASONS}\b(?: of (?:19|20)\d\d)?|\bin {words.SEASONS}(?: (?:19|20)\d\d)?\b"
     rf"|\bthe {words.ORDINAL} \w+ (?:days|weeks|months) of\b",
     read.undated(PeriodKind.OTHER)),
    (rf"\b(?:the )?(?P<part>first|second|1st|2nd) half of (?:the year |this year|the year|{_YEAR})", read.half),
    (rf"\b{_MONTH} (?:and|to|through|-|until) (?:{_OTHER_MONTH})(?: {_YEAR})?", read.undated(PeriodKind.OTHER)),
    (rf"\b(?:between|from) {_MONTH}[^.;]{{0,20}}? (?:and|to|through|until) [^.;]{{0,3}}",
     read.undated(PeriodKind.OTHER)),
    (rf"\b(?:from|between) \d{{1,2}} {_MONTH}", read.undated(PeriodKind.OTHER)),
    (rf"\b(?:between|from) {_YEAR}", read.undated(PeriodKind.OTHER)),
]
_DATES: list[_Row] = [
    (rf"\b(?:on |of |for )?{_DAY}(?: of)? {_MONTH}(?:,? {_YEAR})?", read.day_of_month, _WEAK),
    (rf"\b(?:on |of |for )?{_MONTH} {_DAY}\b(?!\d)(?:,? {_YEAR})?", read.day_of_month, _WEAK),
    (r"\b(?:in|during|for|of|over|throughout|month of) "
     rf"(?:the month of |early |late |mid-|just |all of |the whole of )?{_MONTH}(?:,? (?:of )?{_YEAR})?{_NO_DAY}",
     read.month),
    (rf"\b(?:average|mean|rate)\b[^.;,\d]{{0,40}} through {_MONTH}(?:,? {_YEAR})?{_NO_DAY}", read.month),
    (rf"\bthis {_MONTH}{_NO_DAY}", read.month),
    (rf"\b{_MONTH} {_YEAR}(?=,? with\b)", read.month),
    (rf"\b{_MONTH}(?:'s)? (?:{_YEAR} )?(?:alone\b|(?=(?:\w{{1,20}} )?"
     r"(?:loss|casualt|death|toll|total|figure|average|mean|rate|tally|count)))",
     read.month),
    (r"\blast month\b|\b(?:the )?previous month\b", read.month_before),
    (r"\b(?:this|the current) month\b(?! as\b)", read.this_month),
    (r"\b(?:the )?past month\b|\bin (?:a|one|just a|just one|a single) month\b"
     r"|\b(?:the )?(?:past|last) (?:30|31|thirty) days\b|\b(?:over|during|for) the month\b|\bof the month\b",
     read.until_now(PeriodKind.MONTH, -29)),
    (r"\bsince last year\b", read.since_last_year),
    (r"\b(?:last|the previous) year\b(?!'s)", read.year_before),
    (r"\b(?:for|over|during|throughout|across|in the course of) the (?:calendar |whole |entire )?year\b",
     read.undated(PeriodKind.YEAR)),
    (r"\b(?:the )?past year\b|\bin (?:a|one|just one|a single) year\b|\b(?:past|last) (?:12|twelve) months\b"
     r"|\byear-long\b", read.until_now(PeriodKind.YEAR, -364)),
    (r"\b(?:in|during|throughout|for|over|all of|whole of) "
     rf"(?:the year |all of |the whole of |the course of |calendar year )?{_YEAR}(?! {words.ATTACKS})", read.year),
    (rf"^\W{{0,4}}{_YEAR}\s?[-:]", read.year),
    (rf"^[^a-z0-9]{{0,4}}{_MONTH}(?: {_YEAR})?\s?:", read.month),
    (rf"\b(?:on |early |late )?{_WEEKDAY}(?: night| morning| evening| afternoon)?(?!')", read.weekday, _WEAK),
]
# fmt: on


@lru_cache(maxsize=8)
def rules_for(war_words: tuple[str, ...]) -> Rules:
    """The rules where a war, and its first day, go by these words beside those for any war."""
    plain = sorted({w.lower() for w in war_words if not re.search(r"\d", w)} | set(words.WARS), key=len, reverse=True)
    dotted = {w for w in war_words if re.fullmatch(r"\d\d\.\d\d\.\d{2,4}", w)}
    war = "(?:" + "|".join(map(re.escape, plain)) + ")"
    # A date that no text holds stands where a conflict gives none in digits.
    dates = sorted({*dotted, *(w[:5] for w in dotted)}, key=len, reverse=True) or ["00.00"]
    start = "(?:" + "|".join(map(re.escape, dates)) + ")"
    rules = tuple(
        Rule(linear(row[0].replace(_WAR, war).replace(_START, start)), row[1], _RATE in row[2:], _WEAK not in row[2:])
        for row in (*_STATES, *_SINCE, *_DAYS, *_SPANS, *_DATES)
    )
    return Rules(rules, Sieve(rule.pattern.pattern for rule in rules))

"""What a number is by its form and its closest neighbours, when it can be no count of losses."""

from __future__ import annotations

import re

from dashboard.extract.lexicon.slavic import MONTHS
from dashboard.extract.linear import Pattern, linear
from dashboard.extract.sieve import Sieve

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|(?-i:May|MAY)|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|"
    rf"{MONTHS})"
)
_MONEY_WORDS = (
    r"dollars?|usd|euros?|eur|pounds|sterling|hryvnias?|uah|rubles?|roubles?|rub|shekels?|rupees?|"
    r"lira|yuan|cents?|bucks"
)
_TIME = (
    r"hours?|hrs?|days?|weeks?|months?|years?|minutes?|mins?|seconds?|decades?|centur(?:y|ies)|"
    r"o'clock|a\.?m\.?|p\.?m\.?|gmt|local time|nights?|mornings?|weekends?|fortnights?|times"
)
_LENGTH = (
    r"km|kms|kilomet(?:er|re)s?|mi|miles?|met(?:er|re)s?|feet|foot|ft|inch(?:es)?|yards?|cm|mm|"
    r"nautical|millimet(?:er|re)s?|centimet(?:er|re)s?|степ"
)
_AREA = (
    r"(?:sq(?:uare)?\.?[ -]?(?:km|kilomet(?:er|re)s?|mi|miles?|met(?:er|re)s?|feet|m)|km2|km²|"
    r"hectares?|acres?|sq\b)"
)
_OTHER = (
    r"tons?|tonnes?|kg|kilograms?|kilos?|barrels?|litres?|liters?|megawatts?|mw|degrees?|"
    r"percentage|points?|votes?|seats?"
)


# What stands behind a month and a day is their year, or a figure of its own: "Since Oct. 7, 247 soldiers".
_DATED = "the year of a date"
# What stands behind a month alone is its day or its year: "in August 14,000 soldiers fell" is neither.
_OF_MONTH = "a date"
# "men under 50"; a count of men is larger.
_BELOW_AGE = "an age given as a bound"


def _compiled(*rows: tuple[str, str]) -> list[tuple[Pattern, str]]:
    """Each pattern compiled, with the reason that it gives."""
    return [(linear(pattern), reason) for pattern, reason in rows]


_AFTER = _compiled(
    (r"\s?(?:%|per ?cent\b|percent|pct\b|percentage)", "a percentage"),
    (
        rf"[ -]?(?:(?:billion|million|thousand|bn|trillion)[ -])?(?:{_MONEY_WORDS})\b|\s?[€$£₴₽₹]|"
        rf"\s?(?:billion|trillion|bn)\b",
        "an amount of money",
    ),
    (r"(?:st|nd|rd|th|er|ème)\b", "an ordinal, such as a unit's number"),
    (r"[ -](?:years?[ -]olds?|months?[ -]olds?|year olds?)\b", "an age"),
    (rf"[ -]?(?:{_AREA})", "an area"),
    (
        r" (?:casualties|losses|deaths|dead|men|soldiers|troops|lives) (?:per|for each|for every) (?:square|sq|km)",
        "a rate per area",
    ),
    (r"[ -](?:figures|digits)\b", "how many digits a number has"),
    (rf"[ -]?(?:{_TIME})\b", "a length of time"),
    (rf"[ -]?(?:{_LENGTH})\b", "a distance or a length"),
    (rf"[ -](?:more |full |straight |consecutive |long |calendar |working )(?:{_TIME})\b", "a length of time"),
    (rf"[ -](?:{_OTHER})\b", "a measure"),
    (r"-(?:strong|member|man|person|point|seat|ton|tonne|tonner|mile|pound)\b", "troop strength or a size"),
    (rf"\s{_MONTH}\b", "a date"),
    (r":\d", "a time or a ratio"),
    (r"/\d", "a date or a ratio"),
    (r"[¼½¾⅐-⅞]", "a fraction"),
    (
        r"-?to-(?:\d|one)|:1\b|\sin (?:every |each )?(?:\d{1,3}|two|three|four|five|six|ten|twenty|a hundred)\b"
        r"(?! (?:years|people))|\sout of (?:every |each |(?:\d|10|100)\b(?![,.]\d)|two|three|four|five|ten|a hundred)",
        "a ratio",
    ),
    (r"(?:-(?:thirds?|quarters?|fifths?)|\s(?:thirds?|quarters)\b)", "a fraction"),
    (r"-(?=[a-z])(?!odd|some|plus)", "part of a compound word"),
    (r"(?=[a-z]{1,3}\b)(?!k\b)", "part of a name"),
    (r"\.\d", "a decimal or a date"),
    (r"\s(?:votes|times|fold|goals|points|medals)\b", "a measure"),
)
_BEFORE = _compiled(
    (r"(?-i:(?:[$€£₴₽¥₹]|\b(?:US|C|A)\$|\b(?:USD|EUR|UAH|GBP|RUB|Rs\.?))\s?\Z)", "an amount of money"),
    (rf"\b{_MONTH}\.?(?: the)?\s\Z", _OF_MONTH),
    (rf"\b{_MONTH}\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?:,|,? \w{{3,9}},)?\s\Z", _DATED),
    (r"(?-i:(?<![a-z])[A-Z][A-Za-z]{0,12}-\Z)", "the name of a weapon"),
    (r"(?-i:(?:^|[^A-Za-z])[A-Z]{1,4}\Z)", "the name of a weapon"),
    (r"\b(?:aged?|ages)\s(?:of\s|between\s)?(?:about\s|just\s)?\Z", "an age"),
    (r"\b(?:man|woman|boy|girl|person|soldier|civilian)\sof\s\Z", "an age"),
    (
        r"\b(?:men|women|people|children|boys|girls|those|males|anyone)\s(?:aged\s)?(?:under|over|below|above)\s\Z",
        _BELOW_AGE,
    ),
    (
        r"(?<!, )(?<!dead )(?<!wounded )(?<!killed )(?<!injured )(?<!missing )(?<!losses )(?<!deaths )(?<!casualties )"
        r"\bnumber\s?#?\Z",
        "part of a name",
    ),
    (
        r"\b(?:no\.?|nos\.?|№|article|resolution|chapter|page|flight|room|route|highway|school|"
        r"hospital|unit|brigade|battalion|regiment|group of|group|level|phase|section|version|part|"
        r"channel|point|camp|sector|block|zone|apt|fab|grad|himars|leopard|abrams|challenger|bradley|"
        r"marder|gepard|tu|su|mig|kh|kalibr|neptune|f|shahed|geran|iskander|storm|boeing|airbus|"
        r"airbase|class of|title|tier|season|episode|box|protocol|base|world war|cop)\s?#?\Z",
        "part of a name",
    ),
    (r"(?-i:\bDay\s?\Z)|\b(?:on|by|is|was|until|its) day\s?\Z", "part of a name"),
    (r"#$|@$|/$|\d[:.]\Z", "part of a name or an address"),
    (r"\bone of\s\Z", "a ratio"),
)
_SIEVE_AFTER = Sieve((pattern.pattern for pattern, _ in _AFTER), from_start=True)
_SIEVE_BEFORE = Sieve(pattern.pattern for pattern, _ in _BEFORE)
_COUNTED_AFTER = re.compile(
    r"\s(?:[A-Z]?[a-z]+ ){0,2}(?:soldiers?|troops?|people|civilians|personnel|servicemen|fighters|"
    r"militants|casualties|deaths|dead|killed|wounded|injured|losses|children|women|men|were|have|"
    r"tanks|prisoners)\b"
)
_WINDOW = 30
# A number that goes on with a word is part of a name ("T-90"), unless the word is a long or a small one: "mid-2024".
_GLUED = re.compile(r"[A-Za-z][-.]\Z|[A-Za-z]\Z")
_APART = re.compile(r"[a-z]{4,}\Z|(?:^|\s)(?:mid|ex)-\Z")
_NAMED_AGE = re.compile(r"\b[A-Z][\w'-]+,\s$")


def reason_by_form(text: str, start: int, end: int, value: float, *, bare: bool) -> str | None:
    """Why the number text[start:end] can be no count, judging by form alone; None where it can.

    `bare` digits without separator or scale may be a year.
    """
    before, after = text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW]
    for pattern, reason in (_BEFORE[number] for number in _SIEVE_BEFORE.passed(before)):
        if _fits(reason, value, bare) and pattern.search(before):
            return reason
    if not before[-1:].isspace() and _GLUED.search(before) and not _APART.search(before):
        return "part of a name"
    for pattern, reason in (_AFTER[number] for number in _SIEVE_AFTER.passed(after)):
        if pattern.match(after):
            return reason
    if bare and 1900 <= value <= 2100 and end - start == 4 and _is_year(before, after):
        return "a year"
    if (
        bare
        and value < 120
        and _NAMED_AGE.search(before)
        and after[:1] in ",.;"
        and not re.match(r",? (?:were|killed)", after)
    ):
        return "an age"
    return None


def _fits(reason: str, value: float, bare: bool) -> bool:
    """Whether a number is of the size that a reason asks for."""
    year = bare and 1900 <= value <= 2100
    return {_DATED: year, _OF_MONTH: year or value <= 31, _BELOW_AGE: value < 100}.get(reason, True)


def _is_year(before: str, after: str) -> bool:
    """Whether four digits between 1900 and 2100 stand as a year rather than as a count."""
    if _COUNTED_AFTER.match(after):
        return bool(re.search(r"\b(?:in|since|of|by|until|from|during|early|late|mid)\s?$", before)) and not re.match(
            r"\s(?:soldiers|troops|people|civilians)", after
        )
    return True

"""Hedges: the words before and after a number that make it about, at least, nearly or up to."""

from __future__ import annotations

import re

from dashboard.extract.linear import linear
from dashboard.extract.sieve import Sieve
from dashboard.model import Hedge

_BEFORE: dict[Hedge, str] = {
    Hedge.AT_LEAST: (
        r"(?:well |far |slightly |just |even |much |significantly |considerably )?(?:more than|over|"
        r"above|in excess of|upwards? of|north of|greater than)|at least|"
        r"no (?:fewer|less) than|not (?:fewer|less) than|a minimum of|minimum|exceed(?:s|ed|ing)?|"
        r"surpass(?:es|ed|ing)?|"
        r"top(?:s|ped|ping)?|pass(?:es|ed|ing)?|cross(?:es|ed|ing)?|breach(?:es|ed)?|beyond|past|"
        r"not (?:dipped|fallen|dropped|gone) below|above|"
        r"(?:pass|cross|surpass|exceed|top|breach)(?:ed|es|ing|ped|s)? the (?:threshold|mark|milestone|barrier) of|"
        r"понад|щонайменше|більше(?: ніж)?|більш як|свыше|более(?: чем)?|не менее|не менше"
    ),
    Hedge.NEARLY: (
        r"nearly|almost|close to|just under|just below|just shy of|shy of|slightly (?:less|"
        r"fewer) than|a little (?:under|less than)|"
        r"approach(?:ing|es)?|nearing|nears|near|pushing|touching|bordering on|verging on|"
        r"not quite|virtually|майже|почти"
    ),
    Hedge.UP_TO: (
        r"up to|as many as|as much as|as high as|no more than|not more than|at most|a maximum of|"
        r"maximum|fewer than|less than|below|under|at the most|до"
    ),
    Hedge.ABOUT: (
        r"about|around|perhaps|roughly|approximately|approx\.?|circa|some|an estimated|estimated|"
        r"an approximate|~|≈|somewhere around|somewhere near|in the region of|in the vicinity of|"
        r"in the neighbou?rhood of|something like|more like|closer to|on the order of|"
        r"in the order of|or so|близько|около|(?:примерно|приблизно|орієнтовно|ориентировочно)(?: у| в)?|порядка|"
        r"the order of"
    ),
}
_TAIL = (
    r"(?:\s+(?:another|a further|an additional|a total of|a|an|some|about|around|the|new|"
    r"additional))?\s*['\"(]?\s*$"
)
# "below the 1,570 of May" sets two figures beside each other, and hedges neither.
_SET_BESIDE = _TAIL.replace("|the|", "|")
_PATTERNS = [
    (hedge, linear(rf"(?:^|[^\w-])({words}){_SET_BESIDE if hedge in (Hedge.AT_LEAST, Hedge.UP_TO) else _TAIL}"))
    for hedge, words in _BEFORE.items()
]
_AFTER = [
    (
        Hedge.AT_LEAST,
        re.compile(
            r"\s?\+(?!\d)|\s{1,3}(?:(?:[a-z]{3,11} )?or more|plus|and counting|at (?:the )?least|at a minimum)\b",
            re.IGNORECASE,
        ),
    ),
    (Hedge.ABOUT, re.compile(r"\s{1,3}or so\b|-odd\b|-some\b", re.IGNORECASE)),
    (Hedge.UP_TO, re.compile(r"\s{1,3}(?:or fewer|or less|at most)\b", re.IGNORECASE)),
]
_MARK = re.compile(r"[ -](?:\w+ )?(?:mark|threshold|milestone|barrier)\b")
_PASSING = re.compile(r"(?:pass|cross|surpass|exceed|top|breach|broke)\w{0,5} (?:the|a) '?$", re.IGNORECASE)
# "has gone up to 28", "adds up to 900" tell what a count has come to, not a bound.
_RISING = re.compile(
    r"\b(?:gone|go(?:es|ing)?|went|mov(?:ed|ing)|crept|climb(?:ed|s|ing)|shot|jump(?:ed|ing)|tick(?:ed|s)|edg(?:ed|ing)"
    r"|rose|ris(?:es|en|ing)|add(?:ed|s|ing)?|toll|tally|death count"
    r"|(?:br(?:ought|ings?|inging)|tak(?:es|ing|en)|took|push(?:ed|es|ing)|driv(?:es|ing)|drove)\s(?!out\b)[^.;,]{3,30})\s\Z",
    re.IGNORECASE,
)
_SIEVE = Sieve(pattern.pattern for _, pattern in _PATTERNS)
_WINDOW = 44
# "a report about 900 dead" tells what it is of.
_OF_WHAT = ("data ", "report ", "reports ", "claim ", "claims ", "information ", "news ")
# "the toll is past 3,000", but "the past 24 hours".
_PAST = 1000


def hedge_before(text: str, floor: int, start: int, size: float) -> tuple[Hedge | None, int]:
    """The hedge that ends where a number starts, and where the hedge starts; (None, start) where there is none."""
    begin = max(floor, start - _WINDOW)
    before = text[begin:start]
    if size < 4 and before.rstrip().lower().endswith("some") and "more than" not in before[-14:].lower():
        return None, start
    for number in _SIEVE.passed(before):
        hedge, pattern = _PATTERNS[number]
        match = pattern.search(before)
        if match and not _is_else(match.group(1).lower(), before[: match.start(1)], size):
            return hedge, begin + match.start(1)
    return None, start


def _is_else(words: str, before: str, size: float) -> bool:
    """Whether words of a hedge mean something else behind what stands before them."""
    if words == "about":
        return before.lower().endswith(_OF_WHAT)
    return (words == "up to" and _RISING.search(before) is not None) or (words == "past" and size < _PAST)


def hedge_after(text: str, start: int, end: int, ceiling: int) -> Hedge | None:
    """The hedge that follows the number text[start:end], as in "500 or more", "passed the 500 mark"."""
    after = text[end : min(end + 26, ceiling)]
    if _MARK.match(after) and _PASSING.search(text[max(0, start - 16) : start]):
        return Hedge.AT_LEAST
    return next((hedge for hedge, pattern in _AFTER if pattern.match(after)), None)

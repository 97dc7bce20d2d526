"""Figures without a loss word that go on with the loss told before: "the total stands at N", "N were volunteers"."""

from __future__ import annotations

import itertools

from dashboard.extract.lexicon.function import MONTHS
from dashboard.extract.naming import NOUNS
from dashboard.extract.ties import COUNTED, Link, Row
from dashboard.extract.tokens import Token

_SPOKEN = frozenset("speak speaks spoke spoken talk talks talked".split())
_SAYING = frozenset(
    """
        say says said claims claim claimed reckons reckon thinks go goes went conceded concedes admitted admits
        acknowledged acknowledges reported reports gave gives counted counts
    """.split()
)
_PUT = frozenset("put puts putting place places placed set sets peg pegs pegged estimated estimates".split())
_THAT = frozenset("it that this they".split())
_LISTED = frozenset("names obituaries entries surnames".split())
_GROWN = frozenset("added identified established published verified confirmed new more".split())
_COMPARES = frozenset("compares compared climbed dropped contrasts was is were".split())
_MAKING = ("account for", "accounted for", "accounting for", "make up", "made up", "making up")


def count_of_former(tokens: list[Token], index: int) -> bool:
    """Whether a figure goes on with the loss of a sentence before, without a loss word of its own."""
    first = max(0, index - 14)
    row, place = Row(tokens[first : index + 16]), index - first
    if row.head(place) is None and (
        (row.back(COUNTED, place, 20) and not row.unrelated(place))
        or accounted(row, place)
        or spoken_of(row, place)
        or _put_at(row, place)
        or _measured(row, place)
        or _set_beside(row, place)
    ):
        return True
    if _of_the_month(row, place) or it_was(row, place) or _among_them(row, place):
        return True
    if row.words(place + 1, place + 3) in (["of", "them"], ["of", "those"], ["of", "whom"]):
        return "W" not in row.symbols[place : place + 6]
    return of_names(row, place) or of_former(tokens, index)


def of_former(tokens: list[Token], index: int) -> bool:
    """Whether a sentence opens with those just counted: "Of those killed, N were officers", "N of those died"."""
    labelled = 2 if [t.symbol for t in tokens[1:2]] == [":"] else 0
    tokens, index = tokens[labelled:], index - labelled
    opening = [t.word for t in tokens[:3]]
    if [t.word for t in tokens[index + 1 : index + 3]] in (["of", "those"], ["of", "them"], ["of", "these"]):
        return index <= 3
    among = opening[:1] in (["among"], ["including"], ["among them"], ["among whom"])
    return index <= 6 and (
        among or opening[:2] in (["of", "those"], ["of", "these"], ["of", "them"], ["among", "them"])
    )


def of_the_dead(tokens: list[Token], index: int) -> bool:
    """Whether a figure is a part of those told as lost: "children account for 587 of the dead"."""
    behind = tokens[index + 1 : index + 4]
    return [t.word for t in behind[:2]] == ["of", "the"] and behind[2:] != [] and behind[2].symbol in "XK"


def told_again(tokens: list[Token], index: int, tie: Link) -> bool:
    """Whether somebody else gives another toll of the losses just told: "a local official put the toll at 22"."""
    tolls = [k for k in tie.triggers if tokens[k].word in ("toll", "death toll")]
    toll = tie.head is None and bool(tolls) and not any(tokens[k - 1].symbol in "DG" for k in tolls if k)
    before = {t.word for t in tokens[max(0, index - 7) : index]}
    return toll and bool(_GIVEN & before) and not before & _IN_ALL and not _of_land(tokens[index:])


def _of_land(behind: list[Token]) -> bool:
    """Whether a side is named in the clause behind a figure."""
    return any(t.symbol in "DG" for t in itertools.takewhile(lambda t: t.symbol not in ",;", behind))


_GIVEN = frozenset("put puts putting gave gives given placed places set sets".split())
_IN_ALL = frozenset("total overall total's bringing brings taking raising".split())


def accounted(row: Row, index: int) -> bool:
    """Whether a figure is a part of the loss told before: "convicts account for 16,541"."""
    return " ".join(row.words(index - 2, index)).endswith(_MAKING)


def of_names(row: Row, index: int) -> bool:
    """Whether a figure counts names on a list of the lost: "2,000 names were added", "the names of 270 such men"."""
    behind, before = row.words(index + 1, index + 8), row.words(index - 8, index)
    if _LISTED & set(behind[:2]):
        return bool(_GROWN & {*behind, *before} or {"list", "count", "database", "tally"} & {*before, *behind})
    return before[-2:] == ["names", "of"]


def spoken_of(row: Row, index: int) -> bool:
    """Whether a figure alone is what somebody speaks of: "rebels spoke of 60"."""
    if row.ends(index) and row.word(index - 1) in _SAYING and row.size(index) >= _SMALLEST:
        return True
    return row.ends(index) and row.word(index - 1) == "of" and bool(_SPOKEN & set(row.words(index - 3, index)))


def told_alone(row: Row, index: int) -> bool:
    """Whether a figure is all that somebody says of the loss told before: "Moscow says fewer than 300"."""
    teller = index > 1 and (row.symbols[index - 2] in "DG" or row.word(index - 2) in NOUNS)
    return teller and row.ends(index) and row.word(index - 1) in _SAYING


def _of_the_month(row: Row, index: int) -> bool:
    """Whether a figure is told by its month: "the costliest month was January (48,240)", "the 34,000 of May"."""
    if row.word(index - 1) == "the" and row.word(index + 1) == "of" and row.word(index + 2) in _MONTHS:
        return row.size(index) >= _SMALLEST
    bracketed = row.symbol(index - 1) == "(" and row.symbol(index + 1) == ")"
    months = [w for w in row.words(0, index) if w in MONTHS]
    return bracketed and (row.word(index - 2) in MONTHS or (len(months) == 1 and row.word(index - 2) in _OF_TIME))


def it_was(row: Row, index: int) -> bool:
    """Whether "it" is so many: "in May it had been 30,000", "over the past day it was up to 400 men"."""
    told = " ".join(row.words(index - 4, index))
    head = row.head(index)
    last = index if head is None else head
    closes = row.symbol(last + 1) in ("", ".", ",", ";", "J", "c") or row.is_rate(last)
    closes = closes or (head is not None and row.symbol(last + 1) == "O")
    counted = head is None or row.symbols[head] in "PCG"
    is_that = row.word(index - 1) == "that" and row.tokens[index - 1].possessive
    closes = closes or (is_that and row.word(last + 1) in ("in", "over", "for"))
    return (told.endswith(_IT_WAS) or is_that) and closes and counted and row.size(index) >= _SMALLEST


def _among_them(row: Row, index: int) -> bool:
    """Whether people are told as some of those just counted: "it counted 830 civilians among them"."""
    head = row.head(index)
    behind = " ".join(row.words(head + 1, head + 3)) if head is not None else ""
    return behind.startswith(("among them", "among those", "among the dead"))


def _set_beside(row: Row, index: int) -> bool:
    """Whether a figure says between commas how many a count is: "the earlier maximum, 1,262, dates from May"."""
    if row.symbol(index - 1) != "," or row.symbol(index + 1) != "," or row.size(index) < _SMALLEST:
        return False
    for k in range(index - 2, max(-1, index - 10), -1):
        if row.symbols[k] in "BMSLVKN;:.cq":
            return False
        if row.symbols[k] == "x":
            return k <= 4
    return False


_IT_WAS = (
    "it is",
    "it was",
    "it had been",
    "it has been",
    "this was",
    "that was",
    "it would be",
    "it could be",
    "it may be",
    "it might be",
)
_SMALLEST = 20
_OF_TIME = frozenset("month months".split())
_MONTHS = frozenset([*MONTHS, "may"])


def _put_at(row: Row, index: int) -> bool:
    """Whether a loss is put at a figure: "Kyiv puts it at 400", "the ministry put October at 41,980"."""
    if row.word(index - 1) != "at" or not row.ends(index):
        return False
    before = row.words(index - 7, index)
    if before[-2:-1] in ([","], ["higher"], ["lower"]) and {"figure", "total", "number", "toll"} & set(before):
        return True
    return before[-2:-1] in (["it"], ["them"], ["that"]) or bool(_PUT & set(before)) or "put" in before[-4:]


def _measured(row: Row, index: int) -> bool:
    """Whether "it" or "that" measures a figure: "in 2022, it averaged about 350", "that compares with 900 in May"."""
    timed = row.word(index + 1) in ("over", "during", "in", "for") and row.symbol(index + 2) in ("d", "a")
    if not (row.ends(index) or row.is_rate(index) or timed):
        return False
    if row.tokens[index].data.verbal:
        return bool(_THAT & set(row.words(index - 2, index)))
    verb = next((k for k in range(index - 1, max(-1, index - 4), -1) if _measures(row, k)), None)
    return verb is not None and bool(_THAT & set(row.words(verb - 2, verb)))


def _measures(row: Row, place: int) -> bool:
    """Whether a verb at a place tells how many it is, or with how many it is compared."""
    return row.symbols[place] == "M" or row.word(place) in _COMPARES

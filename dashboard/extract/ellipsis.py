"""Figures whose verb and noun are left out, because the figure before them has both: "and Battlegroup East 130"."""

from __future__ import annotations

import re

from dashboard.extract.lexicon.function import MONTHS, WEEKDAYS
from dashboard.extract.naming import NOUNS
from dashboard.extract.ties import Link, Row

# "and East 130", "and in October - 26,000", "and November at 45,680": name or date and figure, all else left out.
_ELLIPSIS = re.compile(r"N[da(]{0,2}[AT]?[,:\-]?(?P<name>(?:[dawDOG]{1,5}|[dawDOG]{0,3}P))I?[J,;]{1,2}")
_PARALLEL = re.compile(r"N(?P<prep>[Ii])[aDdw]{0,4}[PCGD]")
_JOINED = re.compile(r"N[da]{0,2}[J,]{1,2}")
_SET_OFF = re.compile(r"N[da]{0,2}[J,\-(]{1,2}")
_ON_SIDE = re.compile(r"NI[da]{0,2}[DG](?:[wP]|[,.;]|$)")
_HAILING = re.compile(r"Na{0,2}I[daw]{0,2}D")
# "in May 2025; ", "in 2022, jumping to": a date behind one figure, and what may stand before the next.
_DATED = re.compile(r"N(?P<change>[^;,]{0,2}?)(?:J|J?[;,]{1,2})n?[^;,]I")
_CHANGING = frozenset(
    """
        jumping rising falling growing climbing increasing dropping declining soaring surging going to reaching hitting
        then and
    """.split()
)
_DATES = frozenset([*MONTHS, *WEEKDAYS, *"yesterday today".split()])
_FORCES = frozenset("army rebels police government militia guerrillas insurgents navy marines troops".split())
_PLACES = frozenset("in on at near outside around".split())
_OF_TIME = frozenset("day week month year night quarter".split())


def left_out(row: Row, index: int, last: int, triggers: list[int]) -> bool:
    """Whether a figure stands behind a name or a date alone, and goes on with the figure at `last`."""
    match = row.back(_ELLIPSIS, index, 12)
    head = row.head(index)
    told = index if head is None or row.symbols[head] not in "PCG" else head
    if not match or row.symbol(told + 1) not in ("", ".", ",", "J", "I", ";", ")"):
        return False
    first = len(row.symbols) - match.end("name")
    named = row.tokens[first:index]
    sided = any(t.symbol == "D" and t.capital for t in named)
    capital = sided or any(t.word in _FORCES if told > index else t.capital or t.word in MONTHS for t in named)
    capital = capital or (row.word(index - 1) == "at" and any(t.word in NOUNS for t in named))
    between = [row.symbols[k] for k in range(last + 1, index) if k not in triggers]
    verbs = any(symbol in "KVLYSMBb" for symbol in between)
    return capital and not verbs and 0.02 < (row.size(index) + 1) / (row.size(last) + 1) < 50


def of_other_side(row: Row, index: int, last: int) -> bool:
    """Whether a figure tells the same loss of another side: "lost 16,000, and 7,000 on the Ukrainian side"."""
    if re.search(r"[;cS]", row.symbols[last:index]) or not row.back(_SET_OFF, index, 5):
        return False
    return row.word(index + 1) in ("on", "for") and bool(row.ahead(_ON_SIDE, index, 8))


def hailing(row: Row, index: int) -> bool:
    """Whether a figure tells where some of those lost came from: "47 from Chad"."""
    return bool(row.ahead(_HAILING, index, 8)) and row.word(index + 1) == "from"


def of_others(row: Row, index: int, last: int, head: int | None, rule: str) -> bool:
    """Whether people are told beside those lost, the passive left out: "57 soldiers were killed, and 30 policemen"."""
    if head is None or not rule.startswith(("figure, people", "part of a group", "verb left out")):
        return False
    closes = row.symbol(head + 1) in ("", ".", ";", ")", "J", ",")
    placed = row.symbol(head + 1) == "I" and not re.match(r"[^.;,J]{0,11}[BbKVLYMS]", row.symbols[head + 1 : head + 12])
    if row.symbols[head] not in "PCG" or not (closes or placed):
        return False
    if re.search(r"[;cS]", row.symbols[last:index]) or not row.back(_JOINED, index, 5):
        return False
    return not re.match(r"[,J][aDdw]{0,3}[BbKVLYMS]", row.symbols[head + 1 : head + 8])


def of_other_time(row: Row, index: int, last: int) -> bool:
    """Whether a figure tells the same loss over another time: "lost 20,000 in July, 112,500 since January"."""
    if re.search(r"[;cS]", row.symbols[last:index]) or not row.back(_SET_OFF, index, 5):
        return False
    first = index + 1 + (row.word(index + 1) == "more")
    behind = row.words(first, first + 4)
    pair = behind[:2]
    timed = behind[:1] == ["since"] or pair in (["this", "year"], ["so", "far"], ["in", "total"], ["in", "all"])
    spanned = behind[:1] in (["over"], ["for"], ["in"], ["during"]) and behind[1:2] in (["the"], ["that"])
    timed = timed or (spanned and bool(_OF_TIME & set(behind[2:3])))
    dated = pair[:1] in (["on"], ["in"], ["during"]) and bool(_DATES & set(pair[1:]))
    placed = pair[:1] in (["near"], ["in"], ["around"], ["at"], ["outside"]) and _names_place(row, first + 1)
    placed = placed or (bool(_PLACES & set(row.words(last + 1, last + 3))) and row.word(index + 1) in _PLACES)
    beside = pair[:1] == ["the"] and bool(_OF_TIME & set(behind[1:3])) and bool({"before", "earlier"} & set(behind))
    return (timed and row.size(index) >= 10) or dated or beside or placed


def _names_place(row: Row, place: int) -> bool:
    """Whether a name stands at a place, or behind small words: "Lyman", "the neighbouring Marib"."""
    small = next(
        (k for k in range(place, place + 3) if row.symbol(k) not in ("d", "a", "w") or _capital(row, k)), place
    )
    return _capital(row, small)


def _capital(row: Row, place: int) -> bool:
    return place < len(row.tokens) and row.tokens[place].capital


def of_next_date(row: Row, index: int) -> bool:
    """Whether a figure is one of a series, each dated: "N in May; N in June", "N in 2022, rising to N in 2023"."""
    match = row.back(_DATED, index, 9)
    if not match or not _is_date(row, index + 1):
        return False
    change = row.words(index - len(match["change"]), index)
    return _is_date(row, index - len(match.group()) + 1) and all(word in _CHANGING for word in change)


def _is_date(row: Row, place: int) -> bool:
    """Whether "in" stands at a place, and a month or year behind it."""
    told = row.words(place, place + 2)
    return told[:1] == ["in"] and any(
        word in MONTHS or word == "may" or re.fullmatch(r"(?:19|20)\d\d", word) for word in told[1:]
    )


def parallel(row: Row, index: int, last: int, base: Link) -> int | None:
    """The noun counted by a figure built like the one before: "273 dead among police and 259 among gunmen"."""
    match = row.ahead(_PARALLEL, index, 8)
    told = base.triggers[-1] if base.triggers else last
    if not match or not row.back(_JOINED, index, 5) or told < last or told + 1 >= index:
        return None
    return match.end() - 1 if row.word(told + 1) == row.word(index + 1) else None

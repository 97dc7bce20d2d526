"""Links taken from another figure: coordinated objects, parts of a whole, comparisons, verbs left out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from dashboard.extract.ellipsis import (
    hailing,
    left_out,
    of_next_date,
    of_other_side,
    of_other_time,
    of_others,
    parallel,
)
from dashboard.extract.lexicon import telling
from dashboard.extract.resuming import accounted, it_was, of_names, spoken_of
from dashboard.extract.ties import ADJECTIVE, COUNTED, Link, Row
from dashboard.extract.ties import NOUN_PHRASE as _NP
from dashboard.extract.wholes import told_part

_COORDINATED = re.compile(r"N[da]{0,2}[J,]{1,2}")
_RATED = re.compile(r"N[daM]{0,3}O?[daM]{0,2}[J,(\-]")
_TOLD_ANEW = re.compile(rf"N{_NP}[Bb]{{1,2}}(?!a?K)")
_PARTED = re.compile(r"N[da]{0,3}(?:qO)?[J,;:(\-]")
_SUBSET = re.compile(
    rf"N(?:{ADJECTIVE}{{0,2}}O?[dq]?b?B[daDw]{{0,3}}[PCGwD]|O[qdaw]{{1,2}}[Bb]{{0,2}}[daDw]{{0,3}}[PCGwKD]|[aDdw]{{0,4}}[PCG]i)"
)
# "40 civilians and 11 members of its forces died": a subject shares the verb of the one behind it.
_BEFORE_SUBJECT = re.compile(rf"N(?:{_NP}(?:[IO][aDdw]{{1,4}})?|[aDdw]{{0,3}})[,J]{{1,2}}[da]{{0,2}}N")
_TWO_OF_A_NOUN = re.compile(r"N(?:D|w(?=J[da]{0,2}Nw))J[da]{0,2}N")
_HELD_TOO = frozenset("detained arrested apprehended".split())
_A_DAY = re.compile(r"\b(?:(?:a|per|each|every|every single) (?:day|week|month)|daily|weekly|monthly)\b")
_LONGEST, _LONGEST_TOTAL = 8, 20
_TAKING, _TOTALS = frozenset(telling.TAKING), frozenset(telling.TOTALS)
_TAKEN = frozenset("captured capturing capture captures".split())
_ADDED = frozenset(("along with", "as well as", "together with", "in addition to"))
_SHARED_VERBS = (
    "active",
    "lose",
    "hold",
    "destroy",
    "coordinated",
    "part of a figure",
    "part of those lost",
    "part of a group",
    "verb left out",
    "noun of loss, measured",
)


@dataclass(frozen=True, slots=True)
class _Pair:
    """A figure without a link of its own, and the linked figure before it."""

    row: Row
    index: int
    head: int | None
    parent: int
    base: Link

    @property
    def told(self) -> int | None:
        """The noun counted: the figure's own, else that of the figure before."""
        return self.base.head if self.head is None else self.head


def shared(row: Row, index: int, links: dict[int, Link]) -> Link | None:
    """A link taken from another figure of the sentence: coordinated objects, parts of a whole, comparisons."""
    included, part = told_part(row, index, links)
    if part or included:
        return part
    head = row.head(index)
    if ahead := _of_later(row, index, head, links):
        return ahead
    parent = max((k for k in links if k < index), default=None)
    if parent is None:
        return None
    pair = _Pair(row, index, head, parent, links[parent])
    return next((found for rule in _RULES if (found := rule(pair))), None)


def _of_later(row: Row, index: int, head: int | None, links: dict[int, Link]) -> Link | None:
    """The link of a coordinated subject by the verb of the figure behind it."""
    if (since := _from_before(row, index, links)) is not None:
        return since
    if head is None and (noun := _noun_behind(row, index, links)) is not None:
        return noun
    if head is None or not (match := row.ahead(_BEFORE_SUBJECT, index, 24)):
        return None
    later = links.get(match.end() - 1)
    if later is None or not later.rule.startswith(("figure, people", "figure, passive", "figure, group")):
        return None
    return Link("subject of the same verb", later.triggers, head)


def _from_before(row: Row, index: int, links: dict[int, Link]) -> Link | None:
    """The link of where a count stood before: "From 900 a day in May, losses rose to 1,100"."""
    later = next((k for k in sorted(links) if k > index), None)
    if index > 1 or row.word(0) != "from" or later is None or row.word(later - 1) != "to":
        return None
    return Link("compared figure", links[later].triggers, row.head(index))


def _noun_behind(row: Row, index: int, links: dict[int, Link]) -> Link | None:
    """The link of a figure that shares the noun of the one behind it: "255 British and 649 Argentine servicemen"."""
    match = row.ahead(_TWO_OF_A_NOUN, index, 10)
    later = links.get(match.end() - 1) if match else None
    if later is None or later.head is None or row.symbols[later.head] not in "PCG":
        return None
    return Link("shares the noun behind", later.triggers, later.head)


def _rate(pair: _Pair) -> Link | None:
    """The same loss per day, week or month: "300,000 in all, or 1,200 a day"."""
    behind = " ".join(pair.row.words(pair.index + 1, pair.index + 5))
    if _A_DAY.search(behind) and pair.row.back(_RATED, pair.index):
        return Link("rate of the same loss", pair.base.triggers, pair.told, pair.parent)
    return None


def _coordinated(pair: _Pair) -> Link | None:
    """A further object of the verb of the figure before: "killed 30 soldiers and two officers"."""
    row, index = pair.row, pair.index
    if pair.head is None:
        return None
    added = row.word(index - 1) in _ADDED or (row.symbol(index - 1) in ("d", "a") and row.word(index - 2) in _ADDED)
    if not added:
        if not pair.base.rule.startswith(_SHARED_VERBS) or not row.back(_COORDINATED, index, 5):
            return None
        if _TOLD_ANEW.match(row.symbols[index : index + 16]):
            return None
        if re.search(r"[;cS]|[J,][daDw]{0,4}[Bb]", row.symbols[pair.parent : index]):
            return None
    passive = pair.base.rule.startswith(("figure", "part of a group", "subject"))
    return Link(
        "subject of the same verb" if passive else "coordinated object", pair.base.triggers, pair.told, pair.parent
    )


def _paired(pair: _Pair) -> Link | None:
    """The second of two bare figures of one verb: "have lost four and six"."""
    row, index = pair.row, pair.index
    if pair.head is None and pair.parent == index - 2 and row.symbol(index - 1) == "J" and row.ends(index):
        return Link("coordinated object", pair.base.triggers, pair.base.head, pair.parent)
    return None


def _compared(pair: _Pair) -> Link | None:
    """A figure set against the one before it: "up from 1,030"."""
    if not pair.row.compared(pair.index):
        return None
    return Link("compared figure", pair.base.triggers, pair.told, pair.parent)


def _brought_to(pair: _Pair) -> Link | None:
    """The total to which a loss takes the count: "1,200 men, taking the total since the invasion began to 900,000"."""
    row, index = pair.row, pair.index
    between = row.words(max(pair.parent + 1, index - _LONGEST_TOTAL), index - 1)
    if row.word(index - 1) != "to" or not (_TAKING & set(between) and _TOTALS & set(between)):
        return None
    return Link("count noun of the same loss", pair.base.triggers, pair.told, pair.parent)


def _risen(pair: _Pair) -> Link | None:
    """Where a count has risen or fallen to: "the toll rose from 480 in May to 890"."""
    row, index = pair.row, pair.index
    between = row.words(pair.parent + 1, index - 1)
    if row.word(index - 1) != "to" or not _moved_from(row, pair.parent) or len(between) > _LONGEST:
        return None
    return Link("compared figure", pair.base.triggers, pair.told, pair.parent)


def _moved_from(row: Row, parent: int) -> bool:
    """Whether a figure is where a count came from: "rose from 480", "down from a high of 1,200"."""
    return any(word.split()[-1:] == ["from"] for word in row.words(parent - 6, parent))


def _counted(pair: _Pair) -> Link | None:
    """A count noun or a list of names that means the same loss: "bringing the total to 40"."""
    row, index = pair.row, pair.index
    counts = row.back(COUNTED, index, 12) and not row.unrelated(index)
    if not (counts or accounted(row, index) or of_names(row, index) or spoken_of(row, index)):
        return None
    return Link("count noun of the same loss", pair.base.triggers, pair.told, pair.parent)


def _exact(pair: _Pair) -> Link | None:
    """The exact number in brackets behind a rounded one: "almost 300 thousand (299,210) people"."""
    row, index, parent = pair.row, pair.index, pair.parent
    if row.symbol(index - 1) != "(" or parent != index - 2 or not 0.8 < row.size(index) / row.size(parent) < 1.25:
        return None
    return Link("exact number of the same loss", pair.base.triggers, pair.told, parent)


def _taken(pair: _Pair) -> Link | None:
    """Prisoners beside the dead: "killed 30 militants, capturing 12", "and captured nine others"."""
    row, index = pair.row, pair.index
    bare = row.symbol(index + 1) in ("", ".", ",", ";", "J", "I", "c") and row.size(index) < 10 * row.size(pair.parent)
    people = pair.base.head is not None and row.symbols[pair.base.head] in "PCG"
    others = row.word(index + 1) in ("others", "more")
    held = next((k for k in range(index + 1, index + 6) if row.word(k) in _HELD_TOO), None)
    between = row.symbols[index + 1 : held or 0].strip("aDwPGBb")
    joined = row.symbol(index - 1) in ("J", ",") or row.word(index - 2) in ("and", "while")
    if held and joined and not between and people and pair.base.rule != "captured beside killed":
        return Link("captured beside killed", [held], pair.told, pair.parent)
    taken = _TAKEN | _HELD_TOO if people else _TAKEN
    if row.word(index - 1) in taken and (others or (bare and people)):
        return Link("captured beside killed", [index - 1], pair.told, pair.parent)
    return None


def _subset(pair: _Pair) -> Link | None:
    """A part of the figure before: "900, 40 of whom were officers", "272 men - 47 from Chad"."""
    row, index = pair.row, pair.index
    if not row.back(_PARTED, index):
        return None
    if hailing(row, index) or _SUBSET.match(row.symbols, index):
        return Link("part of a figure", pair.base.triggers, pair.head, pair.parent)
    return None


def _elliptic(pair: _Pair) -> Link | None:
    """A figure whose verb is left out: "and Group East 130", "and 650 on Tuesday", "and 259 among gunmen"."""
    row, index, parent, base = pair.row, pair.index, pair.parent, pair.base
    verbs = base.rule.startswith((*_SHARED_VERBS, "noun of loss", "figure"))
    if left_out(row, index, parent, base.triggers) or of_next_date(row, index):
        return Link("verb left out", base.triggers, base.head, parent)
    if verbs and of_other_time(row, index, parent):
        return Link("verb left out", base.triggers, base.head, parent)
    if verbs and of_other_side(row, index, parent):
        return Link("verb left out", base.triggers, pair.told, parent)
    if of_others(row, index, parent, pair.head, base.rule):
        return Link("verb left out", base.triggers, pair.head, parent)
    if it_was(row, index):
        return Link("verb left out", base.triggers, pair.told, parent)
    head = parallel(row, index, parent, base)
    return Link("built like the one before", base.triggers, head, parent) if head is not None else None


_RULES: tuple[Callable[[_Pair], Link | None], ...] = (
    _rate,
    _coordinated,
    _paired,
    _compared,
    _risen,
    _brought_to,
    _counted,
    _exact,
    _taken,
    _subset,
    _elliptic,
)

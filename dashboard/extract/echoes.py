"""What a figure takes from figures told before it, and a figure that is told of two sides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.extract.category import named_behind
from dashboard.extract.drafts import Draft
from dashboard.extract.linking import Link
from dashboard.extract.periods import Mention
from dashboard.extract.registry import BOTH_SIDES, Registry, side_of
from dashboard.extract.ties import more_of_those
from dashboard.extract.tokens import Side, Token
from dashboard.model import PeriodKind, Statistic

if TYPE_CHECKING:
    from dashboard.extract.fields import Line

# What parts two clauses, or a figure from what another counts.
_TOTALS = frozenset("total totals overall sum".split())
_CLAUSE = frozenset("BbLVYMScq;:Nn")
_COMPARED = frozenset(("down from", "up from", "compared with", "compared to", "against", "versus"))
# Two means per day that are compared are no further apart.
_ALIKE = 10
_LONGER = (PeriodKind.MONTH, PeriodKind.YEAR)


# A loss so many times that of the things told last is one of men.
_OF_MEN = 1000
# Rules by which a figure counts the same kind of people as the one it goes with, whatever noun it has.
_SAME_KIND = ("verb left out", "exact number of the same loss")


def told_category(
    drafts: list[Draft], line: Line, index: int, tie: Link, base: Draft | None, subject: str | None
) -> str | None:
    """The category that a figure takes over: of the figure it belongs to or goes on with, or, where a people is
    counted, of the one told last of the same side; None where its own words have to tell."""
    living = _of_the_living(tie, line)
    if base is not None and (tie.head is None or tie.rule in _SAME_KIND) and not (living and _things(base)):
        return named_behind(index, line.tokens) or base.category
    things = tie.rule == "lose, figure" and tie.head is None and drafts and _of_things(drafts[-1], line)
    if things and line.tokens[index].data.size < _OF_MEN * drafts[-1].figure.size:
        return drafts[-1].category
    if tie.head is None:
        before = _goes_on_with(line, index)
        return before.category if before and not (living and _things(before)) else None
    data = line.tokens[tie.head].data
    if not isinstance(data, Side) or data.form != "people" or not subject:
        return None
    same = (d.category for d in reversed(drafts[-8:]) if d.subject == subject)
    return next((category for category in same if category in ("personnel", "civilians")), None)


def _of_the_living(tie: Link, line: Line) -> bool:
    """Whether those counted were killed or wounded, as no tank is."""
    told = {kind for k in tie.triggers for kind in (line.tokens[k].data or ()) if isinstance(kind, str)}
    return bool({"killed", "wounded"} & told)


def _things(draft: Draft) -> bool:
    """Whether a figure counts equipment."""
    return draft.category not in ("personnel", "civilians")


def _of_things(last: Draft, line: Line) -> bool:
    """Whether the figure told last, in the sentence before, counts equipment."""
    return _things(last) and last.sentence == line.number - 1 and not line.made


# So many times a rate is no rate any more: "1,140 a day; in the year before it was 430,000".
_NO_RATE = 20
_ALIKE_RATES = 3


def shares_rate(tie: Link, base: Draft | None, mention: Mention | None, told: set[str], size: float) -> bool:
    """Whether a figure of a size is a mean per day because the one it is set against is ("up from 899 a month before");
    `told` are the words before it."""
    if base is None or base.statistic is not Statistic.MEAN_PER_DAY:
        return False
    if _COMPARED & told and size > _ALIKE * base.figure.size:
        return False
    if tie.rule in ("part of a figure", "figure, of whom"):
        return True
    if size > _NO_RATE * base.figure.size:
        return False
    if tie.rule == "count of the loss told before" and _TOTALS & told:
        return False
    if tie.rule == "count noun of the same loss":
        return bool(_COMPARED & told)
    if tie.rule == "verb left out" and size <= _ALIKE_RATES * base.figure.size:
        return True
    named = mention is None or mention.period.kind in (*_LONGER, PeriodKind.UNSPECIFIED)
    return named and tie.rule in ("compared figure", "count of the loss told before")


def beside_rate(
    line: Line, index: int, statistic: Statistic, mention: Mention | None, drafts: list[Draft]
) -> Draft | None:
    """The mean per day that a figure without a period of its own goes on with: "and some 500 more wounded"."""
    if statistic is not Statistic.TOTAL:
        return None
    if line.made and (mention is None or mention.period.kind in _LONGER) and _set_against(line, index):
        return line.made[max(line.made)]
    if mention is not None:
        return None
    if not line.made:
        return _rate_before(line, index, drafts)
    before = line.made[max(line.made)]
    more = more_of_those(line.tokens, index)
    told = {t.symbol for t in line.tokens[max(line.made) + 1 : index]}
    beside = not told & _CLAUSE and "J" in told
    return before if (more or beside) and before.statistic is Statistic.MEAN_PER_DAY else None


def in_other_unit(line: Line, index: int) -> tuple[str, ...]:
    """The types of the figure before, where one behind a dash or "or" is the same loss over another time: "350 killed
    a day, or roughly 10,500 over the month"."""
    before = line.tokens[max(0, index - 1)]
    if not line.made or not (before.symbol in "-(" or before.word == "or"):
        return ()
    made = line.made[max(line.made)]
    between = line.tokens[max(line.made) + 1 : index - 1]
    apart = any(t.symbol in ";SLVY" for t in between) or len(between) > _NEAR
    unit = {t.word for t in line.tokens[index + 1 : index + 5]} & _UNITS
    return () if apart or not unit else made.types


_UNITS = frozenset("day week month year daily weekly monthly hour hours war all".split())
_NEAR = 8


def _set_against(line: Line, index: int) -> bool:
    """Whether a figure is set against a mean per day about as large: "1,140 a day, down from a high of 1,262"."""
    place = max(line.made)
    before, words = line.made[place], {t.word for t in line.tokens[place + 1 : index]}
    alike = 1 / _ALIKE < (line.tokens[index].data.size + 1) / (before.figure.size + 1) < _ALIKE
    return before.statistic is Statistic.MEAN_PER_DAY and alike and bool(_COMPARED & words)


def _rate_before(line: Line, index: int, told: list[Draft]) -> Draft | None:
    """The mean per day of the sentence before, with which one in the present that opens with a figure goes on: "Up to
    500 are wounded"."""
    last = told[-1] if told else None
    if last is None or last.sentence != line.number - 1 or last.statistic is not Statistic.MEAN_PER_DAY or index > 2:
        return None
    present = any(t.word == "are" for t in line.tokens[index + 1 : index + 4])
    return last if present and line.tokens[index].data.size >= 20 else None


def _goes_on_with(line: Line, index: int) -> Draft | None:
    """The figure just before that one without a noun goes on with: any with "40 more", one of people in the same
    clause: "25 officers killed and six wounded"."""
    if line.made and more_of_those(line.tokens, index):
        return line.made[max(line.made)]
    place = max((k for k in line.made if k < index), default=None)
    head = line.made[place].link.head if place is not None else None
    if place is None or head is None or line.tokens[head].symbol not in "PC":
        return None
    between = line.tokens[place + 1 : index]
    while between and between[-1].symbol in "KVa":
        between.pop()  # "killed 55 people and wounded 328"
    others = [t for t in between[-4:] if t is not line.tokens[head]]
    if _by_participle(line, index, between):
        return line.made[place]
    joined = bool(between) and between[-1].symbol in "J," and all(t.symbol not in "LSc;:NDGPCE" for t in others)
    return line.made[place] if joined and not any(t.symbol in ";:cS" for t in between) else None


def _by_participle(line: Line, index: int, between: list[Token]) -> bool:
    """Whether a figure goes on by a participle alone: "..., and 2,700 wounded"."""
    behind = line.tokens[index + 1 : index + 3]
    ends = behind and behind[0].symbol == "K" and (len(behind) == 1 or behind[1].symbol in ",.;")
    return bool(ends) and bool(between) and between[-1].symbol == "J" and not any(t.symbol in ";SLN" for t in between)


def both_sides(line: Line, registry: Registry) -> Iterable[Draft]:
    """The drafts of a sentence, each figure that is told of two sides ("A and B each lost 100") once for each."""
    for index, draft in line.made.items():
        pair = _pair(line.tokens, index, registry)
        if pair is None or draft.subject not in (*pair, None, BOTH_SIDES):
            yield draft
            continue
        yield replace(draft, subject=pair[0])
        yield replace(draft, subject=pair[1], twin=pair[1], rules=dict(draft.rules))


def _pair(tokens: list[Token], index: int, registry: Registry) -> tuple[str, str] | None:
    """The two sides of each of which a figure is told, None where "each" binds to no pair of sides."""
    each = next((k for k in range(max(0, index - 12), min(len(tokens), index + 6)) if tokens[k].word == "each"), None)
    if each is None or (each > index and tokens[each + 1 : each + 2] and tokens[each + 1].symbol not in ".,;S:-J"):
        return None
    if any(t.symbol == "N" and t is not tokens[index] for t in tokens[min(each, index) : max(each, index)]):
        return None
    named = [
        side for k in range(max(0, min(each, index) - 10), min(each, index)) if (side := side_of(tokens[k], registry))
    ]
    sides = list(dict.fromkeys(named))
    return (sides[-2], sides[-1]) if len(sides) >= 2 else None

"""Whether a figure is a count or a mean per day, and which period of its sentence it describes."""

from __future__ import annotations

import math
import re

from dashboard.extract.periods import Mention
from dashboard.extract.tokens import Token
from dashboard.model import Hedge, PeriodKind, Statistic

# No period describes a figure from so many characters away.
_FARTHEST = 840
_AVERAGE = frozenset("averaged averages average averaging mean rate avg".split())
# What a period that opens its sentence may count as at most: less than one whose words often date something else.
_OPENING = 55.0


# "a daily average of 1,200": a rate that the figure behind it has, not the one before.
_BINDS_ON = re.compile(
    r"daily (?:average|mean|rate|toll|loss(?:es)?|casualt(?:y|ies)|deaths?|figures?|numbers?)(?: \w{1,12}){0,3} "
    r"(?:of|at|was|were|is|are|to|hit|reached|around|about|over|than|nearly) (?:\w{1,12} ){0,3}\d",
    re.IGNORECASE,
)
# Behind it stands a figure of another time: "110 a day, down from 250 in January".
# What a period stands further off behind which "and" goes on to another figure: "lost 900 in May and 2,000 in all".
_JOINED = 8
# "11 January 2006 -- Around 100 militants died".
_DATELINE = re.compile(r"\s?(?:--|\u2013|\u2014)\s")
# "728 soldiers, those who fell on October 7 included".
_OF_SOME = re.compile(r", (?:including )?those (?:who|killed|lost|that)\b")
_SET_AGAINST = re.compile(
    r"\b(?:(?:up|down) (?:\w+ ){0,3}?from|(?:compared|against|versus|than the)\b(?=[^.;]{0,20}\d))"
)
# Behind it stands what all of them come to: "1,200 men, taking the total since the invasion to 900,000".
_TOTAL_BEHIND = re.compile(
    r"\b(?:tak|bring|rais|lift|push)(?:ing|es|s)\b (?:\w+ ){0,4}?(?:total|toll|tally|number|count|losses)\b"
)
# "a daily loss of between 100 and 200", "put the daily death toll at up to 100".
_OF_EACH_DAY = re.compile(r"daily (?:\w+ )?(?:loss|losses|toll|casualties|deaths) (?:of|at)\b", re.IGNORECASE)
# What a figure is counted by, whatever time the sentence dates it to: "the weekly toll peaked last May at N".
_UNIT = re.compile(r"(?:weekly|monthly)\b", re.IGNORECASE)
# "told the daily Le Monde".
_NEWSPAPER = re.compile(
    r" [A-Z]\w+\b(?!(?: [\w-]+){0,2} (?:loss|casualt|death|fatalit|kill|dead|troop|soldier|toll|rate))"
)
# "the highest daily toll", "its daily report": no rate, but what a day's count is called.
_OF_RECORD = re.compile(
    r"\b(?:highest|worst|deadliest|record|biggest|largest|heaviest|bloodiest|lowest)\b[^.;]{0,24}\bdaily\b"
    r"|\bdaily (?:record|high|report|update|briefing|statement|bulletin|post|summary|peak)\b",
    re.IGNORECASE,
)


def statistic_of(index: int, tokens: list[Token], text: str, found: list[Mention]) -> Statistic:
    """mean_per_day where a rate word binds to the figure, total otherwise."""
    figure = tokens[index]
    for mention in found:
        if not mention.rate:
            continue
        word = text[mention.start : mention.end].lower()
        if _figure_between(tokens, figure, mention):
            if (
                _on_average(tokens, index)
                or _averaged_with_next(tokens, index)
                or _counted_together(tokens, index, mention)
            ):
                return Statistic.MEAN_PER_DAY
            continue
        if figure.end <= mention.start and _BINDS_ON.match(text[mention.start : mention.end + 60]):
            continue
        if word == "daily" and _OF_RECORD.search(text, max(figure.start, mention.start - 40), mention.end + 24):
            continue
        if word == "daily" and _NEWSPAPER.match(text, mention.end):
            continue
        if word == "daily" and mention.end <= figure.start:
            before = {t.word for t in tokens[max(0, index - 9) : index]}
            if tokens[index].data.hedge is not Hedge.EXACT and _OF_EACH_DAY.match(text, mention.start):
                return Statistic.MEAN_PER_DAY
            if before & _AVERAGE or re.search(r"\baverage $", text[max(0, mention.start - 9) : mention.start].lower()):
                return Statistic.MEAN_PER_DAY
            continue
        bound = any(t.symbol == "N" and t.end <= mention.start for t in tokens)
        if 0 <= mention.start - figure.end < 90 or (0 <= figure.start - mention.end < 30 and not bound):
            return Statistic.MEAN_PER_DAY
    return Statistic.TOTAL


def _on_average(tokens: list[Token], index: int) -> bool:
    """Whether all figures of a sentence are means: "On average, they lose N men and M guns a day"."""
    return [t.word for t in tokens[:2]] == ["on", "average"] and all(t.symbol != ";" for t in tokens[:index])


def _averaged_with_next(tokens: list[Token], index: int) -> bool:
    """Whether a figure is an average with the one behind it: "an average of six died and twenty were hurt a day"."""
    average = [t.word for t in tokens[max(0, index - 2) : index]] == ["average", "of"]
    behind = [t for t in tokens[index + 1 : index + 8] if t.symbol in "NJ;,"]
    return average and "".join(t.symbol for t in behind[:2]) == "JN"


_TOGETHER = re.compile(
    r"NO?[aDdw]{0,3}[PCGXE]?(?:[aDd]?K)?[,J]{1,2}[aDd]{0,3}NO?[aDdw]{0,3}(?:[PCGXE]K?|K|(?<=w))[^N;:,cSqBbLVYM]{0,6}$"
)
_NO_MULTIPLE = 20


def _counted_together(tokens: list[Token], index: int, mention: Mention) -> bool:
    """Whether a figure and the one behind it have one rate: "lose 80 killed and 500 wounded every day"."""
    chain = [t for t in tokens[index:] if t.start < mention.start]
    if not _TOGETHER.match("".join(t.symbol for t in chain)):
        return False
    other = next(t for t in chain[1:] if t.symbol == "N")
    return bool(tokens[index].data.size <= _NO_MULTIPLE * other.data.size)


def _figure_between(tokens: list[Token], figure: Token, mention: Mention) -> bool:
    """Whether another figure stands between a figure and a rate word behind it."""
    return mention.start > figure.end and any(figure.end < t.start < mention.start for t in tokens if t.symbol == "N")


def period_of(index: int, tokens: list[Token], text: str, found: list[Mention]) -> Mention | None:
    """The mention that describes a figure: the nearest that no other figure stands before, stronger ones first."""
    figure = tokens[index]
    figures = [t for t in tokens if t.symbol == "N" and t is not figure]
    best: tuple[float, Mention] | None = None
    for mention in found:
        if mention.rate:
            continue
        opens = mention.start <= tokens[0].start
        score = _distance(figure, mention, figures, text, opens=opens)
        score += 90 if _FIGHT.match(text, mention.start) else 0 if mention.strong else 60
        if _UNIT.match(text, mention.start):
            score -= _OPENING
        if best is None or score < best[0]:
            best = (score, mention)
    if best is None or best[0] >= 420:
        return None
    return _dated(best[1], found)


def _dated(mention: Mention, found: list[Mention]) -> Mention:
    """The mention, or the day that the sentence names for it: "its worst day of the war on Sunday"."""
    if mention.period.kind is not PeriodKind.DAY or mention.period.start is not None or mention.rate:
        return mention
    near = (m for m in found if m.period.kind is PeriodKind.DAY and m.period.start and not m.rate)
    return next((m for m in near if 0 < m.start - mention.end < _OF_THE_WAR), mention)


_OF_THE_WAR = 24
# "wounded in fighting" tells of the war, but no more of a figure's days than a date in the sentence does.
_FIGHT = re.compile(r"(?:in|during) (?:the )?(?:fighting|clashes|combat)\b", re.IGNORECASE)


def _distance(figure: Token, mention: Mention, figures: list[Token], text: str, *, opens: bool) -> float:
    """How far a period stands from a figure; behind is closer than before, other figures between make it further."""
    if mention.start >= figure.end:
        if mention.start - figure.end > _FARTHEST:
            return math.inf
        between = text[figure.end : mention.start]
        crossed = sum(figure.end <= t.start < mention.start for t in figures)
        if (crossed and ";" in between) or _OF_SOME.search(between):
            return math.inf
        breaks = len(
            re.findall(
                r";|, \w+ing\b|\b(?:while|compared|but|and another|and that|followed by|with)\b"
                r"|\b(?:more than|fewer than|less than)\b"
                r"|, and (?:[\w'-]+ ){0,3}(?:losses|casualties|deaths|toll)\b",
                between,
            )
        )
        breaks += 3 * len(_SET_AGAINST.findall(between))
        breaks += 2 * bool(re.search(r", (?:with|including) (?:\w+ ){0,2}\d", between) or _TOTAL_BEHIND.search(between))
        return len(between) * 0.5 + crossed * 25 + breaks * 150
    between = text[mention.end : figure.start]
    if opens and _DATELINE.match(between):
        return math.inf
    if text[mention.end : mention.end + 1] == "," and opens and ";" not in between:
        # "In October, ..." holds for all that follows, unless a figure has a period of its own.
        return min(len(between) * 0.7, _OPENING)
    if figure.start - mention.end > _FARTHEST:
        return math.inf
    crossed = sum(mention.end <= t.start < figure.start for t in figures)
    breaks = len(re.findall(r";|\b(?:while|compared|but|since)\b", between))
    closed = text[mention.end : mention.end + 1] == "," and any(t.end <= mention.start for t in figures)
    joined = text.startswith(" and ", mention.end) and any(t.end <= mention.start for t in figures)
    apart = (
        30 if closed else _JOINED if joined else 0 if re.match(r"\W*$|^\W", text[mention.end : mention.end + 1]) else 20
    )
    return len(between) * 0.7 + crossed * 45 + breaks * 150 + apart

"""Whether a date tells when something was said or estimated, rather than when the loss befell."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from datetime import date
from operator import attrgetter

from dashboard.extract.attribution import Attribution
from dashboard.extract.periods import Mention
from dashboard.extract.running_totals import BLOWS
from dashboard.extract.tokens import Token
from dashboard.model import PeriodKind

_DATED = (PeriodKind.MONTH, PeriodKind.YEAR, PeriodKind.DAY)
_LONGEST = 12
_start = attrgetter("start")
_SEASONS = frozenset("spring summer autumn winter".split())
_TODAY = frozenset("today tonight this".split())
_COUNTING = frozenset("verified recorded documented counted registered tallied logged".split())
_ESTIMATES = frozenset(
    "estimate estimates report assessment analysis count tally document documents survey study figures".split()
)
# What is told for a time: "the UN's figures for November show".
_FIGURES = frozenset("figures data statistics numbers count tally toll total report update".split())
# Verbs of publishing a count: "last updated in September".
_ISSUED = frozenset("updated published released issued compiled dated made announced posted disclosed given".split())
# Verbs that take a time as what they tell of: "described the past day as the worst".
_DESCRIBING = frozenset("described describes".split())
_ASSERTIONS = frozenset("admission claim statement announcement acknowledgement disclosure revelation".split())
# "October was the deadliest month" tells of October.
_PREDICATED = frozenset("was is were remains became".split())
_EACH = frozenset("every each per a".split())
# What makes of a week a span that is told of: "over the past week".
_THROUGH = frozenset("over in during within for throughout of".split())


def dating_the_saying(
    periods: list[Mention], tokens: list[Token], found: list[Attribution], index: int
) -> list[Mention]:
    """The periods that only tell when something was said of a figure."""
    return [mention for mention in periods if _dates_the_saying(mention, tokens, found, index)]


def _dates_the_saying(mention: Mention, tokens: list[Token], found: list[Attribution], index: int) -> bool:
    """Whether a date tells when something was said ("In February, X said", "they reported this month")."""
    place = bisect_left(tokens, mention.start, key=_start)
    before = [t.word for t in tokens[max(0, place - 4) : place]]
    if mention.period.kind is PeriodKind.HOURS48:
        return bool(_ASSERTIONS & set(before[-1:])) or any(
            _before_that(mention, tokens, attribution, index) for attribution in found
        )
    words = {t.word for t in tokens[place : place + _LONGEST] if t.start < mention.end}
    week = mention.period.kind is PeriodKind.WEEK and not (_THROUGH & set(before[-2:]) or _EACH & words)
    if mention.period.kind not in _DATED and not week and not words & _SEASONS:
        return False
    if _PREDICATED & words and tokens[place].word not in _PREDICATED:
        return False
    if words and tokens[place].word == "for" and _FIGURES & set(before[-1:]):
        return False
    if (
        _dates_the_estimate(before)
        or _ASSERTIONS & set(before[-1:])
        or _issued(tokens, place)
        or _past_beside_perfect(mention, tokens, index)
    ):
        return True
    if any(t.word == "alone" and t.start <= mention.end + 2 for t in tokens[place : place + _LONGEST]):
        return False
    return any(_of_saying(mention, tokens, attribution, index) for attribution in found)


def _issued(tokens: list[Token], place: int) -> bool:
    """Whether a date stands behind a verb of publishing, and behind who published: "released by the ministry on"."""
    before = [t.word for t in tokens[max(0, place - 9) : place]]
    verb = max((k for k, word in enumerate(before) if word in _ISSUED), default=None)
    if verb is None:
        return False
    by = before[verb + 1 : verb + 2] == ["by"] and not any(t.symbol in "N,;" for t in tokens[max(0, place - 9) : place])
    return len(before) - verb <= 4 or by


def day_of_saying(of_saying: list[Mention]) -> date | None:
    """The day on which what is told of a figure was said ("X said on Tuesday that"), of the periods that date the
    saying; None where no one day is named.

    "The past 24 hours" and "so far" end on that day, which may lie well before the publication of the article.
    """
    for mention in of_saying:
        single = mention.period.kind is PeriodKind.DAY and mention.period.start == mention.period.end
        if single and not mention.strong:
            return mention.period.start
    return None


def _of_saying(mention: Mention, tokens: list[Token], attribution: Attribution, index: int) -> bool:
    """Whether a date stands behind a verb of saying, or opens the sentence whose figure that verb introduces."""
    verb = tokens[attribution.end]
    behind = mention.start - verb.end
    if not attribution.leads:
        return attribution.how == "said by" and 0 <= behind <= 4
    if verb.word in _DESCRIBING:
        return False
    if 0 <= behind <= (12 if not mention.strong else 2) or _ends_saying(mention, tokens, attribution.end, index):
        return True
    if _before_that(mention, tokens, attribution, index):
        return True
    loose = not mention.strong or mention.period.kind is not PeriodKind.DAY
    counts = verb.word in _COUNTING and mention.period.kind is not PeriodKind.DAY
    if _inserted(mention, tokens, attribution):
        return False
    told = any(t.symbol in "XKLYV" and t.end <= mention.start for t in tokens[: attribution.start])
    return loose and mention.end <= verb.start and index > attribution.end and not counts and not told


def _inserted(mention: Mention, tokens: list[Token], attribution: Attribution) -> bool:
    """Whether a source stands between commas inside what it says, and the month before it: "In May, the paper wrote,
    more than 900"."""
    around = [t.symbol for t in (*tokens[attribution.end + 1 : attribution.end + 2],)]
    before = [t for t in tokens[: attribution.start + 1] if t.start >= mention.end]
    return mention.strong and around == [","] and bool(before) and before[0].symbol == ","


def _ends_saying(mention: Mention, tokens: list[Token], verb: int, index: int) -> bool:
    """Whether a date closes what is told of the saying, behind the loss: "..., X said at a forum on Wednesday"."""
    if mention.strong or index >= verb or mention.start <= tokens[verb].end:
        return False
    between = itertools.takewhile(lambda t: t.start < mention.start, itertools.islice(tokens, verb + 1, None))
    return all(t.symbol not in ",;:NnKVLYX" for t in between)


def _before_that(mention: Mention, tokens: list[Token], attribution: Attribution, index: int) -> bool:
    """Whether a date stands between a verb of saying and the "that" of what is said: "said in Oslo last week that"."""
    if not attribution.leads or index <= attribution.end or mention.start < tokens[attribution.end].end:
        return False
    between = [t for t in tokens[attribution.end + 1 : index] if t.end <= mention.start or t.start >= mention.end]
    that = next((k for k, t in enumerate(between) if t.word == "that"), None)
    opened = that is not None and between[that].start >= mention.end
    return opened and not any(t.symbol in "NKLYV;" for t in between[:that])


def _past_beside_perfect(mention: Mention, tokens: list[Token], index: int) -> bool:
    """Whether a past day stands beside a loss told in the perfect, which it cannot date: "have been killed, … Monday".

    A blow of that day may be told so nevertheless.
    """
    if mention.strong or mention.period.kind is not PeriodKind.DAY:
        return False
    near = tokens[max(0, index - 3) : index + 7]
    if not any(t.word in ("has", "have") and after.symbol in "BbaLYK" for t, after in itertools.pairwise(near)):
        return False
    return not any(t.word in BLOWS or (t.word in _TODAY and mention.start <= t.start < mention.end) for t in tokens)


def _dates_the_estimate(before: list[str]) -> bool:
    """Whether a date tells how old an estimate is: "an estimate from earlier this year"."""
    return "from" in before and bool(_ESTIMATES & set(before[: before.index("from")]))

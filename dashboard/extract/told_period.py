"""The period of a figure whose sentence names none, as the sentences before it have told it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dashboard.extract.dating import OPEN, TOO_MANY, Dated
from dashboard.extract.drafts import CARRIED, Draft
from dashboard.extract.page import Page
from dashboard.extract.periods import Mention
from dashboard.extract.running_totals import of_blow
from dashboard.extract.subjects import names_enemy
from dashboard.extract.tokens import Token
from dashboard.model import Basis, PeriodKind, Statistic

if TYPE_CHECKING:
    from dashboard.extract.fields import Line

_SHORT = (PeriodKind.DAY, PeriodKind.HOURS48, PeriodKind.WEEK)
_LONGER = (PeriodKind.MONTH, PeriodKind.YEAR)
_TELLING = (*_SHORT, *_LONGER)
_UNTIL_NOW = frozenset("has have".split())
_PEOPLE = ("personnel", "civilians")
# What a report of a whole front is divided by: a figure told of one of these is of the report's own period.
_PARTS = frozenset(
    """
        battlegroup battlegroups grouping groupings group groups direction directions sector sectors axis axes front
        fronts section sections flank flanks formation formations zone zones
    """.split()
)
_AVERAGE = frozenset("average averages averaging mean".split())
_FORCES = frozenset("forces troops armies".split())
_IT = frozenset("it they he she".split())
_OPENING, _FRAME = 60, 2
# The readings that a period told before may replace.
_OF_PART = (*OPEN, "a total of the war", "a count until now")


def told_period(
    page: Page, line: Line, index: int, subject: str | None, statistic: Statistic, read: str
) -> Dated | None:
    """The period that earlier sentences tell for a figure read by a rule that found none; None where they do not."""
    if statistic is Statistic.MEAN_PER_DAY:
        return (_averaged(line, index) or _of_rate(page, line)) if read == "a rate without a period" else None
    if read not in _OF_PART and not _same_time(line):
        return None
    shared = (
        _taken_up(page, line, index, subject)
        or _shared(page, line, index, subject, read)
        or _of_scene(page, line, index, read)
    )
    return (shared.period, shared.basis, CARRIED) if shared is not None else None


def _averaged(line: Line, index: int) -> Dated | None:
    """The month or year of the figure before in the sentence, for the mean that it comes to: "…, an average of N"."""
    if not line.made or not _AVERAGE & {t.word for t in line.tokens[max(0, index - 4) : index]}:
        return None
    whole = line.made[max(line.made)]
    longer = whole.period.kind in _LONGER and whole.figure.size > line.tokens[index].data.size
    return (whole.period, whole.basis, "of the figure that it is the mean of") if longer else None


def _of_rate(page: Page, line: Line) -> Dated | None:
    """The month or year of which the sentence before speaks, for a mean per day that is told without one."""
    for mention in _mentions_before(page, line, 1):
        if mention.period.kind in _LONGER and mention.period.start is not None and not mention.rate:
            return mention.period, Basis.COVERS, CARRIED
    return None


def _shared(page: Page, line: Line, index: int, subject: str | None, read: str) -> Draft | None:
    """The figure just before whose day or week this one shares: same side, told in the past or of a part of the front,
    in this sentence or, no larger, in one of the two before."""
    size, part = line.tokens[index].data.size, _of_part(line.tokens)
    if not part and _perfect(line.tokens, index):
        return None
    before = [d for d in page.drafts[-6:] if d.sentence >= line.number - _FRAME and size <= 3 * d.figure.size]
    told = [*before, *(line.made[k] for k in sorted(line.made))]
    people = [d for d in told if d.category in _PEOPLE and d.subject == subject]
    fitting = [d for d in people if d.period.kind in _SHORT or _beside(line, index, d)]
    return fitting[-1] if fitting and (part or read in OPEN) else None


def _taken_up(page: Page, line: Line, index: int, subject: str | None) -> Draft | None:
    """The figure told last, whose period one of it or beside it has without naming it."""
    last = page.drafts[-1] if page.drafts else None
    here = line.made[max(line.made)] if line.made else last
    if line.made and here is not None and line.tokens[index - 1].word in _MORE and here.subject == subject:
        return here
    if here is not None and here.sentence >= line.number - _FRAME and _same_time(line):
        return here
    if last is None:
        return None
    if last.sentence >= line.number - _FRAME and _more(line):
        return last
    alike = last.subject == subject and (_told_anew(line, index, last) or _another_count(line, index, last))
    return last if alike else None


def _same_time(line: Line) -> bool:
    """Whether a sentence calls its period that of the figure before: "over the same period"."""
    return any(a.word in _SAME and b.word in _TIME for a, b in itertools.pairwise(line.tokens))


def _more(line: Line) -> bool:
    """Whether a sentence goes on with the figure told last: "Another 120 were wounded", "The losses include 12"."""
    opening = [t.word for t in line.tokens[:2]]
    more = opening[0] in _MORE or (opening[0] in ("a", "an") and opening[-1] in _MORE)
    return more or bool(_INCLUDE & {t.word for t in line.tokens[1:4]})


_INCLUDE = frozenset("include includes included".split())
_MORE = frozenset("another further additional".split())


def _told_anew(line: Line, index: int, last: Draft) -> bool:
    """Whether a figure is nearly the same number as the one told last: 4,380 behind "nearly 4,400"."""
    if last.sentence < line.number - 1 or last.period.kind not in _TELLING:
        return False
    size = line.tokens[index].data.size
    return last.figure.size >= _ROUNDED and abs(size - last.figure.size) <= _NEARLY * last.figure.size


def _another_count(line: Line, index: int, last: Draft) -> bool:
    """Whether somebody is said to have spoken of another count than that of the war told last: "in January the agency
    spoke of about 300 dead"."""
    spoken = {t.word for t in line.tokens[max(0, index - 9) : index]} & _SPOKE
    total = last.period.kind is PeriodKind.SINCE_START and last.statistic is Statistic.TOTAL
    return bool(spoken) and total and not of_blow(line.tokens)


_SPOKE = frozenset("spoke spoken put gave given estimated".split())
_SAME, _TIME = (
    frozenset("same that this".split()),
    frozenset("period time timeframe fighting clash clashes battle battles".split()),
)
_ROUNDED, _NEARLY = 100, 0.03


def _beside(line: Line, index: int, draft: Draft) -> bool:
    """Whether a figure goes on with the count of one before it in the sentence, no clause between: "N killed and M
    wounded"."""
    place = next((k for k, made in line.made.items() if made is draft), None)
    if place is None or draft.period.kind in (PeriodKind.EVENT, PeriodKind.UNSPECIFIED):
        return False
    return not any(t.symbol in "LVWSYqcBb;" for t in line.tokens[place + 1 : index])


def _of_scene(page: Page, line: Line, index: int, read: str) -> Mention | None:
    """The day or week that opens one of the two sentences before, where these tell no figures of their own."""
    goes_on = line.tokens[0].word in _IT or _loser_opens(line.tokens)
    if (read not in ("an event", TOO_MANY) and not goes_on) or _perfect(line.tokens, index):
        return None
    kinds = (*_SHORT, *_LONGER) if goes_on else _SHORT
    told = {d.sentence for d in page.drafts[-3:]}
    for earlier in itertools.islice(reversed(page.before), 2):
        if earlier.number < line.number - 2 or earlier.number in told:
            return None
        opening = (m for m in earlier.periods(page) if m.start - earlier.sentence.start < _OPENING)
        for mention in opening:
            if mention.period.kind in kinds and mention.strong and not mention.rate:
                return mention
    return None


def _loser_opens(tokens: list[Token]) -> bool:
    """Whether a sentence opens with who lost, in the past: "The enemy lost", "Russia suffered"."""
    start = int(tokens[0].symbol == "d")
    loser = tokens[start : start + 1]
    named = bool(loser) and (loser[0].symbol in "DG" or names_enemy(loser[0]))
    return named and any(t.word in ("lost", "suffered") for t in tokens[start + 1 : start + 3])


def _mentions_before(page: Page, line: Line, most: int) -> Iterator[Mention]:
    """The periods that the last sentences name, the latest first."""
    for earlier in itertools.islice(reversed(page.before), most):
        if earlier.number == line.number - 1:
            yield from reversed(earlier.periods(page))


def _of_part(tokens: list[Token]) -> bool:
    """Whether a sentence tells of one part of a front, or of one group of forces."""
    return any(
        t.word in _PARTS and (not t.word.startswith("group") or after.word in ("of", *_FORCES) or t.capital)
        for t, after in itertools.pairwise(tokens)
    )


def _perfect(tokens: list[Token], index: int) -> bool:
    """Whether a figure is told as it stands by now: "has lost", "have been killed"."""
    return bool(_UNTIL_NOW & {t.word for t in tokens[max(0, index - 6) : index + 8]})

"""The period and basis of a figure: named in its sentence, of its parent figure, or by the kind of claim."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dashboard.extract.drafts import CARRIED, Draft
from dashboard.extract.linking import Link
from dashboard.extract.page import Page
from dashboard.extract.periods import Mention
from dashboard.extract.registry import side_of_name
from dashboard.extract.running_totals import (
    has_lost,
    in_theatre,
    of_blow,
    of_war,
    reaches,
    rising_toll,
    taken_to,
    until_now,
)
from dashboard.extract.tokens import Token
from dashboard.model import Basis, Period, PeriodKind, Statistic

Dated = tuple[Period, Basis, str]
_ABOUT_DAILY = frozenset("update morning daily report reported reports evening".split())
# What the reference claimant's daily increments have been.
_LEAST_DAILY, _MOST_DAILY = 200, 3000
# So many are no day's losses, whatever day the sentence names.
_NO_DAY = 10_000
# So many soldiers fall in one blow only where the sentence tells of the blow.
_ONE_BLOW = 450
_PERFECT = frozenset("has have had".split())
NAMED = "named in the sentence"
TOO_MANY = "more than fall in one blow"
# The rules by which a figure has the period of the one it belongs to.
_OF_BASE = ("toll told again", "part of a figure", "coordinated object", "part of those just told", "verb left out")
# The rules that leave a period open to what the sentences before tell.
OPEN = ("an event", "has lost until now", TOO_MANY)


@dataclass(frozen=True, slots=True)
class _Case:
    """One figure, and what is known of it besides its period."""

    page: Page
    tokens: list[Token]
    index: int
    tie: Link
    base: Draft | None
    subject: str | None
    claimant: str | None

    @property
    def of_party(self) -> bool:
        """Whether a party of this war lost them."""
        return self.subject in self.page.registry.parties

    @property
    def armed(self) -> bool:
        """Whether the figure counts soldiers by its noun."""
        return self.tie.head is not None and self.tokens[self.tie.head].symbol in "PG"

    @property
    def size(self) -> float:
        """How large the figure is."""
        return float(self.tokens[self.index].data.size)


def period_and_basis(
    page: Page,
    mention: Mention | None,
    statistic: Statistic,
    tokens: list[Token],
    index: int,
    tie: Link,
    base: Draft | None,
    subject: str | None,
    claimant: str | None,
) -> Dated:
    """The period with its basis and the rule that read it."""
    case = _Case(page, tokens, index, tie, base, subject, claimant)
    short = mention is None or mention.period.kind in (PeriodKind.DAY, PeriodKind.MONTH)
    told = mention is not None and mention.strong and mention.start > tokens[index].end
    grown = taken_to(tokens, index) and (not told or _from_another(tokens, index))
    day = mention is not None and mention.period.kind is PeriodKind.DAY
    of_years = day and case.of_party and case.size >= _NO_DAY and page.days.after_start
    if short and (grown or of_years or reaches(tokens, index)):
        start = page.conflict.start if case.of_party and page.days.published else None
        return Period(PeriodKind.SINCE_START, start, None), Basis.PUBLISHED, "a running total"
    if base is not None and tokens[index - 1].symbol == "i" and not told:
        return base.period, base.basis, "of the figure it belongs to"
    if mention is not None:
        return _named(case, mention, statistic)
    if statistic is Statistic.MEAN_PER_DAY:
        return Period(), Basis.COVERS, "a rate without a period"
    return _unnamed(case)


def _from_another(tokens: list[Token], index: int) -> bool:
    """Whether another figure stands close before, by which or from which a total grew: "rose by 700 to 12,000"."""
    near = tokens[max(0, index - 4) : index]
    return any(t.symbol == "N" for t in near) and bool(
        {"by", "from"} & {t.word for t in tokens[max(0, index - 7) : index]}
    )


def _named(case: _Case, mention: Mention, statistic: Statistic) -> Dated:
    """The period that the sentence names: a war's own dates only for its parties, the report's day only for Kyiv's."""
    period, start = mention.period, case.page.conflict.start
    since_start = period.kind is PeriodKind.SINCE_START
    if since_start and period.start == start and not case.of_party and case.subject is not None:
        period = Period(PeriodKind.SINCE_START)
    if _of_another_war(case, mention):
        period = replace(period, kind=PeriodKind.SINCE_START)
    if statistic is Statistic.MEAN_PER_DAY and period.kind is PeriodKind.DAY and not mention.strong:
        return Period(), Basis.COVERS, "a rate"
    if case.base is not None and case.base.period.start is None and _averages(case, case.base):
        return case.base.period, case.base.basis, "of the figure it belongs to"
    if period.kind is PeriodKind.MONTH and _peak_of_days(case):
        period = replace(period, kind=PeriodKind.DAY)
    reported = since_start or _quotes_reference(case)
    return period, mention.basis if reported else Basis.COVERS, NAMED


def _peak_of_days(case: _Case) -> bool:
    """Whether a figure is the peak of daily figures, which fell on some day of a month: "The previous peak, 1,730, came
    in May" behind a day's 1,950."""
    daily = case.base is not None and case.base.period.kind is PeriodKind.DAY
    near = case.base is not None and case.size < _ALIKE * case.base.figure.size
    return daily and near and bool(_PEAKS & {t.word for t in case.tokens[max(0, case.index - 4) : case.index]})


_ALIKE = 3
_PEAKS = frozenset("peak peaks high highs record maximum".split())


def _of_another_war(case: _Case, mention: Mention) -> bool:
    """Whether a count runs since a month or day that is no length of its own: another war's, which began then."""
    foreign = not case.of_party and case.subject is not None and mention.period.kind is PeriodKind.OTHER
    return foreign and case.page.cleaned.text[mention.start : mention.end].lower().startswith("since")


def _averages(case: _Case, base: Draft) -> bool:
    """Whether a figure averages a count per week or month told before: "In 2022, it averaged about N"."""
    unit = base.period.kind in (PeriodKind.WEEK, PeriodKind.MONTH)
    return unit and any(t.word.startswith("averag") for t in case.tokens[max(0, case.index - 3) : case.index])


def _war_before(case: _Case) -> Mention | None:
    """The whole war, if the sentence before spoke of it: "... since the invasion. The raids have killed 300." """
    told = case.page.before[-1].periods(case.page) if case.page.before else []
    near = {t.word for t in case.tokens[max(0, case.index - 6) : case.index + 8]}
    wars = [m for m in told if m.strong and m.period.kind is PeriodKind.SINCE_START]
    return wars[-1] if wars and near & _PERFECT else None


def _unnamed(case: _Case) -> Dated:
    """The period of a count whose sentence names none."""
    tokens, index, tie, registry = case.tokens, case.index, case.tie, case.page.registry
    if case.base is not None and _shares_period(case, case.base):
        return case.base.period, case.base.basis, "of the figure it belongs to"
    if rising_toll(tokens, index, tie):
        return Period(PeriodKind.SINCE_START), Basis.PUBLISHED, "a toll that rises"
    if _daily_report(case) or tie.rule.startswith("minus"):
        day = case.page.days.published
        return Period(PeriodKind.DAY, day, day), Basis.PUBLISHED, "the daily report of the reference claimant"
    if _adds_to_total(case):
        day = case.page.days.published
        return Period(PeriodKind.DAY, day, day), Basis.PUBLISHED, "added to a running total"
    if has_lost(tokens, tie) and case.of_party and case.page.document.published is not None:
        return _so_far(case), Basis.PUBLISHED, "has lost until now"
    if of_war(tokens, index):
        return _so_far(case), Basis.PUBLISHED, "a total of the war"
    if case.subject != registry.reference_country and in_theatre(tokens, index, tie, registry):
        return _so_far(case), Basis.PUBLISHED, "killed in the land of the war"
    if until_now(tokens, index, tie):
        return _so_far(case), Basis.PUBLISHED, "a count until now"
    if case.page.setting.hired and case.subject is not None and not case.of_party and not of_blow(tokens):
        return _so_far(case), Basis.PUBLISHED, "those who fight for another land"
    if (war := _war_before(case)) is not None:
        return (*_named(case, war, Statistic.TOTAL)[:2], CARRIED)
    if case.size >= _ONE_BLOW and case.armed and not of_blow(tokens):
        return _so_far(case), Basis.PUBLISHED, TOO_MANY
    return Period(PeriodKind.EVENT), Basis.COVERS, "an event"


def _so_far(case: _Case) -> Period:
    """Since the war began until publication; without days where the text is older than the war, or of another's."""
    days = case.page.days
    if case.of_party and days.after_start:
        return Period(PeriodKind.SINCE_START, days.war_start, days.published)
    return Period(PeriodKind.SINCE_START)


def _shares_period(case: _Case, base: Draft) -> bool:
    """Whether a figure has the period of the one it belongs to; a count far larger is a running total instead."""
    rule = case.tie.rule
    if rule == "count of the loss told before":
        return case.size <= 20 * base.figure.size
    part = case.tokens[case.index - 1].symbol == "i" and case.size <= base.figure.size
    return part or rule in _OF_BASE


def _adds_to_total(case: _Case) -> bool:
    """Whether a figure of a day's size is told as what took a total to where it is: "lost 1,200, taking the total"."""
    behind = [t.word for t in case.tokens[case.index + 1 : case.index + _BEHIND]]
    taken = next((k for k, word in enumerate(behind) if word in ("taking", "bringing", "raising", "pushing")), None)
    told = taken is not None and bool({"total", "toll", "tally"} & set(behind[taken : taken + 5]))
    of_war = case.subject == case.page.conflict.reference_subject
    return told and of_war and _LEAST_DAILY <= case.size <= _MOST_DAILY


_BEHIND = 12


def _daily_report(case: _Case) -> bool:
    """Whether a figure without a period is the increment of the reference claimant's daily report, by its size and
    words."""
    if case.claimant != case.page.registry.reference or case.subject != case.page.conflict.reference_subject:
        return False
    told = _ABOUT_DAILY & {t.word for t in case.tokens}
    return _LEAST_DAILY <= case.size <= _MOST_DAILY and bool(told)


def _quotes_reference(case: _Case) -> bool:
    """Whether a figure is, or may be, the reference claimant's daily report about its adversary."""
    registry, claimant = case.page.registry, case.claimant
    if case.subject != case.page.conflict.reference_subject:
        return False
    known = claimant is None or claimant == registry.reference
    return known or side_of_name(claimant, registry) == registry.reference_country

"""The period and basis of a figure: named in its sentence, of its parent figure, or by the kind of claim."""

from __future__ import annotations

from dashboard.extract.attribution import Attribution
from dashboard.extract.drafts import Draft
from dashboard.extract.linking import Link
from dashboard.extract.page import Page
from dashboard.extract.periods import Mention
from dashboard.extract.registry import side_of_name
from dashboard.extract.tokens import Token
from dashboard.model import Basis, Period, PeriodKind, Statistic

_DATED = (PeriodKind.MONTH, PeriodKind.YEAR, PeriodKind.DAY)


_COUNTING = frozenset("verified recorded documented counted registered tallied logged".split())
_ESTIMATES = frozenset(
    "estimate estimates report assessment analysis count tally document documents survey study figures".split()
)


def _dates_the_estimate(mention: Mention, tokens: list[Token]) -> bool:
    """Whether a date tells how old an estimate is: "an estimate from earlier this year"."""
    before = [t.word for t in tokens if t.start < mention.start][-4:]
    return "from" in before and bool(_ESTIMATES & set(before[: before.index("from")]))


def dates_the_saying(mention: Mention, tokens: list[Token], found: list[Attribution], index: int) -> bool:
    """Whether a date tells when something was said ("In February, X said", "they reported this month")."""
    if mention.period.kind not in _DATED:
        return False
    loose = not mention.strong or mention.period.kind is not PeriodKind.DAY
    if _dates_the_estimate(mention, tokens):
        return True
    if any(t.word == "alone" and mention.start <= t.start <= mention.end + 2 for t in tokens):
        return False
    for attribution in found:
        verb = tokens[attribution.end]
        if not attribution.leads:
            if attribution.how == "said by" and 0 <= mention.start - verb.end <= 4:
                return True
            continue
        if 0 <= mention.start - verb.end <= (12 if not mention.strong else 2):
            return True
        counts = verb.word in _COUNTING and mention.period.kind is not PeriodKind.DAY
        if loose and mention.end <= verb.start and index > attribution.end and not counts:
            return True
    return False


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
) -> tuple[Period, Basis, str]:
    """The period with its basis and the rule that read it."""
    kyiv = _quotes_reference(page, subject, claimant)
    if _cumulative(tokens, index) and (mention is None or mention.period.kind in (PeriodKind.DAY, PeriodKind.MONTH)):
        party = subject in page.registry.parties
        return (
            Period(PeriodKind.SINCE_START, page.conflict.start if party and page.days.published else None, None),
            Basis.PUBLISHED,
            "a running total",
        )
    if mention is not None:
        period = mention.period
        if (
            period.kind is PeriodKind.SINCE_START
            and period.start == page.conflict.start
            and subject not in set(page.registry.parties)
            and subject is not None
        ):
            period = Period(PeriodKind.SINCE_START)
        if statistic is Statistic.MEAN_PER_DAY and period.kind is PeriodKind.DAY and not mention.strong:
            return Period(), Basis.COVERS, "a rate"
        basis = mention.basis if kyiv or period.kind is PeriodKind.SINCE_START else Basis.COVERS
        return period, basis, "named in the sentence"
    if statistic is Statistic.MEAN_PER_DAY:
        return Period(), Basis.COVERS, "a rate without a period"
    if base is not None and _shares_period(tie, tokens[index].data.size, base):
        return base.period, base.basis, "of the figure it belongs to"
    if _rising_toll(tokens, index, tie):
        return Period(PeriodKind.SINCE_START), Basis.PUBLISHED, "a toll that rises"
    if _daily_report(page, tokens, index, subject, claimant):
        day = page.days.published
        return Period(PeriodKind.DAY, day, day), Basis.PUBLISHED, "the daily report of the reference claimant"
    if _has_lost(tokens, tie) and subject in page.registry.parties and page.document.published is not None:
        until = (
            Period(PeriodKind.SINCE_START, page.conflict.start, page.document.published)
            if _ordered(page)
            else Period(PeriodKind.SINCE_START)
        )
        return until, Basis.PUBLISHED, "has lost until now"
    total = tokens[index].data.size >= 10000 or any(
        t.word in ("total", "overall") for t in tokens[max(0, index - 6) : index]
    )
    if (
        total
        and subject in set(page.registry.parties)
        and page.document.published is not None
        and _is_war_total(tokens, index)
    ):
        return (
            Period(PeriodKind.SINCE_START, page.conflict.start, page.document.published),
            Basis.PUBLISHED,
            "a total of the war",
        )
    if total and _is_war_total(tokens, index):
        return Period(PeriodKind.SINCE_START), Basis.PUBLISHED, "a total of the war"
    if _until_now(tokens, index, tie):
        party = subject in page.registry.parties and _ordered(page)
        first, last = (page.conflict.start, page.document.published) if party else (None, None)
        return Period(PeriodKind.SINCE_START, first, last), Basis.PUBLISHED, "a count until now"
    return Period(PeriodKind.EVENT), Basis.COVERS, "an event"


_BLOWS = frozenset(
    """
        strike strikes attack attacks raid raids ambush ambushed blast blasts bombing explosion shelling clash clashes
        battle crash sinking airstrike airstrikes missile missiles drone drones bomb bomber offensive assault siege
        incursion operation firefight shootout landmine mine gunfight yesterday today overnight
    """.split()
)


def _until_now(tokens: list[Token], index: int, tie: Link) -> bool:
    """Whether a loss is told as it stands by now ("have been killed", "casualties stand at"), not as of one blow."""
    near = tokens[max(0, min([index, *tie.triggers]) - 4) : max([index, *tie.triggers]) + 1]
    perfect = any(t.word in ("has", "have", "had") for t in near)
    counted = tie.rule.startswith(("noun of loss", "count", "compared", "figure, noun"))
    large = tokens[index].data.size >= 1000
    blow = any(t.word in _BLOWS for t in tokens)
    return (perfect or (counted and large)) and (not blow or (large and perfect))


def _shares_period(tie: Link, size: float, base: Draft) -> bool:
    """Whether a figure has the period of the one it belongs to; a count far larger is a running total instead."""
    if tie.rule == "count of the loss told before":
        return size <= 20 * base.figure.size
    return tie.rule in ("part of a figure", "coordinated object", "part of those just told", "verb left out")


def _cumulative(tokens: list[Token], index: int) -> bool:
    """Whether a figure is where a total was taken to: "taking the total to N", "bringing the toll to N"."""
    before = [t.word for t in tokens[max(0, index - 9) : index]]
    return bool(
        {
            "taking",
            "bringing",
            "brings",
            "raising",
            "raised",
            "raises",
            "lifted",
            "lifting",
            "pushed",
            "pushing",
            "bring",
            "brought",
            "takes",
        }
        & set(before)
    ) and bool({"total", "toll", "death toll", "number", "losses", "tally", "count"} & set(before))


def _ordered(page: Page) -> bool:
    """Whether the text appeared after the war began."""
    return page.document.published is not None and page.conflict.start <= page.document.published


def _has_lost(tokens: list[Token], tie: Link) -> bool:
    """Whether a side "has lost" so many, with no period named: until now."""
    lost = min(tie.triggers, default=0)
    return (
        tokens[lost].symbol == "L"
        and lost > 0
        and tokens[lost - 1].word in ("has", "have")
        and tie.rule.startswith(("lose", "coord", "part"))
    )


def _rising_toll(tokens: list[Token], index: int, tie: Link) -> bool:
    """Whether a figure is where a death toll has risen to."""
    toll = any(tokens[k].word in ("toll", "death toll") for k in tie.triggers)
    near = {t.word for t in tokens[max(0, index - 6) : index]}
    rising = {
        "rises",
        "risen",
        "rose",
        "rising",
        "climbs",
        "climbed",
        "passes",
        "passed",
        "reaches",
        "reached",
        "jumped",
        "stands",
        "stood",
        "soars",
        "surpassed",
    }
    return toll and (bool(near & rising) or tokens[index].data.verbal)


def _daily_report(page: Page, tokens: list[Token], index: int, subject: str | None, claimant: str | None) -> bool:
    """Whether a figure without a period is the increment of the reference claimant's daily report, by its size and
    words."""
    if claimant != page.registry.reference or subject != page.conflict.reference_subject:
        return False
    words = {t.word for t in tokens}
    return 200 <= tokens[index].data.size <= 3000 and bool(
        words & {"update", "morning", "daily", "report", "reported", "reports", "evening"}
    )


_BATTLES = frozenset(
    "battle counteroffensive counter-offensive offensive siege operation attack strike assault".split()
)


def _is_war_total(tokens: list[Token], index: int) -> bool:
    """Whether nothing ties a large figure to one battle or operation."""
    for k, token in enumerate(tokens):
        if token.word in _BATTLES:
            before = {t.word for t in tokens[max(0, k - 4) : k]}
            if before & {"in", "during", "of", "for"} or (k + 1 < len(tokens) and tokens[k + 1].symbol == "X"):
                return False
    return True


def _quotes_reference(page: Page, subject: str | None, claimant: str | None) -> bool:
    """Whether a figure is, or may be, the reference claimant's daily report about its adversary."""
    if subject != page.conflict.reference_subject:
        return False
    country = page.registry.reference_country
    return claimant is None or claimant == page.registry.reference or side_of_name(claimant, page.registry) == country

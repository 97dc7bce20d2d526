"""A document read sentence by sentence: figures tied to losses become drafts, all others are set aside with a
reason."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dashboard.extract.attribution import Attribution, attribution_for, attributions
from dashboard.extract.category import category_of
from dashboard.extract.cleaning import Cleaned
from dashboard.extract.context import Weight, not_war, usual_category, weigh
from dashboard.extract.drafts import Draft, Refusal
from dashboard.extract.kinds import casualty_types, definition
from dashboard.extract.linking import Link, count_of_former, link
from dashboard.extract.periods import Calendar, Mention, mentions
from dashboard.extract.rejection import reason_linked, reason_unlinked
from dashboard.extract.sentences import Sentence, sentences
from dashboard.extract.speakers import Memory, Registry, side_of, side_of_name
from dashboard.extract.statistic import period_of, statistic_of
from dashboard.extract.subject import Setting, note_sides, subject_of, usual_side
from dashboard.extract.tokens import Token, read
from dashboard.model import Basis, Conflict, Document, Period, PeriodKind, Statistic

_PLAIN_SIDES = frozenset(
    (
        "the side beside the figure",
        "the subject of lost or suffered",
        "the side of the noun of loss",
        "the claimant's own",
    )
)
_RECORD = re.compile(
    r"\b(?:record|highs?|peak|deadliest|highest|bloodiest|worst|all-time|unprecedented)\b", re.IGNORECASE
)
_CONTINUES = re.compile(
    r"^\W{0,3}(?:it|he|she|they|this|these|that|the (?:figures?|total|number|numbers|toll|count|tally|data|statistics|report|statement|ministry|group|agency)|another|of (?:those|these|them|the)|"  # noqa: E501
    r"among (?:them|those|the)|in total|in addition|also|that includes|meanwhile the|a further|since (?:october|last|then|the))\b",  # noqa: E501
    re.IGNORECASE,
)
_ABOUT_FIGURES = re.compile(
    r"^\W{0,3}(?:this|these|the|both|such) (?:\w+ )?(?:figures?|numbers?|statistics|data|estimates?|totals?|claims?)\b(?! (?:of|for))",  # noqa: E501
    re.IGNORECASE,
)


@dataclass(slots=True)
class Page:
    """What stays the same while one document is read, and what the sentences so far have told."""

    document: Document
    cleaned: Cleaned
    registry: Registry
    conflict: Conflict
    days: Calendar
    weight: Weight
    setting: Setting
    memory: Memory = field(default_factory=Memory)
    drafts: list[Draft] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    last_attribution: tuple[int, str] | None = None
    weights: dict[int, Weight] = field(default_factory=dict)
    party_named: bool = False


def open_page(document: Document, cleaned: Cleaned, registry: Registry, conflict: Conflict) -> Page:
    """A page before its first sentence."""
    usual = usual_side(document, registry)
    setting = Setting(registry, usual_category=usual_category(cleaned.text), usual_side=usual)
    return Page(
        document,
        cleaned,
        registry,
        conflict,
        Calendar(document.published, conflict.start),
        weigh(cleaned.text),
        setting,
        party_named=any(p in cleaned.text for p in registry.parties),
    )


def read_page(page: Page, taken: list[tuple[int, int]]) -> None:
    """Reads every sentence that no list line (`taken`) covers."""
    for number, sentence in enumerate(sentences(page.cleaned)):
        if any(start < sentence.end and sentence.start < end for start, end in taken):
            continue
        _read_sentence(page, number, sentence)


def _read_sentence(page: Page, number: int, sentence: Sentence) -> None:
    """Adds the drafts and refusals of one sentence."""
    text = page.cleaned.text
    tokens = read(text, sentence.start, sentence.end, page.registry.overlay)
    found = attributions(tokens, text, page.registry, page.memory, page.document.publisher, headline=sentence.headline)
    links = link(tokens)
    periods = mentions(text, sentence.start, sentence.end, page.days) if any(t.symbol == "N" for t in tokens) else []
    made: dict[int, Draft] = {}
    for index, token in enumerate(tokens):
        if token.symbol == "n":
            page.refusals.append(Refusal(token.start, token.end, token.data.reason))
        elif token.symbol == "N":
            draft = _draft(page, number, sentence, tokens, index, links, found, periods, made)
            if draft:
                made[index] = draft
    page.drafts += made.values()
    note_sides(tokens, page.setting)
    _look_back(page, number, sentence, tokens, found, made)
    if found:
        page.last_attribution = (number, found[-1].name)


def _draft(
    page: Page,
    number: int,
    sentence: Sentence,
    tokens: list[Token],
    index: int,
    links: dict[int, Link],
    found: list[Attribution],
    periods: list[Mention],
    made: dict[int, Draft],
) -> Draft | None:
    """The draft of one figure, or None once it is set aside."""
    tie = links.get(index)
    former = None
    if tie is None and page.drafts and page.drafts[-1].sentence >= number - 2 and count_of_former(tokens, index):
        former = page.drafts[-1]
        tie = Link("count of the loss told before", [], None)
    token = tokens[index]
    if tie is None:
        page.refusals.append(Refusal(token.start, token.end, reason_unlinked(index, tokens)))
        return None
    reason = reason_linked(tie, index, tokens) or _not_counted(tie, index, tokens)
    if reason:
        page.refusals.append(Refusal(token.start, token.end, reason))
        return None
    parent = made.get(tie.parent) if tie.parent is not None else None
    draft = _read_fields(
        page,
        number,
        sentence,
        tokens,
        index,
        tie,
        found,
        periods,
        parent or former,
        next(((k, made[k].subject) for k in sorted(made, reverse=True)), None),
    )
    reason = _outside_war(page, sentence, draft)
    if reason:
        page.refusals.append(Refusal(token.start, token.end, reason))
        return None
    if draft.subject:
        page.setting.sides.append(draft.subject)
    page.setting.categories.append(draft.category)
    return draft


def _not_counted(tie: Link, index: int, tokens: list[Token]) -> str | None:
    """Why "one" and "two" before plain words are no counts: "one soldier" is, "one of the dead" is not."""
    token = tokens[index]
    if (
        token.data.word
        and token.data.size == 1
        and tie.head is None
        and not tie.rule.startswith(("figure, participle", "figure, noun"))
    ):
        return "a number in words, not tied to a loss"
    return None


def _read_fields(
    page: Page,
    number: int,
    sentence: Sentence,
    tokens: list[Token],
    index: int,
    tie: Link,
    found: list[Attribution],
    periods: list[Mention],
    base: Draft | None,
    former: tuple[int, str | None] | None,
) -> Draft:
    """All that a linked figure says, each field with the rule that read it."""
    text = page.cleaned.text
    features: set[str] = set()
    claimant, relay, claimant_rule = _claimant(page, number, sentence, tokens, index, found, base, features)
    sources = tuple(range(a.start, a.end + 1) for a in found)
    subject, subject_rule = subject_of(tie, index, tokens, page.setting, claimant, sources, former)
    inherits = base is not None and not _own_side(tokens, index, page.registry)
    if inherits and base is not None:
        subject, subject_rule = base.subject, "of the figure it belongs to"
    if subject_rule == "the side spoken of before":
        features.add("side carried over")
    category = category_of(tie, index, tokens, page.setting, subject, claimant)
    if base is not None and tie.head is None:
        category = base.category
    types = casualty_types(tie, tokens) or (base.types if base is not None and not tie.triggers else ())
    said = [m for m in periods if not _dates_the_saying(m, tokens, found, index)]
    mention = period_of(index, tokens, text, said)
    statistic = statistic_of(index, tokens, text, periods)
    period, basis, period_rule = _period(page, mention, statistic, tokens, index, tie, base, subject, claimant)
    start, end = _evidence(tokens, index, tie, mention)
    if subject_rule not in _PLAIN_SIDES:
        features.add("side inferred")
    if period_rule in ("a total of the war", "an event", "of the figure it belongs to"):
        features.add("period assumed")
    return Draft(
        tokens[index].data, tie, number, start, end, types, subject, category, statistic, period, basis, claimant, relay,  # noqa: E501
        bool(_RECORD.search(text, max(sentence.start, tokens[index].start - 100), min(sentence.end, tokens[index].end + 70))),  # noqa: E501
        sentence.headline,
        {"figure": tie.rule, "subject": subject_rule, "claimant": claimant_rule, "period": period_rule},
        features | _features(page, tokens, index, tie, subject, claimant),
    )  # fmt: skip


_DATED = (PeriodKind.MONTH, PeriodKind.YEAR, PeriodKind.DAY)


def _dates_the_saying(mention: Mention, tokens: list[Token], found: list[Attribution], index: int) -> bool:
    """Whether a date tells when something was said ("In February, X said", "they reported this month")."""
    if mention.period.kind not in _DATED:
        return False
    loose = not mention.strong or mention.period.kind is not PeriodKind.DAY
    for attribution in found:
        verb = tokens[attribution.end]
        if not attribution.leads:
            if attribution.how == "said by" and 0 <= mention.start - verb.end <= 4:
                return True
            continue
        if 0 <= mention.start - verb.end <= (12 if not mention.strong else 2):
            return True
        if loose and mention.end <= verb.start and index > attribution.end:
            return True
    return False


def _features(
    page: Page, tokens: list[Token], index: int, tie: Link, subject: str | None, claimant: str | None
) -> set[str]:
    """The named features that confidence is made of."""
    figure = tokens[index].data
    near = min((abs(k - index) for k in tie.triggers), default=0)
    told = {
        "no side": subject is None,
        "no claimant": claimant is None,
        "word number": figure.word and not figure.vague,
        "vague": figure.vague,
        "long sentence": len(tokens) > 60,
        "far from the loss word": near > 8,
        "small number": figure.size < 10,
        "accident words nearby": page.weight.calamity + page.weight.crime > page.weight.war,
    }
    return {name for name, holds in told.items() if holds}


def _own_side(tokens: list[Token], index: int, registry: Registry) -> bool:
    """Whether a side stands right behind a figure."""
    return any(t.symbol in "DG" for t in tokens[index + 1 : index + 4]) or any(
        side_of(t, registry) for t in tokens[index + 1 : index + 4]
    )


def _claimant(
    page: Page,
    number: int,
    sentence: Sentence,
    tokens: list[Token],
    index: int,
    found: list[Attribution],
    base: Draft | None,
    features: set[str],
) -> tuple[str | None, str | None, str]:
    """Claimant, relay and the rule: by an attribution here, of the whole, or of the sentence before that this one
    continues."""
    chosen, relay = attribution_for(index, tokens, found)
    if chosen:
        return chosen.name, relay.name if relay else None, chosen.how
    if base is not None:
        return base.claimant, base.relayed_by, "of the figure it belongs to"
    last = page.last_attribution
    if last and last[0] == number - 1 and _CONTINUES.match(page.cleaned.text[sentence.start : sentence.start + 60]):
        features.add("claimant carried over")
        return last[1], None, "carried over from the sentence before"
    return None, None, "nobody is named"


def _period(
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
    if base is not None and tie.rule in ("part of a figure", "coordinated object", "count of the loss told before"):
        if not (tie.rule.startswith("count of the loss") and tokens[index].data.size > 20 * base.figure.size):
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
    return Period(PeriodKind.EVENT), Basis.COVERS, "an event"


def _cumulative(tokens: list[Token], index: int) -> bool:
    """Whether a figure is where a total was taken to: "taking the total to N", "bringing the toll to N"."""
    before = [t.word for t in tokens[max(0, index - 9) : index]]
    return bool(
        {"taking", "bringing", "brings", "raising", "pushing", "bring", "brought", "takes"} & set(before)
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


def _evidence(tokens: list[Token], index: int, tie: Link, mention: Mention | None) -> tuple[int, int]:
    """The stretch from loss word to figure and period, at most 280 characters around the figure."""
    figure = tokens[index]
    places = [figure, *(tokens[k] for k in tie.triggers), *([tokens[tie.head]] if tie.head is not None else [])]
    spans = sorted(((p.start, p.end) for p in places), key=lambda s: abs(s[0] - figure.start))
    if mention is not None:
        spans.append((mention.start, mention.end))
    start, end = figure.start, figure.end
    for begin, stop in spans:
        if max(end, stop) - min(start, begin) <= 280:
            start, end = min(start, begin), max(end, stop)
    return start, end


def _outside_war(page: Page, sentence: Sentence, draft: Draft) -> str | None:
    """Why a person's death here is no loss of war."""
    if draft.category not in ("personnel", "civilians"):
        return None
    if sentence.start not in page.weights:
        page.weights[sentence.start] = weigh(page.cleaned.text[sentence.start : sentence.end])
    many = "killed" in page.cleaned.text[sentence.start : sentence.end] and (
        draft.figure.size >= 50 or bool(page.drafts)
    )
    known = draft.subject in set(page.registry.parties) or page.party_named
    return not_war(
        page.weights[sentence.start], page.weight, personnel=draft.category == "personnel", known_side=known, many=many
    )


def _look_back(
    page: Page, number: int, sentence: Sentence, tokens: list[Token], found: list[Attribution], made: dict[int, Draft]
) -> None:
    """Lets a sentence about earlier figures settle what they left open: their types, their source."""
    defined = definition(tokens)
    opening = page.cleaned.text[sentence.start : sentence.start + 60]
    for draft in page.drafts:
        if not number - 1 <= draft.sentence < number:
            continue
        if defined and not draft.types:
            draft.types = defined
            draft.rules["types"] = "defined in the next sentence"
        if draft.claimant is None and not draft.headline and found and _ABOUT_FIGURES.match(opening):
            draft.claimant = found[0].name
            draft.rules["claimant"] = "named in the next sentence, which speaks of the figure"

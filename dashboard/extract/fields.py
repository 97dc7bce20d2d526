"""All that a linked figure says: claimant, side, category, types, statistic and period, each with its rule."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from dashboard.extract.attribution import Attribution
from dashboard.extract.beside import on_side
from dashboard.extract.carrying import carried
from dashboard.extract.category import category_of
from dashboard.extract.context import Weight, weigh
from dashboard.extract.counted import Counted
from dashboard.extract.dating import period_and_basis
from dashboard.extract.drafts import CARRIED, Draft
from dashboard.extract.echoes import beside_rate, in_other_unit, shares_rate, told_category
from dashboard.extract.kinds import casualty_types, counted_in, defined_behind
from dashboard.extract.lexicon.sides import LAND_OF_GROUP
from dashboard.extract.linking import Link
from dashboard.extract.page import Page
from dashboard.extract.periods import Mention, mentions
from dashboard.extract.registry import Registry, side_of
from dashboard.extract.saying_dates import dating_the_saying, day_of_saying
from dashboard.extract.scope import attribution_for
from dashboard.extract.sentences import Sentence
from dashboard.extract.statistic import period_of, statistic_of
from dashboard.extract.subject import IN_ORDER, subject_of
from dashboard.extract.tokens import Token
from dashboard.extract.told_period import told_period
from dashboard.model import Statistic

RECORD = re.compile(
    r"\b(?:record|highs?|peak|deadliest|highest|bloodiest|worst|all-time|unprecedented)\b", re.IGNORECASE
)


@dataclass(slots=True)
class Line:
    """One sentence as all its figures see it, and the drafts made of it so far, by token index."""

    number: int
    sentence: Sentence
    tokens: list[Token]
    found: list[Attribution]
    made: dict[int, Draft] = field(default_factory=dict)
    named: list[Mention] | None = None
    named_on: dict[date, list[Mention]] = field(default_factory=dict)
    weight: Weight | None = None

    def periods(self, page: Page) -> list[Mention]:
        """The periods that the sentence names, read once and only where a figure needs them."""
        if self.named is None:
            self.named = mentions(page.cleaned.text, self.sentence.start, self.sentence.end, page.days)
        return self.named

    def periods_on(self, page: Page, day: date) -> list[Mention]:
        """The periods that the sentence names as they are to who speaks on a day, read once for each day."""
        if day not in self.named_on:
            days = replace(page.days, published=day)
            self.named_on[day] = mentions(page.cleaned.text, self.sentence.start, self.sentence.end, days)
        return self.named_on[day]

    def weigh(self, page: Page) -> Weight:
        """How many words of war, calamity and crime the sentence holds, counted once."""
        if self.weight is None:
            self.weight = weigh(self.text(page))
        return self.weight

    def text(self, page: Page) -> str:
        """The sentence as it stands."""
        return page.cleaned.text[self.sentence.start : self.sentence.end]


def read_fields(page: Page, line: Line, index: int, tie: Link, base: Draft | None) -> Draft:
    """All that a linked figure says, each field with the rule that read it."""
    number, sentence, tokens, found, periods = line.number, line.sentence, line.tokens, line.found, line.periods(page)
    former = next(((k, line.made[k].subject) for k in sorted(line.made, reverse=True)), None)
    text = page.cleaned.text
    claimant, relay, claimant_rule = _claimant(page, line, index, base)
    sources = tuple(range(a.start, a.end + 1) for a in found)
    subject, subject_rule = subject_of(tie, index, tokens, page.setting, claimant, sources, former)
    owner = tokens[index - 1 - (tokens[index - 1].symbol == "A")]
    alone = tie.rule == "verb left out" and (owner.symbol in "DG" if owner is tokens[index - 1] else owner.possessive)
    inherits = base is not None and not alone and not _own_side(tokens, index, page.registry)
    if inherits and base is not None and subject_rule != IN_ORDER:
        subject, subject_rule = base.subject, "of the figure it belongs to"
    told = told_category(page.drafts, line, index, tie, base, subject)
    category = told or category_of(Counted(tie, index, tokens, page.setting, subject, claimant))
    if category == "civilians" and subject in LAND_OF_GROUP:
        subject = LAND_OF_GROUP[subject]
    types = casualty_types(tie, tokens) or (base.types if base is not None and not tie.triggers else ())
    of_saying = dating_the_saying(periods, tokens, found, index)
    said_on = day_of_saying(of_saying)
    if said_on is not None:
        page, periods = _as_of(page, line, said_on)
        of_saying = dating_the_saying(periods, tokens, found, index)
    types = counted_in(tokens, index, types or defined_behind(tokens, index) or in_other_unit(line, index))
    if category not in ("personnel", "civilians"):  # tanks are captured, never killed or wounded
        types = tuple(kind for kind in types if kind == "captured")
    mention = period_of(index, tokens, text, [m for m in periods if m not in of_saying])
    statistic = statistic_of(index, tokens, text, periods)
    before = {t.word for t in tokens[max(0, index - 5) : index]}
    if shares_rate(tie, base, mention, before, tokens[index].data.size):
        statistic = Statistic.MEAN_PER_DAY
    with_it = beside_rate(line, index, statistic, mention, page.drafts)
    if with_it is not None:
        base, statistic = base or with_it, with_it.statistic
        claimant, relay = claimant or with_it.claimant, relay or with_it.relayed_by
    period, basis, period_rule = period_and_basis(page, mention, statistic, tokens, index, tie, base, subject, claimant)
    if (carried_on := told_period(page, line, index, subject, statistic, period_rule)) is not None:
        period, basis, period_rule = carried_on
    start, end = _evidence(tokens, index, tie, mention)
    return Draft(
        tokens[index].data, tie, number, start, end, types, subject, category, statistic, period, basis, claimant, relay,  # noqa: E501
        bool(RECORD.search(text, max(sentence.start, tokens[index].start - 100), min(sentence.end, tokens[index].end + 70))),  # noqa: E501
        sentence.headline,
        {"figure": tie.rule, "subject": subject_rule, "claimant": claimant_rule, "period": period_rule},
        _features(page, tokens, index, tie),
        base,
    )  # fmt: skip


def _as_of(page: Page, line: Line, day: date) -> tuple[Page, list[Mention]]:
    """The page and the periods of the sentence as they are to who speaks on that day."""
    return replace(page, days=replace(page.days, published=day)), line.periods_on(page, day)


def _features(page: Page, tokens: list[Token], index: int, tie: Link) -> set[str]:
    """The features of the text around a figure that confidence is made of."""
    told = {
        "far from the loss word": min((abs(k - index) for k in tie.triggers), default=0) > 8,
        "accident words nearby": page.weight.calamity + page.weight.crime > page.weight.war,
    }
    return {name for name, holds in told.items() if holds}


def _own_side(tokens: list[Token], index: int, registry: Registry) -> bool:
    """Whether a side stands right behind a figure, or before it and a dash: "and Ukraine - 400,000"."""
    if index > 1 and tokens[index - 1].symbol in "-:" and tokens[index - 2].symbol in "DG":
        return True
    near = tokens[index + 1 : index + 4]
    ones = next((k for k in range(index - 1, max(0, index - 3), -1) if tokens[k].word == "ones"), 0)
    if ones and tokens[ones - 1].symbol in "DG":
        return True
    return on_side(tokens, index) is not None or any(t.symbol in "DG" or side_of(t, registry) for t in near)


def _claimant(page: Page, line: Line, index: int, base: Draft | None) -> tuple[str | None, str | None, str]:
    """Claimant, relay and the rule: by an attribution here, of the whole, or of the sentence before that this one
    continues."""
    chosen, relay = attribution_for(index, line.tokens, line.found, page.cleaned.text)
    if chosen:
        return chosen.name, relay.name if relay else None, chosen.how
    if base is not None:
        return base.claimant, base.relayed_by, "of the figure it belongs to"
    if (name := carried(page, line)) is not None:
        return name, None, CARRIED
    return None, None, "nobody is named"


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

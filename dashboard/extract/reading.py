"""A document read sentence by sentence: figures tied to losses become drafts, all others are set aside with a
reason."""

from __future__ import annotations

import re

from dashboard.extract.attribution import Attribution, attributions
from dashboard.extract.category import category_of
from dashboard.extract.context import not_war, weigh
from dashboard.extract.dating import dates_the_saying, period_and_basis
from dashboard.extract.drafts import Draft, Refusal
from dashboard.extract.kinds import casualty_types, definition
from dashboard.extract.linking import Link, count_of_former, link
from dashboard.extract.page import Page
from dashboard.extract.periods import Mention, mentions
from dashboard.extract.registry import Registry, side_of
from dashboard.extract.rejection import reason_linked, reason_unlinked
from dashboard.extract.scope import attribution_for
from dashboard.extract.sentences import Sentence, sentences
from dashboard.extract.statistic import period_of, statistic_of
from dashboard.extract.subject import note_sides, subject_of
from dashboard.extract.tokens import Token, read

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
    said = [m for m in periods if not dates_the_saying(m, tokens, found, index)]
    mention = period_of(index, tokens, text, said)
    statistic = statistic_of(index, tokens, text, periods)
    period, basis, period_rule = period_and_basis(page, mention, statistic, tokens, index, tie, base, subject, claimant)
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

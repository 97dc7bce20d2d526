"""Drafts to claims: equal ones merged, spans mapped back to the document's own text, confidence added."""

from __future__ import annotations

import re

from dashboard.extract.cleaning import Cleaned
from dashboard.extract.confidence import confidence
from dashboard.extract.dating import NAMED
from dashboard.extract.drafts import Draft, Refusal
from dashboard.extract.registry import COUNTRIES
from dashboard.extract.speakers import is_outlet
from dashboard.model import Claim, Document, Evidence, Hedge, PeriodKind, Rejection, Span

_LONGEST_EVIDENCE = 300
_MOST_ALIKE = 50
# So few are told of others in one sentence as well: "two soldiers and two porters were killed".
_FEW = 20
# Where a number stands in words and digits: "three (03)".
_BESIDE = 3


def merged(drafts: list[Draft]) -> list[Draft]:
    """The drafts with a claim told twice kept once, filled from its repetition; in order of appearance."""
    kept: list[Draft] = []
    by_key: dict[tuple[object, ...], list[Draft]] = {}
    borrow_claimants(drafts)
    folded: dict[int, Draft] = {}
    for draft in sorted(drafts, key=lambda d: d.figure.start):
        alike = by_key.setdefault(_key(draft), [])
        same = next((k for k in alike[:_MOST_ALIKE] if _same(k, draft)), None)
        if same is None:
            kept.append(draft)
            alike.append(draft)
        else:
            _fill(same, draft)
            folded[id(draft)] = same
    for draft in kept:
        _follow(draft, folded)
    return kept


def _follow(draft: Draft, folded: dict[int, Draft]) -> None:
    """Takes period and claimant from the figure that a part belongs to, where its repetition told them."""
    whole = folded.get(id(draft.base))
    if whole is None:
        return
    if draft.rules["period"] == "of the figure it belongs to":
        draft.period, draft.basis = whole.period, whole.basis
    draft.claimant = draft.claimant or whole.claimant


def borrow_claimants(drafts: list[Draft]) -> None:
    """Gives a figure without a claimant the one of the same number told elsewhere, under another word for the loss."""
    named: dict[tuple[float, str | None], str] = {}
    for draft in drafts:
        if draft.claimant:
            named.setdefault((draft.figure.size, draft.subject), draft.claimant)
    for draft in drafts:
        if (
            draft.claimant is None
            and draft.figure.size >= 20
            and (twin := named.get((draft.figure.size, draft.subject)))
        ):
            draft.claimant, draft.rules["claimant"] = twin, "named where the figure is repeated"


def _same(first: Draft, second: Draft) -> bool:
    """Whether two drafts tell one claim: equal figure, side, category, types, and nothing that contradicts."""
    if (first.subject and second.subject and first.subject != second.subject) or first.twin != second.twin:
        return False
    apart = second.figure.start - first.figure.end > _BESIDE
    if first.figure.size < _FEW and first.sentence == second.sentence and apart:
        return False
    if first.category != second.category and first.link.head is not None and second.link.head is not None:
        return False
    if (
        first.period.start
        and second.period.start
        and first.period != second.period
        and first.period.kind is second.period.kind is PeriodKind.DAY
    ):
        return False
    if (
        first.figure.size < _FEW
        and not first.headline
        and first.sentence != second.sentence
        and first.types != second.types
    ):
        return False
    if first.claimant is None or second.claimant is None or first.claimant == second.claimant or first.headline:
        return True
    if is_outlet(first.claimant) or is_outlet(second.claimant) or _kin(first.claimant, second.claimant):
        return True
    return _is_common(first.claimant) != _is_common(second.claimant) and not _lands_apart(
        first.claimant, second.claimant
    )


def _is_common(name: str) -> bool:
    """Whether a name is a common noun: an office whose speaker may be named elsewhere, "officials", "a lawmaker"."""
    return name.split()[-1].islower()


def _lands_apart(first: str, second: str) -> bool:
    """Whether two names tell of two lands: "Russian officials" and "Ukraine's president"."""
    lands = [{COUNTRIES[w] for w in re.findall(r"\w+", name.lower()) if w in COUNTRIES} for name in (first, second)]
    return bool(lands[0] and lands[1] and not lands[0] & lands[1])


_GENERAL_WORDS = frozenset(
    "the of a and officials official ministry health military army defence defense unnamed".split()
)


def _kin(first: str, second: str) -> bool:
    """Whether two names share a telling word, as "US" and "US officials" do."""
    words = [re.findall(r"\w+", name.lower().replace(".", "")) for name in (first, second)]
    told = [{COUNTRIES.get(w, w) for w in name} - _GENERAL_WORDS for name in words]
    return bool(told[0] & told[1])


def _key(draft: Draft) -> tuple[object, ...]:
    """What must agree for two drafts to be one."""
    figure = draft.figure
    numbers = (figure.size,) if figure.low is None or figure.high is None else (figure.low, figure.high)
    return (*numbers, draft.types, draft.statistic)


def _fill(kept: Draft, other: Draft) -> None:
    """Takes from a repetition what the kept draft leaves open."""
    if kept.claimant is None or (kept.headline and other.claimant) or (is_outlet(kept.claimant) and other.claimant):
        kept.claimant, kept.relayed_by = other.claimant or kept.claimant, other.relayed_by or kept.relayed_by
        kept.rules["claimant"] = "named where the figure is repeated"
    open_kinds = (PeriodKind.UNSPECIFIED, PeriodKind.EVENT)
    guessed = kept.headline and kept.rules["period"] != NAMED and other.rules["period"] == NAMED
    if (kept.period.kind in open_kinds and other.period.kind not in open_kinds) or guessed:
        kept.period, kept.basis, kept.rules["period"] = other.period, other.basis, other.rules["period"]
    if kept.figure.vague and not other.figure.vague:
        kept.figure, kept.start, kept.end, kept.link = other.figure, other.start, other.end, other.link
    if kept.link.head is None and other.link.head is not None:
        kept.category = other.category
    kept.record = kept.record or other.record


def claim_of(draft: Draft, document: Document, cleaned: Cleaned) -> Claim:
    """The claim that a draft makes."""
    figure = draft.figure
    start, end = cleaned.original(figure.start), cleaned.original(figure.end, end=True)
    value = None if figure.vague or figure.hedge is Hedge.RANGE else figure.value
    return Claim(
        claim_id=f"{document.id}:{start}" + (f":{draft.twin}" if draft.twin else ""),
        document_id=document.id,
        value=value,
        hedge=figure.hedge,
        low=figure.low,
        high=figure.high,
        subject=draft.subject,
        category=draft.category,
        casualty_types=draft.types,
        statistic=draft.statistic,
        period=draft.period,
        basis=draft.basis,
        claimant=draft.claimant,
        relayed_by=draft.relayed_by,
        record=draft.record,
        evidence=evidence(
            document.text, cleaned.original(draft.start), cleaned.original(draft.end, end=True), start, end
        ),
        figure=Span(start, end),
        publisher=document.publisher,
        published=document.published,
        url=document.url,
        confidence=confidence(draft),
    )


def evidence(text: str, start: int, end: int, figure_start: int, figure_end: int) -> Evidence:
    """The exact stretch of text, cut to the longest allowed around the figure."""
    start, end = min(start, figure_start), max(end, figure_end)
    if end - start > _LONGEST_EVIDENCE:
        start = max(start, figure_start - 100)
        end = min(end, max(figure_end, start + _LONGEST_EVIDENCE))
    return Evidence(text[start:end], start, end)


def rejection_of(refusal: Refusal, document: Document, cleaned: Cleaned) -> Rejection:
    """The refusal as a rejection with its place in the document's own text."""
    start, end = cleaned.original(refusal.start), cleaned.original(refusal.end, end=True)
    end = min(end, start + _LONGEST_EVIDENCE)
    return Rejection(document.id, Evidence(document.text[start:end], start, end), refusal.reason)

"""A document with each figure, its reading and the rule behind it, as plain text; what `losses extract
--explain` prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dashboard.extract.assembly import claim_of, rejection_of
from dashboard.extract.confidence import features_of
from dashboard.extract.drafts import Draft
from dashboard.extract.extractor import read_document
from dashboard.model import Claim, Claimant, Conflict, Document, Rejection, plain


@dataclass(frozen=True, slots=True)
class Explanation:
    """One figure of a document: a claim with the rules that read it, or a rejection with its reason.

    `rules` names, for each field, the rule that read it; `features` are what the confidence was made of.
    """

    start: int
    end: int
    claim: Claim | None
    rejection: Rejection | None
    rules: Mapping[str, str]
    features: tuple[str, ...] = ()


def explain(document: Document, claimants: Mapping[str, Claimant], conflict: Conflict) -> tuple[Explanation, ...]:
    """Every figure of a document that was read or set aside, in order of appearance."""
    found = read_document(document, claimants, conflict)
    out = [_of_draft(draft, claim_of(draft, document, found.cleaned)) for draft in found.drafts]
    for refusal in found.refusals:
        rejection = rejection_of(refusal, document, found.cleaned)
        place = rejection.evidence
        out.append(Explanation(place.start, place.end, None, rejection, {"figure": rejection.reason}))
    return tuple(sorted(out, key=lambda e: (e.start, e.end)))


def render(document: Document, explanations: tuple[Explanation, ...]) -> str:
    """The text, each line followed by what was read in it: `+` a claim with its rules, `-` a figure set aside."""
    return "\n".join(_lines(document, explanations))


def _of_draft(draft: Draft, claim: Claim) -> Explanation:
    start, end = (claim.figure.start, claim.figure.end) if claim.figure else (0, 0)
    return Explanation(start, end, claim, None, dict(draft.rules), features_of(draft))


def _lines(document: Document, explanations: tuple[Explanation, ...]) -> Iterator[str]:
    """The lines of the rendering."""
    offset, left = 0, list(explanations)
    for line in document.text.split("\n"):
        stop = offset + len(line)
        here = [e for e in left if e.start <= stop]
        left = left[len(here) :]
        if line.strip() or here:
            yield line
        for explanation in here:
            yield from _described(document, explanation)
        offset = stop + 1


def _described(document: Document, explanation: Explanation) -> Iterator[str]:
    """The lines about one figure."""
    printed = " ".join(document.text[explanation.start : explanation.end].split())[:80]
    claim = explanation.claim
    if claim is None:
        reason = explanation.rejection.reason if explanation.rejection else ""
        yield f"    - {printed}: {reason}"
        return
    types = " and ".join(claim.casualty_types) or "losses"
    number = plain(claim.value) if claim.value is not None else f"{plain(claim.low)} to {plain(claim.high) or 'open'}"
    dates = " to ".join(str(d) for d in (claim.period.start, claim.period.end) if d)
    yield f"    + {printed}: {claim.hedge} {number} {claim.category} {types}, {claim.statistic}"
    yield f"      whose: {claim.subject or 'not said'} ({explanation.rules.get('subject', '')})"
    yield f"      when: {claim.period.kind} {dates} by {claim.basis} ({explanation.rules.get('period', '')})"
    yield f"      says: {claim.claimant or 'nobody named'} ({explanation.rules.get('claimant', '')})"
    yield f"      rule: {explanation.rules.get('figure', '')}; confidence {claim.confidence}" + (
        f", for {', '.join(explanation.features)}" if explanation.features else ""
    )

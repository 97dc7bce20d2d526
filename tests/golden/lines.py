"""What a text is read as, a line a claim and a line a figure set aside, so that a change shows line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.extract.explain import Explanation
from dashboard.model import Claim, Extraction, Rejection


def lines(found: Extraction) -> Iterator[str]:
    """Claims, then rejections, in order of appearance."""
    yield from map(_claim, found.claims)
    yield from map(_set_aside, found.rejections)


def lines_with_rules(found: Sequence[Explanation], places: bool = True) -> Iterator[str]:
    """The same of `losses extract --explain`, each claim with the rule behind each field and what made it sure."""
    for one in found:
        if one.claim:
            rules = "; ".join(one.rules.get(field, "-") for field in ("figure", "subject", "claimant", "period"))
            yield f"{_claim(one.claim, places)} | {rules} | {', '.join(one.features)}".rstrip()
        elif one.rejection:
            yield _set_aside(one.rejection, places)


def _set_aside(rejection: Rejection, places: bool = True) -> str:
    place = f" | {rejection.evidence.start}" if places else ""
    return f"no: {rejection.reason} | {' '.join(rejection.evidence.text.split())}{place}"


def _claim(claim: Claim, places: bool = True) -> str:
    numbers = " ".join("?" if one is None else f"{one:g}" for one in (claim.value, claim.low, claim.high))
    period, evidence, figure = claim.period, claim.evidence, claim.figure
    told = f"{claim.claimant} < {claim.relayed_by}" if claim.relayed_by else str(claim.claimant)
    where = f"{evidence.start}-{evidence.end} {figure.start}-{figure.end}" if evidence and figure else "nowhere"
    return " | ".join(
        (
            f"{claim.hedge} {numbers}",
            f"{claim.subject} {claim.category} {'+'.join(claim.casualty_types)}".rstrip(),
            f"{claim.statistic}{' record' if claim.record else ''}",
            f"{period.kind} {period.start or '?'} {period.end or '?'} {claim.basis}",
            told,
            *([where] if places else []),
            f"{claim.confidence:g}",
        )
    )

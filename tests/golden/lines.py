"""What a text is read as, a line a claim and a line a figure set aside, so that a change shows line by line."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.model import Claim, Extraction


def lines(found: Extraction) -> Iterator[str]:
    """Claims, then rejections, in order of appearance."""
    yield from map(_claim, found.claims)
    for one in found.rejections:
        yield f"no: {one.reason} | {' '.join(one.evidence.text.split())} | {one.evidence.start}"


def _claim(claim: Claim) -> str:
    numbers = " ".join("?" if one is None else f"{one:g}" for one in (claim.value, claim.low, claim.high))
    period, evidence, figure = claim.period, claim.evidence, claim.figure
    told = f"{claim.claimant} < {claim.relayed_by}" if claim.relayed_by else str(claim.claimant)
    return " | ".join(
        (
            f"{claim.hedge} {numbers}",
            f"{claim.subject} {claim.category} {'+'.join(claim.casualty_types)}".rstrip(),
            f"{claim.statistic}{' record' if claim.record else ''}",
            f"{period.kind} {period.start or '?'} {period.end or '?'} {claim.basis}",
            told,
            f"{evidence.start}-{evidence.end} {figure.start}-{figure.end}" if evidence and figure else "nowhere",
            f"{claim.confidence:g}",
        )
    )

"""Checks between claims: what adds up, what does not and by how much, what contradicts, falls, or changes its meaning.

No claim is judged true or false here; each finding shows its arithmetic and names the claims that it is made of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pandas as pd
import pandera.pandas as pa

from dashboard.conflicts import conflicts
from dashboard.consistency.across import breaks, falls, rates_and_totals
from dashboard.consistency.finding import Finding, Severity, Told, told
from dashboard.consistency.within import within_reports
from dashboard.frames import checked
from dashboard.losses import Losses, counted_of
from dashboard.model import Claim

FINDINGS = pa.DataFrameSchema(
    {
        "kind": pa.Column(str),
        "severity": pa.Column(str, pa.Check.isin([str(severity) for severity in Severity])),
        "claimant": pa.Column(str),
        "claim_ids": pa.Column(str),
        "difference": pa.Column(float, nullable=True),
        "explanation": pa.Column(str),
    },
    strict=True,
    ordered=True,
)


def findings(losses: Losses, claims: Iterable[Claim] | None = None) -> pd.DataFrame:
    """A FINDINGS frame of the checks among `claims` (default: all of the data), the same whatever their order."""
    chosen = list(losses.claims if claims is None else claims)
    seen = told(chosen, losses.claimants, losses.conflict.reference_claimant)
    found = [*_found(losses, seen), *_contradictions(losses, chosen)]
    return checked((_row(one) for one in sorted(found, key=lambda f: (f.kind, f.claim_ids))), FINDINGS)


def _found(losses: Losses, seen: Sequence[Told]) -> Iterator[Finding]:
    query = losses.reference_query()
    yield from within_reports(seen, counted_of(losses, query), query)
    yield from rates_and_totals(seen)
    yield from falls(seen)
    yield from breaks(seen)


def _contradictions(losses: Losses, claims: Sequence[Claim]) -> Iterator[Finding]:
    """The variants of one figure that are no rounding, as findings."""
    rows = conflicts(losses, claims)
    for row in rows[rows["conflict"]].to_dict("records"):
        ids = f"{row['claim_ids']};{row['other_claim_ids']}"
        yield Finding(
            "contradiction",
            Severity.CONTRADICTS,
            str(row["claimant"]),
            tuple(one for one in ids.split(";") if one),
            str(row["explanation"]),
            row["other"] - row["value"],
        )


def _row(one: Finding) -> dict[str, object]:
    return {
        "kind": one.kind,
        "severity": str(one.severity),
        "claimant": one.claimant,
        "claim_ids": ";".join(one.claim_ids),
        "difference": one.difference,
        "explanation": one.explanation,
    }

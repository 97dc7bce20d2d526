"""The check of every claim as of a date, worked out once for all pages that show verdicts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from dashboard.checks import Check, check
from dashboard.losses import Losses, counted_of, same_values_until
from dashboard.model import Basis, Claim
from dashboard.once import Once
from dashboard.verdict import Verdict

_REMEMBERED = 24

Verdicts = Callable[[date], Mapping[str, Check]]


def verdicts_of(losses: Losses) -> Verdicts:
    """A function that gives, for an as-of date, the check of each claim by its id, in the order of the claims."""

    def made(as_of: date) -> Mapping[str, Check]:
        later = same_values_until(losses, as_of)
        known = checked(later) if later > as_of else {}
        holds = _holding(losses, as_of, later)
        return MappingProxyType(
            {
                claim.claim_id: found
                if (found := known.get(claim.claim_id)) and holds(found)
                else check(losses, claim, as_of)
                for claim in losses.claims
            }
        )

    checked = Once(made, _REMEMBERED)
    return checked


def _holding(losses: Losses, as_of: date, later: date) -> Callable[[Check], bool]:
    """Whether a check as of `later` is the check as of `as_of` too: it rests on days that were all known by then."""

    @cache
    def settled(category: str, basis: Basis) -> date | None:
        """The last day for which, with the day after it, both dates know the same of the same series."""
        query = losses.reference_query(category, basis)
        then, now = (counted_of(losses, replace(query, as_of=day)) for day in (as_of, later))
        if then.empty or not then.equals(now.iloc[: len(then)]):
            return None
        return then["end"].iloc[-1].date() - timedelta(days=1)

    def holds(found: Check) -> bool:
        claim: Claim = found.claim
        if found.judgement.verdict is Verdict.NOT_COMPARABLE:
            return True
        # What became of a record, and where an undated figure shows, rest on more than the claim's own days.
        if claim.record or claim.period.end is None:
            return False
        last = settled(claim.category, claim.basis)
        return last is not None and claim.period.end <= last

    return holds

"""The check of every claim as of a date, worked out once for all pages that show verdicts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from threading import Lock
from types import MappingProxyType

from dashboard.checks import Check, check
from dashboard.losses import Losses

_REMEMBERED = 8

Verdicts = Callable[[date], Mapping[str, Check]]


def verdicts_of(losses: Losses) -> Verdicts:
    """A function that gives, for an as-of date, the check of each claim by its id, in the order of the claims."""

    one_at_a_time = Lock()

    @lru_cache(maxsize=_REMEMBERED)
    def checked(as_of: date) -> Mapping[str, Check]:
        return MappingProxyType({claim.claim_id: check(losses, claim, as_of) for claim in losses.claims})

    def verdicts(as_of: date) -> Mapping[str, Check]:
        with one_at_a_time:  # two readers who ask at once wait for one answer instead of working it out twice
            return checked(as_of)

    return verdicts

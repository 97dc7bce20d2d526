"""What a check between claims finds, and the claims as such a check sees them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from dashboard.comparability import between
from dashboard.identity import Figure, figure_of
from dashboard.model import Claim, Claimant, Hedge, PeriodKind, Statistic
from dashboard.slips import admitted, overlap
from dashboard.verdict import HOLDS, judge
from dashboard.wording import definition, figure, number, signed


class Severity(StrEnum):
    """How much a finding asks for: nothing, a look, or an explanation."""

    ADDS_UP = "adds_up"
    SIDE_BY_SIDE = "side_by_side"
    DEFINITION_BREAKS = "definition_breaks"
    DOES_NOT_ADD_UP = "does_not_add_up"
    CONTRADICTS = "contradicts"
    FALLS = "falls"


@dataclass(frozen=True, slots=True)
class Finding:
    """One check between claims: its kind, what came of it, by how much, and the sentence that shows the arithmetic."""

    kind: str
    severity: Severity
    claimant: str
    claim_ids: tuple[str, ...]
    explanation: str
    difference: float | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with the figure it states; where no claimant is named, its days are read as the reference claimant's."""

    claim: Claim
    figure: Figure

    @property
    def number(self) -> float:
        """The number printed, or the bound nearest to it."""
        claim = self.claim
        return next(n for n in (claim.value, claim.low, claim.high) if n is not None)

    @property
    def start(self) -> date:
        """The first day covered."""
        return self.figure.start

    @property
    def end(self) -> date:
        """The last day covered."""
        return self.figure.end

    @property
    def days(self) -> int:
        """The days covered, both ends included."""
        return (self.end - self.start).days + 1

    @property
    def running(self) -> bool:
        """Whether it is a running total since a start."""
        return self.claim.period.kind is PeriodKind.SINCE_START and self.claim.statistic is Statistic.TOTAL

    @property
    def increment(self) -> bool:
        """Whether it is a count within settled days."""
        return not (self.running or self.figure.one_day_within) and self.claim.statistic is Statistic.TOTAL

    @property
    def rate(self) -> bool:
        """Whether it is one mean per day over settled days."""
        return self.firm and self.claim.statistic is Statistic.MEAN_PER_DAY

    @property
    def product(self) -> str:
        """The rate times its days, worked out in words."""
        return f"{number(self.number)} a day over {number(self.days)} days = {number(self.number * self.days)}"

    @property
    def firm(self) -> bool:
        """Whether it is told as one number, exactly or as "about"."""
        return self.claim.value is not None and self.claim.hedge in (Hedge.EXACT, Hedge.ABOUT)

    @property
    def words(self) -> str:
        """The figure with its hedge, unit and definition."""
        types = "named dead" if self.claim.named_only else definition(self.claim.casualty_types)
        return f"{figure(self.claim)} ({types})" if self.claim.casualty_types else figure(self.claim)


def told(claims: Iterable[Claim], claimants: Mapping[str, Claimant], unnamed: str) -> list[Told]:
    """The claims whose side and days are settled, by id; those without a claimant are dated as those of `unnamed`."""
    ordered = sorted(claims, key=lambda claim: claim.claim_id)
    figures = [(claim, figure_of(replace(claim, claimant=claim.claimant or unnamed), claimants)) for claim in ordered]
    return [Told(claim, figure) for claim, figure in figures if figure is not None]


def together(a: Told, b: Told) -> bool:
    """Whether two claims may enter one sum: no two named claimants, and definitions that may be held together."""
    names = {claim.claimant for claim in (a.claim, b.claim)} - {None}
    return len(names) < 2 and between(a.claim, b.claim).comparable


def added_up(kind: str, whole: Told, parts: Sequence[Told], words: str) -> Finding:
    """The finding on a whole that is told beside the parts of its sum; `words` show the sum."""
    spans = [admitted(part.claim) for part in parts]
    low, high = sum(span[0] for span in spans), sum(span[1] for span in spans)
    total = sum(part.number for part in parts)
    holds = judge(whole.claim, total).verdict in HOLDS
    if all(part.firm for part in parts):
        return outcome(kind, (whole, *parts), f"{words} = {number(total)}", whole, total, holds=holds)
    nearest = min(max(whole.number, low), high)
    summed = f"{number(low)} or more" if high == float("inf") else f"{number(low)}–{number(high)}"
    holds = holds or overlap(admitted(whole.claim), (low, high))
    return outcome(kind, (whole, *parts), f"{words} = {summed}", whole, nearest, holds=holds)


def outcome(kind: str, involved: Sequence[Told], words: str, whole: Told, total: float, *, holds: bool) -> Finding:
    """The finding that a told figure does or does not meet the number worked out for it."""
    difference = whole.number - total
    off = "adds up" if holds else f"does not add up, by {signed(round(difference, 1))}"
    return Finding(
        kind,
        Severity.ADDS_UP if holds else Severity.DOES_NOT_ADD_UP,
        whole.claim.claimant or "",
        tuple(one.claim.claim_id for one in involved),
        f"{words}, and {whole.words} is told: it {off}.",
        difference,
    )

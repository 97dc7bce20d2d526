"""Checks across reports of one claimant: rates against totals of the same days, and running totals as time goes on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from dashboard.comparability import UNSTATED, Relation, between, definition_of, relation
from dashboard.consistency.finding import Finding, Severity, Told, together
from dashboard.identity import printed
from dashboard.model import Statistic
from dashboard.slips import admitted
from dashboard.verdict import HOLDS, judge, last_digit
from dashboard.wording import day, number, signed, span

# A step between two running totals that is half as much again as the claimant's own highest rate for those days.
_FACTOR = 1.5


def rates_and_totals(claims: Sequence[Told]) -> Iterator[Finding]:
    """Each rate times its days beside a total of the same days by the same claimant, in whatever report."""
    once = _once(claims)
    totals: dict[tuple[date, date], list[Told]] = defaultdict(list)
    for one in (c for c in once if c.firm and c.increment):
        totals[one.start, one.end].append(one)
    for rate in (c for c in once if c.rate):
        for total in totals.get((rate.start, rate.end), []):
            if together(rate, total):
                yield _rate_and_total(rate, total)


def _once(claims: Iterable[Told]) -> list[Told]:
    """One claim of those that are the same in figure, definition and number."""
    return list({(c.figure, c.claim.claimant, definition_of(c.claim), printed(c.claim)): c for c in claims}.values())


def _rate_and_total(rate: Told, total: Told) -> Finding:
    """Whether the rate gives the total, or the total the rate, to the digits and the hedge that each is told with."""
    ways = judge(rate.claim, total.number / rate.days), judge(total.claim, rate.number * rate.days)
    holds = any(way.verdict in HOLDS for way in ways)
    difference = rate.number * rate.days - total.number
    words = "adds up, as its words allow" if holds else f"does not add up, by {signed(round(difference, 1))}"
    return Finding(
        "rate_and_total",
        Severity.ADDS_UP if holds else Severity.DOES_NOT_ADD_UP,
        rate.claim.claimant or total.claim.claimant or "",
        (rate.claim.claim_id, total.claim.claim_id),
        f"{span(rate.start, rate.end)}: {rate.product}, and {total.words} is told: it {words}.",
        difference,
    )


def falls(claims: Sequence[Told]) -> Iterator[Finding]:
    """Each running total that is lower than an earlier one of the same claimant, start and definition must allow."""
    for series in _by_start(claims, by_definition=True):
        highest: Told | None = None
        for one in series:
            if highest and highest.end < one.end and admitted(highest.claim)[0] > admitted(one.claim)[1]:
                yield _fall(highest, one)
            if highest is None or admitted(one.claim)[0] > admitted(highest.claim)[0]:
                highest = one


def _by_start(claims: Sequence[Told], *, by_definition: bool) -> list[list[Told]]:
    """Totals with one first day, claimant and side (and definition), in order of their last day."""
    series: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for one in _once(claims):
        if one.claim.claimant and one.claim.statistic is Statistic.TOTAL and not one.figure.one_day_within:
            kind = definition_of(one.claim) if by_definition else one.running
            series[one.claim.claimant, one.claim.subject, one.claim.category, one.start, kind].append(one)
    return [sorted(series[key], key=lambda one: (one.end, one.claim.claim_id)) for key in sorted(series, key=str)]


def _fall(before: Told, after: Told) -> Finding:
    difference = after.number - before.number
    return Finding(
        "total_falls",
        Severity.FALLS,
        after.claim.claimant or "",
        (before.claim.claim_id, after.claim.claim_id),
        f"{after.claim.claimant}, losses of {after.claim.subject} since {day(after.start)}: {before.words} to "
        f"{day(before.end)}, then {after.words} to {day(after.end)}. The later total is lower by "
        f"{number(abs(difference))}, which it cannot be unless it was revised or counts something else.",
        difference,
    )


def breaks(claims: Sequence[Told]) -> Iterator[Finding]:
    """Running totals of one claimant whose difference is far from the rates that the same claimant told for the days.

    Their definition or method changed in between, so that the difference is nobody's figure. Looked at are totals that
    may be set beside an unstated definition, between which the claimant's own rates speak of half the days or more.
    """
    totals = [one for one in claims if one.running and one.claim.value and _may_be_undefined(one)]
    rates = [one for one in _once(claims) if one.rate]
    for series in _by_start(totals, by_definition=False):
        for before, after in pairwise(series):
            own = [rate for rate in rates if _speaks_of(rate, before, after)]
            if before.end < after.end and _known_days(own, before, after) >= 0.5 and _far_off(before, after, own):
                yield _break(before, after, own)


def _may_be_undefined(one: Told) -> bool:
    return relation(definition_of(one.claim), UNSTATED) is not Relation.NOT_COMPARABLE


def _speaks_of(rate: Told, before: Told, after: Told) -> bool:
    """Whether the rate is the same claimant's, comparable with the totals, and mostly about the days between them."""
    shared = (min(rate.end, after.end) - max(rate.start, before.end)).days
    return 2 * shared > rate.days and all(
        rate.claim.claimant == one.claim.claimant and between(rate.claim, one.claim).comparable
        for one in (before, after)
    )


def _known_days(own: Sequence[Told], before: Told, after: Told) -> float:
    """The share of the days after `before` and up to `after` that some rate speaks of."""
    span_days = range(before.end.toordinal() + 1, after.end.toordinal() + 1)
    spoken = {d for rate in own for d in range(rate.start.toordinal(), rate.end.toordinal() + 1)}
    return len(spoken.intersection(span_days)) / len(span_days) if len(span_days) else 0.0


def _far_off(before: Told, after: Told, own: Sequence[Told]) -> bool:
    """Whether no reading of the two rounded totals brings their step within reach of the claimant's own rates."""
    days, slack = (after.end - before.end).days, (last_digit(before.number) + last_digit(after.number)) / 2
    step = after.number - before.number
    rates = [rate.number for rate in own]
    return (step - slack) / days > _FACTOR * max(rates) or (step + slack) / days < min(rates) / _FACTOR


def _break(before: Told, after: Told, own: Sequence[Told]) -> Finding:
    implied = (after.number - before.number) / (after.end - before.end).days
    rates = "; ".join(dict.fromkeys(f"{rate.words} for {span(rate.start, rate.end)}" for rate in own))
    return Finding(
        "definition_break",
        Severity.DEFINITION_BREAKS,
        after.claim.claimant or "",
        (before.claim.claim_id, after.claim.claim_id, *(rate.claim.claim_id for rate in own)),
        f"From {before.words} on {day(before.end)} to {after.words} on {day(after.end)} would be "
        f"{number(round(implied))} a day; {after.claim.claimant} itself told {rates}. What its running total counts, "
        f"or how, changed in between: the two are not to be subtracted.",
    )

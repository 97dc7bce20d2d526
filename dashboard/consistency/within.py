"""Checks within one report: increments against totals, parts against wholes, and a day against its running total."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, product

import pandas as pd

from dashboard.comparability import between
from dashboard.consistency.finding import Finding, Severity, Told, added_up, outcome, together
from dashboard.identity import report_of
from dashboard.series import SeriesQuery
from dashboard.verdict import HOLDS, judge
from dashboard.wording import day, number, span

_ONE_DAY = timedelta(days=1)
_NEAR = pd.Timedelta(days=2)


def within_reports(claims: Iterable[Told], rows: pd.DataFrame, query: SeriesQuery) -> Iterator[Finding]:
    """The findings of each report; `rows` is the COUNTED frame of `query` by days covered, which may be empty."""
    reports: dict[str, list[Told]] = defaultdict(list)
    for one in claims:
        reports[report_of(one.claim)].append(one)
    for name in sorted(reports):
        same = reports[name]
        yield from sums_of_days(same)
        yield from sums_of_types(same)
        yield from differences_of_totals(same)
        yield from days_and_totals(same, rows, query)
        yield from side_by_side(same)


def sums_of_days(claims: Sequence[Told]) -> Iterator[Finding]:
    """Each figure over several days beside the figures, told in the same report, that make up just those days."""
    counts = [one for one in claims if one.increment]
    for whole in (one for one in counts if one.days > 1):
        parts = _tiling(whole, [one for one in counts if one.days < whole.days and together(whole, one)])
        if parts:
            words = " + ".join(f"{number(part.number)} ({span(part.start, part.end)})" for part in parts)
            yield added_up("sum_of_days", whole, parts, f"Day by day {words}")


def _tiling(whole: Told, candidates: Sequence[Told]) -> list[Told]:
    """Candidates that follow one another from the first day of the whole to its last; empty where they do not."""
    parts: list[Told] = []
    cursor = whole.start
    while cursor <= whole.end:
        fitting = [one for one in candidates if one.start == cursor and one.end <= whole.end]
        if not fitting:
            return []
        parts.append(fitting[0])
        cursor = fitting[0].end + _ONE_DAY
    return parts


def sums_of_types(claims: Sequence[Told]) -> Iterator[Finding]:
    """Each figure of several casualty types beside two of the same report and days that make up just those types."""
    for whole in (one for one in claims if len(one.claim.casualty_types) > 1 and not one.claim.named_only):
        same = [one for one in claims if one.figure == whole.figure and not one.claim.named_only]
        for a, b in combinations(same, 2):
            if sorted(a.claim.casualty_types + b.claim.casualty_types) == list(whole.claim.casualty_types):
                yield added_up("sum_of_types", whole, (a, b), f"By type {a.words} + {b.words}")


def differences_of_totals(claims: Sequence[Told]) -> Iterator[Finding]:
    """Each increment beside two running totals of the same report: the later less the earlier."""
    totals = _by_end(one for one in claims if one.running and one.firm)
    for one in (c for c in claims if c.increment):
        for before, after in product(totals.get(one.start - _ONE_DAY, []), totals.get(one.end, [])):
            if before.start == after.start and together(before, after) and together(one, after):
                step = after.number - before.number
                words = f"{number(after.number)} − {number(before.number)} = {number(step)}"
                holds = judge(one.claim, step).verdict in HOLDS
                yield outcome("increment_of_totals", (one, before, after), words, one, step, holds=holds)


def _by_end(claims: Iterable[Told]) -> dict[date, list[Told]]:
    ends: dict[date, list[Told]] = defaultdict(list)
    for one in claims:
        ends[one.end].append(one)
    return ends


def days_and_totals(claims: Sequence[Told], rows: pd.DataFrame, query: SeriesQuery) -> Iterator[Finding]:
    """Each day's figure beside the running total told with it, by the step with which the series reaches that total."""
    wanted = (query.claimant, query.subject, query.category)
    own = [one for one in claims if one.firm and (one.claim.claimant, *_what(one)) == wanted]
    days = _by_end(one for one in own if one.increment and one.days == 1)
    for total in (one for one in own if one.running and one.end in days):
        reached = rows[(rows["total"] == total.number) & (rows["losses"] > 0)]
        if len(reached) == 1:
            for one in days[total.end]:
                yield _day_and_total(one, total, reached.iloc[0], rows)


def _what(one: Told) -> tuple[str | None, str]:
    return one.claim.subject, one.claim.category


def _day_and_total(one: Told, total: Told, row: pd.Series, rows: pd.DataFrame) -> Finding:
    step = float(row["losses"])
    words = f"The series reaches {number(total.number)} with a step of {number(step)}"
    found = outcome("day_and_total", (one, total), words, one, step, holds=one.number == step)
    near = (rows["losses"] == one.number) & ((rows["end"] - row["end"]).abs() <= _NEAR)
    if one.number == step or not near.any():
        return found
    own = rows[near].iloc[0]
    hint = f"{number(one.number)} is the step to {number(own['total'])}, published {day(own['published'].date())}."
    return replace(found, explanation=f"{found.explanation} {hint}")


def side_by_side(claims: Sequence[Told]) -> Iterator[Finding]:
    """Each rate beside another claimant's total of the same days: two figures, of which neither has to add up."""
    rates = [one for one in claims if one.rate and one.claim.claimant]
    totals = [one for one in claims if one.increment and one.firm and one.claim.claimant]
    for rate, total in product(rates, totals):
        same_days = (rate.start, rate.end) == (total.start, total.end)
        if same_days and rate.claim.claimant != total.claim.claimant and between(rate.claim, total.claim).comparable:
            yield _two_claimants(rate, total)


def _two_claimants(rate: Told, total: Told) -> Finding:
    return Finding(
        "rate_and_total",
        Severity.SIDE_BY_SIDE,
        f"{rate.claim.claimant}; {total.claim.claimant}",
        (rate.claim.claim_id, total.claim.claim_id),
        f"{span(rate.start, rate.end)}: {rate.product} by {rate.claim.claimant}, {total.words} by "
        f"{total.claim.claimant}: two claimants' figures for the same days, side by side, not a contradiction.",
        rate.number * rate.days - total.number,
    )

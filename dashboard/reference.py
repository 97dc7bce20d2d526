"""What a series says about the days that a claim is about: the reference, and the arithmetic that gives it in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pandas as pd

from dashboard.counted import span_sum
from dashboard.model import Basis, Claim, PeriodKind, Statistic
from dashboard.wording import day, number, span

_MANY = 6


@dataclass(frozen=True, slots=True)
class Reference:
    """What the series gives for a claim's days, or why it gives nothing.

    `value` is in the claim's unit (a sum, or a mean per day); `candidates` are the days it was chosen from where the
    claim leaves the day open; `shifted` are the sums a day earlier and later, for claims dated by days covered.
    """

    value: float | None
    arithmetic: str
    candidates: tuple[float, ...] = ()
    shifted: tuple[float, ...] = ()
    correction: float = 0.0
    claim_ids: str = ""
    days: int = 1


def reference_for(claim: Claim, rows: pd.DataFrame, *, raw: bool) -> Reference:
    """The reference of `claim` in `rows`, a COUNTED frame on the claim's own basis.

    `raw` keeps registered corrections in, as for a claim that quotes the series' own increment.
    """
    start, end = claim.period.start, claim.period.end
    if end is None:
        return Reference(None, "the claim's days are not settled by its text, so there is nothing to set it beside")
    if claim.period.kind is PeriodKind.SINCE_START:
        return _per_day(_running_total(rows, end, claim.basis), claim)
    if start is None:
        return Reference(None, "the claim's first day is not settled by its text, so no sum can be made")
    if claim.period.kind is PeriodKind.DAY and start != end:
        return _some_day(claim, rows, start, end)
    return _sum(claim, rows, start, end, raw=raw)


def _running_total(rows: pd.DataFrame, end: date, basis: Basis) -> Reference:
    """The running total on that day; where no report is known for it, its neighbours are named, not interpolated."""
    at = rows[rows["end"] == pd.Timestamp(end)]
    words = "published on" if basis is Basis.PUBLISHED else "for the days to"
    if not at.empty:
        row = at.iloc[0]
        return Reference(
            float(row["total"]),
            f"the running total {words} {day(end)} is {number(row['total'])}",
            claim_ids=str(row["claim_ids"]).rpartition(";")[2],
        )
    before, after = rows[rows["end"] < pd.Timestamp(end)], rows[rows["end"] > pd.Timestamp(end)]
    if before.empty or after.empty:
        return Reference(None, f"the series has no running total {words} {day(end)}")
    low, high = before.iloc[-1], after.iloc[0]
    return Reference(
        None,
        f"the series has no running total {words} {day(end)}; it went from {number(low['total'])} "
        f"({day(low['end'].date())}) to {number(high['total'])} ({day(high['end'].date())})",
    )


def _per_day(total: Reference, claim: Claim) -> Reference:
    """The running total as it is, or as a mean per day since the start where the claim gives one."""
    start, end = claim.period.start, claim.period.end
    if claim.statistic is Statistic.TOTAL or total.value is None or start is None or end is None:
        return total
    days = (end - start).days + 1
    mean = total.value / days
    words = f"{total.arithmetic}; over {days} days {number(round(mean, 1))} a day"
    return replace(total, value=mean, arithmetic=words)


def _some_day(claim: Claim, rows: pd.DataFrame, start: date, end: date) -> Reference:
    """For a claim about one day somewhere in a span: the highest day known there, and all days as candidates.

    Where the claim calls it a record, days that may hold none are passed over.
    """
    inside = rows[(rows["start"] >= pd.Timestamp(start)) & (rows["end"] <= pd.Timestamp(end)) & (rows["days"] == 1)]
    if inside.empty:
        return Reference(None, f"no single day within {span(start, end)} is known")
    able = inside[inside["in_records"]] if claim.record else inside
    if able.empty:
        return Reference(None, f"every single day known within {span(start, end)} is out of records")
    top = able.iloc[int(able["losses"].to_numpy().argmax())]
    of = (end - start).days + 1
    known = "" if len(inside) == of else f" of the {len(inside)} days known, of {of}"
    verb = "report published" if claim.basis is Basis.PUBLISHED else "day"
    apart = ", apart from days out of records," if len(able) < len(inside) else ""
    found = f"{number(top['losses'])}, {day(top['end'].date())}"
    words = f"the highest {verb} within {span(start, end)}{known}{apart} is {found}"
    candidates = () if claim.record else tuple(inside["losses"])
    return Reference(float(top["losses"]), words, candidates, claim_ids=str(top["claim_ids"]))


def _sum(claim: Claim, rows: pd.DataFrame, start: date, end: date, *, raw: bool) -> Reference:
    found = span_sum(rows, start, end)
    if found is None:
        return Reference(None, f"the series does not cover {span(start, end)} whole")
    whole = found.losses if raw else found.counted
    mean = claim.statistic is Statistic.MEAN_PER_DAY
    value = whole / found.days if mean else whole
    words = _added_up(found.rows, found.losses)
    if found.correction:
        kept = "of which" if raw else "less"
        words += f", {kept} {number(found.correction)} registered as a correction"
        words += "" if raw else f" = {number(found.counted)}"
    if mean:
        words += f"; over {found.days} days {number(round(value, 1))} a day"
    shifted = _shifted(claim, rows, start, end, found.days if mean else 1)
    ids = ";".join(dict.fromkeys(";".join(found.rows["claim_ids"]).split(";")))
    return Reference(value, words, shifted=shifted, correction=found.correction, claim_ids=ids, days=found.days)


def _added_up(rows: pd.DataFrame, total: float) -> str:
    """The sum in words: each day where they are few, the two running totals where they are many."""
    first, last = rows.iloc[0], rows.iloc[-1]
    if len(rows) == 1 or len(rows) > _MANY:
        opening = last["total"] - total
        return f"the running total rose from {number(opening)} to {number(last['total'])}, by {number(total)}"
    days = " + ".join(
        f"{number(row['losses'])} ({span(row['start'].date(), row['end'].date())})" for _, row in rows.iterrows()
    )
    return f"{days} = {number(total)}" if first is not last else days


def _shifted(claim: Claim, rows: pd.DataFrame, start: date, end: date, divisor: int) -> tuple[float, ...]:
    """The sums a day earlier and a day later, for a claim whose dates are covered days."""
    if claim.basis is not Basis.COVERS:
        return ()
    shifts = [timedelta(days=-1), timedelta(days=1)]
    sums = [span_sum(rows, start + shift, end + shift) for shift in shifts]
    return tuple(found.counted / divisor for found in sums if found)

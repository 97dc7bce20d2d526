"""Published estimates, from the register `estimates.csv`: each row a claim without a document of ours."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from dashboard.errors import ClaimError, Problem
from dashboard.model import Basis, Claim, Claimant, Hedge, Period, PeriodKind, Statistic
from dashboard.sources.reading import (
    DAY,
    Fault,
    address_of,
    choice_of,
    claimant_of,
    day_of,
    number_of,
    quoted,
    shown,
    text_of,
)
from dashboard.sources.tables import Row, read_table

REQUIRED = (
    "claim_id",
    "claimant",
    "publisher",
    "published",
    "subject",
    "category",
    "casualty_types",
    "statistic",
    "value",
    "low",
    "high",
    "hedge",
    "period_start",
    "period_end",
    "period_end_basis",
    "source_url",
)
OPTIONAL = (
    "as_named",
    "published_precision",
    "confirmed_by_name",
    "wording",
    "derived_from",
    "model",
    "series",
    "note",
    "confidence",
)
BASES = {"stated": Basis.COVERS, "published_date": Basis.PUBLISHED}


def read(
    path: Path, claimants: Mapping[str, Claimant], conflict_start: date
) -> tuple[tuple[Claim, ...], list[Problem]]:
    """The register's claims in its order, and what was left out; periods from `conflict_start` are since_start."""
    file = shown(path)
    rows, problems = read_table(path, REQUIRED, OPTIONAL)
    claims: list[Claim] = []
    lines: dict[str, int] = {}
    for row in rows:
        try:
            claim = _claim(row, claimants, conflict_start, f"{file}:{row.line}")
            first = lines.setdefault(claim.claim_id, row.line)
            if first != row.line:
                raise Fault(f"claim_id {quoted(claim.claim_id)} is already on line {first}", "Give it an id of its own")
            claims.append(claim)
        except Fault as fault:
            problems.append(fault.at(file, row.line))
    return tuple(claims), problems


def _claim(row: Row, claimants: Mapping[str, Claimant], conflict_start: date, source_row: str) -> Claim:
    hedge, value, low, high = _figures(row)
    claim_id = text_of(row["claim_id"], "claim_id")
    published = _published(row["published"])
    try:
        return Claim(
            claim_id=claim_id,
            document_id=claim_id,
            value=value,
            hedge=hedge,
            low=low,
            high=high,
            subject=text_of(row["subject"], "subject"),
            category=text_of(row["category"], "category"),
            casualty_types=tuple(sorted(filter(None, row["casualty_types"].split(";")))),
            statistic=Statistic(choice_of(row["statistic"], "statistic", tuple(Statistic))),
            period=_period(row, conflict_start, published),
            basis=BASES[choice_of(row["period_end_basis"], "period_end_basis", tuple(BASES))],
            claimant=claimant_of(row["claimant"], claimants),
            derived_from=claimant_of(row["derived_from"], claimants, "derived_from") if row["derived_from"] else None,
            named_only=choice_of(row["confirmed_by_name"] or "false", "confirmed_by_name", ("true", "false")) == "true",
            source_row=source_row,
            publisher=text_of(row["publisher"], "publisher"),
            published=published,
            url=address_of(row["source_url"], "source_url"),
            as_named=row["as_named"] or None,
            model=row["model"] or None,
            series=row["series"] or None,
            seen_how=row["confidence"] or None,
            note=row["note"] or None,
        )
    except ClaimError as error:
        raise Fault(str(error), "Correct the row") from None


def _figures(row: Row) -> tuple[Hedge, float | None, float | None, float | None]:
    """The hedge with value, low and high; raises Fault where a hedge lacks the bound that it names."""
    hedge = Hedge(choice_of(row["hedge"], "hedge", tuple(Hedge)))
    value, low, high = (number_of(row[name], name) if row[name] else None for name in ("value", "low", "high"))
    if (hedge == Hedge.AT_LEAST and low is None) or (hedge in (Hedge.NEARLY, Hedge.UP_TO) and high is None):
        raise Fault(f"hedge '{hedge}' has no bound", "Fill in low for at_least, high for nearly and up_to")
    if hedge == Hedge.RANGE and (low is None or high is None or value is not None):
        raise Fault("hedge 'range' needs low and high, and no value", "Fill in the two bounds alone")
    return hedge, value, low, high


def _published(text: str) -> date:
    """The day of publication; a month alone counts as its last day, for only then is it surely known."""
    if DAY.fullmatch(f"{text}-01"):
        first = day_of(f"{text}-01", "published")
        return _month_end(first)
    return day_of(text, "published")


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _period(row: Row, conflict_start: date, published: date) -> Period:
    start = day_of(row["period_start"], "period_start") if row["period_start"] else None
    end = day_of(row["period_end"], "period_end") if row["period_end"] else None
    if start and end and start > end:
        raise Fault(f"period_start {start} is after period_end {end}", "Swap the two dates")
    if end and end > published:
        raise Fault(f"period_end {end} is after the day of publication {published}", "Correct one of the two")
    return Period(_kind(start, end, conflict_start), start, end)


def _kind(start: date | None, end: date | None, conflict_start: date) -> PeriodKind:
    if start == conflict_start:
        return PeriodKind.SINCE_START
    if start is None or end is None:
        return PeriodKind.OTHER
    if start == end:
        return PeriodKind.DAY
    if start.day == 1 and end == _month_end(start):
        return PeriodKind.MONTH
    whole_year = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year
    return PeriodKind.YEAR if whole_year else PeriodKind.OTHER

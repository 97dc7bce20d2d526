"""Two claimants over the same days: both values, the difference, the ratio, and whether one is made from the other.

Values are set side by side only over matching intervals, one row per estimate, never a mean of several.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

import pandas as pd
import pandera.pandas as pa

from dashboard.checks import Check, check
from dashboard.errors import SeriesError
from dashboard.frames import checked
from dashboard.losses import Losses
from dashboard.model import Anomaly, Claim, PeriodKind, Statistic
from dashboard.observations import covered_days, lag_of
from dashboard.verdict import Verdict
from dashboard.wording import number, signed

COMPARISON = pa.DataFrameSchema(
    {
        "start": pa.Column("datetime64[us]", nullable=True),
        "end": pa.Column("datetime64[us]", nullable=True),
        "unit": pa.Column(str),
        "a_claimant": pa.Column(str),
        "a_value": pa.Column(float, nullable=True),
        "a_low": pa.Column(float, nullable=True),
        "a_high": pa.Column(float, nullable=True),
        "b_claimant": pa.Column(str),
        "b_value": pa.Column(float, nullable=True),
        "difference": pa.Column(float, nullable=True),
        "ratio": pa.Column(float, nullable=True),
        "comparable": pa.Column(bool),
        "dependence": pa.Column(str),
        "verdict": pa.Column(str),
        "claim_id": pa.Column(str),
        "note": pa.Column(str),
    },
    strict=True,
    ordered=True,
)
NOTHING_KNOWN: Mapping[str, Check] = MappingProxyType({})
_CHART_SERIES = "_monthly_chart"
# A series needs two totals: the difference between them is its first row.
_ENDS = 2


def by_month(
    losses: Losses,
    a: str | None = None,
    b: str | None = None,
    as_of: date | None = None,
    known: Mapping[str, Check] = NOTHING_KNOWN,
) -> pd.DataFrame:
    """Each estimate of `a` for a whole calendar month beside the series of `b` over the same days covered.

    `a` is a claimant, alias, organisation or country (default: `compare_with` of conflict.toml); `b` a claimant with
    a series (default: the reference claimant). With `as_of`, estimates that were published by the end of that day. A
    COMPARISON frame by month; a monthly chart's rows come first. `known` are checks already made as of `as_of`, by
    claim id, which need not be made again.
    """
    told = _published_by(claims_of(losses, a or _default_a(losses)), as_of)
    monthly = [claim for claim in told if is_whole_month(claim)]
    ordered = sorted(_once_each(monthly), key=lambda claim: (claim.period.start or date.min, _rank(claim)))
    return _frame(losses, ordered, b, as_of, known)


def by_claim(
    losses: Losses,
    a: str | None = None,
    b: str | None = None,
    as_of: date | None = None,
    known: Mapping[str, Check] = NOTHING_KNOWN,
) -> pd.DataFrame:
    """Every claim of `a` (default: of everyone) beside the series of `b` over its own days; the rest as in by_month."""
    chosen = _published_by(losses.claims if a is None else claims_of(losses, a), as_of)
    return _frame(losses, chosen, b, as_of, known)


def _published_by(claims: Iterable[Claim], as_of: date | None) -> list[Claim]:
    """The claims published by the end of the day; without a day, all."""
    return [c for c in claims if as_of is None or (c.published is not None and c.published <= as_of)]


def _default_a(losses: Losses) -> str:
    return losses.conflict.compare_with or losses.conflict.reference_claimant


def claims_of(losses: Losses, who: str) -> list[Claim]:
    """The claims of a claimant, or of all who share an alias, organisation or country; SeriesError where none does."""
    wanted = who.casefold()
    names = {
        known.name
        for known in losses.claimants.values()
        if wanted
        in {name.casefold() for name in (known.name, *known.aliases, known.organisation, known.country) if name}
    }
    exact = {known.name for known in losses.claimants.values() if known.name.casefold() == wanted}
    if not names:
        raise SeriesError(
            f"no claimant, alias, organisation or country is called {who!r}; `data/claimants.toml` lists them, "
            f"such as {_default_a(losses)!r}"
        )
    return [claim for claim in losses.claims if claim.claimant in (exact or names)]


def is_whole_month(claim: Claim) -> bool:
    """Whether the claim covers exactly one calendar month, first to last day."""
    start, end = claim.period.start, claim.period.end
    if start is None or end is None or claim.period.kind is PeriodKind.SINCE_START:
        return False
    return start.day == 1 and end == start.replace(day=monthrange(start.year, start.month)[1])


def _once_each(claims: Iterable[Claim]) -> list[Claim]:
    """One claim of those in which the same claimant says the same number of the same days; chart rows first."""
    ranked = sorted(claims, key=_rank)
    return list({(c.claimant, c.statistic, c.value, c.low, c.high, c.period): c for c in reversed(ranked)}.values())


def _rank(claim: Claim) -> tuple[int, str]:
    return (0 if (claim.series or "").endswith(_CHART_SERIES) else 1, claim.claim_id)


def _frame(
    losses: Losses, claims: Iterable[Claim], b: str | None, as_of: date | None, known: Mapping[str, Check]
) -> pd.DataFrame:
    against = _against(losses, b)
    made = known if against is losses else NOTHING_KNOWN
    rows = [_row(against, made.get(claim.claim_id) or check(against, claim, as_of)) for claim in claims]
    return checked(rows, COMPARISON)


def _against(losses: Losses, b: str | None) -> Losses:
    """The same data with `b` as the reference claimant; SeriesError where `b` has no series."""
    if b is None or b == losses.conflict.reference_claimant:
        return losses
    totals = losses.observations[losses.observations["kind"] == "total"]
    counts = totals.groupby("claimant")["end"].nunique()
    if counts.get(b, 0) < _ENDS:
        known = ", ".join(sorted(counts.index[counts >= _ENDS])) or "none"
        raise SeriesError(f"{b!r} has no series of running totals to compare with; those that have one: {known}")
    subject = totals.loc[totals["claimant"] == b, "subject"].iloc[0]
    conflict = replace(losses.conflict, reference_claimant=b, reference_subject=subject)
    return replace(losses, conflict=conflict)


def _row(losses: Losses, found: Check) -> dict[str, object]:
    claim = found.claim
    judged, reference = found.judgement, found.judgement.reference
    stated = None if reference is None or judged.difference is None else reference + judged.difference
    return {
        "start": claim.period.start,
        "end": claim.period.end,
        "unit": str(claim.statistic),
        "a_claimant": claim.claimant or "",
        "a_value": claim.value,
        "a_low": claim.low,
        "a_high": claim.high,
        "b_claimant": losses.conflict.reference_claimant,
        "b_value": reference,
        "difference": judged.difference,
        "ratio": stated / reference if stated is not None and reference else None,
        "comparable": judged.verdict not in (Verdict.NOT_COMPARABLE, Verdict.NO_REFERENCE),
        "dependence": dependence(losses, claim),
        "verdict": str(judged.verdict),
        "claim_id": claim.claim_id,
        "note": _note(found.reference.correction, claim, found.explanation + other_readings(losses, found)),
    }


def dependence(losses: Losses, claim: Claim) -> str:
    """On whose figures the claim rests: "derived from …", "the same claimant", or empty where none is known."""
    if claim.claimant == losses.conflict.reference_claimant:
        return "the same claimant"
    known = losses.claimants.get(claim.claimant or "")
    source = claim.derived_from or (known.derived_from if known else None)
    return f"derived from {source}" if source else ""


def other_readings(losses: Losses, checked: Check) -> str:
    """What the comparison would be with each registered correction of the claim's days read otherwise, or nothing."""
    stated, reference = checked.claim.value, checked.judgement.reference
    if stated is None or reference is None or not checked.reference.correction:
        return ""
    days = checked.reference.days if checked.claim.statistic is Statistic.MEAN_PER_DAY else 1
    sentences = []
    for anomaly in losses.anomalies:
        if anomaly.alternative is None or anomaly.amount is None or not _within(losses, anomaly, checked.claim):
            continue
        other = reference + (anomaly.amount - anomaly.alternative) / days
        why = (anomaly.alternative_reason or "another reading").rstrip(".")
        sentences.append(
            f" With {number(anomaly.alternative)} left out instead ({why}) the reference is "
            f"{number(round(other, 1))} and the difference {signed(round(stated - other, 1))}."
        )
    return "".join(sentences)


def _within(losses: Losses, anomaly: Anomaly, claim: Claim) -> bool:
    """Whether the day that the anomaly's report covers is among the claim's days."""
    lag = lag_of(anomaly.claimant, losses.claimants)
    start, end, _ = covered_days(claim, lag)
    covered = anomaly.start - timedelta(days=lag)
    mine = (anomaly.claimant, anomaly.subject, anomaly.category) == (
        losses.conflict.reference_claimant,
        losses.conflict.reference_subject,
        claim.category,
    )
    return mine and start is not None and end is not None and start <= covered <= end


def _note(correction: float, claim: Claim, explanation: str) -> str:
    left_out = f"{number(correction)} left out as a registered correction. " if correction else ""
    return f"{left_out}{explanation}{f' ({claim.note})' if claim.note else ''}"

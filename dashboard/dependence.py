"""Whether one claimant's estimates are made from another's series: as stated, or found by arithmetic.

The arithmetic: for each estimate, the sum (or mean per day) of the other's series over the very same days. Estimates
that equal it to the digits they print, in more cases than chance would give, *replicate* the series.

Chance is reckoned so. Had the estimate been made independently, its number might as well have been any other that is
printed as finely within the plausible spread: from the lowest to the highest sum of the series over as many days,
begun up to that many days earlier or later. One of those numbers matches, so its chance is one in their count. The
estimates are taken without overlap, so that each is a case of its own; their mean chance goes into a binomial test,
which is the cautious choice where chances differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
import pandera.pandas as pa
from scipy.stats import binomtest

from dashboard.comparability import comparability
from dashboard.counted import span_sum
from dashboard.frames import checked
from dashboard.losses import Losses, counted_of
from dashboard.model import Basis, Claim, Hedge, PeriodKind, Statistic
from dashboard.series import SeriesQuery
from dashboard.verdict import last_digit, rounds_to
from dashboard.wording import number

# An equality by chance in so few cases is worth no word; there are about a hundred pairs and bases to be looked at.
LEVEL = 1e-4
_FEWEST = 2
_WEEK = 7
# Sparse series have few windows of just as many days: those a tenth longer or shorter stand in, brought to a day.
_SLACK = 0.1

DEPENDENCE = pa.DataFrameSchema(
    {
        "a": pa.Column(str),
        "b": pa.Column(str),
        "stated": pa.Column(bool),
        "finding": pa.Column(str, pa.Check.isin(["replicates", ""])),
        "basis": pa.Column(str),
        "cases": pa.Column(int),
        "equal": pa.Column(int),
        "expected": pa.Column(float),
        "p_value": pa.Column(float, nullable=True),
        "other_basis_cases": pa.Column(int),
        "other_basis_equal": pa.Column(int),
        "claim_ids": pa.Column(str),
        "explanation": pa.Column(str),
    },
    strict=True,
    ordered=True,
)


@dataclass(frozen=True, slots=True)
class Dependence:
    """That the estimates of `a` equal the sums over the series of `b`, on one basis, more often than chance gives.

    `equal` of `cases` estimates match to their rounding (`claim_ids`), where `expected` would by chance.
    """

    a: str
    b: str
    basis: Basis
    cases: int
    equal: int
    expected: float
    p_value: float
    claim_ids: tuple[str, ...]

    @property
    def replicates(self) -> bool:
        """Whether chance is ruled out as far as LEVEL asks."""
        return self.equal >= _FEWEST and self.p_value < LEVEL


def found(losses: Losses, a: str, b: str, category: str = "personnel") -> Dependence | None:
    """The replication of the series of `b` in the estimates of `a`, on the basis that fits best; None if not found."""
    best, _ = _best(losses, a, b, category)
    return best if best.replicates else None


def table(losses: Losses, category: str = "personnel") -> pd.DataFrame:
    """A DEPENDENCE frame: each claimant with estimates to test, or with a stated source, against each with a series."""
    people = sorted({claim.claimant for claim in losses.claims if claim.claimant})
    rows = [_row(losses, a, b, category) for b in _sources(losses, people, category) for a in people if a != b]
    return checked((row for row in rows if row["cases"] or row["stated"]), DEPENDENCE)


def _sources(losses: Losses, people: Sequence[str], category: str) -> list[str]:
    """The claimants whose series can be tested against, and those whom anybody is stated to compute figures from."""
    stated = {b for a in people for b in _stated_by(losses, a)}
    return sorted(stated | {b for b in losses.claimants if _subject_of(losses, b, category)})


def _subject_of(losses: Losses, b: str, category: str) -> str:
    """Whose losses `b` reports periodically, most of all; empty where it does not: a few totals are no series."""
    known, seen = losses.claimants.get(b), losses.observations
    mine = seen[(seen["claimant"] == b) & (seen["kind"] == "total") & (seen["category"] == category)]
    if known is None or known.reporting_lag_days is None or mine.empty:
        return ""
    return str(mine["subject"].mode().iloc[0])


def _best(losses: Losses, a: str, b: str, category: str) -> tuple[Dependence, Dependence]:
    """What the two bases give, the better first: the smaller chance, or else days covered."""
    covers, published = (_tested(losses, a, b, category, basis) for basis in (Basis.COVERS, Basis.PUBLISHED))
    return (published, covers) if published.p_value < covers.p_value else (covers, published)


def _tested(losses: Losses, a: str, b: str, category: str, basis: Basis) -> Dependence:
    subject = _subject_of(losses, b, category)
    rows = counted_of(losses, SeriesQuery(b, subject, category, basis))
    mine = [c for c in losses.claims if c.claimant == a and comparability(c, b, subject, category).comparable]
    cases = [(one.claim_id, case) for one in apart(mine) if (case := _case(one, rows)) is not None]
    equal = tuple(claim_id for claim_id, (matches, _) in cases if matches)
    chances = [by_chance for _, (_, by_chance) in cases]
    return Dependence(a, b, basis, len(cases), len(equal), sum(chances), _p_value(len(equal), chances), equal)


def _p_value(equal: int, chances: Sequence[float]) -> float:
    """The chance of at least so many equal cases; 1 where there is no case."""
    if not chances:
        return 1.0
    return float(binomtest(equal, len(chances), float(np.mean(chances)), alternative="greater").pvalue)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A claim that can be tested: its number, a mean per day or a sum, for settled first and last days."""

    claim_id: str
    value: float
    start: date
    end: date
    mean: bool
    month: bool

    @property
    def days(self) -> int:
        """The days it is about, both ends included."""
        return (self.end - self.start).days + 1

    @property
    def priority(self) -> tuple[bool, bool, int, float, str]:
        """Months first, single days last, then the shorter, the finer printed, and the first by name."""
        fineness = last_digit(self.value) / self.value
        return not self.month, self.days < _WEEK, self.days, fineness, self.claim_id

    def shares_a_day(self, other: Estimate) -> bool:
        """Whether both are about some same day."""
        return self.start <= other.end and other.start <= self.end


def estimate_of(claim: Claim) -> Estimate | None:
    """The claim as an estimate: a number told exactly or as "about", for settled days and not since a start."""
    start, end, kind = claim.period.start, claim.period.end, claim.period.kind
    if not claim.value or start is None or end is None or claim.hedge not in (Hedge.EXACT, Hedge.ABOUT):
        return None
    if kind is PeriodKind.SINCE_START or (kind is PeriodKind.DAY and start != end):
        return None
    mean = claim.statistic is Statistic.MEAN_PER_DAY
    return Estimate(claim.claim_id, claim.value, start, end, mean, kind is PeriodKind.MONTH)


def apart(claims: Iterable[Claim]) -> list[Estimate]:
    """The estimates among claims that may be tested, no two of which share a day, in order of their days.

    Running totals since a start are none, since each holds the one before.
    """
    kept: list[Estimate] = []
    for one in sorted((e for claim in claims if (e := estimate_of(claim))), key=lambda e: e.priority):
        if not any(one.shares_a_day(other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda e: (e.start, e.claim_id))


def _case(one: Estimate, rows: pd.DataFrame) -> tuple[bool, float] | None:
    """Whether it equals the sum over its days to its rounding, and the chance of that; None where there is no sum."""
    whole = span_sum(rows, one.start, one.end)
    if whole is None:
        return None
    per = one.days if one.mean else 1
    return rounds_to(whole.counted / per, one.value), chance(rows, one.start, one.days, last_digit(one.value) * per)


def chance(rows: pd.DataFrame, start: date, days: int, step: float) -> float:
    """One in the count of the numbers, `step` apart, that lie within the plausible spread of a sum over `days` days."""
    sums = windows(rows, start, days)
    return float(1.0 / (1.0 + np.floor((sums.max() - sums.min()) / step))) if len(sums) else 1.0


def windows(rows: pd.DataFrame, start: date, days: int) -> np.ndarray:
    """The sums over windows of `days` days that begin up to as many days before or after `start`."""
    opens = (rows["start"].to_numpy() - np.datetime64(start, "us")) / np.timedelta64(1, "D")
    closes = opens + rows["days"].to_numpy()
    running = np.cumsum(rows["counted"].to_numpy())
    before = running - rows["counted"].to_numpy()
    reach, slack = max(days, 2), max(days * _SLACK, 0.5)
    sums = []
    for at in np.flatnonzero(np.abs(opens) <= reach + slack):
        last = int(np.abs(closes - (opens[at] + days)).argmin())
        length = closes[last] - opens[at]
        if abs(length - days) <= slack:
            sums.append((running[last] - before[at]) / length * days)
    return np.array(sums)


def _row(losses: Losses, a: str, b: str, category: str) -> dict[str, object]:
    best, other = _best(losses, a, b, category)
    stated = b in _stated_by(losses, a)
    return {
        "a": a,
        "b": b,
        "stated": stated,
        "finding": "replicates" if best.replicates else "",
        "basis": str(best.basis),
        "cases": best.cases,
        "equal": best.equal,
        "expected": best.expected,
        "p_value": best.p_value if best.cases else None,
        "other_basis_cases": other.cases,
        "other_basis_equal": other.equal,
        "claim_ids": ";".join(best.claim_ids),
        "explanation": explained(best, other, stated=stated),
    }


def _stated_by(losses: Losses, a: str) -> set[str]:
    """From whose figures the register, or any claim of `a`, says that those of `a` are computed."""
    known = losses.claimants.get(a)
    named = {claim.derived_from for claim in losses.claims if claim.claimant == a} | {known and known.derived_from}
    return {source for source in named if source}


def explained(best: Dependence, other: Dependence, *, stated: bool) -> str:
    """What the arithmetic shows, in a sentence or two."""
    said = f"{best.a} is stated to compute its figures from those of {best.b}. " if stated else ""
    if not best.cases:
        return f"{said}None of its estimates can be tested against that series."
    by_chance = f"{best.expected:.1f}" if best.expected >= 0.05 else "next to none"
    words = f"{_equal(best)} to the digits it prints, where chance would give {by_chance}"
    beside = f"; by {_BASIS[other.basis]} {number(other.equal)} of {number(other.cases)}" if other.cases else ""
    few = "too few to tell from chance" if best.equal else "no sign that it is made from that series"
    held = "it replicates the series" if best.replicates else few
    return f"{said}{words}{beside}: {held}."


_BASIS = {Basis.COVERS: "days covered", Basis.PUBLISHED: "days of publication"}


def _equal(found: Dependence) -> str:
    verb = "equals" if found.equal == 1 else "equal"
    return (
        f"{number(found.equal)} of {number(found.cases)} estimates of {found.a} {verb} the sum over the series of "
        f"{found.b} by {_BASIS[found.basis]}"
    )

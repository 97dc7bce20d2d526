"""Variants of one figure: the same claimant, days and statistic, but another number, with the likeliest slip named.

Nothing is merged or mended: each variant stays a report of its own, and a rounding is told apart from a conflict.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, partial
from itertools import combinations

import pandas as pd
import pandera.pandas as pa

from dashboard.comparability import Relation, definition_of, relation
from dashboard.frames import checked
from dashboard.identity import Figure, Printed, figure_of, joined, printed, report_of
from dashboard.losses import Losses, counted_of
from dashboard.model import Basis, Claim, Period, PeriodKind
from dashboard.reference import Reference, reference_for
from dashboard.slips import NAMED, NO_CONFLICT, Slip, admitted, overlap, slip_between
from dashboard.wording import day, number, span
from dashboard.wording import figure as figure_words

CONFLICTS = pa.DataFrameSchema(
    {
        "claimant": pa.Column(str),
        "subject": pa.Column(str),
        "category": pa.Column(str),
        "statistic": pa.Column(str),
        "start": pa.Column("datetime64[us]"),
        "end": pa.Column("datetime64[us]"),
        "one_day_within": pa.Column(bool),
        "value": pa.Column(float, nullable=True),
        "other": pa.Column(float, nullable=True),
        "slip": pa.Column(str, pa.Check.isin([str(slip) for slip in Slip])),
        "conflict": pa.Column(bool),
        "identity": pa.Column(str, pa.Check.isin(["stated", "supposed"])),
        "in_series": pa.Column(bool),
        "reports": pa.Column(int),
        "other_reports": pa.Column(int),
        "claim_ids": pa.Column(str),
        "other_claim_ids": pa.Column(str),
        "explanation": pa.Column(str),
    },
    strict=True,
    ordered=True,
)


Rows = Callable[[str], pd.DataFrame]


@dataclass(frozen=True, slots=True)
class Variant:
    """One number given for a figure: the claims that print it, and what of the claimant's own series shows it."""

    number: Printed
    claims: tuple[Claim, ...] = ()
    series_ids: str = ""

    @property
    def reports(self) -> frozenset[str]:
        """The reports that print it."""
        return frozenset(report_of(claim) for claim in self.claims)

    @property
    def spans(self) -> list[tuple[float, float]]:
        """The numbers that its words admit, once for each way it is told."""
        exact = [(self.number[0], self.number[0])] if self.series_ids and self.number[0] is not None else []
        return [admitted(claim) for claim in self.claims] + exact


def conflicts(losses: Losses, claims: Iterable[Claim] | None = None) -> pd.DataFrame:
    """A CONFLICTS frame: one row per pair of variants of one figure among `claims` (default: all of the data).

    `value` is the variant with more behind it, `other` the one that departs from it. The reference claimant's own
    series counts as a variant (`in_series`). `identity` is supposed where no claimant is named, or one text leaves the
    definition open; those are given only where a slip is named, since else nothing says that they are one figure.
    """
    told: dict[Figure, list[Claim]] = defaultdict(list)
    for claim in losses.claims if claims is None else claims:
        figure = figure_of(replace(claim, claimant=_who(losses, claim)), losses.claimants)
        if figure is not None and not claim.named_only:
            told[figure].append(claim)
    rows_of = cache(lambda category: counted_of(losses, losses.reference_query(category)))
    pairs = (pair for figure in sorted(told, key=str) for pair in _pairs(losses, figure, told[figure], rows_of))
    return checked((_row(pair) for pair in pairs), CONFLICTS)


def _who(losses: Losses, claim: Claim) -> str:
    """The claimant; where the text names none, the one whose figures an unnamed one is most likely to be."""
    return claim.claimant or losses.conflict.reference_claimant


@dataclass(frozen=True, slots=True)
class Pair:
    """Two variants of one figure, the likeliest slip, whether they are stated to be one, and a wrong day's own day."""

    figure: Figure
    a: Variant
    b: Variant
    slip: Slip
    identity: str
    other_day: date | None = None


def _pairs(losses: Losses, figure: Figure, claims: Sequence[Claim], rows_of: Rows) -> list[Pair]:
    """Every two variants of a figure, but for those that one report tells side by side as two figures."""
    own = figure.claimant == losses.conflict.reference_claimant
    ours = own and figure.subject == losses.conflict.reference_subject
    near = _series_around(rows_of(figure.category), figure, claims) if ours else {}
    days = {shown.value: figure.end + timedelta(days=shift) for shift, shown in near.items() if shift and shown.value}
    variants = sorted(_variants(claims, near.get(0)), key=_standing)
    apart = [(a, b) for a, b in combinations(variants, 2) if not a.reports & b.reports]
    pairs = [_pair(figure, a, b, _identity(a, b, own=own), days) for a, b in apart]
    return [p for p in pairs if p.identity == "stated" or (p.identity and p.slip in NAMED)]


def _pair(figure: Figure, a: Variant, b: Variant, identity: str, days: Mapping[float, date]) -> Pair:
    """The pair with its slip, read from the hedges, then the series' neighbouring days, then the digits."""
    slip = _by_words_and_digits(a, b)
    other_day = next((days[n] for n in (b.number[0], a.number[0]) if n is not None and n in days), None)
    if slip in (Slip.ROUNDING, Slip.HEDGE) or other_day is None:
        return Pair(figure, a, b, slip, identity)
    return Pair(figure, a, b, Slip.WRONG_DAY, identity, other_day)


def _by_words_and_digits(a: Variant, b: Variant) -> Slip:
    digits = None if a.number[0] is None or b.number[0] is None else slip_between(a.number[0], b.number[0])
    if digits is not Slip.ROUNDING and any(overlap(x, y) for x in a.spans for y in b.spans):
        return Slip.HEDGE
    return digits or Slip.UNEXPLAINED


def _standing(variant: Variant) -> tuple[bool, int, str]:
    return not variant.series_ids, -len(variant.reports), str(variant.number)


def _variants(claims: Sequence[Claim], shown: Reference | None) -> list[Variant]:
    by_number: dict[Printed, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: c.claim_id):
        by_number[printed(claim)].append(claim)
    series: dict[Printed, str] = {}
    if shown is not None and shown.value is not None:
        series[shown.value, None, None] = shown.claim_ids
    numbers = [*by_number, *(one for one in series if one not in by_number)]
    return [Variant(one, tuple(by_number.get(one, ())), series.get(one, "")) for one in numbers]


def _series_around(rows: pd.DataFrame, figure: Figure, claims: Sequence[Claim]) -> dict[int, Reference]:
    """What the claimant's series shows for the figure (0) and, of whole days, for a day earlier (−1) and later (1)."""
    if rows.empty:
        return {}
    look = partial(_look, figure, claims[0], rows)
    return {shift: look(shift) for shift in ((0,) if figure.one_day_within else (0, -1, 1))}


def _look(figure: Figure, claim: Claim, rows: pd.DataFrame, shift: int) -> Reference:
    """What the rows show for the figure's days moved by `shift`; a running total keeps its first day."""
    by, kind = timedelta(days=shift), claim.period.kind
    start = figure.start if kind is PeriodKind.SINCE_START else figure.start + by
    moved = replace(claim, period=Period(kind, start, figure.end + by), basis=Basis.COVERS, record=True)
    return reference_for(moved, rows, raw=True)


def _identity(a: Variant, b: Variant, *, own: bool) -> str:
    """Whether the two are stated to be one figure, supposed to be, or ("") are not.

    The reference series is undefined, and papers quote it in several definitions: there they do not set figures apart.
    """
    if own:
        named = [variant.series_ids or any(claim.claimant for claim in variant.claims) for variant in (a, b)]
        return "stated" if all(named) else "supposed"
    defined = [(definition_of(x), definition_of(y)) for x in a.claims for y in b.claims]
    if any(x == y for x, y in defined):
        return "stated"
    return "supposed" if any(relation(x, y) is Relation.UNKNOWN for x, y in defined) else ""


def _row(pair: Pair) -> dict[str, object]:
    figure, a, b = pair.figure, pair.a, pair.b
    return {
        "claimant": figure.claimant,
        "subject": figure.subject,
        "category": figure.category,
        "statistic": str(figure.statistic),
        "start": figure.start,
        "end": figure.end,
        "one_day_within": figure.one_day_within,
        "value": a.number[0],
        "other": b.number[0],
        "slip": str(pair.slip),
        "conflict": pair.slip not in NO_CONFLICT,
        "identity": pair.identity,
        "in_series": bool(a.series_ids),
        "reports": len(a.reports),
        "other_reports": len(b.reports),
        "claim_ids": joined([*(c.claim_id for c in a.claims), *a.series_ids.split(";")]),
        "other_claim_ids": joined(c.claim_id for c in b.claims),
        "explanation": _explained(pair),
    }


def _explained(pair: Pair) -> str:
    """The pair in a sentence or two; the days are days covered."""
    figure, days = pair.figure, span(pair.figure.start, pair.figure.end)
    what = f"one day covered within {days}" if figure.one_day_within else f"covering {days}"
    slip = _WORDS[pair.slip].format(day=day(pair.other_day))
    words = f"{figure.claimant}, {what}: {_told(pair.b)} beside {_told(pair.a)}; {slip}."
    return words if pair.identity == "stated" else f"{words} That both are one figure is supposed: {_reserve(pair)}."


def _told(variant: Variant) -> str:
    """The number as told, and by whom."""
    if not variant.claims:
        return f"{number(variant.number[0])} in its own series"
    by = joined(c.publisher or c.document_id for c in variant.claims).replace(";", ", ")
    return f"{figure_words(variant.claims[0])} ({by}{'; and its own series' if variant.series_ids else ''})"


def _reserve(pair: Pair) -> str:
    unnamed = any(claim.claimant is None for claim in (*pair.a.claims, *pair.b.claims))
    return "no claimant is named" if unnamed else "one does not say which casualty types it counts"


_WORDS: Mapping[Slip, str] = {
    Slip.ROUNDING: "the one is the other, rounded",
    Slip.HEDGE: "the hedge of one admits the other",
    Slip.WRONG_DAY: "one of them is the figure of the neighbouring day, {day}",
    Slip.DIGIT_SWAP: "two neighbouring digits are swapped",
    Slip.DIGIT_MISSING: "a digit is missing in one or doubled in the other",
    Slip.ONE_DIGIT: "they differ in one digit",
    Slip.UNEXPLAINED: "no slip of the hand explains it",
}

"""Each claim held against the reference series: verdict, record, and the arithmetic in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd
import pandera.pandas as pa

from dashboard.comparability import comparability
from dashboard.counted import highest
from dashboard.extract import extract
from dashboard.frames import checked
from dashboard.losses import Losses, counted_of
from dashboard.model import Basis, Claim, Document, Extraction, Hedge, PeriodKind, Status
from dashboard.observations import covered_days, lag_of
from dashboard.reference import Reference, reference_for
from dashboard.verdict import HOLDS, Judgement, Verdict, judge
from dashboard.wording import day, figure, number, percent, signed

CHECKS = pa.DataFrameSchema(
    {
        "claim_id": pa.Column(str),
        "document_id": pa.Column(str),
        "claimant": pa.Column(str),
        "subject": pa.Column(str),
        "value": pa.Column(float, nullable=True),
        "start": pa.Column("datetime64[us]", nullable=True),
        "end": pa.Column("datetime64[us]", nullable=True),
        "basis": pa.Column(str),
        "statistic": pa.Column(str),
        "verdict": pa.Column(str, pa.Check.isin([str(v) for v in Verdict])),
        "reference": pa.Column(float, nullable=True),
        "difference": pa.Column(float, nullable=True),
        "percent": pa.Column(float, nullable=True),
        "record": pa.Column(str, pa.Check.isin(["record", "not_record", "highest_known", ""])),
        "status": pa.Column(str),
        "explanation": pa.Column(str),
    },
    strict=True,
    ordered=True,
)
_ORDER = list(Verdict)


@dataclass(frozen=True, slots=True)
class Check:
    """The verdict on one claim, its reference, what became of "record", and the sentences that show it."""

    claim: Claim
    judgement: Judgement
    reference: Reference
    record: str
    explanation: str


def check(losses: Losses, claim: Claim, as_of: date | None = None) -> Check:
    """The check of one claim against the reference series as of `as_of` (default: all the data)."""
    query = replace(losses.reference_query(claim.category, claim.basis), as_of=as_of)
    known = losses.conflict
    category = _category_with_series(losses, claim)
    able = comparability(claim, query.claimant, known.reference_subject, category, known.reference_definition)
    if not able.comparable:
        return Check(claim, Judgement(Verdict.NOT_COMPARABLE), Reference(None, ""), "", _sentence(able.note))
    rows = counted_of(losses, query)
    found = reference_for(claim, rows, raw=claim.claimant == query.claimant)
    if found.value is None:
        hint = _days_with(claim, rows) if claim.period.end is None else ""
        judgement = Judgement(Verdict.NO_REFERENCE)
        return Check(claim, judgement, found, "", _sentence(found.arithmetic) + hint)
    judgement = _best(claim, found)
    record, record_words = _record(losses, claim, judgement, as_of)
    words = _explained(claim, found, judgement, able.note, record_words)
    words += _days_nearby(claim, rows) if judgement.verdict is Verdict.DIFFERS else ""
    return Check(claim, judgement, found, record, words)


def _category_with_series(losses: Losses, claim: Claim) -> str:
    """The claim's own category where the reference claimant has a series of it, else the people it would count."""
    return claim.category if claim.category in losses.categories else "personnel"


def _best(claim: Claim, found: Reference) -> Judgement:
    """The verdict on the reference, or on whichever day fits best where the claim leaves the day open."""
    values: Sequence[float] = found.candidates or (found.value or 0.0,)
    judgements = [judge(claim, value, found.shifted) for value in values]
    return min(judgements, key=lambda j: (_ORDER.index(j.verdict), abs(j.difference or 0.0)))


def _explained(claim: Claim, found: Reference, judged: Judgement, note: str, record_words: str) -> str:
    parts = [
        f"{_upper(found.arithmetic)}; the claim says {figure(claim)}: {_outcome(claim, judged)}",
        record_words,
        _upper(note),
    ]
    return " ".join(_sentence(part) for part in parts if part)


def _outcome(claim: Claim, judged: Judgement) -> str:
    difference, share = judged.difference or 0.0, judged.percent
    off = f"by {signed(round(difference, 1))}" + (f" ({percent(share)})" if share is not None else "")
    return {
        Verdict.EQUAL: "equal",
        Verdict.EQUAL_ROUNDED: "equal to the digits it prints",
        Verdict.WITHIN_HEDGE: f"within its hedge ({_HEDGES.get(claim.hedge, 'as worded')})",
        Verdict.EQUAL_OTHER_BASIS: "not equal on its own days, but exactly so a day earlier or later",
    }.get(judged.verdict, f"differs {off}" + _chosen_day(judged))


_HEDGES = {
    Hedge.ABOUT: "about: within 5 %",
    Hedge.AT_LEAST: "over: the reference is no less, and hardly more",
    Hedge.NEARLY: "nearly: the reference is no more, and at most 5 % less",
    Hedge.UP_TO: "up to: the reference is no more, and at most 5 % less",
    Hedge.RANGE: "the reference lies inside the bounds",
}


def _chosen_day(judged: Judgement) -> str:
    return "" if judged.reference is None else f" from {number(round(judged.reference, 1))}"


def _record(losses: Losses, claim: Claim, judged: Judgement, as_of: date | None) -> tuple[str, str]:
    """What became of "record": against the series as known on the claim's own day, not as known today."""
    if not claim.record or claim.period.kind is not PeriodKind.DAY or claim.period.end is None:
        return "", ""
    lag = lag_of(losses.conflict.reference_claimant, losses.claimants)
    known_on = covered_days(claim, lag)[2] or claim.period.end
    query = replace(losses.reference_query(claim.category, claim.basis), as_of=min(known_on, as_of or known_on))
    rows = counted_of(losses, query)
    top = highest(rows, losses.conflict.regular_since)
    if top is None:
        return "", ""
    barred = rows[(rows["start"] == pd.Timestamp(claim.period.end)) & (rows["days"] == 1) & ~rows["in_records"]]
    if claim.period.start == claim.period.end and not barred.empty:
        return "not_record", f"That day is out of records: {barred.iloc[0]['reason'] or 'the total fell'}"
    known = f"the {number(top.known_days)} days known, of {number(top.span_days)}, since regular reporting began"
    if judged.verdict in HOLDS and (judged.reference or 0.0) >= top.value:
        if top.complete:
            return "record", f"As known on {day(known_on)} it was the record of {number(top.span_days)} days"
        return "highest_known", f"As known on {day(known_on)} it was the highest of {known}"
    return "not_record", f"As known on {day(known_on)} the highest of {known} was {number(top.value)}"


def _days_with(claim: Claim, rows: pd.DataFrame) -> str:
    """For a daily figure without a date: the days on which the series shows just that number."""
    if claim.period.kind is not PeriodKind.DAY or claim.value is None:
        return ""
    same = rows[(rows["days"] == 1) & (rows["losses"] == claim.value)]
    if same.empty:
        return f" No single day known shows {number(claim.value)}."
    days = ", ".join(day(when.date()) for when in same["published"].tail(5))
    more = f" {len(same)} times in all, last" if len(same) > 5 else ""
    where = f"The series shows {number(claim.value)}{more} in the report published {days}"
    return f" {where}." if claim.published else f" {where}. Give the article's date to check it."


def _days_nearby(claim: Claim, rows: pd.DataFrame) -> str:
    """For a daily figure that is not its own day's: the days within a week of it that show just that number."""
    last = claim.period.end
    if claim.period.kind is not PeriodKind.DAY or claim.value is None or last is None:
        return ""
    same = rows[(rows["days"] == 1) & (rows["losses"] == claim.value)]
    near = same[(same["end"] - pd.Timestamp(last)).abs() <= _NEARBY]
    days = " and ".join(day(when.date()) for when in near["published"])
    return f" The series shows {number(claim.value)} in the report published {days}." if days else ""


_NEARBY = pd.Timedelta(days=7)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sentence(text: str) -> str:
    return "" if not text else _upper(text) + ("" if text.endswith(".") else ".")


def check_claims(losses: Losses, claims: Iterable[Claim] | None = None, as_of: date | None = None) -> pd.DataFrame:
    """The CHECKS frame of `claims` (default: every claim of data and store, pending ones too), in their order."""
    every = (*losses.claims, *losses.pending) if claims is None else claims
    return frame_of([check(losses, claim, as_of) for claim in every])


def frame_of(found: Iterable[Check]) -> pd.DataFrame:
    """The checks as a CHECKS frame."""
    return checked([_row(one) for one in found], CHECKS)


def _row(one: Check) -> dict[str, object]:
    claim, judged = one.claim, one.judgement
    return {
        "claim_id": claim.claim_id,
        "document_id": claim.document_id,
        "claimant": claim.claimant or "",
        "subject": claim.subject or "",
        "value": claim.value,
        "start": claim.period.start,
        "end": claim.period.end,
        "basis": str(claim.basis),
        "statistic": str(claim.statistic),
        "verdict": str(judged.verdict),
        "reference": judged.reference,
        "difference": judged.difference,
        "percent": judged.percent,
        "record": one.record,
        "status": str(claim.status),
        "explanation": one.explanation,
    }


def read_and_check(losses: Losses, document: Document, as_of: date | None = None) -> tuple[Extraction, list[Check]]:
    """The claims of a document that is stored nowhere, and the check of each, in order of appearance."""
    read = extract(dated(losses, document), losses.claimants, losses.conflict)
    pending = tuple(replace(claim, status=Status.PENDING) for claim in read.claims)
    return replace(read, claims=pending), [check(losses, claim, as_of) for claim in pending]


def dated(losses: Losses, document: Document) -> Document:
    """The document with its date; an undated one takes the day of the one report whose running total it quotes."""
    if document.published is not None:
        return document
    quoted = {
        claim.value
        for claim in extract(document, losses.claimants, losses.conflict).claims
        if claim.period.kind is PeriodKind.SINCE_START and claim.hedge is Hedge.EXACT
    }
    rows = counted_of(losses, losses.reference_query(basis=Basis.PUBLISHED))
    days = rows.loc[rows["total"].isin(list(quoted)), "published"].drop_duplicates()
    return replace(document, published=days.iloc[0].date()) if len(days) == 1 else document

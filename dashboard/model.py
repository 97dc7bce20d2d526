"""The words of the domain as types: document, claim, period, rejection. Standard library only.

The meaning of each is set out in `docs/method.md`. Nothing here reads a clock, a file or a frame.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from dashboard.errors import ClaimError


class Hedge(StrEnum):
    """How a source qualifies a figure."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    NEARLY = "nearly"
    UP_TO = "up_to"
    RANGE = "range"


class Statistic(StrEnum):
    """Whether a figure is a count or a mean per day."""

    TOTAL = "total"
    MEAN_PER_DAY = "mean_per_day"


class PeriodKind(StrEnum):
    """The kind of period that a figure describes."""

    DAY = "day"
    HOURS48 = "hours48"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    SINCE_START = "since_start"
    EVENT = "event"
    OTHER = "other"
    UNSPECIFIED = "unspecified"


class Basis(StrEnum):
    """Which day a date names: the day covered, or the day on which the claimant published."""

    COVERS = "covers"
    PUBLISHED = "published"


class Status(StrEnum):
    """Where a claim stands with the analyst."""

    ACCEPTED = "accepted"
    PENDING = "pending"
    REJECTED = "rejected"


CASUALTY_TYPES = ("captured", "killed", "missing", "wounded")


@dataclass(frozen=True, slots=True)
class Document:
    """An article, post, release or note: its text as read, and what is known of where it appeared.

    `own_note` marks a text of ours about a published article: shown as our note, never as the article's words.
    """

    id: str
    text: str
    publisher: str | None = None
    published: date | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    own_note: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range of character offsets into a document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """An exact substring of a document's text: `document.text[start:end] == text`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, both included; None where text and publication date do not settle them.

    A `day` whose start and end differ is one day somewhere in that span ("the highest day of last May").
    """

    kind: PeriodKind = PeriodKind.UNSPECIFIED
    start: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        if self.start and self.end and self.start > self.end:
            raise ClaimError(f"a period cannot start on {self.start} and end on {self.end}: swap the two dates")


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure as a document or a register row states it; the JSON of the public interface.

    `value`, `low` and `high` count persons (or items of equipment), per day where `statistic` is mean_per_day.
    Exactly one of `evidence` (a span of a document) and `source_row` (a row of a register) is set.
    `figure` is the span of the printed number itself, inside the evidence.
    `seen_how` tells a row that was read on the page it names from one computed out of a dataset (`read_in_dataset`).
    `relayed_by` keeps the one who passed the claimant's figure on ("the UK, citing US assessments").
    """

    claim_id: str
    document_id: str
    value: float | None
    hedge: Hedge = Hedge.EXACT
    low: float | None = None
    high: float | None = None
    subject: str | None = None
    category: str = "personnel"
    casualty_types: tuple[str, ...] = ()
    statistic: Statistic = Statistic.TOTAL
    period: Period = Period()
    basis: Basis = Basis.COVERS
    claimant: str | None = None
    relayed_by: str | None = None
    derived_from: str | None = None
    record: bool = False
    named_only: bool = False
    evidence: Evidence | None = None
    figure: Span | None = None
    source_row: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    as_named: str | None = None
    model: str | None = None
    series: str | None = None
    seen_how: str | None = None
    note: str | None = None
    confidence: float | None = None
    status: Status = Status.ACCEPTED

    def __post_init__(self) -> None:
        if self.value is None and self.low is None and self.high is None:
            raise ClaimError(f"{self.claim_id}: a claim needs a value, a low or a high bound; all three are empty")
        if any(n is not None and n < 0 for n in (self.value, self.low, self.high)):
            raise ClaimError(f"{self.claim_id}: a reported loss cannot be negative; correct the figure")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ClaimError(f"{self.claim_id}: low {self.low:g} is above high {self.high:g}; swap the bounds")
        unknown = [t for t in self.casualty_types if t not in CASUALTY_TYPES]
        if unknown or list(self.casualty_types) != sorted(set(self.casualty_types)):
            raise ClaimError(
                f"{self.claim_id}: casualty types {list(self.casualty_types)} must be a sorted list out of "
                f"{', '.join(CASUALTY_TYPES)}"
            )


@dataclass(frozen=True, slots=True)
class Rejection:
    """A number in a text that is no reported loss, with the reason in plain words ("troop strength")."""

    document_id: str
    evidence: Evidence
    reason: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a document yields: its claims and the figures set aside, both in order of appearance."""

    document: Document
    claims: tuple[Claim, ...] = ()
    rejections: tuple[Rejection, ...] = ()


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who stands behind figures; one table of `claimants.toml`.

    `reporting_lag_days` is publication minus day covered (1 for the General Staff), None where not periodic.
    `derived_from` names the claimant from whose series the figures are computed.
    `hue` names the colour that stands for the claimant in every chart (see `dashboard/figure.py`).
    """

    name: str
    aliases: tuple[str, ...] = ()
    role: str | None = None
    organisation: str | None = None
    country: str | None = None
    kind: str = "other"
    reporting_lag_days: int | None = None
    derived_from: str | None = None
    hue: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Anomaly:
    """A registered peculiarity of a claimant's series, by days of publication; one table of `anomalies.toml`.

    `correction`: `amount` of the increment published that day belongs to earlier days; it stays in the total.
    `irregular`: a span whose increments count in no record and no mean.  `no_update`: reports that repeat the total.
    `expected` guards it: the increment that the data must show on `start`, or the entry fails loudly.
    `alternative` is another reading of the amount, with its reason in `alternative_reason`.
    """

    kind: str
    claimant: str
    subject: str
    category: str
    start: date
    end: date
    reason: str
    source: str
    expected: float | None = None
    amount: float | None = None
    alternative: float | None = None
    alternative_reason: str | None = None
    omit_from_records: bool = True


@dataclass(frozen=True, slots=True)
class Side:
    """A party whose losses are reported, and the words a text uses for it."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """What is particular to one war, read from `conflict.toml`: nothing in the package knows it otherwise.

    `reference_definition` are the casualty types that the reference series counts, () where it does not say.
    `regular_since` is the first publication date of regular reporting by the reference claimant.
    """

    name: str
    start: date
    start_words: tuple[str, ...]
    sides: tuple[Side, ...]
    reference_claimant: str
    reference_subject: str
    reference_definition: tuple[str, ...] = ()
    regular_since: date | None = None
    compare_with: str | None = None


def iso(day: date | None) -> str | None:
    """The day as YYYY-MM-DD, or None."""
    return day.isoformat() if day else None


def claim_to_json(claim: Claim) -> dict[str, Any]:
    """The claim as the JSON object of the public interface, plus `claim_id`, `figure`, `relayed_by`, `confidence`."""
    evidence, figure = claim.evidence, claim.figure
    return {
        "document_id": claim.document_id,
        "publisher": claim.publisher,
        "published": iso(claim.published),
        "url": claim.url,
        "value": plain(claim.value),
        "low": plain(claim.low),
        "high": plain(claim.high),
        "hedge": str(claim.hedge),
        "subject": claim.subject,
        "category": claim.category,
        "casualty_types": list(claim.casualty_types),
        "statistic": str(claim.statistic),
        "period": {"kind": str(claim.period.kind), "start": iso(claim.period.start), "end": iso(claim.period.end)},
        "basis": str(claim.basis),
        "claimant": claim.claimant,
        "record": claim.record,
        "evidence": {"text": evidence.text, "start": evidence.start, "end": evidence.end} if evidence else None,
        "claim_id": claim.claim_id,
        "figure": {"start": figure.start, "end": figure.end} if figure else None,
        "relayed_by": claim.relayed_by,
        "confidence": claim.confidence,
    }


def claim_from_json(row: Mapping[str, Any]) -> Claim:
    """The claim that `claim_to_json` wrote; without a `status` it is accepted.

    Raises ClaimError where a field is missing or has a value that no claim can have.
    """
    try:
        span, period, figure = row["evidence"], row["period"], row.get("figure")
        return Claim(
            claim_id=str(row["claim_id"]),
            document_id=str(row["document_id"]),
            value=row["value"],
            hedge=Hedge(row["hedge"]),
            low=row["low"],
            high=row["high"],
            subject=row["subject"],
            category=str(row["category"]),
            casualty_types=tuple(row["casualty_types"]),
            statistic=Statistic(row["statistic"]),
            period=Period(PeriodKind(period["kind"]), _from_iso(period["start"]), _from_iso(period["end"])),
            basis=Basis(row["basis"]),
            claimant=row["claimant"],
            relayed_by=row.get("relayed_by"),
            record=bool(row["record"]),
            evidence=Evidence(span["text"], span["start"], span["end"]) if span else None,
            figure=Span(figure["start"], figure["end"]) if figure else None,
            publisher=row["publisher"],
            published=_from_iso(row["published"]),
            url=row["url"],
            confidence=row.get("confidence"),
            status=Status(row.get("status", Status.ACCEPTED)),
        )
    except KeyError as error:
        raise ClaimError(f"a claim lacks the field {error}; add it") from None
    except (TypeError, ValueError) as error:
        raise ClaimError(f"a claim cannot be read ({error}); correct the field") from None


def _from_iso(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None


def plain(number: float | None) -> float | int | None:
    """The number as an int where it is whole, so that 1770.0 prints as 1770."""
    if number is None:
        return None
    return int(number) if float(number).is_integer() else float(number)

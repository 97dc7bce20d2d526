"""Claims in the making: what each stage read of a figure, before equal ones are merged."""

from __future__ import annotations

from dataclasses import dataclass, field

from dashboard.extract.linking import Link
from dashboard.extract.ranges import Figure
from dashboard.model import Basis, Period, Statistic

# The rule behind a period or a source that the sentence before told.
CARRIED = "carried over from the sentence before"


@dataclass(slots=True)
class Draft:
    """One figure read as a loss, with its spans in the cleaned text and the features of the reading.

    `base` is the draft that it is a part of; `twin` marks the second of two sides that one figure is told of each.
    """

    figure: Figure
    link: Link
    sentence: int
    start: int
    end: int
    types: tuple[str, ...]
    subject: str | None
    category: str
    statistic: Statistic
    period: Period
    basis: Basis
    claimant: str | None
    relayed_by: str | None
    record: bool
    headline: bool
    rules: dict[str, str] = field(default_factory=dict)
    features: set[str] = field(default_factory=set)
    base: Draft | None = None
    twin: str | None = None


@dataclass(slots=True)
class Refusal:
    """A figure set aside, with its span in the cleaned text and the reason."""

    start: int
    end: int
    reason: str

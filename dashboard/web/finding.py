"""The finding that the overview opens with: the latest figure, the mean, the highest day, the total, and how fresh."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from dashboard import wording
from dashboard.counted import Highest, highest, rolling_mean
from dashboard.losses import Losses, counted_of
from dashboard.model import Basis
from dashboard.web.view import View

MEAN_DAYS = 7


@dataclass(frozen=True, slots=True)
class Finding:
    """The latest row of the reference series as known on the as-of date, and what it stands beside. Days are dates."""

    start: date
    end: date
    published: date
    losses: float
    total: float
    report_id: str
    mean: float | None
    mean_end: date | None
    top: Highest | None
    basis: Basis

    @property
    def is_highest(self) -> bool:
        """Whether the latest figure is the highest day known."""
        return self.top is not None and self.top.published == self.published


def finding(losses: Losses, view: View) -> Finding | None:
    """The finding of the view, or None where no report was published by its as-of date."""
    rows = reference_rows(losses, view)
    if rows.empty:
        return None
    last = rows.iloc[-1]
    means = rolling_mean(rows, MEAN_DAYS).dropna(subset=["mean"])
    latest_mean = means.iloc[-1] if not means.empty else None
    return Finding(
        start=last["start"].date(),
        end=last["end"].date(),
        published=last["published"].date(),
        losses=float(last["losses"]),
        total=float(last["total"]),
        report_id=str(last["claim_ids"]).rpartition(";")[2],
        mean=None if latest_mean is None else float(latest_mean["mean"]),
        mean_end=None if latest_mean is None else latest_mean["day"].date(),
        top=highest(rows, losses.conflict.regular_since),
        basis=view.basis,
    )


def reference_rows(losses: Losses, view: View) -> pd.DataFrame:
    """The COUNTED frame of the reference series on the view's basis, as of its date."""
    return counted_of(losses, replace(losses.reference_query(basis=view.basis), as_of=view.as_of))


def headline(found: Finding) -> str:
    """The finding as one sentence, true for the view: "1,950 reported for 11 Nov 2024, the highest …"."""
    when = wording.span(found.start, found.end)
    said = f"{wording.number(found.losses)} reported {'for' if found.basis is Basis.COVERS else 'on'} {when}"
    if found.is_highest and found.top is not None:
        return f"{said}, {highest_words(found.top)}"
    if found.mean is None:
        return said
    share = 100 * (found.losses / max((found.end - found.start).days + 1, 1) / found.mean - 1) if found.mean else 0.0
    if abs(share) < 1:
        return f"{said}, close to the {MEAN_DAYS}-day mean"
    return f"{said}, {abs(share):.0f} % {'above' if share > 0 else 'below'} the {MEAN_DAYS}-day mean"


def highest_words(top: Highest) -> str:
    """Of how many days the highest is the highest; a record only where every day is known."""
    if top.complete:
        return f"the highest of the {wording.number(top.span_days)} days since regular reporting began"
    return f"the highest of the {wording.number(top.known_days)} days known, of {wording.number(top.span_days)}"


def age_words(published: date, today: date) -> str:
    """How old the newest report is: "published today", "published 3 days ago"."""
    days = (today - published).days
    if days <= 0:
        return "published today" if days == 0 else "dated after today's date; check this machine's clock"
    return "published yesterday" if days == 1 else f"published {days:,} days ago"

"""The finding that the overview opens with: the latest figure or the days chosen, mean, highest day and total."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from dashboard import wording
from dashboard.counted import Highest, highest, rolling_mean
from dashboard.losses import Losses, counted_of
from dashboard.model import Basis
from dashboard.web.categories import PERSONNEL, in_words
from dashboard.web.choosing import whole_rows
from dashboard.web.view import View


@dataclass(frozen=True, slots=True)
class Finding:
    """The last row shown of the series as known on the as-of date, and what it stands beside. Days are dates.

    `top` is the highest day known when that row was published. `over` tells of the days chosen where the view narrows
    them to more than one report; else None.
    """

    start: date
    end: date
    published: date
    losses: float
    total: float
    report_id: str
    mean: float | None
    mean_end: date | None
    mean_days: int
    top: Highest | None
    negative: int
    category: str
    basis: Basis
    over: Over | None

    @property
    def is_highest(self) -> bool:
        """Whether the last figure is the highest day known."""
        return self.top is not None and self.top.published == self.published


@dataclass(frozen=True, slots=True)
class Over:
    """The days chosen: first and last day known, their sum as reported, the correction in it, and the highest day."""

    start: date
    end: date
    days: int
    losses: float
    correction: float
    per_day: float | None
    top: Highest | None


def finding(losses: Losses, view: View) -> Finding | None:
    """The finding of the view, or None where no report lies within its days by its as-of date."""
    rows = reference_rows(losses, view)
    shown = whole_rows(rows, view)
    if shown.empty:
        return None
    last = shown.iloc[-1]
    means = rolling_mean(rows, view.mean)
    known = means[(means["day"] <= last["end"]) & means["mean"].notna()]
    latest_mean = known.iloc[-1] if not known.empty else None
    since = losses.conflict.regular_since
    narrowed = (view.start or view.end) and len(shown) > 1
    return Finding(
        start=last["start"].date(),
        end=last["end"].date(),
        published=last["published"].date(),
        losses=float(last["losses"]),
        total=float(last["total"]),
        report_id=str(last["claim_ids"]).rpartition(";")[2],
        mean=None if latest_mean is None else float(latest_mean["mean"]),
        mean_end=None if latest_mean is None else latest_mean["day"].date(),
        mean_days=view.mean,
        top=highest(rows, since, last["published"].date()),
        negative=int((shown["losses"] < 0).sum()),
        category=view.category,
        basis=view.basis,
        over=_over(shown, since) if narrowed else None,
    )


def _over(shown: pd.DataFrame, regular_since: date | None) -> Over:
    meant = shown[shown["in_means"]]
    days = int(meant["days"].sum())
    return Over(
        start=shown["start"].min().date(),
        end=shown["end"].max().date(),
        days=int(shown["days"].sum()),
        losses=float(shown["losses"].sum()),
        correction=float(shown["correction"].sum()),
        per_day=float(meant["counted"].sum()) / days if days else None,
        top=highest(shown, regular_since),
    )


def reference_rows(losses: Losses, view: View) -> pd.DataFrame:
    """The COUNTED frame of the reference series of the view's category and basis, as of its date."""
    return counted_of(losses, replace(losses.reference_query(view.category, view.basis), as_of=view.as_of))


def headline(found: Finding) -> str:
    """The finding as one sentence, true for the view: "1,950 reported for 11 Nov 2024, the highest …"."""
    what = "" if found.category == PERSONNEL else f"{in_words(found.category).capitalize()}: "
    return f"{what}{_over_words(found, found.over) if found.over else _latest_words(found)}"


def _over_words(found: Finding, over: Over) -> str:
    """The days chosen: their sum, and what it is a day with corrections left out."""
    said = f"{wording.number(over.losses)} reported {_dated(found.basis)} {wording.span(over.start, over.end)}"
    held = f", {wording.number(over.correction)} of them a registered correction" if over.correction else ""
    return said + held if over.per_day is None else f"{said}{held}; {_rate(over.per_day)} a day"


def _rate(value: float) -> str:
    """A mean per day: whole where it is large, with a decimal where that would say nothing."""
    return wording.number(round(value) if abs(value) >= 100 else round(value, 1))


def _latest_words(found: Finding) -> str:
    when = f"{_dated(found.basis)} {wording.span(found.start, found.end)}"
    if found.losses < 0:
        return f"running total lowered by {wording.number(-found.losses)} {when}"
    if found.losses == 0:
        return f"none reported {when}"
    said = f"{wording.number(found.losses)} reported {when}"
    if found.is_highest and found.top is not None:
        return f"{said}, {highest_words(found.top)}"
    if not found.mean:
        return said
    share = 100 * (found.losses / max((found.end - found.start).days + 1, 1) / found.mean - 1)
    if abs(share) < 1:
        return f"{said}, close to the {found.mean_days}-day mean"
    return f"{said}, {abs(share):.0f} % {'above' if share > 0 else 'below'} the {found.mean_days}-day mean"


def _dated(basis: Basis) -> str:
    return "for" if basis is Basis.COVERS else "on"


def highest_words(top: Highest) -> str:
    """Of how many days the highest is the highest; a record only where every day is known."""
    if top.complete:
        return f"the highest of the {wording.number(top.span_days)} days since regular reporting began"
    return f"the highest of the {wording.number(top.known_days)} days known, of {wording.number(top.span_days)}"


def within_words(top: Highest) -> str:
    """Of how many of the days chosen the highest is the highest."""
    if top.complete:
        return f"the highest of the {wording.number(top.span_days)} days"
    return f"the highest of the {wording.number(top.known_days)} days known singly, of {wording.number(top.span_days)}"


def age_words(published: date, today: date) -> str:
    """How old the newest report is: "published today", "published 3 days ago"."""
    days = (today - published).days
    if days <= 0:
        return "published today" if days == 0 else "dated after today's date; check this machine's clock"
    return "published yesterday" if days == 1 else f"published {days:,} days ago"

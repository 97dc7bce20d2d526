"""Which claims and comparisons a view shows: known by its as-of date, about its days, and of those it names."""

from __future__ import annotations

import pandas as pd

from dashboard import wording
from dashboard.losses import Losses
from dashboard.model import Claim, iso
from dashboard.web.view import View


def chosen(losses: Losses, view: View) -> list[Claim]:
    """The claims of the view: known by its as-of date, about days that touch its range, and named."""
    return [claim for claim in named(losses, view) if touches(claim, view)]


def selected(losses: Losses, view: View) -> list[Claim]:
    """The claims of the view, the newest first."""
    return sorted(chosen(losses, view), key=lambda claim: (iso(claim.published) or "", claim.claim_id), reverse=True)


def is_known(claim: Claim, view: View) -> bool:
    """Whether the claim was published by the view's as-of date; without such a date every claim is known."""
    return view.as_of is None or (claim.published is not None and claim.published <= view.as_of)


def is_named(claim: Claim, view: View) -> bool:
    """Whether claimant, definition and subject are among those that the view names; where it names none, all are."""
    return (
        (not view.claimants or claim.claimant in view.claimants)
        and (not view.definitions or wording.definition(claim.casualty_types) in view.definitions)
        and view.subject in (None, claim.subject)
    )


def known(losses: Losses, view: View) -> list[Claim]:
    """The claims known by the view's as-of date, in the order of the data."""
    return [claim for claim in losses.claims if is_known(claim, view)]


def named(losses: Losses, view: View) -> list[Claim]:
    """Of the claims known by the view's as-of date those whose claimant, definition and subject it names."""
    return [claim for claim in known(losses, view) if is_named(claim, view)]


def of_named(rows: pd.DataFrame, losses: Losses, view: View) -> pd.DataFrame:
    """The rows of a comparison whose claims the view names; `rows` has `claim_id`."""
    wanted = {claim.claim_id for claim in named(losses, view)}
    return rows[rows["claim_id"].isin(wanted)].reset_index(drop=True)


def by_months(by_month: pd.DataFrame, by_claim: pd.DataFrame, losses: Losses, view: View) -> pd.DataFrame:
    """The monthly estimates of the view; where it names others than the one compared, theirs of whole months.

    `by_month` and `by_claim` are COMPARISON frames.
    """
    mine = of_named(by_month, losses, view)
    if len(mine) or not view.claimants:
        return mine
    others = of_named(by_claim, losses, view)
    first, last = others["start"], others["end"]
    whole = first.dt.is_month_start & last.dt.is_month_end & (first.dt.to_period("M") == last.dt.to_period("M"))
    own = others["a_claimant"] == losses.conflict.reference_claimant
    return others[whole & others["comparable"] & ~own].sort_values("start", kind="stable").reset_index(drop=True)


def touches(claim: Claim, view: View) -> bool:
    """Whether the claim's days touch the view's range; claims without days only where the range is open."""
    if view.start is None and view.end is None:
        return True
    start, end = claim.period.start or claim.period.end, claim.period.end or claim.period.start
    if start is None or end is None:
        return False
    return (view.end is None or start <= view.end) and (view.start is None or end >= view.start)


def in_range(rows: pd.DataFrame, view: View) -> pd.DataFrame:
    """The rows of a comparison that touch the view's days."""
    keep = pd.Series(True, index=rows.index)
    if view.start:
        keep &= ~(rows["end"] < pd.Timestamp(view.start))
    if view.end:
        keep &= ~(rows["start"] > pd.Timestamp(view.end))
    return rows[keep]


def whole_rows(rows: pd.DataFrame, view: View) -> pd.DataFrame:
    """The rows of a series whose days lie wholly inside the view's days."""
    keep = pd.Series(True, index=rows.index)
    if view.start:
        keep &= rows["start"] >= pd.Timestamp(view.start)
    if view.end:
        keep &= rows["end"] <= pd.Timestamp(view.end)
    return rows[keep]

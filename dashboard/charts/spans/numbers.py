"""The numbers of the claims as spans: each at its height per day over the days it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboard import wording
from dashboard.charts.spans.words import left_out, words
from dashboard.counted import on_basis
from dashboard.figure.verdicts import VERDICTS
from dashboard.figure.view import (
    Selection,
    Words,
    touching,
)
from dashboard.model import Claim, Claimant, PeriodKind, Statistic

SAME = 0.01
_SPAN_COLUMNS = {
    "start": "datetime64[us]",
    "end": "datetime64[us]",
    "days": "int64",
    "height": "float64",
    "low": "float64",
    "high": "float64",
    "claimant": "str",
    "derived_from": "str",
    "stated": "str",
    "verdict": "str",
    "percent": "float64",
    "claim_id": "str",
    "published": "datetime64[us]",
    "definition": "str",
    "sentence": "str",
    "explanation": "str",
    "read": "bool",
}


@dataclass(frozen=True, eq=False)
class Numbers:
    """What the chart shows. `bars` is the series beneath; `spans` has one row a claim, `height` in persons per day.

    `low` and `high` bound a range per day (NaN: open or none); `read` marks claims read in a document; `derived_from`
    is "" where the figure rests on no other claimant's.
    """

    bars: pd.DataFrame
    spans: pd.DataFrame
    hues: Mapping[str, str | None]
    selection: Selection
    words: Words


def prepare(
    rows: pd.DataFrame,
    checks: pd.DataFrame,
    claims: Sequence[Claim],
    selection: Selection,
    claimants: Mapping[str, Claimant],
    source: str = "",
) -> Numbers:
    """The numbers and words of the chart for the selected days.

    `rows` is the COUNTED frame on the selection's basis, `checks` the CHECKS frame of `claims`, in the same order.
    """
    verdicts = {row["claim_id"]: row for row in checks.to_dict("records")}
    ours = [claim for claim in claims if (claim.subject, claim.category) == (selection.subject, selection.category)]
    known = [claim for claim in ours if _published_in_time(claim, selection)]
    able = [claim for claim in known if _has_height(claim)]
    comparable = [claim for claim in able if verdicts[claim.claim_id]["verdict"] != "not_comparable"]
    lag = _lag(selection.claimant, claimants)
    spans = touching(
        _frame([_span(c, dict(verdicts[c.claim_id]), selection, claimants, lag) for c in comparable]), selection
    )
    drawn = _once_each(spans, selection.selected)
    bars = touching(rows, selection)
    return Numbers(
        bars=bars[bars["losses"] >= 0].reset_index(drop=True),
        spans=drawn,
        hues={n: one.hue for n in (selection.claimant, *drawn["claimant"].unique()) if (one := claimants.get(n))},
        selection=selection,
        words=words(drawn, len(spans), left_out(known, able, comparable), selection, claimants, source),
    )


def table(numbers: Numbers) -> pd.DataFrame:
    """The chart as a table: a row a claim with its verdict and arithmetic."""
    spans = numbers.spans
    return pd.DataFrame(
        {
            "claimant": spans["claimant"],
            "derived from": spans["derived_from"],
            "as stated": spans["stated"],
            "from": spans["start"],
            "to": spans["end"],
            "per day": spans["height"].round(1),
            "definition": spans["definition"],
            "published": spans["published"],
            "verdict": spans["verdict"].map(VERDICTS),
            "difference in %": spans["percent"].round(1),
            "arithmetic": spans["explanation"],
        }
    )


def _published_in_time(claim: Claim, selection: Selection) -> bool:
    return selection.as_of is None or claim.published is None or claim.published <= selection.as_of


def _has_height(claim: Claim) -> bool:
    dated = claim.period.start is not None and claim.period.end is not None
    return dated and claim.period.kind is not PeriodKind.SINCE_START and not claim.named_only


def _lag(claimant: str, claimants: Mapping[str, Claimant]) -> int:
    known = claimants.get(claimant)
    return (known.reporting_lag_days or 0) if known else 0


def _span(
    claim: Claim, verdict: Mapping[Any, Any], selection: Selection, claimants: Mapping[str, Claimant], lag: int
) -> dict[str, Any]:
    """One claim as a row of the spans, on the selection's basis."""
    start, end = (
        pd.Timestamp(on_basis(day, claim.basis, selection.basis, lag) if _names_a_report(claim) else day)
        for day in (claim.period.start, claim.period.end)
        if day is not None
    )
    days = (end - start).days + 1
    one_day = claim.period.kind is PeriodKind.DAY or claim.statistic is Statistic.MEAN_PER_DAY
    divisor = 1 if one_day else days
    low, high = (np.nan if bound is None else bound / divisor for bound in (claim.low, claim.high))
    middle = np.nanmean([low, high]) if claim.value is None else claim.value / divisor
    known = claimants.get(claim.claimant or "")
    return {
        "start": start,
        "end": end,
        "days": days,
        "height": middle,
        "low": low,
        "high": high,
        "claimant": claim.claimant or "claimant not named",
        "derived_from": claim.derived_from or (known.derived_from if known else None) or "",
        "stated": wording.figure(claim),
        "verdict": verdict["verdict"],
        "percent": verdict["percent"],
        "claim_id": claim.claim_id,
        "published": claim.published,
        "definition": wording.definition(claim.casualty_types),
        "sentence": claim.evidence.text if claim.evidence else "",
        "explanation": verdict["explanation"],
        "read": claim.evidence is not None,
    }


def _names_a_report(claim: Claim) -> bool:
    """Whether the claim is about single daily reports, which move with the basis; months and years stand as stated."""
    return claim.period.kind in (PeriodKind.DAY, PeriodKind.HOURS48)


def _frame(spans: list[dict[str, Any]]) -> pd.DataFrame:
    frame = pd.DataFrame(spans, columns=list(_SPAN_COLUMNS))
    frame["published"] = pd.to_datetime(frame["published"])
    return frame.astype(_SPAN_COLUMNS)


def _once_each(spans: pd.DataFrame, selected: str | None) -> pd.DataFrame:
    """One of those spans in which a claimant gives the same days the same height and bounds, to one per cent.

    The selected claim is kept before all, then those read in documents.
    """
    ordered = spans.assign(chosen=spans["claim_id"] == selected, over=spans["low"].isna(), under=spans["high"].isna())
    ordered = ordered.sort_values(["chosen", "read", "claim_id"], ascending=[False, False, True], kind="stable")
    kept: dict[tuple[Any, ...], list[float]] = {}
    first: list[int] = []
    for place_, *mark, height in ordered[["claimant", "start", "end", "over", "under", "height"]].itertuples():
        told = kept.setdefault(tuple(mark), [])
        if not any(abs(other - height) <= SAME * height for other in told):
            told.append(height)
            first.append(place_)
    return spans.loc[sorted(first)].sort_values(["start", "end", "claim_id"], ignore_index=True)

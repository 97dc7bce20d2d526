"""A claim as a row of the chart: its height per day over the days it is about, with its bounds and its verdict."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from dashboard import wording
from dashboard.counted import on_basis
from dashboard.figure.view import Selection
from dashboard.model import Claim, Claimant, PeriodKind, Statistic

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


def frame_of(spans: list[dict[str, Any]]) -> pd.DataFrame:
    """The rows as a frame of the chart's columns, which an empty one has too."""
    frame = pd.DataFrame(spans, columns=list(_SPAN_COLUMNS))
    frame["published"] = pd.to_datetime(frame["published"])
    return frame.astype(_SPAN_COLUMNS)


def span_of(
    claim: Claim, verdict: Mapping[Any, Any], selection: Selection, claimants: Mapping[str, Claimant]
) -> dict[str, Any]:
    """One claim as a row of the spans, on the selection's basis."""
    lag = _lag(selection.claimant, claimants)
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


def _lag(claimant: str, claimants: Mapping[str, Claimant]) -> int:
    known = claimants.get(claimant)
    return (known.reporting_lag_days or 0) if known else 0


def _names_a_report(claim: Claim) -> bool:
    """Whether the claim is about single daily reports, which move with the basis; months and years stand as stated."""
    return claim.period.kind in (PeriodKind.DAY, PeriodKind.HOURS48)

"""What is drawn once: figures told again, and counts of a running year that a later count takes in."""

from __future__ import annotations

from typing import Any

import pandas as pd

SAME = 0.01
_RUNNING_DAYS = 45
_OFF = 5.0


def once_each(spans: pd.DataFrame, selected: str | None) -> pd.DataFrame:
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


def without_earlier_counts(spans: pd.DataFrame, selected: str | None) -> pd.DataFrame:
    """The spans without those counts that a later one by the same claimant, from the same first day on, takes in.

    "So far this year" is told anew each month or so, and a dozen such spans lie over one another. A count stays where
    it is the selected claim, was read in a document, or is off the series by more than five per cent.
    """
    told = (spans["claim_id"] == selected) | spans["read"] | spans["percent"].abs().gt(_OFF)
    running = spans[(spans["days"] > _RUNNING_DAYS) & ~told]
    last = running.groupby(["claimant", "start"])["end"].transform("max")
    return spans.drop(running.index[running["end"] < last]).reset_index(drop=True)

"""Claims of running totals as rows of the chart: which panel each belongs to, its day, number and bounds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from dashboard import wording
from dashboard.model import Claim, Claimant

KILLED, CASUALTIES, NAMED = "killed", "casualties", "named dead"
COLUMNS = {
    "panel": "str",
    "day": "datetime64[us]",
    "value": "float64",
    "low": "float64",
    "high": "float64",
    "claimant": "str",
    "derived_from": "str",
    "stated": "str",
    "definition": "str",
    "published": "datetime64[us]",
    "day_stated": "bool",
    "how": "str",
    "note": "str",
    "claim_id": "str",
    "sentence": "str",
}


def panel_of(types: tuple[str, ...]) -> str | None:
    """The panel of a definition: the dead alone, or all casualties; None where it counts neither, as wounded alone."""
    if types == () or {"killed", "wounded"} <= set(types):
        return CASUALTIES
    return KILLED if "killed" in types and "captured" not in types else None


def frame_of(claims: Iterable[Claim], claimants: Mapping[str, Claimant]) -> pd.DataFrame:
    """The claims as a frame of COLUMNS, in order of their days."""
    frame = pd.DataFrame([_row(claim, claimants) for claim in claims], columns=list(COLUMNS))
    for name in ("day", "published"):
        frame[name] = pd.to_datetime(frame[name])
    return frame.astype(COLUMNS).sort_values(["day", "published", "claim_id"], ignore_index=True)


def _row(claim: Claim, claimants: Mapping[str, Claimant]) -> dict[str, Any]:
    """One claim as a row; its day is the last that it covers, or that of publication where none is stated."""
    return {
        "panel": NAMED if claim.named_only else panel_of(claim.casualty_types),
        "day": claim.period.end or claim.published,
        "value": claim.value,
        "low": claim.low,
        "high": claim.high,
        "claimant": claim.claimant or "claimant not named",
        "derived_from": _source(claim, claimants),
        "stated": wording.figure(claim),
        "definition": NAMED if claim.named_only else wording.definition(claim.casualty_types),
        "published": claim.published,
        "day_stated": claim.period.end is not None,
        "how": (claim.model or "").replace("_", " "),
        "note": claim.note or "",
        "claim_id": claim.claim_id,
        "sentence": claim.evidence.text if claim.evidence else "",
    }


def _source(claim: Claim, claimants: Mapping[str, Claimant]) -> str:
    """From whose figures the number is computed; an estimate with a method of its own is computed from nobody's.

    What a claimant takes over as a rule are another's casualties: its numbers of the killed come from elsewhere.
    """
    known = claimants.get(claim.claimant or "")
    as_a_rule = not claim.model and panel_of(claim.casualty_types) == CASUALTIES
    by_habit = known.derived_from if known and as_a_rule else None
    source = claim.derived_from or by_habit or ""
    return "" if source == claim.claimant else source


def once_each(rows: pd.DataFrame, selected: str | None) -> pd.DataFrame:
    """One of those rows that give the same figure of the same claimant for the same day.

    The selected claim is kept before all, then one whose sentence is known; how it was made is told by any of them.
    """
    same = ["panel", "day", "claimant", "value", "low", "high"]
    grouped = rows.groupby(same, dropna=False, sort=False)
    told = rows.assign(
        own=(rows["how"] != "").groupby([rows[name] for name in same], dropna=False, sort=False).transform("any"),
        how=grouped["how"].transform("max"),
        note=grouped["note"].transform("max"),
    )
    told["derived_from"] = told["derived_from"].mask(told["own"] & (rows["how"] == ""), "")
    order = told.assign(chosen=told["claim_id"] != selected, silent=told["sentence"] == "")
    order = order.sort_values(["chosen", "silent", "claim_id"], kind="stable")
    kept = order.drop_duplicates(same).index
    return told.loc[sorted(kept), list(COLUMNS)].reset_index(drop=True)


def least(rows: pd.DataFrame) -> pd.Series:
    """The lowest number that each row allows: its lower bound, its value, or the upper bound of "nearly"."""
    return rows["low"].fillna(rows["value"]).fillna(rows["high"])


def most(rows: pd.DataFrame) -> pd.Series:
    """The highest number that each row names: its upper bound, its value, or the lower bound of "over"."""
    return rows["high"].fillna(rows["value"]).fillna(rows["low"])


def middle(rows: pd.DataFrame) -> np.ndarray:
    """Where a row is labelled and hovered: at its value, else between its bounds. No such number is ever stated."""
    return np.asarray(rows["value"].fillna((least(rows) + most(rows)) / 2), dtype="float64")

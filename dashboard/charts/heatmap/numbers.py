"""The numbers of the calendar: what is known of each day, and the steps of size that its colours stand for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.charts.heatmap.words import words
from dashboard.counted import last_claims
from dashboard.figure.axes import next_whole_step
from dashboard.figure.view import Selection, Words, shown_days, touching
from dashboard.model import Claimant

STEPS = 5
_NEARLY_ALL = 0.99
FIGURE, SEVERAL, SET_ASIDE, NONE = "figure", "several", "set aside", "none"
COLUMNS = {
    "day": "datetime64[us]",
    "kind": "str",
    "value": "float64",
    "step": "int64",
    "claim_id": "str",
    "start": "datetime64[us]",
    "end": "datetime64[us]",
    "losses": "float64",
    "correction": "float64",
    "published": "datetime64[us]",
    "regular": "bool",
}


@dataclass(frozen=True, eq=False)
class Numbers:
    """What the chart shows. `cells` has one row a day of the span shown, with the report that covers it.

    `kind` is `figure` where the day has one of its own, `several` where one covers it with others, `set aside` for
    corrections and negative differences, else `none`; `step` counts from 0 and is -1 without a figure. `edges` are
    the lower bounds of the steps. `hue` names the claimant's colour.
    """

    cells: pd.DataFrame
    edges: tuple[float, ...]
    selection: Selection
    hue: str | None
    words: Words


def prepare(
    rows: pd.DataFrame,
    selection: Selection,
    claimants: Mapping[str, Claimant],
    source: str = "",
    definition: str | None = None,
) -> Numbers:
    """The numbers and words of the chart for the selected days of `rows`, a COUNTED frame on the selection's basis.

    `definition` is what the series counts, where its claimant says so.
    """
    shown = touching(rows, selection)
    kinds = shown.assign(kind=_kinds(shown))
    edges = _edges(kinds)
    cells = _cells(kinds, edges, selection)
    said = words(cells, edges, selection, claimants, source, definition)
    claimant = claimants.get(selection.claimant)
    return Numbers(
        cells=cells,
        edges=edges,
        selection=selection,
        hue=claimant.hue if claimant else None,
        words=said,
    )


def table(numbers: Numbers) -> pd.DataFrame:
    """The chart as a table: a row a day with what was reported for it, and why where nothing was."""
    cells = numbers.cells
    notes = {SEVERAL: "one figure for several days", SET_ASIDE: "left out of the scale", NONE: "no figure", FIGURE: ""}
    return pd.DataFrame(
        {
            "day": cells["day"],
            "weekday": cells["day"].dt.strftime("%a"),
            "reported": cells["value"],
            "note": cells["kind"].map(notes),
        }
    )


def _kinds(rows: pd.DataFrame) -> np.ndarray:
    """What stands in the cells of each row's days."""
    aside = (rows["correction"] != 0) | (rows["losses"] < 0)
    return np.select([rows["days"] > 1, aside], [SEVERAL, SET_ASIDE], FIGURE)


def _edges(rows: pd.DataFrame) -> tuple[float, ...]:
    """The lower bounds of the steps, of a round width that tells nearly all figures apart; the last has no end."""
    regular = rows[(rows["kind"] == FIGURE) & rows["in_means"]]
    values = (regular if len(regular) else rows[rows["kind"] == FIGURE])["losses"]
    if values.empty:
        return ()
    width = next_whole_step(float(values.quantile(_NEARLY_ALL)) / STEPS)
    count = int(min(STEPS, max(1, float(values.max()) // width + 1)))
    return tuple(width * n for n in range(count))


def _cells(rows: pd.DataFrame, edges: tuple[float, ...], selection: Selection) -> pd.DataFrame:
    """One row a day, from the first shown to the last."""
    if rows.empty:
        return pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in COLUMNS.items()})
    first, last = shown_days(selection, rows["start"].min(), rows["end"].max())
    days = pd.date_range(max(first, rows["start"].min()), min(last, rows["end"].max()), freq="D", unit="us")
    at = rows["start"].searchsorted(days, side="right") - 1
    held = (at >= 0) & (rows["end"].to_numpy()[np.maximum(at, 0)] >= days.to_numpy())
    mine = rows.iloc[np.maximum(at, 0)].reset_index(drop=True)
    kind = np.where(held, mine["kind"], NONE)
    figure = kind == FIGURE
    value = np.where(np.isin(kind, (FIGURE, SET_ASIDE)), mine["losses"], np.nan)
    step = np.searchsorted(np.asarray(edges), np.where(figure, value, 0.0), side="right") - 1
    return pd.DataFrame(
        {
            "day": days,
            "kind": kind,
            "value": value,
            "step": np.where(figure, np.maximum(step, 0), -1),
            "claim_id": np.where(held, last_claims(mine), ""),
            "start": mine["start"].where(held),
            "end": mine["end"].where(held),
            "losses": mine["losses"].where(held),
            "correction": mine["correction"].where(held, 0.0),
            "published": mine["published"].where(held),
            "regular": held & mine["in_means"],
        }
    ).astype(COLUMNS)

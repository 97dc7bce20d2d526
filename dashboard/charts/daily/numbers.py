"""The numbers of the daily chart: bars, rolling mean, records and the highest day of what is selected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from dashboard.charts.daily.units import units_of, units_table
from dashboard.charts.daily.units_words import by_unit
from dashboard.charts.daily.words import words
from dashboard.counted import Highest, highest, record_days, rolling_mean
from dashboard.figure.view import Selection, Words, days_within, touching, within
from dashboard.model import Claimant


@dataclass(frozen=True, eq=False)
class Numbers:
    """What the chart shows. `rows`: all covered periods, `bars` those drawn; `mean`: day, mean (NaN breaks it).

    `records` are the days that were the highest to their day; `top` is the highest shown; `regular_since` ends the
    irregular span. `units` are the weeks, months or quarters drawn instead of days, where the selection asks for them.
    `hue` names the claimant's colour.
    """

    rows: pd.DataFrame
    bars: pd.DataFrame
    mean: pd.DataFrame
    records: pd.DataFrame
    top: Highest | None
    irregular_until: date | None
    units: pd.DataFrame | None
    selection: Selection
    hue: str | None
    words: Words


def prepare(
    rows: pd.DataFrame,
    selection: Selection,
    claimants: Mapping[str, Claimant],
    regular_since: date | None = None,
    source: str = "",
    definition: str | None = None,
) -> Numbers:
    """The numbers and words of the chart for the selected days of `rows`, a COUNTED frame on the selection's basis.

    `definition` is what the series counts, where its claimant says so.
    """
    shown = touching(rows, selection)
    drawn = shown[shown["losses"] >= 0].reset_index(drop=True)
    inside = within(rows, selection)
    top = highest(inside, regular_since)
    mean = days_within(rolling_mean(rows, selection.mean_days), selection, "day")
    claimant = claimants.get(selection.claimant)
    said = words(shown, inside, mean, top, selection, claimants, regular_since, source, definition)
    units = None if selection.resolution == "day" else units_of(inside, selection.resolution)
    said = said if units is None else by_unit(said, shown, units, selection)
    return Numbers(
        rows=shown,
        bars=drawn,
        mean=mean,
        records=days_within(record_days(rows, regular_since), selection, "start"),
        top=top,
        irregular_until=_irregular_until(shown, regular_since),
        units=units,
        selection=selection,
        hue=claimant.hue if claimant else None,
        words=said,
    )


def table(numbers: Numbers) -> pd.DataFrame:
    """The chart as a table: a row a covered period, or unit, with what was reported, per day, and what was left out."""
    if numbers.units is not None:
        return units_table(numbers.units, numbers.selection.resolution)
    rows = numbers.rows
    return pd.DataFrame(
        {
            "from": rows["start"],
            "to": rows["end"],
            "days": rows["days"],
            "reported": rows["losses"],
            "per day": rows["per_day"].round(1),
            "running total": rows["total"],
            "published": rows["published"],
            "correction left out": rows["correction"],
            "note": rows["reason"],
        }
    )


def _irregular_until(shown: pd.DataFrame, regular_since: date | None) -> date | None:
    """The last day of what was reported before reporting was regular, where it is shown."""
    early = shown["published"] < (pd.Timestamp(regular_since) if regular_since else pd.Timestamp.min)
    irregular = shown[early | shown["flags"].str.contains("irregular")]
    return None if irregular.empty else irregular["end"].max().date()

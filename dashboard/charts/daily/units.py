"""The daily chart by week, month or quarter: what was reported per day within each, as far as whole rows lie inside."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard import wording
from dashboard.counted import CALENDAR_UNITS, by_calendar, last_claims
from dashboard.figure.view import Resolution

COLUMNS = {
    "start": "datetime64[us]",
    "end": "datetime64[us]",
    "first": "datetime64[us]",
    "last": "datetime64[us]",
    "unit_days": "int64",
    "known_days": "int64",
    "complete": "bool",
    "counted": "float64",
    "correction": "float64",
    "per_day": "float64",
    "total": "float64",
    "claim_id": "str",
}


def units_of(inside: pd.DataFrame, unit: Resolution) -> pd.DataFrame:
    """One row a calendar unit of the COUNTED rows `inside`, as a frame of COLUMNS; corrections are kept apart.

    `start` and `end` bound the unit, `first` and `last` the days known in it, `unit_days` and `known_days` count both;
    `per_day` is the mean over the days known. `total` and `claim_id` are those of its last report.
    """
    sums = by_calendar(inside, unit).rename(columns={"days": "unit_days", "losses": "counted"})
    within = inside[inside["in_means"]]
    period = within["start"].dt.to_period(CALENDAR_UNITS[unit])
    whole = within[period == within["end"].dt.to_period(CALENDAR_UNITS[unit])]
    grouped = whole.assign(last_id=last_claims(whole)).groupby(period[whole.index], sort=True)
    told = grouped.agg(
        first=("start", "min"),
        last=("end", "max"),
        correction=("correction", "sum"),
        total=("total", "last"),
        claim_id=("last_id", "last"),
    )
    return pd.concat([sums, told.reset_index(drop=True)], axis=1)[list(COLUMNS)].astype(COLUMNS)


def unit_name(row: dict[Any, Any], unit: Resolution) -> str:
    """The unit as a person would call it: "4–10 Nov 2024"; "Nov 2024"; "Oct–Dec 2024"."""
    start, end = row["start"].date(), row["end"].date()
    if unit == "week":
        return wording.span(start, end)
    month = wording.day(end).partition(" ")[2]
    return month if unit == "month" else f"{wording.day(start).split()[1]}–{month}"


def known_words(row: dict[Any, Any]) -> str:
    """How much of a unit is known: "7 of 31 days"."""
    return f"{row['known_days']} of {row['unit_days']} days"


def units_table(units: pd.DataFrame, unit: Resolution) -> pd.DataFrame:
    """The chart by unit as a table: a row a unit, with its sum, the days known, and the correction left out."""
    return pd.DataFrame(
        {
            unit: [unit_name(row, unit) for row in units.to_dict("records")],
            "from": units["start"],
            "to": units["end"],
            "days known": units["known_days"],
            "of days": units["unit_days"],
            "reported, corrections out": units["counted"],
            "per day": units["per_day"].round(1),
            "correction left out": units["correction"],
            "running total": units["total"],
        }
    )

"""The series summed by week, month, quarter or year, as a table of the overview."""

from __future__ import annotations

from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard import wording
from dashboard.counted import by_calendar
from dashboard.web import tables
from dashboard.web.categories import PERSONNEL, in_words
from dashboard.web.choosing import in_range
from dashboard.web.editions import Asked
from dashboard.web.finding import reference_rows
from dashboard.web.page import block, link
from dashboard.web.sheet import Sheet, citation
from dashboard.web.spreadsheets import Row
from dashboard.web.tables import Column
from dashboard.web.view import UNITS, View

_COLUMNS = (
    Column("Period", nowrap=True, key="period"),
    Column("Reported", number=True, key="reported"),
    Column("A day", number=True, key="per_day"),
    Column("Days known", number=True, key="days"),
    Column("On the one before", number=True, key="change"),
)
_FILE_COLUMNS = {
    "period": ("Period", "First day", "Last day"),
    "reported": ("Reported",),
    "per_day": ("A day",),
    "days": ("Days known", "Days"),
    "change": ("On the one before, %",),
}


def summary(asked: Asked, path: str) -> Component:
    """The section: a choice of unit, what is summed, and the table, newest first."""
    view = asked.view
    choice = html.Div(
        [
            link(f"by {unit}", view.address(path, unit=unit), **({"aria-current": "true"} if unit == view.unit else {}))
            for unit in UNITS
        ],
        className="choices",
        role="group",
        **{"aria-label": "Unit of the sums"},
    )
    words = html.P(
        "Sums of whole reports inside each period, registered corrections left out. Where days are missing the sum is "
        "of the days known, and the mean per day is the figure to compare."
    )
    return block("Sums by the calendar", words, choice, _table(asked))


def sheet(asked: Asked) -> Sheet:
    """The sums with all their fields, for a file; newest first."""
    rows = {f"{row['start']:%Y-%m-%d}": _fields(asked.view.unit, row) for row in _sums(asked).to_dict("records")}
    return Sheet(_caption(asked.view), _FILE_COLUMNS, rows)


def _caption(view: View) -> str:
    of = "" if view.category == PERSONNEL else f" of {in_words(view.category)}"
    return f"Reported losses{of} by {view.unit}"


def _sums(asked: Asked) -> pd.DataFrame:
    """The sums of the view, newest first, each with the mean of the one before where both are whole."""
    sums = by_calendar(reference_rows(asked.losses, asked.view), asked.view.unit)
    before = sums["per_day"].shift().where(sums["complete"] & sums["complete"].shift(fill_value=False))
    return in_range(sums.assign(before=before), asked.view).iloc[::-1]


def _table(asked: Asked) -> Component:
    view, rows = asked.view, _sums(asked)
    if rows.empty:
        return html.P(f"No report lies whole inside a {view.unit} of these days. Widen the range.", className="empty")
    made = [_row(view.unit, row) for row in rows.to_dict("records")]
    keys = [f"{start:%Y-%m-%d}" for start in rows["start"]]
    tools = tables.Tools("calendar", citation(_caption(view), asked), keys)
    return tables.table(_COLUMNS, made, _caption(view), tools=tools)


def _share(row: dict[Any, Any]) -> float | None:
    """How much the mean per day is above the one before, in per cent."""
    return 100 * (row["per_day"] / row["before"] - 1) if row["before"] and row["before"] > 0 else None


def _row(unit: str, row: dict[Any, Any]) -> list[Component | str]:
    share, known = _share(row), wording.number(row["known_days"])
    return [
        _named(unit, row["start"], row["end"]),
        wording.number(row["losses"]),
        wording.number(round(row["per_day"], 1)),
        known if row["complete"] else f"{known} of {wording.number(row['days'])}",
        "" if share is None else wording.percent(share),
    ]


def _fields(unit: str, row: dict[Any, Any]) -> Row:
    share = _share(row)
    return {
        "Period": _named(unit, row["start"], row["end"]),
        "First day": row["start"].date(),
        "Last day": row["end"].date(),
        "Reported": row["losses"],
        "A day": round(row["per_day"], 1),
        "Days known": row["known_days"],
        "Days": row["days"],
        "On the one before, %": None if share is None else round(share, 1),
    }


def _named(unit: str, start: Any, end: Any) -> str:  # noqa: ANN401
    if unit == "week":
        return wording.span(start.date(), end.date())
    if unit == "month":
        return f"{start:%b %Y}"
    return f"Q{start.quarter} {start.year}" if unit == "quarter" else str(start.year)

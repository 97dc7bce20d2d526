"""The series summed by week, month, quarter or year, as a table of the overview."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import wording
from dashboard.counted import by_calendar
from dashboard.losses import Losses
from dashboard.web import tables
from dashboard.web.choosing import in_range
from dashboard.web.finding import reference_rows
from dashboard.web.page import block, link
from dashboard.web.tables import Column
from dashboard.web.view import UNITS, View

_NEWEST = 120
_COLUMNS = (
    Column("Period"),
    Column("Reported", number=True),
    Column("A day", number=True),
    Column("Days known", number=True),
    Column("On the one before", number=True),
)


def summary(losses: Losses, view: View, path: str) -> Component:
    """The section: a choice of unit, what is summed, and the table, newest first."""
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
    return block("Sums by the calendar", words, choice, _table(losses, view))


def _table(losses: Losses, view: View) -> Component:
    sums = by_calendar(reference_rows(losses, view), view.unit)
    before = sums["per_day"].shift().where(sums["complete"] & sums["complete"].shift(fill_value=False))
    rows = in_range(sums.assign(before=before), view).iloc[::-1]
    if rows.empty:
        return html.P(f"No report lies whole inside a {view.unit} of these days. Widen the range.", className="empty")
    made = [_row(view.unit, row) for row in rows.head(_NEWEST).to_dict("records")]
    cut = "" if len(rows) <= _NEWEST else f", the {_NEWEST} newest of {len(rows):,}"
    return tables.table(_COLUMNS, made, f"Reported losses by {view.unit}{cut}")


def _row(unit: str, row: dict[Any, Any]) -> list[Component | str]:
    share = row["per_day"] / row["before"] - 1 if row["before"] and row["before"] > 0 else None
    known = wording.number(row["known_days"])
    return [
        _named(unit, row["start"], row["end"]),
        wording.number(row["losses"]),
        wording.number(round(row["per_day"], 1)),
        known if row["complete"] else f"{known} of {wording.number(row['days'])}",
        "" if share is None else wording.percent(100 * share),
    ]


def _named(unit: str, start: Any, end: Any) -> str:  # noqa: ANN401
    if unit == "week":
        return wording.span(start.date(), end.date())
    if unit == "month":
        return f"{start:%b %Y}"
    return f"Q{start.quarter} {start.year}" if unit == "quarter" else str(start.year)

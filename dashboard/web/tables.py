"""Frames and rows as tables that become cards on a phone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard import wording

Cell: TypeAlias = Component | str


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading and how its cells stand: `number` to the right; `wide`, and `long` text, below on a phone.

    `nowrap` keeps a short cell, such as a date, on one line.
    """

    name: str
    number: bool = False
    wide: bool = False
    long: bool = False
    nowrap: bool = False

    @property
    def kind(self) -> str:
        """The column's class in the style sheet."""
        if self.number:
            return "number"
        return "wide long" if self.long else "wide" if self.wide else "nowrap" if self.nowrap else ""


def table(columns: Sequence[Column], rows: Iterable[Sequence[Cell]], caption: str, *, whole: bool = False) -> Component:
    """The rows as a table with a caption; it scrolls inside its own box unless `whole`. Built by assets/table.js."""
    given = {
        "caption": caption,
        "columns": [{"name": column.name, "kind": column.kind} for column in columns],
        "rows": [list(row) for row in rows],
    }
    box = "table-scroll whole" if whole else "table-scroll"
    told = {"data-rows": json.dumps(given, default=_component, ensure_ascii=False), "aria-label": caption}
    return html.Div(className=box, tabIndex=0, role="region", **told)


def _component(part: Component) -> object:
    return part.to_plotly_json()


def of_frame(frame: pd.DataFrame, caption: str, last: int = 400) -> Component:
    """The last rows of a chart's table, newest first, in the notation of the pages."""
    shown = frame.iloc[::-1].head(last)
    columns = [Column(str(name), pd.api.types.is_numeric_dtype(frame[name])) for name in frame.columns]
    rows = ([in_words(value) for value in row] for row in shown.itertuples(index=False, name=None))
    cut = "" if len(frame) <= last else f" The {last} newest of {len(frame)} rows; the CSV has all."
    return table(columns, rows, f"{caption}.{cut}")


def in_words(value: object) -> str:
    """A cell as a reader expects it: 1,770; 11 Nov 2024; yes; an empty cell for nothing."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, pd.Timestamp):
        return wording.day(value.date())
    if value is None or value is pd.NaT or (isinstance(value, float) and value != value):
        return ""
    if isinstance(value, int | float):
        return wording.number(value)
    return str(value)

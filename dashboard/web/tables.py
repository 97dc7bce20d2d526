"""Frames and rows as tables that become cards on a phone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard import wording

Cell: TypeAlias = Component | str
FIRST = 12


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading and how its cells stand: `number` to the right; `wide`, and `long` text, below on a phone.

    `nowrap` keeps a short cell, such as a date, on one line. `key` is the column's name in files, if not the heading.
    """

    name: str
    number: bool = False
    wide: bool = False
    long: bool = False
    nowrap: bool = False
    key: str = ""

    @property
    def kind(self) -> str:
        """The column's class in the style sheet."""
        if self.number:
            return "number"
        return "wide long" if self.long else "wide" if self.wide else "nowrap" if self.nowrap else ""


@dataclass(frozen=True, slots=True)
class Tools:
    """The buttons over a table: its name among the tables that can be saved, its citation, and the ids of its rows."""

    table: str
    citation: str
    keys: Sequence[str]


def table(
    columns: Sequence[Column],
    rows: Iterable[Sequence[Cell]],
    caption: str,
    *,
    first: int | None = FIRST,
    tools: Tools | None = None,
) -> Component:
    """The rows as a table with a caption; of more than `first` (None is all) the first and a button for the rest.

    Built by assets/table.js; `tools` are the buttons to choose columns, copy, save and cite.
    """
    given: dict[str, Any] = {
        "caption": caption,
        "columns": [{"key": column.key or column.name, "name": column.name, "kind": column.kind} for column in columns],
        "rows": [list(row) for row in rows],
        "first": first,
    }
    if tools:
        given |= {"tools": {"table": tools.table, "citation": tools.citation}, "keys": list(tools.keys)}
    told = {"data-rows": json.dumps(given, default=_component, ensure_ascii=False), "aria-label": caption}
    box = html.Div(className="table-scroll", tabIndex=0, role="region", **told)
    return html.Div([html.Div(className="tools"), box]) if tools else box


def _component(part: Component) -> object:
    return part.to_plotly_json()


def of_frame(frame: pd.DataFrame, caption: str, name: str, citation: str) -> Component:
    """The rows of a chart's table, newest first, in the notation of the pages; `name` is its name as a file."""
    shown = frame.iloc[::-1]
    columns = [Column(str(name), pd.api.types.is_numeric_dtype(frame[name])) for name in frame.columns]
    rows = ([in_words(value) for value in row] for row in shown.itertuples(index=False, name=None))
    keys = [str(place) for place in reversed(range(len(frame)))]
    return table(columns, rows, f"{caption}.", tools=Tools(name, citation, keys))


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

"""Frames and rows as HTML tables that become cards on a phone."""

from __future__ import annotations

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
    """A column's heading and how its cells stand: `number` to the right; `wide`, and `long` text, below on a phone."""

    name: str
    number: bool = False
    wide: bool = False
    long: bool = False


def table(columns: Sequence[Column], rows: Iterable[Sequence[Cell]], caption: str, *, whole: bool = False) -> Component:
    """The rows as a table with a caption; it scrolls inside its own box unless `whole`."""
    head = html.Tr([html.Th(c.name, scope="col", className="number" if c.number else "") for c in columns])
    body = [html.Tr([_cell(c, cell) for c, cell in zip(columns, row, strict=True)]) for row in rows]
    made = html.Table([html.Caption(caption), html.Thead(head), html.Tbody(body)], className="cards")
    box = "table-scroll whole" if whole else "table-scroll"
    return html.Div(made, className=box, tabIndex=0, role="region", **{"aria-label": caption})


def _cell(column: Column, cell: Cell) -> html.Td:
    kind = "number" if column.number else "wide long" if column.long else "wide" if column.wide else ""
    return html.Td(cell, className=kind, **{"data-label": column.name})


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

"""A table of a page that is made of its cells: shown with its tools, and taken along as a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dash.development.base_component import Component

from dashboard.web import tables
from dashboard.web.editions import Asked
from dashboard.web.moments import parse_day
from dashboard.web.sheet import Sheet, citation
from dashboard.web.spreadsheets import Value
from dashboard.web.tables import Cell, Column


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows under a caption; `name` is that of its files, `first` how many rows are shown at first (None is all)."""

    name: str
    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    first: int | None = tables.FIRST

    def shown(self, asked: Asked) -> Component:
        """The table with its buttons."""
        keys = [str(place) for place in range(len(self.rows))]
        tools = tables.Tools(self.name, citation(self.caption, asked), keys)
        return tables.table(self.columns, self.rows, self.caption, first=self.first, tools=tools)

    def sheet(self) -> Sheet:
        """The same rows for a file: numbers as numbers, days as days, all else as the words of the page."""
        rows = {
            str(place): {column.name: _value(column, cell) for column, cell in zip(self.columns, row, strict=True)}
            for place, row in enumerate(self.rows)
        }
        return Sheet(self.caption, {column.key or column.name: (column.name,) for column in self.columns}, rows)


def _value(column: Column, cell: Cell) -> Value:
    text = " ".join(_texts(cell)).strip()
    if column.number:
        try:
            return float(text.replace(",", "").replace("−", "-"))
        except ValueError:
            return text or None
    return parse_day(text) or text or None


def _texts(part: object) -> Iterable[str]:
    """The words of a cell, of a component as well."""
    if isinstance(part, Component):
        yield from _texts(getattr(part, "children", None))
    elif isinstance(part, list | tuple):
        for one in part:
            yield from _texts(one)
    elif part is not None:
        yield str(part)

"""Rows as CSV and as XLSX workbooks, led by their citation; no cell can become a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeAlias

import xlsxwriter

from dashboard.model import plain

Value: TypeAlias = str | float | date | None
Row: TypeAlias = Mapping[str, Value]

# What a spreadsheet takes for the start of a formula, the full-width forms of some keyboards among them.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_WIDEST, _NARROWEST = 60, 9
_LONGEST_CELL = 32_000  # Excel refuses files with longer ones


def neutral(cell: object) -> object:
    """The cell, led by an apostrophe where it is text that a spreadsheet would run; numbers stay numbers."""
    runs = isinstance(cell, str) and (cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA))
    return f"'{cell}" if runs else cell


def as_csv(citation: Sequence[str], columns: Sequence[str], rows: Sequence[Row]) -> str:
    """RFC 4180 text: the lines of the citation, each led by "# ", then the headings, then the rows with ISO dates."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([f"# {line}"] for line in citation)
    writer.writerow(columns)
    writer.writerows([neutral(_plain(row.get(name))) for name in columns] for row in rows)
    return text.getvalue()


def _plain(value: Value) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return plain(value) if isinstance(value, float) else value


def as_xlsx(title: str, citation: Sequence[str], columns: Sequence[str], rows: Sequence[Row]) -> bytes:
    """A workbook of one sheet: the citation, a blank line, the headings with filters, the rows; dates are dates."""
    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(made, options) as book:
        book.set_properties({"title": title, "comments": " ".join(citation), "created": datetime(2022, 2, 24)})
        _fill(book, book.add_worksheet("Figures"), citation, columns, rows)
    return made.getvalue()


def _fill(book: Any, sheet: Any, citation: Sequence[str], columns: Sequence[str], rows: Sequence[Row]) -> None:  # noqa: ANN401
    muted, bold = book.add_format({"font_color": "#55606d"}), book.add_format({"bold": True, "bottom": 1})
    for at, line in enumerate(citation):
        sheet.write_string(at, 0, str(neutral(line))[:_LONGEST_CELL], muted)
    head = len(citation) + 1
    for place, name in enumerate(columns):
        sheet.write_string(head, place, str(neutral(name)), bold)
        sheet.set_column(place, place, _width(name, rows))
    forms = {date: book.add_format({"num_format": "d mmm yyyy"}), float: book.add_format({"num_format": "#,##0.###"})}
    for at, row in enumerate(rows, head + 1):
        for place, name in enumerate(columns):
            _write(sheet, at, place, row.get(name), forms)
    sheet.freeze_panes(head + 1, 0)
    if columns:
        sheet.autofilter(head, 0, head + max(len(rows), 1), len(columns) - 1)


def _write(sheet: Any, at: int, place: int, value: Value, forms: Mapping[type, Any]) -> None:  # noqa: ANN401
    """One cell by the type of its value; a day before 1900 or no number at all is text, as Excel knows neither."""
    if value is None or value != value:
        return
    if isinstance(value, date) and value.year >= 1900:
        sheet.write_datetime(at, place, datetime(value.year, value.month, value.day), forms[date])
    elif isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < float("inf"):
        sheet.write_number(at, place, value, forms[float] if float(value).is_integer() else None)
    else:
        sheet.write_string(at, place, str(neutral(str(value)))[:_LONGEST_CELL])


def _width(name: str, rows: Sequence[Row]) -> int:
    longest = max((len(str(row.get(name) or "")) for row in rows[:200]), default=0)
    return min(max(longest, len(name), _NARROWEST) + 2, _WIDEST)

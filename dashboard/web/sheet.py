"""A table of a page as it leaves the page: its rows by id, its columns, and the lines that say what it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import pandas as pd

from dashboard.figure.view import many
from dashboard.model import plain
from dashboard.web.editions import Asked
from dashboard.web.spreadsheets import Row, Value, as_csv, as_xlsx
from dashboard.web.view_words import in_words

NAME = "Reported Losses"
FORMS = {"csv": "text/csv", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
_DIGEST = 12
ROWS, FILTER, ADDRESS = "{rows}", "{filter}", "{address}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a table with their values, in the order of the page.

    `columns` maps each column of the page to the columns that stand for it in a file, such as value, low and high for
    a figure. Those under "" are always in the file, as its last ones.
    """

    title: str
    columns: Mapping[str, Sequence[str]]
    rows: Mapping[str, Row]


Sheets: TypeAlias = Callable[[str, Asked], Sheet | None]


def of_frame(frame: pd.DataFrame, title: str) -> Sheet:
    """The sheet of a frame: its rows by their place, each column for itself."""
    names = [str(name) for name in frame.columns]
    rows = {
        str(place): dict(zip(names, map(value_of, row), strict=True))
        for place, row in enumerate(frame.itertuples(index=False, name=None))
    }
    return Sheet(title, {name: (name,) for name in names}, rows)


def value_of(cell: object) -> Value:
    """A cell of a frame as a file holds it: text, number, day, or nothing."""
    if cell is None or cell is pd.NaT or (isinstance(cell, float) and cell != cell):
        return None
    if isinstance(cell, pd.Timestamp):
        return cell.date()
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, int | float):
        return plain(float(cell))
    return str(cell)


def citation(title: str, asked: Asked) -> str:
    """The line that goes with a table, with places for how many rows, what they were narrowed by, and the address."""
    shown = in_words(asked.view, asked.losses.last_published)
    return (
        f"{NAME}: {title}, {ROWS}{FILTER}. {shown} Data version {asked.losses.version[:_DIGEST]}. "
        f"{ADDRESS} Reported figures, not verified counts."
    )


def cited(sheet: Sheet, asked: Asked, rows: int, narrowed: str, page: str) -> list[str]:
    """The lines of the citation above the rows of a file; `page` is the address of the table's page."""
    of = len(sheet.rows)
    told = many(rows, "row", "rows") if rows == of else f"{rows:,} of {of:,} rows"
    words = citation(sheet.title, asked).replace(ROWS, told)
    words = words.replace(FILTER, f", narrowed to {one_line(narrowed)}" if narrowed else "")
    return [words.replace(ADDRESS, asked.view.address(page))]


def one_line(text: str, longest: int = 200) -> str:
    """The text without line breaks and what cannot be printed, cut to a length that a citation bears."""
    return re.sub(r"\s+", " ", "".join(c for c in text if c.isprintable())).strip()[:longest]


def chosen(sheet: Sheet, ids: Sequence[str] | None, columns: Sequence[str] | None) -> tuple[list[str], list[Row]]:
    """The columns and rows of the file, in the order asked for; what the sheet does not have is passed over."""
    named = [name for name in (sheet.columns if columns is None else columns) if name and name in sheet.columns]
    always = [""] if "" in sheet.columns else []
    wide = dict.fromkeys(one for name in [*named, *always] for one in sheet.columns[name])
    keys = list(sheet.rows) if ids is None else [one for one in ids if one in sheet.rows]
    return list(wide), [sheet.rows[key] for key in keys]


def filed(form: str, title: str, lines: Sequence[str], columns: Sequence[str], rows: Sequence[Row]) -> bytes:
    """The bytes of the file in one of FORMS."""
    if form == "xlsx":
        return as_xlsx(title, lines, columns, rows)
    return ("\ufeff" + as_csv(lines, columns, rows)).encode()

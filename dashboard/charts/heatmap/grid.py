"""Where each day's cell stands: weeks across and weekdays down, or on narrow screens days across and months down."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.figure.sizes import is_picture
from dashboard.figure.view import Style

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_GAP = 1.5


@dataclass(frozen=True, slots=True)
class Grid:
    """The blocks of cells: columns across, rows down in each year's block, and the px that a row takes on a page.

    `named` are the rows that have a label, by their place in the block.
    """

    years: tuple[int, ...]
    columns: int
    rows: int
    row_px: float
    named: tuple[tuple[int, str], ...]
    by_week: bool

    @property
    def high(self) -> float:
        """The height of all blocks in rows, each with the line of names above it."""
        return len(self.years) * (self.rows + _GAP)

    def column(self, days: pd.Series) -> np.ndarray:
        """The column of each day, counted from 0."""
        if not self.by_week:
            return np.asarray(days.dt.day - 1, dtype="float64")
        first = pd.to_datetime(days.dt.year.astype(str) + "-01-01").dt.day_of_week
        return np.asarray((days.dt.day_of_year - 1 + first) // 7, dtype="float64")

    def foot(self, days: pd.Series) -> np.ndarray:
        """The lower edge of each day's cell, in rows below the top, as a negative number."""
        row = days.dt.day_of_week if self.by_week else days.dt.month - 1
        return np.asarray(-(self._tops(days) + row + 1), dtype="float64")

    def top_of(self, year: int) -> float:
        """The upper edge of a year's cells, as a negative number."""
        return -(self.years.index(year) * (self.rows + _GAP) + _GAP)

    def _tops(self, days: pd.Series) -> np.ndarray:
        places = (days.dt.year - self.years[0]).to_numpy()
        return np.asarray(places * (self.rows + _GAP) + _GAP)


def grid_of(days: pd.Series, style: Style) -> Grid:
    """The grid for these days: by week where there is room for 53 columns, else by month."""
    years = tuple(range(int(days.dt.year.min()), int(days.dt.year.max()) + 1))
    if style.size == "narrow":
        return Grid(years, 31, 12, 12.0, tuple((row, _MONTHS[row]) for row in (0, 3, 6, 9)), by_week=False)
    named = tuple((row, _DAYS[row]) for row in ((0, 2, 4) if is_picture(style) else (0, 2, 4, 6)))
    grid = Grid(years, 53, 7, 15.0, named, by_week=True)
    return Grid(years, max(53, int(grid.column(days).max()) + 1), 7, 15.0, named, by_week=True)


def month_names(grid: Grid, days: pd.Series) -> tuple[list[float], list[float], list[str]]:
    """Where the name of each month shown stands above its block: across, down, and the name."""
    firsts = days[(days.dt.day == 1) | (days == days.min())].reset_index(drop=True)
    firsts = firsts[~firsts.dt.to_period("M").duplicated() & (firsts.dt.day <= 15)]
    if not grid.by_week or firsts.empty:
        return [], [], []
    across = grid.column(firsts) + np.where(firsts.dt.day_of_week > 0, 1.0, 0.0) * (firsts.dt.month > 1)
    down = [grid.top_of(year) + 0.2 for year in firsts.dt.year]
    return [float(x) for x in across], down, [_MONTHS[month - 1] for month in firsts.dt.month]


def month_edges(grid: Grid, days: pd.Series) -> tuple[list[float], list[float]]:
    """The line between each month shown and the one before it in its year, broken by NaN."""
    xs: list[float] = []
    ys: list[float] = []
    firsts = days[(days.dt.day == 1) & (days.dt.month > 1) & (days > days.min())].reset_index(drop=True)
    if not grid.by_week or firsts.empty:
        return xs, ys
    for day, column, weekday in zip(firsts, grid.column(firsts), firsts.dt.day_of_week, strict=True):
        top = grid.top_of(day.year)
        step, low = top - weekday, top - grid.rows
        if weekday:
            xs += [column + 1, column + 1, column, column, np.nan]
            ys += [top, step, step, low, np.nan]
        else:
            xs += [column, column, np.nan]
            ys += [top, low, np.nan]
    return xs, ys

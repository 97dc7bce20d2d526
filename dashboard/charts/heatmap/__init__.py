"""The daily series as a calendar: one cell a day, coloured by size, a block of cells for each year."""

from dashboard.charts.heatmap.marks import draw
from dashboard.charts.heatmap.numbers import Numbers, prepare, table

NAME = "heatmap"

__all__ = ["NAME", "Numbers", "draw", "prepare", "table"]

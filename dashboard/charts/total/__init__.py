"""The running total: a line through the reports, points where they are sparse, and honest gaps between."""

from dashboard.charts.total.marks import draw
from dashboard.charts.total.numbers import Numbers, prepare, table

NAME = "total"

__all__ = ["NAME", "Numbers", "draw", "prepare", "table"]

"""One claimant's monthly figures beside the series they are compared with, and the difference beneath."""

from dashboard.charts.months.marks import draw
from dashboard.charts.months.numbers import Numbers, prepare, table

NAME = "months"

__all__ = ["NAME", "Numbers", "draw", "prepare", "table"]

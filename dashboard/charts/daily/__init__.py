"""Losses per day: bars as wide as the days they cover, the 7-day mean, the records and the corrections."""

from dashboard.charts.daily.marks import draw
from dashboard.charts.daily.numbers import Numbers, prepare, table

NAME = "daily"

__all__ = ["NAME", "Numbers", "draw", "prepare", "table"]

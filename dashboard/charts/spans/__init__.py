"""Single claims as spans: each at its height per day, across the days it is about, over the series it is checked by."""

from dashboard.charts.spans.marks import draw
from dashboard.charts.spans.numbers import Numbers, prepare, table

NAME = "spans"

__all__ = ["NAME", "Numbers", "draw", "prepare", "table"]

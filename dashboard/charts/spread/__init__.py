"""The distribution of daily figures: how many days fall into each range, and where one day stands among them."""

from dashboard.charts.spread.marks import draw
from dashboard.charts.spread.numbers import Numbers, prepare, table

NAME = "spread"

__all__ = ["NAME", "Numbers", "draw", "prepare", "table"]

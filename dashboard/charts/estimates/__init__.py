"""Running totals as estimated over time: killed above, all casualties below, each with its range and its claimant."""

from dashboard.charts.estimates.marks import draw
from dashboard.charts.estimates.numbers import Numbers, Stretch, prepare, table

NAME = "estimates"

__all__ = ["NAME", "Numbers", "Stretch", "draw", "prepare", "table"]

"""Running totals as estimated over time: killed above, all casualties below, each with its range and its claimant."""

from dashboard.charts.estimates.marks import draw
from dashboard.charts.estimates.numbers import Numbers, prepare, table
from dashboard.charts.estimates.words import Stretch

NAME = "estimates"

__all__ = ["NAME", "Numbers", "Stretch", "draw", "prepare", "table"]

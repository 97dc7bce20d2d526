"""Which charts there are, and each drawn for a view: the only place where the pages meet the charts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.figure import Selection, Style, Words
from dashboard.losses import Losses
from dashboard.web.view import View

_REMEMBERED = 96


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as pages use it. `prepare` makes its numbers for a view; `tall` asks for more height."""

    name: str
    prepare: Callable[[View], Any]
    draw: Callable[[Any, Style], go.Figure]
    table: Callable[[Any], pd.DataFrame]
    tall: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """The charts of one `Losses`, with what has been drawn of late remembered: the data behind them never change."""

    charts: Mapping[str, Chart]
    numbers: Callable[[str, View], Any]
    figure: Callable[[str, View, Style], dict[str, Any]]

    def words(self, name: str, view: View) -> Words:
        """The sentences that go with the chart."""
        words: Words = self.numbers(name, view).words
        return words

    def table(self, name: str, view: View) -> pd.DataFrame:
        """The chart's numbers as a table."""
        return self.charts[name].table(self.numbers(name, view))


def known_on(losses: Losses, view: View) -> date:
    """The as-of date that holds: the view's, but no later than the data reach."""
    return min(view.as_of or losses.last_published, losses.last_published)


def selection(losses: Losses, view: View) -> Selection:
    """What a view asks the charts to show."""
    return Selection(
        start=view.start,
        end=view.end,
        basis=view.basis,
        as_of=known_on(losses, view),
        claimant=losses.conflict.reference_claimant,
        subject=losses.conflict.reference_subject,
        log=view.log,
        selected=view.claim,
    )


def drawing(losses: Losses, source: str) -> Drawing:
    """The charts over `losses`; `source` is the line that says where the reference series comes from."""
    charts = {chart.name: chart for chart in _charts(losses, source)}

    @lru_cache(maxsize=_REMEMBERED)
    def numbers(name: str, view: View) -> Any:  # noqa: ANN401
        return charts[name].prepare(view)

    @lru_cache(maxsize=_REMEMBERED)
    def figure(name: str, view: View, style: Style) -> dict[str, Any]:
        return dict(charts[name].draw(numbers(name, view), style).to_plotly_json())

    return Drawing(charts, numbers, figure)


def plain_view(view: View) -> View:
    """The part of a view that a chart depends on, so that equal pictures are remembered once."""
    return replace(view, document=None, search=None)

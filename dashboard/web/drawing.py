"""Which charts there are, and each drawn for a view: the only place where the pages meet the charts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import daily, estimates, heatmap, months, spans, spread, total
from dashboard.checks import frame_of
from dashboard.figure import Selection, Style, Words
from dashboard.losses import Losses
from dashboard.model import Basis
from dashboard.once import Once
from dashboard.web.choosing import by_months, known, named, of_named
from dashboard.web.finding import reference_rows
from dashboard.web.sending import Sent, sent
from dashboard.web.verdicts import Verdicts
from dashboard.web.view import View
from dashboard.wording import definition

_REMEMBERED = 96
_SENT = 600


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as pages use it. `prepare` makes its numbers for a view; `by_…` says whether it goes by that.

    `by_claims` stands for the view's claimants and definitions, `by_category` for its category and its mean.
    """

    name: str
    prepare: Callable[[View], Any]
    draw: Callable[[Any, Style], go.Figure]
    table: Callable[[Any], pd.DataFrame]
    by_category: bool = False
    by_resolution: bool = False
    by_claims: bool = False
    by_subject: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """The charts of one `Losses`, with what has been drawn of late remembered: the data behind them never change."""

    charts: Mapping[str, Chart]
    numbers: Callable[[str, View], Any]
    figure: Callable[[str, View, Style], go.Figure]
    sent: Callable[[str, View, Style], Sent]

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
        subject=view.subject or losses.conflict.reference_subject,
        category=view.category,
        log=view.log,
        selected=view.claim,
        mean_days=view.mean,
        resolution=view.resolution,
        claimants=view.claimants,
        definitions=view.definitions,
    )


Compared = Callable[[date | None], tuple[pd.DataFrame, pd.DataFrame]]


def drawing(losses: Losses, verdicts: Verdicts, compared: Compared, source: str, note: str = "") -> Drawing:
    """The charts over `losses`; `compared` gives the comparisons by month and by claim as of a date.

    `source` is the line that says where the reference series comes from, `note` a caveat of every chart.
    """
    charts = {chart.name: chart for chart in _charts(losses, verdicts, compared, source)}

    def prepared(name: str, view: View) -> Any:  # noqa: ANN401
        # As of the date that the picture prints, so that it can be verified: later and undated claims are not in it.
        made = charts[name].prepare(replace(view, as_of=known_on(losses, view)))
        return replace(made, words=replace(made.words, caveats=(*made.words.caveats, note))) if note else made

    def figure(name: str, view: View, style: Style) -> go.Figure:
        return charts[name].draw(numbers(name, view), style)

    def made_ready(name: str, view: View, style: Style) -> Sent:
        return sent(numbers(name, view).words, figure(name, view, style))

    numbers = Once(prepared, _REMEMBERED)
    return Drawing(charts, numbers, figure, Once(made_ready, _SENT))


def _charts(losses: Losses, verdicts: Verdicts, compared: Compared, source: str) -> list[Chart]:
    """Each chart with the frames that it is made of."""
    people, since = losses.claimants, losses.conflict.regular_since
    reference = losses.conflict.reference_definition
    counted = definition(reference) if reference else None

    def rows(view: View) -> pd.DataFrame:
        return reference_rows(losses, view)

    def total_rows(view: View) -> pd.DataFrame:
        mine = rows(view)
        return mine if asked(view).subject == losses.conflict.reference_subject else mine.iloc[:0]

    def covered(view: View) -> pd.DataFrame:
        return reference_rows(losses, replace(view, basis=Basis.COVERS))

    def checks(view: View) -> pd.DataFrame:
        return frame_of(verdicts(known_on(losses, view)).values())

    def asked(view: View) -> Selection:
        return selection(losses, view)

    def comparisons(view: View) -> tuple[pd.DataFrame, pd.DataFrame]:
        by_month, by_claim = compared(view.as_of)
        months = by_months(by_month, by_claim, losses, view)
        most = months["a_claimant"].mode()[
            :1
        ]  # the chart sets one claimant beside the series, and others as statements
        return months[months["a_claimant"].isin(most)], of_named(by_claim, losses, view)

    def of_series(chart: Any) -> Chart:  # noqa: ANN401
        """A chart of the reference series alone; `chart` is its module."""

        def prepare(view: View) -> Any:  # noqa: ANN401
            return chart.prepare(rows(view), asked(view), people, source, counted)

        return Chart(chart.NAME, prepare, chart.draw, chart.table, by_category=True)

    return [
        Chart(
            "daily",
            lambda v: daily.prepare(rows(v), asked(v), people, since, source, counted),
            daily.draw,
            daily.table,
            by_category=True,
            by_resolution=True,
        ),
        *map(of_series, (heatmap, spread, total)),
        Chart(
            "estimates",
            lambda v: estimates.prepare(
                total_rows(v), known(losses, v), asked(v), people, losses.conflict.start, reference, source
            ),
            estimates.draw,
            estimates.table,
            by_claims=True,
            by_subject=True,
        ),
        Chart(
            "months",
            lambda v: months.prepare(*comparisons(v), covered(v), asked(v), people, source, losses.claims),
            months.draw,
            months.table,
            by_claims=True,
        ),
        Chart(
            "spans",
            lambda v: spans.prepare(rows(v), checks(v), named(losses, v), asked(v), people, source),
            spans.draw,
            spans.table,
            by_claims=True,
        ),
    ]


def plain_view(view: View, chart: Chart) -> View:
    """The part of a view that a chart depends on, so that equal pictures are remembered once."""
    plain, nothing = View(), replace(view, document=None, search=None, rows=(), unit=View().unit)
    fields = {
        "category": chart.by_category,
        "mean": chart.by_category,
        "resolution": chart.by_resolution,
        "claimants": chart.by_claims,
        "definitions": chart.by_claims,
        "subject": chart.by_subject,
    }
    return replace(nothing, **{name: getattr(plain, name) for name, applies in fields.items() if not applies})

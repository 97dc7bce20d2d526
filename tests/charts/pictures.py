"""The charts over real data, for every selection that a page offers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard import checks, comparison, pipeline
from dashboard.charts import daily, estimates, heatmap, months, spans, spread, total
from dashboard.figure import Selection, Style
from dashboard.model import Basis
from dashboard.series import SeriesQuery

CHARTS = {
    "daily": daily,
    "total": total,
    "months": months,
    "spans": spans,
    "spread": spread,
    "heatmap": heatmap,
    "estimates": estimates,
}


def selections(losses: pipeline.Losses) -> dict[str, Selection]:
    """The whole war, the presets, a month, a day, the lump of February 2025, nothing, a log scale, and publication."""
    query = losses.reference_query()
    whole = Selection(None, None, Basis.COVERS, losses.last_published, query.claimant, query.subject)
    last = losses.last_published - timedelta(days=1)
    return {
        "whole": whole,
        "90 days": replace(whole, start=last - timedelta(days=89), end=last),
        "30 days": replace(whole, start=last - timedelta(days=29), end=last),
        "a year": replace(whole, start=date(2024, 1, 1), end=date(2024, 12, 31)),
        "autumn": replace(whole, start=date(2024, 9, 1), end=date(2025, 2, 28)),
        "a month": replace(whole, start=date(2024, 11, 1), end=date(2024, 11, 30)),
        "the lump": replace(whole, start=date(2025, 2, 15), end=date(2025, 3, 10)),
        "the start": replace(whole, start=date(2022, 2, 24), end=date(2022, 4, 30)),
        "a day": replace(whole, start=date(2024, 11, 11), end=date(2024, 11, 11)),
        "nothing": replace(whole, start=date(2031, 1, 1), end=date(2031, 2, 1)),
        "log": replace(whole, log=True),
        "published": replace(whole, basis=Basis.PUBLISHED),
        "by week": replace(whole, resolution="week"),
        "by month": replace(whole, resolution="month"),
        "by quarter": replace(whole, resolution="quarter"),
    }


@lru_cache
def _checks(losses: pipeline.Losses) -> pd.DataFrame:
    return checks.check_claims(losses)


@lru_cache
def _compared(losses: pipeline.Losses) -> tuple[pd.DataFrame, pd.DataFrame]:
    return comparison.by_month(losses), comparison.by_claim(losses)


@lru_cache(maxsize=128)
def prepared(losses: pipeline.Losses, chart: str, chosen: Selection) -> Any:
    """The numbers of the chart for a selection of any claimant, subject and category."""
    people, source = losses.claimants, "made for a test"
    query = SeriesQuery(chosen.claimant, chosen.subject, chosen.category, chosen.basis, chosen.as_of)
    rows = pipeline.counted_of(losses, query)
    if chart == "daily":
        return daily.prepare(rows, chosen, people, losses.conflict.regular_since, source)
    if chart == "total":
        return total.prepare(rows, chosen, people, source)
    if chart == "estimates":
        known = losses.conflict
        rows = rows if chosen.subject == known.reference_subject else rows.iloc[:0]
        counts = known.reference_definition
        return estimates.prepare(rows, losses.claims, chosen, people, known.start, counts, source)
    if chart == "heatmap":
        return heatmap.prepare(rows, chosen, people, source)
    if chart == "spread":
        return spread.prepare(rows, chosen, people, source)
    if chart == "spans":
        return spans.prepare(rows, _checks(losses), losses.claims, chosen, people, source)
    covered = pipeline.counted_of(losses, replace(query, basis=Basis.COVERS))
    return months.prepare(*_compared(losses), covered, chosen, people, source, losses.claims)


def drawn(losses: pipeline.Losses, chart: str, chosen: Selection, style: Style) -> go.Figure:
    """The chart's figure."""
    return CHARTS[chart].draw(prepared(losses, chart, chosen), style)

"""What Chromium makes of the charts: no text is clipped and no two overlap, at any size and in any selection."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

import plotly.graph_objects as go
import pytest
from playwright.sync_api import Page

from dashboard import pipeline
from dashboard.browser import found_browser
from dashboard.figure import FORMATS, Selection, Style
from tests.charts.pictures import CHARTS, drawn, prepared, selections
from tests.charts.screen import faults, screen, texts_on

pytestmark = pytest.mark.browser
SCREENS = [("page", 1160), ("narrow", 358), ("wide", 1600)]
PICTURES = [
    Style(theme, size)
    for theme, size in itertools.product(("light", "dark", "print"), ("slide", "wide", "square", "a4", "deck"))
]
SMALL = [Style("light", "page", 720), Style("dark", "narrow", 358)]
OTHERS = ["90 days", "30 days", "a year", "autumn", "a month", "the lump", "the start", "a day", "nothing", "log"]
UNITS = ["by week", "by month", "by quarter"]


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    browser = found_browser()
    if browser is None:
        pytest.skip("no Chromium, Chrome or Edge was found; set CHROMIUM to the path of one")
    with screen(browser) as opened:
        yield opened


def test_what_overlaps_or_is_clipped_is_found(page: Page) -> None:
    beside = {"showarrow": False, "xref": "paper", "yref": "paper", "x": 0.5, "y": 0.5}
    notes = [
        beside | {"text": "one"},
        beside | {"text": "two"},
        beside | {"text": "far out", "x": 1.3, "xanchor": "left"},
    ]
    texts = texts_on(page, go.Figure(layout={"annotations": notes, "height": 300}), 500)
    wrong = faults(texts, 500, 300)
    assert "'one' meets 'two'" in wrong
    assert any(fault.startswith("clipped: 'far out'") for fault in wrong)


def found(page: Page, losses: pipeline.Losses, chart: str, chosen: Selection, style: Style) -> list[str]:
    figure = drawn(losses, chart, chosen, style)
    width = style.width or FORMATS[style.size].width
    texts = texts_on(page, figure, width)
    assert texts
    return faults(texts, width, figure.layout.height)


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize(("size", "width"), SCREENS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_whole_series_is_legible(
    page: Page, full: pipeline.Losses, chart: str, size: str, width: int, theme: str
) -> None:
    assert (
        found(page, full, chart, selections(full)["whole"], Style(theme, size, None if size == "wide" else width)) == []
    )


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("style", PICTURES, ids=lambda style: f"{style.size}-{style.theme}")
def test_every_picture_is_legible_at_its_own_size(page: Page, full: pipeline.Losses, chart: str, style: Style) -> None:
    numbers = prepared(full, chart, selections(full)["whole"])
    if style.size == "deck":
        numbers = replace(numbers, words=replace(numbers.words, title=""))
    figure = CHARTS[chart].draw(numbers, style)
    width = FORMATS[style.size].width
    assert faults(texts_on(page, figure, width), width, figure.layout.height) == []


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize(("size", "width"), SCREENS)
def test_the_shipped_data_are_legible(page: Page, shipped: pipeline.Losses, chart: str, size: str, width: int) -> None:
    assert (
        found(
            page, shipped, chart, selections(shipped)["whole"], Style("light", size, None if size == "wide" else width)
        )
        == []
    )


@pytest.mark.parametrize("named", OTHERS)
def test_every_selection_is_legible(page: Page, full: pipeline.Losses, named: str) -> None:
    wrong = {
        f"{chart} {style.size}": said
        for chart, style in itertools.product(CHARTS, SMALL)
        if (said := found(page, full, chart, selections(full)[named], style))
    }
    assert wrong == {}


@pytest.mark.parametrize("named", UNITS)
def test_the_daily_figures_by_unit_are_legible(page: Page, full: pipeline.Losses, named: str) -> None:
    wrong = {
        style.size: said for style in SMALL if (said := found(page, full, "daily", selections(full)[named], style))
    }
    assert wrong == {}


def test_other_series_are_legible(page: Page, full: pipeline.Losses) -> None:
    whole = selections(full)["whole"]
    tanks, ships = replace(whole, category="tanks"), replace(whole, category="ships")
    sparse = replace(whole, claimant="Volodymyr Zelensky", subject="Ukraine")
    wrong = {
        f"{chart} {chosen.category} {style.size}": said
        for chart, chosen, style in itertools.product(("daily", "total"), (tanks, ships, sparse), SMALL)
        if (said := found(page, full, chart, chosen, style))
    }
    assert wrong == {}

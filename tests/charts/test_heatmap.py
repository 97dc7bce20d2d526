"""The calendar: each day in one cell of its own, what is blank or hatched said, and the steps of one hue."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import pipeline
from dashboard.charts import heatmap
from dashboard.charts.heatmap.grid import grid_of
from dashboard.figure import LIGHT, Style, canonical
from tests.charts.drawn import STYLES, names, texts, trace, valid
from tests.charts.madeup import CLAIMANTS, day, registered, rows, selection
from tests.charts.pictures import prepared as prepared_from
from tests.charts.pictures import selections

GAPPY = [100, 110, 130, None, None, 200, 230]
SIZES = [Style("light", size) for size in ("page", "narrow", "wide")]


def prepared(totals: list[float | None], **fields: object) -> heatmap.Numbers:
    return heatmap.prepare(rows(totals), selection(**fields), CLAIMANTS)


@pytest.mark.parametrize("style", STYLES, ids=str)
@pytest.mark.parametrize("totals", [[], [100, 120], GAPPY, [500, 480, 470], [7] * 9, list(range(0, 9000, 11))], ids=len)
def test_every_frame_draws_validly_in_every_style(style: Style, totals: list[float | None]) -> None:
    numbers = prepared(totals, log=True)
    assert valid(heatmap.draw(numbers, style)).layout.showlegend is None
    assert len(heatmap.table(numbers)) == len(numbers.cells)


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)), st.integers(1, 1500))
@pytest.mark.parametrize("style", SIZES, ids=str)
def test_every_day_has_a_cell_of_its_own_inside_the_blocks(style: Style, first: date, count: int) -> None:
    days = pd.Series(pd.date_range(first, periods=count, freq="D"))
    grid = grid_of(days, style)
    across, down = grid.column(days), grid.foot(days)
    assert len(set(zip(across, down, strict=True))) == count
    assert across.min() >= 0
    assert across.max() < grid.columns
    assert down.max() < 0
    assert down.min() >= -grid.high


def test_weekdays_stand_below_one_another_from_monday_on() -> None:
    days = pd.Series(pd.to_datetime(["2030-01-07", "2030-01-13", "2030-01-14"]))
    grid = grid_of(days, Style())
    column, foot = grid.column(days), grid.foot(days)
    assert column[0] == column[1] == column[2] - 1
    assert foot[0] - foot[1] == 6
    assert foot[0] == foot[2]


def test_days_without_a_figure_of_their_own_are_blank_and_said_so() -> None:
    numbers = prepared(GAPPY)
    assert list(numbers.cells["kind"]) == ["figure", "figure", "several", "several", "several", "figure"]
    assert numbers.words.caveats == (
        "3 days are blank because one figure covers several days and is not split; no day is filled in.",
    )
    blank = trace(heatmap.draw(numbers, Style()), "no figure")
    assert len(blank["x"]) == 3
    assert "70 for 3–5 Jan 2030" in blank["customdata"][0][1]
    assert heatmap.table(numbers)["reported"].isna().sum() == 3


def test_corrections_and_negative_differences_are_hatched_and_left_out_of_the_colours() -> None:
    lump = registered("correction", day(3), expected=900, amount=890)
    totals = [1000, 1010, 1910, 1930, 1925, 1945]
    numbers = heatmap.prepare(rows(totals, [lump]), selection(), CLAIMANTS)
    assert max(numbers.edges) <= 20
    hatched = trace(heatmap.draw(numbers, Style()), "correction")
    assert len(hatched["x"]) == 2
    assert "890 of it a correction" in hatched["customdata"][0][1]
    assert any(caveat.startswith("Hatched: 2 days") for caveat in numbers.words.caveats)


def test_the_selected_day_is_ringed_and_its_cell_leads_to_its_claim() -> None:
    figure = heatmap.draw(prepared(GAPPY, selected="r2"), Style())
    (ring,) = [shape for shape in figure.layout.shapes if shape.xref is None or shape.xref == "x"]
    assert ring.line.color == LIGHT.ink
    cells = [row for bar in figure.data if bar.type == "bar" for row in bar.customdata]
    assert sorted(row[0] for row in cells) == ["r1", "r2", "r5", "r5", "r5", "r6"]


def test_the_steps_are_of_one_hue_and_each_darker_than_the_one_before() -> None:
    numbers = prepared([float(n * n) for n in range(60)])
    figure = heatmap.draw(numbers, Style())
    tones = [bar.marker.color for bar in figure.data if bar.type == "bar"]
    light = [sum(int(tone[at : at + 2], 16) for at in (1, 3, 5)) for tone in tones]
    assert len(tones) == len(numbers.edges) == 5
    assert light == sorted(light, reverse=True)
    assert tones[-1] == LIGHT.deep_blue


def test_the_title_counts_the_days_that_reached_a_round_size() -> None:
    totals = np.cumsum([1000.0, *[10] * 40, *[50] * 20])
    assert prepared(list(totals)).words.title == (
        "40 or more reported on 20 of 60 days with a figure, most often in Feb 2030: 19 days"
    )


def test_nothing_known_says_what_to_do() -> None:
    figure = heatmap.draw(prepared(GAPPY, start=None, end=date(2029, 1, 1)), Style())
    assert names(figure) == []
    assert "Widen the dates" in texts(figure)


def test_a_day_outside_the_selection_has_no_cell(full: pipeline.Losses) -> None:
    numbers = prepared_from(full, "heatmap", selections(full)["a month"])
    assert len(numbers.cells) == 30
    assert "Oct" not in trace(heatmap.draw(numbers, Style()), "names of months")["text"]


def test_the_same_numbers_give_the_same_bytes() -> None:
    assert canonical(prepared(GAPPY)) == canonical(prepared(GAPPY))
    assert canonical(prepared(GAPPY)) != canonical(prepared([*GAPPY, 240]))

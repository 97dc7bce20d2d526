"""The daily chart by week, month and quarter."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard import pipeline
from dashboard.charts import daily
from dashboard.figure import Selection, Style, canonical
from dashboard.figure.view import Resolution
from tests.charts.drawn import DAY, STYLES, names, texts, trace, valid
from tests.charts.madeup import CLAIMANTS, day, registered, rows, selection
from tests.charts.pictures import prepared as prepared_from

UNITS: list[Resolution] = ["week", "month", "quarter"]
TWO_MONTHS = [1000 + 10 * n for n in range(32)] + [1310 + 20 * n for n in range(1, 11)]


def prepared(totals: list[float | None], unit: Resolution = "month", **fields: object) -> daily.Numbers:
    return daily.prepare(rows(totals), selection(resolution=unit, **fields), CLAIMANTS)


@pytest.mark.parametrize("style", STYLES, ids=str)
@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(
    "totals", [[], [100, 110], [100, 110, None, None, 170], [500, 510, 480, 490], TWO_MONTHS], ids=len
)
def test_every_frame_draws_validly_in_every_style(style: Style, unit: Resolution, totals: list[float | None]) -> None:
    for log in (False, True):
        numbers = prepared(totals, unit, log=log)
        assert valid(daily.draw(numbers, style)).layout.showlegend is None
        assert len(daily.table(numbers)) == (0 if numbers.units is None else len(numbers.units))


def test_a_bar_is_the_mean_per_day_over_days_as_wide_as_they_are_known() -> None:
    numbers = prepared(TWO_MONTHS)
    figure = daily.draw(numbers, Style())
    whole, part = trace(figure, "whole"), trace(figure, "in part")
    assert whole["y"] == [10]
    assert part["y"] == [20]
    assert whole["width"][0] == pytest.approx(31 * DAY, rel=0.01)
    assert part["width"][0] == pytest.approx(10 * DAY, rel=0.01)
    assert "310 in all" in whole["customdata"][0][1]
    assert "10 of 28 days" in texts(figure).replace("  ", " ")


def test_the_title_counts_whole_units_alone() -> None:
    assert prepared(TWO_MONTHS).words.title == (
        "10 a day reported for Jan 2030, 310 in all, the only whole month shown"
    )


def test_without_a_whole_unit_the_title_says_so() -> None:
    title = prepared([100, 110, 130]).words.title
    assert title == "15 a day reported over the 2 days known; no month is whole"


def test_a_figure_over_the_edge_of_a_month_stands_in_no_bar() -> None:
    totals = [*[1000 + 10 * n for n in range(31)], None, 1400, 1420]
    numbers = prepared(totals)
    assert numbers.units is not None
    assert list(numbers.units["known_days"]) == [30, 1]
    assert any(caveat.startswith("2 days stand in no bar") for caveat in numbers.words.caveats)


def test_where_nothing_lies_whole_inside_a_unit_the_chart_says_what_to_do() -> None:
    numbers = prepared([100, *[None] * 40, 900])
    figure = daily.draw(numbers, Style())
    assert names(figure) == []
    assert "Choose single days" in texts(figure)


def test_a_correction_is_hatched_on_top_and_left_out_of_the_mean() -> None:
    lump = registered("correction", day(12), expected=320, amount=310)
    totals = [1000 + 10 * n + (310 if n > 10 else 0) for n in range(32)]
    figure = daily.draw(daily.prepare(rows(totals, [lump]), selection(resolution="month"), CLAIMANTS), Style())
    assert trace(figure, "whole")["y"] == [10]
    assert trace(figure, "correction")["y"] == [10]
    assert trace(figure, "correction")["base"] == [10]


def test_a_unit_answers_a_click_with_its_last_report() -> None:
    bar = trace(daily.draw(prepared(TWO_MONTHS), Style()), "whole")
    assert bar["customdata"][0][0] == "r31"


def test_the_resolution_is_part_of_what_a_picture_states() -> None:
    assert canonical(prepared(TWO_MONTHS, "week")) != canonical(prepared(TWO_MONTHS, "month"))


def test_the_highest_month_of_the_war_is_the_one_known(full: pipeline.Losses) -> None:
    query = full.reference_query()
    chosen = Selection(None, None, query.basis, full.last_published, query.claimant, query.subject, resolution="month")
    title = prepared_from(full, "daily", chosen).words.title
    assert title.startswith("1,570 a day reported for Dec 2024, 48,670 in all, the highest of the ")


def test_a_narrowed_month_is_known_in_part(full: pipeline.Losses) -> None:
    query = full.reference_query()
    chosen = Selection(
        date(2024, 11, 1),
        date(2024, 12, 7),
        query.basis,
        full.last_published,
        query.claimant,
        query.subject,
        resolution="month",
    )
    units = prepared_from(full, "daily", chosen).units
    assert units is not None
    assert list(units["known_days"]) == [30, 7]
    assert list(units["complete"]) == [True, False]

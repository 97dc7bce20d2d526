"""What counts: corrections, means, sums and records of a made-up series."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest

from dashboard.counted import by_calendar, counted, highest, last_claims, record_days, rolling_mean, span_sum
from dashboard.series import daily_series
from tests.core.frames import FIRST, QUERY, anomaly, observed


def rows_of(values, anomalies=()):
    return counted(daily_series(observed(values), QUERY, anomalies), anomalies, QUERY)


def day(n):
    return FIRST + timedelta(days=n)


def test_the_mean_is_of_the_window_and_blank_until_the_window_is_full():
    means = rolling_mean(rows_of([0, 10, 30, 60, 100]), 3)
    assert np.isnan(means["mean"][:2]).all()
    assert means["mean"][2:].tolist() == [20, 30]


def test_the_mean_spans_a_gap_whose_edges_are_known_but_splits_no_figure():
    means = rolling_mean(rows_of([0, 10, None, 50, 60]), 3)
    assert means["mean"].dropna().tolist() == [pytest.approx(50 / 3)] * 2
    assert means["day"].dt.date.tolist() == [day(0), day(2), day(3)]
    split = rolling_mean(rows_of([0, 10, None, 50, 60]), 2)
    assert split["mean"].dropna().tolist() == [20]


def test_a_correction_leaves_the_mean_the_sum_and_the_record():
    register = [anomaly("correction", day(3), expected=1000, amount=960)]
    rows = rows_of([0, 40, 90, 1090], register)
    assert rolling_mean(rows, 3)["mean"].iloc[-1] == pytest.approx((40 + 50 + 40) / 3)
    found = span_sum(rows, day(0), day(2))
    assert (found.losses, found.counted, found.correction) == (1090, 130, 960)
    assert highest(rows, None).value == 50


def test_irregular_days_and_negative_differences_enter_neither_means_nor_records():
    rows = rows_of([0, 900, 910, 900, 930], [anomaly("irregular", day(0), day(1))])
    means = rolling_mean(rows, 4)
    assert means["mean"].iloc[-1] == pytest.approx((10 + 30) / 2)
    assert means["left_out"].iloc[-1] == 2
    assert highest(rows, None).value == 30


def test_a_sum_is_refused_where_the_rows_do_not_fit_the_days():
    rows = rows_of([0, 10, None, 50, 60])
    assert span_sum(rows, day(1), day(2)).losses == 40
    assert span_sum(rows, day(0), day(1)) is None
    assert span_sum(rows, day(4), day(5)) is None


def test_a_gap_makes_the_highest_incomplete():
    full, holed = highest(rows_of([0, 10, 30]), None), highest(rows_of([0, 10, None, 50]), None)
    assert full.complete
    assert (holed.complete, holed.known_days, holed.span_days, holed.value) == (False, 1, 3, 10)


def test_each_record_is_higher_than_all_before_it():
    assert record_days(rows_of([0, 10, 30, 45, 75, 90]), None)["losses"].tolist() == [20, 30]


def test_an_empty_series_has_no_mean_no_record_and_no_sum():
    rows = rows_of([])
    assert rolling_mean(rows).empty
    assert highest(rows, None) is None
    assert span_sum(rows, day(0), day(1)) is None


def test_calendar_sums_take_whole_rows_and_say_how_many_days_they_know():
    # 1 January 2030 is a Tuesday: totals of 1 to 31 January cover 31 December to 30 January.
    rows = rows_of([10 * n for n in range(31)])
    months = by_calendar(rows, "month")
    assert months["start"].dt.strftime("%Y-%m-%d").tolist() == ["2030-01-01"]
    assert months[["losses", "days", "known_days", "complete"]].to_numpy().tolist() == [[300, 31, 30, False]]
    weeks = by_calendar(rows, "week")
    assert weeks["complete"].tolist() == [False, True, True, True, False]
    assert weeks.loc[1, ["losses", "per_day"]].tolist() == [70, 10]


def test_a_row_that_crosses_a_boundary_belongs_to_neither_side():
    rows = rows_of([0, 10, 20, 30, 40, 50, None, 70])
    weeks = by_calendar(rows, "week")
    assert weeks["known_days"].tolist() == [5]
    assert by_calendar(rows, "year")["known_days"].tolist() == [7]


def test_an_empty_series_has_no_calendar_sums():
    assert by_calendar(rows_of([]), "month").empty


def test_a_row_leads_to_the_report_that_it_ends_with():
    rows = rows_of([0, 10, None, 50])
    assert last_claims(rows[1:]).to_dict() == {1: "r2030-01-04"}

"""The change on the days before, the sum between two dates and how a day stands: each with its arithmetic."""

from datetime import date

import pandas as pd
import pytest

from dashboard.web.changes import arithmetic, between, change, changes, standing

DAYS = pd.date_range("2030-01-01", periods=30)


def series(losses: list[float], correction: float = 0.0) -> pd.DataFrame:
    """Made-up days from 1 January 2030; the correction lies in the last of them."""
    days = DAYS[: len(losses)]
    frame = pd.DataFrame({"start": days, "end": days, "days": 1, "losses": losses, "in_records": True})
    frame["correction"] = [0.0] * (len(losses) - 1) + [correction]
    return frame.assign(counted=frame["losses"] - frame["correction"], total=500 + frame["losses"].cumsum())


def test_a_week_stands_beside_the_week_before():
    rows = series([10.0] * 7 + [12.0] * 7)
    one = change(rows, date(2030, 1, 14), 7)
    assert (one.sum, one.before) == (84, 70)
    assert arithmetic(one) == "7 days to 14 Jan 2030: 84; the 7 before: 70; +20.0 %."


def test_days_that_are_not_known_whole_are_said_to_be():
    one = change(series([10.0] * 10), date(2030, 1, 10), 7)
    assert arithmetic(one) == "7 days to 10 Jan 2030: 70; the 7 before: not known whole."
    assert one.percent is None


def test_a_correction_is_left_out_and_told():
    one = change(series([10.0] * 13 + [110.0], correction=100.0), date(2030, 1, 14), 7)
    assert one.sum == 70
    assert "100 of registered corrections are left out" in arithmetic(one)


def test_nothing_before_gives_no_per_cent():
    assert change(series([0.0] * 7 + [5.0] * 7), date(2030, 1, 14), 7).percent is None


def test_week_month_and_year_are_told():
    assert [(one.days, one.name) for one in changes(series([1.0] * 9), date(2030, 1, 9))] == [
        (7, "week"),
        (30, "month"),
        (365, "year"),
    ]


def test_a_sum_between_two_dates_is_the_difference_of_their_totals():
    rows = series([10.0] * 5 + [110.0], correction=100.0)
    assert between(rows, date(2030, 1, 3), date(2030, 1, 5)) == (
        "550 in all by 5 Jan 2030, less 520 by 2 Jan 2030: 30 in 3 days."
    )
    assert between(rows, date(2030, 1, 6), date(2030, 1, 6)).endswith("Less 100 of corrections: 10.")
    assert between(rows, date(2030, 1, 6), date(2030, 1, 9)) == ""


@pytest.mark.parametrize(("last", "lower"), [(5.0, 0), (15.0, 20), (10.0, 0)])
def test_a_day_stands_among_the_days_before_it(last, lower):
    stands = standing(series([10.0] * 20 + [last]), date(2030, 1, 21), days=40)
    assert (stands.lower, stands.of) == (lower, 20)


def test_among_few_days_nothing_is_said():
    assert standing(series([10.0] * 5), date(2030, 1, 5), days=40) is None

"""Which claims are observations of a series, and on which days."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.model import Basis, Hedge, Period, PeriodKind, Statistic
from dashboard.observations import OBSERVATIONS, observations
from tests.core.frames import CLAIMANTS, FIRST, quoted, totals

START = date(2029, 1, 1)


def of(*claims):
    return observations([], claims, CLAIMANTS)


def test_a_report_is_dated_by_the_day_it_covers():
    [row] = observations(totals([100]), [], CLAIMANTS).to_dict("records")
    assert (row["kind"], row["value"], row["end"].date(), row["published"].date()) == (
        "total",
        100,
        date(2029, 12, 31),
        FIRST,
    )


def test_a_published_claim_is_brought_to_the_day_covered_and_a_covers_claim_to_the_day_published():
    [one, other] = of(quoted(9, FIRST, claim_id="p"), quoted(9, FIRST, claim_id="c", basis=Basis.COVERS)).to_dict(
        "records"
    )
    assert (one["start"].date(), one["published"].date()) == (date(2029, 12, 31), FIRST)
    assert (other["start"].date(), other["published"].date()) == (FIRST, date(2030, 1, 2))


def test_a_claim_since_the_start_is_a_running_total_unless_told_in_whole_thousands():
    since = Period(PeriodKind.SINCE_START, START, FIRST)
    assert of(quoted(12340, FIRST, period=since))["kind"].tolist() == ["total"]
    assert of(quoted(12000, FIRST, period=since)).empty


@pytest.mark.parametrize(
    "fields",
    [
        {"hedge": Hedge.AT_LEAST, "low": 9},
        {"hedge": Hedge.NEARLY, "high": 9},
        {"statistic": Statistic.MEAN_PER_DAY},
        {"claimant": None},
        {"subject": None},
        {"period": Period()},
        {"period": Period(PeriodKind.OTHER, None, FIRST)},
        {"period": Period(PeriodKind.DAY, START, FIRST)},
        {"seen_how": "read_in_dataset"},
        {"value": None, "low": 3, "hedge": Hedge.AT_LEAST},
    ],
)
def test_claims_that_bound_average_or_leave_open_are_no_observations(fields):
    value = fields.pop("value", 9)
    assert of(quoted(value, FIRST, **fields)).empty


def test_nothing_gives_an_empty_frame_of_the_same_columns():
    assert list(of().columns) == list(OBSERVATIONS.columns)

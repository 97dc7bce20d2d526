"""Replication found by arithmetic: what copies a series is found, what only resembles it is not."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.dependence import apart, chance, found, table, windows
from dashboard.losses import counted_of
from dashboard.model import Basis, Hedge, Period, PeriodKind, Statistic
from tests.core.frames import FIRST, QUERY, WHO, quoted
from tests.core.invented import MINISTRY, by_ministry, losses_of

KYIV, UK = "General Staff of Ukraine", "UK Defence Intelligence"
rng = np.random.default_rng(7)
DAYS = rng.integers(80, 140, 400) * 10.0
TOTALS = [5000.0, *(5000.0 + DAYS.cumsum())]


def month(value, n, **fields):
    """The made-up ministry's figure for the n-th month of 2030."""
    days = Period(PeriodKind.MONTH, date(2030, n, 1), date(2030, n, monthrange(2030, n)[1]))
    claim = quoted(value, FIRST, claim_id=f"m{n}", **{"period": days, "basis": Basis.COVERS, **fields})
    return by_ministry(claim)


def summed(n, shift=0):
    """The sum over the n-th month; DAYS[0] is covered on FIRST, 1 January."""
    start = (date(2030, n, 1) - FIRST).days + shift
    return float(DAYS[start : start + monthrange(2030, n)[1]].sum())


def copied(**fields):
    return [month(summed(n), n, **fields) for n in range(1, 10)]


def test_sums_over_anothers_series_are_found_to_replicate_it():
    result = found(losses_of(TOTALS, copied()), MINISTRY, WHO)
    assert (result.basis, result.cases, result.equal) == (Basis.COVERS, 9, 9)
    assert result.expected < 0.1
    assert result.p_value < 1e-12


def test_means_per_day_rounded_to_whole_numbers_are_found_too():
    means = [
        month(round(summed(n) / monthrange(2030, n)[1]), n, statistic=Statistic.MEAN_PER_DAY) for n in range(1, 10)
    ]
    assert found(losses_of(TOTALS, means), MINISTRY, WHO).equal == 9


def test_sums_by_day_of_publication_are_found_on_that_basis():
    claims = [month(summed(n, shift=-1), n) for n in range(2, 10)]
    assert found(losses_of(TOTALS, claims), MINISTRY, WHO).basis is Basis.PUBLISHED


def test_estimates_that_only_resemble_the_series_are_not():
    near = [month(round(summed(n) * (1 + 0.01 * (-1) ** n), -1), n) for n in range(1, 10)]
    assert found(losses_of(TOTALS, near), MINISTRY, WHO) is None


def test_one_lucky_equality_is_not_enough():
    assert found(losses_of(TOTALS, copied()[:1]), MINISTRY, WHO) is None


def test_coarse_estimates_match_by_chance_and_prove_nothing():
    coarse = [month(round(summed(n), -4), n) for n in range(1, 10)]
    assert found(losses_of(TOTALS, coarse), MINISTRY, WHO) is None


def test_an_independent_claimant_is_seldom_taken_for_a_copy():
    taken = 0
    for seed in range(30):
        noise = np.random.default_rng(seed).normal(1, 0.03, 10)
        claims = [month(round(summed(n) * noise[n], -1), n) for n in range(1, 10)]
        taken += found(losses_of(TOTALS, claims), MINISTRY, WHO) is not None
    assert taken == 0


def test_registered_corrections_are_left_out_of_the_sums():
    from tests.core.frames import anomaly

    lump = [TOTALS[0], *(total + 900 for total in TOTALS[1:])]
    register = [anomaly("correction", FIRST + timedelta(days=1), amount=900.0)]
    assert found(losses_of(lump, copied(), register), MINISTRY, WHO).equal == 9


def test_estimates_that_share_days_are_one_case_and_months_go_first():
    year = by_ministry(
        quoted(1, FIRST, claim_id="y", basis=Basis.COVERS, period=Period(PeriodKind.YEAR, FIRST, date(2030, 12, 31)))
    )
    day = by_ministry(quoted(1, FIRST, claim_id="d", basis=Basis.COVERS))
    assert [one.claim_id for one in apart([year, day, month(31, 1), month(28, 2)])] == ["m1", "m2"]


@pytest.mark.parametrize(
    "fields",
    [
        {"hedge": Hedge.AT_LEAST, "low": 1.0},
        {"period": Period()},
        {"period": Period(PeriodKind.SINCE_START, FIRST, date(2030, 3, 1))},
        {"period": Period(PeriodKind.DAY, FIRST, date(2030, 1, 31))},
    ],
)
def test_bounds_running_totals_and_open_days_are_no_cases(fields):
    assert apart([month(1, 1, **fields)]) == []


def test_a_number_out_of_a_hundred_plausible_ones_has_a_chance_of_one_in_a_hundred():
    rows = counted_of(losses_of([0, 0, 990]), QUERY)
    assert windows(rows, FIRST, 1).tolist() == [0, 990]
    assert chance(rows, FIRST, 1, step=10) == pytest.approx(1 / 100)
    assert chance(rows, FIRST, 1, step=1000) == 1


@settings(max_examples=15)
@given(st.randoms())
def test_the_order_of_the_claims_never_matters(random):
    claims = copied()
    shuffled = random.sample(claims, len(claims))
    assert found(losses_of(TOTALS, shuffled), MINISTRY, WHO) == found(losses_of(TOTALS, claims), MINISTRY, WHO)


def test_on_the_uk_months_of_2024_it_is_found_by_days_covered_and_not_by_publication(full):
    of_2024 = tuple(c for c in full.estimates if c.period.start and c.period.start.year == 2024)
    losses = replace(full, estimates=of_2024, extractions=())
    result = found(losses, UK, KYIV)
    assert (result.basis, result.cases, result.equal) == (Basis.COVERS, 12, 6)
    assert result.p_value < 1e-8
    row = table(losses).set_index("a").loc[UK]
    assert (row["finding"], row["other_basis_cases"], row["other_basis_equal"]) == ("replicates", 12, 1)


def test_on_all_months_it_is_found_with_and_without_the_whole_series(full, shipped):
    for losses in (full, shipped):
        result = found(losses, UK, KYIV)
        assert (result.basis, result.cases, result.equal) == (Basis.COVERS, 47, 23)
        assert result.expected < 2.1


def test_nobody_else_is_taken_for_a_copy_and_who_is_stated_to_be_one_is_listed(full):
    rows = table(full)
    assert rows.loc[rows["finding"] == "replicates", ["a", "b"]].to_numpy().tolist() == [[UK, KYIV]]
    stated = set(rows.loc[rows["stated"], ["a", "b"]].itertuples(index=False, name=None))
    assert {(UK, KYIV), ("John Healey", KYIV), ("Ben Wallace", "US intelligence community")} <= stated
    assert not rows.loc[rows["a"] == "Tony Radakin", "stated"].item()
    assert found(full, "Tony Radakin", KYIV) is None


def test_a_claimant_without_a_series_gives_nothing_to_test_against():
    losses = losses_of(TOTALS, copied())
    assert found(losses, WHO, MINISTRY) is None
    assert set(table(losses)["b"]) == {WHO}
    pd.testing.assert_frame_equal(table(losses), table(losses))

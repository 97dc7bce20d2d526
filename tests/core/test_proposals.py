"""What the detector proposes for review: lumps and holes of a made-up series, and the known lump of the real one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from dashboard.losses import counted_of
from dashboard.model import Basis
from dashboard.proposals import LIMIT, proposals
from tests.core.frames import FIRST, QUERY, anomaly
from tests.core.invented import losses_of

AT = 60


def rows_of(days, anomalies=()):
    totals = [0.0, *np.cumsum(days)]
    return counted_of(losses_of([None if np.isnan(t) else t for t in totals], (), anomalies), QUERY)


def ordinary(count=120, seed=3):
    """Days that rise slowly and swing by the week, with noise."""
    n = np.arange(count)
    return 1000 + 3 * n + 60 * np.sin(n / 7 * 2 * np.pi) + np.random.default_rng(seed).normal(0, 40, count)


def test_ordinary_days_are_not_proposed():
    assert sum(len(proposals(rows_of(ordinary(seed=seed)))) for seed in range(20)) == 0


@pytest.mark.parametrize(("amount", "sign"), [(1500, 1), (-900, -1)])
def test_a_lump_and_a_hole_are_proposed_with_what_was_to_be_expected(amount, sign):
    days = ordinary()
    days[AT] += amount
    [row] = proposals(rows_of(days)).to_dict("records")
    assert row["day"] == pd.Timestamp(FIRST + timedelta(days=AT))
    assert row["published"] == pd.Timestamp(FIRST + timedelta(days=AT + 1))
    assert row["expected"] == pytest.approx(1180, abs=120)
    assert sign * row["score"] > LIMIT
    assert not row["registered"]


def test_a_registered_day_is_proposed_and_marked_as_registered():
    days = ordinary()
    days[AT] += 1500
    register = [anomaly("correction", FIRST + timedelta(days=AT + 1), amount=1500)]
    [row] = proposals(rows_of(days, register)).to_dict("records")
    assert row["registered"]
    assert row["reason"].endswith("Registered: made-up reason")


def test_nothing_is_applied():
    rows = rows_of(ordinary())
    before = rows.copy(deep=True)
    proposals(rows)
    pd.testing.assert_frame_equal(rows, before)


def test_the_farthest_out_comes_first():
    days = ordinary()
    days[40] += 1200
    days[80] += 3000
    assert proposals(rows_of(days))["day"].dt.date.tolist() == [FIRST + timedelta(days=n) for n in (80, 40)]


@pytest.mark.parametrize("days", [[], [5.0], list(ordinary(83)), [0.0] * 100, [7.0] * 100])
def test_too_few_days_none_with_losses_or_all_alike_propose_nothing(days):
    found = proposals(rows_of(days))
    assert found.empty
    assert list(found.columns)[:3] == ["day", "published", "losses"]


def test_a_figure_over_several_days_is_judged_by_nobody():
    days = ordinary()
    totals = [0.0, *np.cumsum(days)]
    totals[AT + 1] = None
    rows = counted_of(losses_of(totals), QUERY)
    assert (rows["days"] == 2).any()
    assert proposals(rows).empty


def test_on_the_whole_series_without_a_register_the_known_lump_is_the_only_day_since_reports_are_regular(full):
    bare = replace(full, anomalies=())
    found = proposals(counted_of(bare, bare.reference_query(basis=Basis.PUBLISHED)))
    days = found["day"].dt.date
    assert [day for day in days if day >= full.conflict.regular_since] == [date(2025, 2, 28)]
    assert date(2022, 3, 3) in set(days)
    assert len(found) == 14
    assert not found["registered"].any()


def test_on_the_whole_series_with_its_register_the_lump_is_marked_and_nothing_else_is_proposed(full):
    [row] = proposals(counted_of(full, full.reference_query())).to_dict("records")
    assert (row["day"].date(), row["published"].date()) == (date(2025, 2, 27), date(2025, 2, 28))
    assert row["registered"]

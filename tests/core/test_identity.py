"""One claim told by many is one claim with many reports; what differs in days, definition or statistic is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.identity import figure_of, groups
from dashboard.model import Basis, Period, PeriodKind, Statistic
from tests.core.frames import FIRST, SIDE, WHO, quoted
from tests.core.invented import PEOPLE, by_ministry

DAY = FIRST + timedelta(days=10)


def told(n, value=30, day=DAY, **fields):
    return quoted(value, day, claim_id=f"paper{n}:1", publisher=f"Paper {n}", **fields)


def test_a_claim_told_by_ten_papers_is_one_claim_with_ten_reports():
    [row] = groups([told(n) for n in range(10)], PEOPLE).to_dict("records")
    assert (row["reports"], row["value"], row["claim_ids"].count(";")) == (10, 30, 9)
    assert row["publishers"].startswith("Paper 0;Paper 1")


def test_an_article_and_our_note_on_it_are_one_report():
    [row] = groups([told(1, url="https://a"), told(2, url="https://a")], PEOPLE).to_dict("records")
    assert (row["reports"], row["claim_ids"]) == (1, "paper1:1;paper2:1")


@pytest.mark.parametrize(
    "other",
    [
        {"day": DAY + timedelta(days=1)},
        {"casualty_types": ("killed", "wounded")},
        {"statistic": Statistic.MEAN_PER_DAY},
        {"subject": "Other"},
        {"category": "tanks"},
        {"named_only": True},
        {"value": 40},
        {"basis": Basis.COVERS},
        {"claimant": None},
    ],
)
def test_what_differs_in_anything_but_the_paper_is_another_claim(other):
    assert len(groups([told(1), told(2, **other)], PEOPLE)) == 2


def test_the_day_of_the_report_and_the_day_covered_meet_through_the_claimants_lag():
    by_report, by_day = told(1), told(2, day=DAY - timedelta(days=1), basis=Basis.COVERS)
    assert len(groups([by_report, by_day], PEOPLE)) == 1
    assert len(groups([by_ministry(by_report), by_ministry(by_day)], PEOPLE)) == 2


def test_running_totals_of_both_bases_meet_and_keep_the_first_day_of_the_war():
    def total(n, end, basis):
        return told(n, period=Period(PeriodKind.SINCE_START, FIRST, end), basis=basis)

    [row] = groups([total(1, DAY, Basis.PUBLISHED), total(2, DAY - timedelta(days=1), Basis.COVERS)], PEOPLE).to_dict(
        "records"
    )
    assert (row["start"], row["end"]) == (pd.Timestamp(FIRST), pd.Timestamp(DAY - timedelta(days=1)))


def test_one_day_within_a_month_is_not_the_month():
    days = {"start": date(2030, 1, 1), "end": date(2030, 1, 31)}
    day, month = (told(n, period=Period(kind, **days)) for n, kind in enumerate([PeriodKind.DAY, PeriodKind.MONTH]))
    assert groups([day, month], PEOPLE)["one_day_within"].tolist() in ([True, False], [False, True])


def test_a_claim_whose_days_are_open_is_like_no_other():
    claims = [told(n, period=Period()) for n in (1, 2)]
    assert figure_of(claims[0], PEOPLE) is None
    assert len(groups(claims, PEOPLE)) == 2


def test_no_claims_give_an_empty_frame_of_the_same_columns():
    assert list(groups([], PEOPLE).columns) == list(groups([told(1)], PEOPLE).columns)


claims = st.lists(
    st.builds(
        lambda n, value, shift: told(n, value, DAY + timedelta(days=shift)),
        st.integers(0, 5),
        st.sampled_from([10, 20]),
        st.integers(0, 2),
    ),
    max_size=12,
)


@given(claims, st.randoms())
def test_order_never_matters_and_no_claim_is_lost(told_claims, random):
    numbered = [replace(c, claim_id=f"{c.claim_id}#{n}") for n, c in enumerate(told_claims)]
    shuffled = random.sample(numbered, len(numbered))
    frame = groups(numbered, PEOPLE)
    pd.testing.assert_frame_equal(frame, groups(shuffled, PEOPLE))
    assert sorted(";".join(frame["claim_ids"]).split(";")) == sorted(c.claim_id for c in numbered) or not numbered


def test_equal_values_on_different_days_stay_apart_on_the_data_that_ships(shipped):
    frame = groups(shipped.claims, shipped.claimants)
    kyiv = frame[(frame["claimant"] == "General Staff of Ukraine") & (frame["value"] == 1770)]
    assert kyiv["start"].nunique() == 1
    october = frame[(frame["claimant"] == "John Healey") & (frame["value"] == 41980)]
    assert october["claim_ids"].tolist() == ["UKP-014;back-to-back-1950:602;healey-october:119"]
    assert WHO not in set(frame["claimant"])
    assert SIDE not in set(frame["subject"])

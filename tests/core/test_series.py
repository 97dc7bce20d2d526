"""Totals and increments to reported, derived and residual rows."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.errors import CorrectionError
from dashboard.model import Basis, Period, PeriodKind
from dashboard.observations import observations
from dashboard.series import SERIES, SeriesQuery, daily_series
from tests.core.frames import CLAIMANTS, FIRST, QUERY, SIDE, WHO, anomaly, observed, quoted, totals


def derived(values, anomalies=(), query=QUERY):
    series = daily_series(observed(values), query, anomalies)
    return series[series["method"] == "derived"].reset_index(drop=True)


def test_a_total_published_on_a_day_covers_the_day_before():
    row = derived([100, 130]).iloc[0]
    assert (row["start"], row["end"]) == (pd.Timestamp(FIRST), pd.Timestamp(FIRST))
    assert row["published"] == pd.Timestamp(FIRST + timedelta(days=1))
    assert (row["losses"], row["total"], row["days"], row["flags"]) == (30, 130, 1, "")


def test_on_the_published_basis_the_same_row_is_dated_by_the_report():
    row = derived([100, 130], query=SeriesQuery(WHO, SIDE, basis=Basis.PUBLISHED, lag=1)).iloc[0]
    assert row["start"] == row["end"] == row["published"]


def test_missing_reports_make_one_row_of_several_days_and_never_invented_days():
    rows = derived([100, None, None, 190])
    assert len(rows) == 1
    assert (rows.loc[0, "days"], rows.loc[0, "losses"], rows.loc[0, "per_day"], rows.loc[0, "flags"]) == (
        3,
        90,
        30,
        "gap",
    )


def test_a_registered_report_without_an_update_is_folded_into_the_row_that_next_covers_it():
    rows = derived([100, 100, 160], [anomaly("no_update", FIRST + timedelta(days=1))])
    assert len(rows) == 1
    assert (rows.loc[0, "days"], rows.loc[0, "losses"], rows.loc[0, "flags"]) == (2, 60, "no_update")
    assert rows.loc[0, "claim_ids"].split(";") == ["r2030-01-01", "r2030-01-02", "r2030-01-03"]


def test_an_unregistered_repeat_is_a_real_zero():
    assert derived([100, 100, 160])["losses"].tolist() == [0, 60]


def test_a_registered_repeat_that_does_not_repeat_fails_loudly():
    with pytest.raises(
        CorrectionError, match=r"no_update of 2030-01-02 expects a repeated total, but the data shows 130"
    ):
        derived([100, 130, 160], [anomaly("no_update", FIRST + timedelta(days=1))])


def test_a_correction_changes_no_figure_and_is_flagged():
    rows = derived([100, 130, 400], [anomaly("correction", FIRST + timedelta(days=2), expected=270, amount=240)])
    assert rows["losses"].tolist() == [30, 270]
    assert rows["flags"].tolist() == ["", "correction"]


def test_a_correction_whose_expected_value_no_longer_matches_fails_loudly():
    with pytest.raises(CorrectionError, match=r"expects 271, but the data shows 270.*mend or remove"):
        derived([100, 130, 400], [anomaly("correction", FIRST + timedelta(days=2), expected=271, amount=240)])


def test_a_negative_difference_is_kept_signed_and_flagged():
    rows = derived([100, 90])
    assert (rows.loc[0, "losses"], rows.loc[0, "flags"]) == (-10, "negative")


def test_a_quoted_increment_stands_beside_the_difference_with_its_residual():
    claims = [quoted(35, FIRST + timedelta(days=1))]
    series = daily_series(observed([100, 130], claims), QUERY)
    assert dict(zip(series["method"], series["losses"], strict=True)) == {"derived": 30, "reported": 35, "residual": 5}
    assert series.loc[series["method"] == "residual", "claim_ids"].item() == "c1;r2030-01-01;r2030-01-02"
    assert series.index.tolist() == [0, 1, 2]


def test_a_claim_told_by_two_documents_is_one_reported_row_with_both_ids():
    claims = [quoted(30, FIRST + timedelta(days=1), claim_id=name) for name in ("b:1", "a:1")]
    series = daily_series(observed([100, 130], claims), QUERY)
    assert series.loc[series["method"] == "reported", "claim_ids"].tolist() == ["a:1;b:1"]


@pytest.mark.parametrize(("told", "taken"), [((35, 30), 30), ((30, 35), 30), ((30, 35, 35), 35)])
def test_of_figures_for_one_day_the_commonest_is_taken_and_the_lower_where_they_tie(told, taken):
    claims = [quoted(value, FIRST + timedelta(days=1), claim_id=f"c{n}:1") for n, value in enumerate(told)]
    series = daily_series(observed([100, 130], claims), QUERY)
    assert series.loc[series["method"] == "reported", "losses"].tolist() == [taken]


def test_equal_values_on_different_days_are_never_merged():
    claims = [quoted(30, FIRST + timedelta(days=n), claim_id=f"c{n}") for n in (1, 2)]
    series = daily_series(observed([100, 130, 160], claims), QUERY)
    assert (series["method"] == "reported").sum() == 2


def test_a_covers_claim_and_a_published_claim_of_the_same_day_meet_in_one_row():
    claims = [quoted(30, FIRST + timedelta(days=1), claim_id="p"), quoted(30, FIRST, claim_id="q", basis=Basis.COVERS)]
    series = daily_series(observed([100, 130], claims), QUERY)
    assert series.loc[series["method"] == "reported", "claim_ids"].tolist() == ["p;q"]


def test_as_of_keeps_only_what_was_published_by_then():
    query = SeriesQuery(WHO, SIDE, lag=1, as_of=FIRST + timedelta(days=1))
    assert derived([100, 130, 400], query=query)["losses"].tolist() == [30]


@pytest.mark.parametrize("values", [[], [100], [None, None]])
def test_too_little_data_gives_an_empty_series_of_the_same_columns(values):
    series = daily_series(observed(values), QUERY)
    assert series.empty
    assert list(series.columns) == list(SERIES.columns)


walks = st.lists(st.one_of(st.none(), st.integers(0, 10**7)), max_size=40)


@given(walks)
def test_differences_accumulate_to_the_last_total_whatever_is_missing(values):
    known = [v for v in values if v is not None]
    assert derived(values)["losses"].sum() == (known[-1] - known[0] if len(known) > 1 else 0)


@given(walks, st.randoms())
def test_order_and_repetition_of_the_reports_never_change_the_series(values, random):
    reports = totals(values)
    shuffled = [*reports, *reports]
    random.shuffle(shuffled)
    once = daily_series(observations(reports, [], CLAIMANTS), QUERY)
    pd.testing.assert_frame_equal(once, daily_series(observations(shuffled, [], CLAIMANTS), QUERY))


@given(walks)
def test_rows_follow_one_another_without_overlap_or_hole(values):
    rows = derived(values)
    assert ((rows["end"] - rows["start"]).dt.days + 1 == rows["days"]).all()
    assert (rows["start"].iloc[1:].to_numpy() == (rows["end"] + pd.Timedelta(days=1)).iloc[:-1].to_numpy()).all()


def test_the_input_frame_is_left_as_it_was():
    frame = observed([100, 130, 130, 400])
    before = frame.copy(deep=True)
    daily_series(frame, QUERY, [anomaly("correction", date(2030, 1, 4), expected=270, amount=1)])
    pd.testing.assert_frame_equal(frame, before)


def vintages(*changes):
    """Reports of 1, 2 and 3 January 2030 with the values recorded for them: (day, recorded day, total or None)."""
    reports = [
        {
            **totals([1.0])[0],
            "report_id": f"r{day}",
            "published": date(2030, 1, day),
            "total": total,
            "recorded_at": pd.Timestamp(2030, 1, recorded, 6, tz="UTC"),
        }
        for day, recorded, total in changes
    ]
    return observations(reports, [], CLAIMANTS)


REVISED = vintages((1, 1, 100.0), (2, 2, 130.0), (3, 3, 160.0), (2, 4, 140.0))


def losses_as_of(observed_vintages, as_of):
    query = SeriesQuery(WHO, SIDE, lag=1, as_of=as_of)
    return daily_series(observed_vintages, query)["losses"].tolist()


def test_a_revision_counts_from_the_day_on_which_it_was_recorded():
    assert losses_as_of(REVISED, date(2030, 1, 3)) == [30, 30]
    assert losses_as_of(REVISED, date(2030, 1, 4)) == [40, 20]
    assert losses_as_of(REVISED, None) == [40, 20]


def test_a_report_recorded_late_counts_with_its_first_value():
    late = vintages((1, 9, 100.0), (2, 9, 130.0), (2, 10, 140.0))
    assert losses_as_of(late, date(2030, 1, 2)) == [30]


def test_a_withdrawn_report_leaves_a_gap():
    withdrawn = vintages((1, 1, 100.0), (2, 2, 130.0), (3, 3, 160.0), (2, 4, None))
    rows = daily_series(withdrawn, QUERY)
    assert (rows["losses"].tolist(), rows["flags"].tolist()) == ([60], ["gap"])


def test_rows_that_rest_on_a_revised_report_are_flagged():
    assert daily_series(REVISED, QUERY)["flags"].tolist() == ["revised", "revised"]
    before = SeriesQuery(WHO, SIDE, lag=1, as_of=date(2030, 1, 3))
    assert daily_series(REVISED, before)["flags"].tolist() == ["", ""]


def test_a_claimant_without_a_dataset_has_a_series_for_each_definition():
    since = {"period": Period(PeriodKind.SINCE_START, date(2029, 1, 1), FIRST)}
    later = {"period": Period(PeriodKind.SINCE_START, date(2029, 1, 1), FIRST + timedelta(days=9))}
    claims = [
        quoted(3_001, FIRST, claim_id="k1", casualty_types=("killed",), **since),
        quoted(3_500, FIRST, claim_id="k2", casualty_types=("killed",), **later),
        quoted(9_001, FIRST, claim_id="w1", casualty_types=("wounded",), **since),
    ]
    frame = observations([], claims, CLAIMANTS)
    assert daily_series(frame, QUERY)["losses"].tolist() == [499]
    assert daily_series(frame, SeriesQuery(WHO, SIDE, lag=1, definition="wounded")).empty

"""A series as of a day that is cut out of a later one is the same, to the cell, as one worked out for that day."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.counted import counted
from dashboard.epochs import PRESENT, Epoch, history
from dashboard.losses import completed, counted_of, series_of
from dashboard.model import Basis
from dashboard.observations import FROM_DATASET
from dashboard.series import SeriesQuery, daily_series, vintage

WHO, SIDE, WHAT = "A", "X", "personnel"
ASKED = [date(2030, 1, day) for day in range(1, 25)]
# A report: days since the one before, what it adds, and its later values by the day of recording.
REPORTS = st.lists(
    st.tuples(
        st.sampled_from([1, 1, 1, 2]),
        st.integers(0, 3),
        st.lists(st.tuples(st.integers(0, 8), st.integers(0, 3)), max_size=2),
    ),
    min_size=2,
    max_size=10,
)


def observed(reports, extra=()) -> pd.DataFrame:
    rows, day, total = [], pd.Timestamp(2030, 1, 1), 100
    for number, (gap, more, versions) in enumerate(reports):
        day, total = day + pd.Timedelta(days=gap), total + more
        for later, change in [(0, 0), *sorted(versions)]:
            rows.append(row(f"r{number:02}", day, total + change, recorded=day + pd.Timedelta(days=later, hours=6)))
    return pd.DataFrame([*rows, *extra]).astype({"recorded": "datetime64[us]", "value": float})


def row(name: str, published: pd.Timestamp, value: float, *, recorded=pd.NaT, lag: int = 1, rank: int = FROM_DATASET):
    end = published - pd.Timedelta(days=lag)
    places = {"claimant": WHO, "subject": SIDE, "category": WHAT, "kind": "total", "definition": ""}
    days = {"start": end, "end": end, "published": published, "recorded": recorded}
    return places | days | {"observation_id": name, "value": value, "rank": rank}


def anew(frame: pd.DataFrame, as_of: date) -> pd.DataFrame:
    query = SeriesQuery(WHO, SIDE, as_of=as_of, lag=1)
    return counted(daily_series(frame, query), (), query)


def cut(frame: pd.DataFrame, as_of: date) -> pd.DataFrame | None:
    known = history(frame, WHO, SIDE, WHAT)
    epoch = known.epoch(as_of)
    if epoch is None:
        return None
    query = SeriesQuery(WHO, SIDE, lag=1)
    rows = counted(daily_series(known.known(epoch), query), (), query)
    return rows[rows["published"] <= pd.Timestamp(as_of)].reset_index(drop=True)


@given(REPORTS, st.sampled_from(ASKED))
def test_what_is_cut_is_what_would_be_worked_out(reports, as_of):
    frame = observed(reports)
    found = cut(frame, as_of)
    if found is None:
        assert frame["published"].min() > pd.Timestamp(as_of)
    else:
        pd.testing.assert_frame_equal(found, anew(frame, as_of))


def test_a_report_told_late_keeps_days_before_it_from_being_cut():
    late = row("z", pd.Timestamp(2030, 1, 9), 103.0, lag=6, rank=1)
    frame = observed([(1, 1, [])] * 8, [late])
    assert cut(frame, date(2030, 1, 5)) is None
    pd.testing.assert_frame_equal(cut(frame, date(2030, 1, 9)), anew(frame, date(2030, 1, 9)))


def test_before_any_of_its_values_was_recorded_a_report_has_its_first():
    known, revised = vintage(observed([(1, 1, [(2, 1), (3, 2)]), (1, 1, [])]), date(2029, 12, 1))
    assert known.set_index("observation_id")["value"].to_dict() == {"r00": 101, "r01": 102}
    assert (len(known), revised) == (2, frozenset())


def test_documents_alone_are_never_cut():
    frame = observed([(1, 1, [])] * 8).assign(rank=1)
    assert cut(frame, date(2030, 1, 5)) is None


def test_a_report_whose_day_of_publishing_was_revised_keeps_every_day_from_being_cut():
    days = (pd.Timestamp(2030, 1, 6), pd.Timestamp(2030, 1, 9))
    moved = [row("z", day, 120.0, recorded=day + pd.Timedelta(hours=6)) for day in days]
    frame = observed([(1, 1, [])] * 3, moved)
    assert cut(frame, date(2030, 1, 7)) is None


@pytest.mark.parametrize(("as_of", "last"), [(3, 4), (5, None), (8, None)])
def test_an_epoch_ends_with_the_day_before_the_next_revision(as_of, last):
    known = history(observed([(1, 1, []), (1, 1, [(2, 1)]), (1, 1, []), (1, 1, [])]), WHO, SIDE, WHAT)
    assert known.epoch(date(2030, 1, as_of)) == Epoch(date(2030, 1, last) if last else None)


@pytest.mark.parametrize("basis", Basis)
def test_the_shipped_series_is_the_same_either_way(shipped, basis):
    days = np.random.default_rng(7).integers(0, 1600, size=5)
    for as_of in (date(2022, 3, 20), date(2024, 11, 11), *(date(2022, 3, 20) + timedelta(days=int(n)) for n in days)):
        query = completed(shipped, replace(shipped.reference_query(basis=basis), as_of=as_of))
        there = counted(series_of(shipped, query), shipped.anomalies, query)
        pd.testing.assert_frame_equal(counted_of(shipped, query), there)


def test_all_epochs_are_told_and_every_day_lies_in_one_of_them():
    known = history(observed([(1, 1, []), (1, 1, [(2, 1)]), (1, 1, [(3, 1)]), (1, 1, [])]), WHO, SIDE, WHAT)
    ends = [epoch.last and epoch.last.day for epoch in known.epochs()]
    assert (known.epochs()[0], ends) == (PRESENT, [None, 6, 4, 3, 2])
    assert {known.epoch(day) for day in ASKED if known.epoch(day)} <= set(known.epochs())

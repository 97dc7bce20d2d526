"""Replaying a log: which value holds, as recorded by a moment and as published by a day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.store import Correction
from dashboard.store.log import corrections_held, difference, ordered, replayed, revisions
from tests.store.conftest import WHEN, entry

DAY = timedelta(days=1)


def values(entries, as_of=None):
    return {held.published.day: held.total for held in replayed(ordered(entries), as_of)}


def test_the_latest_value_of_each_report_holds():
    assert values([entry(9, 10), entry(10, 20), entry(9, 11, WHEN + DAY)]) == {9: 11, 10: 20}


def test_a_removed_report_does_not_hold_and_may_come_back():
    log = [entry(9, 10), entry(9, None, WHEN + DAY)]
    assert values(log) == {}
    assert values([*log, entry(9, 12, WHEN + 2 * DAY)]) == {9: 12}


def test_as_of_a_day_gives_the_value_known_at_its_end():
    log = [entry(9, 10, WHEN - DAY), entry(9, 11, WHEN + DAY)]
    assert values(log, date(2005, 6, 9)) == values(log, date(2005, 6, 10)) == {9: 10}
    assert values(log, date(2005, 6, 11)) == {9: 11}


def test_as_of_a_day_gives_the_first_value_of_what_was_recorded_only_later():
    assert values([entry(9, 10), entry(9, 11, WHEN + DAY)], date(2005, 6, 9)) == {9: 10}


def test_as_of_a_day_leaves_out_what_was_published_later_though_it_was_recorded_before():
    assert values([entry(12, 10, WHEN)], date(2005, 6, 11)) == {}


def test_as_of_a_day_leaves_out_what_was_removed_by_its_end():
    log = [entry(9, 10), entry(9, None, WHEN + timedelta(hours=1)), entry(9, 12, WHEN + DAY)]
    assert values(log, date(2005, 6, 10)) == {}
    assert values(log, date(2005, 6, 11)) == {9: 12}


@pytest.mark.parametrize(("hour", "known"), [(23, {9: 11}), (24, {9: 10})])
def test_a_day_ends_at_midnight_utc(hour, known):
    midnight = datetime(2005, 6, 10, tzinfo=UTC)
    log = [entry(9, 10, midnight), entry(9, 11, midnight + timedelta(hours=hour))]
    assert values(log, date(2005, 6, 10)) == known


def test_an_entry_that_repeats_the_one_before_is_no_change():
    log = ordered([entry(9, 10), entry(9, 10, WHEN + DAY)])
    assert replayed(log)[0].recorded_at == WHEN
    assert revisions(log) == []


def test_another_hedge_is_a_change_of_the_report_but_no_revision_of_its_total():
    log = ordered([entry(9, 10), entry(9, 10, WHEN + DAY, "at_least")])
    assert replayed(log)[0].recorded_at == WHEN + DAY
    assert revisions(log) == []


def test_revisions_tell_old_and_new_total_and_removals():
    log = [entry(9, total, WHEN + n * DAY) for n, total in enumerate([10, 11, None, 11])]
    assert [(row["old_total"], row["new_total"]) for row in revisions(log)] == [(10, 11), (11, None)]
    assert [row["new_total"] for row in revisions(log, date(2005, 6, 11))] == [11]


def test_the_latest_correction_of_a_day_holds_and_one_withdrawn_does_not():
    def mark(day, amount, at):
        return Correction(date(2005, 6, day), "Staff", "Ruritania", "tanks", amount, at)

    log = [mark(9, 5, WHEN + DAY), mark(9, -3, WHEN), mark(10, 1, WHEN), mark(10, None, WHEN + DAY)]
    assert [(one.published.day, one.amount) for one in corrections_held(log)] == [(9, 5)]


states = st.dictionaries(st.integers(1, 6), st.integers(0, 9), max_size=6)


def as_entries(state):
    return {one.report_id: one for one in (entry(day, total) for day, total in state.items())}


@given(st.lists(states, min_size=1, max_size=6))
def test_the_replay_at_each_moment_is_the_state_of_that_moment(history):
    log = []
    for n, state in enumerate(history):
        held = {one.report_id: one for one in replayed(ordered(log))}
        log += difference(held, as_entries(state), WHEN + n * DAY)
    for n, state in enumerate(history):
        assert values([one for one in log if one.recorded_at <= WHEN + n * DAY]) == state


changes_of_days = st.tuples(st.integers(1, 6), st.one_of(st.none(), st.integers(0, 9)), st.integers(0, 20))


@given(st.lists(changes_of_days, unique_by=lambda change: (change[0], change[2])))
def test_the_order_of_the_log_never_matters(changes):
    log = [entry(day, total, WHEN + timedelta(hours=hour)) for day, total, hour in changes]
    assert replayed(ordered(log)) == replayed(ordered(reversed(log)))
    assert revisions(ordered(log)) == revisions(ordered(reversed(log)))


@given(states, states)
def test_a_difference_turns_one_state_into_the_other_and_then_is_empty(one, other):
    log = difference({}, as_entries(one), WHEN)
    held = {held.report_id: held for held in replayed(log)}
    log += difference(held, as_entries(other), WHEN + DAY)
    assert values(log) == other
    now_held = {held.report_id: held for held in replayed(ordered(log))}
    assert difference(now_held, as_entries(other), WHEN + 2 * DAY) == []

"""The dataset's own history: taken over with its own moments, and equal to the file at every one of them."""

from __future__ import annotations

import csv
from datetime import date, datetime, timedelta
from itertools import groupby
from pathlib import Path

import pytest

from dashboard.errors import DocumentError
from dashboard.store import Store, end_of, open_store
from dashboard.store.log import ordered, replayed
from dashboard.sync import JumpRefused, in_words, sync_from
from dashboard.sync.history import HISTORY, history_in
from dashboard.sync.validation import doubts
from tests.sync.conftest import NOW
from tests.sync.test_sync import totals

MADE_UP = [
    ("2005-06-05T10:00:00+03:00", "2005-06-01", "added", "", 100),
    ("2005-06-05T10:00:00+03:00", "2005-06-02", "added", "", 110),
    ("2005-06-06T10:00:00+03:00", "2005-06-02", "changed", 110, 115),
    ("2005-06-06T11:00:00+03:00", "2005-06-02", "removed", 115, ""),
    ("2005-06-06T12:00:00+03:00", "2005-06-02", "added", "", 110),
]


def at(text):
    return datetime.fromisoformat(text)


def test_the_history_is_replayed_at_its_own_moments_and_the_rest_is_recorded_now(folder, store):
    folder.history(*MADE_UP)
    outcome = sync_from(str(folder), store, NOW)
    assert len(outcome.learnt) == 5
    assert "History learnt: 5 changes recorded 5–6 Jun 2005." in in_words(outcome)
    assert totals(store) == folder.persons
    assert totals(store, recorded_as_of=at("2005-06-05T07:00:00Z")) == {"2005-06-01": 100, "2005-06-02": 110}
    assert totals(store, recorded_as_of=at("2005-06-06T10:59:59+03:00")) == {"2005-06-01": 100, "2005-06-02": 115}
    assert totals(store, recorded_as_of=at("2005-06-06T11:30:00+03:00")) == {"2005-06-01": 100}
    assert [(row["old_total"], row["new_total"]) for row in store.revisions()] == [(110, 115), (115, None)]


def test_a_history_that_comes_after_the_files_gives_the_same_reports_and_revisions(folder, store, tmp_path):
    other = open_store(str(tmp_path / "other.db"))
    sync_from(str(folder), other, NOW)
    folder.history(*MADE_UP)
    sync_from(str(folder), other, NOW)
    sync_from(str(folder), store, NOW)
    assert other.reports() == store.reports()
    assert other.revisions() == store.revisions()
    for moment in sorted({at(row[0]) for row in MADE_UP}):
        assert totals(other, recorded_as_of=moment) == totals(store, recorded_as_of=moment)


def test_a_history_that_grows_adds_only_what_is_new(folder, store):
    folder.history(*MADE_UP[:3])
    sync_from(str(folder), store, NOW)
    folder.history(*MADE_UP)
    outcome = sync_from(str(folder), store, NOW + timedelta(hours=1))
    assert (outcome.files, len(outcome.learnt), outcome.changes) == ((HISTORY,), 2, ())
    assert totals(store) == folder.persons


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (("2005-06-07T10:00:00+03:00", "2005-06-02", "changed", 999, 111), "where 110.0 stood"),
        (("2005-06-07T10:00:00+03:00", "2005-06-02", "added", "", 111), "where 110.0 stood"),
        (("2005-06-07T10:00:00+03:00", "2005-06-03", "removed", 120, ""), "where None stood"),
        (("2005-06-07T10:00:00", "2005-06-03", "added", "", 120), "no moment with its zone"),
        (("2005-06-04T10:00:00+03:00", "2005-06-03", "added", "", 120), "earlier than the row before"),
        (("2005-07-07T10:00:00+03:00", "2005-06-03", "added", "", 120), "lies in the future"),
        (("2005-06-07T10:00:00+03:00", "2005-06-03", "guessed", "", 120), "change 'guessed' is not known"),
        (("2005-06-07T10:00:00+03:00", "2005-06-03", "added", "", "1e5"), "is no number"),
        (("2005-06-07T10:00:00+03:00", "2005-06-03", "added", ""), "4 cells where 5 belong"),
    ],
)
def test_a_history_at_fault_changes_nothing(folder, store, row, words):
    folder.history(*MADE_UP, row)
    with pytest.raises(DocumentError, match=words):
        sync_from(str(folder), store, NOW)
    assert store.versions() == []


def test_a_history_cut_off_in_a_row_changes_nothing(folder, store):
    folder.history(*MADE_UP)
    path = folder.path / HISTORY
    path.write_bytes(path.read_bytes()[:-4])
    with pytest.raises(DocumentError, match="the last line breaks off"):
        sync_from(str(folder), store, NOW)


def test_a_history_that_ends_far_from_the_file_is_refused(folder, store):
    folder.history(*MADE_UP, ("2005-06-07T10:00:00+03:00", "2005-06-03", "added", "", 12))
    folder.persons = {day: 1000 + total for day, total in folder.persons.items()}
    folder.write()
    with pytest.raises(JumpRefused, match="changed by more than"):
        sync_from(str(folder), store, NOW)


def test_a_history_rewritten_at_a_moment_already_stored_is_refused(folder, store):
    folder.history(*MADE_UP)
    sync_from(str(folder), store, NOW)
    folder.history((MADE_UP[0][0], "2005-06-01", "added", "", 101))
    with pytest.raises(DocumentError, match=r"gives 101.0, but 100.0 is stored"):
        sync_from(str(folder), store, NOW + timedelta(hours=1), accept_jump=True)


# The public dataset, where it lies beside the checkout.


@pytest.fixture(scope="module")
def real(tmp_path_factory) -> Store:
    path = Path(__file__).resolve().parents[3] / "shared" / "general-staff"
    if not path.is_dir():
        pytest.skip("the public dataset is not beside this checkout")
    store = open_store(str(tmp_path_factory.mktemp("real") / "losses.db"))
    sync_from(str(path), store, REAL_NOW)
    return store


REAL_NOW = at("2026-08-09T09:00:00Z")


def rows_of(shared):
    with (shared / HISTORY).open(newline="") as file:
        return list(csv.DictReader(file))


def states_of(shared):
    """Moment → the personnel file as it then was, by a plain dictionary."""
    state = {}
    for moment, rows in groupby(rows_of(shared), key=lambda row: row["recorded_at"]):
        for row in rows:
            if row["change"] == "removed":
                del state[row["report_date"]]
            else:
                state[row["report_date"]] = float(row["new_total"])
        yield at(moment), dict(state)


def entries_of(store):
    with store.writing("2022 Ukraine Russia War Dataset", "", "") as ledger:
        return [entry for entry in ledger.entries() if entry.category == "personnel"]


def test_a_replay_at_every_moment_of_the_real_history_equals_the_file_at_that_moment(real, shared):
    log, before = entries_of(real), {}

    def known(when):
        return {str(one.published): one.total for one in replayed(entry for entry in log if entry.recorded_at <= when)}

    for n, (moment, state) in enumerate(states_of(shared)):
        assert known(moment) == state
        if n % 20 == 0:
            assert known(moment - timedelta(microseconds=1)) == before
        before = state
    assert totals(real) == before


def test_the_store_itself_replays_every_hundredth_moment(real, shared):
    for moment, state in list(states_of(shared))[::100]:
        assert totals(real, recorded_as_of=moment) == state


def test_the_slip_of_new_year_is_replayed_while_it_stood(real):
    def on(moment):
        return totals(real, recorded_as_of=at(moment))["2024-01-01"]

    assert on("2025-01-01T15:36:25+02:00") == 360010
    assert on("2025-01-01T15:36:26+02:00") == on("2025-01-01T15:41:39+02:00") == 790800
    assert on("2025-01-01T15:41:40+02:00") == totals(real)["2024-01-01"] == 360010


def test_the_real_history_holds_26_revisions(real):
    revisions = real.revisions()
    assert len(revisions) == 26
    assert {row["category"] for row in revisions} == {"personnel"}
    assert sum(row["new_total"] is None for row in revisions) == 4


def test_as_of_every_day_equals_a_plain_reading_of_the_real_history(real, shared):
    log, histories = entries_of(real), {}
    for row in rows_of(shared):
        total = float(row["new_total"]) if row["new_total"] else None
        histories.setdefault(row["report_date"], []).append((at(row["recorded_at"]), total))
    for day in [date(2022, 3, 1) + timedelta(days=n) for n in range(0, 1600, 7)]:
        known = {}
        for published, changes in histories.items():
            if published <= str(day):
                by_then = [total for moment, total in changes if moment <= end_of(day)]
                known[published] = by_then[-1] if by_then else changes[0][1]
        known = {published: total for published, total in known.items() if total is not None}
        assert {str(one.published): one.total for one in replayed(log, day)} == known


def test_as_of_gives_a_revised_day_its_value_of_then(real):
    assert totals(real, as_of=date(2023, 1, 12))["2023-01-12"] == 113990
    assert totals(real, as_of=date(2023, 1, 13))["2023-01-12"] == 113390
    assert totals(real, as_of=date(2022, 3, 1))["2022-03-01"] == 5710


def test_the_real_dataset_holds_every_report_and_correction(real):
    assert len(totals(real)) == 1626
    assert len(real.reports()) == 22313
    corrections = {(str(row["published"]), row["category"]): row["amount"] for row in real.corrections()}
    assert corrections["2025-02-28", "personnel"] == 1650
    fresh = real.freshness()
    assert (str(fresh.last_published), fresh.reports, fresh.fetched_at) == ("2026-08-08", 22313, REAL_NOW)
    assert "Petro Ivaniuk" in fresh.credit
    assert "MIT" in fresh.credit


AROUND = date(2024, 12, 20), date(2025, 1, 20)


def test_the_slips_of_the_real_history_would_have_been_refused(shared):
    log, faults = history_in((shared / HISTORY).read_bytes(), HISTORY)
    assert faults == []
    refused, before = [], {}
    for moment in sorted({entry.recorded_at for entry in log if AROUND[0] <= entry.recorded_at.date() <= AROUND[1]}):
        now = {one.report_id: one for one in replayed(ordered(one for one in log if one.recorded_at <= moment))}
        if before and list(doubts(before, now)):
            refused.append(f"{moment:%m-%d %H:%M}")
        before = now
    # Each slip, and its mending from a state that would have needed --accept-jump to come about.
    assert refused == ["01-01 13:36", "01-01 13:41", "01-02 09:45", "01-03 10:38", "01-04 15:49"]

"""A sync from a folder: what changed is told and kept, and whatever is wrong changes nothing."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.errors import DocumentError, StoreError
from dashboard.sources.general_staff import CORRECTIONS, EQUIPMENT, PERSONNEL
from dashboard.store import open_store
from dashboard.sync import JumpRefused, in_words, sync_from
from dashboard.sync.history import HISTORY
from tests.sync.conftest import NOW, Folder, days

DAY = timedelta(days=1)


def totals(store, category="personnel", **when):
    return {str(row["published"]): row["total"] for row in store.reports(**when) if row["category"] == category}


def everything(store):
    return store.reports(), store.revisions(), store.corrections(), store.versions()


def test_the_first_sync_stores_every_report_and_the_corrections_that_are_not_zero(folder, store):
    outcome = sync_from(str(folder), store, NOW)
    assert outcome.counts() == {"added": 40, "changed": 0, "removed": 0}
    assert (totals(store), totals(store, "tanks")) == (folder.persons, folder.tanks)
    assert [(str(row["published"]), row["category"], row["amount"]) for row in store.corrections()] == [
        ("2005-06-05", "tanks", -2)
    ]
    assert [(version.file, version.rows, version.added) for version in store.versions()] == [
        (PERSONNEL, 20, 20),
        (EQUIPMENT, 20, 20),
        (CORRECTIONS, 1, 0),
    ]
    assert {row["recorded_at"] for row in store.reports()} == {NOW}


def test_an_unchanged_dataset_adds_nothing_and_says_so(folder, store):
    sync_from(str(folder), store, NOW)
    before = everything(store), store.stamp()
    outcome = sync_from(str(folder), store, NOW + DAY)
    assert outcome.unchanged
    assert in_words(outcome) == ["Nothing has changed since the last version; nothing was stored."]
    assert (everything(store), store.stamp()) == before


def test_the_same_figures_in_other_bytes_are_a_version_but_no_change(folder, store):
    sync_from(str(folder), store, NOW)
    folder.persons = dict(reversed(folder.persons.items()))
    folder.write()
    outcome = sync_from(str(folder), store, NOW + DAY)
    assert (outcome.files, outcome.changes) == ((PERSONNEL,), ())
    assert "No report was added, changed or removed." in in_words(outcome)
    assert totals(store) == folder.persons


def test_added_changed_and_removed_reports_are_told_and_replayed(folder, store):
    sync_from(str(folder), store, NOW)
    before = dict(folder.persons)
    folder.persons |= {"2005-06-03": 121, "2005-06-21": 300}
    del folder.persons["2005-06-10"]
    folder.write()
    words = in_words(sync_from(str(folder), store, NOW + DAY))
    assert words[1:4] == [
        "added: GS-2005-06-21 (personnel) 300",
        "changed: GS-2005-06-03 (personnel) 120 → 121",
        "removed: GS-2005-06-10 (personnel) 190",
    ]
    assert "Note: personnel: no report for 1 days (2005-06-10)." in words
    assert totals(store) == folder.persons
    assert totals(store, recorded_as_of=NOW) == before
    assert [(version.added, version.changed, version.removed) for version in store.versions()][3:] == [(1, 1, 1)]


def test_another_hedge_is_a_change(folder, store):
    sync_from(str(folder), store, NOW)
    text = (folder.path / PERSONNEL).read_text()
    folder.put(PERSONNEL, text.replace("about", "more", 1))
    words = in_words(sync_from(str(folder), store, NOW + DAY))
    assert words[1] == "changed: GS-2005-06-01 (personnel) about 100 → at least 100"
    assert store.revisions() == []


def test_a_withdrawn_correction_is_kept_as_history(folder, store):
    sync_from(str(folder), store, NOW)
    folder.corrections = {"2005-06-06": {"tank": 3}}
    folder.write()
    sync_from(str(folder), store, NOW + DAY)
    assert [row["amount"] for row in store.corrections()] == [3]
    assert [row["amount"] for row in store.corrections(recorded_as_of=NOW)] == [-2]


def test_a_clock_that_went_back_writes_nothing_into_the_past(folder, store):
    sync_from(str(folder), store, NOW)
    folder.persons["2005-06-03"] = 121
    folder.write()
    sync_from(str(folder), store, NOW - DAY)
    assert totals(store)["2005-06-03"] == 121
    assert totals(store, recorded_as_of=NOW)["2005-06-03"] == 120


def test_equipment_may_fall_and_this_is_said_with_what_the_corrections_explain(folder, store):
    folder.tanks |= {"2005-06-05": 7, "2005-06-09": 3}
    folder.write()
    assert "Note: equipment: 2 totals fall on 2 days; the dataset's own corrections name 1 of those days." in in_words(
        sync_from(str(folder), store, NOW)
    )


def test_an_unknown_category_is_said_and_the_rest_taken(folder, store):
    folder.put(EQUIPMENT, [{"date": day, "day": 1, "tank": 5, "walkers": 1} for day in days(20)])
    words = in_words(sync_from(str(folder), store, NOW))
    assert any("key 'walkers' is not known" in word for word in words)
    assert len(totals(store, "tanks")) == 20


BROKEN = {
    "half a file": (PERSONNEL, '[{"date": "2005-06-01", "personnel": 100}, {"date": "2005-0', "the JSON breaks"),
    "an empty file": (PERSONNEL, "", "the file is empty"),
    "a page instead": (EQUIPMENT, "<html>moved</html>", "begins no list of records"),
    "no rows": (PERSONNEL, "[]", "holds no rows"),
    "a date that is none": (PERSONNEL, [{"date": "2005-6-1", "personnel": 1}], "is no date"),
    "a date twice": (PERSONNEL, [{"date": "2005-06-01", "personnel": 1}] * 2, "is already on line"),
    "a date to come": (PERSONNEL, [{"date": "2005-07-03", "personnel": 1}], "lies in the future"),
    "a total in words": (PERSONNEL, [{"date": "2005-06-01", "personnel": "many"}], "is no number"),
    "a record without its total": (PERSONNEL, [{"date": "2005-06-01", "personnel": None}], "states no personnel"),
    "a correction in words": (CORRECTIONS, [{"date": "2005-06-01", "tank": "few"}], "is no number"),
    "a history of another kind": (HISTORY, "a,b\n1,2\n", "the columns are not those"),
}


@pytest.mark.parametrize("case", BROKEN)
@pytest.mark.parametrize("first", [True, False], ids=["at first", "later"])
def test_a_dataset_at_fault_changes_nothing(folder, store, case, first):
    if not first:
        sync_from(str(folder), store, NOW)
    before = everything(store)
    name, content, words = BROKEN[case]
    folder.put(name, content)
    with pytest.raises(DocumentError, match=words):
        sync_from(str(folder), store, NOW, accept_jump=True)
    assert everything(store) == before


def test_a_missing_file_changes_nothing(folder, store):
    (folder.path / EQUIPMENT).unlink()
    with pytest.raises(DocumentError, match="the file is missing"):
        sync_from(str(folder), store, NOW)
    with pytest.raises(DocumentError, match="is no folder"):
        sync_from(f"{folder}/nowhere", store, NOW)
    assert store.versions() == []


def jump(folder, case):
    last = "2005-06-20"
    match case:
        case "the running total of personnel falls":
            folder.persons["2005-06-10"] = 260
        case "reports of 4 days would be removed":
            for day in days(4):
                del folder.persons[day]
        case "reports of 11 days would be changed":
            folder.persons |= {day: folder.persons[day] + 1 for day in days(11)}
        case "totals would be changed by more than 10%":
            folder.persons[last] = 400
        case "totals leap by more than 250 a day":
            folder.persons["2005-06-21"] = 2900
    folder.write()


@pytest.mark.parametrize(
    "case",
    [
        "the running total of personnel falls",
        "reports of 4 days would be removed",
        "reports of 11 days would be changed",
        "totals would be changed by more than 10%",
        "totals leap by more than 250 a day",
    ],
)
def test_a_jump_is_refused_until_a_person_accepts_it(folder, store, case):
    sync_from(str(folder), store, NOW)
    before = everything(store)
    jump(folder, case)
    with pytest.raises(JumpRefused, match=rf"{case}.*--accept-jump"):
        sync_from(str(folder), store, NOW + DAY)
    assert everything(store) == before
    sync_from(str(folder), store, NOW + DAY, accept_jump=True)
    assert totals(store) == folder.persons


def test_a_fall_is_refused_even_at_the_first_sync(folder, store):
    folder.persons["2005-06-20"] = 1
    folder.write()
    with pytest.raises(JumpRefused, match="falls"):
        sync_from(str(folder), store, NOW)
    assert not store.versions()


def test_a_store_that_cannot_be_written_is_told(folder, tmp_path):
    with pytest.raises(StoreError, match="Check the path"):
        sync_from(str(folder), open_store(f"{folder.path / PERSONNEL}/losses.db"), NOW)


changes = st.dictionaries(st.sampled_from(days(8)), st.integers(0, 3), max_size=8)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(changes, min_size=1, max_size=4), st.data())
def test_the_log_only_grows_and_the_state_is_that_of_the_last_sync_however_many_came_between(
    tmp_path_factory, versions, data
):
    base = tmp_path_factory.mktemp("sync")
    all_, some = open_store(str(base / "all.db")), open_store(str(base / "some.db"))
    folder = Folder(base / "dataset")
    skipped = data.draw(st.sets(st.integers(0, len(versions) - 2)) if len(versions) > 1 else st.just(set()))
    logs = []
    for n, shifts in enumerate(versions):
        folder.persons = {day: 100 + 10 * k + shifts.get(day, 0) for k, day in enumerate(days(8))}
        folder.write()
        sync_from(str(folder), all_, NOW + n * DAY)
        if n not in skipped:
            sync_from(str(folder), some, NOW + n * DAY)
        with all_.writing("2022 Ukraine Russia War Dataset", "", "") as ledger:
            logs.append(set(ledger.entries()))
    assert all(before <= after for before, after in pairwise(logs))
    assert totals(all_) == totals(some) == folder.persons
    assert totals(all_, "tanks") == totals(some, "tanks") == folder.tanks

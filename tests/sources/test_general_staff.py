"""The public dataset's JSON: categories, hedges, and how each fault is told."""

import json
from collections import Counter
from datetime import date

import pytest

from dashboard.sources import general_staff

PEOPLE = {"date": "2005-06-07", "day": 1, "personnel": 100, "personnel*": "about", "POW": 3}
THINGS = {"date": "2005-06-07", "day": 1, "tank": 7, "mobile SRBM system": 1, "greatest losses direction": "North"}


@pytest.fixture
def folder(tmp_path):
    def write(people, things="[]"):
        (tmp_path / general_staff.PERSONNEL).write_text(
            people if isinstance(people, str) else json.dumps(people, indent=1)
        )
        (tmp_path / general_staff.EQUIPMENT).write_text(
            things if isinstance(things, str) else json.dumps(things, indent=1)
        )
        return tmp_path

    return write


def test_persons_and_things_come_out_as_reports(folder):
    rows, problems = general_staff.read(folder([PEOPLE], [THINGS]))
    assert not problems
    assert [(row["report_id"], row["category"], row["total"], row["hedge"]) for row in rows] == [
        ("GS-2005-06-07", "personnel", 100, "about"),
        ("GS-2005-06-07-tanks", "tanks", 7, "about"),
        ("GS-2005-06-07-ballistic_missile_systems", "ballistic_missile_systems", 1, "about"),
    ]
    assert {row["published"] for row in rows} == {date(2005, 6, 7)}


def test_more_than_is_a_lower_bound(folder):
    rows, _ = general_staff.read(folder([PEOPLE | {"personnel*": "more"}]))
    assert rows[0]["hedge"] == "at_least"


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"date": "7 June"}, "date '7 June' is no date"),
        ({"personnel": "many"}, "personnel 'many' is no number"),
        ({"personnel": -1}, "personnel '-1' is no number"),
        ({"personnel": True}, "personnel 'True' is no number"),
        ({"personnel*": "maybe"}, "personnel* 'maybe' is not known. Use one of about, more"),
        ({"date": "2005-06-06"}, "date '2005-06-06' is already on line 2"),
    ],
)
def test_a_bad_record_is_told_with_its_line_and_the_others_are_read(folder, told, changed, words):
    first, last = PEOPLE | {"date": "2005-06-06"}, PEOPLE | {"date": "2005-06-08"}
    rows, problems = general_staff.read(folder([first, PEOPLE | changed, last]))
    assert [str(row["published"]) for row in rows] == ["2005-06-06", "2005-06-08"]
    told(problems, 9, words)


def test_an_unknown_key_is_told_once(folder, told):
    rows, problems = general_staff.read(
        folder("[]", [THINGS | {"walkers": 2}, THINGS | {"date": "2005-06-08", "walkers": 3}])
    )
    assert len(rows) == 4
    told(problems, 2, "key 'walkers' is not known")


def test_broken_json_keeps_the_records_before_it(folder, told):
    rows, problems = general_staff.read(folder(json.dumps([PEOPLE], indent=1)[:-1] + ',\n{"date": '))
    assert len(rows) == 1
    told(problems, 10, "the JSON breaks at")


@pytest.mark.parametrize("text", ["{}", "not json", '"x"', "[" * 100_000])
def test_what_is_no_list_of_records_is_told(folder, text):
    rows, problems = general_staff.read(folder(text))
    assert rows == []
    assert problems[0].line == 1


def test_missing_files_are_told(tmp_path):
    rows, problems = general_staff.read(tmp_path)
    assert rows == []
    assert [problem.what for problem in problems] == ["the file is missing", "the file is missing"]


def test_the_whole_dataset_is_read(shared):
    rows, problems = general_staff.read(shared / "general-staff")
    counts = Counter(row["category"] for row in rows)
    assert not problems
    assert counts["personnel"] == 1626
    assert set(counts) == {"personnel", *general_staff.CATEGORIES.values()}
    assert len({row["report_id"] for row in rows}) == len(rows)


@pytest.mark.parametrize("category", ["military_auto", "fuel_tanks", "ballistic_missile_systems"])
def test_three_categories_end_before_their_successor_begins(shared, category):
    rows, _ = general_staff.read(shared / "general-staff")
    assert max(row["published"] for row in rows if row["category"] == category) < date(2022, 5, 1)


def test_the_dataset_and_the_reports_that_ship_say_the_same(shared, shipped_reports):
    rows, _ = general_staff.read(shared / "general-staff")
    full = {row["report_id"]: row for row in rows}
    assert all(full[report["report_id"]] == report for report in shipped_reports)


def test_a_record_without_its_personnel_is_told(folder, told):
    rows, problems = general_staff.read(folder([PEOPLE | {"personnel": None}, PEOPLE | {"date": "2005-06-08"}]))
    assert [str(row["published"]) for row in rows] == ["2005-06-08"]
    told(problems, 2, "states no personnel")


def test_corrections_keep_their_sign_and_zeros_are_none(told):
    marks = [{"date": "2005-06-07", "day": 1, "APC": -25, "tank": 0, "personnel": 160}, {"date": "x", "tank": 1}]
    parsed = general_staff.corrections_in(json.dumps(marks, indent=1).encode(), "file")
    assert [(row["category"], row["amount"]) for row in parsed.rows] == [("personnel", 160), ("armoured_vehicles", -25)]
    told(parsed.faults, 9, "date 'x' is no date")


def test_the_dataset_is_credited_to_its_author_with_its_licence():
    assert general_staff.DATASET.credit == "2022 Ukraine Russia War Dataset by Petro Ivaniuk, MIT licence"

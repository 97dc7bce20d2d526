"""Conflict, claimants and anomalies: TOML whose faults are told with their line."""

from datetime import date

import pytest

from dashboard.errors import DocumentError
from dashboard.sources import anomalies, claimants, conflict

CONFLICT = """name = "A war"
start = 2001-02-03
start_words = ["invasion"]
reference_claimant = "Staff"
reference_subject = "North"
[[sides]]
name = "North"
aliases = ["Northern"]
[[sides]]
name = "South"
"""
CLAIMANTS = """[[claimant]]
name = "Staff"
aliases = ["the Staff"]
kind = "military"
reporting_lag_days = 1
hue = "deep_blue"

[[claimant]]
name = "Ministry"
{}

[[claimant]]
name = "Count"
"""
ANOMALY = """[[anomaly]]
kind = "correction"
claimant = "Staff"
subject = "North"
category = "personnel"
start = 2005-06-07
end = 2005-06-07
expected = 300
amount = 100
reason = "a lump"
source = "https://example.org/c"
"""


def test_a_conflict_is_read_whole(file):
    war = conflict.read(file("conflict.toml", CONFLICT))
    assert (war.name, war.start, war.regular_since, war.compare_with) == ("A war", date(2001, 2, 3), None, None)
    assert [(side.name, side.aliases) for side in war.sides] == [("North", ("Northern",)), ("South", ())]


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ("2001-02-03", '"3 February"', "line 2", "start '3 February' is no date"),
        ('["invasion"]', '"invasion"', "line 3", "start_words 'invasion' is no list"),
        ('reference_claimant = "Staff"\n', "", "line 1", "key 'reference_claimant' is missing"),
        ("start_words", "start_wrods", "line 3", "key 'start_wrods' is not known"),
        ('"South"', '"Northern"', "line 9", "'Northern' names both North and Northern"),
        ('name = "A war"', 'name = "A war', "line 1", "is no TOML"),
        ('aliases = ["Northern"]', 'alias = ["Northern"]', "line 6", "key 'alias' of a side is not known"),
    ],
)
def test_an_unusable_conflict_stops_with_file_line_value_and_remedy(file, old, new, place, words):
    with pytest.raises(DocumentError) as error:
        conflict.read(file("conflict.toml", CONFLICT.replace(old, new)))
    message = str(error.value)
    assert "conflict.toml" in message
    assert place in message
    assert words in message


def test_a_missing_conflict_stops(tmp_path):
    with pytest.raises(DocumentError, match=r"conflict\.toml, line 1: the file is missing"):
        conflict.read(tmp_path / "conflict.toml")


@pytest.mark.parametrize(
    ("added", "kept", "line", "words"),
    [
        ('alias = ["x"]', 3, 10, "key 'alias' is not known and was not read"),
        ('kind = "army"', 2, 8, "kind 'army' is not known. Use one of government"),
        ('hue = "red"', 2, 8, "hue 'red' is not known"),
        ("reporting_lag_days = -1", 2, 8, "reporting_lag_days '-1' is no number of days"),
        ('derived_from = "Nobody"', 3, 10, "derived_from 'Nobody' of Ministry is no claimant"),
        ('aliases = ["the Staff", "MoX"]', 3, 10, "alias 'the Staff' of Ministry already names Staff"),
        ('aliases = "MoX"', 2, 8, "aliases 'MoX' is no list"),
        ('note = ""', 2, 8, "note '' is no text"),
        ('\n[[claimant]]\nname = "Staff"', 3, 11, "claimant 'Staff' is there twice"),
    ],
)
def test_a_fault_of_one_claimant_is_told_and_the_others_are_read(file, told, added, kept, line, words):
    read, problems = claimants.read(file("claimants.toml", CLAIMANTS.format(added)))
    assert len(read) == kept
    assert {"Staff", "Count"} <= set(read)
    told(problems, line, words)


def test_an_alias_that_clashes_is_dropped_and_the_others_stay(file):
    read, _ = claimants.read(file("claimants.toml", CLAIMANTS.format('aliases = ["the Staff", "MoX"]')))
    assert read["Staff"].aliases == ("the Staff",)
    assert read["Ministry"].aliases == ("MoX",)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('[[claimant]]\nname = "A', 2, "is no TOML"),
        ("claimant = 3", 1, "is no list of tables"),
        ('[[claimants]]\nname = "A"', 1, "key 'claimants' is not known"),
    ],
)
def test_broken_toml_is_told_with_its_line(file, told, text, line, words):
    read, problems = claimants.read(file("claimants.toml", text))
    assert read == {}
    told(problems, line, words)


def test_a_good_anomaly_is_read(file):
    read, problems = anomalies.read(file("anomalies.toml", ANOMALY))
    assert not problems
    assert (read[0].expected, read[0].amount, read[0].omit_from_records) == (300, 100, True)


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("2005-06-07\nend", '"June"\nend', 13, "start 'June' is no date"),
        ("end = 2005-06-07", "end = 2005-06-06", 13, "start 2005-06-07 is after end 2005-06-06"),
        ('"correction"', '"mistake"', 13, "kind 'mistake' is not known"),
        ("amount = 100\n", "", 13, "a correction lacks its amount"),
        ("amount = 100", 'amount = "100"', 13, "amount '100' is no number"),
        ("amount = 100", "amount = nan", 13, "is no number"),
        ('claimant = "Staff"', 'claimant = "Nobody"', 13, "claimant 'Nobody' is not known"),
        ("https:", "file:", 13, "is no web address"),
        ("amount = 100", "amount = 100\nalternative = 50", 13, "alternative 50 has no reason"),
        ("amount = 100", "amount = 100\nomit_from_records = 1", 13, "neither true nor false"),
        ('reason = "a lump"\n', "", 13, "key 'reason' is missing"),
    ],
)
def test_a_bad_anomaly_is_told_and_the_other_is_read(file, people, told, old, new, line, words):
    other = ANOMALY.replace("2005-06-07", "2006-06-07")
    known = people | {"Staff": people["Ministry"]}
    read, problems = anomalies.read(file("anomalies.toml", f"{other}\n{ANOMALY.replace(old, new)}"), known)
    assert [anomaly.start for anomaly in read] == [date(2006, 6, 7)]
    told(problems, line, words)


def test_two_corrections_of_one_day_are_never_both_taken_off(file, told):
    read, problems = anomalies.read(file("anomalies.toml", f"{ANOMALY}\n{ANOMALY}"))
    assert len(read) == 1
    told(problems, 13, "this correction of 2005-06-07 overlaps")


def test_an_unknown_key_of_an_anomaly_is_told(file, told):
    read, problems = anomalies.read(file("anomalies.toml", f"{ANOMALY}colour = 1\n"))
    assert len(read) == 1
    told(problems, 12, "key 'colour' is not known")


def test_toml_that_breaks_off_at_the_end_of_a_line_is_told(file):
    with pytest.raises(DocumentError, match=r"is no TOML.*Mend that line"):
        conflict.read(file("conflict.toml", 'name = "A war"\nstart_words = [\n'))

"""Tables as files: the rows asked for, numbers as numbers, a citation, and nothing that a spreadsheet would run."""

import csv
import io
import zipfile
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.web.listing import Listing
from dashboard.web.sheet import ADDRESS, FILTER, ROWS, Sheet, chosen, citation, one_line
from dashboard.web.spreadsheets import as_csv, as_xlsx, neutral
from dashboard.web.tables import Column

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ROWS_MADE = [{"Name": "=1+1", "Count": 1950.0, "Day": date(2030, 1, 2)}, {"Name": "b", "Count": None, "Day": None}]


def cells(book: bytes) -> dict[str, tuple[str | None, str]]:
    """Type and text of each cell of the first sheet, shared strings resolved."""
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        words = [
            "".join(t.itertext()) for t in ElementTree.fromstring(parts.read("xl/sharedStrings.xml")).iter(f"{MAIN}si")
        ]
        sheet = ElementTree.fromstring(parts.read("xl/worksheets/sheet1.xml"))
    assert not list(sheet.iter(f"{MAIN}f"))
    found = {}
    for cell in sheet.iter(f"{MAIN}c"):
        value = cell.findtext(f"{MAIN}v") or ""
        found[cell.get("r")] = (cell.get("t"), words[int(value)] if cell.get("t") == "s" else value)
    return found


def test_a_workbook_holds_numbers_days_and_harmless_text():
    found = cells(as_xlsx("T", ["cited"], ["Name", "Count", "Day"], ROWS_MADE))
    assert found["A1"] == ("s", "cited")
    assert [found[at][1] for at in ("A3", "B3", "C3")] == ["Name", "Count", "Day"]
    assert found["A4"] == ("s", "'=1+1")
    assert (found["B4"][0], float(found["B4"][1])) == (None, 1950.0)
    assert (found["C4"][0], float(found["C4"][1])) == (None, 47485.0)
    assert "B5" not in found


@pytest.mark.parametrize("lead", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", " =", "\u00a0@"])
def test_no_text_of_a_file_begins_as_a_formula(lead):
    row = {f"{lead}name": f"{lead}cmd"}
    read = list(csv.reader(io.StringIO(as_csv([], list(row), [row]), newline="")))
    assert read[1][0] == f"'{lead}cmd"
    assert all(text.startswith("'") for kind, text in cells(as_xlsx("T", [], list(row), [row])).values() if kind == "s")


@given(st.text(max_size=12))
def test_what_is_neutral_once_is_neutral(text):
    assert neutral(neutral(text)) == neutral(text)


def test_the_same_rows_give_the_same_bytes():
    assert as_xlsx("T", ["c"], ["Name"], ROWS_MADE) == as_xlsx("T", ["c"], ["Name"], ROWS_MADE)


SHEET = Sheet("T", {"a": ("A", "A2"), "b": ("B",), "": ("Id",)}, {"1": {"A": "x"}, "2": {"A": "y"}})


def test_a_column_of_the_page_brings_all_that_stands_for_it():
    assert chosen(SHEET, ["2", "nope", "1"], ["b", "a", "c"]) == (["B", "A", "A2", "Id"], [{"A": "y"}, {"A": "x"}])
    assert chosen(SHEET, None, None) == (["A", "A2", "B", "Id"], [{"A": "x"}, {"A": "y"}])


def test_words_of_a_filter_stay_on_one_line():
    assert one_line("a\nb\t\u202ec" + "x" * 500).startswith("abcx")
    assert len(one_line("x" * 500)) == 200


def ask(client, **changes):
    body = {"table": "claims", "format": "csv", "path": "/claims", "query": "?as_of=2024-11-12"}
    return client.post("/export", json=body | changes)


def test_the_claims_left_after_filtering_come_as_csv_with_their_citation(client, losses):
    ids = [claim.claim_id for claim in losses.claims if claim.value == 1950][:1]
    answer = ask(client, rows=ids, columns=["figure", "verdict"], filter="“1950”")
    lines = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="reported-losses_claims_as-of-2024-11-12.csv"'
    )
    assert lines[0][0].startswith("# Reported Losses: Claims, 1 of ")
    assert "narrowed to “1950”" in lines[0][0]
    assert "as published by 12 Nov 2024" in lines[0][0]
    assert f"Data version {losses.version[:12]}" in lines[0][0]
    assert "http://localhost/claims?as_of=2024-11-12" in lines[0][0]
    named = dict(zip(lines[1], lines[2], strict=True))
    assert (named["Value"], named["Verdict"], named["Claim"]) == ("1950", "equal", ids[0])
    assert len(lines) == 3


@pytest.mark.parametrize(
    ("table", "path", "words"),
    [
        ("months", "/compare", "Monthly estimates"),
        ("calendar", "/", "Reported losses by month"),
        ("chart-daily", "/", "reported for"),
        ("chart-spans", "/compare", "claims agree"),
    ],
)
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_every_table_can_be_taken_along(client, table, path, words, form):
    answer = ask(client, table=table, path=path, format=form, query="")
    assert answer.status_code == 200
    if form == "csv":
        assert words in answer.text.splitlines()[0]
    else:
        assert words in cells(answer.data)["A1"][1]


def test_equipment_comes_as_numbers(synced_client):
    answer = synced_client.post("/export", json={"table": "equipment", "format": "csv", "path": "/equipment"})
    rows = list(csv.DictReader(answer.text.splitlines()[1:]))
    assert (rows[0]["Category"], rows[0]["Running total"], rows[0]["Last day"]) == ("Tanks", "12073", "2")


@pytest.mark.parametrize(
    "changes",
    [
        {"table": "nothing"},
        {"format": "exe"},
        {"path": "//evil.example"},
        {"rows": "all"},
        {"rows": [1]},
        {"columns": {}},
        {"filter": 7},
    ],
)
def test_an_odd_request_is_told(client, changes):
    answer = ask(client, **changes)
    assert answer.status_code == 400
    assert "Traceback" not in answer.text


def test_a_request_without_a_body_is_told(client):
    assert client.post("/export", data=b"x").status_code == 400


def test_a_citation_has_places_for_what_the_browser_knows(app, losses):
    from dashboard.web.editions import Editions, fixed

    words = citation("Claims", Editions(fixed(losses)).asked(""))
    assert all(words.count(place) == 1 for place in (ROWS, FILTER, ADDRESS))


@pytest.mark.parametrize(
    ("table", "path", "column"),
    [
        ("estimates-killed", "/estimates", "Estimate"),
        ("estimates-casualties", "/estimates", "Estimate"),
        ("claimants", "/data", "Figures"),
        ("corrections", "/data", "Amount"),
        ("gaps", "/data", "Number of days"),
        ("set-aside", "/data", "Figure"),
        ("left-out", "/data", "Remedy"),
        ("readings-2025-02", "/data", "Less the correction"),
        ("documents", "/document", "Figures"),
        ("conflicting-reports", "/data", "Likely slip"),
        ("do-the-claims-add-up", "/data", "Outcome"),
    ],
)
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_every_table_of_the_estimates_and_the_data_is_taken_along(client, table, path, column, form):
    answer = client.post("/export", json={"table": table, "format": form, "path": path, "query": ""})
    assert answer.status_code == 200, answer.text
    if form == "csv":
        lines = list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig"))))
        assert lines[0][0].startswith("# Reported Losses: ")
        assert column in lines[1]


def test_numbers_and_days_of_such_a_table_are_numbers_and_days():
    listing = Listing("made-up", "Made up", [Column("Day"), Column("Lost", number=True)], [["1 Mar 2031", "−1,234.5"]])
    assert list(listing.sheet().rows.values()) == [{"Day": date(2031, 3, 1), "Lost": -1234.5}]

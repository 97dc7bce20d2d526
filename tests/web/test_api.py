"""The figures over HTTP: the same filters as the pages, JSON and CSV, and nothing that a spreadsheet would run."""

import csv
import io

import pytest

from dashboard.web.api import as_csv
from dashboard.web.spreadsheets import neutral


def test_series_gives_the_days_asked_for(client):
    rows = client.get("/api/series?start=2024-11-10&end=2024-11-11").get_json()
    derived = {row["start"]: row["losses"] for row in rows if row["method"] == "derived"}
    assert derived == {"2024-11-10": 1770, "2024-11-11": 1950}


def test_series_follows_the_basis(client):
    rows = client.get("/api/series?start=2024-11-11&end=2024-11-12&basis=published").get_json()
    derived = {row["start"]: row["losses"] for row in rows if row["method"] == "derived"}
    assert derived == {"2024-11-11": 1770, "2024-11-12": 1950}


def test_series_as_of_a_day_knows_nothing_later(client):
    rows = client.get("/api/series?as_of=2024-11-11").get_json()
    assert max(row["published"] for row in rows) == "2024-11-11"


def test_comparison_has_october_2024_equal_and_derived(client):
    rows = client.get("/api/comparison?start=2024-10-01&end=2024-10-31").get_json()
    equal = [row for row in rows if row["a_value"] == 41980 or row["a_value"] == 1354]
    assert equal
    assert all(row["verdict"].startswith("equal") for row in equal)
    assert any("General Staff" in row["dependence"] for row in equal)


def test_claims_can_be_narrowed_to_a_verdict(client):
    rows = client.get("/api/claims?verdict=differs").get_json()
    assert rows
    assert {row["verdict"] for row in rows} == {"differs"}


@pytest.mark.parametrize("path", ["/api/claims?", "/api/comparison?by=claim&"])
def test_several_claimants_can_be_named(client, path):
    rows = client.get(f"{path}claimant=Tony+Radakin&claimant=John+Healey").get_json()
    assert {row.get("claimant") or row.get("a_claimant") for row in rows} == {"Tony Radakin", "John Healey"}


@pytest.mark.parametrize("path", ["claims", "series", "comparison"])
def test_csv_has_the_rows_of_the_json(client, path):
    rows = client.get(f"/api/{path}?start=2024-10-01&end=2024-11-30").get_json()
    answer = client.get(f"/api/{path}?start=2024-10-01&end=2024-11-30&format=csv")
    assert answer.mimetype == "text/csv"
    assert len(list(csv.DictReader(io.StringIO(answer.text)))) == len(rows) > 0


def test_an_unchanged_answer_is_not_sent_again(client):
    first = client.get("/api/series?start=2024-11-10")
    again = client.get("/api/series?start=2024-11-10", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert not again.data
    assert client.get("/api/series?start=2024-11-09").headers["ETag"] != first.headers["ETag"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("/api/series?start=monday", "“monday” is no date"),
        ("/api/series?claimant=Nobody", "no claimant is called 'Nobody'"),
        ("/api/series?format=xml", "neither json nor csv"),
        ("/api/comparison?by=year", "by=year is not one of"),
        ("/api/comparison?a=Nobody", "Nobody"),
        ("/api/claims?verdict=right", "verdict=right is not one of equal,"),
        ("/api/series?strat=2024-11-10", "“strat” is no parameter here; there are as_of,"),
        ("/api/series?start=", "start is empty"),
        ("/api/series?start=2024-11-10&start=2024-11-11", "start is given 2 times"),
        ("/api/claims?q=" + "x" * 201, "q is too long"),
        ("/api/claims?" + "&".join(["claimant=Kyiv"] * 61), "claimant is too long"),
        ("/api/claims?" + "&".join(["claimant=" + "x" * 150] * 50), "the filters are too long"),
        ("/api/claims?limit=0", "limit=0 is no whole number from 1 to"),
        ("/api/claims?offset=-1", "offset=-1 is no whole number from 0 to"),
        ("/api/claims?limit=٣", "limit=٣ is no whole number"),
    ],
)
def test_a_parameter_that_cannot_be_used_is_told(client, query, words):
    answer = client.get(query)
    assert answer.status_code == 400
    assert words in answer.get_json()["error"]


def test_as_of_a_day_no_estimate_of_later_stands_beside_the_series(client):
    known = {row["claim_id"] for row in client.get("/api/claims?as_of=2024-11-12").get_json()}
    for by in ("month", "claim"):
        rows = client.get(f"/api/comparison?by={by}&as_of=2024-11-12").get_json()
        assert rows
        assert {row["claim_id"] for row in rows} <= known


def test_pages_follow_one_another_without_loss_or_repetition(client):
    every = client.get("/api/series?start=2024-10-01&end=2024-11-30").get_json()
    place, gathered = "/api/series?start=2024-10-01&end=2024-11-30&limit=7", []
    while place:
        answer = client.get(place)
        assert answer.headers["X-Total-Count"] == str(len(every))
        assert len(answer.get_json()) <= 7
        gathered += answer.get_json()
        place = answer.headers.get("Link", "").partition(">")[0].removeprefix("<")
    assert gathered == every


def test_a_page_beyond_the_end_is_empty_and_its_csv_keeps_the_columns(client):
    whole = client.get("/api/claims?format=csv").text.splitlines()[0]
    empty = client.get("/api/claims?format=csv&offset=99999")
    assert empty.text.splitlines() == [whole]
    assert whole.startswith("document_id,publisher,published,url,value,low,high,hedge,subject")
    assert "Link" not in empty.headers


@pytest.mark.parametrize(
    ("method", "path", "status"), [("get", "/api/nothing", 404), ("get", "/api/", 404), ("post", "/api/series", 405)]
)
def test_programs_are_told_in_json(client, method, path, status):
    answer = getattr(client, method)(path)
    assert answer.status_code == status
    assert answer.get_json()["error"]


def test_a_method_that_is_not_answered_names_those_that_are(client):
    assert "GET" in client.put("/api/claims").headers["Allow"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-2+3", "@SUM(A1)", "\tx", "\rx"])
def test_a_cell_that_would_run_is_neutralised(text):
    assert neutral(text) == f"'{text}"


def test_negative_numbers_stay_numbers():
    assert list(
        csv.reader(io.StringIO(as_csv([{"difference": -40, "note": "-40 apart"}], ["difference", "note"])))
    ) == [
        ["difference", "note"],
        ["-40", "'-40 apart"],
    ]


def test_health_and_readiness_are_told(client):
    assert client.get("/healthz").get_json() == {"status": "ok"}
    ready = client.get("/readyz")
    assert ready.status_code == 200
    assert len(ready.get_json()["data"]) == 64

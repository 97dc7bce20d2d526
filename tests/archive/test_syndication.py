"""Copies of one text are one witness: a claim tells how many independent documents report it."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from dashboard.archive.syndication import Syndicates
from dashboard.intake.alike import signature
from tests.archive.conftest import rows

CLAIM = "Russia lost 1,234 troops over the past day, the General Staff of Ukraine said on 12 November 2024."


def prose(seed: str, words: int = 120) -> str:
    return " ".join(f"{seed}{n}" for n in range(words))


def document(name: str, text: str, day: str = "2024-11-12") -> dict:
    return {"id": name, "text": text, "published": day, "publisher": f"The Made-up {name}", "language": "en"}


@pytest.fixture
def told(read, tmp_path):
    def ingest(*documents: dict) -> dict[str, dict]:
        (tmp_path / "in.jsonl").write_text("".join(json.dumps(one) + "\n" for one in documents))
        read(tmp_path / "out", tmp_path / "in.jsonl")
        return {row["publisher"].removeprefix("The Made-up "): row for row in rows(tmp_path / "out", "claims")}

    return ingest


def test_copies_count_once_and_are_all_kept(told):
    long = f"{CLAIM} {prose('a')}"
    found = told(
        document("A", long), document("B", long + " So it said."), document("C", f"{CLAIM} {prose('c')}"),
        document("D", f"{CLAIM.replace('1,234', '1,345')} {prose('d')}"),
    )  # fmt: skip
    assert {name: row["independent_documents"] for name, row in found.items()} == {"A": 2, "B": 2, "C": 2, "D": 1}
    assert found["A"]["syndicate_id"] == found["B"]["syndicate_id"] != found["C"]["syndicate_id"]


def test_copies_across_the_end_of_a_month_are_found(told):
    long = f"{CLAIM} {prose('a')}"
    found = told(document("A", long, "2024-11-30"), document("B", long, "2024-12-01"))
    assert found["B"]["syndicate_id"] == found["A"]["document_id"]
    assert {row["independent_documents"] for row in found.values()} == {1}


def test_claims_that_differ_in_what_they_count_are_not_one(told):
    found = told(
        document("A", f"{CLAIM} {prose('a')}"),
        document("B", f"{CLAIM.replace('lost 1,234 troops', 'had 1,234 troops killed')} {prose('b')}"),
    )
    assert {row["independent_documents"] for row in found.values()} == {1}


def test_a_claim_whose_days_are_open_stands_alone(told):
    text = "Russia lost 1,234 troops, the General Staff of Ukraine said."
    found = told(*[document(name, f"{text} {prose(name)}", "2024-11-12") | {"published": None} for name in "AB"])
    assert {row["independent_documents"] for row in found.values()} == {1}


def learnt(documents: list[tuple[str, date | None, str]]) -> dict[str, str]:
    found = Syndicates()
    found.learn([(name, day, signature(text)) for name, day, text in documents])
    return found.copies()


def test_copies_of_copies_are_one_syndicate_named_after_the_first():
    day = date(2024, 11, 1)
    texts = [prose("a", 200 - 8 * n) for n in range(3)]
    assert learnt([(f"D{n}", day + timedelta(n), text) for n, text in enumerate(texts)]) == dict.fromkeys(
        ["D0", "D1", "D2"], "D0"
    )


def test_a_copy_that_joins_two_groups_leaves_all_under_the_first():
    day, text = date(2024, 11, 1), prose("a", 200)
    parts = [text.rsplit(" ", 40)[0], text.split(" ", 40)[2 * 20], text]
    assert learnt([("D0", day, parts[0]), ("D1", day, parts[1])]) == {}
    assert learnt([(f"D{n}", day, part) for n, part in enumerate(parts)]) == dict.fromkeys(["D0", "D1", "D2"], "D0")


def test_the_same_text_after_months_is_no_copy():
    day = date(2024, 1, 1)
    assert learnt([("D0", day, prose("a")), ("D1", day + timedelta(60), prose("a"))]) == {}


def test_copies_a_month_apart_reach_across_two_by_the_one_between():
    day = date(2024, 1, 1)
    texts = [(f"D{n}", day + timedelta(31 * n), prose("a")) for n in range(3)]
    assert learnt(texts) == dict.fromkeys(["D0", "D1", "D2"], "D0")
    assert learnt([texts[0], texts[2]]) == {}


def test_texts_without_a_date_are_compared_among_themselves():
    assert learnt([("D0", None, prose("a")), ("D1", None, prose("a")), ("D2", None, prose("b"))]) == {
        "D0": "D0",
        "D1": "D0",
    }

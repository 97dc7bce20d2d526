"""Which figures a text calls records, in their own sentence or in the next."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extract import extract
from dashboard.model import Document
from tests.eval import known


def records(text):
    read = extract(Document("d", text, "A paper", date(2024, 11, 12)), known.claimants(), known.conflict())
    return [claim.record for claim in read.claims]


@pytest.mark.parametrize(
    "text",
    [
        "Russia lost 1,775 troops over the past day, a record for a single day.",
        "Russia lost 1,775 troops over the past day, Kyiv said. That was a record for a single day.",
        "Russia lost 1,775 troops over the past day, Kyiv said. It is the highest daily figure of the war.",
    ],
)
def test_a_record_is_one_wherever_the_text_says_so(text):
    assert records(text) == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Russia lost 1,775 troops over the past day, Kyiv said. That was no surprise.",
        "Russia has lost 705,000 troops since the invasion, Kyiv said. It is the deadliest war in decades.",
        "Russia lost 1,775 troops over the past day. The weather was the worst in years.",
    ],
)
def test_what_is_no_record_of_a_day_is_none(text):
    assert records(text) == [False]

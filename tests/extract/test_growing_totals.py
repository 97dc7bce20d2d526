"""Totals that grow by a figure, pass one, or are put at one; figures are made up for these tests."""

from datetime import date

import pytest

from dashboard.extract import extract
from dashboard.model import Document
from tests.eval import known

from .telling import assert_told


def periods(text):
    document = Document("d", text, "A paper", date(2025, 6, 1))
    claims = extract(document, known.claimants(), known.conflict()).claims
    return {claim.value: (claim.period.kind.value, claim.period.start) for claim in claims}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russian losses jumped by 1,140 in a single day, the staff said.", "1140,-,Russia,personnel"),
        ("Russian losses grew by 1,140 overnight, the staff said.", "1140,-,Russia,personnel"),
        (
            "Russian casualties rose by 1,140 to 512,300, the ministry said.",
            "1140,-,Russia,personnel; 512300,-,Russia,personnel",
        ),
        (
            "The Russian army's death toll increased by 1,140 over the past day, bringing the total to 512,300.",
            "1140,k,Russia,personnel; 512300,k,Russia,personnel",
        ),
        (
            "The Russian toll now stands at 512,300, with 1,140 added in the past day.",
            "512300,k,Russia,*; 1140,k,Russia,*",
        ),
        (
            "Ukraine reported 1,140 Russian casualties on Friday, taking the overall toll past 512,000.",
            "1140,-,Russia,personnel; 512000,*,Russia,personnel",
        ),
        ("Minus 1,140 occupiers, the staff's update reads.", "1140,-,Russia,personnel"),
    ],
)
def test_what_a_total_grows_by_is_a_loss(text, expected):
    assert_told(text, expected)


@pytest.mark.parametrize(
    "text",
    [
        "Average daily Russian losses rose by 140 in a week, the staff said.",
        "Monthly Russian casualties increased by 4,140 compared with March, the staff said.",
        "Russian losses in May fell by 4,140 on the month before, the staff said.",
    ],
)
def test_the_change_of_a_rate_is_no_loss(text):
    claims = extract(Document("d", text, "A paper", date(2025, 6, 1)), known.claimants(), known.conflict()).claims
    assert claims == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of Russian soldiers killed and wounded passed 512,000, Kyiv said.", "512000,kw,Russia,personnel"),
        ("The count of Ukrainian troops killed topped 52,000, Moscow said.", "52000,k,Ukraine,personnel"),
        ("Kyiv's figure for Russian losses hit 1,140 on 2 May.", "1140,-,Russia,personnel"),
        (
            "Ukrainian losses are put at 41,000 killed and 140,000 wounded.",
            "41000,k,Ukraine,personnel; 140000,w,Ukraine,personnel",
        ),
        ("The war has cost Russia 512,300 soldiers, the staff said.", "512300,-,Russia,personnel"),
        ("The summer cost Ukraine 41,000 men, the analyst said.", "41000,-,Ukraine,personnel"),
        ("In the first half of 2025 Russia lost 141,000 troops, the staff said.", "141000,-,Russia,personnel"),
        (
            "The daily toll fell to 840 from 1,140 a day earlier, Ukraine's General Staff said.",
            "840,k,Russia,personnel; 1140,k,Russia,personnel",
        ),
        ("Losses this week came to 8,140 personnel, according to the General Staff.", "8140,-,Russia,personnel"),
    ],
)
def test_whose_a_total_is(text, expected):
    assert_told(text, expected)


def test_a_year_so_far_is_no_war():
    told = periods("Since the start of 2025, Russia has sustained some 91,000 casualties, the ministry said.")
    assert told == {91000: ("year", date(2025, 1, 1))}


def test_a_mean_is_of_the_month_whose_total_stands_before_it():
    told = periods(
        "May was the deadliest month with 41,140 Russian casualties, the ministry said, an average of 1,327 a day."
    )
    assert told[1327] == told[41140] == ("month", date(2025, 5, 1))

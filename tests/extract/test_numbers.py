"""Printed numbers in every style become the figure that they say, and what is no count says why."""

import re

import pytest

from dashboard.extract.cleaning import clean
from dashboard.extract.number_words import VAGUE, WORD_OPENING, word_value
from dashboard.extract.numbers import figures, plain_number
from dashboard.model import Hedge


def read(sentence):
    text = clean(sentence).text
    return figures(text, 0, len(text))


def only(sentence):
    found = [f for f in read(sentence) if not f.reason]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("1,770 soldiers were killed", 1770),
        ("1 770 soldiers were killed", 1770),
        ("1\u00a0770 soldiers were killed", 1770),
        ("1\u202f770 soldiers were killed", 1770),
        ("1\u2009770 soldiers were killed", 1770),
        ("1.770 soldiers were killed", 1770),
        ("1’770 soldiers were killed", 1770),
        ("1\u066c770 soldiers were killed", 1770),
        ("1\u200b,770 soldiers were killed", 1770),
        ("710660 soldiers were killed", 710660),
        ("١٧٧٠ soldiers were killed", 1770),
        ("1.5k soldiers were killed", 1500),
        ("250K troops were killed", 250000),
        ("0.7m troops were killed", 700000),
        ("700 thousand troops were killed", 700000),
        ("1.2 million troops were killed", 1200000),
        ("1.25 million troops were killed", 1250000),
        ("seven hundred troops were killed", 700),
        ("one hundred and fifty-two troops were killed", 152),
        ("One-hundred-and-fifty troops were killed", 150),
        ("a dozen troops were killed", 12),
        ("two dozen troops were killed", 24),
        ("half a dozen troops were killed", 6),
        ("captured5,000 troops", 5000),
        ("1770² soldiers were killed", 1770),
    ],
)
def test_a_number_is_read_in_any_style(sentence, value):
    assert only(sentence).value == value


@pytest.mark.parametrize(
    ("word", "low"),
    [
        ("Several", 3),
        ("Dozens of", 24),
        ("Scores of", 40),
        ("Hundreds of", 200),
        ("Thousands of", 2000),
        ("Tens of thousands of", 20000),
        ("Hundreds of thousands of", 200000),
        ("Several hundred", 300),
    ],
)
def test_a_vague_word_gives_its_literal_minimum_and_no_value(word, low):
    figure = only(f"{word} soldiers were killed")
    assert (figure.value, figure.low, figure.high, figure.hedge) == (None, low, None, Hedge.AT_LEAST)


@pytest.mark.parametrize(
    ("sentence", "low", "high"),
    [
        ("500–700 soldiers", 500, 700),
        ("500-700 soldiers", 500, 700),
        ("500 to 700 soldiers", 500, 700),
        ("between 500 and 700 soldiers", 500, 700),
        ("between 70,000 to 80,000 casualties", 70000, 80000),
        ("150-190 thousand dead", 150000, 190000),
        ("1 to 1.2 million casualties", 1000000, 1200000),
    ],
)
def test_two_bounds_are_one_range(sentence, low, high):
    figure = only(sentence)
    assert (figure.value, figure.low, figure.high, figure.hedge) == (None, low, high, Hedge.RANGE)


@pytest.mark.parametrize(
    ("sentence", "hedge"),
    [
        ("killed 500 men", Hedge.EXACT),
        ("killed more than 500 men", Hedge.AT_LEAST),
        ("killed at least another 500 men", Hedge.AT_LEAST),
        ("killed no fewer than 500 men", Hedge.AT_LEAST),
        ("killed 500 or more men", Hedge.AT_LEAST),
        ("losses top 500", Hedge.AT_LEAST),
        ("killed nearly 500 men", Hedge.NEARLY),
        ("killed just under 500 men", Hedge.NEARLY),
        ("losses are approaching 500", Hedge.NEARLY),
        ("killed up to 500 men", Hedge.UP_TO),
        ("killed as many as 500 men", Hedge.UP_TO),
        ("killed about 500 men", Hedge.ABOUT),
        ("killed some 500 men", Hedge.ABOUT),
        ("killed an estimated 500 men", Hedge.ABOUT),
        ("killed 500 or so men", Hedge.ABOUT),
    ],
)
def test_a_hedge_is_read_with_its_bound(sentence, hedge):
    figure = only(sentence)
    assert figure.hedge is hedge
    assert figure.low == (500 if hedge is Hedge.AT_LEAST else None)
    assert figure.high == (500 if hedge in (Hedge.NEARLY, Hedge.UP_TO) else None)


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("It cost $106 billion.", "money"),
        ("It cost 1,200 euros.", "money"),
        ("It took 1,146 square kilometers.", "area"),
        ("It lies 30km away.", "distance"),
        ("It lies 500m away.", "distance"),
        ("It lasted 24 hours.", "time"),
        ("They fell by 15%.", "percentage"),
        ("They fell by 15 per cent.", "percentage"),
        ("On 24 February it began.", "date"),
        ("On Feb. 24, 2022 it began.", "date"),
        ("It began in 2014.", "year"),
        ("The 72nd brigade came.", "ordinal"),
        ("A 23-year-old fell.", "age"),
        ("He was aged 23 then.", "age"),
        ("T-90 tanks came.", "weapon"),
        ("Shahed-136 drones came.", "weapon"),
        ("They won 3-1 there.", "score"),
        ("See 1,2,3 there.", "not one number"),
        ("On 11.11.2024 it came.", "date"),
        ("It was 2.75 of it.", "fraction"),
        ("On day 478 it came.", "name"),
    ],
)
def test_what_is_no_count_says_why(sentence, reason):
    found = read(sentence)
    assert found
    assert all(f.reason for f in found), found
    assert any(reason in f.reason for f in found), found


def test_a_list_of_digits_never_gives_part_of_itself():
    assert plain_number("1,2,3") is None
    assert plain_number("12,34") is None


def test_thousands_of_digits_are_refused_and_do_not_crash():
    assert all(f.reason for f in read("9" * 5000 + " soldiers were killed"))


@pytest.mark.parametrize(
    "words",
    [
        *VAGUE,
        *("one", "three", "eleven", "twenty", "ninety", "a dozen", "a hundred", "a thousand", "a million"),
        *("half a million", "a quarter of a million", "quarter of a million", "two and a half thousand"),
    ],
)
def test_every_number_in_words_is_found_by_its_first_letters(words):
    assert re.match(WORD_OPENING, words)
    assert [f.size for f in read(f"{words} fell")] == [word_value(words)[0]]


@pytest.mark.parametrize("words", ["one and a half", "two and a half", "a dozen and a half", "seven and a quarter"])
def test_a_part_without_its_scale_is_no_number_and_no_fault(words):
    text = f"Ruritania lost {words} times as many soldiers; {words} companies were killed."
    assert [one.value for one in read(text) if one.value and one.value % 1] == []


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("lost 70 or 80,000 men", (70_000, 80_000)),
        ("lost 30-40,000 men", (30_000, 40_000)),
        ("lost between 15 and 20,000 men", (15_000, 20_000)),
        ("lost 500-700 men", (500, 700)),
        ("lost between 900 and 1,000 men", (900, 1000)),
        ("lost 5 to 60,000 men", (5, 60_000)),
    ],
)
def test_thousands_left_out_of_a_lower_bound_are_restored_where_both_are_alike(text, bounds):
    assert [(one.low, one.high) for one in read(text)] == [bounds]

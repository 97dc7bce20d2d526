"""The address says what a page shows, and what it says wrongly is told in a sentence."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model import Basis
from dashboard.web import view as views
from dashboard.web import view_words
from dashboard.web.moments import moment_words, no_moment, parse_day, parse_moment
from dashboard.web.page import Page
from dashboard.web.view import View, parse

DAYS = st.none() | st.dates(date(2022, 2, 24), date(2030, 1, 1))
TEXT = st.none() | st.text(st.characters(codec="utf-8", categories=["L", "N", "P"]), min_size=1, max_size=60)

SEVERAL = st.lists(
    st.text(st.characters(codec="ascii", categories=["L", "P"]), min_size=1, max_size=40), max_size=4
).map(lambda names: tuple(sorted(set(names))))
MOMENTS = st.none() | st.datetimes(datetime(2022, 2, 24), datetime(2030, 1, 1), timezones=st.just(UTC))
VIEWS = st.builds(
    View,
    start=DAYS,
    end=DAYS,
    basis=st.sampled_from(Basis),
    as_of=DAYS,
    recorded=MOMENTS,
    category=st.from_regex(r"[a-z][a-z_]{0,39}", fullmatch=True),
    mean=st.sampled_from(views.MEANS),
    unit=st.sampled_from(views.UNITS),
    resolution=st.sampled_from(views.RESOLUTIONS),
    claimants=SEVERAL,
    definitions=SEVERAL,
    subject=TEXT,
    log=st.booleans(),
    claim=TEXT,
    rows=st.lists(st.text(min_size=1, max_size=40).filter(str.isprintable), max_size=4).map(tuple),
)


@given(VIEWS)
def test_writing_then_reading_gives_the_same_view(view):
    if view.start and view.end and view.start > view.end:
        return
    assert parse("?" + view.query()) == (view, ())


@given(st.text() | st.none() | st.integers())
def test_no_query_is_too_odd_to_be_read(query):
    view, _ = parse(query)
    assert parse(view.query())[0] == view


def test_the_default_view_has_an_empty_query():
    assert View().query() == ""
    assert View().address("/") == "/"


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("start=yesterday", "“yesterday” is no date"),
        ("as_of=2024-02-30", "“2024-02-30” is no date"),
        ("end=11/12/2024", "“11/12/2024” is no date"),
        ("basis=both", "not “both”"),
        ("log=yes", "not “yes”"),
        ("recorded_as_of=then", "“then” is no date"),
        ("category=Tanks!", "“Tanks!” is no category"),
        ("mean=9", "not “9”"),
        ("unit=decade", "not by “decade”"),
        ("by=hour", "not by “hour”"),
        ("start=2024-11-12&end=2024-11-11", "12 Nov 2024, is after the last, 11 Nov 2024"),
    ],
)
def test_a_value_that_cannot_be_used_is_told_and_left_out(query, words):
    view, faults = parse(query)
    assert view == View()
    assert len(faults) == 1
    assert words in faults[0]


@pytest.mark.parametrize(
    "text", ["2024-11-11", "11 Nov 2024", "11 November 2024", " 11 nov 2024 ", "2024-11-11 ", "11 Nov. 2024"]
)
def test_a_day_is_read_in_either_notation(text):
    assert parse_day(text) == date(2024, 11, 11)


@pytest.mark.parametrize("text", ["", "١١ Nov 2024", "11 Foo 2024", "0000-01-01", None, 20241111, "2024-13-01"])
def test_what_is_no_day_gives_none(text):
    assert parse_day(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "12 Nov 2024, 08:30 UTC",
        "12 Nov 2024 8:30",
        "12 november 2024, 08:30",
        "2024-11-12 08:30",
        "2024-11-12, 08:30 utc",
    ],
)
def test_a_moment_is_read_as_it_is_shown_and_means_the_end_of_its_minute(text):
    moment = parse_moment(text)
    assert moment == datetime(2024, 11, 12, 8, 30, 59, 999_999, UTC)
    assert parse_moment(moment_words(moment)) == moment


@pytest.mark.parametrize(
    "text", ["12 Nov 2024, 24:00", "12 Nov 2024, 08:60", "08:30", "Nov 2024, 08:30", "12 Nov 2024, 08"]
)
def test_what_is_no_moment_gives_none_and_is_told_with_an_example_that_is_one(text):
    assert parse_moment(text) is None
    assert parse_moment(no_moment(text).rpartition(" as ")[2]) == datetime(2024, 11, 11, 8, 30, 59, 999_999, UTC)


def test_a_change_keeps_the_rest_of_the_view():
    view = View(start=date(2024, 11, 1), as_of=date(2024, 11, 12))
    assert view.address("/compare", log=True) == "/compare?start=2024-11-01&as_of=2024-11-12&log=1"


def test_the_claim_stays_behind_when_the_page_is_left():
    assert View(claim="a:1", document="a", search="x", log=True).shared() == View(log=True)


def test_several_claimants_are_told_one_after_the_other_in_one_order():
    view = parse("claimant=B+%26+C&claimant=A,+D&claimant=A,+D&claimant=")[0]
    assert view.claimants == ("A, D", "B & C")
    assert view.query() == "claimant=A%2C+D&claimant=B+%26+C"


def test_the_sentence_tells_every_choice_that_is_not_the_default():
    view = View(resolution="week", claimants=("A",), definitions=("killed", "wounded"), subject="Wei")
    assert view_words.in_words(view, date(2026, 8, 8)) == (
        "Wei: the whole period, by week, dated by the day covered, as published by 8 Aug 2026, figures of A alone, "
        "counting killed or wounded alone."
    )
    many = View(claimants=("A", "B", "C"))
    assert "figures of 3 claimants alone" in view_words.in_words(many, date(2026, 8, 8))


def test_what_a_page_does_not_go_by_is_carried_but_not_told():
    page = Page("/x", "X", "X", list, lambda _app: None, by_resolution=True)
    view = View(resolution="week", claimants=("A",), subject="Wei", category="tanks", claim="a:1")
    assert page.concerned(view) == View(resolution="week")


def test_the_sentence_names_range_basis_and_as_of_date():
    view = View(start=date(2024, 11, 1), end=date(2024, 11, 30), basis=Basis.PUBLISHED, as_of=date(2024, 11, 12))
    assert view_words.in_words(view, date(2026, 8, 8)) == (
        "1 Nov 2024 to 30 Nov 2024, dated by the day of publication, as published by 12 Nov 2024."
    )


def test_presets_end_with_the_last_known_day_and_count_both_ends():
    named = {name: (start, end) for name, start, end in view_words.presets(date(2026, 8, 7))}
    assert named["All"] == (None, None)
    assert (named["30 days"][1] - named["30 days"][0]).days == 29

"""Hostile documents, a few of those of `make soak`: nothing crashes the reader, no span is off, none takes long."""

from datetime import date
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.extract import extract, reading
from dashboard.extract.linking import link
from dashboard.extract.reading import FAULT
from dashboard.extract.skimming import BEYOND
from dashboard.model import Document
from tests.eval.known import claimants, conflict
from tests.hostile.texts import KINDS, SCRIPTS, WORDS, document

WAR, PEOPLE = conflict(), claimants()
PIECES = st.one_of(st.sampled_from(WORDS), st.text(max_size=6), st.sampled_from(SCRIPTS), st.integers().map(str))
TEXTS = st.lists(PIECES, max_size=60).map(" ".join)


def check(read):
    """Reads a document, and holds its claims and rejections against its text."""
    found = extract(read, PEOPLE, WAR)
    assert not [one for one in found.rejections if one.reason.startswith(FAULT)]
    for one in (*found.claims, *found.rejections):
        assert read.text[one.evidence.start : one.evidence.end] == one.evidence.text
    for claim in found.claims:
        assert claim.evidence.start <= claim.figure.start < claim.figure.end <= claim.evidence.end


@settings(max_examples=250, deadline=None)
@given(TEXTS, st.none() | st.dates())
def test_any_text_of_any_day_is_read(text, published):
    check(Document("any", f"{text}. Russia lost 5 men killed. {text}", None, published, language="en"))


@pytest.mark.parametrize("number", range(3 * len(KINDS)))
def test_a_hostile_document_is_read_within_a_second(number):
    began = process_time()
    check(document(number))
    assert process_time() - began < 1.0


@pytest.mark.parametrize("day", [date.min, date.max])
@pytest.mark.parametrize(
    "when",
    ["on Tuesday", "last month", "last year", "in October", "in the past week", "yesterday", "over the past year"],
)
def test_the_first_and_last_day_of_the_calendar_are_days_too(day, when):
    check(Document("edge", f"Russia lost 500 troops killed {when}, the ministry said.", None, day))


def test_a_thousand_losses_outside_any_war_are_not_all_read():
    text = "The fire killed 3 people and hurt 4 others in a kitchen. " * 900
    found = extract(Document("d", text, "A paper", date(2024, 11, 12)), PEOPLE, WAR)
    assert found.rejections[-1].reason == BEYOND


def test_a_rule_that_fails_costs_its_sentence_alone_and_is_told(monkeypatch, caplog):
    def failing(tokens):
        assert all(token.word != "tanks" for token in tokens)
        return link(tokens)

    monkeypatch.setattr(reading, "link", failing)
    text = "Russia lost 500 soldiers killed on Monday. Russia lost 12 tanks. Ukraine lost 40 soldiers killed."
    found = extract(Document("d", text, "A paper", date(2024, 11, 12)), PEOPLE, WAR)
    assert [claim.value for claim in found.claims] == [500, 40]
    (told,) = [one for one in found.rejections if one.reason.startswith(FAULT)]
    assert (told.reason, told.evidence.text) == (f"{FAULT}: AssertionError", "Russia lost 12 tanks.")
    assert "could not be read" in caplog.text

"""A sieve may pass a pattern in vain, and never holds back one that matches."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.extract import hedges, refusals
from dashboard.extract.period_rules import rules_for
from dashboard.extract.sieve import Sieve

FRAGMENTS = (
    *("in October ", "since the ", "invasion of ", "Erdoğan's ", "24 ", "2024 ", "hours", "this week, ", "on Tuesday"),
    *("more than ", "1,770", "\n", "é", "в ", "killed ", "some ", "-strong ", "km", " people", "$", "aged ", "May "),
    *("per ", "day", "_", "'", ", ", "month ", "K", "²", "ſince "),
)
TEXTS = st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\bsince (?:[\w'-]+ ){0,3}invaded\b", "since Erdoğan's men invaded"),
        (r"(?<![a-z(])may(?! be (?:a|the))\b", "in may"),
        (r"\d+[\w.-]*\s?$", "of ٣\u2009"),
        (r"(?:a|[)(]b)\Z", "(b"),
    ],
)
def test_lookarounds_boundaries_and_other_scripts_are_loosened(pattern, text):
    assert re.search(pattern, text)
    assert Sieve([pattern]).passed(text) == [0]


def test_a_sieve_names_only_what_may_match():
    assert Sieve(["one", "two", "three"]).passed("TWO of three") == [1, 2]
    assert Sieve(["one", "two"], from_start=True).passed("two, one") == [1]
    assert Sieve(["one"]).passed("") == []


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_whatever_a_full_pattern_finds_has_passed(text):
    searched = [rules_for(()), (refusals._BEFORE, refusals._SIEVE_BEFORE)]
    for rules, sieve in searched:
        found = {n for n, rule in enumerate(rules) if rule[0].search(text)}
        assert found <= set(sieve.passed(text))
    assert {n for n, (p, _) in enumerate(refusals._AFTER) if p.match(text)} <= set(refusals._SIEVE_AFTER.passed(text))
    assert {n for n, (_, p) in enumerate(hedges._PATTERNS) if p.search(text)} <= set(hedges._SIEVE.passed(text))

"""The slips between two printed numbers: each kind with a pair that is one and a pair that just is not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model import Hedge
from dashboard.slips import Slip, admitted, overlap, slip_between
from tests.core.frames import quoted


@pytest.mark.parametrize(
    ("a", "b", "slip"),
    [
        (45680, 45860, Slip.DIGIT_SWAP),
        (45680, 48560, Slip.UNEXPLAINED),
        (1730, 1740, Slip.ONE_DIGIT),
        (1730, 9730, Slip.ONE_DIGIT),
        (1730, 1840, Slip.UNEXPLAINED),
        (41980, 4198, Slip.DIGIT_MISSING),
        (1770, 17770, Slip.DIGIT_MISSING),
        (1770, 18780, Slip.UNEXPLAINED),
        (1354, 1400, Slip.ROUNDING),
        (1354, 1300, Slip.UNEXPLAINED),
        (712610, 710000, Slip.ROUNDING),
        (712610, 713, Slip.UNEXPLAINED),
        (1354.2, 1354, Slip.ROUNDING),
    ],
)
def test_the_slip_between_two_numbers(a, b, slip):
    assert slip_between(a, b) is slip


@given(st.integers(0, 10**7), st.integers(0, 10**7))
def test_the_slip_is_the_same_in_either_order(a, b):
    assert slip_between(a, b) is slip_between(b, a)


@given(st.integers(1000, 10**7).filter(lambda n: str(n)[1] != str(n)[2]))
def test_a_swap_of_neighbouring_digits_is_named_unless_one_rounds_to_the_other(n):
    text = str(n)
    swapped = int(text[0] + text[2] + text[1] + text[3:])
    assert slip_between(n, swapped) in (Slip.DIGIT_SWAP, Slip.ROUNDING)


@pytest.mark.parametrize(
    ("hedge", "bounds", "low", "high"),
    [
        (Hedge.EXACT, {}, 1740, 1740),
        (Hedge.ABOUT, {}, 1735, 1745),
        (Hedge.ABOUT, {"low": 1700, "high": 1800}, 1700, 1800),
        (Hedge.AT_LEAST, {"low": 1740}, 1740, float("inf")),
        (Hedge.NEARLY, {"high": 1740}, 0, 1740),
    ],
)
def test_what_a_claim_admits(hedge, bounds, low, high):
    assert admitted(quoted(1740, date(2030, 1, 1), hedge=hedge, **bounds)) == (low, high)


def test_a_vague_word_admits_all_above_it():
    assert admitted(quoted(None, date(2030, 1, 1), hedge=Hedge.AT_LEAST, low=200.0)) == (200, float("inf"))


def test_spans_that_touch_overlap():
    assert overlap((1, 2), (2, 3))
    assert not overlap((1, 2), (2.5, 3))

"""The verdict rules, each with a row that meets it and one that just misses it."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.comparability import comparability
from dashboard.model import Claim, Hedge
from dashboard.verdict import Verdict, judge, last_digit, rounds_to, within_hedge


def claim(value, hedge=Hedge.EXACT, **fields):
    return Claim("made-up", "made-up", value, hedge, subject="Russia", **fields)


@pytest.mark.parametrize(
    ("value", "hedge", "reference", "verdict"),
    [
        (1770, Hedge.EXACT, 1770, Verdict.EQUAL),
        (41980, Hedge.EXACT, 41980, Verdict.EQUAL),
        (1354, Hedge.EXACT, 41980 / 31, Verdict.EQUAL_ROUNDED),
        (1500, Hedge.EXACT, 41980 / 31, Verdict.DIFFERS),
        (1400, Hedge.EXACT, 1354.2, Verdict.EQUAL_ROUNDED),
        (1000000, Hedge.EXACT, 1450000, Verdict.DIFFERS),
        (1000, Hedge.ABOUT, 1049, Verdict.EQUAL_ROUNDED),
        (1010, Hedge.ABOUT, 1060, Verdict.WITHIN_HEDGE),
        (1010, Hedge.ABOUT, 1061, Verdict.DIFFERS),
        (710000, Hedge.AT_LEAST, 712610, Verdict.WITHIN_HEDGE),
        (710000, Hedge.AT_LEAST, 709999, Verdict.DIFFERS),
        (1200, Hedge.AT_LEAST, 1300, Verdict.WITHIN_HEDGE),
        (1200, Hedge.AT_LEAST, 1301, Verdict.DIFFERS),
        (4000, Hedge.NEARLY, 3800, Verdict.WITHIN_HEDGE),
        (4000, Hedge.NEARLY, 3720, Verdict.DIFFERS),
        (4000, Hedge.NEARLY, 4010, Verdict.DIFFERS),
        (500, Hedge.UP_TO, 480, Verdict.WITHIN_HEDGE),
        (500, Hedge.UP_TO, 500, Verdict.EQUAL),
    ],
)
def test_verdicts(value, hedge, reference, verdict):
    bounds = {Hedge.AT_LEAST: {"low": value}, Hedge.NEARLY: {"high": value}, Hedge.UP_TO: {"high": value}}
    assert judge(claim(value, hedge, **bounds.get(hedge, {})), reference).verdict is verdict


@pytest.mark.parametrize(("reference", "verdict"), [(500, "within_hedge"), (700, "within_hedge"), (701, "differs")])
def test_a_range_admits_its_bounds_and_no_more(reference, verdict):
    assert judge(claim(None, Hedge.RANGE, low=500, high=700), reference).verdict == verdict


def test_the_difference_is_claim_minus_reference_and_its_share_is_of_the_reference():
    judged = judge(claim(4000, Hedge.NEARLY, high=4000), 3720)
    assert judged.difference == 280
    assert judged.percent == pytest.approx(7.5269, abs=1e-4)


@pytest.mark.parametrize(
    ("bound", "reference", "difference"),
    [({"high": 700}, 650, 0), ({"high": 700}, 750, -50), ({"low": 500}, 450, 50), ({"low": 500}, 550, 0)],
)
def test_a_bound_without_a_number_is_measured_on_its_own_side(bound, reference, difference):
    assert judge(claim(None, Hedge.RANGE, **bound), reference).difference == difference


def test_a_range_outside_is_measured_from_its_nearer_bound():
    assert judge(claim(None, Hedge.RANGE, low=500, high=700), 750).difference == -50


def test_the_other_basis_counts_only_where_it_fits_exactly():
    assert judge(claim(1770), 1350, [1770, 1950]).verdict is Verdict.EQUAL_OTHER_BASIS
    assert judge(claim(1770), 1350, [1769, 1950]).verdict is Verdict.DIFFERS


@pytest.mark.parametrize(("value", "worth"), [(710000, 10000), (1770, 10), (1354, 1), (1354.2, 0.1), (0, 1)])
def test_the_worth_of_the_last_printed_digit(value, worth):
    assert last_digit(value) == pytest.approx(worth)


def test_a_lone_digit_is_read_with_the_digit_after_it():
    assert rounds_to(1040000, 1000000)
    assert not rounds_to(1100000, 1000000)
    assert rounds_to(7, 7)
    assert not rounds_to(8, 7)


@pytest.mark.parametrize(
    ("fields", "comparable"),
    [
        ({}, True),
        ({"casualty_types": ("killed", "wounded")}, True),
        ({"casualty_types": ("captured", "killed", "missing", "wounded")}, True),
        ({"casualty_types": ("killed",)}, False),
        ({"casualty_types": ("wounded",)}, False),
        ({"casualty_types": ("killed",), "claimant": "Kyiv"}, True),
        ({"named_only": True}, False),
        ({"category": "tanks"}, False),
    ],
)
def test_which_definitions_may_stand_beside_the_undefined_series(fields, comparable):
    found = comparability(claim(1, **fields), "Kyiv", "Russia", "personnel")
    assert found.comparable is comparable
    assert found.note


def test_another_side_is_not_comparable():
    assert not comparability(Claim("x", "x", 1.0, subject="Ukraine"), "Kyiv", "Russia", "personnel").comparable


def test_a_paper_that_calls_kyivs_figure_killed_is_compared_and_told_so():
    found = comparability(claim(1, casualty_types=("killed",), claimant="Kyiv"), "Kyiv", "Russia", "personnel")
    assert "the document calls it killed" in found.note


def test_a_claim_needs_a_figure():
    with pytest.raises(Exception, match="needs a value"):
        claim(None)


def test_dates_of_a_period_come_in_order():
    from dashboard.model import Period, PeriodKind

    with pytest.raises(Exception, match="swap the two dates"):
        Period(PeriodKind.DAY, date(2024, 2, 2), date(2024, 2, 1))


@pytest.mark.parametrize(
    ("bounds", "inside", "outside"),
    [
        ({"low": 500, "high": 700}, (500, 600, 700), (499, 701)),
        ({"low": 500}, (500, 10**9), (499,)),
        ({"high": 700}, (0, 700), (701,)),
    ],
)
def test_a_range_open_at_one_end_admits_all_on_that_side(bounds, inside, outside):
    ranged = claim(None, Hedge.RANGE, **bounds)
    assert [within_hedge(ranged, number) for number in (*inside, *outside)] == [True] * len(inside) + [False] * len(
        outside
    )


def test_a_vague_word_admits_what_its_least_number_does():
    vague = claim(None, Hedge.AT_LEAST, low=2000)
    assert [within_hedge(vague, number) for number in (1999, 2000, 2100, 3000, 3001)] == [
        False,
        True,
        True,
        True,
        False,
    ]
    assert judge(vague, 1500).difference == 500


def test_about_admits_five_per_cent_and_its_very_edge():
    assert [within_hedge(claim(1000, Hedge.ABOUT), number) for number in (949, 950, 1050, 1051)] == [
        False,
        True,
        True,
        False,
    ]


def test_nearly_admits_the_number_itself_and_an_exact_claim_admits_by_no_hedge():
    assert within_hedge(claim(4000, Hedge.NEARLY, high=4000), 4000)
    assert not within_hedge(claim(4000), 4000)


def test_a_range_outside_is_measured_from_its_lower_bound_too():
    assert judge(claim(None, Hedge.RANGE, low=500, high=700), 450).difference == 50


def test_a_reference_of_none_lost_has_no_share():
    assert judge(claim(5), 0).percent is None


def test_half_a_printed_digit_still_rounds_and_no_more():
    assert [rounds_to(number, 1770) for number in (1764, 1765, 1775, 1776)] == [False, True, True, False]
    assert [rounds_to(number, 10) for number in (9, 9.5, 10.5, 11)] == [False, True, True, False]

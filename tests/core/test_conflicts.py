"""Variants of one figure: kept side by side, with the slip that most likely made one of the other."""

from __future__ import annotations

from datetime import timedelta

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from dashboard.conflicts import conflicts
from dashboard.model import Basis, Hedge, Period, PeriodKind
from tests.core.frames import FIRST, quoted
from tests.core.invented import by_ministry, losses_of

DAY = FIRST + timedelta(days=2)
SERIES = [1000, 1040, 1130, 1300, 1520]


def found(claims, values=()):
    return conflicts(losses_of(values, claims)).to_dict("records")


def ministry(value, n=1, **fields):
    return by_ministry(quoted(value, DAY, claim_id=f"paper{n}:1", **fields))


def test_a_swap_is_named_and_the_better_supported_number_comes_first():
    [row] = found([ministry(45680, 1), ministry(45860, 2), ministry(45680, 3)])
    assert (row["value"], row["other"], row["slip"], row["conflict"]) == (45680, 45860, "digit_swap", True)
    assert (row["reports"], row["other_reports"], row["identity"]) == (2, 1, "stated")


def test_a_rounding_and_a_hedge_are_no_conflicts():
    [row] = found([ministry(1354, 1), ministry(1400, 2)])
    assert (row["slip"], row["conflict"]) == ("rounding", False)
    [row] = found([ministry(1354, 1), ministry(1200, 2, hedge=Hedge.AT_LEAST, low=1200.0)])
    assert (row["slip"], row["conflict"]) == ("hedge", False)


def test_ranges_conflict_only_where_they_share_no_number():
    def ranged(n, low, high):
        return ministry(None, n, hedge=Hedge.RANGE, low=low, high=high)

    assert [row["conflict"] for row in found([ranged(1, 10.0, 20.0), ranged(2, 15.0, 30.0)])] == [False]
    assert [row["conflict"] for row in found([ranged(1, 10.0, 20.0), ranged(2, 25.0, 30.0)])] == [True]


def test_what_nothing_explains_is_said_to_be_so():
    [row] = found([ministry(1354, 1), ministry(1987, 2)])
    assert row["slip"] == "unexplained"
    assert row["explanation"].endswith("no slip of the hand explains it.")


def test_two_figures_that_one_report_tells_side_by_side_are_no_variants():
    assert found([ministry(150, 1, url="https://a"), ministry(240, 2, url="https://a")]) == []


def test_another_day_another_claimant_or_a_part_of_the_types_makes_no_variant():
    assert found([ministry(45680, 1), by_ministry(quoted(45860, DAY + timedelta(days=1), claim_id="p2:1"))]) == []
    assert found([ministry(45680, 1), quoted(45860, DAY, claim_id="p2:1")]) == []
    assert found([ministry(45680, 1, casualty_types=("killed", "wounded")), ministry(45860, 2, named_only=True)]) == []
    killed = ministry(45860, 2, casualty_types=("killed",))
    assert found([ministry(45680, 1, casualty_types=("killed", "wounded")), killed]) == []


def test_an_open_definition_makes_a_supposed_variant_and_only_where_a_slip_is_named():
    both = ("killed", "wounded")
    [row] = found([ministry(45680, 1, casualty_types=both), ministry(45860, 2)])
    assert row["identity"] == "supposed"
    assert "does not say which casualty types" in row["explanation"]
    assert found([ministry(45680, 1, casualty_types=both), ministry(39110, 2)]) == []


def test_the_claimants_own_series_is_a_variant_and_names_a_wrong_day():
    [row] = found([quoted(90, DAY + timedelta(days=1))], SERIES)
    assert (row["value"], row["other"], row["slip"], row["in_series"]) == (170, 90, "wrong_day", True)
    assert "the figure of the neighbouring day, 2 Jan 2030" in row["explanation"]


def test_papers_define_the_reference_series_differently_and_still_tell_one_figure():
    [row] = found([quoted(180, DAY + timedelta(days=1), casualty_types=("killed",))], SERIES)
    assert (row["value"], row["other"], row["identity"]) == (170, 180, "stated")


def test_an_unnamed_record_is_held_against_the_highest_day_of_its_span():
    span = Period(PeriodKind.DAY, FIRST, FIRST + timedelta(days=3))
    claim = quoted(120, DAY, claimant=None, period=span, basis=Basis.COVERS, record=True)
    [row] = found([claim], SERIES)
    assert (row["value"], row["other"], row["slip"], row["identity"]) == (220, 120, "one_digit", "supposed")


def test_a_claim_that_the_series_shows_is_no_conflict():
    assert found([quoted(170, DAY + timedelta(days=1))], SERIES) == []


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 10**5)), max_size=8, unique=True), st.randoms())
def test_order_never_matters(pairs, random):
    claims = [ministry(value, paper) for paper, value in pairs]
    claims = [c for n, c in enumerate(claims) if c.claim_id not in {d.claim_id for d in claims[:n]}]
    once = conflicts(losses_of((), claims))
    pd.testing.assert_frame_equal(once, conflicts(losses_of((), random.sample(claims, len(claims)))))


def test_the_golden_variants_of_the_data_that_ships(shipped):
    rows = conflicts(shipped)
    kept = rows[rows["conflict"]].set_index(["value", "other"])[["slip", "identity"]]
    assert {pair: tuple(kept.loc[pair]) for pair in kept.index} == {
        (1740, 1730): ("one_digit", "supposed"),
        (45680, 45860): ("digit_swap", "supposed"),
        (1350, 1660): ("wrong_day", "stated"),
    }
    assert set(rows.loc[~rows["conflict"], "slip"]) == {"rounding", "hedge"}


def test_the_whole_series_adds_no_conflict(full, shipped):
    pd.testing.assert_frame_equal(conflicts(full), conflicts(shipped))

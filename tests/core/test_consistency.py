"""What claims say together: sums, rates, running totals and variants, with a case that holds and one that does not."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.consistency import findings
from dashboard.model import Basis, Hedge, Period, PeriodKind, Statistic
from tests.core.frames import FIRST, quoted
from tests.core.invented import MINISTRY, by_ministry, losses_of

SERIES = [1000, 1040, 1130, 1300, 1520]
BOTH = ("killed", "wounded")


def day(n):
    return FIRST + timedelta(days=n)


def covering(value, first, last=None, n=1, **fields):
    """The made-up ministry's figure for the days first to last of paper 1, by days covered."""
    kind = PeriodKind.DAY if last in (None, first) else PeriodKind.OTHER
    period = Period(kind, day(first), day(first if last is None else last))
    claim = quoted(value, FIRST, claim_id=f"paper:{n}", **{"period": period, "basis": Basis.COVERS, **fields})
    return by_ministry(claim)


def total(value, last, n=1, **fields):
    """A running total of the made-up ministry to the day `last`."""
    return covering(value, 0, n=n, period=Period(PeriodKind.SINCE_START, FIRST, day(last)), **fields)


def rate(value, first, last, n=1, **fields):
    return covering(value, first, last, n=n, statistic=Statistic.MEAN_PER_DAY, **fields)


def found(claims, values=(), kind=None):
    rows = findings(losses_of(values, claims)).to_dict("records")
    return [row for row in rows if kind is None or row["kind"] == kind]


@pytest.mark.parametrize(
    ("whole", "hedge", "severity", "difference"),
    [
        (370, Hedge.EXACT, "adds_up", 0),
        (375, Hedge.NEARLY, "adds_up", 5),
        (400, Hedge.NEARLY, "does_not_add_up", 30),
        (360, Hedge.EXACT, "does_not_add_up", -10),
    ],
)
def test_two_days_and_their_sum_in_one_report(whole, hedge, severity, difference):
    parts = [covering(170, 1, n=1), covering(200, 2, n=2)]
    two = covering(whole, 1, 2, n=3, hedge=hedge, high=float(whole) if hedge is Hedge.NEARLY else None)
    [row] = found([*parts, two])
    assert (row["kind"], row["severity"], row["difference"]) == ("sum_of_days", severity, difference)
    assert "170 (2 Jan 2030) + 200 (3 Jan 2030) = 370" in row["explanation"]


def test_days_with_a_hole_or_of_another_claimant_make_no_sum():
    assert found([covering(170, 1, n=1), covering(400, 1, 2, n=3)]) == []
    assert found([covering(170, 1, n=1), quoted(200, day(3), claim_id="paper:2"), covering(400, 1, 2, n=3)]) == []


def test_what_two_reports_tell_is_not_summed():
    apart = covering(200, 2, n=2, document_id="other", url="https://other")
    assert found([covering(170, 1, n=1), apart, covering(400, 1, 2, n=3)]) == []


@pytest.mark.parametrize(("value", "severity"), [(90, "adds_up"), (100, "does_not_add_up")])
def test_an_increment_beside_two_running_totals(value, severity):
    [row] = found([total(500, 3, n=1), total(590, 4, n=2), covering(value, 4, n=3)])
    assert (row["kind"], row["severity"], row["difference"]) == ("increment_of_totals", severity, value - 90)
    assert "590 − 500 = 90" in row["explanation"]


@pytest.mark.parametrize(("wounded", "severity"), [(300, "adds_up"), (250, "does_not_add_up")])
def test_types_and_their_sum(wounded, severity):
    parts = [total(100, 9, n=1, casualty_types=("killed",)), total(wounded, 9, n=2, casualty_types=("wounded",))]
    [row] = found([*parts, total(400, 9, n=3, casualty_types=BOTH)], kind="sum_of_types")
    assert row["severity"] == severity


def test_ranges_of_types_are_added_at_both_ends():
    killed = total(None, 9, n=1, hedge=Hedge.RANGE, low=10.0, high=20.0, casualty_types=("killed",))
    wounded = total(None, 9, n=2, hedge=Hedge.RANGE, low=30.0, high=40.0, casualty_types=("wounded",))
    [row] = found([killed, wounded, total(90, 9, n=3, casualty_types=BOTH)])
    assert (row["severity"], row["difference"]) == ("does_not_add_up", 30)
    assert "= 40–60" in row["explanation"]


def test_a_days_figure_belongs_to_the_total_it_is_told_with():
    good = [quoted(90, day(2), claim_id="paper:1"), quoted(1130, day(2), claim_id="paper:2", **since(2))]
    assert [row["severity"] for row in found(good, SERIES)] == ["adds_up"]
    mixed = [quoted(90, day(3), claim_id="paper:1"), quoted(1300, day(3), claim_id="paper:2", **since(3))]
    [row] = found(mixed, SERIES, kind="day_and_total")
    assert (row["severity"], row["difference"]) == ("does_not_add_up", -80)
    assert row["explanation"].endswith("90 is the step to 1,130, published 3 Jan 2030.")


def since(last):
    return {"period": Period(PeriodKind.SINCE_START, FIRST, day(last))}


@pytest.mark.parametrize(("sum_told", "severity"), [(3100, "adds_up"), (3110, "adds_up"), (3500, "does_not_add_up")])
def test_a_rate_times_its_days_beside_the_total_of_one_claimant(sum_told, severity):
    [row] = found([rate(100, 0, 30, n=1), covering(sum_told, 0, 30, n=2, document_id="other")])
    assert (row["kind"], row["severity"]) == ("rate_and_total", severity)


def test_two_claimants_stand_side_by_side_and_only_in_one_report():
    other = quoted(4200, FIRST, claim_id="paper:2", basis=Basis.COVERS, period=Period(PeriodKind.OTHER, FIRST, day(30)))
    [row] = found([rate(100, 0, 30), other])
    assert row["severity"] == "side_by_side"
    assert row["explanation"].endswith("side by side, not a contradiction.")
    assert found([rate(100, 0, 30, document_id="elsewhere"), other]) == []


def test_a_running_total_that_falls():
    [row] = found([total(390, 5, n=1), total(380, 9, n=2, document_id="later")])
    assert (row["kind"], row["severity"], row["difference"]) == ("total_falls", "falls", -10)
    assert found([total(380, 5, n=1), total(390, 9, n=2, document_id="later")]) == []


def test_hedges_and_definitions_that_allow_it_are_no_fall():
    earlier = total(390, 5, n=1, hedge=Hedge.ABOUT)
    assert found([earlier, total(380, 9, n=2, hedge=Hedge.AT_LEAST, low=380.0)]) == []
    assert found([earlier, total(300, 9, n=2, casualty_types=("killed",))]) == []


def test_running_totals_whose_step_no_rate_of_the_claimant_explains_are_not_to_be_subtracted():
    totals = [total(355000, 0, n=1, hedge=Hedge.AT_LEAST, low=355000.0), total(465000, 60, n=2, document_id="later")]
    rates = [rate(900, 1, 30, n=3, document_id="r1"), rate(910, 31, 60, n=4, document_id="r2")]
    [row] = found([*totals, *rates])
    assert row["severity"] == "definition_breaks"
    assert "1,833 a day" in row["explanation"]
    assert "not to be subtracted" in row["explanation"]
    assert found([totals[0], total(409000, 60, n=2, document_id="later"), *rates]) == []
    assert found([*totals, rate(900, 1, 20, n=3, document_id="r1")]) == []


def test_variants_of_one_figure_are_contradictions_and_roundings_are_not():
    claims = [covering(45680, 1, n=1), covering(45860, 1, n=2, document_id="other")]
    [row] = found(claims)
    assert (row["kind"], row["severity"], row["claimant"]) == ("contradiction", "contradicts", MINISTRY)
    assert abs(row["difference"]) == 180
    assert found([covering(45680, 1, n=1), covering(45700, 1, n=2, document_id="other")]) == []


def test_no_claims_give_no_findings_in_the_same_columns():
    assert findings(losses_of()).empty
    assert list(findings(losses_of()).columns)[:2] == ["kind", "severity"]


@given(st.permutations(range(6)))
def test_order_never_matters(order):
    claims = [covering(170, 1, n=1), covering(200, 2, n=2), covering(400, 1, 2, n=3), total(500, 2, n=4)]
    claims += [total(400, 9, n=5, document_id="x"), rate(300, 1, 2, n=6)]
    shuffled = [claims[n] for n in order]
    pd.testing.assert_frame_equal(findings(losses_of((), shuffled)), findings(losses_of((), claims)))


def test_nothing_is_called_wrong(shipped):
    words = " ".join(findings(shipped)["explanation"])
    assert not any(word in words.lower() for word in ("wrong", "false", "lie", "nan", "confirmed"))


def test_what_the_data_that_ships_shows(shipped):
    rows = findings(shipped)
    counts = rows.groupby(["kind", "severity"]).size().to_dict()
    assert counts == {
        ("contradiction", "contradicts"): 3,
        ("day_and_total", "adds_up"): 5,
        ("day_and_total", "does_not_add_up"): 1,
        ("definition_break", "definition_breaks"): 2,
        ("increment_of_totals", "adds_up"): 1,
        ("rate_and_total", "adds_up"): 10,
        ("rate_and_total", "does_not_add_up"): 1,
        ("rate_and_total", "side_by_side"): 1,
        ("sum_of_days", "does_not_add_up"): 1,
        ("sum_of_types", "adds_up"): 5,
        ("total_falls", "falls"): 2,
    }


@pytest.mark.parametrize(
    ("kind", "severity", "difference", "words"),
    [
        ("sum_of_days", "does_not_add_up", 280, "1,770 (10 Nov 2024) + 1,950 (11 Nov 2024) = 3,720, and nearly 4,000"),
        ("day_and_total", "does_not_add_up", 310, "1,660 is the step to 707,540"),
        ("rate_and_total", "side_by_side", 4520, "46,500 by Tony Radakin, 41,980 (killed and wounded) by John Healey"),
        ("rate_and_total", "adds_up", -6, "1,354 a day over 31 days = 41,974, and 41,980"),
    ],
)
def test_the_golden_findings(shipped, kind, severity, difference, words):
    rows = findings(shipped)
    same = rows[(rows["kind"] == kind) & (rows["severity"] == severity) & (rows["difference"] == difference)]
    assert same["explanation"].str.contains(words, regex=False).any()


def test_the_uk_running_totals_of_2024_are_not_to_be_subtracted(shipped):
    rows = findings(shipped)
    breaks = rows[rows["kind"] == "definition_break"]
    assert breaks["explanation"].str.contains("1,774 a day", regex=False).any()
    assert set(breaks["claimant"]) == {"UK Defence Intelligence"}


def test_days_by_report_and_days_covered_are_told_apart(shipped):
    chosen = [claim for claim in shipped.claims if claim.document_id == "back-to-back-1950"]
    assert all(claim.published == date(2024, 11, 12) for claim in chosen)
    assert set(findings(shipped, chosen)["kind"]) == {"sum_of_days", "rate_and_total"}

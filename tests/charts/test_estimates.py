"""Running totals as estimated: panels by definition, ranges, open bounds, the floor, the line, what is left out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import pipeline
from dashboard.charts import estimates
from dashboard.figure import Selection, Style, canonical
from dashboard.model import Claim, Hedge, Period, PeriodKind, Statistic
from tests.charts.drawn import STYLES, names, texts, trace, valid
from tests.charts.madeup import CLAIMANTS, COPIER, FIRST, SINGLE, STAFF, claim, day, rows, selection
from tests.charts.pictures import prepared as prepared_from
from tests.charts.pictures import selections

BOTH, DEAD = ("killed", "wounded"), ("killed",)
LINE = [1000.0 + 10 * n for n in range(60)]


def total(
    ident: str, who: str, value: float | None, end: date | None, types: tuple[str, ...], **fields: object
) -> Claim:
    """A made-up running total since the first day."""
    base = {"period": Period(PeriodKind.SINCE_START, FIRST, end), "casualty_types": types}
    return claim(ident, who, value, FIRST, end or FIRST, **{**base, **fields})


def prepared(claims: Sequence[Claim], line: Sequence[float | None] = LINE, **fields: object) -> estimates.Numbers:
    return estimates.prepare(rows(line), claims, selection(**fields), CLAIMANTS, FIRST, (), "made-up source")


MADE = [
    total("k1", SINGLE, 300, day(20), DEAD),
    total("k2", COPIER, None, day(40), DEAD, low=350, high=450, hedge=Hedge.RANGE),
    total("c1", SINGLE, 1300, day(20), BOTH, hedge=Hedge.AT_LEAST, low=1300),
    total("c2", COPIER, 1500, day(45), ()),
    total("n1", SINGLE, 100, day(10), DEAD, named_only=True, hedge=Hedge.AT_LEAST, low=100),
    total("n2", SINGLE, 160, day(50), DEAD, named_only=True, hedge=Hedge.AT_LEAST, low=160),
    total("w1", SINGLE, 900, day(30), ("wounded",)),
]


@pytest.mark.parametrize("style", STYLES, ids=str)
@pytest.mark.parametrize(
    ("claims", "line"),
    [([], []), ([], LINE), (MADE[:1], []), (MADE[2:3], LINE), (MADE[4:5], []), (MADE, [1000.0, None, None, 1030.0])],
)
def test_every_set_of_claims_draws_validly(style: Style, claims: list[Claim], line: list[float | None]) -> None:
    for log in (False, True):
        figure = valid(estimates.draw(prepared(claims, line, log=log), style))
        assert figure.layout.showlegend is None


NUMBER = st.one_of(st.none(), st.integers(0, 2_000_000).map(float))


@settings(max_examples=10, deadline=None)
@given(st.lists(st.tuples(NUMBER, NUMBER, NUMBER, st.integers(1, 900), st.sampled_from([DEAD, BOTH, ()])), max_size=12))
def test_any_figures_with_any_bounds_are_drawn(told: list[tuple]) -> None:
    claims = [
        total(f"c{n}", SINGLE, value, day(at), types, low=low, high=high)
        for n, (value, low, high, at, types) in enumerate(told)
        if (value, low, high) != (None, None, None) and not (low is not None and high is not None and low > high)
    ]
    for log in (False, True):
        valid(estimates.draw(prepared(claims, [], log=log, as_of=None), Style()))


def test_killed_and_casualties_stand_in_panels_of_their_own() -> None:
    numbers = prepared(MADE)
    assert list(numbers.points["claim_id"]) == ["c1", "k1", "k2", "c2"]
    assert list(numbers.points["panel"]) == ["casualties", "killed", "killed", "casualties"]
    figure = estimates.draw(numbers, Style())
    assert trace(figure, "estimates y")["y"] == [300]
    assert trace(figure, "estimates y2")["y"] == [1300, 1500]
    assert any("have scales of their own" in caveat for caveat in numbers.words.caveats)


def test_the_title_tells_how_far_the_latest_reach() -> None:
    assert prepared(MADE).words.title == (
        "Latest estimates, year to 28 Feb 2030: killed 300–450, casualties 1,300–1,590, 160 dead named"
    )


def test_an_estimate_of_long_ago_is_drawn_but_not_among_the_latest() -> None:
    old = total("old", SINGLE, 10, day(1), DEAD)
    new = total("new", COPIER, 500, day(500), DEAD, published=day(500))
    numbers = prepared([old, new], [], as_of=None)
    assert len(numbers.points) == 2
    assert numbers.stretches["killed"] == estimates.Stretch(500, 500, 1)


def test_the_named_dead_are_a_step_that_never_falls() -> None:
    lower = total("n3", SINGLE, 120, day(55), DEAD, named_only=True, hedge=Hedge.AT_LEAST, low=120)
    nearly = total("n4", SINGLE, None, day(56), DEAD, named_only=True, hedge=Hedge.NEARLY, high=200)
    numbers = prepared([*MADE, lower, nearly])
    assert list(numbers.floor["value"]) == [100, 160]
    step = trace(estimates.draw(numbers, Style()), "named dead")
    assert step["line"]["shape"] == "hv"
    assert step["y"] == [100, 160, 160]
    assert "a floor 160" in texts(estimates.draw(numbers, Style())).replace("  ", " ")


def test_a_count_told_as_killed_that_the_floor_has_is_drawn_once() -> None:
    again = total("again", SINGLE, 160, day(51), DEAD, hedge=Hedge.AT_LEAST, low=160)
    numbers = prepared([*MADE, again])
    assert "again" not in set(numbers.points["claim_id"])
    assert "1 restatement is left out." in numbers.words.caveats


def test_what_the_claimant_says_of_its_own_line_is_in_the_line_unless_it_is_another_number() -> None:
    quoted = total("quoted", STAFF, 1200, day(20), ())
    other = total("other", STAFF, 5000, day(21), ())
    numbers = prepared([*MADE, quoted, other])
    assert "quoted" not in set(numbers.points["claim_id"])
    assert "other" in set(numbers.points["claim_id"])
    assert any("1 quotation of it is drawn in it" in caveat for caveat in numbers.words.caveats)


def test_casualties_taken_over_from_another_are_hollow_and_a_method_of_its_own_is_not() -> None:
    own = total("own", COPIER, 1400, day(46), BOTH, model="own_assessment")
    points = prepared([*MADE, own]).points.set_index("claim_id")
    assert points.loc["c2", "derived_from"] == STAFF
    assert points.loc["own", "derived_from"] == ""
    assert points.loc["k2", "derived_from"] == ""
    marker = trace(estimates.draw(prepared([*MADE, own]), Style()), "estimates y2")["marker"]
    assert marker["symbol"] == ["circle", "circle-open", "circle"]


def test_a_range_is_a_bar_without_a_number_and_an_open_bound_fades() -> None:
    figure = estimates.draw(prepared(MADE), Style())
    bar = trace(figure, "ranges y")
    assert (bar["base"], bar["y"]) == ([350], [100])
    fading = trace(figure, "ranges y2")
    opacities = [float(colour.rsplit(",", 1)[1].rstrip(")")) for colour in fading["marker"]["color"]]
    assert opacities == sorted(opacities, reverse=True)
    assert fading["base"][0] == 1300


def test_dot_and_range_answer_with_the_claim() -> None:
    cells = trace(estimates.draw(prepared(MADE), Style()), "answers y")["customdata"]
    assert {cell[0] for cell in cells} == {"k1", "k2"}
    assert "350–450" in next(words for ident, words in cells if ident == "k2")
    assert "published 1 Mar 2030" in cells[0][1]


def test_the_same_figure_told_twice_is_drawn_once_and_the_selected_kept() -> None:
    twice = total("k0", SINGLE, 300, day(20), DEAD)
    assert "k0" in set(prepared([twice, *MADE]).points["claim_id"])
    chosen = prepared([twice, *MADE], selected="k1")
    assert "k1" in set(chosen.points["claim_id"])
    assert "k0" not in set(chosen.points["claim_id"])


def test_claimants_and_definitions_narrow_what_is_drawn() -> None:
    by_name = prepared(MADE, claimants=(COPIER,))
    assert set(by_name.points["claimant"]) == {COPIER}
    assert by_name.line.empty
    assert by_name.floor.empty
    killed = prepared(MADE, definitions=("killed",))
    assert set(killed.points["panel"]) == {"killed"}
    assert len(killed.floor) == 2
    assert "yaxis2" not in estimates.draw(killed, Style()).layout.to_plotly_json()


def test_what_no_panel_can_hold_is_counted() -> None:
    later = total("late", SINGLE, 50, day(30), DEAD, period=Period(PeriodKind.SINCE_START, day(5), day(30)))
    rate = total("rate", SINGLE, 9, day(30), BOTH, statistic=Statistic.MEAN_PER_DAY)
    caveats = prepared([*MADE, later, rate]).words.caveats
    assert "1 total of other types, such as wounded alone, is left out." in caveats
    assert "1 count from a later day on is left out." in caveats


def test_an_estimate_without_a_day_stands_at_its_publication_and_says_so() -> None:
    numbers = prepared([total("c9", SINGLE, 1300, None, BOTH)])
    assert list(numbers.points["day"]) == [pd.Timestamp(2030, 3, 1)]
    assert any("names no day" in caveat for caveat in numbers.words.caveats)


def test_nothing_known_says_what_to_do() -> None:
    figure = estimates.draw(prepared([], [], end=date(2029, 1, 1)), Style())
    assert names(figure) == []
    assert "No running total" in texts(figure)


def test_no_more_than_eight_labels_stand_in_a_panel(full: pipeline.Losses) -> None:
    figure = estimates.draw(prepared_from(full, "estimates", selections(full)["whole"]), Style())
    for axis in ("y", "y2"):
        assert 4 <= sum(note.yref == axis for note in figure.layout.annotations) <= 8


def test_the_other_side_has_no_line_of_this_one(full: pipeline.Losses) -> None:
    whole = selections(full)["whole"]
    numbers = prepared_from(
        full, "estimates", Selection(None, None, whole.basis, whole.as_of, whole.claimant, "Ukraine")
    )
    assert numbers.line.empty
    assert len(numbers.points) > 20


def test_the_same_numbers_give_the_same_bytes_in_any_order_of_the_claims() -> None:
    assert canonical(prepared(MADE)) == canonical(prepared(MADE[::-1]))
    assert canonical(prepared(MADE)) != canonical(prepared(MADE[1:]))


def test_the_table_has_a_row_for_each_estimate_and_each_count_of_the_named() -> None:
    assert len(estimates.table(prepared(MADE))) == 6

"""The distribution of daily figures: ranges, the day marked and its rank in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import pipeline
from dashboard.charts import spread
from dashboard.figure import Style, canonical
from dashboard.figure.axes import next_whole_step
from tests.charts.drawn import STYLES, names, texts, trace, valid
from tests.charts.madeup import CLAIMANTS, day, registered, rows, selection
from tests.charts.pictures import prepared as prepared_from
from tests.charts.pictures import selections


def prepared(totals: list[float | None], **fields: object) -> spread.Numbers:
    return spread.prepare(rows(totals), selection(**fields), CLAIMANTS)


def running(increments: list[int]) -> list[float | None]:
    total, totals = 10_000, [10_000]
    for increment in increments:
        total += increment
        totals.append(total)
    return [float(value) for value in totals]


@pytest.mark.parametrize("style", STYLES, ids=str)
@pytest.mark.parametrize(
    "totals",
    [[], [100, 120], [100, None, None, 170], [500, 480, 470], [7] * 9, running([3, 900, 40, 40, 41] * 30)],
    ids=len,
)
def test_every_frame_draws_validly_in_every_style(style: Style, totals: list[float | None]) -> None:
    numbers = prepared(totals)
    assert valid(spread.draw(numbers, style)).layout.showlegend is None
    assert list(spread.table(numbers).columns)[:3] == ["from", "to", "days"]


@given(st.lists(st.integers(0, 3000), min_size=1, max_size=60))
def test_every_day_falls_into_one_range_of_a_round_width(increments: list[int]) -> None:
    numbers = prepared(running(increments))
    bins = numbers.bins
    assert bins["days"].sum() == numbers.days == len(increments)
    assert (bins["low"].diff().dropna() == bins["high"].iloc[0] - bins["low"].iloc[0] + 1).all()
    assert bins["low"].iloc[0] <= min(increments)
    assert bins["high"].iloc[-1] >= max(increments)


@pytest.mark.parametrize(("least", "width"), [(0.3, 1), (1, 1), (2.2, 5), (11, 20), (21, 25), (92, 100), (240, 250)])
def test_ranges_are_of_a_round_whole_width(least: float, width: float) -> None:
    assert next_whole_step(least) == width


@pytest.mark.parametrize(
    ("increments", "words"),
    [
        ([10, 20, 30, 40, 25], "25 reported for 5 Jan 2030: higher than 40 % of the 5 days shown"),
        ([10, 20, 30, 40, 50], "50 reported for 5 Jan 2030: the highest of the 5 days shown"),
        ([10, 50, 50], "50 reported for 3 Jan 2030: the highest of the 3 days shown, level with 1 of them"),
        ([30, 20, 10], "10 reported for 3 Jan 2030: higher than none of the 3 days shown"),
        ([30], "30 reported for 1 Jan 2030: the only single day shown"),
    ],
)
def test_the_title_ranks_the_last_day(increments: list[int], words: str) -> None:
    assert prepared(running(increments)).words.title == words


def test_the_selected_day_is_marked_instead_of_the_last() -> None:
    numbers = prepared(running([10, 20, 30, 40, 25]), selected="r4")
    assert numbers.words.title == "40 reported for 4 Jan 2030: the highest of the 5 days shown"
    line = trace(spread.draw(numbers, Style()), "4 Jan 2030: 40")
    assert line["customdata"][0][0] == "r4"
    assert line["x"] == [40, 40]


def test_a_rank_near_the_end_is_told_by_count() -> None:
    title = prepared(running([*range(1000, 2000), 1998])).words.title
    assert title.endswith("higher than all but 3 of the 1,001 days shown")


def test_days_without_a_figure_of_their_own_are_counted_out() -> None:
    lump = registered("correction", day(9), expected=300, amount=290)
    numbers = spread.prepare(
        rows([*running([10, 12, 11]), None, 10_060, 10_075, 10_085, 10_385], [lump]), selection(), CLAIMANTS
    )
    assert numbers.days == 5
    assert numbers.words.caveats == (
        "2 days are left out because the figure for them covers several.",
        "1 day is left out because a correction, a negative difference or irregular reporting is in the figure.",
    )


def test_without_single_days_the_chart_says_what_to_do() -> None:
    numbers = prepared([100, None, None, 170])
    assert names(spread.draw(numbers, Style())) == []
    assert "Widen the dates" in texts(spread.draw(numbers, Style()))


def test_the_mean_stays_on_the_scale_where_one_day_is_shown(full: pipeline.Losses) -> None:
    numbers = prepared_from(full, "spread", selections(full)["a day"])
    low, high = spread.draw(numbers, Style()).layout.xaxis.range
    assert numbers.mean is not None
    assert low <= numbers.mean <= high


def test_the_same_numbers_give_the_same_bytes() -> None:
    assert canonical(prepared(running([10, 20]))) == canonical(prepared(running([10, 20])))
    assert canonical(prepared(running([10, 20]))) != canonical(prepared(running([10, 21])))

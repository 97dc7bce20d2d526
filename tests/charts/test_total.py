from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest

from dashboard import pipeline
from dashboard.charts import total
from dashboard.figure import Selection, Style, canonical
from dashboard.model import Basis
from tests.charts.drawn import DAY, STYLES, names, texts, trace, valid
from tests.charts.madeup import CLAIMANTS, day, registered, rows, selection

GAPPY = [100, 110, 130, None, None, 200, 230]


def prepared(frame: pd.DataFrame, chosen: Selection | None = None) -> total.Numbers:
    return total.prepare(frame, chosen or selection(), CLAIMANTS, "made-up source")


@pytest.mark.parametrize("style", STYLES, ids=str)
@pytest.mark.parametrize("totals", [[], [100, 120], GAPPY, list(range(100, 9000, 70))], ids=len)
def test_every_frame_draws_validly_in_every_style(style: Style, totals: list[float | None]) -> None:
    assert valid(total.draw(prepared(rows(totals)), style)).layout.showlegend is None


def test_the_line_breaks_at_a_gap_which_is_dotted() -> None:
    figure = total.draw(prepared(rows(GAPPY)), Style())
    line, dotted = trace(figure, "running total"), trace(figure, "no report between")
    assert [y for y in line["y"] if y == y] == [100, 110, 130, 200, 230]
    assert np.isnan(line["y"][3])
    assert dotted["y"][:2] == [130, 200]
    assert dotted["x"][1] - dotted["x"][0] == 3 * DAY
    assert dotted["line"]["dash"] == "dot"


def test_points_stand_only_where_reports_are_sparse() -> None:
    dense = total.draw(prepared(rows(list(range(100, 20_000, 50)))), Style())
    assert set(next(t for t in dense.data if t.name == "known reports").marker.size) == {0}
    sparse = total.draw(prepared(rows([100, *[None] * 200, 900, *[None] * 200, 1800])), Style())
    assert set(next(t for t in sparse.data if t.name == "known reports").marker.size) == {6}


def test_a_total_stands_at_the_end_of_its_day() -> None:
    points = trace(total.draw(prepared(rows([100, 110])), Style()), "known reports")
    assert points["x"][1] == pd.Timestamp(day(1)).timestamp() * 1000 + DAY
    assert points["customdata"][1][0] == "r1"


def test_the_last_total_is_labelled_and_the_title_is_true() -> None:
    numbers = prepared(rows(GAPPY))
    assert numbers.words.title == "230 reported in all by 6 Jan 2030: +130 since 31 Dec 2029, 22 a day"
    assert "230 6 Jan 2030" in texts(total.draw(numbers, Style()))


def test_a_narrowed_span_tells_what_it_grew_by() -> None:
    words = prepared(rows(GAPPY), selection(day(1), day(5))).words
    assert words.title == "200 reported in all by 5 Jan 2030: +90 since 1 Jan 2030, 22 a day"


def test_gaps_are_counted_and_corrections_said_to_be_in() -> None:
    lump = registered("correction", day(2), expected=30, amount=10)
    words = prepared(rows([100, 130, None, None, 200], [lump])).words
    assert words.caveats == (
        "Dotted: 2 days in 1 gap without a report; the totals at their ends are known, what lies between is not.",
        "The total keeps registered corrections in.",
    )


def test_an_empty_selection_says_what_to_do_in_the_chart() -> None:
    figure = total.draw(prepared(rows(GAPPY), selection(date(2031, 1, 1), None)), Style())
    assert names(figure) == []
    assert "Widen the dates" in texts(figure)


def test_the_base_is_zero_with_at_most_five_gridlines() -> None:
    axis = total.draw(prepared(rows(GAPPY)), Style()).layout.yaxis
    assert axis.range[0] == 0
    assert len(axis.tickvals) <= 5


def test_totals_that_change_little_are_drawn_near_and_said_to_be() -> None:
    numbers = prepared(rows([1000, 1010, 1030, 1040]))
    axis = total.draw(numbers, Style()).layout.yaxis
    assert axis.range[0] >= 980
    assert axis.range[1] > 1040
    assert len(axis.tickvals) <= 6
    assert any("does not begin at zero" in caveat for caveat in numbers.words.caveats)


def test_one_total_alone_stands_over_zero() -> None:
    numbers = prepared(rows([1000, 1010, 1030]), selection(day(2), day(2)))
    assert total.draw(numbers, Style()).layout.yaxis.range[0] == 0


def test_the_same_numbers_give_the_same_bytes() -> None:
    assert canonical(prepared(rows(GAPPY))) == canonical(prepared(rows(GAPPY)))
    assert canonical(prepared(rows(GAPPY))) != canonical(prepared(rows([*GAPPY, 240])))


def test_the_table_holds_every_report_with_the_days_missing_before() -> None:
    told = total.table(prepared(rows(GAPPY)))
    assert list(told["running total"]) == [100, 110, 130, 200, 230]
    assert list(told["days without a report before"]) == [0, 0, 0, 2, 0]


def test_the_golden_totals_of_november_2024(shipped: pipeline.Losses) -> None:
    query = shipped.reference_query()
    chosen = Selection(
        date(2024, 11, 9), date(2024, 11, 11), Basis.COVERS, shipped.last_published, query.claimant, query.subject
    )
    numbers = total.prepare(pipeline.counted_of(shipped, query), chosen, shipped.claimants)
    assert list(numbers.reports["total"]) == [708_890, 710_660, 712_610]
    assert numbers.words.title == "712,610 reported in all by 11 Nov 2024: +3,720 since 9 Nov 2024, 1,860 a day"

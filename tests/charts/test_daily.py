from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from dashboard import pipeline
from dashboard.charts import daily
from dashboard.figure import LIGHT, Selection, Style, canonical
from dashboard.figure.axes import Area, from_zero
from dashboard.figure.bars import corrections
from dashboard.model import Basis
from tests.charts.drawn import DAY, STYLES, boxes, names, texts, trace, valid
from tests.charts.madeup import CLAIMANTS, STAFF, day, registered, rows, selection

PLAIN = [100, 110, 130, 160, 200, 230, 260, 290, 320, 350]


def prepared(frame: pd.DataFrame, chosen: Selection | None = None) -> daily.Numbers:
    return daily.prepare(frame, chosen or selection(), CLAIMANTS, None, "made-up source")


@pytest.mark.parametrize("style", STYLES, ids=str)
@pytest.mark.parametrize("totals", [[], [100, 120], PLAIN, [100, None, None, 400, 390, 900]], ids=len)
def test_every_frame_draws_validly_in_every_style(style: Style, totals: list[float | None]) -> None:
    figure = daily.draw(prepared(rows(totals)), style)
    assert valid(figure).layout.height == figure.layout.height


def test_bars_have_the_height_and_place_of_their_day() -> None:
    bars = trace(daily.draw(prepared(rows(PLAIN)), Style()), "days")
    assert bars["y"] == [10, 20, 30, 40, 30, 30, 30, 30, 30]
    noon = pd.Timestamp(day(1)).timestamp() * 1000 + DAY / 2
    assert bars["x"][:2] == [noon, noon + DAY]


def test_a_bar_is_as_wide_as_the_days_it_covers_but_for_a_hairline() -> None:
    figure = daily.draw(prepared(rows([100, 110, None, None, 170])), Style())
    single, several = trace(figure, "days")["width"][0], trace(figure, "several days")["width"][0]
    assert several - single == pytest.approx(2 * DAY)
    assert 0.97 * DAY < single < DAY


def test_days_too_narrow_for_a_hairline_have_their_whole_width() -> None:
    figure = daily.draw(prepared(rows([100 + 10 * n for n in range(400)])), Style())
    assert set(trace(figure, "days")["width"]) == {DAY}


def test_a_gap_is_one_pale_bar_at_its_mean_per_day_and_no_day_is_filled() -> None:
    figure = daily.draw(prepared(rows([100, 110, None, None, 170, 180])), Style())
    assert trace(figure, "several days")["y"] == [20]
    assert trace(figure, "days")["y"] == [10, 10]
    assert trace(figure, "several days")["marker"]["color"] != trace(figure, "days")["marker"]["color"]


def test_no_bar_has_an_outline() -> None:
    figure = daily.draw(prepared(rows([100, 110, None, 170])), Style())
    assert all(bar.marker.line.width == 0 for bar in figure.data if bar.type == "bar")


def test_the_mean_breaks_where_days_are_missing() -> None:
    frame = rows([*range(100, 1000, 100), None, None, *range(1300, 2200, 100)])
    mean = trace(daily.draw(prepared(frame), Style()), "7-day mean")
    known = [value == value for value in mean["y"]]
    # Days 7 and 8; a break; the gap's last day and those whose week begins with a known day; days 18 and 19.
    assert known == [False] * 6 + [True] * 2 + [False] + [True] * 5 + [False] * 2 + [True] * 2
    assert mean["connectgaps"] is False


def test_a_correction_is_hatched_on_top_of_what_counts_and_told_with_its_reason() -> None:
    lump = registered("correction", day(5), expected=240, amount=200)
    numbers = prepared(rows([100, 110, 130, 160, 400, 430], [lump]))
    figure = daily.draw(numbers, Style())
    hatched = trace(figure, "correction")
    assert hatched["base"] == [40]
    assert hatched["y"] == [200]
    assert hatched["marker"]["pattern"]["shape"] == "/"
    assert trace(figure, "days")["y"] == [10, 20, 30, 40, 30]
    assert "240 reported, of which 200 correct earlier days" in texts(figure).replace("  ", " ")
    assert any("200 of the 240 for 4 Jan 2030 are a correction" in caveat for caveat in numbers.words.caveats)


def test_a_lump_day_is_never_the_highest() -> None:
    lump = registered("correction", day(5), expected=240, amount=200)
    numbers = prepared(rows([100, 110, 130, 160, 400, 450], [lump]))
    assert numbers.words.title.startswith("50 reported for 5 Jan 2030")


def test_negative_differences_are_never_bars_but_are_told() -> None:
    numbers = prepared(rows([100, 150, 140, 190]))
    bars = [bar for bar in daily.draw(numbers, Style()).data if bar.type == "bar"]
    assert all(height >= 0 for bar in bars for height in bar.y)
    assert sum(len(bar.y) for bar in bars) == 2
    assert "1 negative difference is not drawn; the table has it." in numbers.words.caveats
    assert -10 in set(daily.table(numbers)["reported"])


def test_the_irregular_span_is_shaded_and_named() -> None:
    frame = rows([100, 400, 410, 420, 430], [registered("irregular", day(1), day(2))])
    numbers = daily.prepare(frame, selection(), CLAIMANTS, day(3))
    figure = daily.draw(numbers, Style())
    (shape,) = figure.layout.shapes
    assert (shape.x0, shape.x1) == ("2030-01-01", "2030-01-02")
    assert "Irregular reports to 1 Jan 2030" in texts(figure)
    assert numbers.top is not None
    assert numbers.top.value == 10


def test_records_are_marked_and_the_highest_is_labelled() -> None:
    figure = daily.draw(prepared(rows(PLAIN)), Style())
    assert trace(figure, "highest to that day")["y"] == [20, 30, 40]
    assert "40 on 4 Jan 2030" in texts(figure)


def test_the_title_says_of_how_many_days_it_is_the_highest() -> None:
    assert prepared(rows(PLAIN)).words.title == "40 reported for 4 Jan 2030, the highest of the 9 days shown"
    gappy = prepared(rows([100, 110, 130, None, None, 200]))
    assert gappy.words.title == "20 reported for 2 Jan 2030, the highest of the 2 days known"
    single = prepared(rows([100, 110, None, None, 200]))
    assert single.words.title == "10 reported for 1 Jan 2030, the only single day known"
    alone = prepared(rows([100, 110]))
    assert alone.words.title == "10 reported for 1 Jan 2030, the only day shown"


def test_the_title_is_true_for_the_selected_days_alone() -> None:
    numbers = prepared(rows(PLAIN), selection(day(1), day(3)))
    assert numbers.words.title == "30 reported for 3 Jan 2030, the highest of the 3 days shown"
    assert list(numbers.bars["losses"]) == [10, 20, 30]


def test_days_of_publication_are_said_to_be_such() -> None:
    words = prepared(rows(PLAIN), selection(basis=Basis.PUBLISHED)).words
    assert " reported on " in words.title
    assert words.basis_words == "Dated by the day of publication, not the day covered."


def test_no_single_day_known_gives_the_mean_over_the_days() -> None:
    assert prepared(rows([100, None, None, 160])).words.title == "60 reported for 1–3 Jan 2030, 20 a day"


def test_the_mean_of_a_single_day_is_drawn_across_it() -> None:
    numbers = prepared(rows(PLAIN), selection(day(8), day(8)))
    mean = trace(daily.draw(numbers, Style()), "7-day mean")
    assert mean["x"][1] - mean["x"][0] == DAY
    assert mean["y"][0] == mean["y"][1]


def test_the_highest_of_regular_reporting_is_not_called_the_highest_shown() -> None:
    frame = rows([100, 400, 410, 420, 440], [registered("irregular", day(1), day(2))])
    numbers = daily.prepare(frame, selection(day(1), day(4)), CLAIMANTS, day(3))
    assert numbers.words.title.endswith("the highest of the 3 days of regular reporting")


def test_an_empty_selection_says_what_to_do_in_the_chart() -> None:
    numbers = prepared(rows(PLAIN), selection(date(2031, 1, 1), date(2031, 2, 1)))
    figure = daily.draw(numbers, Style())
    assert names(figure) == []
    assert "Widen the dates" in texts(figure)


def test_a_bar_leads_to_the_report_that_closes_it() -> None:
    cells = trace(daily.draw(prepared(rows(PLAIN)), Style()), "days")["customdata"]
    assert cells[0][0] == "r1"
    assert cells[0][1] == ("<b>10</b> reported<br>1 Jan 2030; published 2 Jan 2030<br>total 110, before 100")


def test_the_selected_claim_is_drawn_in_full_strength() -> None:
    figure = daily.draw(prepared(rows(PLAIN), selection(selected="r4")), Style())
    assert trace(figure, "selected")["y"] == [40]


def test_a_logarithmic_scale_is_told() -> None:
    numbers = prepared(rows(PLAIN), selection(log=True))
    assert daily.draw(numbers, Style()).layout.yaxis.type == "log"
    assert any("logarithmic" in caveat for caveat in numbers.words.caveats)


def test_at_most_five_gridlines_from_zero() -> None:
    axis = daily.draw(prepared(rows(PLAIN)), Style()).layout.yaxis
    assert axis.range[0] == 0
    assert len(axis.tickvals) <= 5


def test_the_same_numbers_give_the_same_bytes_in_any_order_of_claims() -> None:
    assert canonical(prepared(rows(PLAIN))) == canonical(prepared(rows(PLAIN)))
    assert canonical(prepared(rows(PLAIN))) != canonical(prepared(rows([*PLAIN[:-1], 351])))


def test_preparing_leaves_the_frame_as_it_was() -> None:
    frame = rows(PLAIN)
    before = frame.copy(deep=True)
    daily.draw(prepared(frame), Style())
    pd.testing.assert_frame_equal(frame, before)


def test_the_picture_names_claimant_basis_day_source_and_what_is_left_out() -> None:
    figure = daily.draw(prepared(rows([100, 110, None, 170])), Style(size="wide"))
    said = texts(figure)
    for part in (STAFF, "Dated by the day covered", "As of 31 Dec 2030", "made-up source", "stands for several days"):
        assert part in said
    assert (figure.layout.width, figure.layout.height) == (1600, 900)


def shipped_selection(losses: pipeline.Losses, start: date | None = None, end: date | None = None) -> Selection:
    query = losses.reference_query()
    return Selection(start, end, Basis.COVERS, losses.last_published, query.claimant, query.subject)


def drawn_from(losses: pipeline.Losses, start: date | None = None, end: date | None = None) -> daily.Numbers:
    frame = pipeline.counted_of(losses, losses.reference_query())
    chosen = shipped_selection(losses, start, end)
    return daily.prepare(frame, chosen, losses.claimants, losses.conflict.regular_since, "General Staff of Ukraine")


def test_the_shipped_data_show_1950_as_the_highest_to_its_day(shipped: pipeline.Losses) -> None:
    numbers = drawn_from(shipped, date(2024, 10, 1), date(2024, 11, 11))
    assert numbers.words.title == "1,950 reported for 11 Nov 2024, the highest of the 42 days shown"
    assert 1770 in set(numbers.records["losses"])


def test_the_shipped_lump_of_february_2025_is_drawn_apart(shipped: pipeline.Losses) -> None:
    hatched = trace(daily.draw(drawn_from(shipped, date(2025, 2, 20), date(2025, 3, 6)), Style()), "correction")
    assert (hatched["base"], hatched["y"]) == ([1060], [1650])


def test_the_whole_series_has_one_record_and_no_lump_is_it(full: pipeline.Losses) -> None:
    numbers = drawn_from(full)
    assert numbers.words.title == (
        "2,200 reported for 19 Dec 2024, the highest since regular reporting began in March 2022"
    )
    figure = daily.draw(numbers, Style())
    assert len(figure.to_json()) < 400_000
    assert len(figure.data) <= 7


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_title_and_foot_of_the_picture_stand_inside_it_and_apart(full: pipeline.Losses, theme: str) -> None:
    figure = daily.draw(drawn_from(full), Style(theme, "wide"))
    placed = sorted(boxes(figure), key=lambda box: box[1])
    assert len(placed) == 3
    for left, top, right, bottom, text in placed:
        assert (left >= 40, top >= 20, right <= 1560, bottom <= 890) == (True,) * 4, text
    assert placed[0][3] <= placed[1][1] + 8
    assert placed[1][3] < figure.layout.margin.t
    assert placed[2][1] > 900 - figure.layout.margin.b + 30


def test_a_correction_is_drawn_however_many_days_share_the_breadth() -> None:
    first = pd.Timestamp(day(1))
    area = Area(0, 0, 300, 100, first, first + pd.Timedelta(days=899), from_zero(100))
    lumps = prepared(rows(PLAIN)).bars.head(1).assign(correction=50.0)
    made = corrections(lumps, lumps["losses"], area, LIGHT, LIGHT.deep_blue)
    assert made["width"][0] / DAY * area.day_width == pytest.approx(2)

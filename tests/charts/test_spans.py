from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest

from dashboard import checks, pipeline
from dashboard.charts import spans
from dashboard.figure import Selection, Style, canonical
from dashboard.model import Basis, Claim, Evidence, Hedge, Period, PeriodKind, Statistic
from tests.charts.drawn import DAY, STYLES, names, texts, trace, valid
from tests.charts.madeup import (
    CLAIMANTS,
    COPIER,
    QUERY,
    SIDE,
    SINGLE,
    STAFF,
    checked,
    claim,
    day,
    registered,
    rows,
    selection,
)

SERIES = [100 + 20 * n for n in range(61)]
MEAN = Statistic.MEAN_PER_DAY


def prepared(
    claims: list[Claim], verdicts: list[tuple[str, float | None]], chosen: Selection | None = None
) -> spans.Numbers:
    frame = rows(SERIES)
    return spans.prepare(frame, checked(claims, verdicts), claims, chosen or selection(), CLAIMANTS, "made-up source")


TOTAL = claim("c-total", COPIER, 200, day(1), day(10))
RATE = claim("c-rate", SINGLE, 30, day(1), day(30), statistic=MEAN)
OVER = claim("c-over", SINGLE, 25, day(11), day(40), statistic=MEAN, hedge=Hedge.AT_LEAST, low=25)
RANGE = claim("c-range", SINGLE, None, day(41), day(50), hedge=Hedge.RANGE, low=100, high=300)
SINCE = claim("c-since", SINGLE, 5000, day(1), day(60), period=Period(PeriodKind.SINCE_START, day(1), day(60)))
KILLED = claim("c-killed", SINGLE, 50, day(1), day(10), casualty_types=("killed",))
FOUR = [TOTAL, RATE, OVER, RANGE]
VERDICTS: list[tuple[str, float | None]] = [
    ("equal", 0.0),
    ("differs", 50.0),
    ("within_hedge", 25.0),
    ("within_hedge", 0.0),
]


@pytest.mark.parametrize("style", STYLES, ids=str)
@pytest.mark.parametrize("many", [0, 1, 4])
def test_every_frame_draws_validly_in_every_style(style: Style, many: int) -> None:
    assert valid(spans.draw(prepared(FOUR[:many], VERDICTS[:many]), style)).layout.showlegend is None


def test_a_claim_stands_at_its_height_per_day_across_its_days() -> None:
    numbers = prepared(FOUR, VERDICTS)
    heights = numbers.spans.set_index("claim_id")["height"].to_dict()
    assert heights == {"c-total": 20, "c-rate": 30, "c-over": 25, "c-range": 20}
    line = trace(spans.draw(numbers, Style()), "derived")
    first = pd.Timestamp(day(1)).timestamp() * 1000
    assert line["x"][:2] == [first, first + 10 * DAY]
    assert line["y"][:2] == [20, 20]


def test_derived_claims_are_dashed_and_others_solid() -> None:
    figure = spans.draw(prepared(FOUR, VERDICTS), Style())
    assert trace(figure, "derived")["line"]["dash"] == "5px,3px"
    solid = [t for t in figure.data if t.name == "claims" and t.mode == "lines"]
    assert [t.line.dash for t in solid] == ["solid"]


def test_an_open_bound_fades_upwards_and_a_range_fills_its_bounds() -> None:
    figure = spans.draw(prepared([OVER, RANGE], [("within_hedge", 1.0), ("within_hedge", 0.0)]), Style())
    bounds = next(t for t in figure.data if t.name == "bounds")
    opacities = [float(colour.rpartition(",")[2][:-1]) for colour in bounds.marker.color]
    assert bounds.base[0] == 25
    assert opacities[:-1] == sorted(opacities[:-1], reverse=True)
    assert all(step > 0 for step in bounds.y)
    assert (bounds.base[-1], bounds.y[-1]) == (10, 20)


def test_an_upper_bound_fades_downwards_and_not_below_zero() -> None:
    nearly = claim("c-nearly", SINGLE, 10, day(1), day(30), statistic=MEAN, hedge=Hedge.NEARLY, high=10)
    figure = spans.draw(prepared([nearly], [("differs", -50.0)]), Style())
    bounds = next(t for t in figure.data if t.name == "bounds")
    assert all(step < 0 for step in bounds.y)
    assert all(base + step >= 0 for base, step in zip(bounds.base, bounds.y, strict=True))


def test_running_totals_and_other_casualty_types_are_left_out_and_counted() -> None:
    numbers = prepared([TOTAL, SINCE, KILLED], [("equal", 0.0), ("differs", 9.0), ("not_comparable", None)])
    assert list(numbers.spans["claim_id"]) == ["c-total"]
    assert numbers.words.caveats == (
        "1 running total since the war began is left out: no height per day can be given.",
        "1 claim of other casualty types is left out, such as killed alone.",
    )


def test_a_figure_told_again_is_drawn_once_and_counted_unless_it_differs() -> None:
    again = claim("d-again", COPIER, 20.1, day(1), day(10), statistic=MEAN)
    other = claim("d-other", COPIER, 22, day(1), day(10), statistic=MEAN)
    numbers = prepared([TOTAL, again, other], [("equal", 0.0)] * 3)
    assert list(numbers.spans["claim_id"]) == ["c-total", "d-other"]
    assert "1 restatement of a figure already drawn is left out." in numbers.words.caveats


def test_the_selected_claim_is_drawn_even_where_it_restates_another() -> None:
    again = claim("d-again", COPIER, 20.1, day(1), day(10), statistic=MEAN)
    numbers = prepared([TOTAL, again], [("equal", 0.0)] * 2, selection(selected="d-again"))
    assert list(numbers.spans["claim_id"]) == ["d-again"]
    assert f"{COPIER} 20.1 a day" in texts(spans.draw(numbers, Style()))


def test_claims_published_after_the_as_of_date_are_not_known() -> None:
    assert prepared([TOTAL], [("equal", 0.0)], selection(as_of=date(2030, 2, 1))).spans.empty


def test_a_claim_about_a_report_moves_with_the_basis() -> None:
    quoted = claim("c-day", STAFF, 20, day(5), day(5), basis=Basis.PUBLISHED)
    covered = prepared([quoted], [("equal", 0.0)]).spans
    published = prepared([quoted], [("equal", 0.0)], selection(basis=Basis.PUBLISHED)).spans
    assert list(covered["start"]) == [pd.Timestamp(day(4))]
    assert list(published["start"]) == [pd.Timestamp(day(5))]


def test_one_day_somewhere_in_a_span_stands_at_its_own_height() -> None:
    peak = claim("c-peak", SINGLE, 40, day(1), day(31), period=Period(PeriodKind.DAY, day(1), day(31)))
    assert list(prepared([peak], [("differs", 90.0)]).spans["height"]) == [40]


def test_the_title_counts_agreement_and_says_what_it_rests_on() -> None:
    title = prepared(FOUR, VERDICTS).words.title
    assert title == (
        "3 of 4 claims agree with the series, 1 of them its own or derived from it; "
        f"furthest off: {SINGLE}, 30 a day (+50.0 %)"
    )
    assert prepared([RATE], [("differs", 50.0)]).words.title == (
        f"{SINGLE}: 30 a day for 1–30 Jan 2030, +50.0 % from the series"
    )


def test_hover_tells_dates_value_definition_verdict_arithmetic_and_the_sentence_literally() -> None:
    said = Evidence("Losses were <b>30</b> a day & more.", 0, 35)
    told = claim("c-said", COPIER, 30, day(1), day(30), statistic=MEAN, evidence=said, source_row=None)
    drawn = spans.draw(prepared([told], [("differs", 50.0)]), Style()).data
    points = [t for t in drawn if t.type == "scatter" and t.mode == "markers"]
    ident, hover = points[-1].customdata[0]
    assert ident == "c-said"
    for part in ("30 a day", "1–30 Jan 2030", "published 1 Mar 2030", "losses, type not stated", "differs"):
        assert part in hover
    assert "made-up arithmetic" in hover
    assert f"derived from {STAFF}" in hover
    assert "&lt;b&gt;30&lt;/b&gt; a day &amp; more." in hover


def test_counts_of_a_running_period_give_way_to_the_last_that_takes_them_in() -> None:
    running = [claim(f"c-{n}", COPIER, 20 * n, day(1), day(n)) for n in (48, 52, 56, 60)]
    numbers = prepared(running, [("equal", 0.0), ("equal", 1.2), ("differs", 9.0), ("equal", 0.0)])
    assert list(numbers.spans["claim_id"]) == ["c-56", "c-60"]
    assert any(caveat.startswith("2 counts of running periods are left out") for caveat in numbers.words.caveats)
    assert numbers.words.title.startswith("3 of 4 claims agree")
    chosen = prepared(running, [("equal", 0.0)] * 4, selection(selected="c-48"))
    assert list(chosen.spans["claim_id"]) == ["c-48", "c-60"]


def test_a_month_and_another_claimant_are_no_earlier_count() -> None:
    month = claim("c-month", COPIER, 600, day(1), day(31))
    other = claim("c-other", SINGLE, 1000, day(1), day(50))
    last = claim("c-year", COPIER, 1200, day(1), day(60))
    numbers = prepared([month, other, last], [("equal", 0.0)] * 3)
    assert list(numbers.spans["claim_id"]) == ["c-month", "c-other", "c-year"]


def early(totals: list[float], claims: list[Claim]) -> spans.Numbers:
    frame = rows(totals, [registered("irregular", day(1), day(2))])
    told = checked(claims, [("equal", 0.0)] * len(claims))
    return spans.prepare(frame, told, claims, selection(), CLAIMANTS)


def test_few_irregular_reports_do_not_press_the_claims_flat_and_are_named() -> None:
    numbers = early([100, 1100, *range(1120, 2320, 20)], [TOTAL])
    figure = spans.draw(numbers, Style())
    assert figure.layout.yaxis.range[1] < 50
    assert "↑ 1,000, irregular" in texts(figure)
    assert "Irregular reports, up to 1,000 for 1 Jan 2030, run beyond the scale." in numbers.words.caveats


def test_irregular_reports_that_are_most_of_what_is_shown_stay_within_the_scale() -> None:
    numbers = early([100, 1100, 1120, 1140], [TOTAL])
    assert numbers.beyond.empty
    assert spans.draw(numbers, Style()).layout.yaxis.range[1] > 1000


def test_a_corrected_day_is_not_taken_for_an_irregular_one() -> None:
    lump = registered("correction", day(5), expected=1020, amount=1000)
    frame = rows([*range(100, 180, 20), 1180, *range(1200, 1400, 20)], [lump])
    numbers = spans.prepare(frame, checked([TOTAL], [("equal", 0.0)]), [TOTAL], selection(), CLAIMANTS)
    assert numbers.beyond.empty
    assert spans.draw(numbers, Style()).layout.yaxis.range[1] < 50


def test_the_key_tells_only_of_marks_that_are_there() -> None:
    plain = texts(spans.draw(prepared([RATE], [("differs", 50.0)]), Style()))
    both = texts(spans.draw(prepared([TOTAL, OVER], [("equal", 0.0)] * 2), Style()))
    assert STAFF in plain
    assert "dashed or hollow" not in plain
    assert "fading" not in plain
    assert "dashed or hollow: derived from another claimant's figures" in both
    assert "fading: an open bound" in both


def test_an_empty_selection_says_what_to_do_in_the_chart() -> None:
    figure = spans.draw(prepared(FOUR, VERDICTS, selection(date(2031, 1, 1), None)), Style())
    assert names(figure) == []
    assert "No claim with days of its own" in texts(figure)


def test_the_same_claims_in_any_order_give_the_same_bytes() -> None:
    turned = prepared(FOUR[::-1], VERDICTS[::-1])
    assert canonical(turned) == canonical(prepared(FOUR, VERDICTS))


def test_the_table_holds_each_claim_with_its_verdict() -> None:
    told = spans.table(prepared(FOUR, VERDICTS))
    assert told["verdict"].iloc[0] == "equal"
    assert set(told["derived from"]) == {STAFF, ""}


def test_the_register_and_the_articles_are_drawn_with_radakin_furthest_off(shipped: pipeline.Losses) -> None:
    query = shipped.reference_query()
    chosen = Selection(
        date(2024, 10, 1), date(2024, 10, 31), Basis.COVERS, shipped.last_published, query.claimant, query.subject
    )
    verdicts = checks.check_claims(shipped)
    numbers = spans.prepare(pipeline.counted_of(shipped, query), verdicts, shipped.claims, chosen, shipped.claimants)
    assert numbers.words.title.endswith("(+10.8 %)")
    assert "furthest off: Tony Radakin, " in numbers.words.title
    assert not numbers.spans["height"].gt(5000).any()
    assert np.isfinite(numbers.spans["height"]).all()
    assert "Tony Radakin" in texts(spans.draw(numbers, Style()))
    assert query.subject == "Russia" != SIDE
    assert QUERY.claimant == STAFF

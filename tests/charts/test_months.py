from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from dashboard import comparison, pipeline
from dashboard.charts import months
from dashboard.figure import Selection, Style, canonical
from dashboard.model import Basis
from tests.charts.drawn import DAY, STYLES, names, texts, trace, valid
from tests.charts.madeup import CLAIMANTS, COPIER, SINGLE, STAFF, compared, day, registered, rows, selection

JAN, FEB = (date(2030, 1, 1), date(2030, 1, 31)), (date(2030, 2, 1), date(2030, 2, 28))
BY_MONTH = compared(
    (COPIER, *JAN, "mean_per_day", 100, 100, "equal"),
    (COPIER, *JAN, "total", 3131, 3100, "differs"),
    (COPIER, *FEB, "total", 3080, 2800, "differs"),
)
OTHERS = compared((SINGLE, *JAN, "mean_per_day", 130, 100, "differs"), (SINGLE, *JAN, "total", 9, 9, "not_comparable"))


def prepared(
    by_month: pd.DataFrame = BY_MONTH, others: pd.DataFrame = OTHERS, chosen: Selection | None = None
) -> months.Numbers:
    usable = others.assign(comparable=others["verdict"] != "not_comparable")
    return months.prepare(by_month, usable, rows([]), chosen or selection(), CLAIMANTS, "made-up source")


@pytest.mark.parametrize("style", STYLES, ids=str)
@pytest.mark.parametrize("many", [0, 1, 3])
def test_every_frame_draws_validly_in_every_style(style: Style, many: int) -> None:
    assert valid(months.draw(prepared(BY_MONTH[:many]), style)).layout.barmode is None


def test_one_figure_a_month_stands_beside_the_series_per_day() -> None:
    figure = months.draw(prepared(), Style())
    assert trace(figure, STAFF)["y"] == [100, 100]
    assert trace(figure, COPIER)["y"] == [100, 110]
    assert trace(figure, COPIER)["x"] == trace(figure, STAFF)["x"]


def test_bars_are_as_wide_as_their_month() -> None:
    wide = trace(months.draw(prepared(), Style()), STAFF)["width"]
    assert wide[0] - wide[1] == pytest.approx(3 * DAY)
    assert 27.8 * DAY < wide[1] < 28 * DAY


def test_derived_figures_are_hollow_and_others_solid() -> None:
    figure = months.draw(prepared(), Style())
    assert trace(figure, COPIER)["marker"]["symbol"] == ["circle-open", "circle-open"]
    statements = next(t for t in figure.data if t.name == "single statements" and t.yaxis is None)
    assert list(statements.marker.symbol) == ["diamond-open", "diamond"]


def test_single_statements_are_kept_and_named_and_never_averaged() -> None:
    numbers = prepared()
    assert list(numbers.statements["a"]) == [101, 130]
    assert f"{SINGLE} 130 a day, Jan 2030" in texts(months.draw(numbers, Style()))


def test_figures_that_may_not_be_compared_are_not_drawn() -> None:
    assert list(prepared().statements["stated"]) == ["3,131", "130 a day"]


def test_differences_stand_in_a_panel_of_their_own_with_zero_in_it() -> None:
    figure = months.draw(prepared(), Style())
    assert trace(figure, "difference")["y"] == [0, 10]
    assert figure.layout.yaxis2.range[0] < 0 < figure.layout.yaxis2.range[1]
    assert figure.layout.yaxis2.domain[1] < figure.layout.yaxis.domain[0]
    assert len(figure.layout.yaxis.tickvals) + 1 <= 5


def test_agreement_of_a_derived_figure_is_called_replication() -> None:
    assert (
        prepared().words.title
        == f"{COPIER} matches {STAFF} within 1 % in 1 of 2 months: replication, not corroboration"
    )
    free = BY_MONTH.assign(dependence="")
    assert "replication" not in prepared(free).words.title


def test_disagreement_is_not_called_replication() -> None:
    assert "replication" not in prepared(BY_MONTH[2:]).words.title


def test_claimants_are_named_with_their_dependence() -> None:
    assert prepared().words.claimants == (STAFF, f"{COPIER} (figures derived from those of {STAFF})", SINGLE)


def test_only_whole_months_within_the_selection_are_compared() -> None:
    numbers = prepared(chosen=selection(date(2030, 1, 15), date(2030, 3, 31)))
    assert list(numbers.months["start"]) == [pd.Timestamp(2030, 2, 1)]
    assert numbers.statements.empty


def test_a_correction_is_hatched_on_top_and_told() -> None:
    lump = registered("correction", day(11), expected=650, amount=620)
    frame = rows([*range(100, 400, 30), 1020, *range(1050, 1680, 30)], [lump])
    assert frame["losses"].sum() == 1550
    by_month = compared((COPIER, *JAN, "total", 930, 930, "equal"))
    numbers = months.prepare(by_month, compared(), frame, selection(), CLAIMANTS)
    hatched = trace(months.draw(numbers, Style()), "correction")
    assert (hatched["base"], hatched["y"]) == ([30], [20])
    assert any(caveat.startswith("620 of Made-up Staff's figure for Jan 2030") for caveat in numbers.words.caveats)


def test_an_empty_selection_says_what_to_do_in_the_chart() -> None:
    figure = months.draw(prepared(chosen=selection(date(2030, 1, 2), date(2030, 1, 5))), Style())
    assert names(figure) == []
    assert "Choose a span that holds at least one whole calendar month." in texts(figure).replace("  ", " ")


def test_nothing_of_the_claimants_chosen_says_whose_and_offers_all() -> None:
    chosen = replace(selection(), claimants=("Example Watch",), definitions=("killed",))
    words = prepared(BY_MONTH[:0], chosen=chosen).words
    assert "No month has figures of Example Watch that count killed beside those of" in words.empty
    assert words.empty.endswith("Choose all claimants and definitions.")


def test_the_same_numbers_give_the_same_bytes() -> None:
    assert canonical(prepared()) == canonical(prepared())
    assert canonical(prepared()) != canonical(prepared(BY_MONTH[:2]))


def test_october_2024_shows_both_uk_figures_by_name(shipped: pipeline.Losses) -> None:
    query = shipped.reference_query()
    chosen = Selection(
        date(2024, 9, 1), date(2025, 1, 31), Basis.COVERS, shipped.last_published, query.claimant, query.subject
    )
    numbers = months.prepare(
        comparison.by_month(shipped),
        comparison.by_claim(shipped),
        pipeline.counted_of(shipped, query),
        chosen,
        shipped.claimants,
        "",
        shipped.claims,
    )
    october = numbers.statements[numbers.statements["start"] == pd.Timestamp(2024, 10, 1)]
    assert {"Tony Radakin", "John Healey"} <= set(october["claimant"])
    assert round(october.loc[october["claimant"] == "Tony Radakin", "difference"].iloc[0]) == 146
    for style in STYLES:
        said = texts(months.draw(numbers, style))
        assert "Tony Radakin" in said
        assert "John Healey" in said
    assert "replication, not corroboration" in numbers.words.title
    assert numbers.words.definition.endswith("UK Defence Intelligence: killed and wounded")

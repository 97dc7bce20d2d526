"""The same charts over any category, claimant and side: equipment of the full series, and made-up ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from dashboard import pipeline
from dashboard.charts import daily, spans, total
from dashboard.figure import Selection, Style
from dashboard.model import Basis
from tests.charts.drawn import STYLES, names, texts, trace, valid
from tests.charts.madeup import CLAIMANTS, SINGLE, checked, claim, day, registered, rows, selection
from tests.charts.pictures import CHARTS, drawn, prepared, selections

KYIV = "General Staff of Ukraine"
CATEGORIES = [
    "tanks",
    "armoured_vehicles",
    "artillery",
    "multiple_rocket_launchers",
    "air_defence",
    "aircraft",
    "helicopters",
    "drones",
    "cruise_missiles",
    "ships",
    "submarines",
    "vehicles_and_fuel_tanks",
    "special_equipment",
    "ground_robots",
    "fuel_tanks",
]


def of(losses: pipeline.Losses, **changes: object) -> Selection:
    return replace(selections(losses)["whole"], **changes)


@pytest.mark.parametrize("category", CATEGORIES)
def test_every_category_of_equipment_is_drawn(full: pipeline.Losses, category: str) -> None:
    for chart in CHARTS:
        for style in (Style("light", "page"), Style("dark", "narrow"), Style("light", "wide")):
            valid(drawn(full, chart, of(full, category=category), style))


@pytest.mark.parametrize("category", CATEGORIES)
def test_negative_differences_of_equipment_are_told_and_never_bars(full: pipeline.Losses, category: str) -> None:
    numbers = prepared(full, "daily", of(full, category=category))
    negative = int((numbers.rows["losses"] < 0).sum())
    bars = [bar for bar in daily.draw(numbers, Style()).data if bar.type == "bar"]
    assert all(height >= 0 for bar in bars for height in bar.y)
    assert any("negative difference" in caveat for caveat in numbers.words.caveats) == (negative > 0)
    assert int((daily.table(numbers)["reported"] < 0).sum()) == negative


def test_the_full_equipment_has_thirteen_negative_differences(full: pipeline.Losses) -> None:
    found = [prepared(full, "daily", of(full, category=category)).rows["losses"] for category in CATEGORIES]
    assert sum(int((losses < 0).sum()) for losses in found) == 13


def test_the_finding_names_the_category_and_the_definition_is_not_one_of_people(full: pipeline.Losses) -> None:
    words = prepared(full, "daily", of(full, category="multiple_rocket_launchers")).words
    assert words.title.startswith("Multiple rocket launchers: ")
    assert "losses of multiple rocket launchers per day" in words.subtitle
    assert words.definition == "losses, kind of loss not stated"
    assert "personnel" not in prepared(full, "total", of(full, category="ships")).words.subtitle


def test_counts_of_a_few_have_gridlines_at_whole_numbers(full: pipeline.Losses) -> None:
    axis = drawn(full, "daily", of(full, category="ships"), Style()).layout.yaxis
    assert all(float(tick).is_integer() for tick in axis.tickvals)


def test_a_rate_below_one_is_not_called_none(full: pipeline.Losses) -> None:
    title = prepared(full, "total", of(full, category="ships")).words.title
    assert "less than 0.1 a day" in title


def test_days_before_regular_reporting_are_shaded_where_they_count_in_no_record(full: pipeline.Losses) -> None:
    numbers = prepared(full, "daily", of(full, category="tanks"))
    assert "Before regular reporting, to 14 Mar 2022" in texts(daily.draw(numbers, Style()))
    assert any("count in no record" in caveat for caveat in numbers.words.caveats)
    assert numbers.top is not None
    assert numbers.top.value < numbers.bars["losses"].max()


def test_personnel_are_not_compared_by_month_under_another_category(full: pipeline.Losses) -> None:
    assert prepared(full, "months", of(full, category="tanks")).months.empty


@pytest.mark.parametrize("style", STYLES, ids=str)
@pytest.mark.parametrize(
    ("claimant", "subject"),
    [
        ("Volodymyr Zelensky", "Ukraine"),
        ("Russian Ministry of Defence", "Russia"),
        ("Russian Ministry of Defence", "Ukraine"),
    ],
)
def test_sparse_totals_of_any_claimant_are_drawn(
    shipped: pipeline.Losses, claimant: str, subject: str, style: Style
) -> None:
    for chart in ("daily", "total", "spans"):
        valid(drawn(shipped, chart, of(shipped, claimant=claimant, subject=subject), style))


def test_sparse_totals_stand_as_points_with_dots_between(shipped: pipeline.Losses) -> None:
    numbers = prepared(shipped, "total", of(shipped, claimant="Volodymyr Zelensky", subject="Ukraine"))
    figure = total.draw(numbers, Style())
    assert numbers.reports["gap"].iloc[1:].gt(0).all()
    assert set(next(t for t in figure.data if t.name == "known reports").marker.size) == {6}
    assert "The total keeps registered corrections in." not in numbers.words.caveats


def test_without_a_mean_no_line_is_promised(shipped: pipeline.Losses) -> None:
    words = prepared(shipped, "daily", of(shipped, claimant="Volodymyr Zelensky", subject="Ukraine")).words
    assert words.subtitle.endswith("Bars span the days they cover.")


def test_a_day_of_publication_that_no_report_states_is_not_made_up() -> None:
    sparse = total.prepare(rows([100, None, None, 200]), selection(), CLAIMANTS)
    regular = total.prepare(rows([100, 120]), selection(), CLAIMANTS)
    assert pd.isna(sparse.reports["published"].iloc[0])
    assert regular.reports["published"].iloc[0] == pd.Timestamp(day(1))
    assert "; published" not in trace(total.draw(sparse, Style()), "known reports")["customdata"][0][1]


def test_a_stated_definition_takes_the_place_of_none() -> None:
    assert daily.prepare(rows([1, 2]), selection(), CLAIMANTS, definition="killed").words.definition == "killed"
    assert total.prepare(rows([1, 2]), selection(), CLAIMANTS, definition="killed").words.definition == "killed"


def test_a_series_without_corrections_or_a_regular_start_has_no_reserves() -> None:
    numbers = daily.prepare(rows([100, 110, 130]), selection(category="tanks"), CLAIMANTS)
    assert numbers.words.caveats == ()
    assert numbers.words.title == "Tanks: 20 reported for 2 Jan 2030, the highest of the 2 days shown"
    assert names(daily.draw(numbers, Style())) == ["days", "7-day mean", "highest to that day"]


def test_a_negative_correction_is_told_and_not_hatched() -> None:
    lump = registered("correction", day(4), expected=5, amount=-25)
    numbers = daily.prepare(rows([100, 120, 140, 145, 165], [lump]), selection(category="tanks"), CLAIMANTS)
    figure = daily.draw(numbers, Style())
    assert "correction" not in names(figure)
    assert trace(figure, "days")["y"] == [20, 20, 30, 20]
    assert any("hold a correction of −25 for earlier days" in caveat for caveat in numbers.words.caveats)


def test_a_series_of_nothing_but_zeros_is_drawn() -> None:
    frame = rows([7] * 12)
    for style in STYLES:
        valid(daily.draw(daily.prepare(frame, selection(log=True), CLAIMANTS), style))
        valid(total.draw(total.prepare(frame, selection(), CLAIMANTS), style))


def test_claims_of_another_category_stay_out_of_the_spans() -> None:
    tanks = claim("c-tanks", SINGLE, 5, day(1), day(5), category="tanks")
    people = claim("c-people", SINGLE, 500, day(1), day(5))
    told = checked([tanks, people], [("differs", 9.0), ("differs", 9.0)])
    numbers = spans.prepare(rows([1, 2]), told, [tanks, people], selection(category="tanks"), CLAIMANTS)
    assert list(numbers.spans["claim_id"]) == ["c-tanks"]
    assert numbers.words.definition == "losses, kind of loss not stated"


def test_months_without_a_figure_say_so(shipped: pipeline.Losses) -> None:
    nothing = of(shipped, start=date(2031, 1, 1), end=date(2031, 3, 1), basis=Basis.PUBLISHED)
    assert prepared(shipped, "months", nothing).words.empty.startswith("No month within")

"""The golden cases of the field on the data that ships: articles, UK estimates, Kyiv's totals."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from dashboard.checks import check, check_claims
from dashboard.comparison import by_claim, by_month
from dashboard.errors import SeriesError
from dashboard.model import Basis, Document, Hedge, PeriodKind, Status
from dashboard.pipeline import SeriesQuery, counted_of, series_of
from dashboard.verdict import Verdict

KYIV = "General Staff of Ukraine"


def note_claim(losses, document_id, value):
    [claim] = [c for c in losses.claims if c.document_id == document_id and c.value == value]
    return claim


def test_nothing_that_ships_is_left_out(shipped):
    assert shipped.problems == ()
    assert len(shipped.estimates) == 389
    assert len(shipped.documents) >= 6


@pytest.mark.parametrize(
    ("document_id", "value", "verdict", "reference"),
    [
        ("record-day-1770", 1770, Verdict.EQUAL, 1770),
        ("record-day-1770", 710660, Verdict.EQUAL, 710660),
        ("record-day-1770", 1730, Verdict.DIFFERS, 1740),
        ("back-to-back-1950", 1950, Verdict.EQUAL, 1950),
        ("back-to-back-1950", 1770, Verdict.EQUAL, 1770),
        ("back-to-back-1950", 4000, Verdict.DIFFERS, 3720),
        ("back-to-back-1950", 710000, Verdict.WITHIN_HEDGE, 712610),
        ("back-to-back-1950", 41980, Verdict.EQUAL, 41980),
        ("back-to-back-1950", 1500, Verdict.DIFFERS, pytest.approx(41980 / 31)),
    ],
)
def test_the_two_articles_check_as_the_field_knows(shipped, document_id, value, verdict, reference):
    judged = check(shipped, note_claim(shipped, document_id, value)).judgement
    assert (judged.verdict, judged.reference) == (verdict, reference)


def test_nearly_4000_shows_its_sum(shipped):
    found = check(shipped, note_claim(shipped, "back-to-back-1950", 4000))
    assert "1,770 (11 Nov 2024) + 1,950 (12 Nov 2024) = 3,720" in found.explanation
    assert "+280 (+7.5 %)" in found.explanation


def test_radakin_is_a_tenth_over_the_other_uk_figure_for_the_same_month(shipped):
    claim = note_claim(shipped, "back-to-back-1950", 1500)
    assert check(shipped, claim).judgement.percent == pytest.approx(10.8, abs=0.05)


def test_on_its_own_day_each_record_was_the_highest_of_the_days_known(shipped):
    for document_id, value in (("record-day-1770", 1770), ("back-to-back-1950", 1950), ("back-to-back-1950", 1770)):
        found = check(shipped, note_claim(shipped, document_id, value))
        assert found.record == "highest_known"
        assert "days known, of 97" in found.explanation


def test_the_peak_that_was_misquoted_is_no_record(shipped):
    found = check(shipped, note_claim(shipped, "record-day-1770", 1730))
    assert found.record == "not_record"
    assert "1,740" in found.explanation


def test_with_the_whole_series_they_are_records(full):
    for document_id, value in (("record-day-1770", 1770), ("back-to-back-1950", 1950)):
        assert check(full, note_claim(full, document_id, value)).record == "record"


def test_october_2024_is_kyivs_own_sum(shipped):
    rows = by_month(shipped, a="United Kingdom")
    october = rows[rows["start"] == pd.Timestamp("2024-10-01")]
    healey = october[october["a_claimant"] == "John Healey"].iloc[0]
    assert (healey["a_value"], healey["b_value"], healey["difference"], healey["verdict"]) == (41980, 41980, 0, "equal")
    assert healey["dependence"] == f"derived from {KYIV}"
    radakin = october[october["a_claimant"] == "Tony Radakin"].iloc[0]
    assert radakin["unit"] == "mean_per_day"
    assert radakin["b_value"] == pytest.approx(1354.19, abs=0.01)
    assert radakin["ratio"] == pytest.approx(1.108, abs=0.0005)


def test_the_monthly_chart_gives_47_months_by_default_and_comes_first(shipped):
    rows = by_month(shipped)
    assert set(rows["a_claimant"]) == {"UK Defence Intelligence"}
    ids = {c.claim_id for c in shipped.claims if c.series == "uk_mod_monthly_chart"}
    first = rows.drop_duplicates("start")
    assert len(first[first["claim_id"].isin(ids)]) == len(rows[rows["claim_id"].isin(ids)])


def test_february_2025_leaves_the_correction_out_and_says_how_much(shipped):
    rows = by_month(shipped)
    february = rows[rows["start"] == pd.Timestamp("2025-02-01")].iloc[0]
    assert february["b_value"] == pytest.approx(34920 / 28)
    assert "1,650 left out" in february["note"]
    assert "With 1,430 left out instead" in february["note"]
    assert "the reference is 1,255 and the difference 0" in february["note"]


def test_the_table_of_uk_and_kyiv_months(shipped):
    rows = counted_of(shipped, shipped.reference_query())
    sums = rows.set_index(rows["start"].dt.strftime("%Y-%m"))["losses"].groupby(level=0).sum()
    expected = {"2024-10": 41980, "2024-11": 45720, "2024-12": 48670, "2025-01": 48240, "2025-02": 36570}
    assert {month: sums[month] for month in expected} == expected


def test_a_month_between_two_known_ends_is_one_row(shipped):
    rows = series_of(shipped, shipped.reference_query())
    july = rows[(rows["start"] == pd.Timestamp("2024-07-01")) & (rows["method"] == "derived")].iloc[0]
    assert (july["days"], july["flags"], july["end"]) == (31, "gap", pd.Timestamp("2024-07-31"))


def test_a_quoted_increment_that_does_not_fit_the_totals_leaves_a_residual(shipped):
    rows = series_of(shipped, shipped.reference_query())
    residual = rows[rows["method"] == "residual"]
    assert (residual["losses"] == 0).any()


def test_comparing_by_claim_gives_each_claim_a_row_with_its_source(shipped):
    rows = by_claim(shipped, a="Tony Radakin")
    assert set(rows["a_claimant"]) == {"Tony Radakin"}
    assert all(shipped.claim(claim_id) for claim_id in rows["claim_id"])


def test_an_unknown_name_is_told_with_where_to_look(shipped):
    with pytest.raises(SeriesError, match=r"'Nobody'.*claimants\.toml"):
        by_month(shipped, a="Nobody")
    with pytest.raises(SeriesError, match=r"'Nobody'.*claimants\.toml"):
        series_of(shipped, SeriesQuery("Nobody", "Russia"))
    with pytest.raises(SeriesError, match="no series of running totals"):
        by_month(shipped, b="Tony Radakin")


def test_every_claim_gets_exactly_one_verdict_and_a_sentence(shipped):
    frame = check_claims(shipped)
    assert len(frame) == len(shipped.claims)
    assert frame["explanation"].str.len().gt(20).all()
    assert not frame["explanation"].str.contains("nan", regex=False).any()


def test_as_of_an_earlier_day_later_reports_do_not_exist(shipped):
    query = SeriesQuery(KYIV, "Russia", as_of=date(2024, 11, 11))
    assert series_of(shipped, query)["published"].max() == pd.Timestamp("2024-11-11")
    claim = note_claim(shipped, "back-to-back-1950", 1950)
    assert check(shipped, claim, date(2024, 11, 11)).judgement.verdict is Verdict.NO_REFERENCE


def test_an_undated_article_is_dated_by_the_running_total_it_quotes(shipped):
    from dashboard.checks import read_and_check

    text = (
        "Russia lost 1,770 troops in the past 24 hours, Ukraine's General Staff said. "
        "It has lost 710,660 troops since the invasion began."
    )
    read, found = read_and_check(shipped, Document("pasted", text))
    assert read.document.published == date(2024, 11, 11)
    assert [one.judgement.verdict for one in found] == [Verdict.EQUAL, Verdict.EQUAL]
    assert [one.status for one in read.claims] == [Status.PENDING, Status.PENDING]


def test_a_daily_figure_without_a_date_is_told_where_it_would_fit(shipped):
    from dashboard.checks import read_and_check

    text = "Russia lost 1,770 troops in the past 24 hours, Ukraine's General Staff said."
    _, [found] = read_and_check(shipped, Document("pasted", text))
    assert found.judgement.verdict is Verdict.NO_REFERENCE
    assert "11 Nov 2024, 13 Nov 2024" in found.explanation


def test_the_full_series_accounts_for_every_report(full):
    rows = series_of(full, full.reference_query())
    derived = rows[rows["method"] == "derived"]
    assert len(derived) == 1618
    reports = {one for ids in derived["claim_ids"] for one in ids.split(";") if one.startswith("GS-20")}
    assert len(reports) == 1626
    assert derived["losses"].sum() == 1456610 - 2800


def test_the_lump_day_is_never_the_record_and_2200_is(full):
    from dashboard.counted import highest, record_days

    rows = counted_of(full, full.reference_query())
    top = highest(rows, full.conflict.regular_since)
    assert (top.value, top.start, top.complete) == (2200, date(2024, 12, 19), True)
    assert pd.Timestamp("2025-02-27") not in set(record_days(rows, full.conflict.regular_since)["start"])
    then = counted_of(full, SeriesQuery(KYIV, "Russia", as_of=date(2024, 11, 12)))
    assert highest(then, full.conflict.regular_since).start == date(2024, 11, 11)


def test_uk_months_are_kyivs_months(full):
    rows = by_month(full)
    ids = {c.claim_id for c in full.claims if c.series == "uk_mod_monthly_chart"}
    chart = rows[rows["claim_id"].isin(ids)]
    assert len(chart) == 47
    assert (chart["difference"].abs() <= 1.0).sum() >= 25
    of_2024 = chart[chart["start"].dt.year == 2024]
    assert ((of_2024["ratio"] - 1).abs() < 0.01).all()


def test_claims_that_quote_kyiv_are_read_on_the_day_of_the_report(shipped):
    claim = note_claim(shipped, "back-to-back-1950", 1950)
    assert (claim.basis, claim.period.kind, claim.period.start) == (Basis.PUBLISHED, PeriodKind.DAY, date(2024, 11, 12))
    assert note_claim(shipped, "back-to-back-1950", 4000).hedge is Hedge.NEARLY


def test_no_claims_give_an_empty_frame_of_the_same_columns(shipped):
    assert list(check_claims(shipped, []).columns) == list(check_claims(shipped, shipped.claims[:1]).columns)


def test_a_claimant_without_monthly_figures_gives_an_empty_comparison(shipped):
    assert by_month(shipped, a="Sergei Shoigu").empty


def test_the_increments_of_each_category_sum_to_its_last_total_less_its_first(full):
    totals = full.observations[(full.observations["kind"] == "total") & (full.observations["rank"] == 0)]
    assert len(full.categories) == 18
    for category, mine in totals.groupby("category"):
        rows = series_of(full, full.reference_query(category))
        ordered = mine.sort_values("end")["value"].tolist()
        assert rows.loc[rows["method"] == "derived", "losses"].sum() == ordered[-1] - ordered[0], category


def test_a_correction_of_the_dataset_leaves_records_and_means_of_equipment(full):
    from dataclasses import replace

    from dashboard.model import Anomaly

    rows = counted_of(full, full.reference_query("tanks"))
    top = rows.iloc[int(rows["losses"].to_numpy().argmax())]
    day = top["published"].date()
    entry = Anomaly("correction", KYIV, "Russia", "tanks", day, day, "made-up reason", "made-up source", amount=5.0)
    corrected = replace(full, anomalies=(*full.anomalies, entry))
    row = counted_of(corrected, corrected.reference_query("tanks")).set_index("published").loc[top["published"]]
    assert (row["counted"], row["losses"], row["in_records"]) == (top["losses"] - 5, top["losses"], False)

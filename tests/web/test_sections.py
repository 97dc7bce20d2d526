"""What the pages say of the synced series: ranges, categories, sums, both readings of a lump, and what is proposed."""

import re
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pandas as pd
import pytest

from dashboard.consistency import FINDINGS
from dashboard.dependence import DEPENDENCE
from dashboard.frames import checked
from dashboard.identity import GROUPS
from dashboard.proposals import PROPOSALS
from dashboard.web.agreement import agreement, agreement_words
from dashboard.web.calendar import summary
from dashboard.web.corrections import corrections
from dashboard.web.edition import Edition
from dashboard.web.editions import Asked, Editions, fixed
from dashboard.web.filtering import typed
from dashboard.web.finding import finding, headline
from dashboard.web.freshness import in_use
from dashboard.web.page import Page, slug
from dashboard.web.pages import data, equipment, estimates
from dashboard.web.pages.compare import finding as agreement_section
from dashboard.web.pages.compare import months_table
from dashboard.web.pages.overview import told
from dashboard.web.review import known_by
from dashboard.web.reviewing import reviewed
from dashboard.web.view import View, parse
from dashboard.web.view_words import in_words

from .conftest import ROOT, TODAY
from .test_pieces import words_of


@pytest.fixture(scope="module")
def shipped(losses) -> Editions:
    return Editions(fixed(losses))


def test_the_headline_follows_the_range(synced):
    asked = synced.asked("start=2026-01-05&end=2026-01-14")
    assert headline(finding(asked.losses, asked.view)) == "10,000 reported for 5–14 Jan 2026; 1,000 a day"


def test_the_headline_of_one_day_tells_that_day(losses):
    view = View(start=date(2024, 11, 11), end=date(2024, 11, 11))
    assert headline(finding(losses, view)).startswith("1,950 reported for 11 Nov 2024, the highest of the ")


def test_a_range_without_reports_says_what_to_do(losses):
    view = View(start=date(2030, 1, 1))
    assert "Widen the range" in words_of(told(losses, view, finding(losses, view), TODAY))


def test_a_category_has_its_own_headline(synced):
    asked = synced.asked("category=tanks")
    assert headline(finding(asked.losses, asked.view)) == "Tanks: 2 reported for 8 Feb 2026, close to the 7-day mean"


def test_a_lowered_total_is_told_and_explained(synced):
    asked = synced.asked("category=tanks&end=2026-01-21")
    words = words_of(told(asked.losses, asked.view, finding(asked.losses, asked.view), TODAY))
    assert "Once a running total was lower than the one before" in words
    one_day = synced.asked("category=tanks&start=2026-01-21&end=2026-01-21")
    assert headline(finding(one_day.losses, one_day.view)) == "Tanks: running total lowered by 3 for 21 Jan 2026"


@pytest.mark.parametrize(("mean", "ends"), [(7, 1000), (14, 1000), (30, 1000)])
def test_the_mean_is_over_the_days_chosen(synced, mean, ends):
    asked = synced.asked(f"mean={mean}")
    found = finding(asked.losses, asked.view)
    assert (found.mean_days, found.mean) == (mean, ends)
    assert f"{mean}-day mean" in asked.edition.drawn.words("daily", asked.view).subtitle


def test_sums_by_the_calendar_say_which_are_whole(synced):
    asked = synced.asked("unit=month")
    words = words_of(summary(asked, "/"))
    assert "Jan 2026" in words
    assert "31,000" in words
    assert "8 of 28" in words


@pytest.mark.parametrize(("unit", "name"), [("week", "5–11 Jan 2026"), ("quarter", "Q1 2026"), ("year", '"2026"')])
def test_sums_are_by_the_unit_asked_for(synced, unit, name):
    asked = synced.asked(f"unit={unit}")
    assert name in words_of(summary(asked, "/")).replace('\\"', '"')


def test_the_lump_of_february_2025_is_read_both_ways(losses):
    words = words_of(corrections(Edition(losses), View()))
    assert "The correction of February 2025, read both ways" in words
    for figure in ("36,570", "34,920", "35,140", "1,650, applied", "1,430, the other reading", "−220"):
        assert figure in words


def test_equipment_has_a_row_for_each_category_with_its_link(synced):
    words = words_of(equipment.shown(synced.asked("as_of=2026-02-01")))
    assert "12,057" in words
    assert "/?as_of=2026-02-01&category=tanks" in words
    assert "since 1 Jan 2026" in words


def test_without_equipment_the_page_says_what_to_do(shipped):
    words = words_of(equipment.shown(shipped.asked("")))
    assert "Bring up to date" in words
    assert "losses sync" in words


def test_merges_come_from_the_data(shipped):
    from dashboard.web import categories

    listed = {one.name: one for one in categories.read(ROOT / "data")}
    assert listed["vehicles_and_fuel_tanks"].merged_from == ("military_auto", "fuel_tanks")
    assert listed["fuel_tanks"].merged_on == date(2022, 5, 1)


def test_a_malformed_list_of_categories_is_named(tmp_path):
    from dashboard.web import categories

    (tmp_path / "categories.toml").write_text("[[category]]\ngroup = 'People'\n")
    with pytest.raises(ValueError, match=r"categories\.toml"):
        categories.read(tmp_path)


def test_the_series_in_use_is_named_with_age_and_licence(synced, shipped):
    here, there = words_of([in_use(synced.newest(), View())]), words_of([in_use(shipped.newest(), View())])
    assert "In use: the synced dataset" in here
    assert "80 reports of 2 categories, last published 9 Feb 2026; fetched 1 Mar 2026, 09:00 UTC" in here
    assert "MIT" in here
    assert "In use: the register that ships" in there
    assert str(ROOT) not in here


def test_what_is_proposed_says_that_nothing_is_applied(shipped):
    words = words_of(reviewed(shipped.newest(), View()))
    assert "none is applied" in words
    assert "45,860" in words
    assert "digit swap" in words
    assert "replicates" in words


def test_each_section_has_an_empty_state():
    empty = {
        "proposals": checked([], PROPOSALS),
        "conflicts": pd.DataFrame(),
        "dependence": checked([], DEPENDENCE),
        "findings": checked([], FINDINGS),
        "told_often": checked([], GROUPS),
    }
    edition = SimpleNamespace(reviewed=lambda _: SimpleNamespace(**empty, losses=None))
    sections = reviewed(edition, View())
    assert len(sections) == 5
    assert all(words_of([section]).count("empty") >= 1 for section in sections)


def test_the_review_knows_nothing_published_after_the_as_of_date(shipped):
    then, now = (words_of(reviewed(shipped.newest(), View(as_of=day))) for day in (date(2024, 11, 1), None))
    assert "of what was published by 1 Nov 2024" in then
    assert "45,860" in now
    assert "45,860" not in then
    assert "2,710" not in then


def test_data_known_by_a_day_keep_the_versions_of_that_day(shipped):
    losses = shipped.newest().losses
    before = known_by(losses, date(2024, 11, 12))
    assert before.last_published == date(2024, 11, 12)
    assert max(claim.published for claim in before.claims) <= date(2024, 11, 12)
    assert known_by(losses, None) is losses


def test_a_version_recorded_later_is_not_known_yet(synced):
    losses = synced.newest().losses
    rows = losses.observations
    first = rows[rows["kind"] == "total"].head(1).assign(recorded=pd.Timestamp("2026-01-02"))
    revised = first.assign(value=first["value"] + 7, recorded=pd.Timestamp("2026-01-20"))
    later = first.assign(observation_id="later", published=pd.Timestamp("2026-02-01"))
    told = replace(
        losses, observations=pd.concat([first, revised, later], ignore_index=True), estimates=(), extractions=()
    )
    assert list(known_by(told, date(2026, 1, 10)).observations["value"]) == list(first["value"])
    assert len(known_by(told, date(2026, 1, 20)).observations) == 2


def test_the_contents_of_the_data_page_lead_to_its_sections(synced):
    asked = synced.asked("")
    words = words_of([*data.shown(asked.edition, asked.view), *reviewed(asked.edition, asked.view)])
    for heading in data.SECTIONS[:-1]:
        assert f'"id": "{slug(heading)}"' in words, heading


def months(*rows: tuple[str, float, float]) -> pd.DataFrame:
    """Made-up rows of a comparison by month: first day, difference, reference; the claimant is "A"."""
    frame = pd.DataFrame(rows, columns=["start", "difference", "b_value"])
    return frame.assign(start=pd.to_datetime(frame["start"]), a_claimant="A", unit="mean_per_day")


def test_agreement_counts_months_within_one_a_day_once_each():
    found = agreement(months(("2030-01-01", 1.0, 900), ("2030-01-01", 50, 900), ("2030-02-01", -1.5, 900)), "A")
    assert (found.months, found.close, found.years) == (2, 1, ())


def test_a_year_is_named_only_when_each_of_its_months_lies_within_one_per_cent():
    whole = [(f"2030-{month:02}-01", 5.0, 900.0) for month in range(1, 13)]
    assert agreement(months(*whole), "A").years == (2030,)
    assert agreement(months(*whole[:-1]), "A").years == ()
    assert "Every month of 2030 lies within 1 %" in agreement_words(agreement(months(*whole), "A"), "A", "B")


def test_without_monthly_means_there_is_no_finding():
    assert agreement(months(), "A") is None


def test_the_finding_on_kyiv_and_the_uk_is_computed(shipped):
    words = words_of(agreement_section(shipped.asked("")))
    close, of = map(int, re.search(r"in (\d+) of (\d+) months, March 2022 to January 2026", words).groups())
    assert of == 47
    assert close >= 25
    assert "Every month of 2024 lies within 1 %" in words


def test_the_moment_of_recording_is_typed_and_told():
    query, fault = typed("", {"start": "", "end": "", "as_of": "", "recorded": "12 Nov 2024"})
    assert (query, fault) == ("?recorded_as_of=2024-11-12", "")
    view = parse(query)[0]
    assert in_words(view, date(2026, 8, 8)).endswith("as recorded by 12 Nov 2024.")
    query, fault = typed("", {"start": "", "end": "", "as_of": "", "recorded": "1 Jan 2025 12:30"})
    assert in_words(parse(query)[0], date(2026, 8, 8)).endswith("as recorded by 1 Jan 2025, 12:30 UTC.")
    assert "with its time (UTC)" in typed("", {"start": "", "end": "", "as_of": "", "recorded": "then"})[1]


def test_a_moment_with_its_hour_survives_the_other_fields():
    query = "?recorded_as_of=2024-11-12T08:30:00"
    shown = "12 Nov 2024, 08:30 UTC"
    changed, _ = typed(query, {"start": "1 Nov 2024", "end": "", "as_of": "", "recorded": shown})
    assert parse(changed)[0].recorded == parse(query)[0].recorded


def test_the_sentence_names_category_and_mean_where_the_page_goes_by_them():
    view = View(category="tanks", mean=30)
    assert in_words(view, date(2026, 8, 8)).startswith("Tanks: the whole period")
    assert "30-day mean" in in_words(view, date(2026, 8, 8))
    elsewhere = Page("/x", "X", "X", list, lambda _app: None).concerned(view)
    assert in_words(elsewhere, date(2026, 8, 8)).startswith("The whole period")
    assert "mean" not in in_words(elsewhere, date(2026, 8, 8))


def test_asked_gives_the_losses_of_its_own_edition(shipped):
    asked = shipped.asked("")
    assert isinstance(asked, Asked)
    assert asked.losses is asked.edition.losses


def test_the_estimates_open_with_their_range_and_end_with_each_claimants_latest(shipped):
    asked = shipped.asked("")
    numbers = estimates.numbers_of(asked)
    words = words_of(estimates.told(numbers, asked.view))
    killed = numbers.stretches["killed"]
    assert f"{killed.low:,.0f}–{killed.high:,.0f} killed and" in words
    assert f"{numbers.floor['value'].iloc[-1]:,.0f}" in words
    assert "by each claimant’s latest estimate in the year to" in words
    tables = str(estimates.latest_tables(asked, numbers))
    assert "Latest estimates of the killed" in tables
    assert tables.count("/document?claim=") >= 40


def test_the_estimates_of_the_other_side_have_no_floor_and_no_line(shipped):
    asked = shipped.asked("subject=Ukraine")
    numbers = estimates.numbers_of(asked)
    words = words_of(estimates.told(numbers, asked.view))
    assert "Named dead" not in words
    assert "Ukraine’s losses" in words


def test_estimates_of_no_known_day_say_what_to_do(shipped):
    asked = shipped.asked("start=2031-01-01")
    words = words_of(estimates.told(estimates.numbers_of(asked), asked.view))
    assert "No running total in this selection" in words
    assert estimates.latest_tables(asked, estimates.numbers_of(asked)) == []


@pytest.mark.parametrize(
    ("how", "source", "note", "words"),
    [
        ("probate model", "", "", "Method: probate model."),
        ("", "Made-up Staff", "a copy", "Derived from the figures of Made-up Staff. A copy."),
        ("", "", "", "Not said."),
    ],
)
def test_how_an_estimate_was_made_is_told(how, source, note, words):
    assert estimates.made_words({"how": how, "derived_from": source, "note": note}) == words


def test_others_than_the_one_compared_are_set_beside_the_series_month_by_month_where_they_are_chosen(shipped):
    asked = shipped.asked("claimant=Tony+Radakin")
    title = asked.edition.drawn.words("months", asked.view).title
    assert title.startswith("October 2024: 1,500 a day by Tony Radakin, 1,354 by General Staff of Ukraine")
    assert "1,354.2 a day" in str(months_table(asked))
    assert "No monthly estimate" in words_of(months_table(shipped.asked("claimant=General+Staff+of+Ukraine")))

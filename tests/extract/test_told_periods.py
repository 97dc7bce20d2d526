"""Periods that the words around a figure, or the sentences before it, tell."""

from datetime import date

import pytest

from dashboard.extract import extract
from dashboard.model import Document, PeriodKind
from tests.eval import known


def claims(text):
    document = Document("d", text, "A paper", date(2025, 3, 14))
    return extract(document, known.claimants(), known.conflict()).claims


def kinds(text):
    return [c.period.kind for c in claims(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Up to 4,300 Russian troops were killed or wounded between January 18-24.", PeriodKind.WEEK),
        ("Russia lost 5,800 troops from 3 to 9 March.", PeriodKind.WEEK),
        ("Russia lost 900 troops on 10-11 March.", PeriodKind.HOURS48),
        ("Russia lost 31,000 troops between 1 January and 30 January.", PeriodKind.MONTH),
        ("Between 24 February 2022 and 1 March 2025, 11,200 Ukrainian civilians were killed.", PeriodKind.SINCE_START),
        ("Russia lost 900 troops on March 10 and 12 tanks.", PeriodKind.DAY),
    ],
)
def test_a_span_between_two_days_is_named_by_its_length(text, kind):
    assert kinds(text)[0] is kind


@pytest.mark.parametrize(
    "text",
    [
        "At least 60,000 Russian soldiers have been killed, the minister told lawmakers in Oslo on Thursday.",
        "Some 70,000 Russians have died, a colonel said at a briefing in Tallinn on Monday evening.",
        "The admiral said in Rome last month that Russia had lost 90,000 men.",
        "An envoy told the council last week that Russia had lost 95,000 soldiers.",
        "A Western official estimated on Tuesday that Russia has suffered 120,000 casualties.",
        "Kyiv says that 80,000 Russian troops have been killed, while Moscow spoke of 6,000 dead on 21 September.",
    ],
)
def test_the_day_of_saying_does_not_date_the_loss(text):
    assert kinds(text)[0] is PeriodKind.SINCE_START


@pytest.mark.parametrize(
    "text",
    [
        "At least six civilians have been killed in a Russian strike on Kharkiv on Monday.",
        "Russia lost 1,240 soldiers on Monday, the ministry said.",
    ],
)
def test_a_day_beside_a_loss_of_that_day_dates_it(text):
    assert kinds(text) == [PeriodKind.DAY]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Over the past week the army held the ridge. Ukraine lost up to 940 troops near the river.", PeriodKind.WEEK),
        ("Throughout the day the guns fired 800 rounds. The enemy lost 190 Russian soldiers.", PeriodKind.DAY),
        (
            "Ukraine lost 1,300 soldiers over the past 24 hours, Moscow said. In battles with Battlegroup North, Kyiv"
            " has lost up to 480 servicemen.",
            PeriodKind.DAY,
        ),
        (
            "Ukraine lost 6,300 soldiers in the past week, Moscow said. Its South group of forces has eliminated 1,480"
            " Ukrainian servicemen.",
            PeriodKind.WEEK,
        ),
        (
            "In January, mean daily casualties climbed again. The ministry put the average daily casualty rate of"
            " Russian forces at 1,402.",
            PeriodKind.MONTH,
        ),
    ],
)
def test_a_figure_without_a_period_has_that_of_the_report_it_is_part_of(text, kind):
    assert kinds(text)[-1] is kind


def test_a_total_after_a_days_figure_is_not_of_that_day():
    text = "Russia lost 1,200 troops over the past day. It has lost 730,000 men since the invasion."
    assert kinds(text) == [PeriodKind.DAY, PeriodKind.SINCE_START]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Russian losses rose, with a single-day record of 2,210 casualties in December.", PeriodKind.DAY),
        ("Losses peaked then, with a daily high of 1,990 Russian troops lost in May.", PeriodKind.DAY),
        ("November 2024 was by far the deadliest month for Russia, with 45,000 casualties.", PeriodKind.MONTH),
        ("The worst month for Russia was May 2024, when its casualties reached 39,000.", PeriodKind.MONTH),
        ("Since the start of the month, 310 Russian soldiers have died near the town.", PeriodKind.MONTH),
        ("Russia lost 90,000 soldiers in killed over the year, the general said.", PeriodKind.YEAR),
    ],
)
def test_records_months_and_years_are_named_in_many_ways(text, kind):
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Some 4,100 Russian officers were killed in Ukraine, the researchers found.",
        "Nine Kenyans have died fighting for Russia.",
        "Moscow says 510 of its soldiers killed in Ukraine.",
        "More than 700 civilians have been killed by Russian drone attacks, the prosecutor said.",
    ],
)
def test_what_the_war_as_a_whole_took_counts_since_its_start(text):
    assert kinds(text) == [PeriodKind.SINCE_START]

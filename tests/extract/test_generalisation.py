"""Whole classes of wording, each in several conflicts and phrasings."""

from datetime import date

import pytest

from dashboard.extract import extract
from dashboard.model import Document, PeriodKind, Statistic
from tests.eval import known


def claims(text):
    document = Document("d", text, "A paper", date(2025, 3, 14))
    return extract(document, known.claimants(), known.conflict()).claims


def values(text):
    return [c.value if c.value is not None else (c.low, c.high) for c in claims(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 600 of the 15,000 soldiers sent by Pyongyang have been killed.", [600]),
        ("Some 40 of the battalion's 500 soldiers were wounded.", [40]),
        ("Another 56 of the 104 Chadian troops who came have died.", [56]),
    ],
)
def test_the_part_is_counted_and_not_the_whole(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Group North killed 120 Ukrainian soldiers, Group South up to 30 and Group East 45.", [120, 30, 45]),
        ("Brigade Alpha eliminated 80 fighters and Brigade Beta more than 60.", [80, 60]),
        ("The army killed 15 rebels in Kivu and the Ituri column 12.", [15, 12]),
    ],
)
def test_a_verb_left_out_is_carried_on(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Russia and Ukraine each lost more than 5,000 soldiers, the general said.",
        "Ethiopia and Eritrea each have over 5,000 casualties in the war.",
        "India and Pakistan each suffered 5,000 casualties in the war.",
    ],
)
def test_what_each_of_two_sides_lost_is_two_claims(text):
    found = claims(text)
    assert [c.value for c in found] == [5000, 5000]
    assert len({c.subject for c in found}) == len({c.claim_id for c in found}) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Air defences shot down 113 of 185 drones, while another 71 were lost from radar.",
        "Of the 90 drones launched by Russia 30 were lost.",
        "The minister needs to kill 35,000 Russians each month to win.",
        "Kyiv aims to raise Russian casualties to 50,000 a month.",
        "Planners expect 3,000 wounded a day in a large war.",
        "Thousands have died, and between 15 and 30 million have become refugees in the war."[23:],
    ],
)
def test_things_goals_and_forecasts_give_no_claim(text):
    assert claims(text) == ()


@pytest.mark.parametrize(
    ("text", "statistic"),
    [
        ("1,740 Russian soldiers were lost, the highest daily toll of the war.", Statistic.TOTAL),
        ("Russia is losing 1,500 men every day.", Statistic.MEAN_PER_DAY),
        ("Russia suffers 1,100 casualties a day.", Statistic.MEAN_PER_DAY),
        ("Russia lost 1,430 soldiers over the past day.", Statistic.TOTAL),
    ],
)
def test_a_rate_is_told_from_a_days_total(text, statistic):
    assert [c.statistic for c in claims(text)] == [statistic]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A total of 201 Russian soldiers died on that day.", PeriodKind.DAY),
        ("As of February 2024, 45,000 Russian soldiers have been killed.", PeriodKind.SINCE_START),
        ("Russia lost 430,790 soldiers in 2024.", PeriodKind.YEAR),
        ("Enemy manpower losses came to 1,190 people over the day.", PeriodKind.DAY),
    ],
)
def test_the_period_is_that_of_the_figure(text, kind):
    assert [c.period.kind for c in claims(text)] == [kind]


def test_months_in_small_letters_are_verbs_and_days_of_a_span_no_counts():
    assert values("Ukraine believes hundreds may have died in the strike on the warship.") == [(200, None)]
    assert values("From August 6 to 13 alone, 1,226 Russian soldiers died.") == [1226]


@pytest.mark.parametrize(
    "text",
    [
        "Six marines were killed when their aircraft went down during a training flight in bad weather, the navy said.",
        "Four paratroopers died in a training jump, the army said.",
        "Three soldiers were killed in a crash landing after an engine failure, the defence ministry said.",
    ],
)
def test_soldiers_who_die_in_training_are_no_losses_of_war(text):
    assert not claims(text)

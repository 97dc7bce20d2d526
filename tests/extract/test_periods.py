"""Which period a figure describes, in phrasings of every kind; whose figures and words are made up."""

from datetime import date

import pytest

from dashboard.extract import extract
from dashboard.extract.dates import Calendar
from dashboard.extract.periods import mentions
from dashboard.model import Document, PeriodKind, Statistic
from tests.eval.known import claimants, conflict

PUBLISHED = date(2024, 11, 14)
DAYS = Calendar(PUBLISHED, date(2022, 2, 24), ("long campaign", "24.02.22"))


def kinds(text, published=PUBLISHED):
    """The kind of period of every figure of a text, by the number as a whole one."""
    found = extract(Document("p", text, "A Paper", published), claimants(), conflict())
    return {int(c.value or c.low or c.high): str(c.period.kind) for c in found.claims}


def periods(text):
    """The periods of the claims of a text of September 2024."""
    found = extract(Document("p", text, "A Paper", date(2024, 9, 10)), claimants(), conflict())
    return [claim.period for claim in found.claims]


def named(text):
    """The periods that a sentence names."""
    return [str(m.period.kind) for m in mentions(text, 0, len(text), DAYS) if not m.rate]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("since the start of the month", "month"),
        ("from the beginning of this month", "month"),
        ("so far this month", "month"),
        ("since the start of the current week", "week"),
        ("for the year", "year"),
        ("since Tuesday", "hours48"),
        ("since last Sunday", "week"),
        ("since dawn", "day"),
        ("since the early hours", "day"),
        ("since yesterday", "hours48"),
        ("in the past twelve hours", "day"),
        ("in a single night", "day"),
        ("in the last six days", "week"),
        ("over the past 4 days", "other"),
        ("in the past 29 days", "month"),
        ("over the last three months", "other"),
        ("in the six months to August", "other"),
        ("in recent weeks", "other"),
        ("in the past few days", "other"),
        ("in the third quarter", "other"),
        ("in Q2 2024", "other"),
        ("last autumn", "other"),
        ("in the summer of 2023", "other"),
        ("in the first ten days of June", "other"),
        ("in the last week of October", "week"),
        ("in the nearly three-year-old war", "since_start"),
        ("in the almost five months war", "since_start"),
    ],
)
def test_a_span_is_read_by_its_length(words, kind):
    assert named(f"The army lost men {words}.")[:1] == [kind]


@pytest.mark.parametrize(
    "words",
    [
        *(
            "two days later",
            "24 hours earlier",
            "seven days ago",
            "two days before",
            "three weeks ago",
            "a few days later",
        ),
        *("48 hours after", "several months earlier", "three days afterwards", "two weeks prior"),
    ],
)
def test_a_point_in_time_is_no_span(words):
    assert named(f"He spoke {words} and was heard.") == []


@pytest.mark.parametrize(
    "words",
    ["in just 24 hours after the raid", "in the two days before the truce", "within 48 hours after the landing"],
)
def test_a_span_next_to_an_event_stays_a_span(words):
    assert len(named(f"The army lost men {words}.")) == 1


@pytest.mark.parametrize(
    "words", ["since the long campaign began", "since the start of the long campaign", "since 24.02.22", "from 24.02"]
)
def test_a_war_goes_by_the_words_of_its_conflict(words):
    text = f"The army lost men {words}."
    assert [m.period.start for m in mentions(text, 0, len(text), DAYS)] == [date(2022, 2, 24)]
    without = mentions(text, 0, len(text), Calendar(PUBLISHED, date(2022, 2, 24)))
    assert [m.period.start for m in without] in ([], [None])


@pytest.mark.parametrize(
    "place",
    ["near the mill", "around the town", "for the bridge", "along the canal", "at the airfield", "east of the river"],
)
def test_fighting_at_one_place_is_not_the_war(place):
    text = f"Over the past 24 hours 40 Russian soldiers were killed during the fighting {place} and 90 were wounded."
    assert kinds(text) == {40: "day", 90: "day"}


def test_a_zone_of_operations_does_not_hide_the_day_behind_it():
    assert kinds("Kyiv lost 730 troops in the zone of operations over the past 24 hours, the ministry said.") == {
        730: "day"
    }
    assert kinds("Kyiv lost 730 troops in the operation near the town in the past day, the ministry said.") == {
        730: "day"
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Over the past day, Russia lost 610 troops in the valley and 70 were captured in this war, the staff said.",
        "In the past 24 hours, 610 Russian soldiers were killed and 70 were captured, the staff said.",
        "Overnight, Russian forces had 610 men killed, and 70 were wounded, the staff said.",
        "Yesterday, 610 Russian troops were killed while 70 were taken prisoner, the staff said.",
    ],
)
def test_a_period_that_opens_a_sentence_holds_for_all_its_figures(sentence):
    assert kinds(sentence) == {610: "day", 70: "day"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Some 14,000 Russians have died in Ukraine, the director said during a talk at the institute on Wednesday.",
        "As many as 14,000 Russian troops have been killed, the minister told a committee on Tuesday.",
        "The agency estimated last week that 14,000 Russian troops had been killed.",
        "Officials said this week that 14,000 Russian soldiers have been killed.",
        "Russia has lost 14,000 soldiers killed, by the army's own count, last updated in September.",
        "Russia puts its dead soldiers at 14,000, a figure published in August.",
        "Two days later the chancellor said that 14,000 Russian soldiers had been killed.",
    ],
)
def test_the_date_of_a_saying_is_not_that_of_the_loss(sentence):
    assert kinds(sentence) == {14000: "since_start"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Over the past week, the staff said, Russia lost 7,300 troops.",
        "Russia lost 7,300 troops last week, the staff said.",
        "Throughout the past week Russian losses came to 7,300 killed and wounded, the staff said.",
    ],
)
def test_a_week_that_a_loss_took_is_its_period(sentence):
    assert kinds(sentence) == {7300: "week"}


@pytest.mark.parametrize(
    ("headline", "value"),
    [
        ("Army says 1,240 of its soldiers killed in Ukraine", 1240),
        ("Moscow: over 6,100 foreign fighters killed in Ukraine", 6100),
        ("Spy agency says 2,300 North Korean soldiers killed", 2300),
        ("Kyiv puts number of Russian troops killed at 1,900", 1900),
        ("General admits 640 Russian soldiers lost", 640),
    ],
)
def test_more_soldiers_than_fall_in_one_blow_are_a_war_s(headline, value):
    text = f"{headline}\nThe war goes on, and the ministry spoke of it at length in a statement from Ukraine."
    assert kinds(text)[value] == "since_start"


@pytest.mark.parametrize(
    "sentence",
    [
        "A missile strike on a barracks killed 600 Russian soldiers, the staff said.",
        "The battle for the hill left 700 Russian soldiers dead, the staff said.",
        "Some 500 Russian troops were killed in an ambush, the staff said.",
    ],
)
def test_a_blow_that_is_told_stays_an_event(sentence):
    assert set(kinds(sentence).values()) == {"event"}


def test_parts_told_by_others_share_the_day_of_the_whole():
    text = (
        "Ukraine lost some 1,300 servicemen over the past 24 hours, the ministry said. Films were shown by the army. "
        "A spokesman for the northern group said that Ukraine lost 310 servicemen. Ukrainian losses came to 240 "
        "servicemen in the east, another spokesman said."
    )
    assert kinds(text) == {1300: "day", 310: "day", 240: "day"}


@pytest.mark.parametrize(
    "behind",
    [
        "The raids have killed 310 civilians, prosecutors say.",
        "Its missiles have killed 310 civilians in Ukraine, prosecutors say.",
        "Such strikes had killed 310 civilians in Ukraine, prosecutors say.",
    ],
)
def test_what_has_happened_takes_the_war_from_the_sentence_before(behind):
    text = f"Russia has fired thousands of rockets at Ukraine since the full-scale invasion began. {behind}"
    assert kinds(text)[310] == "since_start"


def test_a_rate_takes_the_month_of_the_sentence_before_that_told_of_it():
    text = (
        "In May, the average daily losses of the Russian army reached a new peak. "
        "The daily average was 1,190 casualties, the staff said."
    )
    found = extract(Document("p", text, "A Paper", PUBLISHED), claimants(), conflict()).claims
    assert [(c.value, c.statistic, c.period.kind, c.period.start) for c in found] == [
        (1190, Statistic.MEAN_PER_DAY, PeriodKind.MONTH, date(2024, 5, 1))
    ]


@pytest.mark.parametrize(
    "clause",
    [
        *("a daily average of more than 1,150 Russian casualties", "the daily toll at 1,150 Russian casualties"),
        *("a daily rate of about 1,150 Russian casualties", "the daily losses of Russia to be over 1,150 casualties"),
    ],
)
def test_a_rate_belongs_to_the_figure_behind_it(clause):
    text = f"Russia may have had more than 240,000 casualties this year, the update said, with Kyiv putting {clause}."
    found = extract(Document("p", text, "A Paper", PUBLISHED), claimants(), conflict()).claims
    assert {(c.value, str(c.statistic)) for c in found if c.value == 240000} == {(240000, "total")}


def test_a_weekly_toll_keeps_its_unit_whatever_year_it_is_told_of():
    text = (
        "The analysis counts 150,000 Russian soldiers killed. The weekly toll peaked last spring at more than 1,900. "
        "In 2022, it averaged about 320."
    )
    assert kinds(text) == {150000: "since_start", 1900: "week", 320: "week"}


def test_a_closed_period_is_left_to_the_figure_before_it():
    text = "Ukraine's losses were nearing one million since the start of the war, more than 530,000 of them this year."
    assert kinds(text) == {1000000: "since_start", 530000: "year"}


def test_those_just_counted_are_the_last_that_are_no_fewer():
    text = (
        "Journalists have named 98,000 Russian soldiers who died in the war. Over the past two weeks alone, 2,300 "
        "names were added. Of those killed, 4,700 were officers."
    )
    assert kinds(text)[4700] == "since_start"


@pytest.mark.parametrize("published", [date(2021, 5, 1), date(1900, 1, 1)])
def test_a_text_older_than_the_war_is_read_without_its_days(published):
    found = extract(
        Document("p", "In total Russia has lost 20,000 soldiers killed.", "A Paper", published), claimants(), conflict()
    ).claims
    assert [(c.value, c.period.start, c.period.end) for c in found] == [(20000, None, None)]


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("Russia passed 500,000 casualties in May, officials say.", "since_start", "2022-02-24", None),
        ("The tally of Russian losses reached 600,000 in August, it said.", "since_start", "2022-02-24", None),
        ("Losses in August reached 41,000 Russian soldiers, it said.", "month", "2024-08-01", "2024-08-31"),
        (
            "Israel has killed 1,200 Hezbollah fighters since October, it said.",
            "since_start",
            "2023-10-01",
            "2024-09-10",
        ),
        ("Israel lost 300 soldiers since its offensive began in late October, it said.", "since_start", None, None),
        (
            "Between 24 February 2022 and November 2023 Russia lost 50,000 killed, it said.",
            "since_start",
            "2022-02-24",
            "2023-11-30",
        ),
        (
            "Russia suffered 90,000 casualties between the start of the invasion in February 2022 and March 2023.",
            "since_start",
            "2022-02-24",
            "2023-03-31",
        ),
        (
            "It recorded 700 civilians killed in Ukraine from 24 February 2022, when the war began, to 5 March 2023.",
            "since_start",
            "2022-02-24",
            "2023-03-05",
        ),
    ],
)
def test_totals_that_pass_a_mark_and_spans_from_the_first_day_are_of_the_whole_war(text, kind, start, end):
    (told,) = periods(text)
    assert (told.kind, told.start and str(told.start), told.end and str(told.end)) == (kind, start, end)


def test_figures_of_a_series_have_each_their_own_month():
    text = "Data show that Russia suffered 35,370 casualties in May 2024; 32,680 in June 2024; and 33,230 in July 2024."
    assert [period.start.month for period in periods(text)] == [5, 6, 7]

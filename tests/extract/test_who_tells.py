"""Who stands behind a figure where the words between hide it, and who does not."""

from datetime import date

import pytest

from dashboard.extract import extract
from dashboard.model import Document
from tests.eval import known


def claims(text, publisher=None):
    document = Document("d", text, publisher, date(2025, 3, 14))
    return extract(document, known.claimants(), known.conflict()).claims


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hezbollah earlier this week claims it has killed 70 Israeli soldiers.", "Hezbollah"),
        ("The governor late last month said that 12 soldiers were killed in the raid.", "governor"),
        ("The army this morning reported 40 Russian soldiers killed.", "army"),
        ("The researchers note that 4,100 Russian officers have been killed.", "researchers"),
        ("Historians argue that 20,000 Russian soldiers died in the siege.", "Historians"),
        ('"Thirty rebels were killed, while 12 soldiers were wounded," a senior army officer said.', "army officer"),
        ('"We buried 40 soldiers, but 60 others were wounded," the colonel said.', "colonel"),
    ],
)
def test_time_words_plain_verbs_and_breaks_in_a_quotation_hide_no_speaker(text, name):
    assert {name.lower() in (c.claimant or "").lower() for c in claims(text)} == {True}


def test_who_speaks_behind_an_exclamation_has_said_all_of_it():
    text = 'He waved. "Russia lost 20,000 soldiers this month. What a waste of life!" Ivan Bilyk said at the forum.'
    assert [c.claimant for c in claims(text)] == ["Ivan Bilyk"]


def test_whose_statement_it_is_has_told_it():
    text = "Three soldiers were killed in the ambush, the ministry's statement said."
    assert [c.claimant for c in claims(text)] == ["ministry"]


@pytest.mark.parametrize(
    "text",
    [
        "Neither Moscow nor Kyiv reported that 300 Russian soldiers were killed there.",
        "Russia lost 242 soldiers: 80 Russian troops were killed.",
    ],
)
def test_nobody_and_losses_before_a_colon_are_no_sources(text):
    assert {c.claimant for c in claims(text)} == {None}


def test_a_report_is_not_the_country_told_before():
    text = "Russia has acknowledged the deaths of 6,000 soldiers. The report says that 1.1 million Russian troops fell."
    assert claims(text)[-1].claimant != "Russia"


def test_an_office_of_state_that_publishes_is_the_source_of_its_news():
    text = "Over the week the group improved its positions. Ukraine lost more than 710 troops near the river."
    assert [c.claimant for c in claims(text, "Russian Defense Ministry")] == ["Russian Ministry of Defence"]
    assert [c.claimant for c in claims(text, "The Weekly")] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Over the past year, Russia's army was reduced by more than 400,000 killed and wounded, Kyiv said.",
        "The Russian force has been weakened by 90,000 dead, Kyiv said.",
    ],
)
def test_a_force_made_smaller_has_lost_them(text):
    assert [c.subject for c in claims(text)] == ["Russia"]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("At least 42 pro-government forces were killed in the raid.", "personnel"),
        ("Some 310 junta forces and 12 civilians were killed in the clashes.", "personnel"),
        ("Over 20,000 members of the Afghan security forces have been killed.", "personnel"),
        ("More than 900,000 men on both sides were killed or wounded in the offensive.", "personnel"),
        ("The United Nations recorded 96 Ukrainians killed and 266 injured in the war this month.", "civilians"),
    ],
)
def test_forces_and_those_whom_rights_bodies_count_have_their_category(text, category):
    assert claims(text)[0].category == category


@pytest.mark.parametrize(
    "text",
    [
        "Russia lost two defenders to injury before half-time, and the coach sent on a midfielder.",
        "The army side lost three wickets before lunch, and its bowlers were killed by the pitch.",
        "Ukraine lost two strikers in the qualifier, the head coach said.",
    ],
)
def test_losses_at_play_are_none_of_war(text):
    assert not claims(text)


def test_a_game_in_the_news_of_a_strike_hides_no_dead():
    text = "A missile strike on a stadium killed 12 people during a qualifier on Monday, Kyiv said."
    assert [c.value for c in claims(text)] == [12]


def test_one_of_the_officers_who_tell_is_no_loss():
    text = '"We lost six soldiers in the attack on the base," one of the officers told a news agency.'
    assert [c.value for c in claims(text)] == [6]

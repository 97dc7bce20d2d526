"""Who stands behind a figure in forms of telling that no single sentence defines: classes of speakers, of verbs, of
accounts, quotations that run on, a line that names the source, and what is no source."""

import pytest

from tests.extract.test_attribution import claimants


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Relief workers recalled that 31 civilians had been killed in the raid", "Relief workers"),
        ("At least 31 civilians died in the raid, relief workers reported", "relief workers"),
        ("In a statement, the coast guard said 3 sailors were killed by a missile", "coast guard"),
        ("A drone killed 11 people in the market, according to a shopkeeper", "shopkeeper"),
        ("The Ukrainians reported 12 dead and 30 wounded among the marines", "Ukraine"),
        ("The Food Agency and its partners found that 70 bodies were buried after the fighting", "Food Agency"),
        ("Three soldiers were killed by a mine, said the Border Relations Board, a wing of the army",
         "Border Relations Board"),
        ("MSF: 36 people killed in hospital attack", "MSF"),
        ("Airstrike kills 11 in Idlib (monitor)", "monitor"),
        ("Some 240 soldiers were killed, by the count of a monitoring group", "monitoring group"),
        ("The New York Times reported, citing Western officials, that 70,000 Ukrainian soldiers were killed",
         "Western officials (unnamed)"),
        ("The captain, who seldom tells of losses among his men, claimed 40 Ukrainian soldiers were killed", "captain"),
    ],
)  # fmt: skip
def test_speakers_of_every_class_are_named(text, name):
    assert claimants(text) == {name}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A NATO diplomat said the alliance believes 40,000 Russian troops were killed", "NATO diplomat"),
        ("The alliance believes 40,000 Russian soldiers have been killed, a NATO diplomat said", "NATO diplomat"),
    ],
)
def test_what_somebody_says_that_his_office_thinks_is_his(text, name):
    assert claimants(text) == {name}


@pytest.mark.parametrize(
    "text",
    [
        "By our count, 51,000 Russian soldiers have been killed",
        "Our analysis suggests that at least 90,000 Russian soldiers have been killed",
        "Our figures, which draw on lists published by volunteers, suggest that 90,000 Russian soldiers were killed",
    ],
)
def test_our_own_count_is_the_publishers(text):
    assert claimants(text, "The Courier") == {"The Courier"}


@pytest.mark.parametrize(
    "text",
    [
        '"They lost 230 men," Lars Holm said. "We had 18 killed."',
        'Lars Holm gave an interview: "Russia lost 180,000 soldiers," he said. "Ukraine lost 100,000 soldiers. In '
        'addition, 30,000 civilians were killed in Ukraine."',
        '"Ukraine lost 900 soldiers there. Another 80 were wounded," said Lars Holm.',
    ],
)
def test_a_quotation_that_runs_on_has_one_speaker(text):
    assert claimants(text) == {"Lars Holm"}


def test_a_line_that_names_the_source_holds_for_the_whole_report():
    text = (
        "Russian shells kill 2 civilians near Nikopol\nSource: Petro Hnatiuk, head of the district, on Telegram\n"
        'Quote: "2 people were killed and 9 wounded by Russian shelling."'
    )
    assert claimants(text) == {"Petro Hnatiuk"}


def test_figures_between_two_sentences_of_one_source_are_its_own():
    text = (
        "The army said 40 rebels were killed. Near the river 12 soldiers died in an ambush. The army said the fighting "
        "went on."
    )
    assert claimants(text) == {"army"}


def test_a_new_official_is_not_the_one_told_before():
    text = "Two officials close to the rebels said 140 fighters were killed. Some 300 soldiers fell, said an officer."
    assert claimants(text) == {"officials close to the rebels", "officer"}


def test_words_put_in_between_hold_for_what_follows():
    text = "Strikes killed 21 children and 34 women, Mayor Ali Haddad told reporters, while 412 people were wounded."
    assert claimants(text) == {"Mayor Ali Haddad"}


@pytest.mark.parametrize(
    "text",
    [
        "A bombing claimed by the Islamic State killed 14 soldiers at a market",
        "A Hezbollah drone attack puts the spotlight on air defences after 4 Israeli soldiers were killed",
        "Six soldiers were killed in the attack. The ministry blamed it; a spokesman claimed that rebels had fled.",
    ],
)
def test_attackers_and_events_are_no_sources(text):
    assert claimants(text) == {None}

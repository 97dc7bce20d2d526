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
    ("text", "name"),
    [
        ("Speaking to a paper, brigade officer Oleh Marchuk said 140 of his soldiers had been killed", "Oleh Marchuk"),
        ("Rana, who seldom speaks, said 11 soldiers were killed", "Rana"),
        ("Lawmaker Ivan Sorin, briefed by the spy agency, told reporters 600 soldiers were killed", "Ivan Sorin"),
        ("The commander of the 3rd Rifle Brigade, Ivan Bilko, said that 40 Russian soldiers were killed", "Ivan Bilko"),
        ('"We lost 200 soldiers," AFP quoted rebel chief Issa Konate as saying', "rebel chief Issa Konate"),
        ("Defence chief Khawaja Rana was quoted by state media as saying 11 soldiers were killed", "Khawaja Rana"),
        ("Kyiv has not commented on the claim by Moscow that 500 Ukrainian soldiers were killed", "Moscow"),
        ("Estimates from the Border Institute would be in the range of 15,000 Russians killed", "Border Institute"),
        ("Russia's official figure is 5,937 soldiers killed", "Russia"),
        ("In the Lesna region, officials said shelling had killed 3 civilians", "officials in the Lesna region"),
        ("Bilko: the front holds, but Russia lost 1,000 soldiers in a day", "Bilko"),
        ("Ten soldiers were killed, 4 of them officers but also including 2 medics, according to the army", "army"),
        ("The army said 60 were killed or wounded; some 6,000 soldiers had been killed overall", "army"),
    ],
)  # fmt: skip
def test_words_between_source_and_figure_do_not_part_them(text, name):
    found = claimants(text)
    assert len(found) == 1
    assert found.pop().endswith(name)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Relatives of the missing told a paper that 60 soldiers from the regiment were killed.",
         {"Relatives of the missing"}),
        ("The army said on state television that 14 soldiers were killed. Another 31 rebels were killed.", {"army"}),
        ("The Valley Count has recorded 186 civilians killed in strikes. Researchers with Skywatch documented 200 "
         "civilians killed.", {"Valley Count", "Researchers with Skywatch"}),
        ('A nurse spoke by phone. "It was a massacre," the nurse said. "We counted 85 soldiers killed."', {"nurse"}),
        ("The army lost six soldiers. The Valley Doctors Network estimates that 500 civilians were killed.",
         {None, "Valley Doctors Network"}),
    ],
)  # fmt: skip
def test_each_sentence_keeps_its_own_source(text, names):
    assert claimants(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Russia has been silent about its losses since 2022, when it reported 6,000 soldiers killed", "Russia"),
        ("Russia keeps its losses secret. In March it said 1,300 Russian soldiers had been killed.", "Russia"),
        ("Hamas took part in the raid on the base, saying its men killed 20 soldiers", "Hamas"),
        ("The Food Agency says it has verified the deaths of 900 civilians in the war", "Food Agency"),
    ],
)
def test_it_is_the_country_or_body_that_the_sentence_is_about(text, name):
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
        "Russia is said to have lost 900 soldiers",
        "It was hard to estimate how many of the 900 Russian soldiers killed there were volunteers",
        "A spokesman dismissed the report that 800 Russian soldiers had been killed",
        "Two soldiers were killed, which appears from obituaries, local news reports, and posts",
        "Six soldiers were killed in the attack. The ministry blamed it; a spokesman claimed that rebels had fled.",
    ],
)
def test_attackers_and_events_are_no_sources(text):
    assert claimants(text) == {None}

"""Who stands behind a figure where nobody plainly says it: counting verbs, offices named before or after, groups and
papers taken up by a common noun, speakers behind a quotation."""

import pytest

from tests.extract.test_attribution import claimants


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Asked about losses, Tago named a figure of 85 dead soldiers", "Tago"),
        ("Researchers have named 61,000 Russian dead", "researchers"),
        ("The journalists of Steppe Watch now know of 2,190 soldiers who have fallen", "journalists of Steppe Watch"),
        ("Scholars at Leiden arrive at 310,000 dead soldiers", "Scholars at Leiden"),
        ("Most historians accept a figure of about 780,000 casualties", "Most historians"),
        ("The rebels boast of 1,140 soldiers killed", "rebels"),
        ("The army admits to 85 dead", "army"),
        ("Kyiv counts 9,100 Russian dead, while American officials go as high as 12,000", "US officials (unnamed)"),
        ("Nine soldiers died, officials from both warring sides said", "officials from both warring sides"),
        ('"We mourn the loss of four of our soldiers," a spokesman for the navy announced', "spokesman for the navy"),
        ("Seven soldiers were killed, according to the Front of Liberation in a note authenticated by Lens Group",
         "Front of Liberation"),
        ("A colonel who asked not to be named told the paper that 58 of his soldiers had died", "colonel"),
        ("In the army's version of events 58 rebels were killed", "army"),
        ("The scholars of the plague years find that 64,100 soldiers died of wounds", "scholars of the plague years"),
        ("The Red Crescent's delegate in Goma, Marie Lenoir, said hospitals had received 1,150 wounded soldiers",
         "Red Crescent's delegate in Goma Marie Lenoir"),
        ("The colonel's own list has 58 names of the dead soldiers", "colonel"),
        ("The rebels' last official figure, from September, is 570 dead soldiers", "rebels"),
        ("Stepanyan later corrected the toll of the dead soldiers to 185", "Stepanyan"),
        ("The premier has recently given figures of 41,000 soldiers killed", "premier"),
        ("Two attackers and nine guards died, the commander of the 5th Corps said", "commander of the 5th Corps"),
    ],
)  # fmt: skip
def test_who_counts_without_a_plain_verb_of_saying_is_named(text, name):
    assert name in claimants(text), claimants(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"We reached 34,000 enemy dead," the president said. "It is a start," Volodymyr Zelensky said.',
         "Volodymyr Zelensky"),
        ("Forty soldiers fell at the bridge, the governor said. Pavlo Hnat told the radio that it was a black day.",
         "Pavlo Hnat"),
        ("A Houthi minister and nine aides died in the air raid, the group said.", "Houthis"),
        ("CNN spoke of a lull. Moscow said little. Some 70,000 soldiers were out of action, the broadcaster reckoned.",
         "CNN"),
        ("NIAMEY: Fourteen soldiers were killed in western Niger, the defence ministry announced.",
         "Nigerien defence ministry"),
        ("This was announced on Telegram by the Minister of Transport, Petro Hai. In a week 240 occupiers were killed.",
         "Petro Hai"),
        ("The war is lost - analyst\nIts losses grow, the Russian president has claimed. More than 25,000 of its "
         "troops had died, he said.", "Russian president"),
    ],
)  # fmt: skip
def test_an_office_a_group_or_a_paper_is_told_by_its_name(text, name):
    assert claimants(text) == {name}


def test_an_attack_claimed_by_a_group_is_no_count_of_its():
    assert claimants('Niger: 17 soldiers dead in "cowardly ambush" claimed by al-Qaeda') == {None}


def test_an_insertion_that_names_some_of_many_is_no_source():
    text = "In May the army lost 1,100 soldiers in a day after allies - including the US - gave Kyiv leave to strike."
    assert claimants(text) == {None}


def test_what_belongs_to_somebody_is_no_source_before_a_colon():
    assert claimants("Putin's meat grinder: 1,270 soldiers killed in a day") == {None}


def test_an_office_of_one_of_two_lands_keeps_its_common_name():
    assert claimants(
        "Fighting broke out between Pakistan and India. Four soldiers were killed, the defence ministry said."
    ) == {"defence ministry"}

"""Whose count a figure is: by an owner, a date, an apposition or a passive, for all figures of a sentence, and what is
no name of a source."""

import pytest

from tests.extract.test_attribution import MINISTRY, STAFF, claimants


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kyiv's figure for Russian losses hit 1,000,000 on Thursday.", STAFF),
        ("The ministry's toll climbed to 4,502 soldiers killed on Tuesday.", "ministry"),
        ("Losses of the rebels are put at 700 killed and 1,100 wounded by the army.", "army"),
        ("Officials estimated 500 dead rebels.", "officials"),
        ("The navy chief, Arne Lund, has estimated 180,000 Russian soldiers dead.", "navy chief Arne Lund"),
        ("According to two officers, 500 soldiers were killed.", "officers"),
        ("A paper by Kestrel puts Russian losses at 200,000. Ukrainian losses are believed to be about 130,000.",
         "Kestrel"),
    ],
)  # fmt: skip
def test_whose_count_it_is_stands_behind_it(text, name):
    assert claimants(text) == {name}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Armenian army on Dec. 12 put its own losses at 1,390 soldiers.", "Armenian army"),
        ("Arne Lund, the army's spokesman, late on 2 May said eight soldiers were killed.", "Arne Lund"),
        ("Some 40 soldiers were killed, according to the governor of Vesk, Oleh Hnat.", "Oleh Hnat"),
        ("Eight soldiers were killed. This was announced by the head of the Vesk region, Oleh Hnat.", "Oleh Hnat"),
        ("The relief agency's representative in Vesk, Amina Diallo, said 75 soldiers were killed.", "Amina Diallo"),
        ('"Here we eliminated 800 occupiers," boasted the army\'s drone commander, Oleh Hnat.', "Oleh Hnat"),
    ],
)
def test_dates_and_offices_beside_a_name_leave_it_whole(text, name):
    found = claimants(text)
    assert len(found) == 1
    assert name in found.pop()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The rebels lost 300 men, while the army lost 40, Gen. Tadesse Alem claimed.", "Tadesse Alem"),
        ("Some 3,400 soldiers were killed, but the real figure may be 6,000, lawmakers said.", "lawmakers"),
        ("Quoting the Defense Ministry, RIA Novosti said that Ukraine lost 1,335 troops.", MINISTRY),
    ],
)
def test_one_source_holds_for_all_of_its_sentence(text, name):
    assert {(found or "").removeprefix("Defense ") for found in claimants(text, "TASS")} <= {name, "Ministry"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Uruguay and Malawi have lost ten and thirty soldiers, their governments said.", {"governments"}),
        ("The BBC says that according to the most conservative estimates, Russia lost 45,000 soldiers. Losses with the "
         "wounded may amount to 203,000.", {"BBC"}),
    ],
)  # fmt: skip
def test_soldiers_and_mere_estimates_are_no_sources(text, names):
    assert claimants(text) == names

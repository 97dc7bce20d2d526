"""Whom initials, "it", "its figures", a surname in a headline and an age beside a name mean."""

import pytest

from tests.extract.test_attribution import claimants


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Independent Doctors Union (IDU) denounced the raid. Some 50 fighters were killed, the IDU said.",
         "Independent Doctors Union"),
        ("The Bureau of Grave Care (BGC) keeps lists. It was long silent. BGC counted 1,200 soldiers killed.",
         "Bureau of Grave Care"),
        ("The Bureau of War Graves keeps lists. It said 12,100 soldiers were killed.", "Bureau of War Graves"),
        ("Analysts at the institute saw the pictures. Their estimate is that 4,500 soldiers were killed.", "analysts"),
        ("Armenia's military killed 317 soldiers, it said in a statement.", "Armenia's military"),
        ("Amina Yusuf, 34, told the paper that soldiers killed 12 rebels in her village.", "Amina Yusuf"),
        ("Drones killed 900 men in May, Havel says\nThe defence minister spoke. In June, according to him, the enemy "
         "lost 1,100 men.", "Havel"),
        ("The president's office said 120 soldiers had been killed.", "president's office"),
    ],
)  # fmt: skip
def test_initials_it_and_surnames_mean_whom_the_text_named(text, name):
    assert claimants(text) == {name}


def test_it_is_the_report_told_before_rather_than_the_country_of_its_sentence():
    text = "Of 900 Russian soldiers 250 are dead, the study said. Ukraine has lost 400 soldiers, it added."
    assert claimants(text) == {"study"}

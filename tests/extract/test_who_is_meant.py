"""Whom a pronoun, a role or a bare institution means, and the verbs and texts by which somebody comes to speak."""

import pytest

from tests.extract.test_attribution import claimants


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Valery Orlov led a battalion until last year. According to him, the enemy lost 120 men.", "Valery Orlov"),
        ("Commander Taras Vovk spoke of the battle. In his words, the enemy lost 70 soldiers there.", "Taras Vovk"),
        ("Prime Minister Ali Dawood visited the front. By his account, 312 soldiers were killed.", "Ali Dawood"),
        ("Lt. Gen. Mark Ossian addressed a forum. Russia loses 1,100 soldiers a day, the general noted.", "Ossian"),
        ("Defence Secretary John Healey met reporters. Russia lost 980,000 troops, the minister said.", "John Healey"),
        ("A shell hit the barracks, Vestnik wrote, citing a survivor, Ivan Rudin. According to his estimates, "
         "up to 500 soldiers were killed.", "Ivan Rudin"),
        ("The network said that dozens of soldiers were killed, according to reports from its field teams.", "network"),
    ],
)  # fmt: skip
def test_a_pronoun_or_role_is_the_person_or_body_told_before(text, name):
    found = claimants(text)
    assert len(found) == 1
    assert found.pop().endswith(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"The occupiers lost 210 men here," a statement from the General Staff read.', "General Staff of Ukraine"),
        ("Shelling of the town left 23 soldiers dead, an army statement read on Friday.", "army"),
        ("A press release by the joint task force said 62 insurgents were killed.", "joint task force"),
        (
            'The Health Ministry spoke of a raid. "It killed 158 soldiers," a ministry statement said.',
            "Health Ministry",
        ),
        ("An Azerbaijani Defense Ministry report said 62 soldiers were killed.", "Azerbaijani Defense Ministry"),
    ],
)
def test_whose_text_it_is_has_told_the_figure(text, name):
    assert {found.lower() for found in claimants(text)} <= {name.lower(), name.lower().removeprefix("health ")}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Ministry of Defense of the Republic of Lesnia on October 3 said that 2,783 soldiers were killed.",
         "Ministry of Defense of the Republic of Lesnia"),
        ("Some 3,100 soldiers have been killed, the Lesnia Monitoring Mission (LMM) said on Thursday.",
         "Lesnia Monitoring Mission"),
        ("The Conflict Map & Event Project (CMEP) on Wednesday recorded 1,300 soldiers killed.",
         "Conflict Map & Event Project"),
        ("Armenia began to publish daily totals and on Monday reported 150 soldiers killed.", "Armenia"),
        ("In May, Armenia started to regularly report a daily death toll of over 100 soldiers.", "Armenia"),
        ("General Bello went on to say that 60 rebels were killed.", "General Bello"),
        ("Mediazona has verified the names of 111,000 dead Russian soldiers, but believes the true toll to be between "
         "180,000 and 240,000.", "Mediazona / BBC News Russian"),
        ("British intelligence said Russia lost 320,000 men. Total deaths are estimated to be around 50,000.",
         "UK Defence Intelligence"),
        ("Mediazona counted 45,000 dead Russian soldiers. Losses with the wounded may amount to 203,000.",
         "Mediazona / BBC News Russian"),
        ("The Kremlin rejects US estimates of 100,000 Russian casualties.", "US"),
        ("Some 60,000 died, far more than the 5,937 dead Russian soldiers that Moscow has acknowledged.", "Moscow"),
    ],
)  # fmt: skip
def test_dates_brackets_and_verbs_between_hide_no_speaker(text, name):
    assert claimants(text) == {name}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"I think we can say the enemy lost 5,000 men," Sergeant Petro Lys told a local paper.', "Sergeant Petro Lys"),
        ('A paper quoted Lars Holm as saying much, and saying, "I think we can state that Russia lost 70,000 men."',
         "Lars Holm"),
        ("Western estimates of Russian losses differ, and Moscow has been silent since 2022, when it said 5,900 of "
         "its soldiers were killed.", "Moscow"),
        ("Afghan officials say rebels have attacked several security posts, killing 16 soldiers.", "Afghan officials"),
    ],
)  # fmt: skip
def test_clauses_of_others_are_no_names(text, name):
    assert claimants(text) == {name}


def test_an_outlet_is_not_the_person_who_goes_on():
    text = 'Oleh Hnatiuk said so, quoted by Ukrainska Pravda. "Here 221 enemies were killed," he said.'
    assert claimants(text) == {"Oleh Hnatiuk"}

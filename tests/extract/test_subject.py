"""Whose losses a figure counts: beside it, by verb, by pronoun, by place, by who speaks, by what was told before."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.extract import extract
from dashboard.model import Document
from dashboard.sources import claimants as register
from dashboard.sources import conflict

DATA = Path(__file__).parents[2] / "data"
CONFLICT, CLAIMANTS = conflict.read(DATA / "conflict.toml"), register.read(DATA / "claimants.toml")[0]


def sides(text, publisher="A paper"):
    claims = extract(Document("d", text, publisher, date(2025, 6, 1)), CLAIMANTS, CONFLICT).claims
    assert claims, text
    return [claim.subject for claim in claims]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The ministry said that Kyiv's forces had suffered 3,800 killed and wounded", "Ukraine"),
        ("Ukraine, it says, has had 124,000 casualties", "Ukraine"),
        ("One study sets 600,000 killed and injured reported for Russia", "Russia"),
        ("One estimate put the number of dead Ukrainian troops at 80,000", "Ukraine"),
        ("By Kyiv's reckoning, 1,240 invaders were killed on Tuesday", "Russia"),
        ("Both sides have lost more than 200,000 men killed and wounded", "both sides"),
        ('"We killed 300 of the enemy\'s soldiers," said Denys Koval, a Ukrainian battalion commander', "Russia"),
        ("Putin's army had its worst day in Ukraine, suffering 1,740 soldiers killed, according to Kyiv", "Russia"),
        ("Moscow acknowledged that 63 soldiers were killed in the strike", "Russia"),
        ("Armenian officials say 3,800 of the country's soldiers died", "Armenia"),
        ("Kharkiv governor Oleh Syniehubov said three people were killed", "Ukraine"),
        ("At least 12,000 civilians have been killed since Russia launched its invasion, the UN said", "Ukraine"),
        ("Israel: 21 soldiers killed in blast", "Israel"),
        ("Moscow has seen 315,000 of its troops killed or wounded, the US said", "Russia"),
        ("Israel has struck Hezbollah, with 300 of its fighters killed, a source said", "Hezbollah"),
        ("Last year was the deadliest for Russian forces in the war in Ukraine: 45,287 people were killed", "Russia"),
        ("Rebels shot down six Russian military helicopters, killing at least 13 airmen", "Russia"),
        ("Pakistan said Indian shelling killed 11 of its soldiers", "Pakistan"),
    ],
)
def test_a_sentence_tells_whose_losses(text, side):
    assert set(sides(text)) == {side}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Russia lost 1,770 soldiers, Ukraine's General Staff said. It has lost 710,660 troops since the war began.",
         ["Russia", "Russia"]),
        ("Russia lost 7,000 troops, U.S. officials said. With an additional 14,000 injured, the toll tops Iraq's.",
         ["Russia", "Russia"]),
        ("Ukraine has also suffered heavily. Zelensky put deaths in battle at 46,000.", ["Ukraine"]),
        ("A missile hit a block in Dnipro. Five people died, rescuers said.", ["Ukraine"]),
        ("Moscow said 63 of its soldiers were killed. Kyiv said the toll was closer to 400.", ["Russia", "Russia"]),
    ],
)  # fmt: skip
def test_a_side_is_taken_from_the_sentence_before(text, told):
    assert sides(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Russia has lost 900,000 men; Ukraine between 60,000 and 100,000 killed.", ["Russia", "Ukraine"]),
        ("Ukraine lost 300 men; Russia some 700 killed or wounded.", ["Ukraine", "Russia"]),
        ("India's army said it had killed more than 100 militants; Pakistan put its dead at 31 civilians.",
         ["Pakistan", "Pakistan"]),
    ],
)  # fmt: skip
def test_a_side_told_behind_a_semicolon_has_the_losses_behind_it(text, told):
    assert sides(text) == told


def test_drones_that_fell_are_no_loss_told():
    text = "Nobody was hurt, the mayor of Sumy said, after 12 drones fell on the town."
    assert not extract(Document("d", text, "A paper", date(2025, 6, 1)), CLAIMANTS, CONFLICT).claims


def test_an_own_report_speaks_of_its_enemy():
    text = "The Russian Defense Ministry spoke. Battlegroup South inflicted 540 casualties on the enemy."
    assert sides(text, "TASS") == ["Ukraine"]

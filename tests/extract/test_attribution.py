"""Who stands behind a figure: by every form of saying, by role and pronoun, across sentences, and when nobody does."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.extract import extract
from dashboard.model import Document
from dashboard.sources import claimants as register
from dashboard.sources import conflict

DATA = Path(__file__).parents[2] / "data"
CONFLICT, CLAIMANTS = conflict.read(DATA / "conflict.toml"), register.read(DATA / "claimants.toml")[0]
STAFF = "General Staff of Ukraine"
MINISTRY = "Russian Ministry of Defence"


def claimants(text, publisher="A paper"):
    claims = extract(Document("d", text, publisher, date(2025, 6, 1)), CLAIMANTS, CONFLICT).claims
    assert claims, text
    return {claim.claimant for claim in claims}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Moscow's defence ministry countered that Kyiv had lost 3,100 troops", MINISTRY),
        ("Kyiv loses 1,500 soldiers a day, Moscow's Defense Ministry claims", MINISTRY),
        ("By Kyiv's reckoning, 1,240 invaders were killed or wounded on Tuesday", STAFF),
        ("The contrast with Moscow's own count of 6,120 dead soldiers is sharp", "Moscow"),
        ("Russia accused Ukraine of killing 25 civilians at a market in Donetsk", "Russia"),
        ("UK: Russia has lost 790,000 troops", "UK"),
        ("790,000 Russian troops killed or wounded (UK MoD)", "UK Defence Intelligence"),
        ("Smoke rose as Hamas said 40 Palestinians had been killed in the strike", "Hamas"),
        ("A blast at a market, in an attack police say killed 14 people, shook Quetta on Monday", "police"),
        ("Western diplomats had told the paper they believed 70,000 Russian soldiers had died", "Western diplomats"),
        ("Hours earlier Ukraine's military put Russian losses at 980 soldiers", STAFF),
        ("Kyiv mayor Vitali Klitschko said 28 people were killed in the capital", "Kyiv mayor Vitali Klitschko"),
        ("A tally kept by Mediazona and the BBC has confirmed the names of 88,000 dead Russian soldiers",
         "Mediazona / BBC News Russian"),
        ("CSIS put Russian casualties at 950,000", "Center for Strategic and International Studies (CSIS)"),
    ],
)  # fmt: skip
def test_a_source_is_named_by_every_form_of_saying(text, name):
    assert claimants(text) == {name}


@pytest.mark.parametrize(
    "text",
    [
        "The enemy lost 1,140 soldiers in a day. The data was published by the General Staff in its morning report.",
        "Russia has lost 905,000 men since 2022. That is according to the latest update by Kyiv's General Staff.",
        "Russian forces lost 1,260 soldiers on Sunday. The General Staff said this in a post on Facebook.",
        "Russia lost 1,260 soldiers on Sunday. The General Staff of Ukraine released the figures on Monday.",
    ],
)
def test_the_next_sentence_may_name_the_source(text):
    assert claimants(text) == {STAFF}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Zelensky said 4,000 Ukrainian soldiers had died. A further 9,000 were wounded.", "Volodymyr Zelensky"),
        ("Prigozhin says 20,000 Wagner fighters died\nThe head of the mercenary group said 9,000 more were wounded.",
         "Yevgeny Prigozhin"),
        ("Mediazona has identified 100,000 Russian soldiers killed. Of those killed, 4,900 were officers.",
         "Mediazona / BBC News Russian"),
        ("The Gaza health ministry said 40 people were killed. Another 90 were wounded, the ministry added.",
         "Gaza Health Ministry"),
        ("Mark Rutte said 900,000 Russian soldiers were killed or wounded, while Ukraine had lost 400,000.",
         "Mark Rutte"),
    ],
)  # fmt: skip
def test_a_source_holds_for_what_goes_on_with_it(text, name):
    assert claimants(text) == {name}


def test_a_bare_office_is_that_of_the_text_or_of_the_publisher():
    assert claimants("Ukraine loses 260 servicemen - Defense Ministry", "TASS") == {MINISTRY}
    text = "UK says Russia lost 60,000\nRussia has suffered 200,000 casualties, the Ministry of Defence said."
    assert claimants(text) == {"UK Defence Intelligence"} | claimants("UK says Russia lost 60,000 troops")


@pytest.mark.parametrize(
    "text",
    [
        "Zelensky said talks would go on. Two North Korean soldiers were killed over the weekend.",
        "A missile barrage on Chernihiv killed 16 people.",
        "Separatists said 20 of their fighters had died, while the war has claimed 13,000 lives since it began.",
    ],
)
def test_where_nobody_is_named_there_is_no_claimant(text):
    assert None in claimants(text)


def test_an_outlet_that_cites_is_not_the_source():
    assert claimants("Russian losses stood at 953,000, Ukrinform reports, citing the General Staff.") == {STAFF}

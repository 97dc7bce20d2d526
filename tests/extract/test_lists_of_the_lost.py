"""Lists, parts and definitions of the lost, in our own words. Expected: value, types, side, category."""

from datetime import date

import pytest

from dashboard.extract import extract
from dashboard.model import Document
from tests.eval import known
from tests.extract.telling import assert_told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A noun or a verb shared by several figures.
        (
            "The ambushes killed 11, 16 and 21 policemen in the three districts.",
            "11,k,*,personnel; 16,k,*,personnel; 21,k,*,personnel",
        ),
        (
            "Four Togolese and two Beninese soldiers of the patrol were killed.",
            "4,k,Togo,personnel; 2,k,Benin,personnel",
        ),
        (
            "About 50 rebels and 14 soldiers, as well as seven civilians, died in the clashes.",
            "50,k,*,personnel; 14,k,*,personnel; 7,k,*,civilians",
        ),
        ("Gunmen killed 60 villagers in Kandara and 25 more in Dembela.", "60,k,*,civilians; 25,k,*,civilians"),
        (
            "Seventeen people, four police officers among them, were shot dead in the raid.",
            "17,k,*,civilians; 4,k,*,personnel",
        ),
        (
            "Estimates say up to 80,000 Ukrainian soldiers and about twice as many Russian ones have died.",
            "80000,k,Ukraine,personnel",
        ),
        # Parts of a whole.
        (
            "Russia lost no fewer than 3,100 men there, of whom 2,000 were convicts.",
            "3100,-,Russia,personnel; 2000,-,Russia,personnel",
        ),
        ("The shell killed 14 peacekeepers, eight of them Ghanaian.", "14,k,*,personnel; 8,k,*,personnel"),
        ("The regiment has had 300 of its 800 men killed since spring.", "300,k,*,personnel"),
        ("Kenyan troops killed five raiders, losing two of their own.", "5,k,*,personnel; 2,-,Kenya,personnel"),
        ("Out of 9,000 North Korean troops some 3,000 were battle casualties.", "3000,-,North Korea,personnel"),
        ("More than 50 Peruvians who fought in the ranks of the legion have been killed.", "50,k,Peru,personnel"),
        # What befell them.
        ("Russian soldiers executed seven Ukrainian prisoners of war.", "7,k,Ukraine,personnel"),
        ("There were 280,000 cases of wounding among Ukrainian soldiers in the war.", "280000,w,Ukraine,*"),
        ("They take 900 Russian troops out of action - killed or injured - a day.", "900,kw,Russia,personnel"),
        ("The day's toll on the southern front was 210, she said, killed and wounded alike.", "210,kw,*,personnel"),
        (
            "Russia lost 6,000 soldiers killed, and 14,000 in all counting the wounded and the missing.",
            "6000,k,Russia,*; 14000,kwm,Russia,*",
        ),
        (
            "He put it at 340 Russian soldiers killed a day, or roughly 10,200 over the month.",
            "340,k,Russia,personnel; 10200,k,Russia,personnel",
        ),
        ("The attack left five (05) dead and nine (09) injured.", "5,k,*,*; 9,w,*,*"),
        # Who they were.
        ("A drone injured three technicians, all servicemen, at the airfield.", "3,w,*,personnel"),
        ("A missile killed 50 people at a military academy and wounded 300.", "50,k,*,personnel; 300,w,*,personnel"),
        ("The explosion of a mine killed two soldiers and two porters.", "2,k,*,personnel; 2,k,*,civilians"),
        ("Of 9,000 North Koreans sent to the front, 1,000 have been killed.", "1000,k,North Korea,personnel"),
        ("The colonel said the Russians lost some 250 dead near the river.", "250,k,Russia,personnel"),
        ("After the strike 20 crew members of the Russian ship are missing.", "20,m,Russia,personnel"),
        # Whose they were.
        (
            "Ukrainian forces losses came to 310 troops, with nine tanks destroyed.",
            "310,-,Ukraine,*; 9,-,Ukraine,tanks",
        ),
        ("General Brandt spoke of 90,000 killed or wounded for the Russian army.", "90000,kw,Russia,personnel"),
        ("Moscow's winter offensive has cost it 80,000 casualties, London says.", "80000,-,Russia,personnel"),
        (
            "Experts, citing the General Staff of the Ukrainian army, said the daily Russian losses were 900.",
            "900,-,Russia,*",
        ),
        (
            "Ukraine's navy said it had bombed a Russian depot. By its account nine servicemen were killed.",
            "9,k,Russia,personnel",
        ),
        (
            "Three years after Ukraine's worst rout a prosecutor said 260 servicemen died near Ilovaisk.",
            "260,k,Ukraine,personnel",
        ),
        # Clauses between people and their fate, and counts told before them.
        (
            "At least 70 men from Tuva, a republic of 332,000 people on the steppe, have been killed in the war.",
            "70,k,*,*",
        ),
        ("Medics raised to 26 the number of residents killed in the drone attack.", "26,k,*,civilians"),
        ("Moscow raised to 64 the number of its sailors it believes died in the strike.", "64,k,Russia,personnel"),
        ("About 640 marines of the Ukrainian armed forces missing after the raid", "640,m,Ukraine,personnel"),
        ("Five cadres of the outlawed party were gunned down in an ambush.", "5,k,*,personnel"),
        ("Russia lost about 390,000 in killed and wounded.", "390000,kw,Russia,personnel"),
        ("Four foreigners who had volunteered to fight the invasion have died.", "4,k,*,personnel"),
        ("The attack lifted the death toll for peacekeepers in Congo to 13.", "13,k,*,personnel"),
        ("Russia lost 48,000 men in January. December had cost them 48,900.", "48000,-,Russia,*; 48900,-,Russia,*"),
        # Things that are none of the people.
        ("Russian losses of tanks stand at 2,100, the paper says.", "2100,-,Russia,tanks"),
        ("Ukrainian gunners destroyed five enemy fuel stores near Tokmak.", ""),
        ("For light wounds of soldiers the payment drops to 1 million under the order.", ""),
        ("Of all regions in the war it has the most: 110 deaths of soldiers for every 10,000 men.", ""),
        ("Russia keeps 80,000 troops in the war zone, 30,000 of them under another ministry.", ""),
    ],
)
def test_lists_and_parts_of_the_lost(text, expected):
    if expected:
        assert_told(text, expected)
    else:
        assert not _claims(text)


def _claims(text):
    return extract(Document("d", text, "A paper", date(2025, 6, 1)), known.claimants(), known.conflict()).claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ukraine loses 80 soldiers killed and 400 wounded in battle every day.", ["mean_per_day", "mean_per_day"]),
        ("Russia has lost 600,000 men and 1,500 a day.", ["total", "mean_per_day"]),
        ("Russia had 900 casualties a day in April, down from a peak of 1,040 in March.", ["mean_per_day"] * 2),
        (
            "Russia lost 33,400 men in June, or 1,110 a day, down from 35,200 in May.",
            ["total", "mean_per_day", "total"],
        ),
    ],
)
def test_a_rate_holds_for_all_that_it_is_told_of(text, expected):
    assert [claim.statistic.value for claim in _claims(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("During the first week of the invasion Russia lost 490 soldiers.", ["week"]),
        ("Russia lost 3,900 men in the first full month of the war.", ["month"]),
        ("In the opening weeks of the war Russia lost 5,000 men.", ["other"]),
        (
            "Over the week, Ukraine's losses came to 8,100, Moscow said. A total of 18 Ukrainian soldiers surrendered.",
            ["week", "week"],
        ),
    ],
)
def test_spans_of_a_war_are_no_whole_war(text, expected):
    assert [claim.period.kind.value for claim in _claims(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Russia lost about 390,000 in killed and wounded, a general told the daily La Voce.",
        "The total Russian losses for the month exceeded 30,000.",
    ],
)
def test_a_paper_and_a_month_are_no_daily_rate(text):
    assert [claim.statistic.value for claim in _claims(text)] == ["total"]


def test_the_next_sentence_may_say_which_losses_were_meant():
    (claim,) = _claims("Russia is losing 380 soldiers daily near the town. These are killed and wounded, he said.")
    assert claim.casualty_types == ("killed", "wounded")


def test_a_toll_brought_up_to_a_number_is_that_number():
    (claim,) = _claims("Two died of their wounds, bringing the number up to 10 soldiers killed in the raid.")[-1:]
    assert (claim.value, claim.hedge.value) == (10, "exact")

"""Figures found by the loss they count: held, named, put at, parts, ellipses; as value, types, side, category."""

import pytest

from tests.extract.telling import assert_told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The general said 4,210 Russian soldiers were being held in Ukraine.", "4210,c,Russia,personnel"),
        ("Kyiv holds 3,150 Russian soldiers captive, the commissioner said.", "3150,c,Russia,personnel"),
        ("Gunmen kidnapped 38 worshippers after the raid on the village in Kaduna.", "38,c,Nigeria,civilians"),
        ("Nine aid workers were abducted by the militia in Goma.", "9,c,Congo,civilians"),
        ("Rebels took 45 soldiers prisoner, the Malian army said.", "45,c,Mali,personnel"),
        ("Azerbaijan said its troops had taken 62 Armenian soldiers captive.", "62,c,Armenia,personnel"),
        ("The bodies of 31 soldiers were found in the trench after the battle.", "31,k,*,personnel"),
        ("Rescuers pulled 17 bodies from the rubble after the airstrike on Idlib.", "17,k,Syria,civilians"),
        ("Workers have exhumed 440 bodies from a mass grave near Izium, police said.", "440,k,Ukraine,civilians"),
        ("Volunteers identified by name 93,000 Russian soldiers killed in the war.", "93000,k,Russia,personnel"),
        ("The project has the names of 88,726 Russian soldiers who died.", "88726,k,Russia,personnel"),
        ("Researchers have named 61,000 Russian dead.", "61000,k,Russia,personnel"),
        ("Mediazona has counted 98,000 names of dead Russian servicemen.", "98000,k,Russia,personnel"),
        (
            "A site has now named 120,343 Russian soldiers killed. Another 1,900 names were added this week.",
            "120343,k,Russia,personnel; 1900,k,Russia,personnel",
        ),
        (
            "The outlet confirmed 95,026 Russian deaths. The list grew by 2,340 names in a fortnight.",
            "95026,k,Russia,personnel; 2340,k,Russia,personnel",
        ),
        ("The war has claimed 60,000 lives in Ukraine.", "60000,k,Ukraine,*"),
    ],
)
def test_prisoners_bodies_names_and_victims_are_counted(text, expected):
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry put October at 41,980 Russian casualties.", "41980,-,Russia,personnel"),
        (
            "The UK has estimated Russian losses month by month: it put September at 38,130 and October at 41,980.",
            "38130,-,Russia,personnel; 41980,-,Russia,personnel",
        ),
        ("The general gave the count of soldiers killed as 12,400.", "12400,k,*,personnel"),
        ("The commander listed his losses as 210 killed and 430 wounded.", "210,k,*,personnel; 430,w,*,personnel"),
        ("NATO pegs Russian casualties at 700,000.", "700000,-,Russia,personnel"),
        ("The army pegged its own dead at 62.", "62,k,*,personnel"),
        ("Moscow has conceded losing 89 men in Makiivka.", "89,-,Russia,personnel"),
        ("The rebels claimed to have killed 70 soldiers while losing 12.", "70,k,*,personnel; 12,-,*,personnel"),
        ("The army said it killed 30 militants, capturing 12.", "30,k,*,personnel; 12,c,*,personnel"),
        ("Troops killed 46 fighters and captured 19, the ministry said.", "46,k,*,personnel; 19,c,*,personnel"),
        ("The army reported killing 90 insurgents and taking 15 prisoner.", "90,k,*,personnel; 15,c,*,personnel"),
        ("The death toll in Gaza has passed 45,000, the health ministry said.", "45000,k,Palestinians,civilians"),
        ("Gaza's death toll climbed above 50,000.", "50000,k,Palestinians,civilians"),
        ("The health ministry's count of the dead in Gaza exceeded 52,000 in May.", "52000,k,Palestinians,civilians"),
        ("The ministry's tally of those killed passed 61,000.", "61000,k,*,*"),
        (
            "The total number of Ukrainian troops lost in Kursk has exceeded 55,000, Moscow said.",
            "55000,-,Ukraine,personnel",
        ),
        (
            "The overall number of Russian soldiers killed is above 200,000, according to Kyiv.",
            "200000,k,Russia,personnel",
        ),
        (
            "Among the dead were three soldiers and eleven policemen, officials said after the ambush.",
            "3,k,*,personnel; 11,k,*,personnel",
        ),
        ("Among those killed in the strike were 7 children and 12 women.", "7,k,*,civilians; 12,k,*,civilians"),
        (
            "The attack in Lebanon killed 50. The dead include 20 children, 13 women and two medics.",
            "50,k,Lebanon,civilians; 20,k,Lebanon,civilians; 13,k,Lebanon,civilians; 2,k,Lebanon,civilians",
        ),
        ("Half a million Russian troops have been killed or wounded, the UK said.", "500000,kw,Russia,personnel"),
        ("Russia has suffered half a million casualties.", "500000,-,Russia,personnel"),
        ("The war has killed or wounded a quarter of a million Russian soldiers.", "250000,kw,Russia,personnel"),
        ("More than one and a half million people were killed or wounded in the war.", "1500000,kw,*,*"),
        ("Three quarters of a million Russian soldiers have been killed or wounded.", "750000,kw,Russia,personnel"),
        ("Nearly a million Russian soldiers were killed or wounded.", "1000000,kw,Russia,personnel"),
        ("A couple of hundred Ukrainian soldiers were killed.", "200,k,Ukraine,personnel"),
    ],
)
def test_a_figure_is_found_however_it_is_put(text, expected):
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Of the 900 men in the regiment, 140 were killed and 300 wounded, the colonel said.",
            "140,k,*,personnel; 300,w,*,personnel",
        ),
        ("Out of 1,200 recruits sent to the front, 700 have died.", "700,k,*,personnel"),
        ("In a company of 120 soldiers, 80 were killed.", "80,k,*,personnel"),
        ("Russia lost 700 men on Monday and 650 on Tuesday.", "700,-,Russia,personnel; 650,-,Russia,personnel"),
        ("The 1,200 dead in Israel included 300 soldiers.", "1200,k,Israel,*; 300,k,Israel,personnel"),
        (
            "Up to 30,000 Russian troops have been killed, wounded, captured or are missing.",
            "30000,kwmc,Russia,personnel",
        ),
        ("Some 900 soldiers were killed, are missing or were captured.", "900,kmc,*,personnel"),
        ("15 soldiers were dead, missing or wounded after the ambush.", "15,kwm,*,personnel"),
    ],
)
def test_parts_and_figures_without_a_verb_are_counted(text, expected):
    assert_told(text, expected)

"""Whose losses and who was lost, in many conflicts. Expected: value, types, side, category."""

import pytest

from tests.extract.telling import assert_told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ukrainian drones killed or wounded dozens of troops near Pokrovsk.", "24,kw,Russia,personnel"),
        ("Russian artillery killed 14 soldiers in a trench near Lyman.", "14,k,Ukraine,personnel"),
        ("A Russian missile killed 12 soldiers at a training ground in Sumy region.", "12,k,Ukraine,personnel"),
        ("Ukraine's strike on the barracks in Luhansk killed 80 troops.", "80,k,Russia,personnel"),
        ("Ukraine hit a Russian barracks, killing scores.", "40,k,Russia,personnel"),
        ("Israel bombed a Hezbollah camp, killing 20 fighters.", "20,k,Hezbollah,personnel"),
        ("The RSF stormed a village in Gezira, killing 85 civilians.", "85,k,Sudan,civilians"),
        ("Boko Haram fighters overran a base in Borno, killing 32 soldiers.", "32,k,Nigeria,personnel"),
        ("Al-Shabaab stormed an African Union base, killing 54 Ugandan soldiers.", "54,k,Uganda,personnel"),
        ("Houthi missiles killed 45 Emirati soldiers in Marib.", "45,k,Emirates,personnel"),
        ("US airstrikes killed 27 militants near Kismayo.", "27,k,*,personnel"),
        ("The junta's airstrike on a school in Sagaing killed 22 children.", "22,k,Myanmar,civilians"),
        ("Saudi-led coalition jets struck a funeral in Sanaa, killing 140 people.", "140,k,Yemen,civilians"),
        ("Turkish drones killed 19 fighters of the PKK.", "19,k,Kurds,personnel"),
        ("Islamist militants killed 44 civilians in the Fambita area of Niger.", "44,k,Niger,civilians"),
        ("Rebels killed 37 junta soldiers in Kachin, the group said.", "37,k,Myanmar,personnel"),
        ("Loyalists of Assad killed 16 policemen in an ambush near Latakia.", "16,k,Syria,personnel"),
        ("M23 rebels killed 13 South African peacekeepers.", "13,k,South Africa,personnel"),
        (
            "Pakistan's army said 18 of its soldiers and 13 militants were killed in Waziristan.",
            "18,k,Pakistan,personnel; 13,k,*,personnel",
        ),
        ("India said it killed over 100 terrorists across the border in Pakistan.", "100,k,*,personnel"),
        ("Iranian missiles killed 28 people in Tel Aviv.", "28,k,Israel,civilians"),
        ("Israeli strikes on Iran killed 610 people, the health ministry in Tehran said.", "610,k,Iran,civilians"),
        ("Ukraine destroyed 70 Russian troops in revenge, the colonel said.", "70,-,Russia,personnel"),
        ("More than 6,000 foreign mercenaries have been killed in Ukraine, Moscow said.", "6000,k,Ukraine,personnel"),
        (
            "Moscow reported nine killed and 40 hurt after a strike on a train in Belgorod.",
            "9,k,Russia,civilians; 40,w,Russia,civilians",
        ),
        ("Ukraine said 16 people were killed by a Russian bomb in Kramatorsk.", "16,k,Ukraine,civilians"),
        ("The Ukrainian commander said about 90 of his battalion had been killed.", "90,k,Ukraine,personnel"),
        ("A commander in Ukraine's 47th brigade said his unit had lost 60 men.", "60,-,Ukraine,personnel"),
        (
            "The battalion of 500 had 100 killed and 400 wounded, its commander told a Ukrainian paper.",
            "100,k,*,personnel; 400,w,*,personnel",
        ),
        ("43 soldiers killed in war with Azerbaijan, Armenia says", "43,k,Armenia,personnel"),
        ("Two hundred troops killed fighting Russia, Kyiv says", "200,k,Ukraine,personnel"),
        ("Officials in Kyiv said at least 37 people were killed across the country.", "37,k,Ukraine,civilians"),
        (
            "Six Americans and two Britons were killed in the militia's drone attack in Jordan.",
            "6,k,United States,*; 2,k,United Kingdom,*",
        ),
        ("Fourteen Nepalis serving with the Russian army have been killed.", "14,k,Nepal,personnel"),
        ("Twelve Cuban nationals fighting for Russia were killed.", "12,k,Cuba,personnel"),
        ("Clashes between the army and loyalists left 70 dead in Syria.", "70,k,Syria,*"),
    ],
)
def test_the_attacker_is_not_taken_for_the_victim(text, expected):
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ambush left 9 policemen dead.", "9,k,*,personnel"),
        (
            "The bombing killed 8 police officers and 3 bystanders in Quetta.",
            "8,k,Pakistan,personnel; 3,k,Pakistan,civilians",
        ),
        ("Insurgents killed 5 tribal elders in the village.", "5,k,*,civilians"),
        ("Two village chiefs were shot dead by rebels in Cauca.", "2,k,Colombia,civilians"),
        ("Six community leaders were killed in fighting in Colombia.", "6,k,Colombia,civilians"),
        ("Three Red Cross staff and a driver were killed in shelling in Goma.", "3,k,Congo,civilians"),
        ("Seven local councillors were killed by militants in Mali.", "7,k,Mali,civilians"),
        (
            "Four priests and nine monks were killed in the raid in Tigray.",
            "4,k,Tigray,civilians; 9,k,Tigray,civilians",
        ),
        ("Ten miners were killed by a mortar in Donetsk.", "10,k,Ukraine,civilians"),
        ("Eleven shepherds were killed by a landmine in Syria.", "11,k,Syria,civilians"),
        ("17 traders were killed when a drone struck a market in Kordofan.", "17,k,Sudan,civilians"),
        (
            "35 pro-government fighters and 20 loyalists were killed in Latakia.",
            "35,k,Syria,personnel; 20,k,Syria,personnel",
        ),
        ("At least 120 regime troops were killed in Idlib.", "120,k,Syria,personnel"),
        ("Some 30 coalition troops died in Helmand.", "30,k,*,personnel"),
        ("Five US marines were killed in Fallujah.", "5,k,United States,personnel"),
        ("A convoy of 40 soldiers surrendered, including 12 wounded.", "40,c,*,personnel; 12,w,*,personnel"),
    ],
)
def test_soldiers_and_civilians_are_told_apart(text, expected):
    assert_told(text, expected)

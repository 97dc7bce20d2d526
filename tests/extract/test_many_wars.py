"""Wordings of many wars, none of them like another; as value, types, side, category."""

import pytest

from tests.extract.telling import assert_told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The battle for the town has cost 1,100 Ukrainian lives, Moscow says.", "1100,k,Ukraine,*"),
        (
            "Clashes in Darfur left at least 60 people dead and 150 injured.",
            "60,k,Sudan,civilians; 150,w,Sudan,civilians",
        ),
        ("The offensive has so far claimed more than 2,000 lives.", "2000,k,*,*"),
        ("Some 140 Malian troops perished when jihadists overran their camp.", "140,k,Mali,personnel"),
        (
            "Kyiv's General Staff listed 1,080 enemy personnel as eliminated over the past day.",
            "1080,-,Russia,personnel",
        ),
        (
            "Enemy losses in the sector came to 74 killed and 61 wounded, the spokesman said, with 3 taken prisoner.",
            "74,k,*,personnel; 61,w,*,personnel; 3,c,*,personnel",
        ),
        ("The Russian dead number at least 70,000, the study finds.", "70000,k,Russia,personnel"),
        ("Ukrainian losses run to 500 a day, an aide to Zelensky told the paper.", "500,-,Ukraine,personnel"),
        (
            "Of the 32 wounded, nine are in a critical condition after the missile strike on Odesa.",
            "32,w,Ukraine,civilians; 9,w,Ukraine,civilians",
        ),
        (
            "The death toll from Tuesday's strike on Ternopil rose to 34, up from 28 the day before.",
            "34,k,Ukraine,civilians; 28,k,Ukraine,civilians",
        ),
        ("The number of Russian servicemen killed now stands at no fewer than 98,000.", "98000,k,Russia,personnel"),
        (
            "Twelve more bodies were pulled from the rubble in Kyiv, bringing the toll to 28.",
            "12,k,Ukraine,civilians; 28,k,Ukraine,civilians",
        ),
        ("Ukraine's army said its losses over the year amounted to 31,000 dead.", "31000,k,Ukraine,personnel"),
        ("Russia's losses: 1,120 in a day, Kyiv says", "1120,-,Russia,personnel"),
        ("KILLED: 14 soldiers in Niger ambush", "14,k,Niger,personnel"),
        (
            "At least nine police officers and four soldiers have died in attacks on posts in Khyber.",
            "9,k,Pakistan,personnel; 4,k,Pakistan,personnel",
        ),
        ("Three soldiers fell in battle in southern Lebanon, the Israeli army announced.", "3,k,Israel,personnel"),
        ("Iran buried 60 commanders and scientists killed in Israeli strikes.", "60,k,Iran,*"),
        (
            "A roadside bomb hit a bus of Afghan recruits, killing 17 and wounding nine.",
            "17,k,Afghanistan,personnel; 9,w,Afghanistan,personnel",
        ),
        ("Suicide bombers struck a mosque in Borno, leaving 22 worshippers dead.", "22,k,Nigeria,civilians"),
        ("Ukraine has registered 61,000 people as missing since the invasion began.", "61000,m,Ukraine,*"),
        ("More than 50,000 Ukrainian soldiers are thought to be missing.", "50000,m,Ukraine,personnel"),
        ("Around 6,300 Ukrainians are held as prisoners of war in Russia.", "6300,c,Ukraine,personnel"),
        ("Russia is holding some 8,000 Ukrainian soldiers prisoner, Kyiv believes.", "8000,c,Ukraine,personnel"),
        (
            "Eritrea lost 19,000 soldiers in the border war and Ethiopia several times as many.",
            "19000,-,Eritrea,personnel",
        ),
        (
            "In the first week alone, Russia had 4,300 killed, 200 captured and 140 tanks destroyed.",
            "4300,k,Russia,personnel; 200,c,Russia,personnel; 140,-,Russia,tanks",
        ),
        (
            "Russia's defence ministry says Ukraine lost 455 troops in the Kharkiv sector and 390 near Donetsk.",
            "455,-,Ukraine,personnel; 390,-,Ukraine,personnel",
        ),
        (
            "Syrskyi said the Russians were losing three times as many men, up to 1,500 a day.",
            "1500,-,Russia,personnel",
        ),
        ("NATO officials say 100,000 Russians died in the first half of the year.", "100000,k,Russia,*"),
        ("An official put Russia's dead at 'well over 200,000'.", "200000,k,Russia,personnel"),
        ("The list of confirmed Russian dead has grown to 121,507.", "121507,k,Russia,personnel"),
        ("Researchers have verified the deaths of 5,000 officers of the Russian army.", "5000,k,Russia,personnel"),
        ("Hospital officials counted 39 bodies after the shelling of the camp near El Fasher.", "39,k,Sudan,civilians"),
        (
            "The war in Gaza has killed at least 64,000 and injured 160,000 more.",
            "64000,k,Palestinians,*; 160000,w,Palestinians,*",
        ),
        (
            "Israel says it has killed 20,000 Hamas fighters, and puts its own losses at 460.",
            "20000,k,Hamas,personnel; 460,-,Israel,personnel",
        ),
        (
            "Hamas gunmen killed 1,195 people in southern Israel and took 251 hostages.",
            "1195,k,Israel,civilians; 251,c,Israel,civilians",
        ),
        (
            "Two peacekeepers were killed and a third was hurt when their vehicle hit a mine in Abyei.",
            "2,k,*,personnel",
        ),
        (
            "The Azerbaijani army lost 192 servicemen, with over 500 hurt.",
            "192,-,Azerbaijan,personnel; 500,w,Azerbaijan,personnel",
        ),
        ("Another three people were hurt in Belgorod by a Ukrainian drone, its governor said.", "3,w,Russia,civilians"),
        ("A Ukrainian drone killed a woman and injured three others in Kursk region.", "3,w,Russia,civilians"),
        ("A Russian court was told that 17 sailors were missing after the Moskva sank.", "17,m,Russia,personnel"),
        (
            "Nearly 200 Russian marines and paratroopers surrendered near Mariupol, Kyiv claimed.",
            "200,c,Russia,personnel",
        ),
        (
            "During the first month Ukraine's armed forces lost about 1,300 men, Zelensky said.",
            "1300,-,Ukraine,personnel",
        ),
        (
            "Over 400 North Korean troops were killed in a week in Kursk, Seoul's spy agency said.",
            "400,k,North Korea,personnel",
        ),
        (
            "Ukraine's losses at Ilovaisk were 366 killed, 429 wounded and 300 captured.",
            "366,k,Ukraine,personnel; 429,w,Ukraine,personnel; 300,c,Ukraine,personnel",
        ),
        (
            "French forces killed 30 jihadists and captured two in Mali, losing one soldier.",
            "30,k,*,personnel; 2,c,*,personnel; 1,-,France,personnel",
        ),
        ("Rwanda-backed rebels executed 21 civilians in Goma.", "21,k,Congo,civilians"),
        ("In Sagaing, resistance fighters ambushed a column, killing 15 junta troops.", "15,k,Myanmar,personnel"),
        ("In the Sahel, army losses have reached 400 this year.", "400,-,*,personnel"),
        ("Two pilots were killed when rebels shot down a military helicopter.", "2,k,*,personnel"),
        ("A Russian officer and six conscripts died in the shelling of their barracks.", "6,k,Russia,personnel"),
        (
            "Burkina Faso's army says 133 jihadists were neutralised and 17 soldiers fell.",
            "133,-,*,personnel; 17,k,Burkina Faso,personnel",
        ),
        ("The air strike on a wedding party in Kunduz killed 47, most of them women.", "47,k,Afghanistan,civilians"),
        (
            "Eleven children were among 30 people killed in the strike on Khan Younis.",
            "11,k,Palestinians,civilians; 30,k,Palestinians,civilians",
        ),
        ("The injured numbered 40, medics in Gaza City said after the strike.", "40,w,Palestinians,civilians"),
    ],
)
def test_other_wordings_of_many_wars_are_read(text, expected):
    assert_told(text, expected)

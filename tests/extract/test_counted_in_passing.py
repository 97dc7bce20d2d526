"""Figures whose loss stands beside them rather than with them: in apposition, in brackets behind a month, taken up by
"it", shared with the noun behind; and losses told without a word such as killed."""

import pytest

from tests.extract.telling import assert_told, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Group South dealt out the heaviest casualties, more than 470 servicemen.", "470,-,*,personnel"),
        ("Kyiv holds that the number of Russian dead is far higher, about 15,900.", "15900,k,Russia,personnel"),
        ("Russian losses were the highest of the spring: 1,720 men in a day.", "1720,-,Russia,personnel"),
        ("The number of Russians killed so far -- 14,500 -- was given by a minister.", "14500,k,Russia,personnel"),
        ("The Russian army faced heavy losses on Sunday, including 1,150 troops.", "1150,-,Russia,personnel"),
        ("Of 10,000 Russian troops some 3,900 were battle casualties.", "3900,-,Russia,personnel"),
        ("Moscow raised to 91 the number of Russian troops it says died in Makiivka.", "91,k,Russia,personnel"),
        ("At 33 the number of dead in the shelling was fixed by nightfall.", "33,k,*,*"),
        ("Two British and three French soldiers were killed in the war.", "2,k,*,personnel; 3,k,*,personnel"),
        ("In the raids 45 militants were killed and 160 detained.", "45,k,*,personnel; 160,c,*,personnel"),
        ("The rebels said 4,100 soldiers whom they say were captured are held.", "4100,c,*,personnel"),
        ("The losses of the invaders rose from 910 in May to 1,120 in June and 1,260 in July.",
         "910,-,Russia,personnel; 1120,-,Russia,personnel; 1260,-,Russia,personnel"),
        ("From 910 a day in May, Russian losses rose to 1,120 in June.",
         "910,-,Russia,personnel; 1120,-,Russia,personnel"),
        ("The rebels lost 310 and 430 fighters respectively.", "310,-,*,personnel; 430,-,*,personnel"),
        ("The Russian jets killed ten people in the camp, seven in the town.", "10,k,*,civilians; 7,k,*,civilians"),
        ("Russian losses, Western officials reckon, average 1,260 a day.", "1260,-,Russia,personnel"),
        ("Its own dead in the war, the army says, number 135.", "135,k,*,*"),
        ("Russia has lost more than 740,000: 190,000 killed and 550,000 wounded.",
         "740000,*,Russia,personnel; 190000,k,Russia,personnel; 550000,w,Russia,personnel"),
    ],
)  # fmt: skip
def test_a_figure_beside_a_loss_tells_how_large_it_was(text, expected):
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia lost 47,100 men in December. The cheapest month was August (27,300).", "47100; 27300"),
        ("Russia lost 47,100 men in December. A year before the figure was lower, at 30,900.", "47100; 30900"),
        ('"We reached 34,000 enemy dead in May," he said. In April, he recalled, it had been 29,500.', "34000; 29500"),
        ("Over the week Russia lost 5,200 men. On Sunday alone it was up to 410 men.", "5200; 410"),
        ("Russia lost 240 men a week in winter; now it is closer to 390 a month.", "240; 390"),
        ("Russia lost 1,280 men a day in June. The earlier maximum, 1,240, dates from May.", "1280; 1240"),
        ("The monitor put the dead of the massacre at 1,290. It counted 810 civilians among them.", "1290; 810"),
        ("Russia lost 3,610 men in three days, close to the 3,850 it recorded for May.", "3610; 3850"),
        ("Russian deaths fell to 770 in April, in May - to 520, in June - to 430.", "770; 520; 430"),
        ("The guerrillas killed 1,480 Russian troops, a monitor said; the ministry conceded 910.", "1480; 910"),
        ("The Tigers lost 26,000 cadres, the army 22,000 soldiers, in the war.", "26000; 22000"),
        ("London reckons 440,000 Russians have been killed, while the French say 510,000.", "440000; 510000"),
        ("Russia lost 1,210 men a day in April – roughly 36,300 for the month.", "1210; 36300"),
    ],
)
def test_a_figure_that_takes_up_the_loss_told_before_is_counted(text, expected):
    assert [value for value, *_ in told(text)] == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of the 610 Ukrainian paratroopers dropped, 402 did not come back.", "402,k,Ukraine,personnel"),
        ("402 Ukrainian soldiers never returned from the crossing.", "402,k,Ukraine,personnel"),
        ("A mortar round cut down seven Ukrainian recruits.", "7,k,Ukraine,personnel"),
        ("Ukrainian guns mowed down 34 Russian attackers.", "34,k,Russia,personnel"),
        ("The torpedo sent 188 Russian sailors to their deaths.", "188,k,Russia,personnel"),
        ("Nine Taliban fighters were sent to hell, the army said.", "9,k,Taliban,personnel"),
        ("The war sent home 61 body bags in March.", "61,k,*,*"),
        ("Doctors in the war zone treated 19 soldiers with serious injuries.", "19,w,*,personnel"),
        ("The loss of life among Russian troops grew to 250,400.", "250400,k,Russia,personnel"),
        ("Nine Ukrainian medics were found shot.", "9,k,Ukraine,*"),
        ("Nineteen guerrillas die in bombing raid", "19,k,*,personnel"),
        ("Ukraine reckons it takes out 1,240 Russians a day.", "1240,*,Russia,personnel"),
        ("An estimated 47 Ukrainian soldiers never made it back.", "47,k,Ukraine,personnel"),
        ("The regiment mourns 16 Ukrainian soldiers.", "16,k,Ukraine,personnel"),
        ("At least nine YPG/PKK terrorists were killed by Turkish forces.", "9,k,*,personnel"),
    ],
)
def test_losses_are_told_in_many_other_words(text, expected):
    assert_told(text, expected)


@pytest.mark.parametrize(
    "text",
    [
        "After heavy losses in the war, 300 fighters withdrew to the hills.",
        "The army lost the town, and 40 soldiers, still armed, held the bridge.",
        "Police arrested 12 militants and detained 30.",
        "Sixteen people drowned when a ferry sank in a storm.",
    ],
)
def test_what_only_stands_near_a_loss_is_no_figure_of_it(text):
    assert list(told(text)) == []

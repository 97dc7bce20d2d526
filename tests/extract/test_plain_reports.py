"""Plain sentences as agencies write them, each with a turn that was once misread; figures are made up."""

from datetime import date

import pytest

from dashboard.extract import extract
from dashboard.model import Document, Hedge, PeriodKind, Statistic
from tests.eval import known

from .telling import assert_told


def claims(text):
    return extract(Document("d", text, "A paper", date(2025, 6, 12)), known.claimants(), known.conflict()).claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Станом на ранок 3 липня Генштаб ЗСУ оцінює втрати російських військ приблизно у 812 300 осіб, із них 940"
            " - за останню добу.",
            "812300,-,Russia,personnel; 940,-,Russia,personnel",
        ),
        (
            "Торік російська армія втратила понад 410 тисяч військових убитими та пораненими.",
            "410000,kw,Russia,personnel",
        ),
        ("За минувшие сутки армия РФ потеряла 1340 человек.", "1340,-,Russia,personnel"),
        ("The president said Ukraine's army in the east loses some 45 dead a day.", "45,k,Ukraine,personnel"),
        ("Kyiv's forces are taking 930 Russian soldiers out of combat every day.", "930,-,Russia,personnel"),
        (
            "About 3,700 North Korean soldiers have become casualties, including 410 dead, the lawmaker said.",
            "3700,-,North Korea,personnel; 410,k,North Korea,personnel",
        ),
        ("The site has counted 1,940 destroyed, damaged or captured Russian tanks.", "1940,*,Russia,tanks"),
        ("Sudan's war has killed more than 14,100 people, the agency said.", "14100,k,Sudan,civilians"),
        (
            "The governor said 21 police officers were killed in the attack and seven wounded.",
            "21,k,None,personnel; 7,w,None,personnel",
        ),
        ("Ukraine has captured 394 POWs during its incursion, the general said.", "394,c,Russia,personnel"),
        (
            "Between 10,000 and 15,000 Wagnerites and regular Russian forces have been killed and wounded.",
            "10000,kw,Russia,personnel",
        ),
        ("The list tells of 740 deaths of American service members since 1953.", "740,k,United States,personnel"),
        ("The enemy's losses amounted to more than 21,000 military, the minister Shoigu said.", "21000,-,Ukraine,*"),
        (
            "The front showed 3,208 Ethiopian soldiers whom it said were captured in the campaign.",
            "3208,c,Ethiopia,personnel",
        ),
        (
            "Russian losses fell to 138 in February from 198 in January, the staff said.",
            "138,-,Russia,personnel; 198,-,Russia,personnel",
        ),
        ("They found 41 bodies, and 19 others are in hospital morgues after the shelling.", "41,k,*,*; 19,k,*,*"),
    ],
)
def test_whose_they_are_and_what_befell_them(text, expected):
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Since the Russian invasion in 2022, Putin's forces have taken 610,000 casualties.", "since_start"),
        ("Russia has lost 610,000 soldiers since its invasion in February 2022.", "since_start"),
        (
            "From February 24, 2022, when the invasion began, to May 5, 2025, Russia lost 610,000 soldiers.",
            "since_start",
        ),
        ("Russia has lost 610,000 troops, the minister said, describing the current month as grim.", "since_start"),
    ],
)
def test_when_it_was(text, kind):
    assert [claim.period.kind.value for claim in claims(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Around 35 Ukrainian soldiers are killed in action every day, the president said.",
        "On average, since January, the enemy has been losing 710 men and 90 guns every day, the minister said.",
    ],
)
def test_a_mean_a_day_is_read_across_what_stands_between(text):
    assert claims(text)[0].statistic is Statistic.MEAN_PER_DAY


@pytest.mark.parametrize(
    "text",
    [
        "The cup tie drew 41,000 fans despite two defeats and five losses this season.",
        "The side is unbeaten at home but has nine losses this season in front of its fans.",
    ],
)
def test_losses_of_a_season_are_none(text):
    assert claims(text) == ()


def test_another_toll_of_the_same_blow_is_of_the_same_people():
    first, second = claims(
        "Gunmen attacked an army post on Thursday, leaving at least 14 soldiers dead, sources said. "
        "A local official put the toll at 21."
    )
    assert (second.value, second.category, second.claimant) == (21, "personnel", "local official")
    assert second.period == first.period


def test_those_just_told_have_the_same_span():
    whole, part = claims(
        "The agency estimates that Russia has suffered 90,000 casualties since December. "
        "More than 21,000 of those were killed in action."
    )
    assert (part.low, part.period, part.subject) == (21000, whole.period, "Russia")


def test_the_general_staff_of_another_army_is_not_the_reference_claimant():
    (claim,) = claims("In Niger the army's general staff said that 31 soldiers were killed.")
    assert claim.claimant != "General Staff of Ukraine"


def test_men_under_an_age_are_counted_and_their_age_is_not():
    (claim,) = claims("The outlet estimates that about 44,000 Russian men under 50 had died in the war.")
    assert claim.value == 44000


def test_who_has_taken_losses_is_whose_they_are_in_the_next_sentence():
    (claim,) = claims(
        "North Korean units have taken heavy losses near the border. "
        "Of some 9,000 soldiers sent, 2,900 have been killed."
    )
    assert (claim.value, claim.subject) == (2900, "North Korea")


def test_a_daily_report_in_ukrainian_tells_the_day_from_the_total():
    text = "За добу росіяни втратили 1340 осіб. Загальні втрати від початку вторгнення становлять близько 990 440 осіб."
    day, total = claims(text)
    assert (day.period.kind, day.value) == (PeriodKind.DAY, 1340)
    assert (total.period.kind, total.value, total.hedge) == (PeriodKind.SINCE_START, 990440, Hedge.ABOUT)


def test_the_losses_of_the_side_that_counts_are_not_taken_for_its_foe_s():
    (claim,) = claims("Зеленський: Україна втратила 46 200 військових загиблими.")
    assert (claim.subject, claim.casualty_types) == ("Ukraine", ("killed",))


def test_two_counts_of_the_same_size_in_one_sentence_are_two_losses():
    told = claims("Two soldiers and two porters were killed when militants fired on an army lorry, police said.")
    assert [claim.value for claim in told] == [2, 2]


def test_they_whom_a_party_speaks_of_are_its_foe():
    told = claims('"They are losing 27,000 men every month," Zelensky told the interviewer.')
    assert [claim.subject for claim in told] == ["Russia"]


def test_what_follows_a_colon_is_no_base_of_the_share_before_it():
    told = claims("He claimed that Ukraine had lost half of its first army: 58,900 dead and 47,100 wounded.")
    assert [claim.value for claim in told] == [58900, 47100]

"""Sentences of the news in Ukrainian and Russian, in our own words. Expected: value, types, side, category."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.extract import extract
from dashboard.extract.gate import may_report_losses
from dashboard.extract.lexicon import losses
from dashboard.model import Document, Hedge, PeriodKind, Statistic
from tests.eval import known

NAMES = {"Volodymyr Zelensky": ("Зеленський", "Зеленский"), "Russian Ministry of Defence": ("Минобороны РФ",)}
LETTERS = {"killed": "k", "wounded": "w", "missing": "m", "captured": "c"}


def claims(text):
    registered = known.claimants()
    people = {name: replace(row, aliases=(*row.aliases, *NAMES.get(name, ()))) for name, row in registered.items()}
    return extract(Document("d", text, "A paper", date(2025, 6, 12)), people, known.conflict()).claims


def told(text):
    return [
        (
            claim.value,
            "".join(LETTERS[kind] for kind in LETTERS if kind in claim.casualty_types),
            claim.subject,
            claim.category,
        )
        for claim in claims(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Понад 31 тисяча українських солдатів загинули.", [(31000, "k", "Ukraine", "personnel")]),
        ("На фронте погибли 52 тысячи защитников Украины.", [(52000, "k", "Ukraine", "personnel")]),
        (
            "Зеленский назвал другие числа: 44 300 погибших украинских военных и 310 тысяч случаев ранений.",
            [(44300, "k", "Ukraine", "personnel"), (310000, "w", "Ukraine", "personnel")],
        ),
        ("В полон потрапили 640 військових РФ.", [(640, "c", "Russia", "personnel")]),
        ("Наші десантники взяли в полон 14 окупантів.", [(14, "c", "Russia", "personnel")]),
        ("Имена 930 мобилизованных, убитых на войне в Украине, известны.", [(930, "k", "Russia", "personnel")]),
        (
            "Унаслідок удару по місту загинули 7 людей, ще 19 мешканців поранено.",
            [(7, "k", "Ukraine", "civilians"), (19, "w", "Ukraine", "civilians")],
        ),
        ("Внаслідок атаки на Бєлгород загинули 2 людини.", [(2, "k", "Russia", "civilians")]),
        ("Армія Росії втратила 1 120 бійців, тоді як українська армія жодного.", [(1120, "", "Russia", "personnel")]),
        ("Российские военные уничтожили 45 военнослужащих ВСУ.", [(45, "", "Ukraine", "personnel")]),
        ("У полоні РФ перебувають 6 тисяч українських військовослужбовців.", [(6000, "c", "Ukraine", "personnel")]),
        ("Зниклими безвісти вважають багатьох, а бригада налічує 2000 бійців.", []),
        ("Торік втрати росіян убитими та пораненими перевищили 400 тисяч осіб.", [(400000, "", "Russia", "personnel")]),
    ],
)
def test_losses_in_ukrainian_and_russian(text, expected):
    assert told(text) == expected


def test_who_speaks_decides_who_the_foe_is():
    text = (
        "За сутки ВСУ потеряли 1310 человек, сообщили в Минобороны РФ. Потери противника на юге превысили 220 человек."
    )
    whole, part = claims(text)
    assert {whole.subject, part.subject} == {"Ukraine"}
    assert {whole.claimant, part.claimant} == {"Russian Ministry of Defence"}
    assert (part.period.kind, part.hedge) == (PeriodKind.DAY, Hedge.AT_LEAST)


def test_a_part_of_the_last_day_is_no_running_total():
    total, day = claims(
        "Станом на 3 липня Генштаб оцінює втрати росіян приблизно у 812 300 осіб, із них 940 - за добу."
    )
    assert (total.hedge, total.period.kind) == (Hedge.ABOUT, PeriodKind.SINCE_START)
    assert (day.value, day.period.kind) == (940, PeriodKind.DAY)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("За тиждень росіяни втратили 7 900 осіб.", PeriodKind.WEEK),
        ("В январе российская армия потеряла 47 900 человек.", PeriodKind.MONTH),
        ("З початку року ворог втратив 120 тисяч осіб.", PeriodKind.YEAR),
        ("Упродовж 2023 і 2024 років армія РФ втратила понад 600 тисяч військових.", PeriodKind.OTHER),
        ("4 лютого Зеленський сказав, що загинули 45 тисяч українських військових.", PeriodKind.SINCE_START),
    ],
)
def test_periods_in_ukrainian_and_russian(text, kind):
    assert [claim.period.kind for claim in claims(text)] == [kind]


def test_what_an_army_loses_every_day_is_a_rate():
    (claim,) = claims("Российская армия ежедневно теряет около 1150 солдат убитыми и ранеными.")
    assert (claim.statistic, claim.casualty_types) == (Statistic.MEAN_PER_DAY, ("killed", "wounded"))


def test_no_word_of_loss_is_stopped_at_the_gate():
    words = [*losses.PARTICIPLES, *losses.ACTIVE_VERBS, *losses.DIE_VERBS, *losses.NOUNS]
    assert [word for word in words if not may_report_losses(f"Twelve men were {word} there.")] == []

"""Text to claims, whole: fields, merging, the daily report, other languages, rejections, and hostile input."""

import random
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.extract import extract
from dashboard.extract.explain import explain, render
from dashboard.model import Basis, Document, Hedge, PeriodKind, Statistic
from tests.eval import known

CONFLICT, CLAIMANTS = known.conflict(), known.claimants()
DAY = date(2024, 11, 12)


def read(text, published=DAY, **more):
    return extract(Document("d", text, "A paper", published, **more), CLAIMANTS, CONFLICT)


def one(text, **more):
    claims = read(text, **more).claims
    assert len(claims) == 1, claims
    return claims[0]


def test_a_claim_carries_every_field_and_its_exact_place():
    text = "Figures\n\nRussia lost nearly 1,770 soldiers in just 24 hours, Ukraine's General Staff said."
    claim = one(text, url="https://example.org/a")
    assert (claim.value, claim.high, claim.hedge) == (1770, 1770, Hedge.NEARLY)
    assert (claim.subject, claim.category, claim.casualty_types) == ("Russia", "personnel", ())
    assert (claim.statistic, claim.period.kind, claim.basis) == (Statistic.TOTAL, PeriodKind.DAY, Basis.PUBLISHED)
    assert claim.period.start == claim.period.end == DAY
    assert claim.claimant == "General Staff of Ukraine"
    assert (claim.publisher, claim.published, claim.url) == ("A paper", DAY, "https://example.org/a")
    assert text[claim.figure.start : claim.figure.end] == "1,770"
    assert claim.claim_id == f"d:{claim.figure.start}"
    assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.text
    assert claim.evidence.start <= claim.figure.start < claim.figure.end <= claim.evidence.end


def test_a_claim_told_twice_is_one_and_takes_the_source_of_the_second():
    claim = one("Moscow loses 1,300 troops in a day\nMoscow lost 1,300 troops in a day, the General Staff said.")
    assert claim.claimant == "General Staff of Ukraine"


def test_split_counts_are_two_claims():
    claims = read("Zelensky said 43,000 Ukrainian soldiers had been killed and 370,000 wounded.").claims
    assert [(c.value, c.casualty_types, c.subject) for c in claims] == [
        (43000, ("killed",), "Ukraine"),
        (370000, ("wounded",), "Ukraine"),
    ]


def test_types_defined_in_the_next_sentence_are_taken():
    claim = one("Kyiv puts Russian casualties at over 710,000. These include killed, wounded, missing and captured.")
    assert claim.casualty_types == ("captured", "killed", "missing", "wounded")


def test_months_are_covered_and_totals_are_published():
    month = one("Russia lost 41,980 soldiers in October, John Healey said.")
    total = one("Russia has lost 710,660 troops since the start of the invasion, the General Staff said.")
    assert (month.basis, month.period.start, month.period.end) == (Basis.COVERS, date(2024, 10, 1), date(2024, 10, 31))
    assert (total.basis, total.period.start, total.period.end) == (Basis.PUBLISHED, date(2022, 2, 24), DAY)


def test_a_mean_per_day_is_no_total():
    claim = one("Russian casualties averaged 1,500 daily in October, Tony Radakin said.")
    assert (claim.statistic, claim.period.kind) == (Statistic.MEAN_PER_DAY, PeriodKind.MONTH)


def test_without_a_day_of_publication_dates_stay_open():
    claim = one("Russia lost 1,770 soldiers on Monday, the General Staff said.", published=None)
    assert (claim.period.kind, claim.period.start) == (PeriodKind.DAY, None)


def test_who_passes_a_figure_on_is_kept_apart_from_who_made_it():
    claim = one("The Pentagon said 9,000 Russian soldiers were killed, citing the General Staff of Ukraine.")
    assert claim.claimant == "General Staff of Ukraine"
    assert claim.relayed_by


LIST = """Загальні бойові втрати противника з 24.02.22 по 12.11.24 орієнтовно склали:
особового складу ‒ близько 712 610 (+1 950) осіб
танків ‒ 9 263 (+9) од.
бойових броньованих машин ‒ 18 700 (+17) од.
вертольотів / гелікоптерів – 329 (+0) од."""


def test_the_daily_list_gives_totals_and_increments_of_each_category():
    claims = {(c.category, c.period.kind): c for c in read(LIST, published=None).claims}
    total, day = claims["personnel", PeriodKind.SINCE_START], claims["personnel", PeriodKind.DAY]
    assert (total.value, total.hedge, total.period.end) == (712610, Hedge.ABOUT, DAY)
    assert (day.value, day.basis, day.period.start) == (1950, Basis.PUBLISHED, DAY)
    assert claims["tanks", PeriodKind.DAY].value == 9
    assert claims["helicopters", PeriodKind.DAY].value == 0
    assert {c.claimant for c in claims.values()} == {"General Staff of Ukraine"}


def test_another_language_is_refused_clearly():
    text = (
        "Die Armee teilte mit, dass bei den Kämpfen 500 Soldaten getötet und viele weitere verletzt worden seien. " * 3
    )
    found = read(text.replace("getötet", "getötet killed"))
    assert not found.claims
    assert "language" in found.rejections[0].reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Moscow lost men. It has massed a force of 50,000 soldiers.", "troop strength"),
        ("Losses mount; some 11,000 North Korean soldiers were sent.", "troop strength"),
        ("Killed and wounded aside, aid came to $106 billion.", "money"),
        ("Despite losses they took 1,146 square kilometers.", "area"),
        ("Russia could lose 100,000 soldiers by summer.", "forecast"),
        ("The aim was to kill 50,000 Russians a month.", "goal"),
        ("A quake killed 2,400 people in Herat.", "disaster"),
        ("A gunman killed 18 people in a mass shooting in Maine.", "crime"),
        ("More than 5,000 people were killed in traffic accidents.", "accident"),
        ("12 million people were displaced and many killed.", "displaced"),
        ("They swapped 206 captured soldiers in an exchange.", "exchange"),
    ],
)
def test_what_is_no_reported_loss_is_set_aside_with_the_reason(text, reason):
    found = read(text)
    assert not found.claims
    assert any(reason in r.reason for r in found.rejections), [r.reason for r in found.rejections]


def test_explain_names_the_rule_behind_each_figure():
    document = Document("d", "Russia lost 640 troops in a day, Kyiv said. It has massed 50,000 soldiers.", None, DAY)
    told = explain(document, CLAIMANTS, CONFLICT)
    assert [bool(e.claim) for e in told] == [True, False]
    page = render(document, told)
    assert "rule: lose, figure" in page
    assert "troop strength" in page


SEEDS = [
    "killed",
    "1,770",
    " soldiers",
    "losses of ",
    "in ",
    "2024",
    "-",
    "(+",
    "General Staff said ",
    ", ",
    "\n",
    "²",
    "٣",
    "&amp;",
    "between ",
    "and ",
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(st.sampled_from(SEEDS), st.text(max_size=12)), max_size=40).map("".join))
def test_any_text_is_read_without_a_crash_and_every_span_is_exact(text):
    found = read(text)
    for item in (*found.claims, *found.rejections):
        assert text[item.evidence.start : item.evidence.end] == item.evidence.text
        assert len(item.evidence.text) <= 300


HOSTILE = [
    "1 " * 50000 + "killed",
    "1," * 50000 + "killed",
    "killed 5 " * 12000,
    "said that " * 10000 + "500 were killed",
    "X, " * 30000 + "said 5 were killed",
    "since the " * 10000 + "5 killed",
    "(" * 50000 + "5 killed" + ")" * 50000,
    "in May and " * 9000 + "5 killed",
    "more than " * 10000 + "5 killed",
    "а" * 50000 + " втратив 5 осіб",
    "â€™" * 30000 + "5 killed",
    "tanks - 5 (" * 9000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hundred_kilobytes_of_hostile_text_take_less_than_a_few_seconds(text):
    start = time.process_time()
    read(text)
    assert time.process_time() - start < 5


def test_shuffled_words_of_a_report_do_not_crash():
    words = (Path(__file__).read_text(encoding="utf-8") * 3).split()
    random.Random(1).shuffle(words)
    read(" ".join(words))

"""Spans that end "now" end on the day on which somebody spoke, not on that of the article. Figures are made up."""

from datetime import date

import pytest

from dashboard.extract import extract
from dashboard.model import Basis, Document
from tests.eval import known

WEDNESDAY = date(2025, 6, 11)


def period(text, published=WEDNESDAY):
    (claim,) = extract(Document("d", text, "A paper", published), known.claimants(), known.conflict()).claims
    return claim.period.start, claim.period.end, claim.basis


@pytest.mark.parametrize(
    "text",
    [
        "Russia lost 1,340 troops in the past 24 hours, Ukraine's General Staff said on Monday.",
        "Ukraine's General Staff said on Monday that Russia had lost 1,340 troops over the past day.",
        "Ukraine's General Staff reported on June 9 that Russia lost 1,340 soldiers in the past day.",
        "Kyiv said on Monday that Russian losses reached a daily record of 1,340.",
        "The new daily high of Russian soldiers killed or wounded reached 1,340 on Monday, Kyiv said.",
    ],
)
def test_a_day_told_on_monday_is_that_of_mondays_report(text):
    assert period(text) == (date(2025, 6, 9), date(2025, 6, 9), Basis.PUBLISHED)


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine's General Staff said today that Russia lost 1,340 soldiers in the past day.",
        "Russia lost 1,340 soldiers in the past day, Ukraine's General Staff said.",
        "Kyiv said that Russian losses reached a daily record of 1,340.",
    ],
)
def test_what_is_told_today_or_on_no_day_is_of_the_articles_day(text):
    assert period(text) == (WEDNESDAY, WEDNESDAY, Basis.PUBLISHED)


def test_a_running_total_ends_on_the_day_of_a_statement_long_ago():
    told = (
        "In a statement on 24 February 2023, Ukraine's General Staff said Russia had lost 151,000 troops since the "
        "start of the invasion."
    )
    assert period(told)[1] == date(2023, 2, 24)
    assert period(told, None)[1] == date(2023, 2, 24)


def test_a_span_of_two_days_ends_on_the_day_of_the_statement():
    told = "Ukraine's General Staff said on Monday that Russia had lost 2,600 troops in the past 48 hours."
    assert period(told)[:2] == (date(2025, 6, 8), date(2025, 6, 9))


def test_a_past_day_stays_its_own():
    told = "The General Staff said on Tuesday that 30 Russian soldiers were killed on Monday."
    assert period(told)[:2] == (date(2025, 6, 9), date(2025, 6, 9))

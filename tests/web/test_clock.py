"""The day that a server takes for today changes what it says of the data's age, and no figure."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dashboard.web import create_app

from .conftest import TODAY

ASKED = (
    "/api/series?start=2024-10-01",
    "/api/comparison?start=2024-10-01&end=2024-12-31",
    "/figures/daily",
    "/figures/months",
)
DAYS = {
    "a day early": TODAY - timedelta(days=1),
    "a day late": TODAY + timedelta(days=1),
    "the last day of a year": date(2026, 12, 31),
    "the first day of a year": date(2027, 1, 1),
    "the day on which summer time begins": date(2027, 3, 28),
    "the day on which it ends": date(2026, 10, 25),
    "a leap day": date(2028, 2, 29),
    "a clock that was never set": date(1970, 1, 1),
}


def answers(losses, today):
    client = create_app(losses, lambda: today).server.test_client()
    return [client.get(path).get_etag()[0] for path in ASKED]


@pytest.mark.parametrize("when", DAYS)
def test_no_figure_depends_on_the_day_of_the_clock(losses, client, when):
    assert answers(losses, DAYS[when]) == [client.get(path).get_etag()[0] for path in ASKED]

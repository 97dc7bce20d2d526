"""As of an earlier day every page shows what had been published by then, and nothing that came later."""

import re
from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import unquote

import pandas as pd
import pytest

from dashboard.charts import NAMES
from dashboard.export.verifying import AS_OF, DATA, FIGURES, VIEW
from dashboard.figure import Style
from dashboard.model import Period, PeriodKind
from dashboard.store import open_store
from dashboard.sync import sync_from
from dashboard.web.calendar import summary
from dashboard.web.claim_rows import sheet as claims_sheet
from dashboard.web.editions import Editions, fixed, stored
from dashboard.web.finding import finding
from dashboard.web.moments import parse_day
from dashboard.web.pages import compare, data, equipment, estimates
from dashboard.web.pages.overview import told
from dashboard.web.picture import texts
from dashboard.web.printing import asked_by
from dashboard.web.view import View

from .conftest import ROOT, TODAY
from .madeup import SYNCED, dataset
from .test_pieces import words_of

DAYS = (date(2023, 10, 25), date(2024, 11, 12), date(2025, 2, 3))
PAGES = {
    "overview": lambda asked: [told(asked.losses, asked.view, finding(asked.losses, asked.view), TODAY)],
    "sums": lambda asked: summary(asked, "/"),
    "compare": lambda asked: [*compare.finding(asked), compare.months_table(asked)],
    "estimates": lambda asked: [
        *estimates.told(estimates.numbers_of(asked), asked.view),
        *estimates.latest_tables(asked, estimates.numbers_of(asked)),
    ],
    "claims": lambda asked: [f"claim={key}" for key in claims_sheet(asked).rows],
    "data": lambda asked: data.shown(asked.edition, asked.view),
}


@pytest.fixture(scope="module")
def editions(losses) -> Editions:
    return Editions(fixed(losses))


def late(losses, ids, day: date) -> list[str]:
    """Those of the claims and reports that were published after the day, or on no day that is known."""
    reports = losses.observations.set_index("observation_id")["published"]
    claims = {claim.claim_id: claim.published for claim in losses.claims}
    days = {
        key: claims[key] if key in claims else reports[key].date() for key in ids if key in claims or key in reports
    }
    return [key for key, when in days.items() if when is None or when > day]


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("page", PAGES)
def test_no_page_leads_to_what_was_published_later(editions, page, day):
    asked = editions.asked(f"as_of={day}")
    ids = {unquote(found) for found in re.findall(r"claim=([^&\"\\]+)", words_of(PAGES[page](asked)))}
    assert ids or page in ("sums", "data")
    assert late(asked.losses, ids, day) == []


@pytest.mark.parametrize("day", DAYS)
def test_no_chart_shows_what_was_published_later(editions, day):
    asked = editions.asked(f"as_of={day}")
    for name, chart in asked.edition.drawn.charts.items():
        figure = asked.edition.drawn.figure(name, asked.view, Style())
        cells = [cell for trace in figure.data for cell in (() if trace.customdata is None else trace.customdata)]
        assert late(asked.losses, {str(cell[0]) for cell in cells}, day) == [], name
        table = chart.table(chart.prepare(asked.view))
        if "published" in table:
            assert table["published"].dropna().max() <= pd.Timestamp(day), name


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_verifies_against_the_data_it_was_made_from(editions, name):
    drawn = editions.asked("").edition.drawn
    made = texts(drawn, name, View(), "")
    again = asked_by(made[VIEW], made[AS_OF])
    assert again == (name, View(as_of=parse_day(made[AS_OF])))
    assert texts(drawn, *again, "")[FIGURES] == made[FIGURES]
    assert texts(drawn, *again, "")[DATA] == made[DATA]


def test_an_estimate_that_others_repeated_later_stays_where_the_earlier_one_was_known(losses):
    row = next(claim for claim in losses.estimates if claim.claimant == losses.conflict.compare_with)
    period = Period(PeriodKind.MONTH, date(2024, 5, 1), date(2024, 5, 31))
    first = replace(row, claim_id="first", value=31_415, period=period, published=date(2024, 6, 3), series="")
    again = replace(first, claim_id="again", published=date(2025, 6, 3), series="x_monthly_chart")
    told_twice = Editions(fixed(replace(losses, estimates=(*losses.estimates, first, again))))
    words = words_of(compare.months_table(told_twice.asked("as_of=2024-07-01")))
    assert "claim=first" in words
    assert "claim=again" not in words


def test_claimants_and_what_was_set_aside_are_those_known_by_the_day(editions, losses):
    asked = editions.asked("as_of=2023-10-25")
    newest = [row[4] for row in data.sources(asked).rows]
    assert "22 Oct 2023" in newest
    assert [words for words in newest if parse_day(words) > date(2023, 10, 25)] == []
    assert data.rejected(asked).rows == []
    assert "Feb 2025" not in words_of(data.shown(asked.edition, asked.view))


def test_equipment_is_listed_still_where_it_was_listed_then(tmp_path):
    store = open_store(str(tmp_path / "losses.db"))
    sync_from(str(dataset(tmp_path / "made-up", days=120)), store, SYNCED + timedelta(days=90))
    asked = Editions(stored(ROOT / "data", store)).asked("as_of=2026-01-10")
    tanks = equipment.sheet(asked).rows["tanks"]
    assert (tanks["Last day"], tanks["7-day mean"]) == (2, 2)
    assert tanks["Listed"] == "since 1 Jan 2026"


def test_the_data_page_names_the_newest_report_of_the_day(editions):
    words = words_of(data.head(editions.asked("as_of=2024-11-12"), TODAY))
    assert "As of 12 Nov 2024 the newest report was published 636 days ago, on 12 Nov 2024" in words

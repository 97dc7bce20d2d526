"""The page of an archive: a hundred rows at a time, sorted and filtered by the server, whatever their number."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from dashboard.archive.asking import Archive
from dashboard.web.application import assemble
from dashboard.web.editions import Editions, fixed
from dashboard.web.pages.archive import answer
from tests.archive.many import made_up

from .conftest import TODAY, serving

MANY = 30_000


@pytest.fixture(scope="module")
def archive(tmp_path_factory) -> Archive:
    return Archive(str(made_up(tmp_path_factory.mktemp("many") / "out", MANY)))


@pytest.fixture(scope="module")
def page(archive, losses, browser):
    with serving(assemble(Editions(fixed(losses)), lambda: TODAY, archive=archive)) as address:
        view = browser.new_page()
        view.goto(f"{address}/archive")
        view.wait_for_selector('.ag-row [col-id="value"]')  # rows stand empty until their block has come
        yield view
        view.close()


def request(first: int = 0, **more) -> dict:
    return {"startRow": first, "endRow": first + 100, "sortModel": [], "filterModel": {}} | more


def text(words: str) -> dict:
    return {"filterType": "text", "type": "contains", "filter": words}


def test_a_block_of_rows_comes_with_the_number_of_all(archive):
    told = answer(archive, request(29_950))
    assert (len(told["rowData"]), told["rowCount"]) == (50, MANY)


def test_filters_and_order_are_the_servers(archive):
    model = {"claimant": text("Staff 7"), "published": {"dateFrom": "2024-03-01 00:00:00", "dateTo": "2024-03-31"}}
    told = answer(archive, request(sortModel=[{"colId": "value", "sort": "desc"}], filterModel=model))
    assert 0 < told["rowCount"] < MANY / 12
    assert all(row["published"].endswith("Mar 2024") and "Staff 7" in row["claimant"] for row in told["rowData"])
    figures = [float(row["value"].replace(",", "")) for row in told["rowData"]]
    assert figures == sorted(figures, reverse=True)


@pytest.mark.parametrize(
    "odd",
    [
        {}, {"startRow": "x", "endRow": None}, {"startRow": -5, "endRow": 10**30}, {"startRow": 5, "endRow": 1},
        {"filterModel": [1]}, {"filterModel": {"evidence": text("'; --"), "other": 1, "claimant": {"filter": 7}}},
        {"sortModel": [{"colId": "value; DROP TABLE claims", "sort": "desc"}]}, {"sortModel": "x"},
        {"filterModel": {"published": {"dateFrom": "2024-99-99"}}},
    ],
)  # fmt: skip
def test_what_no_table_asks_is_answered_all_the_same(archive, odd):
    assert len(answer(archive, odd)["rowData"]) <= 500
    assert archive.count() == MANY


@pytest.mark.browser
def test_the_table_shows_what_the_archive_holds_and_what_a_filter_leaves(page):
    assert f"{MANY:,} claims" in page.inner_text("main")
    shown = page.locator('.ag-row [col-id="claimant"]')
    expect(shown.first).to_contain_text("Made-up Staff", use_inner_text=True)
    page.locator('.ag-floating-filter input[aria-label^="Claimant"]').fill("Staff 39")
    page.wait_for_function("""() => {
        const cells = [...document.querySelectorAll('.ag-row [col-id=claimant]')];
        return cells.length > 0 && cells.every(one => one.innerText.includes("Staff 39"));
    }""")


@pytest.mark.browser
def test_the_page_is_linked_from_the_navigation(page):
    expect(page.locator('nav a[href="/archive"]')).to_have_count(1)


@pytest.mark.browser
def test_what_is_asked_of_the_table_stands_in_the_address(page):
    page.locator('.ag-floating-filter input[aria-label^="Claimant"]').fill("Staff 38")
    page.wait_for_function(
        "() => decodeURIComponent(location.search).includes('archive+where+claimant+contains+Staff+38')"
    )
    page.reload()
    page.wait_for_function("""() => {
        const cells = [...document.querySelectorAll('.ag-row [col-id=claimant]')];
        return cells.length > 0 && cells.every(one => one.innerText.includes("Staff 38"));
    }""")


@pytest.mark.browser
def test_all_pages_stand_in_one_row_beside_the_name(page):
    page.set_viewport_size({"width": 1200, "height": 800})
    tops = (
        "() => ['.name', '.top nav', '#theme-switch'].map(one => document.querySelector(one).getBoundingClientRect())"
    )
    name, nav, switch = page.evaluate(tops)
    assert nav["height"] < 60
    assert nav["left"] > name["right"]
    assert switch["left"] > nav["right"]


@pytest.mark.browser
def test_on_paper_the_rows_that_have_come_are_a_plain_table(page):
    expect(page.locator('.ag-row [col-id="claimant"]').first).to_contain_text("Made-up Staff")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator(".on-paper caption")).to_contain_text("The first 100 of ")
    expect(page.locator(".on-paper tbody tr")).to_have_count(100)
    expect(page.locator(".on-paper tbody tr").first).to_contain_text("Made-up Staff")
    page.emulate_media(media="screen")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".on-paper")).to_have_count(0)

"""What is chosen of a table stands in the address: a copied link shows the same, and so does Back."""

from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from .visits import visiting

pytestmark = pytest.mark.browser
HOLDS = "text => decodeURIComponent(location.search.replace(/[+]/g, ' ')).includes(text)"


def first_figures(page):
    return page.locator('.ag-center-cols-container .ag-row[row-index="0"] .ag-cell[col-id="figure"]')


def test_order_and_filters_of_the_claims_are_shown_by_a_copied_link_and_by_back(browser, address):
    with visiting(browser, address) as visit:
        page = visit.page
        visit.go("/claims")
        page.locator('.ag-header-cell[col-id="claimant"] .ag-header-cell-filter-button').click()
        page.get_by_role("textbox", name="Filter Value").first.fill("UK Defence")
        page.wait_for_function(HOLDS, arg="claims where claimant contains UK Defence")
        page.keyboard.press("Escape")
        figure = page.locator('.ag-header-cell[col-id="figure"]')
        figure.locator(".ag-header-cell-text").click()
        figure.locator(".ag-header-cell-text").click()
        page.wait_for_function(HOLDS, arg="claims sort figure down")
        visit.settle()
        status, copied = page.locator("#claims-tools .status"), page.url
        told, top = status.inner_text(), first_figures(page).inner_text()
        assert told.endswith(" rows fit.")
        first_figures(page).locator("a").click()
        page.wait_for_url("**/document?claim=*")
        assert "rows" not in visit.query()
        page.go_back()
        for _ in range(2):
            expect(status).to_have_text(told)
            expect(first_figures(page)).to_have_text(top)
            expect(figure).to_have_attribute("aria-sort", "descending")
            page.goto("about:blank")
            page.goto(copied)
        assert visit.complaints == []


def test_what_an_address_asks_of_the_claims_and_cannot_mean_is_left_out(browser, address):
    asked = [
        "claims where figure greaterThan many",
        "claims where published inRange 2024-10-01",
        "claims where nothing contains x",
        "claims where claimant explodes x",
        "claims sort nothing down",
        "months where %",
        "claims",
        "claims where verdict contains equal~or~contains record~or~contains x",
    ]
    with visiting(browser, address) as visit:
        visit.go("/claims?" + "&".join(f"rows={quote(one)}" for one in asked))
        expect(visit.page.locator("#claims-count")).to_contain_text("All ")
        expect(visit.page.locator(".ag-row").first).to_contain_text("Russia")
        expect(visit.page.locator("#claims-tools .status")).to_have_text("")
        assert visit.complaints == []


def test_what_is_chosen_of_a_plain_table_stands_in_the_address_and_goes_along(browser, address):
    with visiting(browser, address) as visit:
        page, part = visit.page, visit.page.locator("#months-table")
        visit.go("/compare")
        part.get_by_label("Search").fill("uk")
        part.locator("summary", has_text="Filter").click()
        part.locator(".filters").get_by_label("Month", exact=True).fill("> Oct 2024")
        page.keyboard.press("Escape")
        part.get_by_role("button", name="Difference").click()
        page.wait_for_function(HOLDS, arg="months where month > Oct 2024")
        page.wait_for_function(HOLDS, arg="months sort difference down")
        page.wait_for_function(HOLDS, arg="months search uk")
        told, top = part.locator(".status").inner_text(), part.locator("tbody tr").first.inner_text()
        copied = page.url
        page.get_by_role("link", name="day published").click()
        page.wait_for_function(HOLDS, arg="basis=published")
        page.wait_for_function(HOLDS, arg="months search uk")
        expect(part.locator("summary", has_text="Filter (1)")).to_be_visible()
        part.get_by_label("Search").fill("")
        page.wait_for_function("() => !location.search.includes('search')")
        page.go_back()
        expect(part.get_by_label("Search")).to_have_value("uk")
        visit.settle()
        page.goto("about:blank")
        page.goto(copied)
        expect(part.locator(".status")).to_have_text(told)
        expect(part.locator("tbody tr").first).to_have_text(top, use_inner_text=True)
        expect(part.get_by_label("Search")).to_have_value("uk")
        field = page.get_by_label("From", exact=True)
        field.fill("1 Oct 2024")
        field.press("Enter")
        page.wait_for_function(HOLDS, arg="start=2024-10-01")
        page.wait_for_function(HOLDS, arg="months search uk")
        page.get_by_role("link", name="Claims", exact=True).click()
        page.wait_for_url("**/claims?start=2024-10-01")
        assert visit.complaints == []


def test_a_menu_of_a_table_lies_within_a_phone(browser, address):
    with visiting(browser, address, "phone") as visit:
        visit.go("/compare")
        for name in ("Filter", "Columns"):
            visit.page.locator("#months-table summary", has_text=name).click()
            expect(visit.page.locator("#months-table .menu[open] .unfolded")).to_be_visible()
            sides = "() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
            across, window = visit.page.evaluate(sides)
            assert across == window, name
            visit.page.keyboard.press("Escape")

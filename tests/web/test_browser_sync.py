"""The synced series in a real browser: brought in by the button, followed by the pages, chosen by category."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from dashboard.store import open_store
from dashboard.web.application import assemble
from dashboard.web.editions import Editions, stored

from .conftest import ROOT, TODAY, serving
from .madeup import dataset
from .visits import visiting

pytestmark = pytest.mark.browser


def app_over(folder, source):
    """The dashboard over an empty store, whose operator syncs from `source`."""
    editions = Editions(stored(ROOT / "data", open_store(str(folder / "losses.db"))))
    return assemble(editions, lambda: TODAY, sync_source=str(source))


def press(visit):
    visit.page.get_by_role("button", name="Bring up to date").click()
    visit.page.locator("#sync-result li").first.wait_for()
    visit.settle()


def broken_rules(visit) -> list:
    return [(v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in Axe().run(visit.page).response["violations"]]


def test_the_button_brings_the_series_in_and_every_page_follows(browser, tmp_path):
    with (
        serving(app_over(tmp_path, dataset(tmp_path / "made-up"))) as address,
        visiting(browser, address, theme="dark") as visit,
    ):
        visit.go("/data")
        expect(visit.page.locator("#data-head")).to_contain_text("In use: the register that ships", use_inner_text=True)
        press(visit)
        expect(visit.page.locator("#sync-result")).to_contain_text(
            "Added: 40 reports of personnel", use_inner_text=True
        )
        visit.page.get_by_text("In use: the synced dataset").wait_for()
        expect(visit.page.locator("#data-to")).to_have_text("Data to 9 Feb 2026", use_inner_text=True)
        assert broken_rules(visit) == []
        visit.page.get_by_role("navigation").get_by_role("link", name="Equipment").click()
        visit.page.get_by_role("link", name="Tanks").wait_for()
        visit.settle()
        assert broken_rules(visit) == []
        visit.page.get_by_role("link", name="Tanks").click()
        visit.page.wait_for_url("**/?category=tanks")
        visit.settle()
        assert visit.heading() == "Tanks: 2 reported for 8 Feb 2026, close to the 7-day mean."
        chosen = visit.page.get_by_label("Losses of", exact=True)
        assert chosen.evaluate("e => e.selectedOptions[0].textContent") == "Tanks"
        assert visit.page.locator(".chart h2").first.inner_text().startswith("Tanks: ")
        assert broken_rules(visit) == []
        chosen.select_option(label="Personnel")
        visit.page.wait_for_function("() => window.location.search === ''")
        visit.settle()
        assert visit.heading().startswith("1,000 reported for 8 Feb 2026")
        visit.page.go_back()
        visit.page.wait_for_url("**/?category=tanks")
        visit.settle()
        assert chosen.evaluate("e => e.selectedOptions[0].textContent") == "Tanks"
        assert visit.complaints == []


def test_without_a_network_the_page_says_so_and_keeps_its_figures(browser, tmp_path):
    with serving(app_over(tmp_path, "http://127.0.0.1:9/")) as address, visiting(browser, address, "phone") as visit:
        visit.go("/data")
        press(visit)
        said = visit.page.locator("#sync-result").inner_text()
        assert "could not be fetched" in said
        assert "The figures shown stay as they were." in said
        assert visit.page.get_by_role("button", name="Bring up to date").is_enabled()
        expect(visit.page.locator("#data-head")).to_contain_text("In use: the register that ships", use_inner_text=True)
        assert visit.complaints == []

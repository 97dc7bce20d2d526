"""Packs and pictures as a reader makes them: chosen, ordered, captioned, followed, cancelled and saved; by keyboard."""

from __future__ import annotations

import time
from xml.etree import ElementTree

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from pptx import Presentation

from dashboard.web import create_app

from .conftest import TODAY, serving
from .visits import visiting

pytestmark = pytest.mark.browser
WATCH = """() => {
  window.told = [];
  const status = document.querySelector('.pack [role=status]');
  new MutationObserver(() => window.told.push(status.textContent)).observe(status, { childList: true });
}"""
NOVEMBER = "?start=2024-11-01&end=2024-11-30"


@pytest.fixture
def own(losses):
    """A server of its own: how often one may ask is counted by server."""
    with serving(create_app(losses, lambda: TODAY)) as address:
        yield address


def broken_rules(visit) -> list:
    return [(v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in Axe().run(visit.page).response["violations"]]


def opened(visit) -> None:
    visit.go("/pack" + NOVEMBER)
    visit.page.locator(".pack form").wait_for()


def test_a_pack_is_chosen_ordered_captioned_made_and_saved_by_keyboard_alone(browser, own, tmp_path) -> None:
    with visiting(browser, own) as visit:
        visit.go("/")
        visit.page.get_by_role("navigation", name="Pages").get_by_role("link", name="Pack").click()
        visit.page.locator(".pack form").wait_for()
        visit.settle()
        opened(visit)
        page = visit.page
        for name in ("Calendar of days", "Estimates", "Months compared", "Claims over their days", "Daily figures"):
            page.get_by_label(name, exact=True).press("Space")
        for _ in range(2):
            page.get_by_role("button", name="Move Running total up").press("Enter")
        expect(page.locator(".pack [role=status]")).to_contain_text(
            "Running total is now number 2", use_inner_text=True
        )
        page.get_by_label("Caption of Running total").fill("Mind the gaps")
        page.evaluate(WATCH)
        with page.expect_download(timeout=120_000) as saved:
            page.get_by_role("button", name="Make the pack").press("Enter")
        page.get_by_text("Saved as reported-losses_2024-11-01_to_2024-11-30_slide_light.pptx").wait_for()
        assert page.evaluate("document.activeElement.textContent") == "Make the pack"
        saved.value.save_as(tmp_path / "made.pptx")
        titles = [slide.shapes.title.text for slide in Presentation(tmp_path / "made.pptx").slides]
        assert len(titles) == 2
        assert titles[0].startswith("742,130 reported in all by 30 Nov 2024")
        assert page.evaluate("window.told").count("Drawing 2 of 2 …") == 1
        assert visit.complaints == []


def test_the_progress_is_seen_and_a_cancelled_pack_saves_nothing(browser, own) -> None:
    with visiting(browser, own) as visit:
        opened(visit)
        page = visit.page
        downloads = []
        page.on("download", lambda one: downloads.append(one))
        page.get_by_role("button", name="Make the pack").click()
        page.get_by_text("Drawing 1 of 7").wait_for()  # while the server's browser starts
        expect(page.get_by_role("progressbar", name="Progress of the pack")).to_be_visible()
        assert page.evaluate("document.activeElement.textContent") == "Cancel"
        page.keyboard.press("Enter")
        page.get_by_text("Cancelled; nothing was saved.").wait_for()
        time.sleep(1)
        assert downloads == []
        assert page.get_by_role("button", name="Make the pack").is_enabled()


def test_a_pack_of_nothing_and_one_that_fails_are_told_in_words(browser, own) -> None:
    with visiting(browser, own) as visit:
        opened(visit)
        page = visit.page
        page.route("**/pack/make", lambda route: route.abort())
        page.get_by_role("button", name="Make the pack").click()
        page.get_by_text("The server did not answer; try again.").wait_for()
        page.unroute("**/pack/make")
        for box in page.get_by_role("checkbox").all():
            box.uncheck()
        page.get_by_role("button", name="Make the pack").click()
        page.get_by_text("Choose at least one chart.").wait_for()


@pytest.mark.parametrize(("size", "theme"), [("desk", "light"), ("desk", "dark"), ("phone", "light")])
def test_the_page_breaks_no_rule_of_accessibility_and_runs_over_no_edge(browser, own, size, theme) -> None:
    with visiting(browser, own, size=size, theme=theme) as visit:
        opened(visit)
        assert broken_rules(visit) == []
        assert visit.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert visit.complaints == []


def test_without_a_browser_on_the_server_the_page_says_what_to_do_and_charts_still_save(
    browser, own, monkeypatch, tmp_path
) -> None:
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "nothing"))
    with visiting(browser, own) as visit:
        visit.go("/pack")
        visit.page.get_by_text("This server has no browser to draw with.").wait_for()
        assert broken_rules(visit) == []
        visit.go("/")
        with visit.page.expect_download() as saved:
            visit.page.get_by_role("button", name="as SVG").first.click()
        assert saved.value.suggested_filename.endswith(".svg")
        visit.page.get_by_role("button", name="as PDF").first.click()
        visit.page.get_by_text("No Chromium, Chrome or Edge was found").wait_for()


def test_a_chart_saves_as_svg_by_the_reader_s_browser_and_as_pdf_by_the_server(browser, own, tmp_path) -> None:
    with visiting(browser, own) as visit:
        visit.go("/" + NOVEMBER)
        card = visit.page.locator('[data-chart="daily"]')
        with visit.page.expect_download() as drawn:
            card.get_by_role("button", name="as SVG").click()
        drawn.value.save_as(tmp_path / "daily.svg")
        root = ElementTree.parse(tmp_path / "daily.svg").getroot()
        told = {text.get("name"): text.text for text in root.iter("{urn:reported-losses}text")}
        assert told["losses:view"] == "chart=daily&start=2024-11-01&end=2024-11-30"
        assert root.findtext("{http://www.w3.org/2000/svg}title") == told["Title"]
        assert drawn.value.suggested_filename.endswith(".svg")
        with visit.page.expect_download(timeout=60_000) as printed:
            card.get_by_role("button", name="as PDF").click()
        printed.value.save_as(tmp_path / "daily.pdf")
        assert (tmp_path / "daily.pdf").read_bytes().startswith(b"%PDF-")
        card.get_by_text("Saved as daily_2024-11-01_to_2024-11-30_wide_light.pdf.").wait_for()
        assert visit.complaints == []

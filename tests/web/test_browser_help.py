"""Help in place, the introduction, paper and zoom, and what axe finds, on every page in a real browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from .test_browser import LOOKS, PAGES
from .visits import visiting

pytestmark = pytest.mark.browser
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_accessibility_rule_is_broken_on_a_phone(browser, address, theme):
    with visiting(browser, address, "phone", theme) as visit:
        for path in PAGES:
            visit.go(path)
            assert violations(visit.page) == [], path


@pytest.mark.parametrize(("size", "theme"), LOOKS)
def test_what_opens_breaks_no_accessibility_rule(browser, address, size, theme):
    with visiting(browser, address, size, theme) as visit:
        visit.go("/claims?group=claimant")
        menu = visit.page.locator("#claims-tools details.menu summary")
        menu.click()
        assert violations(visit.page) == []
        menu.click()  # on a phone the open menu lies over the first group
        visit.page.locator("#claims-groups summary").first.click()
        assert violations(visit.page) == []
        visit.go("/?start=2024-10-01&end=2024-11-12")
        visit.page.get_by_text("The figures of this chart as a table").first.click()
        visit.page.locator(".chart table").first.wait_for()
        visit.page.locator("button.term").first.click()
        assert violations(visit.page) == []


def violations(page) -> list:
    found = Axe().run(page).response["violations"]
    return [(one["id"], [node["html"][:160] for node in one["nodes"][:3]]) for one in found]


@pytest.mark.parametrize("path", PAGES)
def test_at_twice_the_size_nothing_runs_out_of_the_window(browser, address, path):
    with visiting(browser, address) as visit:
        visit.page.set_viewport_size({"width": 720, "height": 450})
        visit.go(path)
        assert visit.page.evaluate(TOO_WIDE) <= 0


def test_a_word_opens_by_keyboard_and_closes_with_the_focus_kept(browser, address):
    with visiting(browser, address) as visit:
        visit.go("/claims")
        word = visit.page.get_by_role("button", name="hedge", exact=True)
        word.focus()
        visit.page.keyboard.press("Enter")
        note = visit.page.locator("#term-note")
        note.wait_for()
        expect(note).to_contain_text("loosens a number", use_inner_text=True)
        expect(word).to_have_attribute("aria-expanded", "true")
        expect(word).to_have_attribute("aria-describedby", "term-note")
        visit.page.keyboard.press("Escape")
        expect(note).to_have_count(0)
        assert word.evaluate("e => e === document.activeElement")


@pytest.mark.parametrize("size", ["desk", "phone"])
def test_a_word_opens_inside_the_window_and_leads_to_its_entry(browser, address, size):
    with visiting(browser, address, size) as visit:
        visit.go("/claims")
        visit.page.get_by_role("button", name="record", exact=True).click()
        box = visit.page.locator("#term-note").bounding_box()
        width = visit.page.viewport_size["width"]
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        visit.page.get_by_role("link", name="All words").click()
        visit.page.wait_for_url("**/help#term-record")
        visit.settle()
        visit.page.wait_for_function(
            "() => { const box = document.getElementById('term-record').getBoundingClientRect();"
            " return box.top >= 0 && box.top < window.innerHeight; }"
        )


def test_the_introduction_is_shown_until_it_is_dismissed(browser, address):
    with visiting(browser, address) as visit:
        visit.go("/")
        introduction = visit.page.get_by_role("complementary", name="Introduction")
        expect(introduction).to_be_visible()
        visit.page.get_by_role("button", name="Got it").click()
        expect(introduction).to_be_hidden()
        visit.go("/data")
        expect(introduction).to_be_hidden()


def test_the_first_tab_skips_to_the_content(browser, address):
    with visiting(browser, address) as visit:
        visit.go("/")
        visit.page.keyboard.press("Tab")
        assert visit.page.evaluate("document.activeElement.textContent") == "Skip to the content"
        visit.page.keyboard.press("Enter")
        assert visit.page.evaluate("document.activeElement.id") == "content"


@pytest.mark.parametrize("path", ["/", "/compare", "/claims?q=Healey", "/document?id=back-to-back-1950"])
def test_paper_is_light_without_controls_and_cuts_nothing(browser, address, path):
    with visiting(browser, address, "desk", "dark") as visit:
        visit.go(path)
        visit.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        visit.page.emulate_media(media="print", color_scheme="dark")
        visit.page.set_viewport_size({"width": 718, "height": 1000})
        assert visit.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert visit.page.evaluate(TOO_WIDE) <= 0
        for control in ("#controls", ".tools", "#theme-switch", ".introduction", "nav#pages"):
            for part in visit.page.locator(control).all():
                expect(part).to_be_hidden()
        for chart in visit.page.locator(".chart-body").all():
            assert chart.bounding_box()["width"] <= 718
        if path.startswith("/claims"):
            expect(visit.page.locator(".on-paper table")).to_contain_text("41,980", use_inner_text=True)


def test_motion_is_left_out_for_those_who_ask(browser, address):
    with visiting(browser, address) as visit:
        visit.page.emulate_media(reduced_motion="reduce")
        visit.go("/")
        moving = "[...document.querySelectorAll('*')].filter(e => getComputedStyle(e).animationName !== 'none').length"
        assert visit.page.evaluate(moving) == 0

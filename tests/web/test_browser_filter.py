"""The filter bar in a real browser: each choice is made by hand, stands in the address, and comes back from it."""

import re
from urllib.parse import unquote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from .visits import visiting

pytestmark = pytest.mark.browser

# The answer to the address before, which comes when another name was ticked already.
LATE = """() => {
  const names = [...document.querySelectorAll("#narrow-claimant input")].map(box => box.value);
  const told = { offered: names, chosen: ["Tony Radakin"] };
  window.dash_clientside.lossesFilter.narrowing({ claimant: told, definition: { offered: [], chosen: [] } });
}"""


def chosen(visit, group: str) -> str:
    return visit.page.locator(f"#control-{group} [aria-current]").inner_text()


def test_the_resolution_is_chosen_and_back_undoes_it(browser, address):
    with visiting(browser, address) as visit:
        visit.go("/")
        visit.page.get_by_role("link", name="week", exact=True).click()
        visit.page.wait_for_url("**/?by=week")
        visit.settle()
        assert chosen(visit, "resolution") == "week"
        expect(visit.page.locator("#shown")).to_contain_text(", by week,", use_inner_text=True)
        visit.page.go_back()
        visit.page.wait_for_url(address + "/")
        visit.settle()
        assert chosen(visit, "resolution") == "day"
        assert visit.complaints == []


def test_a_typed_day_asks_once_for_each_chart_and_for_no_closed_table(browser, address):
    with visiting(browser, address) as visit:
        visit.go("/")
        asked = []
        visit.page.on("request", lambda request: asked.append(unquote(f"{request.url} {request.post_data or ''}")))
        day = visit.page.get_by_label("As of", exact=True)
        day.fill("9 May 2025")
        day.press("Enter")
        visit.page.wait_for_url("**/?as_of=2025-05-09")
        visit.settle()
        # Neighbouring choices, fetched ahead, have more in their addresses.
        plain = re.compile(r"/figures/(\w+)\?as_of=2025-05-09&size=page&theme=light&width=[0-9]+ ")
        charts = [(place, found[1]) for place, line in enumerate(asked) if (found := plain.search(line))]
        assert sorted(name for _, name in charts) == ["daily", "heatmap", "spread", "total"]
        read = next(place for place, line in enumerate(asked) if "days-typed.data" in line)
        assert charts[0] < (read, "daily"), "the chart is asked for before the server has read the day"
        assert [line for line in asked if '"part":"table"' in line] == []


def test_the_slider_is_moved_by_keyboard_and_says_its_days(browser, address, losses):
    with visiting(browser, address) as visit:
        visit.go("/")
        first = visit.page.get_by_role("slider", name="First day shown")
        expect(first).to_have_attribute("aria-valuetext", "24 Feb 2022")
        first.focus()
        visit.page.keyboard.press("ArrowRight")
        visit.page.keyboard.press("ArrowRight")
        expect(first).to_have_attribute("aria-valuetext", "26 Feb 2022")
        visit.page.wait_for_url("**/?start=2022-02-26")
        visit.settle()
        expect(visit.page.get_by_label("From", exact=True)).to_have_value("26 Feb 2022")
        visit.page.go_back()
        visit.page.wait_for_url(address + "/")
        visit.page.wait_for_selector("#reach-start[aria-valuetext='24 Feb 2022']")


def test_the_slider_is_dragged_and_the_days_follow_when_it_is_let_go(browser, address):
    with visiting(browser, address) as visit:
        visit.go("/?start=2022-02-24")
        track = visit.page.locator("#reach").bounding_box()
        y = track["y"] + track["height"] / 2
        visit.page.mouse.move(track["x"] + track["width"] - 9, y)
        visit.page.mouse.down()
        visit.page.mouse.move(track["x"] + track["width"] / 2, y, steps=5)
        expect(visit.page.locator("#reach output")).to_be_visible()
        assert visit.query() == "?start=2022-02-24"
        visit.page.mouse.up()
        visit.page.wait_for_url("**end=2024*")
        visit.settle()
        assert visit.page.get_by_label("to", exact=True).input_value().endswith("2024")


def test_the_ends_of_the_slider_do_not_pass_each_other(browser, address):
    with visiting(browser, address) as visit:
        visit.go("/?start=2024-11-10&end=2024-11-11")
        first = visit.page.get_by_role("slider", name="First day shown")
        for _ in range(3):
            first.press("ArrowRight")
        expect(first).to_have_attribute("aria-valuetext", "11 Nov 2024")


def test_claimants_are_ticked_and_a_copied_link_shows_the_same(browser, address):
    with visiting(browser, address) as visit:
        visit.go("/compare")
        visit.page.locator("#narrow-claimant summary").click()
        visit.page.get_by_role("checkbox", name="Tony Radakin").check()
        visit.page.wait_for_url("**/compare?claimant=Tony+Radakin")
        visit.page.get_by_role("checkbox", name="John Healey").check()
        visit.page.wait_for_url("**/compare?claimant=John+Healey&claimant=Tony+Radakin")
        visit.settle()
        assert visit.page.locator("#narrow-claimant").get_attribute("open") is not None
        assert "figures of John Healey or Tony Radakin alone" in visit.page.locator("#shown").inner_text()
        told = [(v["id"], v["nodes"][0]["html"][:200]) for v in Axe().run(visit.page).response["violations"]]
        assert told == []
        visit.page.keyboard.press("Escape")
        assert visit.page.locator("#narrow-claimant").get_attribute("open") is None
        link, title = visit.page.url, visit.page.locator(".chart h2").last.inner_text()
    with visiting(browser, address) as other:
        other.go(link.removeprefix(address))
        expect(other.page.locator(".chart h2").last).to_have_text(title, use_inner_text=True)
        other.page.locator("#narrow-claimant summary").click()
        expect(other.page.get_by_role("checkbox", name="Tony Radakin")).to_be_checked()
        other.page.evaluate(LATE)
        expect(other.page.locator("#narrow-claimant input:checked")).to_have_count(2)
        other.page.locator("#narrow-claimant").get_by_role("button", name="Show all").click()
        other.page.wait_for_url(address + "/compare")
        assert other.complaints == []


def test_the_claims_of_one_side_alone_are_shown(browser, address):
    with visiting(browser, address) as visit:
        visit.go("/claims")
        visit.page.get_by_label("Side", exact=True).select_option("Ukraine")
        visit.page.wait_for_url("**/claims?subject=Ukraine")
        visit.page.get_by_text("55 of").wait_for()


def test_a_page_has_only_the_controls_that_it_goes_by(browser, address):
    with visiting(browser, address) as visit:
        visit.go("/")
        expect(visit.page.locator("#narrow-claimant")).to_be_hidden()
        expect(visit.page.locator("#control-resolution")).to_be_visible()
        visit.page.get_by_role("navigation").get_by_role("link", name="Compare").click()
        visit.page.wait_for_url("**/compare")
        visit.settle()
        expect(visit.page.locator("#narrow-claimant")).to_be_visible()
        expect(visit.page.locator("#control-resolution")).to_be_hidden()


def test_on_a_phone_the_slider_and_the_names_unfold_with_the_rest(browser, address):
    with visiting(browser, address, "phone") as visit:
        visit.go("/compare")
        expect(visit.page.locator("#reach")).to_be_hidden()
        visit.page.get_by_role("button", name="Change").click()
        assert visit.page.locator("#reach").bounding_box()["width"] > 280
        visit.page.locator("#narrow-claimant summary").click()
        expect(visit.page.get_by_role("checkbox", name="Tony Radakin")).to_be_visible()
        assert visit.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_dates_typed_without_a_pause_stay_as_typed_on_a_slow_machine(browser, address):
    with visiting(browser, address) as visit:
        visit.page.context.new_cdp_session(visit.page).send("Emulation.setCPUThrottlingRate", {"rate": 6})
        visit.page.goto(address + "/")
        days = {
            "From": "11 Nov 2024",
            "to": "30 Nov 2024",
            "As of": "31 Dec 2024",
            "As recorded by": "2025-01-01T12:30",
        }
        for label, day in days.items():
            visit.page.get_by_label(label, exact=True).focus()
            visit.page.keyboard.type(day)
            expect(visit.page.get_by_label(label, exact=True)).to_have_value(day)
        visit.page.keyboard.press("Enter")
        visit.page.wait_for_url("**/?start=2024-11-11&end=2024-11-30&as_of=2024-12-31&recorded_as_of=2025-01-01*")
        visit.settle()
        expect(visit.page.get_by_label("to", exact=True)).to_have_value("30 Nov 2024")
        assert visit.complaints == []

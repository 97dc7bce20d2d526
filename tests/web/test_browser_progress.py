"""What a reader sees while something takes long, and when the server fails."""

import time

import pytest
from playwright.sync_api import expect

from .visits import visiting

pytestmark = pytest.mark.browser
CALLS = "**/_dash-update-component*"


def slowly(route) -> None:
    time.sleep(1.2)
    route.continue_()


def test_what_takes_long_shows_that_it_is_under_way_and_then_no_more(browser, address):
    with visiting(browser, address) as visit:
        visit.go("/")
        visit.page.route("**/figures/**", slowly)
        visit.page.locator("#reach-start").press("ArrowRight")
        visit.page.wait_for_selector("#working:not([hidden])")
        expect(visit.page.locator("#working")).to_have_text("Working…", use_inner_text=True)
        expect(visit.page.locator("main")).to_have_attribute("aria-busy", "true")
        visit.page.wait_for_selector("#working", state="hidden")
        expect(visit.page.locator("main")).to_have_attribute("aria-busy", "false")
        assert visit.complaints == []


def test_the_sign_stands_still_for_those_who_want_no_motion(browser, address):
    with visiting(browser, address) as visit:
        visit.page.emulate_media(reduced_motion="reduce")
        visit.go("/")
        visit.page.route("**/figures/**", slowly)
        visit.page.locator("#reach-start").press("ArrowRight")
        sign = visit.page.wait_for_selector("#working:not([hidden])")
        assert sign.evaluate("e => getComputedStyle(e).animationName") == "none"


def test_a_server_that_is_gone_is_told_in_words_until_it_answers(browser, address):
    with visiting(browser, address) as visit:
        visit.go("/")
        visit.page.route(CALLS, lambda route: route.abort())
        visit.page.get_by_role("link", name="14 days").click()
        told = visit.page.get_by_role("alert")
        told.wait_for()
        expect(told).to_contain_text("did not answer", use_inner_text=True)
        visit.page.unroute(CALLS)
        visit.page.get_by_role("link", name="30 days").first.click()
        told.wait_for(state="hidden")


def test_a_chart_that_cannot_be_fetched_says_so_beneath_itself(browser, address):
    with visiting(browser, address) as visit:
        visit.go("/?mean=14")
        visit.page.route("**/figures/daily*", lambda route: route.fulfill(status=500, body="no"))
        visit.page.locator("#reach-start").press("ArrowRight")
        visit.page.get_by_text("could not be brought up to date: the server answered with 500").first.wait_for()

"""An article's way into the series in a real browser: pasted, corrected, accepted, seen on a chart, taken back."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from dashboard.store import open_store
from dashboard.web.application import assemble
from dashboard.web.editions import Editions, stored
from tests.core.conftest import SHARED

from .conftest import ROOT, TODAY, serving
from .visits import visiting

pytestmark = pytest.mark.browser
ARTICLE = SHARED / "articles" / "back-to-back-1950.txt"
# Made-up words for where the article is not beside the checkout; the figures are those that our own notes hold.
IN_OUR_WORDS = (
    "Russia lost 1,950 troops killed or wounded on Tuesday, Ukraine's General Staff said, after 1,770 on Monday. "
    "Admiral Tony Radakin said that Russian casualties in October averaged 1,500 a day. "
    "Another 40,000 soldiers stand near Kursk."
)


@pytest.fixture
def store(tmp_path):
    return open_store(str(tmp_path / "losses.db"))


@pytest.fixture
def address(store):
    app = assemble(Editions(stored(ROOT / "data", store)), lambda: TODAY, may_sync=False)
    with serving(app) as place:
        yield place


def text() -> str:
    return ARTICLE.read_text(encoding="utf-8") if ARTICLE.exists() else IN_OUR_WORDS


def broken_rules(page) -> list:
    return [(v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in Axe().run(page).response["violations"]]


def pasted(visit):
    """Adds the article and opens its review."""
    visit.go("/add")
    page = visit.page
    page.get_by_label("Text of the article").fill(text())
    page.get_by_label("Published on").fill("13 Nov 2024")
    page.get_by_label("Publisher").fill("A newspaper")
    page.get_by_role("button", name="Add and read").click()
    page.wait_for_url("**/review?id=*")
    page.locator("#claim-1").wait_for()
    page.get_by_text("claims to review.").wait_for()
    visit.settle()


def card_of(page, figure):
    return page.locator(f'.desk-card[aria-label$=": {figure}"]')


def test_an_article_is_pasted_corrected_accepted_seen_and_taken_back(browser, address, store):
    with visiting(browser, address) as visit:
        pasted(visit)
        page, card = visit.page, card_of(visit.page, "1,500 a day")
        assert page.locator("#desk-text mark").count() >= 4
        card.get_by_text("Correct the reading").click()
        card.get_by_label("Figure").fill("1510")
        card.get_by_label("Why (kept in the history)").fill("made up for this test")
        card.get_by_role("button", name="Save the correction").click()
        corrected = card_of(page, "1,510 a day")
        corrected.get_by_role("button", name="Accept").click()
        corrected.get_by_text("Accepted by").wait_for()
        visit.go("/compare")
        spans = page.locator(".chart").last
        spans.get_by_text("The figures of this chart as a table").click()
        spans.get_by_text("1,510 a day").first.wait_for(state="attached", timeout=60_000)
        visit.go("/history")
        expect(page.locator("#history")).to_contain_text("made up for this test", use_inner_text=True)
        page.get_by_role("button", name="Take back: 1,510").first.click()
        page.get_by_text("was put back as before").first.wait_for()
        assert visit.complaints == []
    states = {one.claim.value: str(one.status) for one in store.held()}
    assert states[1510] == "pending"


def tab_to(page, name):
    """Presses Tab until the focus is on the element of that text; fails where it never is."""
    for _ in range(80):
        page.keyboard.press("Tab")
        told = page.evaluate("(document.activeElement.ariaLabel || document.activeElement.innerText || '')")
        if told.startswith(name):
            return
    pytest.fail(f"the keyboard never reaches {name!r}")


def test_the_same_by_keyboard_alone(browser, address, store):
    with visiting(browser, address) as visit:
        page = visit.page
        visit.go("/add")
        page.get_by_label("Text of the article").focus()
        page.keyboard.insert_text(IN_OUR_WORDS)
        tab_to(page, "Add and read")
        page.keyboard.press("Enter")
        page.get_by_text("No date of publication was found").wait_for()
        page.get_by_role("button", name="Add and read").focus()
        tab_to(page, "Add without a date")
        page.keyboard.press("Enter")
        page.locator("#claim-1").wait_for()
        visit.settle()
        tab_to(page, "Accept")
        page.keyboard.press("Enter")
        page.get_by_text("was accepted by").first.wait_for()
        assert visit.complaints == []
    assert [one.status for one in store.held()].count("accepted") == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", ["desk", "phone"])
def test_the_pages_of_the_review_break_no_rule_of_accessibility_and_fit(browser, address, size, theme):
    with visiting(browser, address, size, theme) as visit:
        pasted(visit)
        places = [visit.page.url.removeprefix(address), "/review", "/add", "/history"]
        for place in places:
            visit.go(place)
            assert broken_rules(visit.page) == [], place
            wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert visit.page.evaluate(wide) <= 0, place
        assert visit.complaints == []

"""The ten questions of docs/questions.md, each walked to its answer in at most three steps, and opened by its link."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator

from .conftest import ROOT
from .test_browser import LOOKS
from .visits import Visit, visiting

pytestmark = pytest.mark.browser
TEXT = (ROOT / "docs" / "questions.md").read_text(encoding="utf-8")
LINKS = re.findall(r"^Link: `([^`]+)`$", TEXT, re.MULTILINE)
STEPS = [line.rstrip(".").split(" · ") for line in re.findall(r"^Steps: (.+)$", TEXT, re.MULTILINE)]
MOST_TABS = 400
ANSWERS = [
    ["equal; the highest", "As known on 12 Nov 2024"],
    ["replication, not corroboration", "41,980", "derived from General Staff of Ukraine"],
    ["1,770 (11 Nov 2024) + 1,950 (12 Nov 2024) = 3,720", "differs by +280 (+7.5 %)"],
    ["killed", "casualties"],
    ["36,570", "1,650, applied", "1,430, the other reading"],
    ["41,980 reported for 1–31 Oct 2024", "696,410 in all by 31 Oct 2024, less 654,430 by 30 Sep 2024: 41,980"],
    ["1,500 a day", "differs by +145.8 (+10.8 %)"],
    ["not comparable"],
    ["710,660 to 712,610, by 1,950", "equal"],
    ["45,680", "45,860", "digit swap"],
]
SENTENCE = "Russia lost 1,950 soldiers killed or wounded on Tuesday, Ukraine's General Staff said."


@dataclass
class Hand:
    """Does a step with mouse or finger, and counts it."""

    visit: Visit
    steps: int = 0

    def press(self, target: Locator) -> None:
        self.steps += 1
        target.click()
        self.visit.settle()

    def fill(self, target: Locator, words: str, *, enter: bool = True) -> None:
        self.steps += 1
        target.fill(words)
        if enter:
            target.press("Enter")
        self.visit.settle()

    def unfold(self) -> None:
        """On a phone the filter is behind a button, which is a step of its own."""
        button = self.visit.page.get_by_role("button", name="Change")
        if button.is_visible():
            self.press(button)

    def open_first(self, figure: str) -> None:
        self.press(self.visit.page.locator(".ag-row a", has_text=figure).first)


class Keys(Hand):
    """Does the same by keyboard alone: Tab until the control has the focus, then Enter or typing."""

    def _reach(self, target: Locator) -> None:
        target.wait_for()
        aim = target.element_handle()
        for _ in range(MOST_TABS):
            if aim.evaluate("e => e === document.activeElement"):
                return
            self.visit.page.keyboard.press("Tab")
        raise AssertionError(f"{target} is not reached by Tab")

    def press(self, target: Locator) -> None:
        self.steps += 1
        self._reach(target)
        self.visit.page.keyboard.press("Enter")
        self.visit.settle()

    def fill(self, target: Locator, words: str, *, enter: bool = True) -> None:
        self.steps += 1
        self._reach(target)
        self.visit.page.keyboard.type(words, delay=30)
        if enter:
            self.visit.page.keyboard.press("Enter")
        self.visit.settle()

    def open_first(self, figure: str) -> None:
        self.steps += 1
        page = self.visit.page
        for _ in range(MOST_TABS):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.closest('.ag-header-cell') !== null"):
                break
        page.keyboard.press("ArrowDown")
        page.wait_for_function("() => document.activeElement.classList.contains('ag-cell')")
        while figure != page.evaluate(
            "document.activeElement.closest('.ag-row').querySelector('[col-id=figure]').textContent"
        ):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/document?*")
        self.visit.settle()


def to(name: str) -> Callable[[Hand], None]:
    return lambda hand: hand.press(
        hand.visit.page.get_by_role("navigation", name="Pages").get_by_role("link", name=name, exact=True)
    )


def link(name: str) -> Callable[[Hand], None]:
    return lambda hand: hand.press(hand.visit.page.get_by_role("link", name=name).first)


def search(words: str) -> Callable[[Hand], None]:
    return lambda hand: hand.fill(hand.visit.page.get_by_label("Search", exact=True), words)


def day(label: str, when: str) -> Callable[[Hand], None]:
    def fill(hand: Hand) -> None:
        hand.unfold() if label == "From" else None
        hand.fill(hand.visit.page.get_by_label(label, exact=True), when)

    return fill


def typed(label: str, words: str) -> Callable[[Hand], None]:
    return lambda hand: hand.fill(hand.visit.page.get_by_label(label, exact=True), words, enter=False)


def checked(hand: Hand) -> None:
    hand.press(hand.visit.page.get_by_role("button", name="Check", exact=True))
    hand.visit.page.locator("#check-result .reading").first.wait_for()


WALKS: list[list[Callable[[Hand], None]]] = [
    [to("Claims"), search("1950"), lambda hand: hand.open_first("1,950")],
    [to("Compare"), search("Oct 2024")],
    [to("Documents"), link("1,950 on the second of two record days")],
    [to("Estimates")],
    [to("Data")],
    [day("From", "1 Oct 2024"), day("to", "31 Oct 2024")],
    [to("Claims"), search("Radakin")],
    [to("Claims"), search("Mediazona")],
    [typed("Text to check", SENTENCE), typed("Published on", "12 Nov 2024"), checked],
    [to("Data"), link("Conflicting reports")],
]


def told(visit: Visit, words: list[str]) -> None:
    """Wait until the page says the words."""
    for one in words:
        visit.page.wait_for_function(
            "words => document.querySelector('main').innerText.replaceAll('\\u00a0', ' ').includes(words)",
            arg=one,
            timeout=20_000,
        )


def test_there_are_ten_each_of_at_most_three_steps():
    assert len(re.findall(r"^## \d+\. .+\?$", TEXT, re.MULTILINE)) == len(LINKS) == len(WALKS) == 10
    assert [len(steps) for steps in STEPS] == [len(walk) for walk in WALKS]
    assert max(map(len, WALKS)) <= 3


@pytest.mark.parametrize(("size", "theme"), LOOKS)
def test_each_question_is_walked_to_its_answer(browser, address, size, theme):
    with visiting(browser, address, size, theme) as visit:
        for walk, answer in zip(WALKS, ANSWERS, strict=True):
            visit.go("/")
            told(visit, ["2,200", "19 Dec 2024"])
            walked(Hand(visit), walk, answer)


def test_each_question_is_answered_by_keyboard_alone(browser, address):
    with visiting(browser, address) as visit:
        for walk, answer in zip(WALKS, ANSWERS, strict=True):
            visit.go("/")
            walked(Keys(visit), walk, answer)


def walked(hand: Hand, walk: list[Callable[[Hand], None]], answer: list[str]) -> None:
    for step in walk:
        step(hand)
    told(hand.visit, answer)
    assert hand.steps <= 3
    assert hand.visit.complaints == []


def test_each_link_opens_its_answer(browser, address):
    with visiting(browser, address) as visit:
        for path, answer in zip(LINKS, ANSWERS, strict=True):
            visit.go(path)
            told(visit, answer if "#check" not in path else ["Check a figure"])
            where = path.partition("#")[2]
            if where:
                visit.page.wait_for_function(
                    "id => { const box = document.getElementById(id).getBoundingClientRect();"
                    " return box.top >= -1 && box.top < window.innerHeight; }",
                    arg=where,
                )

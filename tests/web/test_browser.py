"""The pages in a real browser: each opens clean in both themes and widths, and the main job is done from end to end."""

import hashlib
import io
import struct

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import expect

from dashboard.export.png import seal, texts_of

from .visits import visiting

pytestmark = pytest.mark.browser
PAGES = {
    "/": "reported for",
    "/compare": "beside the",
    "/estimates": "killed and",
    "/estimates?subject=Ukraine": "casualties in all",
    "/claims": "Claims",
    "/equipment": "No equipment in these data",
    "/document": "Documents",
    "/document?claim=GS-2024-11-11": "710,660 in all",
    "/document?id=back-to-back-1950": "1,950 on the second of two record days",
    "/document?claim=nope": "No such document",
    "/data": "What these figures rest on",
    "/pack": "A pack of pictures for a briefing",
    "/help": "How to read these pages",
    "/nowhere": "No such page",
}
CHARTS = {"/": ["daily", "heatmap", "spread", "total"], "/compare": ["months", "spans"], "/estimates": ["estimates"]}
LOOKS = [(size, theme) for size in ("desk", "phone") for theme in ("light", "dark")]


@pytest.mark.parametrize(("size", "theme"), LOOKS)
def test_every_page_opens_clean_and_fits(browser, address, size, theme):
    with visiting(browser, address, size, theme) as visit:
        for path, heading in PAGES.items():
            visit.go(path)
            assert heading in visit.heading(), path
            assert visit.page.evaluate("document.documentElement.dataset.theme") == theme
            too_wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert visit.page.evaluate(too_wide) <= 0, path
            expected = [f"404 {address}/nowhere"] if path == "/nowhere" else []
            said = [c for c in visit.complaints if not c.startswith("console error: Failed to load resource")]
            assert said == expected, path
            visit.complaints.clear()


@pytest.mark.parametrize(("size", "theme"), LOOKS)
def test_every_chart_is_drawn(browser, address, size, theme):
    with visiting(browser, address, size, theme) as visit:
        for path, charts in CHARTS.items():
            visit.go(path)
            graphs = visit.page.locator(".dash-graph")
            expect(graphs).to_have_count(len(charts))
            for i in range(graphs.count()):
                box = graphs.nth(i).bounding_box()
                assert box["height"] >= 300
                marks = graphs.nth(i).locator(".trace path").count()
                assert marks >= 10, f"{charts[i]} has {marks} marks"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_accessibility_rule_is_broken(browser, address, theme):
    with visiting(browser, address, "desk", theme) as visit:
        for path in PAGES:
            visit.go(path)
            found = Axe().run(visit.page)
            told = [(v["id"], [node["html"][:160] for node in v["nodes"][:3]]) for v in found.response["violations"]]
            assert told == [], path


def test_a_figure_leads_to_its_sentence(browser, address):
    with visiting(browser, address) as visit:
        visit.go("/claims?q=Radakin")
        visit.page.locator(".ag-row a", has_text="1,500 a day").first.click()
        visit.page.wait_for_url("**/document?claim=*")
        visit.settle()
        marked = visit.page.locator("#selected-figure")
        expect(marked).to_have_text("1,500", use_inner_text=True)
        assert marked.evaluate("e => e.getBoundingClientRect().top < window.innerHeight")
        expect(visit.page.locator(".reading.selected")).to_contain_text(
            "differs by +145.8 (+10.8 %)", use_inner_text=True
        )
        visit.page.go_back()
        visit.settle()
        expect(visit.page.locator(".ag-row").first).to_be_visible()
        assert visit.query() == "?q=Radakin"


def test_a_click_on_a_row_opens_its_document(browser, address):
    with visiting(browser, address) as visit:
        visit.go("/claims?q=Radakin")
        visit.page.locator('.ag-row [col-id="definition"]').first.click()
        visit.page.wait_for_url("**/document?claim=*")
        visit.settle()
        expect(visit.page.locator(".reading.selected")).to_have_count(1)


def test_a_pasted_sentence_gets_its_verdict(browser, address):
    with visiting(browser, address) as visit:
        visit.go("/")
        text = "Russia lost 1,950 soldiers killed or wounded on Tuesday, Ukraine's General Staff said."
        visit.page.get_by_label("Text to check").fill(text)
        visit.page.get_by_label("Published on").fill("12 Nov 2024")
        visit.page.get_by_role("button", name="Check", exact=True).click()
        answer = visit.page.locator("#check-result .reading")
        answer.wait_for()
        expect(answer).to_contain_text("equal", use_inner_text=True)
        expect(answer).to_contain_text("710,660 to 712,610, by 1,950", use_inner_text=True)
        assert visit.complaints == []


def test_a_copied_address_opens_the_same_view(browser, address):
    query = "?start=2024-10-01&end=2024-11-30&basis=published&as_of=2024-12-01&log=1"
    with visiting(browser, address) as visit:
        visit.go("/" + query)
        expect(visit.page.get_by_label("From", exact=True)).to_have_value("1 Oct 2024")
        shown = visit.page.locator("#shown").inner_text()
        assert shown == (
            "1 Oct 2024 to 30 Nov 2024, dated by the day of publication, as published by 1 Dec 2024, "
            "on a logarithmic scale."
        )
        assert visit.query() == query


def test_controls_write_the_address_and_back_undoes(browser, address):
    with visiting(browser, address) as visit:
        visit.go("/")
        visit.page.get_by_role("link", name="day published").click()
        visit.page.wait_for_url("**/?basis=published")
        visit.settle()
        first = visit.page.get_by_label("From", exact=True)
        first.fill("1 Nov 2024")
        first.press("Enter")
        visit.page.wait_for_url("**/?start=2024-11-01&basis=published")
        visit.settle()
        visit.page.get_by_role("navigation").get_by_role("link", name="Compare").click()
        visit.page.wait_for_url("**/compare?start=2024-11-01&basis=published")
        visit.settle()
        visit.page.go_back()
        visit.page.go_back()
        visit.page.wait_for_url("**/?basis=published")
        visit.settle()
        expect(first).to_have_value("")
        expect(visit.page.locator("#shown")).to_contain_text("day of publication", use_inner_text=True)
        assert visit.complaints == []


def test_a_value_that_cannot_be_used_is_told_on_the_page(browser, address):
    with visiting(browser, address) as visit:
        visit.go("/?start=yesterday")
        expect(visit.page.locator("#faults")).to_contain_text("“yesterday” is no date", use_inner_text=True)


def test_the_theme_is_switched_and_remembered(browser, address):
    with visiting(browser, address, theme="light") as visit:
        visit.go("/")
        title = visit.page.locator(".dash-graph .xtick text").first
        before = title.evaluate("e => getComputedStyle(e).fill")
        visit.page.get_by_role("button", name="Dark theme").click()
        expect(title).not_to_have_css("fill", before)
        visit.settle()
        visit.go("/data")
        assert visit.page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_on_a_phone_the_filter_folds(browser, address):
    with visiting(browser, address, "phone") as visit:
        visit.go("/")
        expect(visit.page.locator("#controls")).to_be_hidden()
        visit.page.get_by_role("button", name="Change").click()
        expect(visit.page.locator("#controls")).to_be_visible()


def test_on_a_phone_a_claim_shows_its_figure_claimant_and_verdict_first(browser, address):
    with visiting(browser, address, "phone") as visit:
        visit.go("/claims")
        visit.page.wait_for_selector(".ag-row")
        heads = visit.page.locator(".ag-header-cell").evaluate_all(
            "cells => cells.sort((a, b) => a.ariaColIndex - b.ariaColIndex).map(cell => cell.getAttribute('col-id'))"
        )
        assert heads[:3] == ["figure", "claimant", "verdict"]
        edge = visit.page.locator('.ag-header-cell[col-id="verdict"]').bounding_box()
        assert edge["x"] + edge["width"] <= 390


def test_a_moment_of_recording_is_typed_and_answered(browser, address):
    with visiting(browser, address) as visit:
        visit.go("/")
        field = visit.page.get_by_label("As recorded by")
        field.fill("12 Nov 2024")
        field.press("Enter")
        visit.page.wait_for_url("**/?recorded_as_of=2024-11-12")
        visit.settle()
        expect(visit.page.locator("#faults")).to_contain_text("keep no history", use_inner_text=True)


def test_the_figures_of_a_chart_open_as_a_table(browser, address):
    with visiting(browser, address) as visit:
        visit.go("/?start=2024-11-10&end=2024-11-11")
        visit.page.get_by_text("The figures of this chart as a table").first.click()
        table = visit.page.locator(".chart table").first
        table.wait_for()
        expect(table).to_contain_text("1,950", use_inner_text=True)
        expect(table.locator("tbody tr")).to_have_count(2)


def chunks_of(data: bytes) -> list[tuple[str, bytes]]:
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    found, at = [], 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        found.append((data[at + 4 : at + 8].decode(), data[at + 8 : at + 8 + length]))
        at += 12 + length
    return found


def saved(visit, chart: int) -> tuple[str, bytes]:
    with visit.page.expect_download() as waiting:
        visit.page.get_by_role("button", name="Save picture").nth(chart).click()
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


@pytest.mark.parametrize(("path", "chart"), [(p, i) for p, names in CHARTS.items() for i in range(len(names))])
def test_a_saved_picture_says_what_it_shows(browser, address, losses, path, chart):
    name = CHARTS[path][chart]
    with visiting(browser, address, theme="dark") as visit:
        visit.go(f"{path}?start=2024-05-01&end=2024-12-31")
        file, data = saved(visit, chart)
        assert file == f"reported-losses_{name}_2024-05-01_to_2024-12-31_as-of-{losses.last_published}.png"
        assert {kind for kind, _ in chunks_of(data)} <= {"IHDR", "tEXt", "iTXt", "IDAT", "IEND"}
        picture = Image.open(io.BytesIO(data))
        picture.load()
        assert picture.size == (1600, 900)
        texts = picture.text
        assert texts["losses:pixels"] == hashlib.sha256(picture.convert("RGBA").tobytes()).hexdigest()
        assert texts["losses:view"] == f"chart={name}&start=2024-05-01&end=2024-12-31"
        assert texts["losses:as_of"] == str(losses.last_published)
        assert len(texts["losses:data"]) == 64
        assert texts["losses:seal"] == seal(texts_of(data))
        assert texts["Title"] == visit.page.locator(".chart h2").nth(chart).inner_text()
        assert texts["Source"]
        assert texts["Software"].startswith("Reported Losses")
        assert len(picture.convert("L").getcolors(256)) > 20
        assert visit.complaints == []


def test_the_same_view_gives_the_same_pixels(browser, address):
    pictures = []
    for size, theme in (("desk", "light"), ("phone", "dark")):
        with visiting(browser, address, size, theme) as visit:
            visit.go("/?start=2024-10-01&end=2024-12-31")
            pictures.append(saved(visit, 0)[1])
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize("at", [0.3, 0.5, 0.7])
def test_a_click_in_a_chart_opens_what_stands_behind_it_without_a_complaint(browser, address, at):
    with visiting(browser, address) as visit:
        visit.go("/")
        plot = visit.page.locator('[data-chart="daily"] .nsewdrag').first
        box = plot.bounding_box()
        plot.hover(position={"x": box["width"] * at, "y": box["height"] * 0.9})
        visit.settle()
        plot.click(position={"x": box["width"] * at, "y": box["height"] * 0.9})
        visit.page.wait_for_url("**/document?*")
        visit.settle()
        assert visit.complaints == []
        visit.page.go_back()
        visit.settle()
        assert visit.complaints == []

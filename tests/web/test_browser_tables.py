"""Tables in a real browser: searched by number, grouped, narrowed to columns, copied, saved and cited; by keyboard."""

import csv
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from .visits import visiting

pytestmark = pytest.mark.browser


def shown_figures(page) -> list[str]:
    return page.locator('.ag-center-cols-container .ag-cell[col-id="figure"]').all_inner_texts()


def search(visit, text: str) -> list[str]:
    field = visit.page.get_by_label("Search", exact=True)
    field.fill(text)
    field.press("Enter")
    visit.page.wait_for_function("q => new URLSearchParams(location.search).get('q') === q", arg=text)
    visit.settle()
    return shown_figures(visit.page)


@pytest.mark.parametrize("text", ["1950", "1,950", "1.95k"])
def test_a_number_is_found_however_it_is_grouped(browser, address, text):
    with visiting(browser, address) as visit:
        visit.go("/claims")
        figures = search(visit, text)
        assert figures
        assert "1,950" in figures
        assert not [one for one in figures if one.startswith("19,50")]


def test_claims_are_grouped_and_each_group_opens_to_its_rows(browser, address):
    with visiting(browser, address) as visit:
        visit.go("/claims?q=Healey")
        visit.page.get_by_label("Group by").select_option("claimant")
        group = visit.page.locator("#claims-groups details", has_text="John Healey").first
        group.wait_for()
        expect(group.locator("summary")).to_contain_text("claims · ", use_inner_text=True)
        expect(visit.page.locator(".claims-grid")).to_be_hidden()
        group.locator("summary").click()
        expect(group.locator("table")).to_contain_text("41,980", use_inner_text=True)
        assert "group=claimant" in visit.query()
        visit.page.reload()
        visit.settle()
        assert visit.page.locator("#claims-groups details").count() >= 1
        assert visit.complaints == []


def test_a_group_stays_open_when_the_rows_change(browser, address):
    with visiting(browser, address) as visit:
        visit.go("/claims?group=claimant")
        group = visit.page.locator("#claims-groups details", has_text="John Healey").first
        group.locator("summary").click()
        expect(group.locator("table")).to_be_visible()
        search(visit, "41,980")
        expect(group.locator("summary")).to_contain_text("5 claims", use_inner_text=True)
        expect(group.locator("table")).to_contain_text("41,980", use_inner_text=True)


def test_chosen_columns_are_remembered(browser, address):
    with visiting(browser, address) as visit:
        visit.go("/claims")
        visit.page.locator("#claims-tools summary").click()
        visit.page.get_by_label("Sentence", exact=True).check()
        visit.page.get_by_label("Publisher", exact=True).uncheck()
        for _ in range(2):
            visit.page.wait_for_selector('.ag-header-cell[col-id="evidence"]')
            expect(visit.page.locator('.ag-header-cell[col-id="publisher"]')).to_have_count(0)
            visit.page.reload()
            visit.settle()


def test_the_rows_left_are_saved_with_their_citation(browser, address):
    with visiting(browser, address) as visit:
        visit.go("/claims?q=Radakin")
        visit.page.wait_for_selector(".ag-row")
        with visit.page.expect_download() as waiting:
            visit.page.get_by_role("button", name="CSV").click()
        text = waiting.value.path().read_text(encoding="utf-8-sig")
        rows = list(csv.reader(text.splitlines()))
        assert "narrowed to “Radakin”" in rows[0][0]
        assert f"{address}/claims?q=Radakin" in rows[0][0]
        assert 2 < len(rows) < 30
        with visit.page.expect_download() as waiting:
            visit.page.get_by_role("button", name="XLSX").click()
        assert waiting.value.suggested_filename.endswith(".xlsx")
        assert waiting.value.path().read_bytes()[:2] == b"PK"
        visit.page.get_by_text("Saved as reported-losses_claims").wait_for()
        assert visit.complaints == []


def test_rows_and_citations_are_copied(browser, address):
    with visiting(browser, address) as visit:
        visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        visit.go("/claims?q=Radakin")
        visit.page.wait_for_selector(".ag-row")
        visit.page.get_by_role("button", name="Copy rows").click()
        visit.page.get_by_text("rows copied").wait_for()
        lines = visit.page.evaluate("navigator.clipboard.readText()").splitlines()
        assert lines[0].split("\t")[:3] == ["Figure", "Counts", "Period"]
        assert len({line.count("\t") for line in lines}) == 1
        visit.page.get_by_role("button", name="Copy citation").click()
        visit.page.get_by_text("Citation copied").wait_for()
        cited = visit.page.evaluate("navigator.clipboard.readText()")
        assert "narrowed to “Radakin”" in cited
        assert f"{address}/claims?q=Radakin" in cited
        visit.go("/document?claim=GS-2024-11-11")
        visit.go("/claims?q=Radakin")
        visit.page.locator(".ag-row a", has_text="1,500 a day").first.click()
        visit.page.wait_for_url("**/document?claim=*")
        visit.settle()
        visit.page.locator(".reading.selected").get_by_role("button", name="Copy citation").click()
        visit.page.get_by_role("button", name="Copied").wait_for()
        claim = visit.page.evaluate("navigator.clipboard.readText()")
        assert "Tony Radakin: " in claim
        assert f"{address}/document?claim=" in claim


def test_the_grid_is_used_by_keyboard(browser, address):
    with visiting(browser, address) as visit:
        visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        visit.go("/claims?q=Radakin")
        visit.page.wait_for_selector(".ag-row")
        visit.page.get_by_role("button", name="Copy citation").focus()
        for _ in range(12):
            visit.page.keyboard.press("Tab")
            if visit.page.evaluate("document.activeElement.closest('.ag-header-cell') !== null"):
                break
        visit.page.keyboard.press("ArrowDown")
        visit.page.wait_for_function("() => document.activeElement.classList.contains('ag-cell')")
        visit.page.keyboard.press("ArrowRight")
        visit.page.keyboard.press("Control+c")
        visit.page.wait_for_function("() => announcement.textContent.startsWith('Cell copied')")
        assert "Russia" in visit.page.evaluate("navigator.clipboard.readText()")
        visit.page.keyboard.press("Enter")
        visit.page.wait_for_url("**/document?claim=*")


WHOLE = """() => {
  const rows = [...document.querySelectorAll('.ag-center-cols-container .ag-row')];
  const cut = cell => cell.scrollHeight > cell.clientHeight + 1;
  return rows.some(row => row.offsetHeight > 70) && ![...document.querySelectorAll('.ag-row .ag-cell')].some(cut);
}"""


@pytest.mark.parametrize("size", ["desk", "phone"])
def test_a_row_of_claims_is_as_high_as_its_longest_cell(browser, address, size):
    with visiting(browser, address, size) as visit:
        visit.go("/claims?q=highest")
        visit.page.wait_for_function(WHOLE)
        assert visit.complaints == []


def test_a_plain_table_is_sorted_searched_and_shown_whole(browser, address):
    with visiting(browser, address) as visit:
        visit.go("/compare")
        part = visit.page.locator("#months-table")
        part.locator("tbody tr").first.wait_for()
        expect(part.locator("tbody tr")).to_have_count(6)
        part.get_by_role("button", name="Show all").click()
        everything = part.locator("tbody tr").count()
        assert everything > 30
        part.get_by_role("button", name="Difference").click()
        expect(part.locator("th", has_text="Difference")).to_have_attribute("aria-sort", "descending")
        first = part.locator("tbody tr").first.locator("td").nth(5).inner_text()
        assert first.startswith("+")
        part.get_by_label("Search").fill("41980")
        expect(part.locator("tbody tr").first).to_contain_text("41,980", use_inner_text=True)
        assert part.locator("tbody tr").count() < 5


# What is asked of a column, the column's kind, cells that fit it and cells that do not.
ASKED = [
    ("> 1,000", "number", ["1,001", "over 2,000"], ["1,000", "−1,500", ""]),
    (">= 1k", "number", ["1,000"], ["999"]),
    ("100–200", "number", ["100", "about 150", "200"], ["99", "1,000"]),
    ("< 0", "number", ["−6.7"], ["0", "+6.7"]),
    ("1950", "number", ["1,950"], ["19,500"]),
    ("> Oct 2024", "nowrap", ["1 Nov 2024", "Nov 2024"], ["31 Oct 2024", "Oct 2024", "not known"]),
    ("2024-10 to 2024-11", "", ["1 Oct 2024", "30 Nov 2024"], ["1 Dec 2024", "30 Sep 2024"]),
    ("= 2023", "nowrap", ["31 Dec 2023", "Jan 2023"], ["1 Jan 2024"]),
    ("healey oct", "wide", ["John Healey, 31 Oct 2024"], ["John Healey"]),
    ("> many", "wide", ["> many words"], ["few"]),
]


def test_a_column_is_asked_for_words_and_for_bounds_of_numbers_and_days(browser, address):
    with visiting(browser, address) as visit:
        visit.go("/help")
        fits = "([text, kind, cell]) => window.lossesNarrowing.test(text, kind)(cell)"
        for text, kind, fitting, others in ASKED:
            told = {cell: visit.page.evaluate(fits, [text, kind, cell]) for cell in [*fitting, *others]}
            assert told == dict.fromkeys(fitting, True) | dict.fromkeys(others, False), text


def test_a_plain_table_is_filtered_by_column_grouped_and_saved_as_it_stands(browser, address):
    with visiting(browser, address) as visit:
        visit.go("/compare")
        part = visit.page.locator("#months-table")
        part.locator("summary", has_text="Filter").click()
        part.locator(".filters").get_by_label("Month", exact=True).fill("> Oct 2024")
        part.locator(".filters").get_by_label("Difference", exact=True).fill("< 0")
        expect(part.locator("summary", has_text="Filter (2)")).to_have_count(1)
        told = [(v["id"], v["nodes"][0]["html"][:200]) for v in Axe().run(visit.page).response["violations"]]
        assert told == []
        visit.page.keyboard.press("Escape")
        left = int(part.locator(".status").inner_text().split(" of ")[0])
        assert 0 < left < 20
        part.get_by_role("button", name=f"Show all {left} rows").click()
        expect(part.locator("tbody tr")).to_have_count(left)
        with visit.page.expect_download() as waiting:
            part.get_by_role("button", name="CSV").click()
        rows = list(csv.reader(waiting.value.path().read_text(encoding="utf-8-sig").splitlines()))
        assert "narrowed to month > Oct 2024; difference < 0" in rows[0][0]
        assert len(rows) == left + 2
        part.get_by_label("Group by").select_option(label="verdict and arithmetic")
        group = part.locator("details.group").first
        assert re.search(r"[0-9]+ rows?$", group.locator("summary").inner_text())
        group.locator("summary").click()
        expect(group.locator("tbody tr").first).to_be_visible()
        visit.page.get_by_role("link", name="day published").click()
        visit.page.wait_for_url("**/compare?basis=published&rows=*")
        visit.settle()
        expect(part.locator("summary", has_text="Filter (2)")).to_have_count(1)
        assert visit.complaints == []


def test_what_is_typed_while_claims_are_searched_stays_as_typed(browser, address):
    with visiting(browser, address) as visit:
        visit.go("/claims")
        visit.page.wait_for_selector(".ag-row")
        field = visit.page.get_by_label("Search", exact=True)
        field.focus()
        visit.page.keyboard.type("hea")
        visit.page.wait_for_function("() => location.search === '?q=hea'")
        visit.page.keyboard.type("ley")
        visit.page.wait_for_function("() => location.search === '?q=healey'")
        visit.settle()
        expect(field).to_have_value("healey")
        assert visit.complaints == []


def test_a_chart_s_figures_are_saved_as_a_table(browser, address):
    with visiting(browser, address) as visit:
        visit.go("/?start=2024-11-10&end=2024-11-11")
        visit.page.get_by_text("The figures of this chart as a table").first.click()
        part = visit.page.locator(".chart").first
        part.locator("table").first.wait_for()
        with visit.page.expect_download() as waiting:
            part.get_by_role("button", name="CSV").click()
        rows = list(csv.reader(waiting.value.path().read_text(encoding="utf-8-sig").splitlines()))
        assert len(rows) == 4
        assert "1950" in ";".join(rows[2])

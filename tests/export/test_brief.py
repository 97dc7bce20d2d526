"""The daily brief: what it says of a day, that each number names its source, and its three forms."""

from __future__ import annotations

import base64
import re
from datetime import date
from pathlib import Path

import pytest

from dashboard.pipeline import build
from dashboard.web.brief.content import Brief, NoReport, brief_of
from dashboard.web.brief.html import as_html
from dashboard.web.brief.markdown import as_markdown
from dashboard.web.brief.sources import Source, Statement, listed
from dashboard.web.edition import Edition

from .test_commands import ROOT, run
from .test_packs import pages

DAY = date(2024, 11, 12)
DAYS = [date(2022, 4, 1), DAY, date(2024, 12, 20), date(2025, 2, 28), date(2026, 8, 8)]


@pytest.fixture(scope="module")
def edition() -> Edition:
    return Edition(build(ROOT / "data"))


@pytest.fixture(scope="module")
def brief(edition) -> Brief:
    return brief_of(edition, DAY, "test")


def part(brief: Brief, heading: str) -> list[str]:
    (found,) = [one for one in brief.parts if one.heading == heading]
    return [statement.text for statement in found.statements]


def test_the_figure_is_told_as_the_difference_of_two_totals(brief) -> None:
    assert "1,950 for 11 Nov 2024, published 12 Nov 2024: 712,610 in all, less 710,660 before." in part(
        brief, "The figure"
    )


def test_the_record_is_told_as_known_on_that_day(edition, brief) -> None:
    assert part(brief, "Record or not") == ["It is the highest of the 106 days known, of 973."]
    later = brief_of(edition, date(2026, 8, 8), "test")
    assert any("Not the highest: 2,200 for 19 Dec 2024" in told for told in part(later, "Record or not"))


def test_week_and_month_stand_beside_the_ones_before(brief) -> None:
    week, month = part(brief, "Week and month against the last")
    assert week == "Week: 7 days to 11 Nov 2024: 10,960; the 7 before: 9,570; +14.5 %."
    assert month.endswith("the 30 before: not known whole.")


def test_claims_of_the_day_come_with_their_verdicts_what_differs_first(brief) -> None:
    told = part(brief, "New claims and their verdicts")
    assert any("nearly 4,000" in one and "differs by +280 (+7.5 %)" in one for one in told)
    differ = ["differs by" in one for one in told]
    assert differ == sorted(differ, reverse=True)
    assert "more claims were published that day" in told[-1]


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_number_names_a_source_that_was_published_by_then(edition, day: date) -> None:
    made = brief_of(edition, day, "test")
    held = {source.key for source in made.sources}
    for statement in (one for part in made.parts for one in part.statements):
        bare = statement.text.startswith("None published") or "more claim" in statement.text
        assert bare or statement.keys, statement
        assert set(statement.keys) <= held
    reports = edition.losses.observations.set_index("observation_id")["published"]
    for key in held:
        claim = edition.losses.claim(key)
        published = claim.published if claim else reports[key].date()
        assert published <= day


def test_a_claim_of_a_document_is_quoted_in_its_own_words(brief) -> None:
    quoted = [source for source in brief.sources if source.sentence]
    assert quoted
    assert any("nearly 4,000" in source.sentence for source in quoted)


def test_a_day_without_a_report_is_refused_with_the_nearest(edition) -> None:
    with pytest.raises(NoReport, match="14 Aug 2024 is in the data; the last before it is of 1 Aug 2024, the next"):
        brief_of(edition, date(2024, 8, 14), "test")
    assert "the next after it of 1 Sep 2024" in run("brief", "--date", "2024-08-14", code=1).output
    assert "--date" in run("brief", "--date", "14 August", code=2).output


def test_an_estimate_published_later_is_not_compared(edition) -> None:
    early = brief_of(edition, date(2022, 4, 1), "test")
    assert not [one for one in early.parts if one.heading == "Comparison"]


def test_every_reference_of_the_page_and_of_the_text_leads_to_a_source(brief) -> None:
    page, text = as_html(brief, None), as_markdown(brief, None)
    ids = set(re.findall(r'id="(source-\d+)"', page))
    assert set(re.findall(r'href="#(source-\d+)"', page)) == ids
    assert set(re.findall(r"(\[\^\d+\])", text)) == set(re.findall(r"^(\[\^\d+\]):", text, re.MULTILINE))
    assert len(ids) == len(brief.sources)


def test_words_of_a_source_cannot_become_markup(edition, brief) -> None:
    from dataclasses import replace

    hostile = Source("x", "<script>alert(1)</script>", "a ![b](c)", "")
    made = replace(brief, sources=(*brief.sources, hostile))
    assert "<script>" not in as_html(made, None)
    assert "<script>" not in as_markdown(made, None)
    assert "![b](c)" not in as_markdown(made, None)


def test_an_address_that_is_no_web_page_is_not_linked(edition) -> None:
    keys = tuple(claim.claim_id for claim in edition.losses.claims)
    assert all(one.address.startswith(("https://", "http://", "")) for one in listed(edition, [Statement("", keys)]))
    assert not [one for one in listed(edition, [Statement("", keys)]) if one.address.startswith("javascript")]


@pytest.mark.browser
def test_the_page_holds_its_picture_which_verifies_and_asks_for_nothing(browser, tmp_path: Path) -> None:
    run("brief", "--date", "2024-11-12", "-o", tmp_path / "brief.html")
    page = (tmp_path / "brief.html").read_text()
    (address,) = re.findall(r'<img src="([^"]+)"', page)
    assert not re.findall(r'(?:src|href)="(?!#|data:|https?://)', page)
    assert "<script" not in page
    (tmp_path / "chart.png").write_bytes(base64.b64decode(address.partition(",")[2]))
    assert "same figures" in run("verify", tmp_path / "chart.png").stdout


@pytest.mark.browser
def test_a_text_has_its_picture_beside_it_and_both_repeat(browser, tmp_path: Path) -> None:
    names = ("brief.md", "brief.png")
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        run("brief", "--date", "2024-11-12", "--format", "md", "-o", tmp_path / folder / "brief.md")
    assert "](brief.png)" in (tmp_path / "one" / "brief.md").read_text()
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


@pytest.mark.browser
@pytest.mark.parametrize("day", [DAYS[1], DAYS[3], DAYS[4]], ids=str)
def test_the_pdf_is_one_page_with_the_day_for_its_time(browser, tmp_path: Path, day: date) -> None:
    run("brief", "--date", day, "--format", "pdf", "-o", tmp_path / "brief.pdf")
    pdf = (tmp_path / "brief.pdf").read_bytes()
    assert pages(pdf) == 1
    assert set(re.findall(rb"Date \(D:(\d{8})", pdf)) == {f"{day:%Y%m%d}".encode()}


@pytest.mark.browser
def test_the_same_brief_is_the_same_pdf(browser, tmp_path: Path) -> None:
    for name in ("one.pdf", "two.pdf"):
        run("brief", "--date", "2024-11-12", "--format", "pdf", "-o", tmp_path / name)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_without_a_browser_the_words_come_and_the_pdf_says_what_to_do(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "nothing"))
    told = run("brief", "--date", "2024-11-12", "-o", tmp_path / "brief.html")
    assert "Install one" in told.output
    assert "<img" not in (tmp_path / "brief.html").read_text()
    assert "Install one" in run("brief", "--date", "2024-11-12", "--format", "pdf", code=1).output

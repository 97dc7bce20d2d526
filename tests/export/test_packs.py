"""Several pictures in one file or folder: decks to show and to print, indexes, captions, and the same bytes again."""

from __future__ import annotations

import itertools
import re
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from pptx import Presentation

from dashboard.export.folder import markdown
from dashboard.export.order import Order
from dashboard.export.pack import zipped
from dashboard.export.pdf import dated

from .test_commands import OCTOBER, ROOT, run

CAPTION = "Mind the hatched days & the <gaps>"


@pytest.fixture(scope="module")
def folder(browser, tmp_path_factory) -> Path:
    made = tmp_path_factory.mktemp("pack")
    caption = ("--caption", f"total={CAPTION}")
    run("export", "total", "daily", "--out", made, "--format", "pdf", *caption, *OCTOBER)
    run("export", "total", "daily", "--out", made, "--format", "pptx", *caption, *OCTOBER)
    run("export", "total", "daily", "--out", made, "--size", "square", *caption, *OCTOBER)
    return made


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", pdf))


def the(folder: Path, suffix: str) -> Path:
    (found,) = folder.glob(f"*.{suffix}")
    return found


@pytest.mark.browser
def test_several_charts_as_pdf_are_one_deck_with_index_sheets_and_notes(folder: Path) -> None:
    pdf = the(folder, "pdf").read_bytes()
    assert pages(pdf) >= 4
    assert b"/Outlines" in pdf
    assert b"/StructTreeRoot" in pdf
    assert len(re.findall(rb"/Subtype /Link", pdf)) >= 3
    assert b"/Subtype /Image" not in pdf


@pytest.mark.browser
def test_a_pdf_carries_the_day_of_its_data_and_is_the_same_from_another_process(folder: Path, tmp_path: Path) -> None:
    pdf = the(folder, "pdf")
    args = ["export", "total", "daily", "--out", str(tmp_path), "--format", "pdf", "--caption", f"total={CAPTION}"]
    subprocess.run([sys.executable, "-m", "dashboard", *args, *OCTOBER], cwd=ROOT, check=True, capture_output=True)
    assert set(re.findall(rb"Date \(D:(\d{14})", pdf.read_bytes())) == {b"20260808000000"}
    assert (tmp_path / pdf.name).read_bytes() == pdf.read_bytes()


@pytest.mark.browser
def test_the_order_asked_for_is_the_order_of_the_slides_and_captions_stand_on_theirs(folder: Path) -> None:
    first, second = Presentation(the(folder, "pptx")).slides
    boxes = [shape.text_frame.text for shape in first.shapes if shape.name == "Caption"]
    assert boxes == [CAPTION]
    assert first.notes_slide.notes_text_frame.text.startswith(CAPTION)
    assert [shape.name for shape in first.shapes if shape.shape_type == 13] == ["Chart total"]
    assert [shape.name for shape in second.shapes if shape.shape_type == 13] == ["Chart daily"]
    assert not [shape for shape in second.shapes if shape.name == "Caption"]


@pytest.mark.browser
def test_nothing_of_a_slide_lies_over_anything_else_or_off_it(folder: Path) -> None:
    made = Presentation(the(folder, "pptx"))
    for slide in made.slides:
        boxes = sorted((s.top, s.top + s.height) for s in slide.shapes)
        assert all(foot <= top + 10 for (_, foot), (top, _) in itertools.pairwise(boxes))
        assert boxes[-1][1] <= made.slide_height + 10


@pytest.mark.browser
def test_a_folder_has_its_index_as_page_and_as_text_with_alternatives_notes_and_captions(folder: Path) -> None:
    page, text = (folder / "index.html").read_text(), (folder / "index.md").read_text()
    name = "total_2024-10-01_to_2024-12-31_square_light.png"
    assert f'<img src="{name}" alt="Chart. ' in page
    assert f"]({name})" in text
    assert "Mind the hatched days &amp; the &lt;gaps&gt;" in page
    assert markdown(CAPTION) in text
    for index in (page, text):
        assert index.count("Reported figures, not verified counts.") == 2
        assert index.index("total_2024") < index.index("daily_2024")


def test_a_caption_for_a_chart_that_is_not_asked_for_is_refused(tmp_path: Path) -> None:
    assert "CHART=WORDS" in run("export", "daily", "--out", tmp_path, "--caption", "total=x", code=2).output
    assert "CHART=WORDS" in run("export", "daily", "--out", tmp_path, "--caption", "words", code=2).output


def test_the_clock_of_a_pdf_is_exchanged_for_the_day() -> None:
    from datetime import date

    made = b"<</CreationDate (D:20301122110638+00'00')\n/ModDate (D:20301122110638+00'00')>>"
    assert dated(made, date(2024, 11, 12)).count(b"(D:20241112000000+00'00')") == 2
    assert len(dated(made, None)) == len(made)


def test_a_zip_is_the_same_for_the_same_files() -> None:
    files = {"a.png": b"one", "index.html": b"two"}
    made = zipped(files)
    assert made == zipped(dict(files))
    assert {name: zipfile.ZipFile(BytesIO(made)).read(name) for name in files} == files


def test_one_chart_as_pdf_is_no_deck_and_slides_alone_have_titles_of_their_own() -> None:
    assert not Order(("daily",), "pdf").is_deck
    assert Order(("daily",), "pptx").is_deck
    assert Order(("daily", "total"), "pdf").style.size == "slide"
    assert Order(("daily", "total"), "pptx").style.size == "deck"


def test_markdown_shows_text_as_it_is() -> None:
    assert markdown("a *b* [c](d)\n<e> #1") == r"a \*b\* \[c\](d) \<e\> \#1"

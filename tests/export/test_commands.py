"""`losses export` and `losses verify` as a user meets them, over the shipped data and a copy with one change."""

from __future__ import annotations

import io
import json
import shutil
import struct
import zlib
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image
from pptx import Presentation

from dashboard.charts import NAMES
from dashboard.cli import main
from dashboard.export.png import texts_of
from dashboard.pipeline import build
from dashboard.web.edition import Edition

ROOT = Path(__file__).resolve().parents[2]
OCTOBER = ("--start", "2024-10-01", "--end", "2024-12-31")
STEM = "daily_2024-10-01_to_2024-12-31"


def run(*args, code=0):
    result = CliRunner().invoke(main, [str(arg) for arg in args])
    assert result.exit_code == code, (result.output, result.exception)
    return result


@pytest.fixture(scope="module")
def revised(tmp_path_factory) -> Path:
    """The shipped data, in which the total of 1 Dec 2024 is 10 higher."""
    folder = tmp_path_factory.mktemp("revised") / "data"
    shutil.copytree(ROOT / "data", folder)
    lines = (folder / "reports.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(n for n, line in enumerate(lines) if line.startswith("GS-2024-12-01,") and ",personnel," in line)
    cells = lines[at].split(",")
    cells[5] = str(int(cells[5]) + 10)
    lines[at] = ",".join(cells)
    (folder / "reports.csv").write_text("".join(lines), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def out(browser, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("pictures")
    run("export", "daily", "--out", folder, "--size", "wide", "--with-data", *OCTOBER)
    return folder


@pytest.fixture(scope="module")
def png(out) -> Path:
    return out / f"{STEM}_wide_light.png"


def test_the_names_of_the_charts_are_those_that_are_drawn() -> None:
    assert set(NAMES) == set(Edition(build(ROOT / "data")).drawn.charts)


@pytest.mark.browser
def test_the_picture_says_what_it_shows_and_verifies(png: Path) -> None:
    texts = texts_of(png.read_bytes())
    assert texts["losses:view"] == "chart=daily&start=2024-10-01&end=2024-12-31"
    assert Image.open(png).size == (1600, 900)
    told = run("verify", png).stdout
    assert texts["Title"] in told
    assert "same figures" in told


@pytest.mark.browser
def test_a_second_run_gives_the_same_bytes(png: Path, tmp_path: Path) -> None:
    run("export", "daily", "--out", tmp_path, "--size", "wide", *OCTOBER)
    assert (tmp_path / png.name).read_bytes() == png.read_bytes()


@pytest.mark.browser
def test_revised_data_end_with_three_and_name_the_figures(png: Path, revised: Path) -> None:
    told = run("verify", png, "--data", revised, code=3).stdout
    assert "Revised since" in told
    assert "2024-12-01" in told
    assert "running total" in told


@pytest.mark.browser
def test_one_changed_pixel_and_one_changed_text_end_with_one(png: Path, tmp_path: Path) -> None:
    whole = png.read_bytes()
    title = texts_of(whole)["Title"].encode()
    start = whole.index(b"tEXtTitle") - 4
    (length,) = struct.unpack(">I", whole[start : start + 4])
    body = whole[start + 4 : start + 8 + length].replace(title, b"9" + title[1:])
    changed = whole[: start + 4] + body + struct.pack(">I", zlib.crc32(body)) + whole[start + 12 + length :]
    (tmp_path / "text.png").write_bytes(changed)
    assert "altered" in run("verify", tmp_path / "text.png", code=1).stdout

    at, end = whole.index(b"IDAT") - 4, whole.index(b"IEND") - 4
    image = Image.open(io.BytesIO(whole))
    image.load()
    spot = image.getpixel((5, 5))
    image.putpixel((5, 5), (spot[0] - 1, *spot[1:]))
    made = io.BytesIO()
    image.save(made, "PNG")
    other = made.getvalue()
    pixels = other[other.index(b"IDAT") - 4 : other.index(b"IEND") - 4]
    (tmp_path / "pixel.png").write_bytes(whole[:at] + pixels + whole[end:])
    assert "pixels" in run("verify", tmp_path / "pixel.png", code=1).stdout


def test_foreign_and_missing_files_end_with_one(tmp_path: Path) -> None:
    Image.new("RGB", (4, 4)).save(tmp_path / "foreign.png")
    assert "not one of ours" in run("verify", tmp_path / "foreign.png", code=1).stdout
    assert "cannot be read" in run("verify", tmp_path / "missing.png", code=1).output


@pytest.mark.browser
def test_the_figures_lie_beside_it_with_a_line_to_cite_them(out: Path) -> None:
    lines = (out / f"{STEM}_wide_light.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith('"# Reported Losses: ')
    assert "Source: General Staff of Ukraine" in lines[1]
    assert lines[2].startswith("from,to,days,reported")


@pytest.mark.browser
def test_only_what_changed_is_written_again(out: Path, png: Path, revised: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(out, folder)
    again = ("export", "daily", "--out", folder, "--size", "wide", "--if-changed", *OCTOBER)
    assert "unchanged" in run(*again).stdout
    assert "unchanged" not in run(*again, "--data", revised).stdout
    assert (folder / png.name).read_bytes() != png.read_bytes()
    (folder / png.name).write_bytes(b"damaged")
    assert "unchanged" not in run(*again, "--data", revised).stdout


@pytest.mark.browser
def test_a_deck_has_native_titles_text_alternatives_and_notes(browser, tmp_path: Path) -> None:
    run("export", "spread", "total", "--out", tmp_path, "--format", "pptx", "--theme", "dark")
    (made,) = tmp_path.glob("*.pptx")
    slides = list(Presentation(made).slides)
    assert len(slides) == 2
    for slide in slides:
        assert slide.shapes.title.text
        (picture,) = [shape for shape in slide.shapes if shape.shape_type == 13]
        assert picture._element.nvPicPr.cNvPr.get("descr").startswith("Chart. ")
        assert picture.left >= 0
        assert picture.top + picture.height <= Presentation(made).slide_height + 10
        assert "Reported figures, not verified counts." in slide.notes_slide.notes_text_frame.text
        (tmp_path / "slide.png").write_bytes(picture.image.blob)
        run("verify", tmp_path / "slide.png")


@pytest.mark.browser
def test_a_house_template_gives_its_size_and_none_of_its_slides(browser, tmp_path: Path) -> None:
    house = Presentation()
    house.slides.add_slide(house.slide_layouts[0])
    house.save(tmp_path / "house.pptx")
    run("export", "total", "--out", tmp_path / "o", "--format", "pptx", "--template", tmp_path / "house.pptx")
    (path,) = (tmp_path / "o").glob("*.pptx")
    made = Presentation(path)
    assert (made.slide_width, made.slide_height) == (house.slide_width, house.slide_height)
    assert len(made.slides) == 1


@pytest.mark.browser
def test_several_pictures_come_with_an_index(browser, tmp_path: Path) -> None:
    run("export", "total", "spread", "--out", tmp_path, "--format", "svg", "--size", "square", "--theme", "print")
    index = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert 'src="total_square_print.svg"' in index
    assert "<metadata>" in (tmp_path / "spread_square_print.svg").read_text(encoding="utf-8")
    assert set(json.loads((tmp_path / "manifest.json").read_bytes())) >= {"total_square_print.svg", "index.html"}


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("wrong",), 2, "wrong"),
        (("daily", "--size", "huge"), 2, "huge"),
        (("daily", "--template", "pyproject.toml"), 2, "--template"),
        (("daily", "--category", "tanks"), 1, "no reports of tanks"),
        (("spans", "--claimant", "Nobody"), 1, "Nobody"),
        (("daily", "--start", "2024-12-01", "--end", "2024-11-01"), 1, "--start"),
    ],
)
def test_what_cannot_be_drawn_is_said(args, code: int, said: str, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(ROOT)
    assert said in run("export", *args, "--out", tmp_path, code=code).output

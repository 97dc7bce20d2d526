"""The pictures of pages in the documentation: each is there, small, and of the page whose address its caption names.

`pytest tests/web/test_screens.py --update-screens` takes them anew, over the data that ship.
"""

from __future__ import annotations

import io
import re

import numpy as np
import pytest
from PIL import Image

from dashboard.export.png import texts_of, with_texts

from .conftest import ROOT
from .visits import visiting

FOLDER = ROOT / "docs" / "img"
MENTIONED = re.compile(r"!\[([^\]]+)\]\((?:docs/)?img/([a-z-]+)\.png\)")
PAGE = "losses:page"
COLOURS, MOST_BYTES = 48, 90_000
# Both shrunk to so many dots, and how far two grey dots may lie apart on average: another font or scrollbar is within
# that, another page is not.
DOTS, ALIKE = (60, 50), 8.0


def mentioned() -> dict[str, str]:
    """The caption of each picture that the documentation shows."""
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    return {name: caption for page in pages for caption, name in MENTIONED.findall(page.read_text(encoding="utf-8"))}


def screens() -> dict[str, str]:
    """The address of each picture that is of a page."""
    found = {name: re.search(r": (/\S*)$", caption) for name, caption in mentioned().items()}
    return {name: place[1] for name, place in sorted(found.items()) if place}


def shot(browser, address: str, path: str) -> bytes:
    """The window of a reader who opens the path, in few colours, with the path in its texts."""
    with visiting(browser, address) as visit:
        visit.page.set_viewport_size({"width": 1200, "height": 1000})
        visit.go(path)
        visit.page.get_by_role("button", name="Got it").click()
        visit.settle()
        picture = Image.open(io.BytesIO(visit.page.screenshot(animations="disabled"))).convert("RGB")
    kept = io.BytesIO()
    picture.quantize(COLOURS).save(kept, "PNG", optimize=True)
    return with_texts(kept.getvalue(), {PAGE: path})


def dots(png: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(png)).convert("L").resize(DOTS, Image.Resampling.BOX), dtype=float)


def apart(a: bytes, b: bytes) -> float:
    return float(np.abs(dots(a) - dots(b)).mean())


def test_every_picture_that_is_mentioned_is_there_and_every_one_there_is_mentioned():
    assert {f"{name}.png" for name in mentioned()} == {path.name for path in FOLDER.iterdir()}
    assert len(screens()) >= 4


@pytest.mark.browser
@pytest.mark.parametrize("name", screens())
def test_a_picture_is_of_the_page_that_its_caption_names(name, browser, address, request):
    file, path = FOLDER / f"{name}.png", screens()[name]
    taken = shot(browser, address, path)
    if request.config.getoption("--update-screens"):
        file.write_bytes(taken)
    kept = {other: (FOLDER / f"{other}.png").read_bytes() for other in screens()}
    assert texts_of(kept[name])[PAGE] == path
    assert len(kept[name]) < MOST_BYTES
    distances = {other: apart(taken, png) for other, png in kept.items()}
    assert distances[name] == min(distances.values()), distances
    assert distances[name] < ALIKE, f"{distances}: the page looks otherwise now; take the pictures anew"

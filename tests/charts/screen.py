"""A figure on a real screen: the boxes of all its texts as Chromium lays them out."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import plotly
import plotly.graph_objects as go
from playwright.sync_api import Page, sync_playwright

from dashboard.figure.boxes import Box

SCRIPT = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
# The typeface that ships is not loaded: where it is absent the page falls back to a wider one, the harder case.
_DRAW = """([figure, width]) => {
  const div = document.getElementById("chart");
  div.style.width = width + "px";
  div.style.height = figure.layout.height + "px";
  return Plotly.react(div, figure.data, figure.layout, {displayModeBar: false}).then(() => {
    const frame = div.getBoundingClientRect();
    return [...div.querySelectorAll("svg text")].flatMap(text => {
      const parts = [...text.querySelectorAll("tspan.line")];
      return (parts.length ? parts : [text]).map(part => {
        const box = part.getBoundingClientRect();
        return [part.textContent, box.left - frame.left, box.top - frame.top,
                box.right - frame.left, box.bottom - frame.top];
      });
    });
  });
}"""


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text as it stands on the screen."""

    words: str
    box: Box


@contextmanager
def screen(browser: str) -> Iterator[Page]:
    """A page with Plotly in it, and nothing from the network."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = launched.new_page(viewport={"width": 1700, "height": 1000})
        page.set_content("<body style='margin:0'><div id='chart'></div></body>")
        page.add_script_tag(path=str(SCRIPT))
        yield page
        launched.close()


def texts_on(page: Page, figure: go.Figure, width: int) -> list[Text]:
    """The lines of text of the figure, drawn `width` px wide."""
    found = page.evaluate(_DRAW, [json.loads(figure.to_json()), width])
    return [Text(words, Box(*edges)) for words, *edges in found if words.strip()]


def faults(texts: list[Text], width: float, height: float, tolerance: float = 2.0) -> list[str]:
    """What is clipped by the picture's edge, and which lines overlap by more than `tolerance` px both ways."""
    outer = Box(-tolerance, -tolerance, width + tolerance, height + tolerance)
    clipped = [f"clipped: {text.words!r} {text.box}" for text in texts if not text.box.inside(outer)]
    pairs = itertools.combinations(texts, 2)
    return clipped + [f"{a.words!r} meets {b.words!r}" for a, b in pairs if _shrunk(a.box, tolerance).meets(b.box)]


def _shrunk(box: Box, by: float) -> Box:
    return Box(box.left + by, box.top + by, box.right - by, box.bottom - by)

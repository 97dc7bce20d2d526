"""A warm renderer, or the reason why there is none; and figures small enough to be drawn in no time."""

from __future__ import annotations

import pytest

from dashboard.browser import found_browser
from dashboard.export.renderer import Renderer
from dashboard.export.task import Job


@pytest.fixture(scope="session")
def browser() -> str:
    found = found_browser()
    if found is None:
        pytest.skip("no Chromium, Chrome or Edge was found; set CHROMIUM to the path of one")
    return found


@pytest.fixture(scope="module")
def renderer(browser):
    with Renderer(browser, tabs=1, timeout=60) as opened:
        yield opened


def job(form="png", **layout) -> Job:
    bars = {"type": "bar", "x": ["a", "b"], "y": [2, 3]}
    plain = {"font": {"family": '"Source Sans 3"'}, "title": {"text": "Two bars"}}
    return Job({"data": [bars], "layout": plain | layout}, 320, 200, form, title="Two bars")

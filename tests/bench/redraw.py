"""From a choice on the overview to the drawn figure, in headless Chromium: each control, 24 times."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
from playwright.sync_api import Browser, Page

from dashboard.browser import found_browser
from tests.bench.browser import started
from tests.bench.rivals.serving import ours

CLICKS = 24
_PAUSE = 700
_WATCH = """() => {
  const graph = document.querySelector('.js-plotly-plot');
  const start = event => { window.began = performance.now(); window.redrawn = null; };
  ['click', 'change', 'keydown'].forEach(kind => document.addEventListener(kind, start, true));
  graph.on('plotly_afterplot', () => { if (window.began && !window.redrawn) window.redrawn = performance.now(); });
}"""
_LINKS = {
    "range": ("1 year", "90 days", "30 days", "All"),
    "basis": ("day published", "day covered"),
    "resolution": ("week", "month", "quarter", "day"),
    "scale": ("log", "linear"),
}


def measure() -> str:
    """The time from a choice to the drawn figure, its median and 95th centile."""
    path = found_browser()
    if path is None:
        return "redraw: no Chromium, Chrome or Edge was found, so nothing was measured; name one in CHROMIUM"
    with tempfile.TemporaryDirectory() as folder, ours(Path(folder)) as address, started(path) as browser:
        return "\n".join(_redraws(browser, address))


def _redraws(browser: Browser, address: str) -> list[str]:
    """Each control from the plain view; the last from that of an earlier day, of which nothing is known beforehand."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    ways: dict[str, tuple[str, Callable[[int], None]]] = {
        **{name: ("", _clicker(page, name)) for name in _LINKS},
        "category (server)": ("", lambda n: _choose(page, n)),
        "as-of date (server)": ("", lambda n: _type_day(page, n)),
        "category as of an earlier day (server)": ("?as_of=2024-05-28", lambda n: _choose(page, n)),
    }
    lines = []
    for name, (query, way) in ways.items():
        _opened(page, f"{address}/{query}")
        lines.append(_line(name, [_timed(page, way, n) for n in range(CLICKS)]))
    context.close()
    return lines


def _opened(page: Page, address: str) -> None:
    """Open the page and let what it does ahead come to rest."""
    page.goto(address)
    page.wait_for_selector(".js-plotly-plot .trace path")
    page.wait_for_timeout(4 * _PAUSE)
    page.evaluate(_WATCH)


def _clicker(page: Page, name: str) -> Callable[[int], None]:
    words = _LINKS[name]
    group = page.locator(f"#control-{name}")
    return lambda n: group.get_by_role("link", name=words[n % len(words)], exact=True).click()


def _type_day(page: Page, n: int) -> None:
    field = page.get_by_label("As of", exact=True)
    field.fill(f"{n % 28 + 1} May {2024 + n // 28}")
    field.press("Enter")


def _choose(page: Page, n: int) -> None:
    values = page.locator("#category option").evaluate_all("options => options.map(option => option.value)")
    page.locator("#category").select_option(value=values[(n + 1) % len(values)])


def _timed(page: Page, way: Callable[[int], None], n: int) -> float:
    """Milliseconds from the choice to the drawn figure; nothing else goes on before."""
    page.evaluate("() => { window.began = window.redrawn = null; }")
    way(n)
    page.wait_for_function("() => window.redrawn", timeout=30_000)
    taken = page.evaluate("() => window.redrawn - window.began")
    page.wait_for_timeout(_PAUSE)
    return float(taken)


def _line(name: str, taken: list[float]) -> str:
    half, most = np.percentile(taken, [50, 95])
    return f"redraw, {name}: median {half:.0f} ms, 95th centile {most:.0f} ms of {len(taken)}"

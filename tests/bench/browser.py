"""What a reader waits for at first, in headless Chromium: the first chart of the overview, cold and warm.

Beside a bare Dash page with two bars and a plain Streamlit page with our chart, in turns within one run: the times
depend on the machine and on what else it does, the ratios hardly.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from dashboard.browser import found_browser
from dashboard.web.chart_library import found as chart_library
from tests.bench.rivals.serving import OTHER_PYTHON, SERIES, servers

VISITS = 5
_FIRST = """() => {
  const look = () => {
    if (document.querySelector('.js-plotly-plot .trace path, .js-plotly-plot .points path')) {
      window.firstChart = performance.now();
    } else requestAnimationFrame(look);
  };
  look();
}"""


def measure() -> str:
    """The time to the first chart, cold and warm, and the bytes of a cold visit."""
    path = found_browser()
    if path is None:
        return "browser: no Chromium, Chrome or Edge was found, so nothing was measured; name one in CHROMIUM"
    with tempfile.TemporaryDirectory() as folder, servers(Path(folder)) as addresses, started(path) as browser:
        # The server draws ahead when it starts; a warm server is what is asked for.
        _visit(browser, addresses["ours"]).close()
        lines = [_conditions(addresses), *_first_charts(browser, addresses)]
    return "\n".join(lines)


@contextmanager
def started(path: str) -> Iterator[Browser]:
    """A headless browser at the path."""
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=as_root)
        yield browser
        browser.close()


def _conditions(addresses: dict[str, str]) -> str:
    library = "the part of plotly.js that our charts need" if chart_library().partial else "the whole of plotly.js"
    series = "the full synced series" if SERIES.is_dir() else "the data that ship (no full series was found)"
    missing = f"; no Streamlit: `pip install -e .[bench]`, or name a Python with it in {OTHER_PYTHON}"
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    streamlit = "" if "Streamlit" in addresses else missing
    return f"browser: {library}, {series}, {os.cpu_count()} cores, load {load:.1f}{streamlit}"


def _visit(browser: Browser, address: str) -> BrowserContext:
    """A browser with an empty cache that has opened the address."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    _open(context, address)
    return context


def _open(context: BrowserContext, address: str) -> tuple[float, float]:
    """Seconds to the first chart on a new page, and the megabytes that came over the wire until nothing moved."""
    page, received = context.new_page(), []
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    page.add_init_script(f"({_FIRST})()")
    page.goto(address)
    seconds = page.wait_for_function("() => window.firstChart", timeout=120_000).json_value() / 1e3
    page.wait_for_load_state("networkidle")
    page.close()
    return seconds, sum(received) / 1e6


def _first_charts(browser: Browser, addresses: dict[str, str]) -> list[str]:
    """The pages in turns, each visit with an empty cache and then once more."""
    cold: dict[str, list[float]] = {name: [] for name in addresses}
    warm: dict[str, list[float]] = {name: [] for name in addresses}
    bytes_of: dict[str, float] = {}
    for _ in range(VISITS):
        for name, address in addresses.items():
            context = browser.new_context(viewport={"width": 1440, "height": 900})
            seconds, bytes_of[name] = _open(context, address)
            cold[name].append(seconds)
            warm[name].append(_open(context, address)[0])
            context.close()
    return [
        *(_beside(f"first chart, {kind}", times) for kind, times in (("empty cache", cold), ("warm", warm))),
        "over the wire, empty cache: " + "; ".join(f"{name} {size:.2f} MB" for name, size in bytes_of.items()),
    ]


def _beside(what: str, times: dict[str, list[float]]) -> str:
    ours = median(times["ours"])
    others = [f"{name} {median(each):.2f} s, ratio {median(each) / ours:.2f}" for name, each in times.items()][1:]
    return f"{what}: ours {ours:.2f} s; {'; '.join(others)} (medians of {VISITS})"

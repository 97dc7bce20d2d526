"""A visit to the dashboard in a browser that keeps account of what went wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page

SIZES = {"desk": {"width": 1440, "height": 900}, "phone": {"width": 390, "height": 844}}
_STILL = """() => {
  const graphs = [...document.querySelectorAll('.dash-graph')];
  const heading = document.querySelector('main h1');
  const titled = [...document.querySelectorAll('.chart h2')].every(title => title.textContent);
  const drawn = titled && graphs.every(g => g.querySelector('.trace path, .annotation-text'));
  const grids = [...document.querySelectorAll('.ag-root')].filter(g => g.offsetParent);
  const filled = grids.every(g =>
    g.querySelector('.ag-header-cell') && g.querySelector('.ag-row, .ag-overlay-wrapper:not(.ag-hidden)'));
  return Boolean(heading) && drawn && filled && !document.querySelector('._dash-loading-callback') && window.atRest();
}"""


@dataclass
class Visit:
    """A page and its complaints: console messages, script errors, failed answers, requests to elsewhere."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)

    def go(self, path: str) -> None:
        """Open the path and wait until its heading and its charts are there and it is at rest."""
        self.page.goto(self.address + path)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is under way any more: no callback, call, script or debounce (see stillness.js)."""
        self.page.wait_for_function(_STILL, timeout=60_000)

    def heading(self) -> str:
        """The page's heading."""
        return self.page.locator("main h1").first.inner_text()

    def query(self) -> str:
        """The query of the address."""
        return self.page.evaluate("window.location.search")


@contextmanager
def visiting(browser: Browser, address: str, size: str = "desk", theme: str = "light") -> Iterator[Visit]:
    """A visit in a window of that size, to somebody who prefers that theme."""
    context = browser.new_context(viewport=SIZES[size], color_scheme=theme, accept_downloads=True)
    context.add_init_script(path=Path(__file__).with_name("stillness.js"))
    visit = Visit(context.new_page(), address)
    page, told = visit.page, visit.complaints
    page.on("console", lambda said: told.append(f"console {said.type}: {said.text}"))
    page.on("pageerror", lambda error: told.append(f"script: {error}"))
    page.on("response", lambda got: told.append(f"{got.status} {got.url}") if got.status >= 400 else None)
    page.on("request", lambda r: None if r.url.startswith((address, "data:", "blob:")) else told.append(f"to {r.url}"))
    yield visit
    context.close()

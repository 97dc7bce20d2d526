"""One warm Chromium that draws figures as PNG, SVG or PDF: started when first asked, killed when it hangs."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import logging
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError as Cancelled
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLong
from threading import Thread
from types import TracebackType
from typing import Any

from choreographer.errors import BrowserClosedError, BrowserFailedError, ChannelClosedError
from kaleido import Kaleido

from dashboard.browser import found_browser
from dashboard.export.chromium import Guarded, Page
from dashboard.export.task import Job, NotDrawn, Sheets, Task, drawing, evaluated, printed, printing, returned

NO_BROWSER = (
    "no Chromium, Chrome or Edge was found, which draws the pictures. Install one (Debian: apt-get install chromium), "
    "or set CHROMIUM to its path. The dashboard's pages save pictures in your own browser"
)
_START, _EACH, _CLOSE = 60.0, 30.0, 5.0
_TAB_BYTES = 600_000_000
_FRESH_AFTER = 60
_GONE = (BrowserClosedError, BrowserFailedError, ChannelClosedError, ConnectionError)


def tabs_by_memory() -> int:
    """How many tabs draw at once: as many as there are processors and as memory allows, four at most."""
    try:
        free = os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):
        free = _TAB_BYTES
    return max(1, min(4, os.cpu_count() or 1, int(free // _TAB_BYTES)))


class Renderer:
    """Draws as long as it is open; a picture takes `timeout` seconds at most, whatever the browser does.

    Raises NotDrawn where no browser is found. Its methods may be called from several threads.
    """

    def __init__(self, browser: str | None = None, tabs: int | None = None, timeout: float = _EACH) -> None:
        self._path = browser or found_browser()
        if self._path is None:
            raise NotDrawn(NO_BROWSER)
        logging.getLogger("choreographer").setLevel(logging.CRITICAL)
        logging.getLogger("kaleido").setLevel(logging.CRITICAL)
        self.tabs = tabs or tabs_by_memory()
        self._timeout = timeout
        self._kaleido: Kaleido | None = None
        self._drawn: dict[int, int] = {}
        self._loop = asyncio.new_event_loop()
        self._opening = asyncio.Lock()
        self._thread = Thread(target=self._loop.run_forever, name="renderer", daemon=True)
        self._thread.start()

    def __enter__(self) -> Renderer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def draw(self, job: Job) -> bytes:
        """The picture; raises RefusedFigure for a figure that may not be drawn, NotDrawn where drawing fails."""
        return self._done(drawing(job))

    def print_sheets(self, sheets: Sheets) -> bytes:
        """The pages as one PDF; raises NotDrawn where printing fails."""
        return self._done(printing(sheets))

    def _done(self, task: Task) -> bytes:
        """What the task gives; where the browser goes away, with this task or another one, once more in a new one."""
        try:
            return self._once(task)
        except _GONE:
            self._kill()
        try:
            return self._once(task)
        except _GONE as error:
            self._kill()
            raise NotDrawn("the browser ended while it drew; `losses doctor` names the one that is used") from error

    def _once(self, task: Task) -> bytes:
        """What the task gives in the browser that is open, or is opened now."""
        self._wait(self._open(), _START, "the browser did not start")
        drawn: bytes = self._wait(self._draw(task), self._timeout, f"drawing took more than {self._timeout:g} seconds")
        return drawn

    def draw_all(self, jobs: Iterable[Job | Callable[[], Job]]) -> Iterator[bytes]:
        """The pictures in their order, several drawn at once; a job may be a function that makes it."""
        with ThreadPoolExecutor(self.tabs) as pool:
            yield from pool.map(lambda job: self.draw(job if isinstance(job, Job) else job()), jobs)

    def close(self) -> None:
        """End the browser."""
        with contextlib.suppress(NotDrawn, *_GONE):
            self._wait(self._close(), _CLOSE, "")
        self._kill()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_CLOSE)

    def _wait(self, work: Any, seconds: float, told: str) -> Any:  # noqa: ANN401
        """What the coroutine returns; after the time is up the browser is killed and NotDrawn raised."""
        future: Future[Any] = asyncio.run_coroutine_threadsafe(work, self._loop)
        try:
            return future.result(seconds)
        except Cancelled as error:  # what waits for a browser that went away is cancelled
            raise ConnectionError from error
        except TooLong:
            future.cancel()
            self._kill()
            raise NotDrawn(f"{told}; it has been ended, and the next picture gets a new one") from None

    async def _open(self) -> None:
        async with self._opening:
            if self._kaleido is not None:
                return
            kaleido = Kaleido(
                n=self.tabs, page_generator=Page(), browser_cls=Guarded, path=self._path, enable_extensions=False
            )
            self._kaleido = kaleido
            await kaleido.open()

    async def _draw(self, task: Task) -> bytes:
        kaleido = self._kaleido
        if kaleido is None:
            raise ConnectionError
        tab = await kaleido.tabs_ready.get()
        try:
            value = returned(await tab.tab.send_command("Runtime.evaluate", evaluated(task)))
            if task.sheet:
                value = printed(await tab.tab.send_command("Page.printToPDF", dict(task.sheet)))
            return value.encode() if task.text else base64.b64decode(value)
        finally:
            await self._refreshed(tab)
            kaleido.tabs_ready.put_nowait(tab)

    async def _refreshed(self, tab: Any) -> None:  # noqa: ANN401
        """A new page in the tab after some pictures, so that memory does not grow."""
        self._drawn[id(tab)] = self._drawn.get(id(tab), 0) + 1
        if self._drawn[id(tab)] % _FRESH_AFTER == 0:
            await tab.reload()

    async def _close(self) -> None:
        if self._kaleido is not None:
            await self._kaleido.close()

    def _kill(self) -> None:
        """End the browser with all its processes, at once."""
        kaleido, self._kaleido = self._kaleido, None
        process = getattr(kaleido, "subprocess", None)
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()

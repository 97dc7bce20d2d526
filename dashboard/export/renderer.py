"""One warm Chromium that draws figures as PNG, SVG or PDF: started when first asked, killed when it hangs."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import logging
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import CancelledError as Cancelled
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLong
from dataclasses import dataclass
from threading import Thread
from types import TracebackType
from typing import Any, Literal

from choreographer.errors import BrowserClosedError, BrowserFailedError, ChannelClosedError
from kaleido import Kaleido
from plotly.utils import PlotlyJSONEncoder

from dashboard.browser import found_browser
from dashboard.errors import ExportError
from dashboard.export.admission import admitted
from dashboard.export.chromium import Guarded, Page

Form = Literal["png", "svg", "pdf"]
_START, _EACH, _CLOSE = 60.0, 30.0, 5.0
_TAB_BYTES = 600_000_000
_FRESH_AFTER = 60
_GONE = (BrowserClosedError, BrowserFailedError, ChannelClosedError, ConnectionError)
_PX_IN_INCH = 96


class NotDrawn(ExportError):
    """A picture that could not be drawn; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Job:
    """A figure to draw on `width` × `height` px; `background` is #rrggbb.

    Each px is `scale` px of a PNG, and `printed`/96 inch of a PDF.
    """

    figure: Mapping[str, Any]
    width: int
    height: int
    form: Form = "png"
    scale: int = 1
    printed: float = 1.0
    background: str = "#ffffff"
    title: str = ""


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
            raise NotDrawn(
                "no Chromium, Chrome or Edge was found, which draws the pictures. Install one (Debian: apt-get install "
                "chromium), or set CHROMIUM to its path. The dashboard's pages save pictures in your own browser"
            )
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
        task = _script(job)
        try:
            return self._once(task, job)
        except _GONE:
            self._kill()
        try:  # the browser went away, with this picture or another one: once more in a new one
            return self._once(task, job)
        except _GONE as error:
            self._kill()
            raise NotDrawn("the browser ended while it drew; `losses doctor` names the one that is used") from error

    def _once(self, task: str, job: Job) -> bytes:
        """The picture from the browser that is open, or is opened now."""
        self._wait(self._open(), _START, "the browser did not start")
        drawn: bytes = self._wait(
            self._draw(task, job), self._timeout, f"drawing took more than {self._timeout:g} seconds"
        )
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

    async def _draw(self, script: str, job: Job) -> bytes:
        kaleido = self._kaleido
        if kaleido is None:
            raise ConnectionError
        tab = await kaleido.tabs_ready.get()
        try:
            value = _value(await tab.tab.send_command("Runtime.evaluate", _evaluated(script)))
            if job.form == "svg":
                return value.encode()
            if job.form == "pdf":
                value = (await tab.tab.send_command("Page.printToPDF", _sheet(job)))["result"]["data"]
            return base64.b64decode(value)
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


def _script(job: Job) -> str:
    """The call that draws the job, its figure as JSON."""
    figure = admitted(job.figure, job.width * job.scale, job.height * job.scale)
    asked = {
        "figure": figure,
        "width": job.width,
        "height": job.height,
        "scale": job.scale,
        "printed": job.printed,
        "format": job.form,
        "background": job.background,
        "title": job.title,
    }
    return f"lossesRender({json.dumps(asked, cls=PlotlyJSONEncoder)})"


def _evaluated(script: str) -> dict[str, object]:
    return {"expression": script, "awaitPromise": True, "returnByValue": True}


def _sheet(job: Job) -> dict[str, object]:
    return {
        "printBackground": True,
        "preferCSSPageSize": True,
        "paperWidth": job.width * job.printed / _PX_IN_INCH,
        "paperHeight": job.height * job.printed / _PX_IN_INCH,
        "pageRanges": "1",
    }


def _value(answer: Mapping[str, Any]) -> str:
    """The text that the page's script returned; raises NotDrawn with its own words where it failed."""
    result = answer.get("result", {})
    if "exceptionDetails" in result or "error" in answer:
        details = result.get("exceptionDetails", answer.get("error", {}))
        said = details.get("exception", {}).get("description") or details.get("text") or details.get("message")
        raise NotDrawn(f"the browser could not draw the figure ({str(said)[:200]})")
    return str(result["result"]["value"])

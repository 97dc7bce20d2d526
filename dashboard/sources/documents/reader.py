"""Pages read in a process of their own, which stays warm from page to page and is killed at its limit.

A process, because neither lxml nor trafilatura can be stopped from within; a plain child with pipes, because that
works alike on every system, from any thread, and inside servers whose own workers may not have children of
`multiprocessing`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import weakref
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from threading import Lock, Timer
from typing import IO, Any, cast

from dashboard.sources.documents.frames import receive, send
from dashboard.sources.reading import Fault

# Below two seconds, so that the whole of it, the killing included, stays within them.
LIMIT_SECONDS = 1.8
START_SECONDS = 60.0
ROOT = Path(__file__).resolve().parents[3]
REMEDY = "Open it in a browser and save its text as .txt"


class PageReader:
    """One reading process, started at the first page and again after a kill; one page at a time."""

    def __init__(self, limit: float = LIMIT_SECONDS) -> None:
        self.limit = limit
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._end: Callable[[], object] = lambda: None
        self._owner = os.getpid()

    def read(self, page: str) -> dict[str, Any]:
        """Text and head of a page, as `article` gives them; raises Fault where it is unreadable in `limit` seconds."""
        with self._lock:
            process = self._running()
            reply = _within(self.limit, process, page.encode("utf-8", "replace"))
            if reply is None:
                self._end()
                raise Fault(f"the page is unreadable (no text within {self.limit:g} seconds)", REMEDY)
        found: dict[str, Any] = json.loads(reply)
        if "fault" in found:
            raise Fault(*found["fault"])
        return found

    def _running(self) -> subprocess.Popen[bytes]:
        """The warm process; a new one where there is none, it has ended, or it belongs to the process we came from."""
        if self._process is not None and self._owner == os.getpid() and self._process.poll() is None:
            return self._process
        self._owner, self._process = os.getpid(), _started()
        # Also at the end of this program.
        self._end = weakref.finalize(self, _end, self._process, self._owner)
        if _within(START_SECONDS, self._process, None) is None:
            self._end()
            raise Fault("the reader of pages does not start", "Run `make setup`, or save the page's text as .txt")
        return self._process


@lru_cache(maxsize=1)
def page_reader() -> PageReader:
    """The reader that all pages of this process share, so that a thousand of them do not start a thousand processes."""
    return PageReader()


def _started() -> subprocess.Popen[bytes]:
    # -P: the folder in which a person works is not searched for modules.
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "dashboard.sources.documents.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
    )


def _within(seconds: float, process: subprocess.Popen[bytes], message: bytes | None) -> bytes | None:
    """The process's next answer, to `message` where there is one; None where it was killed at the limit or ended."""
    timer = Timer(seconds, process.kill)
    timer.daemon = True
    timer.start()
    try:
        if message is not None:
            send(cast(IO[bytes], process.stdin), message)
        return receive(cast(IO[bytes], process.stdout))
    except OSError:
        return None
    finally:
        timer.cancel()


def _end(process: subprocess.Popen[bytes], owner: int) -> None:
    """Ends the process and closes its pipes; a fork of its owner leaves it alone."""
    if os.getpid() != owner:
        return
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        with suppress(OSError):
            cast(IO[bytes], pipe).close()

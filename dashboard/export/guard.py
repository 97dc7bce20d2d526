"""Runs a browser for a parent process and ends it, with all that it started, as soon as that parent is gone.

A script of its own, without any import of ours: `python -I guard.py PARENT_PID BROWSER ARGUMENT…`. The browser gets
our standard input and output as its files 3 and 4, through which it is spoken to.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time

_LOOK_EVERY = 0.25
_PROFILE = "--user-data-dir="


def main(parent: int, command: list[str]) -> None:
    """Start the browser and stay until it ends, or until the parent has."""
    os.dup2(0, 3)
    os.dup2(1, 4)
    browser = subprocess.Popen(command, pass_fds=(3, 4))
    signal.signal(signal.SIGTERM, lambda _number, _frame: _end(browser, command))
    while browser.poll() is None:
        if os.getppid() != parent:
            _end(browser, command)
        time.sleep(_LOOK_EVERY)
    # The pipe is not always closed when the browser goes; this wakes the reader at its other end.
    with contextlib.suppress(OSError):
        os.write(1, b"{bye}\n")


def _end(browser: subprocess.Popen[bytes], command: list[str]) -> None:
    """Kill the browser, remove its profile, and then the whole process group, ourselves included."""
    browser.kill()
    browser.wait()
    for folder in (part.removeprefix(_PROFILE) for part in command if part.startswith(_PROFILE)):
        shutil.rmtree(folder, ignore_errors=True)
    os.killpg(os.getpgrp(), signal.SIGKILL)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])

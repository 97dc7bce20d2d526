"""Servers to measure, each in a process of its own that ends with the measurement."""

from __future__ import annotations

import importlib.util
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from dashboard.figure import Style
from dashboard.store import open_store
from dashboard.sync import sync_from
from dashboard.web.editions import Editions, stored
from dashboard.web.view import View

ROOT = Path(__file__).resolve().parents[3]
SERIES = ROOT.parent / "shared" / "general-staff"
# A Python that has the extra `bench`, where the one that runs this does not.
OTHER_PYTHON = "BENCH_PYTHON"
STORE = "bench.sqlite"
_PATIENCE = 90


@contextmanager
def servers(folder: Path) -> Iterator[dict[str, str]]:
    """The addresses of our dashboard, the bare Dash page and, where it is installed, the Streamlit page, by name."""
    with ExitStack() as stack:
        bare = [sys.executable, "-m", "tests.bench.rivals.bare_dash"]
        found = {
            "ours": stack.enter_context(ours(folder)),
            "bare Dash": stack.enter_context(serving(lambda port: [*bare, port])),
        }
        python = with_package("streamlit")
        if python:
            page = str(Path(__file__).with_name("plain_streamlit.py"))
            options = ["--server.headless=true", "--browser.gatherUsageStats=false", "--server.address=127.0.0.1"]
            run = [python, "-m", "streamlit", "run", page, *options, "--server.port"]
            figure = {"FIGURE": str(_figure(folder))}
            found["Streamlit"] = stack.enter_context(serving(lambda port: [*run, port], **figure))
        yield found


@contextmanager
def ours(folder: Path) -> Iterator[str]:
    """The address of our dashboard over the full series, where that lies beside the checkout."""
    store = str(folder / STORE)
    if SERIES.is_dir():
        sync_from(str(SERIES), open_store(store), datetime.now(UTC))
    run = [sys.executable, "-m", "dashboard", "serve", "--store", store, "--port"]
    with serving(lambda port: [*run, port]) as address:
        yield address


def with_package(name: str) -> str | None:
    """A Python that has the package, or None."""
    if importlib.util.find_spec(name):
        return sys.executable
    return os.environ.get(OTHER_PYTHON) or None


def _figure(folder: Path) -> Path:
    drawn = Editions(stored(ROOT / "data", open_store(str(folder / STORE)))).newest().drawn
    path = folder / "figure.json"
    path.write_text(drawn.figure("daily", View(), Style()).to_json())
    return path


@contextmanager
def serving(command, **environment: str) -> Iterator[str]:
    """The address of a server that `command` of a free port starts; it is ended afterwards."""
    with started(command, **environment) as (address, _):
        yield address


@contextmanager
def started(command, **environment: str) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The address of such a server, and its process: the first of a session of its own."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        command(str(port)), cwd=ROOT, env=os.environ | environment, stdout=quiet, stderr=quiet, start_new_session=True
    )
    try:
        _wait(f"http://127.0.0.1:{port}/")
        yield f"http://127.0.0.1:{port}", process
    finally:
        process.terminate()
        process.wait(15)


def _wait(address: str) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except OSError:
            time.sleep(0.3)
    raise TimeoutError(f"no server answered at {address}")

"""Fifty pictures of 1600×900 in one warm browser, beside a loop over plotly's own `write_image`; one alone; memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import perf_counter

from dashboard import pipeline
from dashboard.browser import found_browser
from dashboard.charts import NAMES
from dashboard.export.piece import Piece, files_of
from dashboard.export.renderer import Renderer
from dashboard.export.task import Job
from dashboard.figure import Style
from dashboard.web.edition import Edition
from dashboard.web.printing import piece_of
from dashboard.web.view import View

_BATCH, _PLAIN, _SINGLE, _HANGS = 50, 4, 9, 300
_EXPORTS = int(os.environ.get("BENCH_EXPORTS", "150"))
_LOOP = """
import sys, time
from pathlib import Path
import plotly.io
for name in sys.argv[1:]:
    figure = plotly.io.from_json(Path(name).read_text(), skip_invalid=True)
    start = time.perf_counter()
    figure.write_image(name + ".png", width=1600, height=900)
    print(time.perf_counter() - start, flush=True)
"""


def measure() -> str:
    """Seconds a picture in a batch and in the plain loop with their ratio, one warm picture, and memory over many."""
    browser = found_browser()
    if browser is None:
        return "pictures: not measured, for no Chromium, Chrome or Edge was found"
    edition = Edition(pipeline.build(Path(__file__).resolve().parents[2] / "data"))
    pieces = [piece_of(edition, name, View(), Style("light", "wide"), "bench") for name in NAMES]
    with Renderer(browser) as renderer:
        list(files_of(pieces, "png", renderer))
        start = perf_counter()
        list(files_of(list(islice(cycle(pieces), _BATCH)), "png", renderer))
        each = (perf_counter() - start) / _BATCH
        single = median(_timed(lambda: list(files_of(pieces[:1], "png", renderer))) for _ in range(_SINGLE))
        early, late = _memory(renderer, pieces)
    plain = _plain([piece.job("png") for piece in pieces[:_PLAIN]], browser)
    ratio = f"{plain / each:.1f} times the rate" if plain else "no ratio, since the loop hung"
    told = f"{plain:.2f} s" if plain else f"hung (ended after {_HANGS} s)"
    return (
        f"pictures, 1600×900: {_BATCH} in a batch {each:.3f} s each, plotly's write_image in a loop {told}: {ratio}; "
        f"one warm {single:.3f} s; memory of the browser after {_EXPORTS // 3} pictures {early:.0f} MB, after "
        f"{_EXPORTS} {late:.0f} MB"
    )


def _timed(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _memory(renderer: Renderer, pieces: list[Piece]) -> tuple[float, float]:
    """Proportional memory of the browser's processes in MB, a third of the way and at the end."""
    found = []
    for _ in range(3):
        for _png in files_of(list(islice(cycle(pieces), _EXPORTS // 3)), "png", renderer):
            pass
        found.append(_held(renderer._kaleido.subprocess.pid))
    return found[0], found[-1]


def _held(group: int) -> float:
    told = subprocess.run(["ps", "-eo", "pid=,pgid="], capture_output=True, text=True, check=True).stdout
    mine = [row.split()[0] for row in told.splitlines() if row.split()[1] == str(group)]
    return sum(_proportional(Path("/proc") / pid / "smaps_rollup") for pid in mine) / 1024


def _proportional(path: Path) -> int:
    try:
        return next(int(line.split()[1]) for line in path.read_text().splitlines() if line.startswith("Pss:"))
    except (OSError, StopIteration):
        return 0


def _plain(jobs: list[Job], browser: str) -> float | None:
    """Seconds a picture in a loop over write_image, in a process of its own, since it may hang; None where it did."""
    import plotly.graph_objects as go

    with tempfile.TemporaryDirectory() as folder:
        names = []
        for number, job in enumerate(jobs):
            path = Path(folder) / f"{number}.json"
            path.write_text(go.Figure(job.figure).to_json())
            names.append(str(path))
        try:
            run = subprocess.run(
                [sys.executable, "-c", _LOOP, *names],
                capture_output=True, text=True, timeout=_HANGS, env=os.environ | {"BROWSER_PATH": browser},
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            return None
    times = [float(line) for line in run.stdout.split()]
    return sum(times) / len(times) if times else None

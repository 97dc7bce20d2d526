"""The made-up archive read on one core, by one and two processes, by a Dask cluster of one and two workers, beside
trafilatura on every page.

BENCH_ARCHIVE_PAGES sets how many pages (`make corpus` writes the 200,000 of which they are the first, where it ran).
"""

from __future__ import annotations

import os
import resource
from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

import psutil
from trafilatura import bare_extraction, extract

from dashboard.archive import engine, running
from dashboard.cli.options import SHIPPED
from dashboard.cli.reading import known_at
from dashboard.intake import Reader
from tests.corpus.__main__ import FOLDER
from tests.corpus.writing import PER_FILE, corpus, page

PAGES = int(os.environ.get("BENCH_ARCHIVE_PAGES", "20000"))
SAMPLE = 1_000


class Cost(NamedTuple):
    """Seconds a page: of processor time, which other work on the machine disturbs less, and by the clock."""

    processor: float
    clock: float


def measure() -> str:
    """Pages a second of each engine, with the ratio to trafilatura alone and of two workers to one."""
    files = corpus(FOLDER / "200000", PAGES)
    reader = Reader(*known_at(SHIPPED))
    few = files[: max(1, len(files) // 4)]
    short, _ = _run(few, reader, engine.here)
    spent = _spent()
    one, rows = _run(files, reader, engine.here)
    ours = Cost((_spent() - spent) / PAGES, one / PAGES)
    # Next to ours, so that what else the machine does bears on both alike.
    text, stated = _trafilatura()
    pools = [_run(files, reader, engine.processes(count))[0] for count in (1, 2)]
    clusters = [_clustered(files, reader, count) for count in (1, 2)]
    return "\n".join(
        (
            f"archive of {PAGES:,} made-up pages, {rows['documents']:,} documents with {rows['claims']:,} claims:",
            f"  one core: {PAGES / one:,.0f} pages a second; the first {len(few) * PER_FILE:,} alone: "
            f"{len(few) * PER_FILE / short:,.0f}; {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3:,.0f} MB",
            _twice("process", "processes", *pools),
            _twice("worker", "workers of a LocalCluster", *(seconds for seconds, _ in clusters))
            + f"; the larger held {max(held for _, held in clusters) / 1e6:,.0f} MB",
            _beside("the text alone", text, ours),
            _beside("the text with title, publisher and day, as we read it", stated, ours),
        )
    )


def _beside(what: str, theirs: Cost, ours: Cost) -> str:
    return (
        f"  trafilatura on each of {SAMPLE:,} of these pages, {what}, and ours of all, merging counted in: "
        f"{1e3 * theirs.processor:.1f} ms and {1e3 * ours.processor:.2f} ms of processor time a page, "
        f"{theirs.processor / ours.processor:.1f} ×; {1e3 * theirs.clock:.1f} and {1e3 * ours.clock:.2f} ms by the "
        f"clock, {theirs.clock / ours.clock:.1f} ×"
    )


def _twice(name: str, several: str, one: float, two: float) -> str:
    return f"  one {name}: {PAGES / one:,.0f} pages a second; two {several}: {PAGES / two:,.0f}, {one / two:.2f} × one"


def _run(files: list[Path], reader: Reader, by: engine.Engine) -> tuple[float, dict[str, int]]:
    """Seconds for the whole run, planned, read and merged, and the rows that came out."""
    with TemporaryDirectory() as folder:
        began = perf_counter()
        plan = running.plan(map(str, files))
        report = running.run(plan, f"{folder}/out", reader, "bench", by, lambda _: None)
        return perf_counter() - began, report.rows


def _clustered(files: list[Path], reader: Reader, count: int) -> tuple[float, float]:
    """Seconds for the run on a cluster that is there already, and the bytes that its larger worker came to hold."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=count, threads_per_worker=1, memory_limit="1GB", dashboard_address=None, silence_logs=50
    ) as cluster:
        seconds, _ = _run(files, reader, engine.dask(cluster.scheduler_address, lambda _: None))
        with cluster.get_client() as client:
            held = client.run(lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1_000)
    return seconds, max(held.values())


def _spent() -> float:
    """Seconds of processor time of this process and of those beside it: other work on the machine adds little to it."""
    own = psutil.Process()
    times = [one.cpu_times() for one in (own, *own.children(recursive=True))]
    return sum(one.user + one.system for one in times)


def _trafilatura() -> tuple[Cost, Cost]:
    """What a page costs for the text, and for the text with what the page states, on a random thousand."""
    pages = [page(number)[1] for number in Random(1).sample(range(PAGES), SAMPLE)]
    return _each(extract, pages), _each(lambda html: bare_extraction(html, with_metadata=True), pages)


def _each(read: Callable[[str], object], pages: list[str]) -> Cost:
    spent, began = _spent(), perf_counter()
    for html in pages:
        read(html)
    return Cost((_spent() - spent) / len(pages), (perf_counter() - began) / len(pages))

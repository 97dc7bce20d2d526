"""The made-up archive read on one core, on two, and by a Dask cluster of two workers, beside trafilatura on every page.

BENCH_ARCHIVE_PAGES sets how many pages (`make corpus` writes the 200,000 of which they are the first, where it ran).
"""

from __future__ import annotations

import os
import resource
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

from trafilatura import bare_extraction, extract

from dashboard.archive import engine, running
from dashboard.cli.options import SHIPPED
from dashboard.cli.reading import known_at
from dashboard.intake import Reader
from tests.corpus.__main__ import FOLDER
from tests.corpus.writing import PER_FILE, corpus, page

PAGES = int(os.environ.get("BENCH_ARCHIVE_PAGES", "20000"))
SAMPLE = 1_000
WORKERS = 2


def measure() -> str:
    """Pages a second of each engine, with the ratio to trafilatura alone and of two workers to one."""
    files = corpus(FOLDER / "200000", PAGES)
    reader = Reader(*known_at(SHIPPED))
    few = files[: max(1, len(files) // 4)]
    short, _ = _run(few, reader, engine.here)
    one, rows = _run(files, reader, engine.here)
    two, _ = _run(files, reader, engine.processes(WORKERS))
    dask, memory = _clustered(files, reader)
    text, stated = _trafilatura()
    each = one / PAGES
    return "\n".join(
        (
            f"archive of {PAGES:,} made-up pages, {rows['documents']:,} documents with {rows['claims']:,} claims:",
            f"  one core: {PAGES / one:,.0f} pages a second; the first quarter alone: "
            f"{len(few) * PER_FILE / short:,.0f}; {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3:,.0f} MB",
            f"  two processes: {PAGES / two:,.0f} pages a second, {one / two:.2f} × one",
            f"  LocalCluster of two workers: {PAGES / dask:,.0f} pages a second, {one / dask:.2f} × one; "
            f"the larger worker held {memory / 1e6:,.0f} MB",
            f"  trafilatura on each of {SAMPLE:,} of these pages, text alone: {1 / text:,.0f} a second; one core of "
            f"ours is {text / each:.1f} × that",
            f"  trafilatura with title, publisher and day, as we read them: {1 / stated:,.0f} a second; ours "
            f"{stated / each:.1f} ×",
        )
    )


def _run(files: list[Path], reader: Reader, by: engine.Engine) -> tuple[float, dict[str, int]]:
    """Seconds for the whole run, planned, read and merged, and the rows that came out."""
    with TemporaryDirectory() as folder:
        began = perf_counter()
        plan = running.plan(map(str, files))
        report = running.run(plan, f"{folder}/out", reader, "bench", by, lambda _: None)
        return perf_counter() - began, report.rows


def _clustered(files: list[Path], reader: Reader) -> tuple[float, float]:
    """Seconds for the run on a cluster that is there already, and the bytes that its larger worker came to hold."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=WORKERS, threads_per_worker=1, memory_limit="1GB", dashboard_address=None, silence_logs=50
    ) as cluster:
        seconds, _ = _run(files, reader, engine.dask(cluster.scheduler_address, lambda _: None))
        with cluster.get_client() as client:
            held = client.run(lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1_000)
    return seconds, max(held.values())


def _trafilatura() -> tuple[float, float]:
    """Seconds a page for the text, and for the text with what the page states of itself, on a random thousand."""
    pages = [page(number)[1] for number in Random(1).sample(range(PAGES), SAMPLE)]
    began = perf_counter()
    for html in pages:
        extract(html)
    text = (perf_counter() - began) / SAMPLE
    began = perf_counter()
    for html in pages[: SAMPLE // 4]:
        bare_extraction(html, with_metadata=True)
    return text, (perf_counter() - began) / (SAMPLE // 4)

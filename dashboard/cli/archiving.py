"""`losses ingest --out`: an archive of any size to Parquet; `losses archive`: what was found in it."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard import __version__
from dashboard.cli.reading import known_at
from dashboard.intake import Reader
from dashboard.wording import number

if TYPE_CHECKING:
    from dashboard.archive.progress import Progress
    from dashboard.archive.running import Report


def ingest_archive(paths: Sequence[str], out: str, scheduler: str | None, processes: int, data_dir: Path) -> None:
    """Reads all that lies at the paths into the folder `out`, tells how it goes, and ends with a report."""
    from dashboard.archive import engine, running
    from dashboard.archive.progress import Progress, of_kept

    asked = running.plan(paths)
    several = engine.processes(processes) if processes > 1 else engine.here
    chosen = engine.dask(scheduler, _say) if scheduler else several
    began, progress = time.monotonic(), Progress(asked.size)

    def kept(done: Sequence[engine.Result]) -> None:
        nonlocal progress
        before = of_kept([one for one in done if not isinstance(one, engine.Lost)], asked.size)
        progress = Progress(asked.size, before.before)
        if done:
            _say(f"Pieces kept by an earlier run: {number(len(done))} of {number(len(asked.pieces))}.")

    def told(result: engine.Result) -> None:
        progress.add(result)
        if isinstance(result, engine.Lost):
            _say(f"losses: {result.piece.file}: {result.reason}. The next run tries it again")
        if sys.stderr.isatty():
            click.echo(f"\r\033[K{progress.words(time.monotonic() - began)}", err=True, nl=False)

    report = running.run(
        asked, out, Reader(*known_at(data_dir)), running.mark_of(data_dir, __version__), chosen, told, kept
    )
    _reported(report, progress, time.monotonic() - began, out)


def _say(words: str) -> None:
    click.echo(("\r\033[K" if sys.stderr.isatty() else "") + words, err=True)


def _reported(report: Report, progress: Progress, seconds: float, out: str) -> None:
    """The final report on standard output; exit code 1 where something was left out for good or for now."""
    from dashboard.archive.progress import duration

    rate = progress.records / seconds if seconds > 0 else 0
    click.echo(
        f"Read now: {number(progress.records)} records in {duration(seconds)} ({rate:,.0f} a second). In {out}: "
        f"{number(report.rows['claims'])} claims in {number(report.rows['documents'])} documents, "
        f"{number(report.rows['rejections'])} figures set aside, {number(report.rows['errors'])} errors."
    )
    if report.rows["errors"]:
        click.echo(f"The errors, each with file, place and reason: losses archive errors {out}")
    for address in report.unread:
        click.echo(f"losses: {address}: files of this kind are not read", err=True)
    if report.missing:
        click.echo(f"Not read yet: {number(report.missing)} pieces. Give the same command again.", err=True)
    if report.missing or report.lost:
        sys.exit(1)

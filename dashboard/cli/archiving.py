"""`losses ingest --out`: an archive of any size to Parquet; `losses archive`: what was found in it."""

from __future__ import annotations

import getpass
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dashboard import __version__
from dashboard.cli.options import (
    data_option,
    day_of,
    format_option,
    store_option,
    unread_data_option,
    unread_store_option,
    write_table,
)
from dashboard.cli.reading import known_at
from dashboard.errors import Problem
from dashboard.intake import Reader, add
from dashboard.model import Document
from dashboard.store import Store, open_store
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


def archived(paths: Sequence[str], reader: Reader) -> tuple[list[Document], list[Problem]]:
    """The documents with claims of archives and addresses, and what of them could not be read."""
    if not paths:
        return [], []
    from dashboard.archive.pieces import plan
    from dashboard.archive.reading import documents

    found = list(documents(plan(paths).pieces, reader))
    return [one for one in found if isinstance(one, Document)], [one for one in found if isinstance(one, Problem)]


def is_archive(path: str) -> bool:
    """Whether a path is of the kinds that are read in pieces alone, or lies elsewhere than on this machine."""
    return "://" in path or path.lower().endswith((".warc", ".warc.gz", ".parquet"))


def logged_in() -> str:
    """The name that somebody is logged in with, by which the store says who added what."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unnamed"


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


def _day_option(name: str, words: str) -> Callable[..., Any]:
    return click.option(name, callback=day_of, help=words)


def _asked_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say which claims of an archive are meant."""
    for option in reversed(
        (
            click.option("--search", default="", help="Words of the sentence, the claimant or the publisher."),
            click.option("--claimant", help="Only their claims, by canonical name."),
            click.option("--subject", help="Only losses of this side."),
            click.option("--category", help="personnel, or a category of equipment."),
            _day_option("--since", "Published on that day or later: YYYY-MM-DD."),
            _day_option("--until", "Published on that day or earlier: YYYY-MM-DD."),
            click.option("--least-reports", default=1, show_default=True, help="Told by so many documents."),
        )
    ):
        command = option(command)
    return command


@click.group()
def archive() -> None:
    """What an archive holds that `losses ingest --out` read.

    \b
    Example:
      losses archive claims archive/ --least-reports 3 --since 2024-11-01
    """


@archive.command()
@click.argument("folder")
@_asked_options
@click.option("--limit", default=100, show_default=True, type=click.IntRange(1), help="So many of the best.")
@format_option
@unread_store_option
@unread_data_option
def claims(folder: str, limit: int, form: str | None, **asked: Any) -> None:  # noqa: ANN401
    """The claims of an archive, those of most independent documents first, without loading them all.

    \b
    Example:
      losses archive claims archive/ --claimant "General Staff of Ukraine" --limit 20
    """
    from dashboard.archive.asking import Archive, Asked

    write_table(Archive(folder).table(Asked(**asked), limit), form)


@archive.command()
@click.argument("folder")
@click.option("--limit", default=1_000, show_default=True, type=click.IntRange(1))
@format_option
@unread_store_option
@unread_data_option
def errors(folder: str, limit: int, form: str | None) -> None:
    """What of an archive could not be read: file, place, kind and reason.

    \b
    Example:
      losses archive errors archive/
    """
    from dashboard.archive.asking import Archive

    write_table(Archive(folder).errors(limit), form)


@archive.command()
@click.argument("folder")
@_asked_options
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1), help="So many new documents.")
@click.option("--by", default=None, help="Who adds them (default: the name you are logged in with).")
@store_option
@data_option
def review(
    folder: str,
    limit: int,
    by: str | None,
    store_address: str | None,
    data_dir: Path,
    **asked: Any,  # noqa: ANN401
) -> None:
    """Put the best documents of an archive into the store, where their claims await review; of copies the first.

    Those that the store holds already are passed over: the same command again adds the next ones.

    \b
    Example:
      losses archive review archive/ --least-reports 2 --limit 20
    """
    from dashboard.archive.asking import Archive, Asked

    held = open_store(store_address)
    found = new_ones(held, Archive(folder).best(Asked(**asked)))
    added = list(add(held, islice(found, limit), Reader(*known_at(data_dir)), by or logged_in(), datetime.now(UTC)))
    new = [one for one in added if one.new]
    claims = sum(len(one.extraction.claims) for one in new)
    click.echo(f"Documents added: {number(len(new))}, with {number(claims)} claims that await review.")


def new_ones(held: Store, found: Iterable[tuple[Document, str]]) -> Iterator[tuple[Document, str]]:
    """Those documents that the store does not hold."""
    return (one for one in found if held.document(one[0].id) is None)

"""`losses ingest` and `losses store`: documents into the store, and the store's own safety."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import wraps
from pathlib import Path

import click

from dashboard.cli.archiving import archived, ingest_archive, is_archive, logged_in
from dashboard.cli.options import data_option, published_option, store_option, unread_data_option
from dashboard.cli.reading import documents_at, ended, known_at
from dashboard.intake import Added, Reader, add
from dashboard.model import Document
from dashboard.store import Store, open_store
from dashboard.store.exchange import export as export_review
from dashboard.store.exchange import take_in
from dashboard.store.keeping import backup as back_up
from dashboard.store.keeping import faults
from dashboard.store.keeping import restore as restore_from
from dashboard.wording import number


@click.command()
@click.argument("paths", nargs=-1, required=True)
@published_option
@click.option("--publisher", help="Publisher of the documents that do not name one.")
@click.option("--url", help="Address of the document, where it is one.")
@click.option("--by", default=None, help="Who adds them (default: the name you are logged in with).")
@click.option("--out", metavar="DIR", help="Folder (or fsspec address) for Parquet, instead of the store.")
@click.option("--scheduler", metavar="ADDRESS", help="A Dask scheduler whose workers read, such as tcp://host:8786.")
@click.option("--processes", default=1, show_default=True, type=click.IntRange(1, 256), help="Of this machine.")
@store_option
@data_option
def ingest(
    paths: tuple[str, ...],
    published: date | None,
    publisher: str | None,
    url: str | None,
    by: str | None,
    out: str | None,
    scheduler: str | None,
    processes: int,
    store_address: str | None,
    data_dir: Path,
) -> None:
    """Documents into the store, each with its claims, which then await review. PATHS are files or folders, or `-`.

    A document that the store holds already is left alone, so that the same command can be given again. With --out the
    claims of an archive of any size (.warc[.gz], .jsonl[.gz], .parquet, folders; paths or addresses of s3, gs and
    https) become Parquet by month of publication, read piece by piece; the same command goes on after a break.

    \b
    Example:
      losses ingest articles/
      losses ingest s3://bucket/news/2024/11/ --out archive/ --processes 4
      losses ingest news.warc.gz --out archive/ --scheduler tcp://127.0.0.1:8786
    """
    if out is not None:
        if published or publisher or url or by:
            raise click.UsageError("--published, --publisher, --url and --by are for documents that go into the store")
        ingest_archive(paths, out, scheduler, processes, data_dir)
        return
    if scheduler or processes > 1:
        raise click.UsageError("--scheduler and --processes need --out, the folder that the workers write")
    reader = Reader(*known_at(data_dir))
    read, problems = documents_at([path for path in paths if not is_archive(path)], published, publisher, url)
    found, failures = archived([path for path in paths if is_archive(path)], reader)
    read, problems = read + found, problems + failures
    told = _add(store_address, read, reader, by or logged_in())
    new = [one for one in told if one.new]
    click.echo(
        f"Documents added: {number(len(new))}, with {number(sum(len(one.extraction.claims) for one in new))} claims "
        f"that await review; known already: {number(len(told) - len(new))}; copies among those added: "
        f"{number(sum(bool(one.links) for one in new))}."
    )
    ended(problems)


def _add(store_address: str | None, read: list[Document], reader: Reader, by: str) -> list[Added]:
    """What became of each document; each that is told has been kept."""
    store, at = open_store(store_address), datetime.now(UTC)
    adding = add(store, [(document, document.id) for document in read], reader, by, at)
    hidden = not sys.stderr.isatty() or len(read) < 20
    with click.progressbar(adding, length=len(read), file=sys.stderr, hidden=hidden) as progress:
        return list(progress)


@click.group()
def store() -> None:
    """The store itself: copy it, put a copy back, check it, and take everything that people entered out as files.

    \b
    Example:
      losses store backup losses-backup.db
    """


def _command(name: str, *paths: str) -> Callable[[Callable[..., None]], click.Command]:
    """Makes a function a command of the group: it gets the store that --store names, and the paths of its arguments."""

    def made(function: Callable[..., None]) -> click.Command:
        @wraps(function)
        def on_store(store_address: str | None, **given: Path) -> None:
            function(open_store(store_address), **given)

        command = store_option(unread_data_option(on_store))
        for path in paths:
            command = click.argument(path, type=click.Path(path_type=Path))(command)
        return store.command(name)(command)

    return made


@_command("backup", "file")
def backup(held: Store, file: Path) -> None:
    """Copy the whole store into a new FILE; others may read and write it meanwhile.

    \b
    Example:
      losses store backup losses-backup.db
    """
    click.echo(f"{held} is copied to {back_up(held, file)}.")


@_command("restore", "file")
def restore(held: Store, file: Path) -> None:
    """Put the backup FILE in the place of the store, after a copy of what is there.

    \b
    Example:
      losses store restore losses-backup.db
    """
    before = restore_from(held, file)
    click.echo(f"{file} is now the store {held}." + (f" What was there is in {before}." if before else ""))


@_command("check")
def check(held: Store) -> None:
    """Check that all holds that should: the database, each claim's evidence, the chain of decisions.

    \b
    Example:
      losses store check
    """
    found = list(faults(held))
    for fault in found:
        click.echo(f"losses: {fault}", err=True)
    many = f"{number(len(held.documents()))} documents, {number(len(held.held()))} claims"
    click.echo(f"{held}: {many}, {'nothing wrong' if not found else f'{number(len(found))} faults'}.")
    raise SystemExit(1 if found else 0)


@_command("export", "folder")
def export(held: Store, folder: Path) -> None:
    """Write everything that people entered into a new FOLDER, as lines of JSON that a person can read.

    \b
    Example:
      losses store export review/
    """
    for name, lines in export_review(held, folder).items():
        click.echo(f"{folder / name}: {number(lines)}")


@_command("import", "folder")
def import_(held: Store, folder: Path) -> None:
    """Add what an exported FOLDER holds and the store does not; nothing that is there changes.

    \b
    Example:
      losses store import review/
    """
    taken = take_in(held, folder)
    click.echo(
        f"Added: {number(taken.documents)} documents, {number(taken.decisions)} decisions; there already: "
        f"{number(taken.known)}."
    )

"""`losses sync`: the full public series into the store."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click
import pandas as pd

from dashboard.cli.options import data_option, store_option, write_table
from dashboard.store import open_store
from dashboard.sync import Outcome, in_words, quiet, sync_from

_COLUMNS = ("kind", "report_id", "published", "category", "old_total", "new_total", "old_hedge", "new_hedge")


@click.command()
@click.option("--from", "source", metavar="DIR|URL", help="Folder of the dataset's files, or their https:// address.")
@click.option("--accept-jump", is_flag=True, help="Take it over although it differs by more than is plausible.")
@store_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json", "parquet"]),
    help="The changes as rows on standard output instead of the sentences, which then go to standard error.",
)
@data_option
def sync(source: str | None, accept_jump: bool, store_address: str | None, form: str | None, data_dir: Path) -> None:
    """The full daily series of the General Staff's totals into the store, checked before anything is replaced.

    Without --from it is fetched from the public dataset (MIT licence, Petro Ivaniuk).

    \b
    Example:
      losses sync --from ../shared/general-staff
    """
    store = open_store(store_address)
    with _bar() as progress:
        outcome = sync_from(source, store, datetime.now(UTC), progress, accept_jump)
    for sentence in in_words(outcome):
        click.echo(sentence, err=form is not None)
    if form:
        write_table(_changes(outcome), form)


def _changes(outcome: Outcome) -> pd.DataFrame:
    """One row per report added, changed or removed."""
    rows = [[getattr(change, name) for name in _COLUMNS] for change in outcome.changes]
    frame = pd.DataFrame(rows, columns=list(_COLUMNS))
    return frame.astype({"published": "datetime64[us]", "old_total": float, "new_total": float})


@contextmanager
def _bar() -> Iterator[Callable[[str, int, int], None]]:
    """A progress bar on stderr where that is a terminal, else silence."""
    if not sys.stderr.isatty():
        yield quiet
        return
    with click.progressbar(length=1, file=sys.stderr, item_show_func=lambda step: step) as bar:

        def progress(step: str, done: int, of: int) -> None:
            bar.length = of
            bar.update(done - bar.pos, step)

        yield progress

"""`losses series`, `compare` and `check`: what the series is, who agrees with it, and which claims hold."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click
import pandas as pd

from dashboard import checks, comparison
from dashboard.cli.options import (
    as_of_option,
    data_option,
    format_option,
    opened,
    published_option,
    recorded_option,
    store_option,
    write_table,
)
from dashboard.cli.reading import documents_at, ended
from dashboard.model import Basis
from dashboard.pipeline import SeriesQuery, series_of


@click.command()
@click.option("--claimant", help="Whose figures (default: the reference claimant of the data).")
@click.option("--subject", help="Whose losses (default: the reference subject of the data).")
@click.option("--category", default="personnel", show_default=True, help="personnel, or a category of equipment.")
@click.option("--basis", type=click.Choice([str(b) for b in Basis]), default="covers", show_default=True)
@as_of_option
@recorded_option
@format_option
@store_option
@data_option
def series(
    claimant: str | None,
    subject: str | None,
    category: str,
    basis: str,
    as_of: date | None,
    recorded_as_of: datetime | None,
    form: str | None,
    store_address: str | None,
    data_dir: Path,
) -> None:
    """The normalised daily series: one row per covered period and method.

    \b
    Example:
      losses series --as-of 2024-11-12 --format csv | tail -3
    """
    losses = opened(data_dir, store_address, recorded_as_of)
    known = losses.conflict
    query = SeriesQuery(
        claimant or known.reference_claimant, subject or known.reference_subject, category, Basis(basis), as_of
    )
    write_table(series_of(losses, query), form)


@click.command()
@click.option("--a", help="Claimant, organisation or country whose estimates are compared.")
@click.option("--b", help="Claimant with whose series they are compared.")
@click.option("--by", type=click.Choice(["month", "claim"]), default="month", show_default=True)
@as_of_option
@format_option
@store_option
@data_option
def compare(
    a: str | None,
    b: str | None,
    by: str,
    as_of: date | None,
    form: str | None,
    store_address: str | None,
    data_dir: Path,
) -> None:
    """Estimates of A beside the series of B over the same days.

    \b
    Example:
      losses compare --a "United Kingdom" --by month --format csv
    """
    make = comparison.by_month if by == "month" else comparison.by_claim
    write_table(make(opened(data_dir, store_address), a, b, as_of), form)


@click.command()
@click.argument("paths", nargs=-1)
@published_option
@click.option("--publisher", help="Publisher of the documents, where they do not say.")
@click.option("--url", help="Address of the document, where it does not say.")
@as_of_option
@format_option
@store_option
@data_option
def check(
    paths: tuple[str, ...],
    published: date | None,
    publisher: str | None,
    url: str | None,
    as_of: date | None,
    form: str | None,
    store_address: str | None,
    data_dir: Path,
) -> None:
    """Each claim's verdict with its arithmetic: of PATHS (`-` is standard input), stored nowhere, or of all the data.

    \b
    Example:
      losses check --published 2024-11-12 article.txt
    """
    losses = opened(data_dir, store_address)
    if not paths:
        write_table(checks.check_claims(losses, as_of=as_of), form)
        return
    read, problems = documents_at(paths, published, publisher, url)
    frames = [checks.frame_of(checks.read_and_check(losses, document, as_of)[1]) for document in read]
    write_table(pd.concat(frames, ignore_index=True) if frames else checks.frame_of([]), form)
    ended(problems)

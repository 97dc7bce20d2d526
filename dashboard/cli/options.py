"""Options that several commands share, and how tables leave the program."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path

import click
import pandas as pd
import pyarrow
from pyarrow import parquet

from dashboard.errors import Problem
from dashboard.pipeline import Losses, build, synced_of
from dashboard.shipped import shipped
from dashboard.store import end_of, open_store

SHIPPED = shipped("data")

data_option = click.option(
    "--data",
    "data_dir",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=SHIPPED,
    envvar="LOSSES_DATA",
    help="Folder of the data that ships (default: the one beside the program).",
)
# Every command takes both, also one that reads neither: a script may name them once for all that it calls.
unread_data_option = click.option(
    "--data", expose_value=False, metavar="DIRECTORY", help="Taken as by every command; nothing of it is read."
)
unread_store_option = click.option(
    "--store", expose_value=False, metavar="URL", help="Taken as by every command; nothing is stored."
)
as_of_option = click.option(
    "--as-of", callback=lambda _c, _p, text: _day(text), help="Only what was published by then: YYYY-MM-DD."
)
recorded_option = click.option(
    "--recorded-as-of",
    callback=lambda _c, _p, text: _moment(text),
    help="Replay the store as it stood: a day or a moment (ISO 8601, UTC where no zone is named).",
)
store_option = click.option(
    "--store",
    "store_address",
    envvar="LOSSES_STORE",
    metavar="URL",
    help="The store: sqlite:///PATH, a path, or postgresql://… (default: a file in your data folder).",
)
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json", "parquet"]),
    help="Default: table on a terminal, CSV in a pipe.",
)
published_option = click.option(
    "--published", callback=lambda _c, _p, text: _day(text), help="Day of publication: YYYY-MM-DD."
)


def day_of(_context: object, _option: object, text: str | None) -> date | None:
    """An option's day; click is told where it is none."""
    return _day(text)


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise click.BadParameter(f"{text!r} is no day; write it as YYYY-MM-DD, such as 2024-11-12") from None


def _moment(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        example = "2024-11-12 or 2024-11-12T08:30:00+02:00"
        raise click.BadParameter(f"{text!r} is no moment; write it as ISO 8601, such as {example}") from None
    if len(text) <= len("2024-11-12"):
        return end_of(moment.date())
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def opened(data_dir: Path, store_address: str | None, recorded_as_of: datetime | None = None) -> Losses:
    """The data of `data_dir` and of the store; what was left out is told on stderr."""
    losses = build(data_dir, synced_of(open_store(store_address), recorded_as_of))
    tell(losses.problems)
    return losses


def tell(problems: tuple[Problem, ...] | list[Problem]) -> None:
    """Each problem as a line on stderr."""
    for problem in problems:
        click.echo(f"losses: {problem}", err=True)


def write_table(frame: pd.DataFrame, form: str | None) -> None:
    """The frame on stdout in the format asked for: dates ISO, empty cells empty."""
    plain = frame.assign(**{name: _iso(frame[name]) for name in frame.columns if _is_day(frame[name])})
    plain = plain.assign(**{name: _whole(plain[name]) for name in plain.select_dtypes("float").columns})
    chosen = form or ("table" if sys.stdout.isatty() else "csv")
    if chosen == "table":
        click.echo(plain.to_string(index=False, na_rep="", max_colwidth=60))
    elif chosen == "csv":
        click.echo(plain.to_csv(index=False, lineterminator="\n", float_format="%.12g"), nl=False)
    elif chosen == "json":
        click.echo(plain.to_json(orient="records", force_ascii=False, indent=1))
    else:
        parquet.write_table(pyarrow.Table.from_pandas(frame, preserve_index=False), sys.stdout.buffer)


def _is_day(column: pd.Series) -> bool:
    return pd.api.types.is_datetime64_any_dtype(column)


def _iso(column: pd.Series) -> pd.Series:
    return column.dt.strftime("%Y-%m-%d")


def _whole(column: pd.Series) -> pd.Series:
    """Numbers without a needless ".0" where the whole column is of whole numbers, and without binary dust elsewhere."""
    known = column.dropna()
    return column.astype("Int64") if (known == known.round()).all() else column.round(4)

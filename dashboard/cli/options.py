"""Options that several commands share, and how tables leave the program."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click
import pandas as pd

from dashboard.errors import Problem
from dashboard.pipeline import Losses, build

SHIPPED = Path(__file__).resolve().parents[2] / "data"

data_option = click.option(
    "--data",
    "data_dir",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=SHIPPED,
    envvar="LOSSES_DATA",
    help="Folder of the data that ships (default: the one beside the program).",
)
as_of_option = click.option(
    "--as-of", callback=lambda _c, _p, text: _day(text), help="Only what was published by then: YYYY-MM-DD."
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


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise click.BadParameter(f"{text!r} is no day; write it as YYYY-MM-DD, such as 2024-11-12") from None


def opened(data_dir: Path) -> Losses:
    """The data of `data_dir`; what was left out of it is told on stderr."""
    losses = build(data_dir)
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
    writers: dict[str, Callable[[], Any]] = {
        "table": lambda: click.echo(plain.to_string(index=False, na_rep="", max_colwidth=60)),
        "csv": lambda: click.echo(plain.to_csv(index=False, lineterminator="\n", float_format="%.12g"), nl=False),
        "json": lambda: click.echo(plain.to_json(orient="records", force_ascii=False, indent=1)),
        "parquet": lambda: frame.to_parquet(click.get_binary_stream("stdout"), index=False),
    }
    writers[form or ("table" if sys.stdout.isatty() else "csv")]()


def _is_day(column: pd.Series) -> bool:
    return pd.api.types.is_datetime64_any_dtype(column)


def _iso(column: pd.Series) -> pd.Series:
    return column.dt.strftime("%Y-%m-%d")


def _whole(column: pd.Series) -> pd.Series:
    """Numbers without a needless ".0" where the whole column is of whole numbers, and without binary dust elsewhere."""
    known = column.dropna()
    return column.astype("Int64") if (known == known.round()).all() else column.round(4)

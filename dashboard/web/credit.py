"""Whose collections the figures come from, as the data folder declares it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

FILE = "credit.toml"


@dataclass(frozen=True, slots=True)
class Credit:
    """A collection: which claimant's series, what it is, who made it, under which licence, and where it is."""

    series: str
    what: str
    short: str
    author: str
    licence: str
    address: str


def read(data_dir: Path) -> tuple[Credit, ...]:
    """The credits of a data folder; none where it declares none. Raises ValueError naming a file that is malformed."""
    path = data_dir / FILE
    if not path.is_file():
        return ()
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8")).get("credit", [])
        return tuple(Credit(**{name: str(table[name]) for name in Credit.__slots__}) for table in tables)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, UnicodeDecodeError) as error:
        raise ValueError(
            f"{path}: not a list of [[credit]] tables with {', '.join(Credit.__slots__)} ({error}); mend or remove it"
        ) from error


def source_line(credits: tuple[Credit, ...], claimant: str) -> str:
    """The source of a claimant's series in one line, for the foot of charts."""
    named = [credit.short for credit in credits if credit.series == claimant]
    return "; ".join(named) or f"{claimant}, as in the files of the data folder"

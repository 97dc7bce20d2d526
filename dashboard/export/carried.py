"""The figures that a picture carries in itself, so that it can be told later which of them have been revised."""

from __future__ import annotations

import base64
import binascii
import io
import zlib

import pandas as pd

from dashboard.errors import ExportError
from dashboard.wording import number

_KEYS = ("day", "from", "to", "claimant")
_LONGEST = 20_000_000
_LISTED = 20
_NOTHING = "no figure"


def packed_table(table: pd.DataFrame) -> str:
    """The table as CSV, compressed, in letters that any PNG text may hold; the same for the same table."""
    text = table.to_csv(index=False, lineterminator="\n", float_format="%.12g")
    return base64.b64encode(zlib.compress(text.encode(), 9)).decode()


def unpacked_table(text: str) -> pd.DataFrame:
    """The table, every cell as text; raises ExportError where the text holds none."""
    try:
        unpacking = zlib.decompressobj()
        csv = unpacking.decompress(base64.b64decode(text, validate=True), _LONGEST)
        return pd.read_csv(io.BytesIO(csv), dtype=str, keep_default_na=False)
    except (binascii.Error, zlib.error, ValueError) as error:
        raise ExportError(f"the figures it carries cannot be read ({error})") from error


def changes(then: pd.DataFrame, now: pd.DataFrame) -> list[str]:
    """What differs between two tables of a chart, in words: a row and column each, twenty of them and a count."""
    old, new = _by_key(then), _by_key(now)
    told = [f"{_name(key)}: not there any more" for key in old.index.difference(new.index, sort=False)]
    told += [f"{_name(key)}: new" for key in new.index.difference(old.index, sort=False)]
    both = old.index.intersection(new.index, sort=False)
    columns = [name for name in old.columns if name in new.columns]
    before, after = old.loc[both, columns], new.loc[both, columns]
    for column in columns:
        for key in both[(before[column] != after[column]).to_numpy()]:
            told.append(
                f"{_name(key)}, {column}: {_words(before.at[key, column])} then, {_words(after.at[key, column])} now"
            )
    return told if len(told) <= _LISTED else [*told[:_LISTED], f"and {number(len(told) - _LISTED)} more"]


def _by_key(table: pd.DataFrame) -> pd.DataFrame:
    """The rows under the words that name them; those of one name are told apart by their order."""
    keys = [name for name in _KEYS if name in table.columns] or list(table.columns[:1])
    names = table[keys].agg(_joined, axis=1) if len(table) else pd.Series([], dtype=str)
    index = pd.MultiIndex.from_arrays([names, names.groupby(names).cumcount()])
    return table.drop(columns=keys).set_axis(index)


def _joined(cells: pd.Series) -> str:
    return " · ".join(dict.fromkeys(cell for cell in cells if cell))


def _name(key: tuple[str, int]) -> str:
    name, before = key
    return f"{name} ({before + 1})" if before else name


def _words(cell: object) -> str:
    try:
        return number(float(str(cell))) if cell else _NOTHING
    except ValueError:
        return str(cell)

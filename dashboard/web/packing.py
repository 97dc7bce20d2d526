"""Figures as short text for a browser: steps between numbers, and each form of a text once with its numbers apart.

assets/figures.js puts them together again.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

_LONG = 24
_TENTHS = 10
_DIGITS = 12
_NUMBER = re.compile(r"([0-9]+(?:,[0-9]{3})*)")
_PLAIN, _GROUPED, _OF_TWO, _BETWEEN = "\x01", "\x02", "\x03", "\x04"
_OURS = re.compile(f"[{_PLAIN}-{_BETWEEN}]")


def packed(figure: Mapping[str, Any]) -> str:
    """The figure as JSON text in which a long array of numbers stands as `{"steps": [...], "unit": u, "per": p}`.

    The numbers are the running sums of the steps, times `u`, over `p`; null is no number and leaves the sum as it is.
    Arrays that would lose a digit so stay as they are. Long rows of texts stand as `{"columns": [...]}`, see _texts.
    """
    lean = dict(figure) | {"data": [_lean(trace) for trace in figure.get("data", ())]}
    return json.dumps(lean, default=_array, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def _array(value: object) -> object:
    if isinstance(value, np.ndarray):
        return _steps(value) or _with_nulls(value)
    if isinstance(value, np.generic):
        return value.item()
    raise TypeError(f"{type(value).__name__} cannot be sent to a browser")


def _with_nulls(array: np.ndarray) -> list[Any]:
    if array.dtype.kind != "f":
        return list(array.tolist())
    return [None if isinstance(value, float) and not math.isfinite(value) else value for value in array.tolist()]


def _steps(array: np.ndarray) -> dict[str, Any] | None:
    """The array as steps, or None where it is short, not of numbers in one row, or of numbers with many digits."""
    if array.ndim != 1 or len(array) < _LONG or array.dtype.kind not in "fiu":
        return None
    values = array.astype("float64")
    known = np.isfinite(values)
    for per in (1, _TENTHS):
        whole = np.rint(values[known] * per)
        if known.any() and np.abs(whole).max() < 2**53 and (whole / per == values[known]).all():
            return _summed(whole.astype("int64"), known, per)
    return None


def _summed(whole: np.ndarray, known: np.ndarray, per: int) -> dict[str, Any]:
    steps = np.diff(whole, prepend=0)
    unit = int(np.gcd.reduce(steps)) or 1
    filled: list[int | None] = [None] * len(known)
    for place, step in zip(np.flatnonzero(known), (steps // unit).tolist(), strict=True):
        filled[place] = step
    return {"steps": filled, "unit": unit, "per": per}


def _lean(trace: Mapping[str, Any]) -> dict[str, Any]:
    """The trace with the cells that a pointer asks for in columns, where all of them are texts."""
    columns = _columns(trace.get("customdata"))
    return dict(trace) | ({"customdata": {"columns": [_texts(column) for column in columns]}} if columns else {})


def _columns(cells: object) -> list[tuple[str, ...]]:
    """The columns of many rows of texts, in which no mark of ours would be taken for one of their own; else none."""
    cells = cells.tolist() if isinstance(cells, np.ndarray) else cells
    if not isinstance(cells, list) or len(cells) < _LONG:
        return []
    if not all(isinstance(row, list | tuple) and len(row) == len(cells[0]) for row in cells):
        return []
    columns = list(zip(*cells, strict=True))
    if not all(isinstance(cell, str) for column in columns for cell in column):
        return []
    return [] if any(_OURS.search("".join(column)) for column in columns) else columns


def _texts(column: Sequence[str]) -> dict[str, Any]:
    """The texts as `{"forms": [...], "form": [...], "numbers": [...]}`: each form once, with a mark for each number.

    `form` is the form of each row; `numbers` has, for each place in a form, the numbers of the rows that have it.
    """
    # All texts are taken apart as one: a search for each of them would take four times as long.
    pieces = _NUMBER.split(_BETWEEN.join(column))
    ways = {written: _way(written) for written in set(pieces[1::2])}
    numbers = np.array([ways[written][1] for written in pieces[1::2] if ways[written][1] >= 0], dtype="int64")
    pieces[1::2] = [ways[written][0] for written in pieces[1::2]]
    shapes = "".join(pieces).split(_BETWEEN)
    forms = {shape: place for place, shape in enumerate(dict.fromkeys(shapes))}
    form = np.array([forms[shape] for shape in shapes])
    many = np.array([len(_OURS.findall(shape)) for shape in forms])[form]
    first = np.cumsum(many) - many
    columns = [numbers[(first + place)[many > place]] for place in range(many.max())]
    return {"forms": list(forms), "form": form, "numbers": columns}


def _way(written: str) -> tuple[str, int]:
    """A mark for a number that can be written again from its value alone, and the value; else the text and -1."""
    value = int(written.replace(",", ""))
    ways = {str(value): _PLAIN, f"{value:,}": _GROUPED, f"{value:02}": _OF_TWO}
    return (ways[written], value) if written in ways and len(written) <= _DIGITS else (written, -1)

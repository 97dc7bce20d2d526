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
_NUMBER = re.compile(r"[0-9]+(?:,[0-9]{3})*")
_PLAIN, _GROUPED, _OF_TWO = "\x01", "\x02", "\x03"


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
    cells = trace.get("customdata")
    if not isinstance(cells, list) or len(cells) < _LONG or not all(_is_texts(row, len(cells[0])) for row in cells):
        return dict(trace)
    return dict(trace) | {"customdata": {"columns": [_texts(column) for column in zip(*cells, strict=True)]}}


def _is_texts(row: object, length: int) -> bool:
    return isinstance(row, list | tuple) and len(row) == length and all(_is_text(cell) for cell in row)


def _is_text(cell: object) -> bool:
    """Whether the cell is a text in which a mark of ours would not be taken for one of its own."""
    return isinstance(cell, str) and not any(mark in cell for mark in (_PLAIN, _GROUPED, _OF_TWO))


def _texts(column: Sequence[str]) -> dict[str, Any]:
    """The texts as `{"forms": [...], "form": [...], "numbers": [...]}`: each form once, with a mark for each number.

    `form` is the form of each row; `numbers` has, for each place in a form, the numbers of the rows that have it.
    """
    forms: dict[str, int] = {}
    found = [_apart(text) for text in column]
    form = [forms.setdefault(shape, len(forms)) for shape, _ in found]
    places = max((len(numbers) for _, numbers in found), default=0)
    columns = [[numbers[n] for _, numbers in found if n < len(numbers)] for n in range(places)]
    return {
        "forms": list(forms),
        "form": np.array(form),
        "numbers": [np.array(numbers, dtype="int64") for numbers in columns],
    }


def _apart(text: str) -> tuple[str, list[int]]:
    """The text with a mark for each number that can be written again from its value alone, and these numbers."""
    numbers: list[int] = []

    def taken(match: re.Match[str]) -> str:
        written, value = match[0], int(match[0].replace(",", ""))
        ways = {str(value): _PLAIN, f"{value:,}": _GROUPED, f"{value:02}": _OF_TWO}
        if written not in ways or len(written) > _DIGITS:
            return written
        numbers.append(value)
        return ways[written]

    return _NUMBER.sub(taken, text), numbers

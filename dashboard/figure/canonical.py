"""The bytes that stand for the data behind a figure; their SHA-256 goes into exported pictures as `losses:data`."""

from __future__ import annotations

import dataclasses
import json
from datetime import date, datetime
from enum import Enum

import numpy as np
import pandas as pd

from dashboard.figure.view import Words


def canonical(numbers: object) -> bytes:
    """The same bytes for the same numbers, whatever the process or the order of keys; words are left out.

    UTF-8 JSON with sorted keys; dates ISO, whole floats as integers, "no figure" (NaN, NaT, None) as null.
    """
    return json.dumps(
        _simple(numbers), sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False
    ).encode()


def _simple(value: object) -> object:
    """The value in terms of JSON alone."""
    if isinstance(value, pd.DataFrame):
        return {str(name): [_simple(cell) for cell in value[name]] for name in value.columns}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {f.name: getattr(value, f.name) for f in dataclasses.fields(value)}
        return {name: _simple(part) for name, part in fields.items() if not isinstance(part, Words)}
    if isinstance(value, dict):
        return {str(key): _simple(part) for key, part in value.items()}
    if isinstance(value, list | tuple | np.ndarray):
        return [_simple(part) for part in value]
    return _scalar(value)


def _scalar(value: object) -> object:
    if value is None or value is pd.NaT or (isinstance(value, float | np.floating) and np.isnan(value)):
        return None
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, bool | np.bool_):
        return bool(value)
    if isinstance(value, float | np.floating | int | np.integer):
        return int(value) if float(value).is_integer() else float(value)
    return str(value)

"""Rows to a frame that its schema has checked, dtypes set, which an empty frame would otherwise lack."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd
import pandera.pandas as pa


def checked(rows: Iterable[Any], schema: pa.DataFrameSchema) -> pd.DataFrame:
    """The rows (mappings or tuples) with the schema's columns and dtypes; pandera's error where they do not fit."""
    frame = pd.DataFrame(list(rows), columns=list(schema.columns))
    for name, column in schema.columns.items():
        kind: Any = str(column.dtype)
        frame[name] = pd.to_datetime(frame[name]).astype(kind) if "datetime" in kind else frame[name].astype(kind)
    return schema.validate(frame)

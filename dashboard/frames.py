"""Rows to a checked frame: the dtypes that a schema names, on an empty frame too, which pandas would leave untyped."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd
import pandera.pandas as pa


def checked(rows: Iterable[Any], schema: pa.DataFrameSchema) -> pd.DataFrame:
    """The rows (mappings or tuples) as a frame of `schema`; pandera's SchemaError where they break it."""
    frame = pd.DataFrame(list(rows), columns=list(schema.columns))
    return schema.validate(frame.astype({name: _dtype(str(column.dtype)) for name, column in schema.columns.items()}))


def _dtype(declared: str) -> str:
    """The pandas dtype of a schema's column; pandera tells texts and instants under names of its own."""
    if declared.startswith("string"):
        return "str"
    return "datetime64[us]" if declared.startswith("datetime64") else declared

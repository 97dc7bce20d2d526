"""What the HTTP API takes and gives: its parameters and the fields of its rows, each described once.

Reading a request, the CSV's columns and the OpenAPI document all come from here.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from dashboard.comparison import COMPARISON
from dashboard.model import CASUALTY_TYPES, Basis, Hedge, PeriodKind, Statistic
from dashboard.series import SERIES
from dashboard.verdict import Verdict
from dashboard.web.view import LONGEST_VALUE, MEANS, RESOLUTIONS, UNITS

Schema = Mapping[str, Any]
CLAIMS, ROWS, COMPARED = "/api/claims", "/api/series", "/api/comparison"
PATHS = (CLAIMS, ROWS, COMPARED)
MOST = 100_000


@dataclass(frozen=True, slots=True)
class Parameter:
    """A query parameter: what it may hold, what it does, and at which addresses. `own` ones are none of the pages'."""

    name: str
    schema: Schema
    told: str
    paths: Collection[str] = PATHS
    own: bool = False
    several: bool = False


def _text() -> Schema:
    return {"type": "string", "minLength": 1, "maxLength": LONGEST_VALUE}


def _day() -> Schema:
    return {"type": "string", "format": "date"}


def _one_of(*names: str) -> Schema:
    return {"type": "string", "enum": list(names)}


def _null(schema: Schema) -> Schema:
    return {**schema, "type": [schema["type"], "null"]}


_NUMBER: Schema = MappingProxyType({"type": "number"})
_COUNT: Schema = MappingProxyType({"type": "integer", "minimum": 0})
_WORDS: Schema = MappingProxyType({"type": "string"})
_TRUTH: Schema = MappingProxyType({"type": "boolean"})
_UNUSED = "A page's address may hold it; it changes nothing here."

PARAMETERS = (
    Parameter("format", _one_of("json", "csv"), "The form of the answer (default: json).", own=True),
    Parameter(
        "limit",
        {"type": "integer", "minimum": 1, "maximum": MOST},
        "How many rows at most (default: all). X-Total-Count tells how many there are, Link where the next are.",
        own=True,
    ),
    Parameter(
        "offset",
        {"type": "integer", "minimum": 0, "maximum": MOST},
        "How many rows to leave out at the start (default: 0).",
        own=True,
    ),
    Parameter("start", _day(), "First day; rows whose days touch the range are given."),
    Parameter("end", _day(), "Last day, included."),
    Parameter("basis", _one_of(*Basis), "Which day a date names: the day covered (default) or that of publication."),
    Parameter("as_of", _day(), "Only what had been published by the end of that day."),
    Parameter("recorded_as_of", _text(), "The store as it stood at a day or moment (ISO 8601, UTC)."),
    Parameter("category", _text(), "personnel (default), or a category of equipment such as tanks.", (ROWS,)),
    Parameter("category", _text(), _UNUSED, (CLAIMS, COMPARED)),
    Parameter("subject", _text(), "Whose losses, by the name of a side.", (CLAIMS, COMPARED)),
    Parameter("subject", _text(), "Whose losses (default: those of the reference series).", (ROWS,), own=True),
    Parameter(
        "claimant",
        _text(),
        "Whose figures, by the name in the list of claimants; may be repeated.",
        (CLAIMS, COMPARED),
        several=True,
    ),
    Parameter("claimant", _text(), "Whose series (default: the reference claimant).", (ROWS,), own=True),
    Parameter(
        "definition",
        _text(),
        "What is counted, in words such as 'killed and wounded'; may be repeated.",
        (CLAIMS, COMPARED),
        several=True,
    ),
    Parameter("definition", _text(), _UNUSED, (ROWS,), several=True),
    Parameter("publisher", _text(), "Only claims of that publisher.", (CLAIMS,), own=True),
    Parameter("verdict", _one_of(*Verdict), "Only claims with that verdict.", (CLAIMS,), own=True),
    Parameter(
        "by", _one_of("month", "claim"), "A row for each whole month (default) or each claim.", (COMPARED,), own=True
    ),
    Parameter("a", _text(), "Whose estimates: a claimant, alias, organisation or country.", (COMPARED,), own=True),
    Parameter("b", _text(), "The claimant whose series they are set beside.", (COMPARED,), own=True),
    Parameter("by", _one_of(*RESOLUTIONS), _UNUSED, (CLAIMS, ROWS)),
    Parameter("mean", _one_of(*map(str, MEANS)), _UNUSED),
    Parameter("unit", _one_of(*UNITS), _UNUSED),
    Parameter("log", _one_of("0", "1"), _UNUSED),
    *(Parameter(name, _text(), _UNUSED) for name in ("claim", "id", "q", "group")),
)

_SPAN = {"start": _COUNT, "end": _COUNT}
CLAIM_FIELDS: Mapping[str, Schema] = MappingProxyType(
    {
        "document_id": _WORDS,
        "publisher": _null(_WORDS),
        "published": _null(_day()),
        "url": _null(_WORDS),
        "value": _null(_NUMBER),
        "low": _null(_NUMBER),
        "high": _null(_NUMBER),
        "hedge": _one_of(*Hedge),
        "subject": _null(_WORDS),
        "category": _WORDS,
        "casualty_types": {"type": "array", "items": _one_of(*CASUALTY_TYPES)},
        "statistic": _one_of(*Statistic),
        "period": {
            "type": "object",
            "properties": {"kind": _one_of(*PeriodKind), "start": _null(_day()), "end": _null(_day())},
        },
        "basis": _one_of(*Basis),
        "claimant": _null(_WORDS),
        "record": _TRUTH,
        "evidence": {"type": ["object", "null"], "properties": {"text": _WORDS, **_SPAN}},
        "claim_id": _WORDS,
        "figure": {"type": ["object", "null"], "properties": _SPAN},
        "relayed_by": _null(_WORDS),
        "confidence": _null(_NUMBER),
        "verdict": _one_of(*Verdict),
        "reference": _null(_NUMBER),
        "difference": _null(_NUMBER),
        "explanation": _WORDS,
    }
)


def fields_of(path: str) -> Mapping[str, Schema]:
    """The fields of a row at `path`, in their order."""
    return CLAIM_FIELDS if path == CLAIMS else _of_frame(SERIES if path == ROWS else COMPARISON)


def columns_of(path: str) -> list[str]:
    """The columns of the CSV at `path`: nested fields are joined by `_`, and the order is always the same."""
    return [column for name, schema in fields_of(path).items() for column in _flat(name, schema)]


def _flat(name: str, schema: Schema) -> list[str]:
    return [f"{name}_{part}" for part in schema["properties"]] if "properties" in schema else [name]


def _of_frame(frame: Any) -> Mapping[str, Schema]:  # noqa: ANN401 - pandera has no types
    return {name: _of_column(str(column.dtype), column.nullable) for name, column in frame.columns.items()}


def _of_column(dtype: str, nullable: bool) -> Schema:
    if dtype.startswith("datetime64"):
        schema: Schema = _day()
    elif dtype.startswith("float"):
        schema = _NUMBER
    else:
        schema = {"int64": _COUNT, "bool": _TRUTH}.get(dtype, _WORDS)
    return _null(schema) if nullable else schema

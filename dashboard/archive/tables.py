"""The tables of an archive as Parquet: documents, claims, rejections, errors, each by month of publication."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from io import BytesIO
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from dashboard.archive.found import Failure
from dashboard.archive.reading import Read
from dashboard.identity import figure_of, printed
from dashboard.intake.alike import signature
from dashboard.model import Claim, Claimant, claim_to_json

_TEXT, _DAY = pa.string(), pa.date32()
DOCUMENTS = pa.schema(
    {"document_id": _TEXT, "publisher": _TEXT, "published": _DAY, "url": _TEXT, "title": _TEXT, "language": _TEXT,
     "text": _TEXT, "claims": pa.int32(), "signature": pa.binary(), "file": _TEXT, "place": pa.int64()}
)  # fmt: skip
CLAIMS = pa.schema(
    {"claim_id": _TEXT, "document_id": _TEXT, "publisher": _TEXT, "published": _DAY, "url": _TEXT,
     "value": pa.float64(), "low": pa.float64(), "high": pa.float64(), "hedge": _TEXT, "subject": _TEXT,
     "category": _TEXT, "casualty_types": pa.list_(_TEXT), "statistic": _TEXT, "period_kind": _TEXT,
     "period_start": _DAY, "period_end": _DAY, "basis": _TEXT, "claimant": _TEXT, "record": pa.bool_(),
     "evidence": _TEXT, "evidence_start": pa.int64(), "evidence_end": pa.int64(), "figure_start": pa.int64(),
     "figure_end": pa.int64(), "relayed_by": _TEXT, "confidence": pa.float64(), "same": _TEXT}
)  # fmt: skip
REJECTIONS = pa.schema(
    {"document_id": _TEXT, "published": _DAY, "start": pa.int64(), "end": pa.int64(), "text": _TEXT, "reason": _TEXT}
)  # fmt: skip
ERRORS = pa.schema({"file": _TEXT, "place": pa.int64(), "kind": _TEXT, "reason": _TEXT, "url": _TEXT})
SCHEMAS: Mapping[str, pa.Schema] = {
    "documents": DOCUMENTS, "claims": CLAIMS, "rejections": REJECTIONS, "errors": ERRORS,
}  # fmt: skip
UNKNOWN = "unknown"
# What is left of a text that no Parquet reader takes: halves of characters.
_HALVES = dict.fromkeys(range(55296, 57344), 65533)


class Gathered:
    """The rows of one piece, table by table and month by month."""

    def __init__(self, claimants: Mapping[str, Claimant]) -> None:
        self._claimants = claimants
        self._rows: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)

    def add(self, one: Read | Failure) -> None:
        """Takes in a document with its claims, or a failure."""
        if isinstance(one, Failure):
            self._rows["errors", UNKNOWN].append(
                {"file": one.file, "place": one.at, "kind": one.kind, "reason": one.reason, "url": one.url}
            )
            return
        read = one.extraction
        month = month_of(read.document.published)
        self._rows["documents", month].append(_document(one))
        self._rows["claims", month] += [_claim(claim, self._claimants) for claim in read.claims]
        self._rows["rejections", month] += [
            {"document_id": read.document.id, "published": read.document.published, "start": told.evidence.start,
             "end": told.evidence.end, "text": told.evidence.text, "reason": told.reason}
            for told in read.rejections
        ]  # fmt: skip

    def files(self) -> Iterable[tuple[str, str, int, bytes]]:
        """Table, month, rows and bytes of each file."""
        for (table, month), rows in sorted(self._rows.items()):
            if rows:
                yield table, month, len(rows), packed(table, rows)


def packed(table: str, rows: list[dict[str, Any]]) -> bytes:
    """The rows as a Parquet file."""
    buffer = BytesIO()
    plain = [{name: _plain(value) for name, value in row.items()} for row in rows]
    parquet.write_table(pa.Table.from_pylist(plain, SCHEMAS[table]), buffer, compression="zstd")
    return buffer.getvalue()


def _plain(value: Any) -> Any:  # noqa: ANN401
    return value if not isinstance(value, str) or value.isascii() else value.translate(_HALVES)


def month_of(day: date | None) -> str:
    """The month of a day as `2024-11`, `unknown` where there is none."""
    return f"{day:%Y-%m}" if day else UNKNOWN


def _document(one: Read) -> dict[str, Any]:
    of = one.extraction.document
    return {
        "document_id": of.id,
        "publisher": of.publisher,
        "published": of.published,
        "url": of.url,
        "title": of.title,
        "language": of.language,
        "text": of.text,
        "claims": len(one.extraction.claims),
        "signature": signature(of.text),
        "file": one.file,
        "place": one.at,
    }


def _claim(claim: Claim, claimants: Mapping[str, Claimant]) -> dict[str, Any]:
    """A row of CLAIMS: the fields of the public JSON, laid flat."""
    told, figure = claim_to_json(claim), claim.figure
    quote = claim.evidence
    flat = {
        "published": claim.published,
        "value": claim.value,
        "low": claim.low,
        "high": claim.high,
        "period_kind": str(claim.period.kind),
        "period_start": claim.period.start,
        "period_end": claim.period.end,
        "evidence": quote.text if quote else None,
        "evidence_start": quote.start if quote else None,
        "evidence_end": quote.end if quote else None,
        "figure_start": figure.start if figure else None,
        "figure_end": figure.end if figure else None,
        "same": same(claim, claimants),
    }
    return {name: flat.get(name, told.get(name)) for name in CLAIMS.names}


def same(claim: Claim, claimants: Mapping[str, Claimant]) -> str | None:
    """What two documents tell alike when they tell one claim: figure, definition and number; None where it is open."""
    figure = figure_of(claim, claimants)
    if figure is None:
        return None
    days = [figure.start.isoformat(), figure.end.isoformat(), figure.one_day_within]
    told = [figure.claimant, figure.subject, figure.category, *days, figure.statistic, claim.casualty_types]
    return json.dumps([*told, *printed(claim)], ensure_ascii=False)

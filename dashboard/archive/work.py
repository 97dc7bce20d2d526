"""One piece of an archive read and kept: its tables first, then its entry in the manifest, which makes them count.

Reading a piece again writes the same files anew, so that it does not matter where a run was cut off.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from dashboard.archive.found import Failure, Passed
from dashboard.archive.pieces import Piece
from dashboard.archive.places import Folder, opened
from dashboard.archive.reading import Outcome, outcome, records
from dashboard.archive.tables import Gathered
from dashboard.intake.adding import Reader


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a piece: records by what they were, failures by kind, and the files written."""

    piece: str
    size: int
    records: int = 0
    documents: int = 0
    claims: int = 0
    passed: Mapping[str, int] = field(default_factory=dict)
    failed: Mapping[str, int] = field(default_factory=dict)
    files: tuple[Mapping[str, Any], ...] = ()


def read_piece(piece: Piece, out: str, reader: Reader) -> Done:
    """Reads a piece and keeps what it holds below `out`; what was kept before is told, not read again.

    Raises OSError where a file cannot be read or written at all.
    """
    folder = Folder(out)
    if (known := entry(folder, piece.id)) is not None:
        return known
    gathered = Gathered(reader.claimants)
    count, passed, failed = Counter[str](), Counter[str](), Counter[str]()
    for one in _outcomes(piece, reader):
        count["records"] += 1
        if isinstance(one, Passed):
            passed[one.kind] += 1
            continue
        gathered.add(one)
        if isinstance(one, Failure):
            failed[one.kind] += 1
        else:
            count["documents"] += 1
            count["claims"] += len(one.extraction.claims)
    files = []
    for table, month, many, data in gathered.files():
        name = f"pieces/{table}/month={month}/{piece.id}.parquet"
        folder.put(name, data)
        files.append({"table": table, "month": month, "rows": many, "name": name})
    done = Done(piece.id, piece.size, **count, passed=dict(passed), failed=dict(failed), files=tuple(files))
    folder.put(entry_name(piece.id), json.dumps(asdict(done), sort_keys=True).encode())
    return done


def _outcomes(piece: Piece, reader: Reader) -> Iterator[Outcome]:
    for part in piece.parts:
        with opened(part.address) as file:
            for found in records(file, piece.kind, part):
                yield outcome(found, reader)


def entry_name(piece: str) -> str:
    """The name of a piece's entry in the manifest."""
    return f"manifest/pieces/{piece[:2]}/{piece}.json"


def entry(folder: Folder, piece: str) -> Done | None:
    """The entry of a piece that was read whole; None for one that was not."""
    return told(folder.get(entry_name(piece)))


def told(data: bytes | None) -> Done | None:
    """The entry that these bytes hold; None where there are none, or they are no longer readable."""
    try:
        known = json.loads(data) if data else None
        return Done(**(known | {"files": tuple(known["files"])})) if known else None
    except (ValueError, TypeError, KeyError):
        return None

"""An archive in pieces: spans of files that are read one by one, alike on every machine and in every run."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from dashboard.archive.places import Place, files_at

# A piece is an eighth of its file within these bounds: it depends on the file alone, so that it is the same again.
LEAST, MOST = 8_000_000, 128_000_000
# Small files go together, a batch of one folder.
BATCH_FILES = 200


class Kind(StrEnum):
    """What a file holds, by its suffix."""

    WARC = "warc"
    LINES = "jsonl"
    PARQUET = "parquet"
    SINGLE = "single"


SUFFIXES = {
    ".warc": Kind.WARC,
    ".warc.gz": Kind.WARC,
    ".jsonl": Kind.LINES,
    ".jsonl.gz": Kind.LINES,
    ".parquet": Kind.PARQUET,
    ".html": Kind.SINGLE,
    ".htm": Kind.SINGLE,
    ".txt": Kind.SINGLE,
    ".md": Kind.SINGLE,
}


@dataclass(frozen=True, slots=True)
class Part:
    """The bytes of a file from `start` up to `stop`: what begins in them is read."""

    address: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Piece:
    """What one task reads. `id` names its content and span; `file` what it belongs to, a file or a folder."""

    id: str
    kind: Kind
    file: str
    parts: tuple[Part, ...]

    @property
    def size(self) -> int:
        """Its size in bytes, as stored."""
        return sum(part.stop - part.start for part in self.parts)


@dataclass(frozen=True, slots=True)
class Plan:
    """The pieces of an archive, and the files that are of no kind that is read."""

    pieces: tuple[Piece, ...]
    unread: tuple[str, ...]

    @property
    def size(self) -> int:
        """Bytes of all pieces."""
        return sum(piece.size for piece in self.pieces)


def plan(addresses: Iterable[str]) -> Plan:
    """The pieces of all that lies at the addresses, each file once. Raises ArchiveError where nothing lies there."""
    places = {place.address: place for address in addresses for place in files_at(address)}
    kinds = {address: kind_of(address) for address in sorted(places)}
    large = [address for address, kind in kinds.items() if kind not in (None, Kind.SINGLE)]
    small = [places[address] for address, kind in kinds.items() if kind is Kind.SINGLE]
    pieces = [piece for address in large for piece in _spans(places[address], kinds[address] or Kind.SINGLE)]
    return Plan((*pieces, *_batches(small)), tuple(address for address, kind in kinds.items() if kind is None))


def kind_of(address: str) -> Kind | None:
    """What the file holds, None where its suffix says nothing."""
    name = address.lower().split("?")[0]
    return next((kind for suffix, kind in SUFFIXES.items() if name.endswith(suffix)), None)


def _spans(place: Place, kind: Kind) -> Iterator[Piece]:
    """The spans of a file; lines that are compressed as a whole can be read from their beginning only."""
    whole = kind is Kind.PARQUET or place.address.lower().endswith(".jsonl.gz")
    step = place.size if whole else min(MOST, max(LEAST, -(-place.size // 8)))
    for start in range(0, max(1, place.size), max(1, step)):  # an empty file is one piece, so that it is told of
        part = Part(place.address, start, min(place.size, start + step))
        yield Piece(_id(kind, [(part, place.stamp)]), kind, place.address, (part,))


def _batches(places: list[Place]) -> Iterator[Piece]:
    """Small files of one folder, some hundred a piece."""
    folders: dict[str, list[Place]] = {}
    for place in places:
        folders.setdefault(place.address.rpartition("/")[0], []).append(place)
    for folder, held in folders.items():
        for first in range(0, len(held), BATCH_FILES):
            batch = [(Part(one.address, 0, one.size), one.stamp) for one in held[first : first + BATCH_FILES]]
            yield Piece(_id(Kind.SINGLE, batch), Kind.SINGLE, folder, tuple(part for part, _ in batch))


def _id(kind: Kind, parts: list[tuple[Part, str]]) -> str:
    told = "\n".join(f"{part.address} {stamp} {part.start} {part.stop}" for part, stamp in parts)
    return hashlib.sha256(f"{kind}\n{told}".encode("utf-8", "surrogatepass")).hexdigest()[:20]

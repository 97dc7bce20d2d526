"""The review as files that people and programs can read: one JSON object a line, and back again without loss."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from dashboard.errors import LossesError, StoreError
from dashboard.model import Document, claim_from_json, claim_to_json, iso
from dashboard.store.review.values import Decision, Deed, Kept, Link, LinkKind, SetAside

T = TypeVar("T")
DOCUMENTS, DECISIONS, ASIDE, LINKS = "documents.jsonl", "decisions.jsonl", "set_aside.jsonl", "links.jsonl"


def write(
    folder: Path,
    documents: Iterable[Kept],
    decisions: Iterable[Decision],
    aside: Iterable[SetAside],
    links: Iterable[Link],
) -> dict[str, int]:
    """Writes the files into a folder that is new or empty; returns the number of lines of each.

    Raises StoreError where the folder holds something, or cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise StoreError(f"{folder} is not empty and was left as it is; choose another folder")
        return {
            DOCUMENTS: _lines(folder / DOCUMENTS, map(_kept_row, documents)),
            DECISIONS: _lines(folder / DECISIONS, map(_decision_row, decisions)),
            ASIDE: _lines(folder / ASIDE, (one._asdict() for one in aside)),
            LINKS: _lines(folder / LINKS, (one._asdict() for one in links)),
        }
    except OSError as error:
        raise StoreError(f"{folder} cannot be written ({error.strerror}); check the path") from error


def documents(folder: Path) -> Iterator[Kept]:
    """The documents of an export. Raises StoreError naming file and line where one cannot be read."""
    return _read(folder / DOCUMENTS, _kept)


def decisions(folder: Path) -> Iterator[Decision]:
    """The decisions of an export, oldest first, each with the number it had."""
    return _read(folder / DECISIONS, _decision)


def set_aside(folder: Path) -> Iterator[SetAside]:
    """The figures set aside of an export."""
    return _read(folder / ASIDE, lambda row: SetAside(**row))


def links(folder: Path) -> Iterator[Link]:
    """The links between copies of an export."""
    return _read(folder / LINKS, lambda row: Link(**(row | {"kind": LinkKind(row["kind"])})))


def _lines(path: Path, rows: Iterable[dict[str, Any]]) -> int:
    with path.open("x", encoding="utf-8", newline="\n") as file:
        return sum(1 for row in rows if file.write(json.dumps(row, ensure_ascii=False) + "\n"))


def _read(path: Path, made: Callable[[dict[str, Any]], T]) -> Iterator[T]:
    try:
        with path.open(encoding="utf-8", newline="\n") as file:
            for number, line in enumerate(file, start=1):
                yield _made(path, number, line, made)
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{path} cannot be read ({error}); give a folder that `losses store export` wrote") from error


def _made(path: Path, number: int, line: str, made: Callable[[dict[str, Any]], T]) -> T:
    try:
        return made(json.loads(line))
    except (KeyError, TypeError, ValueError, LossesError) as error:
        raise StoreError(
            f"{path}, line {number}: {error!r} is wrong with it; correct the line or leave it out"
        ) from None


def _kept_row(kept: Kept) -> dict[str, Any]:
    of = kept.document
    return {
        "id": of.id,
        "publisher": of.publisher,
        "published": iso(of.published),
        "title": of.title,
        "url": of.url,
        "language": of.language,
        "text": of.text,
        "origin": kept.origin,
        "added_by": kept.added_by,
        "added_at": kept.added_at.isoformat(),
        "signature": base64.b64encode(kept.signature).decode(),
    }


def _kept(row: dict[str, Any]) -> Kept:
    published = date.fromisoformat(row["published"]) if row["published"] else None
    document = Document(row["id"], row["text"], row["publisher"], published, row["title"], row["url"], row["language"])
    moment = datetime.fromisoformat(row["added_at"])
    return Kept(document, row["added_by"], moment, row["origin"], base64.b64decode(row["signature"]))


def _decision_row(decided: Decision) -> dict[str, Any]:
    return {
        "number": decided.number,
        "version": decided.version,
        "deed": str(decided.deed),
        "status": str(decided.status),
        "by": decided.by,
        "at": decided.at.isoformat(),
        "note": decided.note,
        "undoes": decided.undoes,
        "claim": claim_to_json(decided.claim),
    }


def _decision(row: dict[str, Any]) -> Decision:
    claim = claim_from_json(row["claim"] | {"status": row["status"]})
    made = Decision(claim, row["version"], Deed(row["deed"]), row["by"], datetime.fromisoformat(row["at"]))
    return replace(made, note=row["note"], undoes=row["undoes"], number=row["number"])

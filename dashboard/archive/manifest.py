"""What an output folder knows of itself: with what it was made, which files it holds in which pieces, what is done."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.archive.pieces import Piece, Plan
from dashboard.archive.places import Folder
from dashboard.archive.work import Done, entry
from dashboard.errors import ArchiveError

MADE_WITH = "manifest/made-with.json"


def claim_folder(folder: Folder, made_with: str) -> None:
    """Notes with what the folder is made; raises ArchiveError where it holds other things or was made otherwise."""
    told = folder.get(MADE_WITH)
    if told is None:
        if next(folder.names(""), None) is not None:
            raise ArchiveError(f"{folder.address} holds other files; choose a new folder for --out")
        folder.put(MADE_WITH, json.dumps({"reader": made_with}).encode())
    elif json.loads(told)["reader"] != made_with:
        raise ArchiveError(
            f"{folder.address} was made by another version or with other data; choose a new folder for --out, so that "
            "one archive is read in one way"
        )


def note_plan(folder: Folder, plan: Plan) -> None:
    """Notes the pieces of each file: of a file that has changed since, only the new ones count."""
    files: dict[str, list[Piece]] = defaultdict(list)
    for piece in plan.pieces:
        files[piece.file].append(piece)
    for file, pieces in files.items():
        told = {"file": file, "pieces": [piece.id for piece in pieces]}
        name = f"manifest/files/{hashlib.sha256(file.encode('utf-8', 'surrogatepass')).hexdigest()[:20]}.json"
        data = json.dumps(told, sort_keys=True).encode()
        if folder.get(name) != data:
            folder.put(name, data)


@dataclass(frozen=True, slots=True)
class Standing:
    """The pieces of a folder that are done, in the order of their files, and those that are not."""

    done: tuple[Done, ...]
    missing: tuple[str, ...]


def standing(folder: Folder) -> Standing:
    """What stands in the folder."""
    done, missing = list[Done](), list[str]()
    for piece in _pieces(folder):
        known = entry(folder, piece)
        if known is None:
            missing.append(piece)
        else:
            done.append(known)
    return Standing(tuple(done), tuple(missing))


def _pieces(folder: Folder) -> Iterator[str]:
    files = [json.loads(folder.get(name) or b"{}") for name in folder.names("manifest/files")]
    seen: set[str] = set()
    for told in sorted(files, key=lambda one: one["file"]):
        for piece in told["pieces"]:
            if piece not in seen:
                seen.add(piece)
                yield piece


def undone(folder: Folder, pieces: Iterable[Piece]) -> tuple[list[Piece], list[Done]]:
    """The pieces that are still to be read, and the entries of the others."""
    due, done = list[Piece](), list[Done]()
    for piece in pieces:
        known = entry(folder, piece.id)
        if known is None:
            due.append(piece)
        else:
            done.append(known)
    return due, done

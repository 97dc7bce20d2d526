"""What an output folder knows of itself: with what it was made, which files it holds in which pieces, what is done."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.archive.pieces import Piece, Plan
from dashboard.archive.places import Folder
from dashboard.archive.work import Done, told
from dashboard.errors import ArchiveError

MADE_WITH = "manifest/made-with.json"


def claim_folder(folder: Folder, made_with: str) -> None:
    """Notes with what the folder is made; raises ArchiveError where it holds other things or was made otherwise."""
    known = folder.get(MADE_WITH)
    if known is None:
        if next(folder.names(""), None) is not None:
            raise ArchiveError(f"{folder.address} holds other files; choose a new folder for --out")
        folder.put(MADE_WITH, json.dumps({"reader": made_with}).encode())
    elif json.loads(known)["reader"] != made_with:
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
        held = {"file": file, "pieces": [piece.id for piece in pieces]}
        name = f"manifest/files/{hashlib.sha256(file.encode('utf-8', 'surrogatepass')).hexdigest()[:20]}.json"
        data = json.dumps(held, sort_keys=True).encode()
        if folder.get(name) != data:
            folder.put(name, data)


@dataclass(frozen=True, slots=True)
class Standing:
    """The pieces of a folder that are done, in the order of their files, and those that are not."""

    done: tuple[Done, ...]
    missing: tuple[str, ...]


def standing(folder: Folder) -> Standing:
    """What stands in the folder."""
    known, pieces = _entries(folder), list(_pieces(folder))
    done = tuple(known[piece] for piece in pieces if piece in known)
    return Standing(done, tuple(piece for piece in pieces if piece not in known))


def _entries(folder: Folder) -> dict[str, Done]:
    """All entries by piece, asked for together: one by one they would take hours from an object store."""
    found = (told(data) for data in folder.get_all("manifest/pieces").values())
    return {done.piece: done for done in found if done is not None}


def _pieces(folder: Folder) -> Iterator[str]:
    files = [json.loads(data) for data in folder.get_all("manifest/files").values()]
    seen: set[str] = set()
    for held in sorted(files, key=lambda one: str(one["file"])):
        for piece in held["pieces"]:
            if piece not in seen:
                seen.add(piece)
                yield piece


def undone(folder: Folder, pieces: Iterable[Piece]) -> tuple[list[Piece], list[Done]]:
    """The pieces that are still to be read, and the entries of the others."""
    known, asked = _entries(folder), list(pieces)
    due = [piece for piece in asked if piece.id not in known]
    return due, [known[piece.id] for piece in asked if piece.id in known]

"""One run over an archive: planned, read piece by piece, merged. Given again it goes on where it was, and adds nothing
twice."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dashboard.archive.engine import Engine, Lost, Result
from dashboard.archive.manifest import claim_folder, note_plan, standing, undone
from dashboard.archive.merging import merge
from dashboard.archive.pieces import Plan, plan
from dashboard.archive.places import Folder
from dashboard.intake.adding import Reader


@dataclass(frozen=True, slots=True)
class Report:
    """What a run leaves behind: rows by table over the whole folder, what is missing, and what was not read."""

    rows: dict[str, int]
    pieces: int
    missing: int
    lost: tuple[Lost, ...]
    unread: tuple[str, ...]


def run(
    asked: Plan,
    out: str,
    reader: Reader,
    made_with: str,
    engine: Engine,
    told: Callable[[Result], object],
    kept: Callable[[Sequence[Result]], object] = lambda _: None,
) -> Report:
    """Reads what of a plan is not read yet and merges the folder; `kept` is given what is, `told` each new result.

    Raises ArchiveError where the folder is not ours to write, or the engine is lost; what was read by then is kept.
    """
    folder = Folder(out)
    claim_folder(folder, made_with)
    note_plan(folder, asked)
    due, done = undone(folder, asked.pieces)
    kept(done)
    lost: list[Lost] = []
    for result in engine(due, out, reader):
        told(result)
        if isinstance(result, Lost):
            lost.append(result)
    stands = standing(folder)
    rows = merge(folder, stands)
    return Report(rows, len(stands.done), len(stands.missing), tuple(lost), asked.unread)


def mark_of(data_dir: Path, version: str) -> str:
    """What an archive is read with: the program's version, the claimants and the conflict."""
    digest = hashlib.sha256(version.encode())
    for name in ("claimants.toml", "conflict.toml"):
        digest.update((data_dir / name).read_bytes())
    return digest.hexdigest()[:20]


__all__ = ["Report", "mark_of", "plan", "run"]

"""The faults that change nothing anybody could see."""

from __future__ import annotations

from pathlib import Path


def named(path: Path) -> set[str]:
    """The names in a file of them; a line that begins with # says why of those that follow."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return {line for line in lines if line and not line.startswith("#")}

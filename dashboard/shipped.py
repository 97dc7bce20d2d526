"""Where the files lie that ship with the program: beside the package in a checkout, inside it in an installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSIDE = _PACKAGE / "shipped_files"


def shipped(name: str) -> Path:
    """The file or folder of that name: `data`, `assets`, or one below them."""
    return (_INSIDE if _INSIDE.is_dir() else _PACKAGE.parent) / name

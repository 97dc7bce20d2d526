"""The style sheet of the pages: a file for each component, joined in this order and sent as one."""

from __future__ import annotations

import hashlib
from pathlib import Path

from flask import Flask, Response

# What stands later counts for more: components, then what a phone and paper change of them.
PARTS = (
    "base",
    "bar",
    "controls",
    "filter",
    "content",
    "charts",
    "tables",
    "terms",
    "readings",
    "documents",
    "checking",
    "review",
    "data",
    "grid",
    "pack",
    "progress",
    "foot",
    "phone",
    "print",
)
PATH = "assets/style.css"


def joined(assets: Path) -> bytes:
    """The sheet; it stands beside the fonts, so its addresses are those of the folder."""
    return b"\n".join((assets / "styles" / f"{name}.css").read_bytes() for name in PARTS)


def address(sheet: bytes, base: str = "/") -> str:
    """Where the sheet is served; the address changes with its content, so browsers may keep it for good."""
    return f"{base}{PATH}?m={hashlib.sha256(sheet).hexdigest()[:16]}"


def register(server: Flask, sheet: bytes) -> None:
    """Answer at the sheet's address."""

    @server.get(f"/{PATH}")
    def _sheet() -> Response:
        return Response(sheet, mimetype="text/css")

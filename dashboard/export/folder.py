"""A folder of pictures: files that appear whole or not at all, an index, and what was written, for the next run."""

from __future__ import annotations

import hashlib
import html
import json
import os
import re
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from dashboard.errors import ExportError
from dashboard.export.piece import Piece

MANIFEST, INDEX, INDEX_TEXT = "manifest.json", "index.html", "index.md"
_STYLE = (
    "body{font:16px/1.5 sans-serif;max-width:1000px;margin:2rem auto;padding:0 1rem;color:#16202b}"
    "img{width:100%;height:auto;border:1px solid #d9dee4}figure{margin:0 0 3rem}figcaption{color:#55606d}"
)


class Folder:
    """The folder and the marks of what was written to it; a mark stands for all that a file shows."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ExportError(f"{path}: the folder cannot be made ({error.strerror})") from error
        self._written = _read(path / MANIFEST)

    def holds(self, name: str, mark: str) -> bool:
        """Whether the file of that name is there, as it was written, and shows what the mark stands for."""
        entry, file = self._written.get(name, {}), self.path / name
        return entry.get("shows") == mark and file.is_file() and entry.get("sha256") == _digest(file.read_bytes())

    def write(self, name: str, content: bytes, mark: str) -> Path:
        """Write the file whole, and remember its mark."""
        _put(self.path / name, content)
        self._written[name] = {"shows": mark, "sha256": _digest(content)}
        _put(self.path / MANIFEST, json.dumps(self._written, indent=1, sort_keys=True).encode() + b"\n")
        return self.path / name


def mark_of(pieces: Sequence[Piece], *more: str) -> str:
    """What stands for all that the pieces show: their texts and notes, and whatever else goes into the file."""
    told = [[dict(piece.texts), piece.notes(), piece.words.subtitle] for piece in pieces]
    return _digest(json.dumps([told, *more], sort_keys=True).encode())


def indexes(pieces: Mapping[str, Piece], title: str) -> dict[str, bytes]:
    """The index as a page and as Markdown, by the names of their files."""
    return {INDEX: index_of(pieces, title), INDEX_TEXT: text_index_of(pieces, title)}


def index_of(pieces: Mapping[str, Piece], title: str) -> bytes:
    """A page that lists the pictures, each under its file's name, with what qualifies it."""
    body = "".join(_entry(name, piece) for name, piece in pieces.items())
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{html.escape(title)}</title>'
        f"<style>{_STYLE}</style></head><body><h1>{html.escape(title)}</h1>{body}</body></html>\n"
    ).encode()


def text_index_of(pieces: Mapping[str, Piece], title: str) -> bytes:
    """The same index in Markdown."""
    return "\n\n".join([f"# {title}", *(_text_entry(name, piece) for name, piece in pieces.items())]).encode() + b"\n"


def _text_entry(name: str, piece: Piece) -> str:
    said = markdown(piece.alternative)
    seen = f"![{said}]({name})" if not name.endswith(".pdf") else said
    notes = "\n\n".join(markdown(line) for line in piece.notes())
    return f"## {markdown(piece.words.title)}\n\n{seen}\n\n[{name}]({name})\n\n{notes}"


def markdown(text: str) -> str:
    """The text as Markdown shows it literally, on one line."""
    return re.sub(r"([\\`*_{}\[\]<>#|!])", r"\\\1", " ".join(text.split()))


def _entry(name: str, piece: Piece) -> str:
    file, said = html.escape(name), html.escape(piece.alternative)
    seen = f'<img src="{file}" alt="{said}">' if not name.endswith(".pdf") else f"<p>{said}</p>"
    notes = "".join(f"<p>{html.escape(line)}</p>" for line in piece.notes())
    return (
        f"<figure><h2>{html.escape(piece.words.title)}</h2>{seen}"
        f'<figcaption><p><a href="{file}">{file}</a></p>{notes}</figcaption></figure>'
    )


def _read(manifest: Path) -> dict[str, dict[str, str]]:
    """What was written before; nothing where there is no manifest that can be read, so that all is written anew."""
    try:
        held = json.loads(manifest.read_bytes())
        return {str(name): dict(entry) for name, entry in held.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def _put(path: Path, content: bytes) -> None:
    """Write beside the place and then move, so that no half file is ever seen."""
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            file.write(content)
        Path(file.name).chmod(0o644)
        os.replace(file.name, path)
    except OSError as error:
        raise ExportError(f"{path}: it cannot be written ({error.strerror})") from error


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()

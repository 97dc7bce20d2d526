"""Documents from files, folders, archives of lines and standard input, by the file's suffix.

Everything that cannot be read comes out as a `Problem` in its place; nothing is skipped silently.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from dashboard.errors import Problem, printed
from dashboard.model import Document
from dashboard.sources.documents import lines, markdown, page
from dashboard.sources.reading import Fault, decode, read_bytes

MAX_DOCUMENT_BYTES = 5_000_000
SUFFIXES = (".txt", ".md", ".html", ".htm", ".jsonl", ".jsonl.gz")


def read_path(path: Path) -> Iterator[Document | Problem]:
    """The documents of one file, or of all files below a folder, each fault in its place."""
    if path.is_dir():
        yield from read_folder(path)
        return
    suffix = _suffix(path)
    if suffix in (".jsonl", ".jsonl.gz"):
        yield from lines.read(path, zipped=suffix.endswith(".gz"))
        return
    try:
        yield _document(path, suffix)
    except Fault as fault:
        yield fault.at(str(path))


def read_folder(folder: Path) -> Iterator[Document | Problem]:
    """The documents of all files below a folder, by name; a link leads out of it and is told, not followed."""
    if not folder.is_dir():
        yield Problem(str(folder), None, "the folder is missing", "Check the path")
        return
    places: dict[str, str] = {}
    for path in _files(folder):
        if isinstance(path, Problem):
            yield path
            continue
        for read in read_path(path):
            yield _once(read, str(path), places)


def from_text(
    text: str,
    document_id: str = "stdin",
    *,
    publisher: str | None = None,
    published: date | None = None,
    title: str | None = None,
    url: str | None = None,
) -> Document:
    """A document of a pasted or piped text."""
    return Document(document_id, text, publisher=publisher, published=published, title=title, url=url)


def from_bytes(data: bytes, document_id: str = "stdin") -> Document | Problem:
    """A document of bytes from standard input: a web page, or text, with front matter where it begins with one."""
    try:
        if not data.strip():
            raise Fault("there is no text", "Give a text, saved as UTF-8")
        if len(data) > MAX_DOCUMENT_BYTES:
            raise Fault(f"the text has more than {MAX_DOCUMENT_BYTES:,} bytes", "Give it in parts")
        if page.is_page(data):
            return page.document(data, document_id)
        return markdown.document(decode(data), document_id)
    except Fault as fault:
        return fault.at(document_id)


def from_file(data: bytes, name: str) -> Document | Problem:
    """The document of a file's bytes by the suffix of its name; what has none is a text or a page."""
    path = Path(name)
    if _suffix(path) not in (".txt", ".md", ".html", ".htm"):
        return from_bytes(data, name)
    try:
        if len(data) > MAX_DOCUMENT_BYTES:
            raise Fault(f"the file has more than {MAX_DOCUMENT_BYTES:,} bytes", "Give it in parts")
        return _of_data(data, path, _suffix(path))
    except Fault as fault:
        return fault.at(name)


def _document(path: Path, suffix: str) -> Document:
    if suffix not in SUFFIXES:
        raise Fault(f"files ending in '{path.suffix}' are not read", f"Use one of {', '.join(SUFFIXES)}")
    return _of_data(read_bytes(path, MAX_DOCUMENT_BYTES), path, suffix)


def _of_data(data: bytes, path: Path, suffix: str) -> Document:
    name = printed(path.stem)
    if suffix in (".html", ".htm"):
        return page.document(data, name)
    text = decode(data)
    return markdown.document(text, name) if suffix == ".md" else from_text(text, name)


def _suffix(path: Path) -> str:
    name = path.name.lower()
    return ".jsonl.gz" if name.endswith(".jsonl.gz") else path.suffix.lower()


def _once(read: Document | Problem, path: str, places: dict[str, str]) -> Document | Problem:
    """The document, or a problem where an earlier file has its id: claims and links name documents by id."""
    if isinstance(read, Problem) or places.setdefault(read.id, path) == path:
        return read
    return Problem(path, None, f"id '{read.id[:60]}' is already that of {places[read.id]}", "Give it an id of its own")


def _files(folder: Path) -> Iterator[Path | Problem]:
    """The regular files below a folder in order of name, and a problem for each link and special file."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        path = Path(entry.path)
        if entry.name.startswith("."):
            continue
        if entry.is_symlink():
            yield Problem(entry.path, None, "this is a link and was not followed", "Put the file itself there")
        elif entry.is_dir(follow_symlinks=False):
            yield from _files(path)
        else:
            yield path

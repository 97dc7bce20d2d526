"""Files by fsspec address: what lies there, opened to be read, and written so that none is ever seen half."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Any, NamedTuple, cast

from fsspec import AbstractFileSystem
from fsspec.core import url_to_fs

from dashboard.errors import ArchiveError

BLOCK = 4_000_000
# By which file systems tell that a file's content has changed, the surest first.
_MARKS = ("ETag", "etag", "mtime", "LastModified", "updated", "Content-MD5", "Digest", "Last-Modified")


class Place(NamedTuple):
    """A file: its address, its size in bytes, and a mark that changes with its content."""

    address: str
    size: int
    stamp: str


def system_of(address: str) -> tuple[AbstractFileSystem, str]:
    """The file system of an address and the path in it. Raises ArchiveError where its protocol is not known."""
    try:
        system, path = url_to_fs(address)
    except ImportError as error:
        extra = address.partition(":")[0]
        raise ArchiveError(f"{address}: {error} (pip install 'reported-losses[{extra}]')") from None
    except ValueError as error:
        raise ArchiveError(f"{address}: {error}; give a path, or an address of file, s3, gs or https") from None
    return cast(AbstractFileSystem, system), str(path)


def files_at(address: str) -> list[Place]:
    """The files at an address: itself, or all regular files below a folder by name; links are not followed.

    Raises ArchiveError where there is nothing.
    """
    system, path = system_of(address)
    try:
        info = system.info(path)
        rows = [info] if info["type"] != "directory" else _below(system, path)
    except (OSError, ValueError) as error:
        raise ArchiveError(f"{address} cannot be read ({error or type(error).__name__}); check the address") from error
    return [_place(system, row) for row in rows]


def _below(system: AbstractFileSystem, path: str) -> list[dict[str, Any]]:
    found = system.find(path, detail=True)
    rows = [found[name] for name in sorted(found)]
    hidden = len(PurePosixPath(path).parts)
    return [
        row
        for row in rows
        if row["type"] == "file"
        and not row.get("islink")
        and not any(part.startswith(".") for part in PurePosixPath(row["name"]).parts[hidden:])
    ]


def _place(system: AbstractFileSystem, row: dict[str, Any]) -> Place:
    size = row.get("size")
    mark = next((row[name] for name in _MARKS if row.get(name)), "")
    if size is None:
        raise ArchiveError(f"{row['name']}: the server does not say how long it is; fetch it first")
    return Place(str(system.unstrip_protocol(row["name"])), int(size), f"{size}-{mark}")


def opened(address: str) -> IO[bytes]:
    """The file at an address, opened to be read and sought in."""
    system, path = system_of(address)
    return cast(IO[bytes], system.open(path, "rb", block_size=BLOCK))


class Folder:
    """A folder for output at an address, in which each file appears whole or not at all."""

    def __init__(self, address: str) -> None:
        self._system, self._path = system_of(address)
        self.address = address
        self._local = "file" in (self._system.protocol if isinstance(self._system.protocol, tuple) else ())

    def put(self, name: str, data: bytes) -> None:
        """Writes a file; on a disk under another name first, as an object at once, which is then seen whole."""
        path = self.path(name)
        if not self._local:
            self._system.pipe_file(path, data)
            return
        os.makedirs(os.path.dirname(path), exist_ok=True)
        half = f"{path}.{os.getpid()}.half"
        with open(half, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(half, path)

    def take(self, name: str, file: Path) -> None:
        """Puts a local file there, however large, seen whole or not at all."""
        path = self.path(name)
        if not self._local:
            self._system.put_file(str(file), path)
            return
        os.makedirs(os.path.dirname(path), exist_ok=True)
        half = f"{path}.{os.getpid()}.half"
        shutil.copyfile(file, half)
        os.replace(half, path)

    def get(self, name: str) -> bytes | None:
        """The bytes of a file, or None where it is not there."""
        try:
            return bytes(self._system.cat_file(self.path(name)))
        except FileNotFoundError:
            return None

    def get_all(self, below: str) -> dict[str, bytes]:
        """The bytes of all files below a folder of this one, by name, many at a time where the system can."""
        paths = {self.path(name): name for name in self.names(below)}
        found = self._system.cat(list(paths), on_error="omit") if paths else {}
        return {paths[path]: bytes(data) for path, data in found.items() if path in paths}

    def has(self, name: str) -> bool:
        """Whether the file is there."""
        self._system.invalidate_cache()
        return bool(self._system.exists(self.path(name)))

    def names(self, below: str) -> Iterator[str]:
        """The names of the files below a folder of this one, in order."""
        self._system.invalidate_cache()
        for path in sorted(self._system.find(self.path(below))):
            if not path.endswith(".half"):
                yield path[len(self._path) :].lstrip("/")

    def path(self, name: str) -> str:
        """The path of a file in its file system."""
        return f"{self._path.rstrip('/')}/{name}"

    def remove(self, name: str) -> None:
        """Takes a file away, if it is there."""
        if self._system.exists(self.path(name)):
            self._system.rm_file(self.path(name))

    @property
    def system(self) -> AbstractFileSystem:
        """The file system that the folder lies in."""
        return self._system

    @property
    def is_local(self) -> bool:
        """Whether it lies on a disk of this machine."""
        return self._local

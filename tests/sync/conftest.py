"""A dataset made up for the tests, in a folder or on a server of this machine."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from dashboard.sources.general_staff import CORRECTIONS, EQUIPMENT, PERSONNEL
from dashboard.store import Store, open_store
from dashboard.sync.history import COLUMNS, HISTORY

NOW = datetime(2005, 6, 30, 9, 0, tzinfo=UTC)
FIRST = date(2005, 6, 1)


def days(count: int, first: date = FIRST) -> list[str]:
    return [str(first + timedelta(days=n)) for n in range(count)]


@dataclass
class Folder:
    """A dataset of twenty days of June 2005: persons rise by 10 a day, tanks by 1."""

    path: Path
    persons: dict[str, object] = field(default_factory=lambda: {day: 100 + 10 * n for n, day in enumerate(days(20))})
    tanks: dict[str, object] = field(default_factory=lambda: {day: 5 + n for n, day in enumerate(days(20))})
    corrections: dict[str, dict[str, int]] = field(default_factory=lambda: {"2005-06-05": {"tank": -2, "drone": 0}})

    def write(self) -> Folder:
        self.path.mkdir(exist_ok=True)
        persons = [{"date": day, "day": 1, "personnel": n, "personnel*": "about"} for day, n in self.persons.items()]
        self.put(PERSONNEL, persons)
        self.put(EQUIPMENT, [{"date": day, "day": 1, "tank": n} for day, n in self.tanks.items()])
        self.put(CORRECTIONS, [{"date": day, "day": 1, **amounts} for day, amounts in self.corrections.items()])
        return self

    def put(self, name: str, content: object) -> None:
        (self.path / name).write_text(content if isinstance(content, str) else json.dumps(content, indent=1))

    def history(self, *rows: tuple[str, str, str, object, object]) -> None:
        lines = [",".join(COLUMNS), *(",".join(map(str, row)) for row in rows)]
        self.put(HISTORY, "\r\n".join(lines) + "\r\n")

    def __str__(self) -> str:
        return str(self.path)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "dataset").write()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(str(tmp_path / "losses.db"))


@pytest.fixture
def shared() -> Path:
    path = Path(__file__).resolve().parents[3] / "shared" / "general-staff"
    if not path.is_dir():
        pytest.skip("the public dataset is not beside this checkout")
    return path


@dataclass
class Server:
    """How the server of a test answers; `asked` keeps the file and the tag of each request."""

    address: str = ""
    folder: Path = Path()
    asked: list[tuple[str, str | None]] = field(default_factory=list)
    redirects: dict[str, str] = field(default_factory=dict)
    cut: int | None = None
    status: int = 200
    pause: float = 0


@pytest.fixture
def server(folder: Folder) -> Iterator[Server]:
    site = Server(folder=folder.path)
    listening = ThreadingHTTPServer(("127.0.0.1", 0), _handler(site))
    site.address = f"http://127.0.0.1:{listening.server_port}/data/"
    thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield site
    listening.shutdown()
    thread.join()
    listening.server_close()


def _handler(site: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            tag, name = self.headers.get("If-None-Match"), self.path.rpartition("/")[2]
            site.asked.append((name, tag))
            time.sleep(site.pause)
            if self.path in site.redirects:
                return self._say(302, b"", Location=site.redirects[self.path])
            if not (site.folder / name).is_file():
                return self._say(404, b"")
            content = (site.folder / name).read_bytes()
            etag = f'"{hash(content)}"'
            if tag == etag:
                return self._say(304, b"", ETag=etag)
            return self._say(site.status, content, ETag=etag)

        def _say(self, status, content, **headers):
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            with suppress(BrokenPipeError):
                self.wfile.write(content[: site.cut])

        def log_message(self, *_):
            pass

    return Handler

"""What `losses doctor` looks at: each part with its state, and, where something is missing, the words that mend it."""

from __future__ import annotations

import os
import platform
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

from dashboard.browser import found_browser
from dashboard.errors import LossesError
from dashboard.losses import Losses
from dashboard.pipeline import build, synced_of
from dashboard.shipped import shipped
from dashboard.store import Store, open_store
from dashboard.store.address import file_of
from dashboard.store.keeping import faults
from dashboard.wording import day, number

_LIBRARIES = ("dash", "plotly", "pandas", "pandera", "dash-ag-grid", "granian", "kaleido", "lxml", "werkzeug")
# Older ones have holes that are known.
_FLOORS = {"dash": (4, 4, 1), "lxml": (6, 1), "werkzeug": (3, 1, 6)}
_ASSETS = ("styles/base.css", "boot.js", "fonts/source-sans-3-latin-wght-normal.woff2")
PROBLEM = "problem"
_OLD = 30
_LEAST_BYTES = 100_000_000
_START = 20


class Found(NamedTuple):
    """A part's name and state; `fault` where the state keeps something from working."""

    name: str
    state: str
    fault: bool = False


def diagnosis(data_dir: Path, address: str | None, port: int, today: date) -> Iterator[Found]:
    """Every part, in the order in which one needs them; no fault of one keeps the others from being looked at."""
    yield Found("python", platform.python_version())
    yield from map(_library, _LIBRARIES)
    yield _assets()
    store = open_store(address)
    yield from _data(data_dir, store, today)
    yield _told("store", lambda: _store(store))
    yield _room(store)
    yield _browser()
    yield _font()
    yield _port(port)
    yield _access()


def _library(name: str) -> Found:
    try:
        found = version(name)
    except PackageNotFoundError:
        return Found(name, "missing; run `make setup`", True)
    parts = tuple(int(part) for part in found.split(".")[:3] if part.isdigit())
    if parts < _FLOORS.get(name, ()):
        least = ".".join(map(str, _FLOORS[name]))
        return Found(name, f"{found} has known holes; {least} or later is needed: run `make setup`", True)
    return Found(name, found)


def _assets() -> Found:
    missing = [name for name in _ASSETS if not shipped(f"assets/{name}").is_file()]
    if missing:
        return Found("assets", f"{', '.join(missing)} missing in {shipped('assets')}; install the program again", True)
    return Found("assets", str(shipped("assets")))


def _data(data_dir: Path, store: Store, today: date) -> Iterator[Found]:
    yield Found("data", str(data_dir))
    try:
        losses = _read(data_dir, store)
    except LossesError as error:
        yield Found("left out", f"all of it: {error}", True)
        return
    held = f"{number(len(losses.documents))}, with {number(len(losses.claims))} claims in all"
    yield Found("observations", number(len(losses.observations)), losses.observations.empty)
    yield _freshness(losses, today)
    yield Found("documents", held)
    yield from (Found(PROBLEM, str(problem), True) for problem in losses.problems)
    yield Found("left out", number(len(losses.problems)) + (" (named above)" if losses.problems else ""))


def _read(data_dir: Path, store: Store) -> Losses:
    """The data with the store where that can be read; a store that cannot is told in its own line."""
    try:
        synced = synced_of(store)
    except LossesError:
        return build(data_dir)
    return build(data_dir, synced)


def _freshness(losses: Losses, today: date) -> Found:
    last, age = losses.last_published, (today - losses.last_published).days
    told = f"last published {day(last)}, {number(age)} days ago"
    if age < 0:
        return Found(
            "freshness", f"last published {day(last)}, after today, {day(today)}: set this machine's clock", True
        )
    return Found("freshness", f"{told}; `losses sync` brings the latest" if age > _OLD else told)


def _told(name: str, state: Callable[[], Found]) -> Found:
    try:
        return state()
    except LossesError as error:
        return Found(name, str(error), True)


def _store(store: Store) -> Found:
    """Where the store is, what it holds and whether it is sound, or the command that fills it."""
    file = file_of(store.url)
    held = store.freshness()
    broken = [*faults(store)] if file is None or file.exists() else []
    if broken:
        return Found("store", f"{store}: {broken[0]}; restore a copy with `losses store restore`", True)
    place = next((one for one in (file, *file.parents) if one.exists()), None) if file else None
    if place is not None and not os.access(place, os.W_OK):
        return Found("store", f"{store}: {place} may not be written by you; nothing can be added or synced", True)
    if held is None:
        told = "nothing synced, the shipped reports are in use; `losses sync` fetches the full series"
        return Found("store", f"{store}: {told}")
    fetched = f"{held.versions} versions of {held.dataset}, the last fetched {day(held.fetched_at.date())}"
    return Found("store", f"{store}: {number(held.reports)} reports, {fetched}")


def _room(store: Store) -> Found:
    file = file_of(store.url)
    if file is None:
        return Found("room", "the store's server keeps its own")
    free = shutil.disk_usage(next(place for place in file.parents if place.exists())).free
    told = f"{number(free // 1_000_000)} MB free"
    return Found(
        "room",
        f"{told}; make room, since a full disk stops every write" if free < _LEAST_BYTES else told,
        free < _LEAST_BYTES,
    )


def _browser() -> Found:
    """The browser that draws, whether it starts, or how to get one; pages save pictures without it."""
    named, path = os.environ.get("CHROMIUM"), found_browser()
    if path is None and named:
        return Found("browser", f"CHROMIUM names {named}, which is no program; correct it or unset it", True)
    if path is None:
        return Found(
            "browser",
            "none found; pages still save pictures in your own browser. For `losses export` install Chromium "
            "(Debian: apt-get install chromium fonts-dejavu-core), Chrome or Edge, or set CHROMIUM to its path",
        )
    try:
        subprocess.run([path, "--version"], capture_output=True, timeout=_START, check=True)
    except (OSError, subprocess.SubprocessError):
        return Found("browser", f"{path} does not start; install it again, or set CHROMIUM to another", True)
    return Found("browser", path)


def _font() -> Found:
    """Without any font of the system a browser writes nothing for letters that ours lacks, and says nothing."""
    lister = shutil.which("fc-list")
    if lister is None:
        return Found("fonts", "not looked for: this system has no fc-list")
    listed = subprocess.run([lister], capture_output=True, text=True, check=False).stdout
    if not listed.strip():
        return Found("fonts", "none on this system, so pictures may lack letters; install fonts-dejavu-core", True)
    return Found("fonts", f"{number(listed.count(chr(10)))} on this system")


def _port(port: int) -> Found:
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", port))
        except OSError:
            told = f"{port} is in use: a dashboard is there already, or use `losses serve --port {port + 1}`"
            return Found("port", told)
    return Found("port", f"{port} is free")


def _access() -> Found:
    named = os.environ.get("LOSSES_ACCESS")
    if not named:
        return Found("access", "no file named: this machine alone may use the dashboard")
    from dashboard.web.access import read

    return _told("access", lambda: Found("access", f"{named}: {len(read(Path(named), b'').people)} people"))

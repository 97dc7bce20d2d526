"""The production server: `make_server` for any WSGI server, `serve` for the one that `losses serve` starts."""

from __future__ import annotations

import gc
import getpass
import os
import secrets
import socket
from datetime import date, timedelta
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from flask import Flask

from dashboard.errors import LossesError
from dashboard.figure import Style
from dashboard.figure.view import Theme
from dashboard.losses import work_out_epochs
from dashboard.model import Basis
from dashboard.shipped import shipped
from dashboard.store import open_store, set_aside_if_damaged
from dashboard.web import access, observing
from dashboard.web.access import Access
from dashboard.web.application import assemble
from dashboard.web.editions import Editions, stored
from dashboard.web.view import View

if TYPE_CHECKING:
    from dashboard.archive.asking import Archive

DATA_VARIABLE = "LOSSES_DATA"
STORE_VARIABLE = "LOSSES_STORE"
HOSTS_VARIABLE = "LOSSES_HOSTS"
OFFLINE_VARIABLE = "LOSSES_OFFLINE"
ARCHIVE_VARIABLE = "LOSSES_ARCHIVE"
FETCH_VARIABLE = "LOSSES_FETCH"
ACCESS_VARIABLE = "LOSSES_ACCESS"
ACCESS_LOG_VARIABLE = "LOSSES_ACCESS_LOG"
SECRET_VARIABLE = "LOSSES_SECRET"
# The px that a window of 1,250 px or more leaves to a chart, as assets/page.js counts them.
_USUAL_WIDTH = 1140
_THEMES: tuple[Theme, ...] = ("light", "dark")
_LOOPBACK = ("127.0.0.1", "::1", "localhost")


def make_server() -> Flask:
    """The WSGI application over the folder that LOSSES_DATA names and the store of LOSSES_STORE (or the defaults)."""
    observing.log_as_json(access=bool(os.environ.get(ACCESS_LOG_VARIABLE)))
    folder = Path(os.environ.get(DATA_VARIABLE) or shipped("data"))
    hosts = [name.strip() for name in os.environ.get(HOSTS_VARIABLE, "").split(",") if name.strip()]
    store = open_store(os.environ.get(STORE_VARIABLE))
    set_aside_if_damaged(store)
    editions = Editions(stored(folder, store))
    app = assemble(
        editions,
        date.today,
        hosts,
        may_sync=not os.environ.get(OFFLINE_VARIABLE),
        access=_access(),
        may_fetch=bool(os.environ.get(FETCH_VARIABLE)),
        archive=_archive(),
    )
    Thread(target=_draw_ahead, args=(app.server, editions, app.chart_library), daemon=True).start()
    return app.server


def _archive() -> Archive | None:
    """The archive whose claims have a page of their own, where the environment names one."""
    address = os.environ.get(ARCHIVE_VARIABLE)
    if not address:
        return None
    from dashboard.archive.asking import Archive

    return Archive(address)


def _access() -> Access:
    """Who may read and write, as the environment says; the secret is the same in every worker of one server."""
    secret = bytes.fromhex(os.environ.get(SECRET_VARIABLE) or secrets.token_hex())
    file = os.environ.get(ACCESS_VARIABLE)
    return access.read(Path(file), secret) if file else access.local(_user(), secret)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "this machine"


def _draw_ahead(server: Flask, editions: Editions, library: str) -> None:
    """Compress the chart library, and draw the first view of every chart, before the first reader asks for them.

    After that, what takes longest when it is first asked for: checks, and the daily chart of every other category.
    """
    server.test_client().get(library, headers={"Accept-Encoding": "br", "Host": "localhost"})
    edition = editions.newest()
    for name in edition.drawn.charts:
        for theme in _THEMES:
            edition.drawn.sent(name, View(), Style(theme, width=_USUAL_WIDTH))
    # Checks as of earlier days are taken over from these.
    for as_of in (None, edition.losses.last_published - timedelta(days=1)):
        edition.compared(as_of)
    for category in edition.categories:
        edition.drawn.sent("daily", View(category=category.name), Style("light", width=_USUAL_WIDTH))
        for basis in Basis:
            work_out_epochs(edition.losses, edition.losses.reference_query(category.name, basis))
    # A search for garbage among all that is kept takes 0.2 s and keeps every reader waiting; from here on it spares it.
    gc.collect()
    gc.freeze()


def serve(
    host: str,
    port: int,
    workers: int,
    data_dir: Path | None = None,
    store_address: str | None = None,
    offline: bool = False,
    access_file: Path | None = None,
    fetch: bool = False,
    archive: str | None = None,
) -> None:
    """Serve until interrupted; `offline` leaves the button out that fetches the public dataset.

    With `fetch` the server fetches the public pages whose address a reviewer gives; `archive` is the folder of an
    archive that was read, whose claims get a page.

    Raises LossesError where the address is taken or is not this machine's own, and where others than this machine
    could reach the server although no `access_file` says who may.
    """
    _check_access(host, access_file)
    _check_free(host, port)
    os.environ.setdefault(SECRET_VARIABLE, secrets.token_hex())
    if access_file is not None:
        os.environ[ACCESS_VARIABLE] = str(access_file)
    os.environ[HOSTS_VARIABLE] = ",".join(filter(None, [os.environ.get(HOSTS_VARIABLE), _named(host)]))
    if data_dir is not None:
        os.environ[DATA_VARIABLE] = str(data_dir)
    if store_address is not None:
        os.environ[STORE_VARIABLE] = store_address
    if archive:
        os.environ[ARCHIVE_VARIABLE] = archive
        _archive()  # a folder that is none is told here, not by a worker
    if fetch:
        os.environ[FETCH_VARIABLE] = "1"
    if offline:
        os.environ[OFFLINE_VARIABLE] = "1"
    print(f"Reported Losses is at http://{_in_address(host)}:{port}  (Ctrl+C stops it)", flush=True)
    _granian(host, port, workers)


def _granian(host: str, port: int, workers: int) -> None:
    from granian import Granian
    from granian.constants import Interfaces

    Granian(
        "dashboard.web.serve:make_server",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=4,
        factory=True,
        log_enabled=True,
        log_access=False,
        websockets=False,
    ).serve()


def _check_access(host: str, access_file: Path | None) -> None:
    """A server that others can reach must know who they are."""
    named = access_file or os.environ.get(ACCESS_VARIABLE)
    if named:
        access.read(Path(named), b"")
    elif host not in _LOOPBACK:
        raise LossesError(
            f"{host} can be reached by others than this machine. Say with --access FILE who may read and write, "
            "or listen on 127.0.0.1; `losses token` makes the first entry of such a file"
        )


def _check_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            raise LossesError(
                f"{host}:{port} cannot be used ({error.strerror}): another program may be listening there. "
                f"Stop it, or choose another port with --port {port + 1}"
            ) from error


def _named(host: str) -> str:
    """The host as a browser would name it; nothing for loopback, which is always answered to, and for "every"."""
    return "" if host in (*_LOOPBACK, "0.0.0.0", "::") else host


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host

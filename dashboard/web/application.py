"""The dashboard as one value: pages, callbacks, guards and API over its editions; two can live in one process."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from dash import Dash
from flask import Flask

from dashboard.losses import Losses
from dashboard.shipped import shipped
from dashboard.store import Store
from dashboard.web import (
    api,
    chart_card,
    chart_library,
    exporting,
    figures,
    limits,
    observing,
    packs,
    security,
    sheets,
    shell,
    styling,
    syncing,
    visitors,
)
from dashboard.web.access import Access, local
from dashboard.web.delivery import PagedDash, deliver, index_document
from dashboard.web.desk import calls
from dashboard.web.editions import Editions, fixed
from dashboard.web.page import Page
from dashboard.web.pages import (
    add,
    claims,
    compare,
    data,
    document,
    equipment,
    estimates,
    help,
    history,
    overview,
    pack,
    review,
)

if TYPE_CHECKING:
    from dashboard.archive.asking import Archive

ASSETS = shipped("assets")
DISTRIBUTION = "reported-losses"


def create_app(losses: Losses, today: Callable[[], date], hosts: Sequence[str] = ()) -> Dash:
    """The dashboard over `losses`. `today` gives the day for "published 3 days ago"; `hosts` are names it answers to.

    Loopback names are always answered to; a Host that is not named is refused with 400.
    """
    return assemble(Editions(fixed(losses)), today, hosts)


def assemble(
    editions: Editions,
    today: Callable[[], date],
    hosts: Sequence[str] = (),
    *,
    may_sync: bool = True,
    sync_source: str | None = None,
    access: Access | None = None,
    may_fetch: bool = False,
    archive: Archive | None = None,
) -> Dash:
    """The dashboard over `editions`, which may come to be others while it is served.

    Without `may_sync` nothing is ever fetched; `sync_source` is the folder or address that the operator syncs from
    instead of the public dataset. `access` says who may read and write; by default whoever sits at this machine.
    With `may_fetch` the server fetches the public pages whose address a reviewer gives. `archive` gets a page.
    """
    access = access or local("this machine", secrets.token_bytes())
    pages = _pages(editions, today, archive, may_sync=may_sync)
    server, sheet = Flask(__name__), styling.joined(ASSETS)
    styling.register(server, sheet)
    observing.register(server, editions)
    deliver(server, {page.path for page in pages})
    app = PagedDash(
        __name__,
        server=server,
        assets_folder=str(ASSETS),
        assets_ignore=r"^boot\.js$|\.css$",
        index_string=index_document((ASSETS / "boot.js").read_bytes(), sheet),
        title=shell.NAME,
        update_title=None,
        compress=True,
        serve_locally=True,
        suppress_callback_exceptions=True,
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
    )
    library = chart_library.found()
    app.chart_library = library.address
    chart_library.register(server, library)
    app.layout = shell.frame()
    _register(app, editions, pages)
    api.register(server, editions)
    exporting.register(server, editions, sheets.of)
    visitors.register(server, access)
    if editions.source.store is not None:
        calls.register(server, editions, editions.source.store, access, may_fetch=may_fetch)
    figures.register(server, editions)
    packs.register(server, editions, software_version())
    if may_sync:
        syncing.register(server, editions, access, sync_source)
    security.secure(app, hosts)
    limits.register(server)
    return app


def _pages(
    editions: Editions, today: Callable[[], date], archive: Archive | None, *, may_sync: bool
) -> tuple[Page, ...]:
    return (
        overview.page(editions, today),
        compare.page(editions),
        estimates.page(editions),
        claims.page(editions),
        *_archive(archive),
        equipment.page(editions),
        document.page(editions),
        *_desk(editions, editions.source.store),
        pack.page(),
        data.page(editions, today, may_sync=may_sync),
        help.page(),
    )


def _archive(archive: Archive | None) -> tuple[Page, ...]:
    """The page of an archive, where there is one; only then is what reads it loaded."""
    if archive is None:
        return ()
    from dashboard.web.pages import archive as shown

    return (shown.page(archive),)


def _desk(editions: Editions, store: Store | None) -> tuple[Page, ...]:
    """The pages that write, where there is a store to write to."""
    return () if store is None else (add.page(), review.page(editions, store), history.page(store))


def _register(app: Dash, editions: Editions, pages: Sequence[Page]) -> None:
    shell.register(app, pages, editions)
    chart_card.register(app, editions, software_version())
    for page in pages:
        page.register(app)


def software_version() -> str:
    """The version of this software, as installed."""
    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:
        return "not installed"

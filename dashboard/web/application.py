"""The dashboard as one value: pages, callbacks, guards and API over one `Losses`; two can live in one process."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from dash import Dash
from flask import Flask

from dashboard.losses import Losses
from dashboard.web import api, chart_card, credit, security, shell
from dashboard.web.delivery import PagedDash, deliver, index_document
from dashboard.web.drawing import Drawing, drawing
from dashboard.web.page import Page
from dashboard.web.pages import claims, compare, data, document, overview
from dashboard.web.verdicts import Verdicts, verdicts_of

ASSETS = Path(__file__).resolve().parents[2] / "assets"
DISTRIBUTION = "reported-losses"


def create_app(losses: Losses, today: Callable[[], date], hosts: Sequence[str] = ()) -> Dash:
    """The dashboard over `losses`. `today` gives the day for "published 3 days ago"; `hosts` are names it answers to.

    Loopback names are always answered to; a Host that is not named is refused with 400.
    """
    return assemble(losses, today, hosts)[0]


def assemble(losses: Losses, today: Callable[[], date], hosts: Sequence[str] = ()) -> tuple[Dash, Drawing]:
    """The dashboard as `create_app` gives it, and its charts, for a server that draws some ahead of being asked."""
    credits = credit.read(losses.data_dir)
    verdicts = verdicts_of(losses)
    pages = _pages(losses, verdicts, credits, today)
    server = Flask(__name__)
    deliver(server, {page.path for page in pages})
    app = PagedDash(
        __name__,
        server=server,
        assets_folder=str(ASSETS),
        assets_ignore=r"^boot\.js$",
        index_string=index_document(),
        title=shell.NAME,
        update_title=None,
        compress=True,
        serve_locally=True,
        suppress_callback_exceptions=True,
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
    )
    app.layout = shell.frame(losses.last_published)
    drawn = drawing(losses, verdicts, credit.source_line(credits, losses.conflict.reference_claimant))
    _register(app, losses, pages, drawn)
    api.register(server, losses)
    security.secure(app, hosts)
    return app, drawn


def _pages(
    losses: Losses, verdicts: Verdicts, credits: Sequence[credit.Credit], today: Callable[[], date]
) -> tuple[Page, ...]:
    addresses = {one.series: one.address for one in credits}
    return (
        overview.page(losses, today),
        compare.page(losses, verdicts),
        claims.page(losses, verdicts),
        document.page(losses, addresses),
        data.page(losses, credits, today),
    )


def _register(app: Dash, losses: Losses, pages: Sequence[Page], drawn: Drawing) -> None:
    shell.register(app, pages, losses.last_published, data.last_covered(losses))
    chart_card.register(app, drawn, software_version())
    for page in pages:
        page.register(app)


def software_version() -> str:
    """The version of this software, as installed."""
    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:
        return "not installed"

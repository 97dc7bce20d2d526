"""The dashboard over the data that ship, its server on a free port, and a headless Chromium where one is found."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from dash import Dash
from playwright.sync_api import Browser, expect, sync_playwright
from werkzeug.serving import make_server

from dashboard.browser import found_browser
from dashboard.pipeline import Losses, build
from dashboard.store import open_store
from dashboard.sync import sync_from
from dashboard.web import create_app
from dashboard.web.application import assemble
from dashboard.web.editions import Editions, stored

from .madeup import SYNCED, dataset

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 8, 10)


@pytest.fixture(scope="session")
def losses() -> Losses:
    return build(ROOT / "data")


@pytest.fixture(scope="session")
def app(losses):
    return create_app(losses, lambda: TODAY)


@pytest.fixture
def client(app):
    return app.server.test_client()


@pytest.fixture(scope="session")
def synced(tmp_path_factory) -> Editions:
    """Editions over a store with a made-up dataset."""
    folder = tmp_path_factory.mktemp("synced")
    store = open_store(str(folder / "losses.db"))
    sync_from(str(dataset(folder / "made-up")), store, SYNCED)
    return Editions(stored(ROOT / "data", store))


@pytest.fixture
def synced_client(synced):
    return assemble(synced, lambda: TODAY).server.test_client()


@contextmanager
def serving(app: Dash) -> Iterator[str]:
    """The address of a server of the app, on a free port."""
    server = make_server("127.0.0.1", 0, app.server, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join(10)


@pytest.fixture(scope="session")
def address(app) -> Iterator[str]:
    with serving(app) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = found_browser()
    if path is None:
        pytest.skip("no Chromium, Chrome or Edge was found; install one or name it in CHROMIUM")
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    expect.set_options(timeout=20_000)  # what a busy machine may take; a test that passes does not wait for it
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=as_root)
        yield started
        started.close()

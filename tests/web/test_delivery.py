"""What goes over the wire: compressed, under names that change with the content, and the smaller library if any."""

import hashlib
import re
from pathlib import Path

import brotli
import pytest
from dash import Dash

from dashboard.figure import Style
from dashboard.web import chart_library, create_app
from dashboard.web.application import ASSETS
from dashboard.web.chart_library import BUNDLES, TRACES, found
from dashboard.web.editions import Editions, fixed
from dashboard.web.view import View

from .conftest import TODAY


def served(losses, monkeypatch, folder: Path) -> Dash:
    monkeypatch.setattr("dashboard.web.chart_library.FETCHED", folder)
    monkeypatch.setattr("dashboard.web.chart_library.found", lambda: found(folder))
    return create_app(losses, lambda: TODAY)


def put(folder: Path, monkeypatch, script: bytes, told: bytes) -> Path:
    """A folder with a bundle of the version that plotly ships, which is expected to hold `told`."""
    version = str(chart_library.get_plotlyjs_version())
    monkeypatch.setattr(chart_library, "BUNDLES", {version: hashlib.sha256(told).hexdigest()})
    (folder / f"plotly-basic-{version}.min.js").write_bytes(script)
    return folder


def test_without_a_fetched_bundle_the_whole_library_is_served(losses, monkeypatch, tmp_path):
    app = served(losses, monkeypatch, tmp_path)
    answer = app.server.test_client().get(app.chart_library)
    assert len(answer.data) > 4_000_000
    assert found(tmp_path / "nowhere").partial is False


def test_with_a_fetched_bundle_that_is_served_instead(losses, monkeypatch, tmp_path):
    app = served(losses, monkeypatch, put(tmp_path, monkeypatch, b"made up", b"made up"))
    assert app.server.test_client().get(app.chart_library).data == b"made up"
    assert f'<script async src="{app.chart_library}"></script>' in app.server.test_client().get("/").text


def test_a_bundle_that_was_altered_is_never_served(monkeypatch, tmp_path):
    assert found(put(tmp_path, monkeypatch, b"altered", b"made up")).partial is False


def test_the_bundle_can_draw_every_chart(losses):
    drawn = Editions(fixed(losses)).newest().drawn
    figures = [drawn.figure(name, View(), Style()) for name in drawn.charts]
    assert {trace.type for figure in figures for trace in figure.data} <= TRACES


def test_the_bundles_looked_at_hold_that_of_the_plotly_in_use():
    assert str(chart_library.get_plotlyjs_version()) in BUNDLES


def test_the_library_has_a_name_of_its_content_and_is_kept_for_good(client):
    address = re.search(r'data-charts="([^"]+)"', client.get("/").text)[1]
    answer = client.get(address, headers={"Accept-Encoding": "br"})
    assert "immutable" in answer.headers["Cache-Control"]
    assert hashlib.sha256(brotli.decompress(answer.data)).hexdigest()[:16] in address


def test_every_script_and_sheet_of_the_document_may_be_kept_for_good_and_is_compressed(client):
    text = client.get("/").text
    addresses = re.findall(r'<(?:script|link)[^>]*?(?:src|href)="([^"]+\.(?:js|css)[^"]*)"', text)
    assert len(addresses) > 12
    for address in addresses:
        answer = client.get(address, headers={"Accept-Encoding": "br, gzip"})
        assert answer.status_code == 200, address
        if len(answer.data) > 600:
            assert answer.headers.get("Content-Encoding") == "br", address
        if "/dcc/async-" not in address:
            assert "max-age=31536000" in answer.headers["Cache-Control"], address


def test_the_first_script_has_a_name_of_its_content(client):
    digest = hashlib.sha256((ASSETS / "boot.js").read_bytes()).hexdigest()
    assert f"boot.js?m={digest[:16]}" in client.get("/").text


def test_the_first_answer_is_thin_and_without_what_no_page_uses(client):
    answer = client.get("/", headers={"Accept-Encoding": "br"})
    assert len(answer.data) < 4_000
    assert "dash_table/" not in brotli.decompress(answer.data).decode().partition("</script>")[2].replace(
        "dash_table", "", 1
    )


@pytest.mark.parametrize(("path", "early"), [("/", True), ("/compare", True), ("/estimates", True), ("/data", False)])
def test_the_library_is_asked_for_early_where_there_are_charts(client, path, early):
    assert ("<script async" in client.get(path).text) is early

"""What goes over the wire: compressed, under names that change with the content, and the smaller library if any."""

import hashlib
import re

import brotli
import pytest

from dashboard.figure import Style
from dashboard.web import chart_library, create_app
from dashboard.web.application import ASSETS
from dashboard.web.chart_library import TRACES, found
from dashboard.web.chart_modules import cut
from dashboard.web.editions import Editions, fixed
from dashboard.web.view import View

from .conftest import TODAY

SCRIPT = (
    "(()=>{var ask=1;var a=W((e,t)=>{t.exports=core});var b=W(()=>{a()});var x=W(()=>{}),unasked=1;var c=W(()=>{x()});"
    "var d=W(()=>{a()});var core;var late=Ea(()=>{core=1});var z=W((e,t)=>{var r=a();r.register([b(),c(),d()]);"
    "t.exports=r});return z();})();after"
)


def test_the_part_of_the_library_that_our_charts_need_is_served(app):
    answer = app.server.test_client().get(app.chart_library)
    assert 1_000_000 < len(answer.data) < 1_500_000
    assert hashlib.sha256(answer.data).hexdigest() == found().digest


def test_a_library_that_was_not_looked_at_is_served_whole(losses, monkeypatch):
    monkeypatch.setattr(chart_library, "PARTS", {})
    app = create_app(losses, lambda: TODAY)
    answer = app.server.test_client().get(app.chart_library)
    assert len(answer.data) > 4_000_000
    assert found().partial is False


def test_modules_that_nothing_asks_for_are_cut_out():
    assert cut(SCRIPT) == (
        "(()=>{var ask=1;var a=W((e,t)=>{t.exports=core});var b=W(()=>{a()});"
        "var d=W(()=>{a()});var core;var z=W((e,t)=>{var r=a();r.register([b(),d()]);"
        "t.exports=r});return z();})();after"
    )


def test_a_script_without_its_list_is_not_cut():
    with pytest.raises(ValueError, match="no list"):
        cut(SCRIPT.replace("register", "enter"))


def test_the_part_can_draw_every_chart(losses):
    drawn = Editions(fixed(losses)).newest().drawn
    figures = [drawn.figure(name, View(), Style()) for name in drawn.charts]
    assert {trace.type for figure in figures for trace in figure.data} <= TRACES


def test_the_plotly_in_use_is_one_that_was_looked_at():
    assert found().partial


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

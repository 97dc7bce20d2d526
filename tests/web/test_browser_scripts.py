"""More than a hundred strings made to run, in every text that people write: no page, chart, table or file runs one."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import UTC, datetime
from urllib.parse import quote

import pytest

from dashboard.export.admission import admitted
from dashboard.figure import Style
from dashboard.intake import Reader, add
from dashboard.model import Document
from dashboard.pipeline import build
from dashboard.store import open_store
from dashboard.web.application import assemble
from dashboard.web.editions import Editions, stored
from dashboard.web.view import View
from tests.hostile.folder import hostile_folder
from tests.hostile.scripts import addresses, strings

from .conftest import TODAY, serving
from .visits import visiting

WHEN = datetime(2026, 8, 9, tzinfo=UTC)
PAGES = ("/", "/compare", "/estimates", "/claims", "/document", "/data", "/review", "/history")
# What a page must not hold: handlers in attributes, frames, scripts of no address, and links that are no links.
FOREIGN = """() => {
  const found = [];
  for (const one of document.querySelectorAll('*')) {
    if (['IFRAME', 'OBJECT', 'EMBED', 'MARQUEE', 'BASE'].includes(one.tagName)) found.push(one.outerHTML);
    for (const at of one.attributes) if (/^on/i.test(at.name)) found.push(one.outerHTML.slice(0, 200));
    if (one.tagName === 'SCRIPT' && !one.src && !one.id && !['application/json', ''].includes(one.type))
      found.push(one.outerHTML);
    if (one.tagName === 'IMG' && !/^(data:|blob:)/.test(one.src)) found.push(one.outerHTML);
  }
  for (const link of document.querySelectorAll('a[href]')) {
    const place = new URL(link.getAttribute('href'), window.location.href);
    if (!['http:', 'https:', 'blob:'].includes(place.protocol)) found.push(link.outerHTML);
    if (place.hostname === 'evil.example') found.push(link.outerHTML);
  }
  return found;
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return hostile_folder(tmp_path_factory.mktemp("hostile") / "data")


@pytest.fixture(scope="module")
def editions(folder, tmp_path_factory):
    """Editions over the folder and a store with two dozen of the strings in documents that await review."""
    store = open_store(str(tmp_path_factory.mktemp("store") / "losses.db"))
    losses = build(folder)
    reader = Reader(losses.claimants, losses.conflict)
    given = [(_document(n, text), text[:200]) for n, text in enumerate(strings()[::6])]
    list(add(store, given, reader, "<img src=x onerror=alert(1)>", WHEN))
    return Editions(stored(folder, store))


def _document(number, text):
    clean = text.replace("\0", "")
    said = f"{clean} Russia lost 2,{number + 100} troops on Tuesday, the General Staff said. {clean}"
    return Document(f"stored-{number}", said, clean, WHEN.date(), clean, f"https://news.example/s{number}")


@pytest.fixture(scope="module")
def hurt(editions):
    return assemble(editions, lambda: TODAY)


def test_there_are_a_hundred_strings_and_only_their_bad_addresses_and_signs_are_refused(editions):
    assert len(strings()) >= 100
    problems = editions.newest().losses.problems
    refused = [one for one in problems if "is no web address" in one.what]
    unseen = [one for one in problems if "holds control characters" in one.what]
    assert len(refused) == len(addresses())
    assert len(problems) == len(refused) + len(unseen)


@pytest.mark.browser
def test_nothing_runs_on_any_page(browser, hurt):
    ran = []
    with serving(hurt) as address, visiting(browser, address) as visit:
        visit.page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
        said = quote(strings()[0])
        odd = [f"/?start={said}&claimant={said}&unit={said}", f"/claims?q={said}", f"/document?id={said}"]
        read = ["/document?id=hurt-40", "/review?id=stored-3", "/document?claim=UKDI-001"]
        for path in (*PAGES, *read, *odd):
            visit.go(path)
            _point_at_charts(visit.page)
            assert visit.page.evaluate(FOREIGN) == [], path
            assert visit.page.evaluate("window.hurt === undefined"), path
        said = [
            one for one in visit.complaints if "Content Security Policy" in one or one.startswith(("script:", "to "))
        ]
        assert (ran, said) == ([], [])
        # What would be found is found.
        visit.page.evaluate('document.body.innerHTML += \'<a href="javascript:1" onclick="1">x</a>\'')
        assert len(visit.page.evaluate(FOREIGN)) >= 2


def _point_at_charts(page):
    """Opens what is folded, and shows the hover box of a mark of each chart."""
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    for graph in page.locator(".dash-graph .nsewdrag").all():
        box = graph.bounding_box()
        if box:
            for share in (0.3, 0.6, 0.9):
                page.mouse.move(box["x"] + box["width"] * share, box["y"] + box["height"] * 0.7)


ALLOWED = re.compile(r"</?(?:b|i|br|sub|sup|span|em|strong|extra)\b[^<>]*>", re.IGNORECASE)


def _texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)


def test_no_chart_holds_markup_of_others_and_each_can_be_exported(editions):
    drawn = editions.newest().drawn
    for name in drawn.charts:
        for view in (View(), View(subject="Ukraine")):
            figure = json.loads(drawn.figure(name, view, Style()).to_json())
            foreign = [text for text in _texts(figure) if re.search(r"<[a-zA-Z/!]", ALLOWED.sub("", text))]
            styled = [tag for text in _texts(figure) for tag in ALLOWED.findall(text) if re.search(r"url|on\w+=", tag)]
            assert (foreign[:3], styled[:3]) == ([], []), name
            admitted(figure, 1600, 900)


def test_files_hold_the_strings_as_text_and_none_as_a_formula(hurt):
    client = hurt.server.test_client()
    told = client.get("/api/claims").get_json()
    assert {row["publisher"] for row in told} > {
        text for text in strings() if text == text.strip() and text.isprintable()
    }
    rows = list(csv.reader(io.StringIO(client.get("/api/claims?format=csv").text)))
    assert len(rows) == len(told) + 1
    assert not [cell for row in rows for cell in row if cell.lstrip().startswith(("=", "@", "+1", "-2+", "\t", "\r"))]
    body = {"table": "claims", "format": "csv", "path": "/claims", "query": "", "filter": "a\r\nSet-Cookie: hurt=1"}
    answer = client.post("/export", json=body)
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    assert re.fullmatch(r'attachment; filename="[a-z0-9._-]+"', answer.headers["Content-Disposition"])


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "a\r\nSet-Cookie: hurt=1", "\x1b[2J", "../../etc/passwd"]
)
def test_an_address_made_to_hurt_sets_no_header_and_comes_back_as_text_alone(hurt, text):
    client = hurt.server.test_client()
    said = quote(text)
    for path in (f"/{said}", f"/api/{said}", f"/api/series?claimant={said}", f"/figures/{said}", f"/login?next={said}",
                 f"/assets/{said}", f"/_dash-component-suites/{said}/x.js", f"/chart-library/{said}"):  # fmt: skip
        answer = client.get(path)
        assert answer.status_code < 500, path
        assert "Set-Cookie" not in answer.headers
        if answer.mimetype == "text/html":
            assert "<script>alert(1)" not in answer.text

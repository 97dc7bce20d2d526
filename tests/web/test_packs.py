"""The call that makes packs, without a page: what it refuses, how it tells its progress, and that it ends in time."""

from __future__ import annotations

import io
import json
import threading
import zipfile
from contextlib import nullcontext

import pytest
from pptx import Presentation

from dashboard.browser import found_browser
from dashboard.export.order import Order
from dashboard.web import create_app, packs
from dashboard.web.edition import Edition
from dashboard.web.editions import Asked
from dashboard.web.limits import PACKS
from dashboard.web.view import View

from .conftest import TODAY

OCTOBER = "?start=2024-10-01&end=2024-10-31"


@pytest.fixture
def client(losses):
    """A server of its own: how often one may ask is counted by server."""
    return create_app(losses, lambda: TODAY).server.test_client()


@pytest.fixture
def drawable() -> None:
    if found_browser() is None:
        pytest.skip("no Chromium, Chrome or Edge was found; set CHROMIUM to the path of one")


def ask(client, **body):
    return client.post(packs.PATH, json={"charts": ["total"], "query": OCTOBER} | body)


def read(answer) -> tuple[list[dict], bytes]:
    """The lines of an answer and the bytes after the last."""
    rest, lines = answer.data, []
    while rest and not (lines and "ok" in lines[-1]):
        line, _, rest = rest.partition(b"\n")
        lines.append(json.loads(line))
    return lines, rest


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"charts": []}, "at least one chart"),
        ({"charts": ["pie"]}, "at least one chart"),
        ({"charts": "daily"}, "at least one chart"),
        ({"format": "exe"}, "format 'exe'"),
        ({"size": "20000x20000"}, "size"),
        ({"theme": "red"}, "theme"),
        ({"captions": ["x"]}, "captions"),
    ],
)
def test_what_is_no_pack_is_refused_with_a_sentence(client, body, said) -> None:
    answer = ask(client, **body)
    assert answer.status_code == 400
    assert said in answer.text


def test_a_body_that_is_no_json_is_refused(client) -> None:
    assert client.post(packs.PATH, data="x").status_code == 400


def test_a_page_from_elsewhere_makes_no_pack(client) -> None:
    answer = client.post(packs.PATH, json={"charts": ["total"]}, headers={"Origin": "https://elsewhere.example"})
    assert answer.status_code == 403


def test_who_asks_too_often_is_told_to_wait(client) -> None:
    codes = [client.post(packs.PATH, json={}).status_code for _ in range(PACKS.at_once + 1)]
    assert codes == [400] * PACKS.at_once + [429]
    assert "Retry-After" in client.post(packs.PATH, json={}).headers


@pytest.mark.browser
def test_the_progress_comes_before_the_file_and_captions_in_it(drawable, client) -> None:
    asked = {"charts": ["total", "spread"], "captions": {"total": "Mind\nthe <gaps>"}, "format": "pptx"}
    lines, content = read(ask(client, **asked))
    assert [line["done"] for line in lines[:-1]] == [0, 0, 1, 2]
    assert lines[-1]["ok"] is True
    assert lines[-1]["size"] == len(content)
    first, _ = Presentation(io.BytesIO(content)).slides
    assert [shape.text_frame.text for shape in first.shapes if shape.name == "Caption"] == ["Mind the <gaps>"]


@pytest.mark.browser
def test_several_pictures_come_as_a_folder_with_its_index_in_their_order(drawable, client) -> None:
    lines, content = read(ask(client, charts=["spread", "total"], format="svg", size="square", theme="print"))
    assert lines[-1]["name"] == "reported-losses_2024-10-01_to_2024-10-31_square_print.zip"
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        names = packed.namelist()
        index = packed.read("index.html").decode()
    stem = "2024-10-01_to_2024-10-31_square_print.svg"
    assert names == ["index.html", "index.md", f"spread_{stem}", f"total_{stem}"]
    assert index.index("spread_2024") < index.index("total_2024")


@pytest.mark.browser
def test_one_chart_as_pdf_is_that_pdf(drawable, client) -> None:
    lines, content = read(ask(client, format="pdf", size="wide"))
    assert lines[-1]["name"] == "total_2024-10-01_to_2024-10-31_wide_light.pdf"
    assert content.startswith(b"%PDF-")


def test_without_a_browser_the_answer_says_what_to_do(client, monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "nothing"))
    lines, content = read(ask(client))
    assert lines[-1]["ok"] is False
    assert "Install one" in lines[-1]["told"]
    assert content == b""


def answer_of(steps, room) -> list[dict]:
    return [json.loads(line) for line in packs.told(lambda: iter(steps), room)]


def test_more_packs_at_once_than_there_is_room_for_are_sent_away_and_room_comes_back() -> None:
    room = threading.BoundedSemaphore(1)
    first = packs.told(lambda: iter([b'{"step": 1}\n', b'{"step": 2}\n']), room)
    assert next(first) == b'{"step": 1}\n'
    assert "being made" in answer_of([], room)[-1]["told"]
    first.close()  # whoever asked for it has gone
    assert answer_of([b'{"step": 1}\n'], room) == [{"step": 1}]


def test_a_pack_that_takes_too_long_is_ended(losses) -> None:
    class Idle:
        def renderer(self):
            return nullcontext(None)

    clock = iter([0.0, packs.LONGEST_WORK + 1])
    room = threading.BoundedSemaphore(1)
    asked = Asked(Edition(losses), View(), ())
    made = packs.told(lambda: packs.made(Order(("total",)), asked, "test", Idle(), lambda: next(clock)), room)
    assert "more than 120 seconds" in json.loads(list(made)[-1])["told"]

"""The warm browser: the same picture each time, no request for anything, and nothing of it left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from pathlib import Path

import numpy as np
import plotly.graph_objects as go
import pytest
from PIL import Image

from dashboard.export import renderer as module
from dashboard.export import task
from dashboard.export.admission import RefusedFigure
from dashboard.export.png import SIGNATURE
from dashboard.export.renderer import Renderer
from dashboard.export.task import Job, NotDrawn
from dashboard.figure.outline import outlined

from .conftest import job

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]


def test_the_same_figure_gives_the_same_bytes_as_png_and_svg(renderer) -> None:
    first, second = renderer.draw(job()), renderer.draw(job())
    assert first.startswith(SIGNATURE)
    assert first == second
    assert len({renderer.draw(job("svg")) for _ in range(12)}) == 1


def test_another_process_draws_the_same_pixels(renderer, browser) -> None:
    with Renderer(browser, tabs=1, timeout=60) as other:
        assert other.draw(job()) == renderer.draw(job())


def test_a_pdf_is_one(renderer) -> None:
    assert renderer.draw(job("pdf")).startswith(b"%PDF-")


def test_pictures_come_in_the_order_of_their_jobs(renderer) -> None:
    titles = [{"text": word} for word in ("one", "two", "three")]
    alone = [renderer.draw(job(title=title)) for title in titles]
    assert list(renderer.draw_all(job(title=title) for title in titles)) == alone
    assert len(set(alone)) == 3


def test_the_page_asks_nobody_for_anything(renderer, monkeypatch) -> None:
    asked = []

    class Listening(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)

    server = HTTPServer(("127.0.0.1", 0), Listening)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    place = {"xref": "paper", "yref": "paper", "x": 0, "y": 1, "sizex": 1, "sizey": 1}
    images = [
        place | {"source": f"http://127.0.0.1:{server.server_port}/x.png"},
        place | {"source": f"file://{ROOT}/assets/favicon.svg"},
    ]
    with pytest.raises(RefusedFigure):
        renderer.draw(job(images=images))
    # Even a figure that got past the door makes no request: the page itself forbids it.
    monkeypatch.setattr(task, "admitted", lambda figure, _width, _height: figure)
    without, with_images = renderer.draw(job()), renderer.draw(job(images=images))
    server.shutdown()
    assert asked == []
    assert with_images == without


def test_after_every_refusal_the_renderer_still_draws_the_same(renderer) -> None:
    before = renderer.draw(job())
    wide = replace(job(), width=20_000, height=20_000)
    hostile = [
        job(images=[{"source": "file:///etc/hostname"}]),
        job(images=[{"source": "http://127.0.0.1:9/x.png"}]),
        job(title={"text": "x" * 1_000_000}),
        job(title={"text": "bell \x07"}),
        wide,
    ]
    start = time.monotonic()
    for one in hostile:
        with pytest.raises(RefusedFigure) as refused:
            renderer.draw(one)
        assert len(str(refused.value)) < 200
    assert time.monotonic() - start < 2
    assert renderer.draw(job()) == before


def test_a_killed_browser_is_replaced(renderer) -> None:
    before = renderer.draw(job())
    os.killpg(renderer._kaleido.subprocess.pid, signal.SIGKILL)
    assert renderer.draw(job()) == before


def test_a_browser_that_hangs_is_ended_in_time_and_replaced(browser) -> None:
    with Renderer(browser, tabs=1, timeout=60) as own:
        before = own.draw(job())
        own._timeout = 2
        os.killpg(own._kaleido.subprocess.pid, signal.SIGSTOP)
        start = time.monotonic()
        with pytest.raises(NotDrawn, match="2 seconds"):
            own.draw(job())
        assert time.monotonic() - start < 6
        own._timeout = 60
        assert own.draw(job()) == before


def test_nothing_is_left_when_it_is_closed(browser) -> None:
    with Renderer(browser, tabs=1, timeout=60) as own:
        own.draw(job())
        group = own._kaleido.subprocess.pid
        assert _alive(group)
    assert _gone(group, 10)


def test_no_browser_is_left_ten_seconds_after_its_parent_was_killed(browser) -> None:
    script = (
        "from tests.export.conftest import job; from dashboard.export.renderer import Renderer; import time\n"
        f"own = Renderer({browser!r}, tabs=1, timeout=60); own.draw(job())\n"
        "print(own._kaleido.subprocess.pid, flush=True); time.sleep(600)"
    )
    parent = subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    group = int(parent.stdout.readline())
    assert _alive(group)
    parent.kill()
    parent.wait()
    assert _gone(group, 10)


def test_without_a_browser_it_says_how_to_get_one(monkeypatch) -> None:
    monkeypatch.setattr(module, "found_browser", lambda: None)
    with pytest.raises(NotDrawn, match="Install one"):
        Renderer()


def _alive(group: int) -> list[str]:
    """The processes of the group that have not ended."""
    told = subprocess.run(["ps", "-eo", "pgid=,stat=,args="], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in told.splitlines()]
    return [row[2] for row in rows if row[0] == str(group) and not row[1].startswith("Z")]


def _gone(group: int, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if not _alive(group):
            return True
        time.sleep(0.2)
    return not _alive(group)


def test_no_bar_vanishes_where_more_bars_than_pixels_share_the_breadth(renderer) -> None:
    """Plotly rounds a bar narrower than half a pixel to nothing; the highest day would be gone."""
    count = 900
    heights = np.where(np.arange(count) == 401, 10.0, 1.0)
    bars = {"type": "bar", "x": np.arange(count) * 1.0, "y": heights, "width": np.ones(count), "hoverinfo": "skip"}
    axes = {"xaxis": {"range": [0, count], "visible": False}, "yaxis": {"range": [0, 10], "visible": False}}
    layout = axes | {"margin": {"l": 0, "r": 0, "t": 0, "b": 0}, "paper_bgcolor": "white", "plot_bgcolor": "white"}
    figure = go.Figure({"data": [bars | {"marker": {"color": "#000000"}}], "layout": layout})
    drawn = renderer.draw(Job(outlined(figure), 300, 100))
    inked = np.asarray(Image.open(BytesIO(drawn)).convert("L")) < 240
    assert inked[:80].any()

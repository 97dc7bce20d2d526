"""The browser killed while it draws: every picture is drawn all the same, and none is torn."""

from __future__ import annotations

import os
import signal
import threading
import time

import pytest

from dashboard.export.renderer import Renderer

from .conftest import job

pytestmark = pytest.mark.browser
PICTURES = 12


def test_a_browser_killed_while_it_draws_costs_no_picture(browser) -> None:
    titles = [{"text": f"picture {number}"} for number in range(PICTURES)]
    with Renderer(browser, tabs=1, timeout=60) as own:
        expected = own.draw(job(title=titles[0]))
        drawn: list[bytes] = []
        drawing = threading.Thread(target=lambda: drawn.extend(own.draw_all(job(title=title) for title in titles)))
        drawing.start()
        for _ in range(2):
            many = len(drawn) + 2  # what draws then was not interrupted before: a picture is begun anew only once
            while len(drawn) < many and drawing.is_alive():
                time.sleep(0.005)
            assert drawing.is_alive()
            os.killpg(own._kaleido.subprocess.pid, signal.SIGKILL)
        drawing.join(120)
        assert not drawing.is_alive()
    assert len(drawn) == len(set(drawn)) == PICTURES
    assert drawn[0] == expected

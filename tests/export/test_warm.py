"""The renderer that is kept warm: one for all, ended when nobody has used it for a while, never in use."""

from __future__ import annotations

import time

import pytest

from dashboard.export import warm as module
from dashboard.export.warm import Warm


class Pretended:
    """Stands in for a renderer, and tells whether it was closed."""

    made: list[Pretended]

    def __init__(self) -> None:
        self.closed = False
        self.made.append(self)

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def made(monkeypatch) -> list[Pretended]:
    class Renderer(Pretended):
        made: list[Pretended] = []  # noqa: RUF012

    monkeypatch.setattr(module, "Renderer", Renderer)
    return Renderer.made


def test_all_who_ask_are_lent_the_same_one(made) -> None:
    warm = Warm(idle=60)
    with warm.renderer() as first, warm.renderer() as second:
        assert first is second
    with warm.renderer() as third:
        assert third is first
    assert len(made) == 1
    warm.close()
    assert made[0].closed


def test_it_is_never_ended_while_somebody_uses_it(made) -> None:
    warm = Warm(idle=0)
    with warm.renderer() as lent:
        with warm.renderer():
            pass
        time.sleep(0.1)
        warm.close()
        assert not lent.closed


def test_it_is_ended_after_a_while_and_started_again_when_asked(made) -> None:
    warm = Warm(idle=0.05)
    with warm.renderer():
        pass
    end = time.monotonic() + 5
    while not made[0].closed and time.monotonic() < end:
        time.sleep(0.02)
    assert made[0].closed
    with warm.renderer() as again:
        assert again is made[1]


def test_who_fails_while_using_it_gives_it_back(made) -> None:
    warm = Warm(idle=60)
    with pytest.raises(ValueError, match="x"), warm.renderer():
        raise ValueError("x")
    warm.close()
    assert made[0].closed

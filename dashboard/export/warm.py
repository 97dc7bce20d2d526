"""A renderer that is started when it is first asked for, kept warm, and ended when nobody has asked for a while."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, Timer

from dashboard.export.renderer import Renderer

_IDLE = 300.0


class Warm:
    """One renderer for all who ask; it is ended `idle` seconds after the last use."""

    def __init__(self, idle: float = _IDLE) -> None:
        self._idle = idle
        self._one_at_a_time = Lock()
        self._renderer: Renderer | None = None
        self._users = 0
        self._rest: Timer | None = None

    @contextmanager
    def renderer(self) -> Iterator[Renderer]:
        """The renderer, for as long as the block runs; raises NotDrawn where no browser is found."""
        with self._one_at_a_time:
            if self._rest is not None:
                self._rest.cancel()
            self._renderer = self._renderer or Renderer()
            self._users += 1
            lent = self._renderer
        try:
            yield lent
        finally:
            with self._one_at_a_time:
                self._users -= 1
                if self._rest is not None:
                    self._rest.cancel()
                self._rest = Timer(self._idle, self.close)
                self._rest.daemon = True
                self._rest.start()

    def close(self) -> None:
        """End the browser, unless somebody uses it."""
        with self._one_at_a_time:
            if self._users or self._renderer is None:
                return
            lent, self._renderer = self._renderer, None
        lent.close()

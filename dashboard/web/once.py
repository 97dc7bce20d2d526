"""Answers that are worked out once: who asks for one that is under way waits for it, who asks for a known one never."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import RLock
from typing import Generic, ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


class Once(Generic[Asked, Answer]):
    """A function of hashable arguments that remembers its last `most` answers; it may call itself."""

    def __init__(self, make: Callable[Asked, Answer], most: int) -> None:
        self._make = make
        self._most = most
        self._one_at_a_time = RLock()
        self._known: dict[Hashable, tuple[Answer]] = {}

    def __call__(self, *asked: Asked.args, **_none: Asked.kwargs) -> Answer:
        """The answer, remembered or made now."""
        known = self._known.get(asked)
        if known is not None:
            return known[0]
        with self._one_at_a_time:
            known = self._known.get(asked)
            if known is None:
                known = (self._make(*asked, **_none),)
                self._known[asked] = known
                for old in list(self._known)[: -self._most]:
                    del self._known[old]
            return known[0]

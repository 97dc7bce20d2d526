"""Answers that are worked out once: who asks for one that is under way waits for it, who asks for a known one never."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import RLock
from typing import Any, Generic, ParamSpec, TypeVar, cast

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


class Kept:
    """The last `most` answers by what was asked. Making one may ask for another."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._one_at_a_time = RLock()
        self._known: dict[Hashable, tuple[Any]] = {}

    def get(self, asked: Hashable, make: Callable[[], Answer]) -> Answer:
        """The answer that is kept for what is asked, or the one that `make` makes now."""
        known = self._known.get(asked)
        if known is None:
            with self._one_at_a_time:
                known = self._known.get(asked) or self._keep(asked, make())
        return cast(Answer, known[0])

    def _keep(self, asked: Hashable, answer: object) -> tuple[Any]:
        self._known[asked] = (answer,)
        for old in list(self._known)[: -self._most]:
            del self._known[old]
        return (answer,)


class Once(Generic[Asked, Answer]):
    """A function of hashable arguments that keeps its last `most` answers; it may call itself."""

    def __init__(self, make: Callable[Asked, Answer], most: int) -> None:
        self._make = make
        self._kept = Kept(most)

    def __call__(self, *asked: Asked.args, **named: Asked.kwargs) -> Answer:
        """The answer, kept or made now."""
        return self._kept.get((asked, tuple(named.items())), lambda: self._make(*asked, **named))

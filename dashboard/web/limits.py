"""How often one caller may ask for what costs much: an allowance that is used up and grows back."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import Lock
from types import MappingProxyType

from flask import Flask, Response, abort, g, request

_MOST_CALLERS = 10_000


@dataclass(frozen=True, slots=True)
class Rate:
    """`at_once` calls, and one more every `seconds`."""

    at_once: int
    seconds: float


UPLOADS, EXPORTS, PACKS = Rate(60, 2.0), Rate(120, 1.0), Rate(8, 8.0)
LIMITED: Mapping[str, Rate] = MappingProxyType({"/desk/add": UPLOADS, "/export": EXPORTS, "/pack/make": PACKS})


class Allowance:
    """What each caller has left; who has not called for long has it all. `clock` gives seconds."""

    def __init__(self, rate: Rate, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._one_at_a_time = Lock()

    def take(self, caller: str) -> float:
        """Take one call; 0 where it is allowed, else the seconds until one is."""
        with self._one_at_a_time:
            now = self._clock()
            left, since = self._left.pop(caller, (float(self._rate.at_once), now))
            left = min(float(self._rate.at_once), left + (now - since) / self._rate.seconds)
            allowed = left >= 1
            self._left[caller] = (left - 1 if allowed else left, now)
            if len(self._left) > _MOST_CALLERS:
                self._left.popitem(last=False)
            return 0.0 if allowed else (1 - left) * self._rate.seconds


def register(server: Flask, limited: Mapping[str, Rate] = LIMITED, clock: Callable[[], float] = time.monotonic) -> None:
    """Answer 429 to whoever asks for one of these addresses more often than its rate allows, in this process."""
    allowances = {path: Allowance(rate, clock) for path, rate in limited.items()}

    @server.before_request
    def _limit() -> None:
        allowance = allowances.get(request.path)
        if allowance is None or request.method != "POST":
            return
        person = g.get("person")
        wait = allowance.take(f"{request.remote_addr} {person.name if person else ''}")
        if wait:
            g.retry_after = math.ceil(wait)
            abort(429, f"That was asked for too often; wait {_seconds(g.retry_after)} and try again.")

    @server.after_request
    def _told(response: Response) -> Response:
        if response.status_code == 429 and "retry_after" in g:
            response.headers["Retry-After"] = str(g.retry_after)
        return response


def _seconds(number: int) -> str:
    return f"{number} second{'' if number == 1 else 's'}"

"""Which documents are copies of one another: datasketch's MinHash signatures and its locality-sensitive hashing.

Copies appear within weeks of one another, so that a month of signatures is held at a time, whatever the archive's
length; documents without a date are compared among themselves.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
from datasketch import LeanMinHash, MinHashLSH

from dashboard.intake.alike import NEAR, SCHEME, SEED

# Copies are looked for among documents published so many days apart.
DAYS = 31
# 32 bands of 4 values: of two texts that share NEAR (0.7) of their sequences, all but one pair in 4,000 meet in a band.
_BANDS, _VALUES = 32, 4
# Of those that meet in a band only the first are compared: a form, such as a list without prose, meets thousands.
_MOST = 200


class _Held(NamedTuple):
    """A document within reach of the next ones."""

    name: str
    day: date | None
    signature: bytes
    values: LeanMinHash


class Syndicates:
    """Documents grouped as they come, in order of publication; a group is named after its first document."""

    def __init__(self) -> None:
        self._count = 0
        self._held: dict[int, _Held] = {}
        self._order = deque[int]()
        self._same: dict[bytes, int] = {}
        self._near = MinHashLSH(num_perm=_BANDS * _VALUES, params=(_BANDS, _VALUES))
        self._above: dict[int, int] = {}
        self._names: dict[int, str] = {}

    def learn(self, rows: Iterable[tuple[str, date | None, bytes]]) -> None:
        """Takes in documents: id, day and signature, by day and id; those without a day last."""
        for name, day, signature in rows:
            if len(signature) == _BANDS * _VALUES * 4:
                self._forget(day)
                values = LeanMinHash(seed=SEED, scheme=SCHEME, hashvalues=np.frombuffer(signature, dtype="<u4"))
                self._compare(_Held(name, day, signature, values))

    def copies(self) -> dict[str, str]:
        """Each document that has copies, and the first of them."""
        return {name: self._names[self._top(number)] for number, name in self._names.items()}

    def _compare(self, one: _Held) -> None:
        number, self._count = self._count, self._count + 1
        for other in sorted(self._near.query(one.values))[:_MOST]:
            if one.values.jaccard(self._held[other].values) >= NEAR:
                self._join(number, one.name, other)
        # Of one text the newest stands for all, so that a form that thousands share is compared once.
        if (known := self._same.get(one.signature)) is not None:
            self._drop(known)
        self._near.insert(number, one.values)
        self._held[number], self._same[one.signature] = one, number
        self._order.append(number)

    def _join(self, number: int, name: str, other: int) -> None:
        self._names |= {number: name, other: self._held[other].name}
        first, later = sorted((self._top(number), self._top(other)))
        if first != later:
            self._above[later] = first

    def _top(self, number: int) -> int:
        while number in self._above:
            number = self._above[number]
        return number

    def _forget(self, day: date | None) -> None:
        """Lets go of the documents that are out of a day's reach; those without a day reach one another alone."""
        while self._order and not _within_reach(self._held.get(self._order[0]), day):
            self._drop(self._order.popleft())

    def _drop(self, number: int) -> None:
        if (one := self._held.pop(number, None)) is not None:
            self._near.remove(number)
            del self._same[one.signature]


def _within_reach(held: _Held | None, day: date | None) -> bool:
    if held is None or day is None or held.day is None:
        return held is not None and held.day is day
    return day - held.day <= timedelta(days=DAYS)

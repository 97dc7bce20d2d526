"""Which documents are copies of one another: MinHash signatures compared within bands (locality-sensitive hashing).

Copies appear within weeks of one another, so that signatures are held for two months at a time, whatever the archive's
length; documents without a date are compared among themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

import numpy as np

from dashboard.intake.alike import NEAR

# Copies are looked for among documents published so many days apart.
DAYS = 31
# 32 bands of 4 values: of two texts that share NEAR (0.7) of their sequences, all but one pair in 4,000 meet in a band.
_BANDS, _VALUES = 32, 4
# A band that more documents share is that of a form, such as a list without prose: only its first are compared.
_MOST = 200


class Syndicates:
    """Documents grouped as they come, in order of publication; a group is named after its first document."""

    def __init__(self) -> None:
        self._days: list[date | None] = []
        self._ids: list[str] = []
        self._rows: list[np.ndarray] = []
        self._bands: dict[bytes, list[int]] = defaultdict(list)
        self._above: dict[str, str] = {}

    def learn(self, rows: Iterable[tuple[str, date | None, bytes]], *, dated: bool) -> None:
        """Takes in documents: id, day and signature, by day and id."""
        if not dated:
            self._forget(None)
        for document_id, day, signature in rows:
            values = np.frombuffer(signature, dtype="<u4")
            if len(values) == _BANDS * _VALUES:
                self._compare(document_id, day, values)
        if dated and self._days and (last := self._days[-1]) is not None:
            self._forget(last - timedelta(days=DAYS))

    def copies(self) -> dict[str, str]:
        """Each document that has copies, and the first of them."""
        return {name: self._top(name) for name in [*self._above, *set(self._above.values())]}

    def _compare(self, document_id: str, day: date | None, values: np.ndarray) -> None:
        mine, place = values.tobytes(), len(self._ids)
        size = _VALUES * 4
        near: set[int] = set()
        for band in range(_BANDS):
            held = self._bands[band.to_bytes(1, "little") + mine[band * size : (band + 1) * size]]
            near.update(held[:_MOST])
            held.append(place)
        for other in sorted(near):
            known = self._days[other]
            close = day is None or known is None or (day - known).days <= DAYS
            if close and float((self._rows[other] == values).mean()) >= NEAR:
                self._join(document_id, self._ids[other])
        self._ids.append(document_id)
        self._days.append(day)
        self._rows.append(values)

    def _join(self, later: str, earlier: str) -> None:
        first, second = self._top(earlier), self._top(later)
        if first != second:
            self._above[second] = first

    def _top(self, name: str) -> str:
        while name in self._above:
            name = self._above[name]
        return name

    def _forget(self, before: date | None) -> None:
        """Lets go of the documents before a day, or of all."""
        keep = [n for n, day in enumerate(self._days) if before is not None and day is not None and day >= before]
        days, ids, rows = self._days, self._ids, self._rows
        self._days, self._ids, self._rows = [], [], []
        self._bands = defaultdict(list)
        size = _VALUES * 4
        for number in keep:
            mine = rows[number].tobytes()
            for band in range(_BANDS):
                self._bands[band.to_bytes(1, "little") + mine[band * size : (band + 1) * size]].append(len(self._ids))
            self._days.append(days[number])
            self._ids.append(ids[number])
            self._rows.append(rows[number])

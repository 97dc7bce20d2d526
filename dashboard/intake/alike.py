"""Copies of a text: MinHash signatures of its word sequences, and which of those kept are close to one.

Broder's resemblance: the share of word sequences that two texts have in common (datasketch estimates it).
"""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np
from datasketch import MinHash

# A copy with a new headline and a sentence cut still shares this much; two reports on one event in their own words
# share less than a tenth.
NEAR = 0.7
_WORDS = 5
_VALUES = 128
SEED, SCHEME = 1, "affine32"
_WORD = re.compile(r"\w{1,60}")
_MOST_WORDS = 20_000


def signature(text: str) -> bytes:
    """The MinHash values of the text's sequences of five words, case and punctuation aside; `b""` for no words."""
    words = [word.lower() for word in _WORD.findall(text)[:_MOST_WORDS]]
    if not words:
        return b""
    sequences = {" ".join(words[at : at + _WORDS]) for at in range(max(1, len(words) - _WORDS + 1))}
    sketch = _blank().copy()
    sketch.update_batch([sequence.encode("utf-8", "surrogatepass") for sequence in sorted(sequences)])
    return np.asarray(sketch.hashvalues).astype("<u4").tobytes()


@lru_cache(maxsize=1)
def _blank() -> MinHash:
    """The sketch of no text; to draw its permutations takes longer than to apply them."""
    return MinHash(num_perm=_VALUES, seed=SEED, scheme=SCHEME)


class Signatures:
    """The signatures of the documents kept, as one matrix that grows; `last` is the number of the newest."""

    def __init__(self) -> None:
        self.last = 0
        self._ids: list[str] = []
        self._rows = np.empty((0, _VALUES), dtype="<u4")

    def learn(self, kept: list[tuple[int, str, bytes]]) -> None:
        """Takes in documents: number, id and signature of each."""
        known = [one for one in kept if len(one[2]) == _VALUES * 4]
        if known:
            rows = np.stack([np.frombuffer(one[2], dtype="<u4") for one in known])
            self._rows = np.concatenate([self._rows, rows])
            self._ids += [one[1] for one in known]
        self.last = max([self.last, *(one[0] for one in kept)])

    def near(self, wanted: bytes) -> list[tuple[str, float]]:
        """The documents whose share of common sequences is at least NEAR, closest first."""
        if not wanted or not self._ids:
            return []
        shares = (self._rows == np.frombuffer(wanted, dtype="<u4")).mean(axis=1)
        found = np.flatnonzero(shares >= NEAR)
        return sorted(((self._ids[at], float(shares[at])) for at in found), key=lambda one: (-one[1], one[0]))

    def share(self, document_id: str, wanted: bytes) -> float:
        """The share of common sequences with one document kept; 0 where it is unknown."""
        if not wanted or document_id not in self._ids:
            return 0.0
        row = self._rows[self._ids.index(document_id)]
        return float((row == np.frombuffer(wanted, dtype="<u4")).mean())

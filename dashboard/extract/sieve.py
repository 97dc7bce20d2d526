"""Which of many patterns may match a text, told by one pass over it in linear time (RE2).

Each pattern is loosened to what RE2 can read (no looking around, no word boundaries), so it may pass in vain and
never fails to pass: only patterns that pass need be tried in full.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import re2

_PIECE = re.compile(r"\\.|\[(?:\\.|[^\\\]])+\]|\(\?<?[=!]|\(|\)|[^\\\[()]", re.DOTALL)
_MEMORY = 64 << 20


class Sieve:
    """A set of patterns, told by their places in the order given."""

    def __init__(self, patterns: Iterable[str], *, from_start: bool = False) -> None:
        """`from_start` for patterns that are only tried where a text starts; the case of letters is ignored."""
        options = re2.Options()
        options.case_sensitive = False
        options.max_mem = _MEMORY
        self._set = re2.Set.MatchSet(options) if from_start else re2.Set.SearchSet(options)
        for pattern in patterns:
            self._set.Add(loosened(pattern))
        self._set.Compile()

    def passed(self, text: str) -> list[int]:
        """The places of the patterns that may match, in order."""
        return sorted(self._set.Match(text) or ())


def loosened(pattern: str) -> str:
    """A pattern of Python's that RE2 can read, and that matches wherever the first one does."""
    out: list[str] = []
    depth = 0
    for piece in _PIECE.findall(pattern):
        if depth:
            depth += piece.startswith("(") - (piece == ")")
        elif piece.startswith(("(?=", "(?!", "(?<=", "(?<!")):
            depth = 1
        else:
            out.append(_loosened_piece(piece))
    return "".join(out)


def _loosened_piece(piece: str) -> str:
    """One escape, class or character as RE2 writes it; letters are those of every script."""
    if piece in ("\\b", "\\B"):
        return ""
    if piece in ("\\Z", "$"):
        return r"\n?\z"
    if piece[0] == "[":
        return piece.replace("\\w", r"\pL\pN_").replace("\\d", r"\pN")
    return {"\\w": r"[\pL\pN_]", "\\W": r"[^\pL\pN_]", "\\d": r"\pN", "\\s": r"[\s\pZ]"}.get(piece, piece)

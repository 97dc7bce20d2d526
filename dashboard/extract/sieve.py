"""Which of many patterns may match a text, told by one pass over it in linear time (RE2).

Each pattern is loosened to what RE2 can read (no looking around, no word boundaries), so it may pass in vain and
never fails to pass: only patterns that pass need be tried in full.
"""

from __future__ import annotations

from collections.abc import Iterable

import re2

from dashboard.extract.linear import BEYOND_ASCII, LOOKS_AROUND, PIECE

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


# Every character beyond ASCII may be a letter, a digit, a space or none of these.
_ANY = {
    **{r"\b": "", r"\B": "", r"\Z": r"\n?\z", r"\z": r"\n?\z", "$": r"\n?\z", r"\W": r"\W"},
    **{escape: rf"[{escape}\x00-\x1f{BEYOND_ASCII}]" for escape in (r"\w", r"\d", r"\s")},
}


def loosened(pattern: str) -> str:
    """A pattern of Python's that RE2 can read, and that matches wherever the first one does."""
    out: list[str] = []
    depth = 0
    for piece in PIECE.findall(pattern):
        if depth:
            depth += piece.startswith("(") - (piece == ")")
        elif piece in LOOKS_AROUND:
            depth = 1
        elif piece[0] == "[" and "\\" in piece and piece[1] != "^":
            out.append("[" + BEYOND_ASCII + piece[1:])
        else:
            out.append(_ANY.get(piece, piece))
    return "".join(out)

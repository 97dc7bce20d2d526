"""Patterns that read any text in linear time: RE2 where a pattern does not look around, Python's own otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Protocol, cast

import re2

# One escape, class, opening of a look around, bracket or character of a pattern.
PIECE = re.compile(r"\\.|\[(?:\\.|[^\\\]])+\]|\(\?<?[=!]|\(|\)|[^\\\[()]", re.DOTALL)
LOOKS_AROUND = frozenset(("(?=", "(?!", "(?<=", "(?<!"))
# RE2's own classes are ASCII, and those of Unicode make its automata huge: what is no ASCII passes for a letter, as in
# cleaned text it nearly always is.
BEYOND_ASCII = r"\x{80}-\x{10FFFF}"
_PIECES = {r"\w": rf"[\w{BEYOND_ASCII}]", r"\W": rf"[^\w{BEYOND_ASCII}]", r"\Z": r"\z"}


class Match(Protocol):
    """What a match of either kind of pattern tells."""

    def group(self, group: int = 0, /) -> str:
        """The text of the match, or of a group of it."""

    def groupdict(self) -> Mapping[str, str | None]:
        """The named groups, None for those without part in the match."""

    def start(self, group: int = 0, /) -> int:
        """Where the match, or a group of it, starts."""

    def end(self, group: int = 0, /) -> int:
        """Where the match, or a group of it, ends."""

    def span(self, group: int = 0, /) -> tuple[int, int]:
        """Where the match, or a group of it, starts and ends."""


class Pattern(Protocol):
    """What either kind of compiled pattern can do."""

    @property
    def pattern(self) -> str:
        """The pattern as text."""

    def search(self, text: str, /) -> Match | None:
        """The first match anywhere."""

    def match(self, text: str, /) -> Match | None:
        """The match at the start."""

    def finditer(self, text: str, /) -> Iterator[Match]:
        """All matches in order."""


def linear(pattern: str) -> Pattern:
    """The pattern compiled, the case of letters ignored; one that looks around has to be bounded by its writer."""
    pieces = PIECE.findall(pattern)
    if LOOKS_AROUND & set(pieces):
        return cast(Pattern, re.compile(pattern, re.IGNORECASE))
    options = re2.Options()
    options.case_sensitive = False
    return cast(Pattern, re2.compile("".join(map(_of_re2, pieces)), options))


def _of_re2(piece: str) -> str:
    if piece.startswith("["):
        return piece.replace(r"\w", rf"\w{BEYOND_ASCII}")
    return _PIECES.get(piece, piece)

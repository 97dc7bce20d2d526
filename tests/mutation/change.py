"""One small fault that can be put into a source file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Change:
    """The text of `path` between two places, and what stands there instead."""

    path: Path
    start: int
    end: int
    instead: str
    kind: str

    def applied(self, source: str) -> str:
        """The source with the fault in it."""
        return source[: self.start] + self.instead + source[self.end :]

    def told(self, source: str) -> str:
        """File and line; then what stays when lines move: kind and column in the line, before and after, the line."""
        begin, number = source.rfind("\n", 0, self.start) + 1, source.count("\n", 0, self.start) + 1
        line = source[begin : source.find("\n", self.start)]
        column = self.start - begin - (len(line) - len(line.lstrip()))
        was = source[self.start : self.end]
        return f"{self.path}:{number}\t{self.kind}@{column}\t{_one(was)} -> {_one(self.instead)}\t{line.strip()}"


def _one(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else f"{words[:40]} … {words[-18:]}"

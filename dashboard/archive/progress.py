"""How far a run is, in numbers and in words: rate, time left, claims found, failures by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from dashboard.archive.engine import Lost, Result
from dashboard.archive.work import Done
from dashboard.wording import number

KINDS = {
    "damaged_record": "damaged records",
    "damaged_file": "damaged files",
    "wrong_length": "records of a wrong length",
    "too_large": "too large",
    "unreadable": "unreadable",
    "bad_line": "bad lines",
    "not_read": "files of a kind that is not read",
    "lost": "pieces that could not be read",
}


@dataclass
class Progress:
    """What a run has read so far, of `size` bytes; `before` bytes were kept by an earlier one."""

    size: int
    before: int = 0
    read: int = 0
    records: int = 0
    documents: int = 0
    claims: int = 0
    failed: Counter[str] = field(default_factory=Counter)
    passed: Counter[str] = field(default_factory=Counter)
    lost: list[Lost] = field(default_factory=list)

    def add(self, result: Result) -> None:
        """Takes in what became of a piece."""
        if isinstance(result, Lost):
            self.lost.append(result)
            self.failed["lost"] += 1
            self.read += result.piece.size
            return
        self.read += result.size
        self.records += result.records
        self.documents += result.documents
        self.claims += result.claims
        self.failed.update(result.failed)
        self.passed.update(result.passed)

    def words(self, seconds: float) -> str:
        """One line: how far, how fast, how long still, and what was found."""
        share = (self.before + self.read) / self.size if self.size else 1.0
        rate = self.records / seconds if seconds > 0 else 0.0
        left = (self.size - self.before - self.read) * seconds / self.read if self.read else None
        parts = [
            f"{share:.0%}",
            f"{number(self.records)} records",
            f"{rate:,.0f} a second",
            f"{duration(left)} left" if left is not None else "",
            f"{number(self.claims)} claims in {number(self.documents)} documents",
            self.failures(),
        ]
        return ", ".join(part for part in parts if part)

    def failures(self) -> str:
        """The failures by kind, the most frequent first; empty where there is none."""
        return "; ".join(f"{KINDS.get(kind, kind)}: {number(many)}" for kind, many in self.failed.most_common())


def duration(seconds: float) -> str:
    """A time as 40 s, 12 min, 3 h 20 min or 4 days."""
    minutes = round(seconds / 60)
    if seconds < 90:
        return f"{seconds:.0f} s"
    if minutes < 90:
        return f"{minutes} min"
    if minutes < 2 * 24 * 60:
        return f"{minutes // 60} h {minutes % 60} min"
    return f"{minutes / 24 / 60:.0f} days"


def of_kept(kept: Iterable[Done], size: int) -> Progress:
    """The beginning of a run that finds pieces kept by an earlier one."""
    progress = Progress(size)
    for done in kept:
        progress.add(done)
    progress.before, progress.read = progress.read, 0
    return progress

"""What can go wrong, each with a sentence that says where, which value, and what to do.

    LossesError
    ├── DocumentError    a document cannot be read
    ├── ClaimError       a claim breaks the claim model
    ├── CorrectionError  a registered anomaly no longer matches its report
    ├── SeriesError      a frame or a selection that no series can be made of
    ├── StoreError       state that cannot be read or written
    │   └── ChangedMeanwhile  somebody else decided on the same claim in between
    ├── ExportError      a picture that cannot be made
    └── ArchiveError     an archive that cannot be read, or its output that cannot be used

A `Problem` is the same told without stopping: one row or file left out, and the rest goes on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


class LossesError(Exception):
    """Any fault of the input or the data; its text is fit to be shown to a person."""


class DocumentError(LossesError):
    """A document that cannot be read."""


class ClaimError(LossesError):
    """A claim that breaks the claim model."""


class CorrectionError(LossesError):
    """A registered anomaly whose expected value is not the one in the data."""


class SeriesError(LossesError):
    """A frame or selection from which no series can be made."""


class StoreError(LossesError):
    """Stored state that cannot be read or written."""


class ChangedMeanwhile(StoreError):
    """A decision on a claim that somebody else has decided on since it was looked at.

    `seen` is what the decider looked at, `now` what holds; both are `store.review.Decision`.
    """

    def __init__(self, seen: Any, now: Any) -> None:  # noqa: ANN401
        self.seen, self.now = seen, now
        super().__init__(
            f"{now.claim.claim_id} was {now.deed} by {now.by} meanwhile; look at what it says now, then decide again"
        )


class ExportError(LossesError):
    """A picture that cannot be made."""


class ArchiveError(LossesError):
    """An archive that cannot be read, or its output that cannot be used."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something left out: where it stands, what is wrong with which value, and the remedy."""

    file: str
    line: int | None
    what: str
    remedy: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}, line {self.line}"
        return printed(f"{place}: {self.what}. {self.remedy}")


def printed(text: str) -> str:
    """The text without what a terminal would obey or no encoding can hold, as names of files may bring: each a �."""
    return "".join(sign if sign.isprintable() else "�" for sign in text)

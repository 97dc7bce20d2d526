"""The review log as values: a document as kept, a decision on a claim, a figure set aside, a link between copies."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from dashboard.model import Claim, Document, Evidence, Rejection, Status, iso

_ID_DIGITS = 16


class Deed(StrEnum):
    """What was done to a claim. `read`: found by the extractor; `deferred`: left for later, still pending."""

    READ = "read"
    ADDED = "added"
    CHANGED = "changed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    DEFERRED = "deferred"
    UNDONE = "undone"


class LinkKind(StrEnum):
    """How two documents are alike."""

    SAME_ADDRESS = "same_address"
    SAME_TEXT = "same_text"
    NEAR_COPY = "near_copy"


@dataclass(frozen=True, slots=True)
class Kept:
    """A document as the store keeps it: who added it, when, from where (a file's name, "pasted", an address).

    `signature` are the MinHash values of its text, by which copies are found; `number` grows with each document.
    """

    document: Document
    added_by: str
    added_at: datetime
    origin: str
    signature: bytes = b""
    number: int = 0

    @property
    def text_sha256(self) -> str:
        """The hash of the text, by which equal texts are found."""
        return text_hash(self.document.text)


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of the log: the claim as it stands after the deed. The latest version of a claim is its state.

    `version` counts from 1 for each claim; `undoes` is the number of the decision that this one takes back.
    """

    claim: Claim
    version: int
    deed: Deed
    by: str
    at: datetime
    note: str | None = None
    undoes: int | None = None
    number: int = 0

    @property
    def status(self) -> Status:
        """Where the claim stands after it."""
        return self.claim.status


class SetAside(NamedTuple):
    """A figure of a document that is no reported loss, and why."""

    document_id: str
    figure_start: int
    figure_end: int
    reason: str

    def rejection(self, document: Document) -> Rejection:
        """The same as the reader told it, with the words of the document that was kept."""
        start, end = self.figure_start, self.figure_end
        return Rejection(document.id, Evidence(document.text[start:end], start, end), self.reason)


class Link(NamedTuple):
    """A document and an earlier one that it is alike to; `similarity` between 0 and 1."""

    document_id: str
    earlier_id: str
    kind: LinkKind
    similarity: float


def text_hash(text: str) -> str:
    """SHA-256 of the text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def document_id(document: Document) -> str:
    """The id of a document by what it says and where it appeared: the same document always has the same one."""
    parts = (document.url, document.publisher, iso(document.published), document.title, document.text)
    return f"D-{text_hash(chr(0).join(part or '' for part in parts))[:_ID_DIGITS]}"


def latest(decisions: Iterable[Decision]) -> list[Decision]:
    """The state of each claim, in the order in which claims first appeared: decisions must come oldest first."""
    held: dict[str, Decision] = {}
    for decision in decisions:
        held[decision.claim.claim_id] = decision
    return list(held.values())

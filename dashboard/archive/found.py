"""What the readers of an archive hand on: a page as bytes, a document whose text is given, or a failure."""

from __future__ import annotations

from typing import NamedTuple

from dashboard.model import Document


class Page(NamedTuple):
    """A web page as it was served; `at` is where it begins in its file, a byte or a row."""

    file: str
    at: int
    url: str | None
    data: bytes


class Given(NamedTuple):
    """A document that came as text."""

    file: str
    at: int
    document: Document


class Failure(NamedTuple):
    """What could not be read: where, of which kind, and why."""

    file: str
    at: int
    kind: str
    reason: str
    url: str | None = None


class Passed(NamedTuple):
    """A record that is no page (a picture, a redirect, a request): counted, and no failure."""

    kind: str


Found = Page | Given | Failure | Passed

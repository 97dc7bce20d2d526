"""What stays the same while one document is read, and what its sentences so far have told."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dashboard.extract.case import Setting
from dashboard.extract.cleaning import Cleaned
from dashboard.extract.context import Weight, usual_category, weigh
from dashboard.extract.dates import Calendar
from dashboard.extract.drafts import Draft, Refusal
from dashboard.extract.memory import Memory
from dashboard.extract.registry import COUNTRIES, Registry, abroad
from dashboard.extract.subject import country_of_publisher, usual_side
from dashboard.model import Conflict, Document

if TYPE_CHECKING:
    from dashboard.extract.fields import Line


@dataclass(slots=True)
class Page:
    """What stays the same while one document is read, and what the sentences so far have told.

    `before` holds the last two sentences; `read` counts the figures whose fields were read, kept or not.
    """

    document: Document
    cleaned: Cleaned
    registry: Registry
    conflict: Conflict
    days: Calendar
    weight: Weight
    setting: Setting
    memory: Memory = field(default_factory=Memory)
    drafts: list[Draft] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    last_attribution: tuple[int, str] | None = None
    party_named: bool = False
    of_parties: bool = True
    lands: list[str] = field(default_factory=list)
    read: int = 0
    before: deque[Line] = field(default_factory=lambda: deque(maxlen=2))


def open_page(document: Document, cleaned: Cleaned, registry: Registry, conflict: Conflict) -> Page:
    """A page before its first sentence."""
    of_parties = _speaks_of_parties(document, registry)
    if of_parties and _of_earlier_war(document, registry, conflict):
        of_parties, registry = False, replace(registry, parties=())
    registry = registry if of_parties or not _names_land(cleaned.text) else abroad(registry)
    usual = usual_side(document, registry) if of_parties else None
    setting = Setting(
        registry,
        usual_category=usual_category(cleaned.text),
        usual_side=usual,
        home=country_of_publisher(document.publisher),
        of_war=of_parties,
    )
    return Page(
        document,
        cleaned,
        registry,
        conflict,
        Calendar(document.published, conflict.start, conflict.start_words),
        weigh(cleaned.text),
        setting,
        of_parties=of_parties,
        party_named=any(p in cleaned.text for p in registry.parties),
    )


_CYRILLIC = re.compile("[а-яі]")


def _of_earlier_war(document: Document, registry: Registry, conflict: Conflict) -> bool:
    """Whether a text older than the war names only one of its parties, so that its foe there is somebody else."""
    if document.published is None or document.published >= conflict.start:
        return False
    text = f"{document.title or ''} {document.text}".lower()
    if _CYRILLIC.search(text):  # the daily report's own languages name the foe by other words
        return False
    return len({side for alias, side in registry.sides.items() if side in registry.parties and alias in text}) < len(
        registry.parties
    )


def _names_land(text: str) -> bool:
    """Whether a text names some land or people."""
    return not COUNTRIES.keys().isdisjoint(re.findall(r"[a-z]+", text.lower()))


def _speaks_of_parties(document: Document, registry: Registry) -> bool:
    """Whether a text or its title names a party of the war, or the enemy."""
    text = f"{document.title or ''} {document.text}".lower()
    return any(side in registry.parties and alias in text for alias, side in registry.sides.items())

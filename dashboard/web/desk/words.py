"""Decisions as a reader expects them, in sentences."""

from __future__ import annotations

from dashboard.store import Decision, Deed
from dashboard.web.readings import definition_words, period_words
from dashboard.wording import figure

_DEEDS = {
    Deed.READ: "was read in the text",
    Deed.ADDED: "was added by hand",
    Deed.CHANGED: "was changed",
    Deed.ACCEPTED: "was accepted",
    Deed.REJECTED: "was rejected",
    Deed.DEFERRED: "was left for later",
    Deed.UNDONE: "was put back as before",
}


def sentence(words: str) -> str:
    """The words as a sentence, such as an error's: "There is nothing to add."."""
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."


def decision_words(decided: Decision) -> str:
    """What was done to which claim: "1,950 (Russia: losses …; 12 Nov 2024) was accepted by Anna"."""
    by = "" if decided.deed is Deed.READ else f" by {decided.by}"
    note = f": “{decided.note}”" if decided.note else ""
    return f"{claim_words(decided)} {_DEEDS[decided.deed]}{by}{note}."


def claim_words(decided: Decision) -> str:
    """The claim of a decision in a few words."""
    claim = decided.claim
    return f"{figure(claim)} ({definition_words(claim)}; {period_words(claim)}; {claim.claimant or 'nobody named'})"

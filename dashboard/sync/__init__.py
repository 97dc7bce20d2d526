"""Bringing the store up to a public dataset: fetched or read, checked, and written whole or not at all."""

from dashboard.sync.course import Outcome, in_words, quiet, sync_from
from dashboard.sync.recording import Change
from dashboard.sync.validation import JumpRefused

__all__ = ["Change", "JumpRefused", "Outcome", "in_words", "quiet", "sync_from"]

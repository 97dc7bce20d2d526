"""A view in words: the sentence that says what is shown, and the ranges that have a name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from dashboard import wording
from dashboard.model import Basis
from dashboard.web.categories import PERSONNEL
from dashboard.web.categories import in_words as category_words
from dashboard.web.moments import moment_words
from dashboard.web.view import MEANS, View

_NAMED = 2


def presets(last: date) -> tuple[tuple[str, date | None, date | None], ...]:
    """Ranges one click away, by name; they end with `last`, the last day for which there is a figure."""
    return (
        ("All", None, None),
        ("1 year", last - timedelta(days=364), last),
        ("90 days", last - timedelta(days=89), last),
        ("30 days", last - timedelta(days=29), last),
    )


def in_words(view: View, last_published: date) -> str:
    """What is shown, as a sentence: range, basis and as-of date always, the rest where it is not the default."""
    category = category_words(view.category) if view.category != PERSONNEL else ""
    whose = ", ".join(part for part in (view.subject or "", category) if part)
    period = f"{whose[0].upper()}{whose[1:]}: {_period(view)}" if whose else _upper(_period(view))
    dated = "the day covered" if view.basis is Basis.COVERS else "the day of publication"
    parts = [
        period,
        f"by {view.resolution}" if view.resolution != "day" else "",
        f"dated by {dated}",
        f"as published by {wording.day(view.as_of or last_published)}",
        f"as recorded by {moment_words(view.recorded)}" if view.recorded else "",
        _only(view.claimants, "figures of", "claimants"),
        _only(view.definitions, "counting", "definitions"),
        f"with the {view.mean}-day mean" if view.mean != MEANS[0] else "",
        "on a logarithmic scale" if view.log else "",
    ]
    return f"{', '.join(part for part in parts if part)}."


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _period(view: View) -> str:
    if not view.start and not view.end:
        return "the whole period"
    first = wording.day(view.start) if view.start else "the first report"
    return f"{first} to {wording.day(view.end) if view.end else 'the last report'}"


def _only(names: Sequence[str], what: str, several: str) -> str:
    """The names that the view is narrowed to, or how many they are; nothing where it is not narrowed."""
    if not names:
        return ""
    return f"{what} {' or '.join(names) if len(names) <= _NAMED else f'{len(names)} {several}'} alone"

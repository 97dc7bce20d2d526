"""What the sentences of several charts share: the words around a single series, and lists without empty sentences."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.figure.view import (
    Selection,
    Words,
    basis_words,
    category_in_words,
    definition_of,
    dependence,
    headed,
)
from dashboard.model import Claimant


def series_words(
    selection: Selection,
    claimants: Mapping[str, Claimant],
    *,
    title: str,
    subtitle: str,
    source: str,
    caveats: tuple[str, ...],
    definition: str | None = None,
    empty: str = "",
) -> Words:
    """The words of a chart of the selected series alone: its own sentences, and what follows from the selection.

    `definition` is what the series counts, where its claimant says so.
    """
    return Words(
        title=headed(title, selection),
        subtitle=subtitle,
        source=source,
        caveats=caveats,
        as_of=selection.as_of,
        basis_words=basis_words(selection.basis),
        claimants=(dependence(selection.claimant, claimants),),
        definition=definition or definition_of(selection),
        empty=empty,
    )


def on_losses(selection: Selection) -> str:
    """Who speaks of whose losses: "General Staff of Ukraine on Russia's losses of tanks"."""
    return f"{selection.claimant} on {selection.subject}'s losses of {category_in_words(selection.category)}"


def without_empty(*sentences: str) -> tuple[str, ...]:
    """Those of the sentences that say anything."""
    return tuple(sentence for sentence in sentences if sentence)


def scale_words(selection: Selection) -> str:
    """What to mind where the scale is logarithmic, else nothing."""
    return "The scale is logarithmic: heights are not in proportion." if selection.log else ""

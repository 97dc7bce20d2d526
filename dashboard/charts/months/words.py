"""The sentences of the monthly comparison: how often the two agree, and what such agreement is worth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd

from dashboard import wording
from dashboard.figure.telling import without_empty
from dashboard.figure.view import (
    Selection,
    Words,
    basis_words,
    category_in_words,
    definition_of,
    dependence,
    headed,
    selection_in_words,
)
from dashboard.model import Basis, Claim, Claimant

CLOSE = 0.01
_NAMED = 2


def words(
    months: pd.DataFrame,
    statements: pd.DataFrame,
    a: str,
    selection: Selection,
    claimants: Mapping[str, Claimant],
    source: str,
    definition: str,
) -> Words:
    """The finding of the shown months, how to read the marks, and a sentence for each reserve."""
    others = [name for name in statements["claimant"].unique() if name != a]
    names = [selection.claimant, *([a] if a else []), *others]
    return Words(
        title=headed(_title(months, a, selection.claimant), selection),
        subtitle=_subtitle(months, statements, a, selection),
        source=source,
        caveats=_caveats(months, a, selection.claimant),
        as_of=selection.as_of,
        basis_words=basis_words(Basis.COVERS),
        claimants=tuple(dependence(name, claimants) for name in names),
        definition=definition,
        empty=_nothing(selection) if months.empty else "",
    )


def _subtitle(months: pd.DataFrame, statements: pd.DataFrame, a: str, selection: Selection) -> str:
    """What is drawn, in which unit, and how to read those marks that there are."""
    marks = [
        f"Bars: {selection.claimant}.",
        f"Rings: {a}, hollow because derived." if months["derived"].any() else f"Dots: {a}." if a else "",
        "Diamonds: single statements." if len(statements) else "",
    ]
    what = f"{selection.subject}'s reported losses of {category_in_words(selection.category)} per day, by month"
    return " ".join([f"{what}, {selection_in_words(selection)}.", *(mark for mark in marks if mark)])


def definitions(months: pd.DataFrame, a: str, selection: Selection, claims: Sequence[Claim]) -> str:
    """What each side counts; that of `a` as its claims for these months state it, the most frequent first."""
    shown = set(months["claim_id"])
    told = Counter(wording.definition(claim.casualty_types) for claim in claims if claim.claim_id in shown)
    own = f"{selection.claimant}: {definition_of(selection)}"
    return f"{own}; {a}: {' or '.join(words for words, _ in told.most_common())}" if told else own


def _nothing(selection: Selection) -> str:
    where = "" if selection.whole() else f" within {selection_in_words(selection)}"
    if not selection.claimants and not selection.definitions:
        return f"No month{where} has figures of both. Choose a span that holds at least one whole calendar month."
    whose = f" of {_named(selection.claimants, 'claimants')}" if selection.claimants else ""
    what = f" that count {_named(selection.definitions, 'definitions')}" if selection.definitions else ""
    told = f"No month{where} has figures{whose}{what} beside those of {_short(selection.claimant)}."
    return f"{told} Choose all claimants and definitions{'' if selection.whole() else ', or a wider span'}."


def _named(names: Sequence[str], several: str) -> str:
    """The names chosen, or how many they are."""
    return " or ".join(names) if len(names) <= _NAMED else f"{len(names)} {several}"


def _title(months: pd.DataFrame, a: str, b: str) -> str:
    """The finding: in how many months the two agree to one per cent, and what such agreement is worth."""
    if months.empty:
        return "No month with two figures in this selection"
    close = int((months["difference"].abs() <= CLOSE * months["b"]).sum())
    derived = bool(months["derived"].all())
    worth = ": replication, not corroboration" if derived else ""
    if len(months) == 1:
        month = months.iloc[0]
        figures = f"{wording.number(round(month['a']))} a day by {a}, {wording.number(round(month['b']))} by {b}"
        return f"{month['start']:%B %Y}: {figures}{worth if close else ''}"
    count = "all" if close == len(months) else str(close)
    of = f"{count} {len(months)}" if count == "all" else f"{count} of {len(months)}"
    return f"{a} matches {_short(b)} within 1 % in {of} months{worth if close else ''}"


def _short(name: str) -> str:
    return f"the {name}" if name.startswith("General Staff") else name


def _caveats(months: pd.DataFrame, a: str, b: str) -> tuple[str, ...]:
    lumps = months[months["correction"] != 0]
    return without_empty(
        f"Where {a} derives its figure from {b}, agreement shows that it was copied rightly, not that it is right."
        if months["derived"].any()
        else "",
        *(
            f"{wording.number(row['correction'])} of {b}'s figure for {row['start']:%b %Y} are a correction of earlier "
            "months and left out of the comparison."
            for row in lumps.to_dict("records")
        ),
    )

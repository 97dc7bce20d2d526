"""The sentences of the claims as spans: how many agree with the series, and what is left out."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard import wording
from dashboard.figure.verdicts import VERDICTS
from dashboard.figure.view import (
    Selection,
    Words,
    basis_words,
    dependence,
    nothing_to_draw,
    selection_in_words,
)
from dashboard.model import Claim, Claimant, PeriodKind

_HOLDS = ("equal", "equal_rounded", "within_hedge")


def words(
    spans: pd.DataFrame,
    found: int,
    left_out: tuple[str, ...],
    selection: Selection,
    claimants: Mapping[str, Claimant],
    source: str,
) -> Words:
    """The finding over the drawn spans, how to read the marks, and what is left out; `found` counts repeats too."""
    again = found - len(spans)
    scale = ("The scale is logarithmic: heights are not in proportion.",) if selection.log else ()
    restated = (f"{wording.number(again)} restatements of a figure already drawn are left out.",) if again else ()
    return Words(
        title=_title(spans, selection),
        subtitle=(
            f"Claims about {selection.subject}'s losses, each per day over the days it is about, "
            f"{selection_in_words(selection)}. Bars: {selection.claimant}. Dashed or hollow: derived from another "
            "claimant's figures. Fading: an open bound."
        ),
        source=source,
        caveats=(*left_out, *restated, *scale),
        as_of=selection.as_of,
        basis_words=basis_words(selection.basis),
        claimants=tuple(_with_dependence(spans, selection, claimants)),
        definition="; ".join(spans["definition"].unique()) if len(spans) else wording.definition(()),
        empty=_nothing(selection) if spans.empty else "",
    )


def _nothing(selection: Selection) -> str:
    return nothing_to_draw(selection).replace("No figure", "No claim with days of its own", 1)


def _with_dependence(spans: pd.DataFrame, selection: Selection, claimants: Mapping[str, Claimant]) -> list[str]:
    """The claimants by how often they are drawn, each with the one it derives from."""
    names = [name for name in spans["claimant"].value_counts().index if name != selection.claimant]
    told: list[str] = []
    for name in [selection.claimant, *names]:
        mine = spans[(spans["claimant"] == name) & (spans["derived_from"] != "")]
        words = dependence(name, claimants)
        told.append(f"{name} (derived from {mine['derived_from'].iloc[0]})" if words == name and len(mine) else words)
    return told


def _title(spans: pd.DataFrame, selection: Selection) -> str:
    """The finding: how many claims agree with the series, and which is furthest off."""
    if spans.empty:
        return "No claim to set beside the series in this selection"
    judged = spans[spans["verdict"] != "no_reference"]
    if len(spans) == 1 or judged.empty:
        one = spans.iloc[0]
        when = wording.span(one["start"].date(), one["end"].date())
        return f"{one['claimant']}: {one['stated']} for {when}, {_outcome(one)}"
    agree = judged[judged["verdict"].isin(_HOLDS)]
    own = int(((agree["derived_from"] == selection.claimant) | (agree["claimant"] == selection.claimant)).sum())
    head = f"{wording.number(len(agree))} of {wording.number(len(judged))} claims agree with the series"
    share = "all" if own == len(agree) else wording.number(own)
    copied = f", {share} of them its own or derived from it" if own else ""
    differing = judged[~judged["verdict"].isin(_HOLDS)]
    if differing.empty:
        return head + copied
    furthest = differing.sort_values("percent", key=abs, kind="stable").iloc[-1]
    off = f"{furthest['claimant']}, {furthest['stated']} ({wording.percent(furthest['percent'])})"
    return f"{head}{copied}; furthest off: {off}"


def _outcome(span: pd.Series) -> str:
    if span["verdict"] == "differs":
        return f"{wording.percent(span['percent'])} from the series"
    return VERDICTS[span["verdict"]]


def left_out(known: list[Claim], able: list[Claim], comparable: list[Claim]) -> tuple[str, ...]:
    """How many claims the chart cannot show, and why."""
    running = sum(claim.period.kind is PeriodKind.SINCE_START for claim in known)
    undated = len(known) - len(able) - running
    other = len(able) - len(comparable)
    sentences = [
        f"{wording.number(running)} running totals since the war began are left out: they have no height per day."
        if running
        else "",
        f"{wording.number(other)} claims of other casualty types, such as killed alone, are left out." if other else "",
        f"{wording.number(undated)} claims without settled days are left out." if undated else "",
    ]
    return tuple(sentence for sentence in sentences if sentence)

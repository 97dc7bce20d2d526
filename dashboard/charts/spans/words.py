"""The sentences of the claims as spans: how many agree with the series, and what is left out."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard import wording
from dashboard.figure.telling import scale_words, without_empty
from dashboard.figure.verdicts import VERDICTS
from dashboard.figure.view import (
    Selection,
    Words,
    basis_words,
    category_in_words,
    definition_of,
    dependence,
    headed,
    many,
    nothing_to_draw,
    selection_in_words,
)
from dashboard.model import Claim, Claimant, PeriodKind

_HOLDS = ("equal", "equal_rounded", "within_hedge")


def words(
    told: pd.DataFrame,
    spans: pd.DataFrame,
    reserves: tuple[str, ...],
    selection: Selection,
    claimants: Mapping[str, Claimant],
    source: str,
) -> Words:
    """The finding over all that is `told` about the days, how to read the `spans` drawn, and what is left out."""
    return Words(
        title=headed(_title(told, selection), selection),
        subtitle=(
            f"Claims about {selection.subject}'s losses of {category_in_words(selection.category)}, each per day over "
            f"the days it is about, "
            f"{selection_in_words(selection)}. Bars: {selection.claimant}. Dashed or hollow: derived from another "
            "claimant's figures. Fading: an open bound."
        ),
        source=source,
        caveats=without_empty(*reserves, scale_words(selection)),
        as_of=selection.as_of,
        basis_words=basis_words(selection.basis),
        claimants=tuple(_with_dependence(spans, selection, claimants)),
        definition=_definitions(spans, selection),
        empty=_nothing(selection) if spans.empty else "",
    )


def _definitions(spans: pd.DataFrame, selection: Selection) -> str:
    """What the claims count, each definition once; that of the series where none is drawn or no person is meant."""
    if spans.empty or selection.category != "personnel":
        return definition_of(selection)
    return "; ".join(spans["definition"].unique())


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


def repeats(restated: int, earlier: int) -> tuple[str, ...]:
    """How many claims are not drawn because another one that is drawn says as much."""
    again = many(restated, "restatement of a figure already drawn is", "restatements of figures already drawn are")
    running = many(earlier, "count of a running period is", "counts of running periods are")
    return without_empty(
        f"{again} left out." if restated else "",
        f"{running} left out, where a later one by the same claimant, from the same day on, takes it in."
        if earlier
        else "",
    )


def beyond_words(beyond: pd.DataFrame) -> tuple[str, ...]:
    """That irregular reports run beyond the scale, where they do."""
    if beyond.empty:
        return ()
    highest = beyond.sort_values("per_day").to_dict("records")[-1]
    when = wording.span(highest["start"].date(), highest["end"].date())
    return (f"Irregular reports, up to {wording.number(round(highest['per_day']))} for {when}, run beyond the scale.",)


def left_out(known: list[Claim], able: list[Claim], comparable: list[Claim]) -> tuple[str, ...]:
    """How many claims the chart cannot show, and why."""
    running = sum(claim.period.kind is PeriodKind.SINCE_START for claim in known)
    other, undated = len(able) - len(comparable), len(known) - len(able) - running
    totals = many(running, "running total since the war began is", "running totals since the war began are")
    types = many(other, "claim of other casualty types is", "claims of other casualty types are")
    days = many(undated, "claim without settled days is", "claims without settled days are")
    return without_empty(
        f"{totals} left out: no height per day can be given." if running else "",
        f"{types} left out, such as killed alone." if other else "",
        f"{days} left out." if undated else "",
    )

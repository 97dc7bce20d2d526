"""The sentences of the calendar: on how many days a size was reached, when most often, and which days are blank."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard import wording
from dashboard.figure.telling import on_losses, series_words, without_empty
from dashboard.figure.view import Selection, Words, many, nothing_to_draw, selection_in_words
from dashboard.model import Claimant

_WORTH_TELLING = 0.05


def words(
    cells: pd.DataFrame,
    edges: tuple[float, ...],
    selection: Selection,
    claimants: Mapping[str, Claimant],
    source: str,
    definition: str | None = None,
) -> Words:
    """The finding of the days shown, how to read the cells, and what is blank or left out of the colours."""
    return series_words(
        selection,
        claimants,
        title=_title(cells, edges, selection),
        subtitle=(
            f"{on_losses(selection)}, a cell a day, {selection_in_words(selection)}. Darker or stronger: more "
            "reported. Blank: no figure of that day."
        ),
        source=source,
        caveats=_caveats(cells, selection),
        definition=definition,
        empty=nothing_to_draw(selection) if cells.empty else "",
    )


def _title(cells: pd.DataFrame, edges: tuple[float, ...], selection: Selection) -> str:
    """The finding: on how many days a round size was reached, and in which month most often."""
    if cells.empty:
        return "No figure for this selection"
    figures = cells[cells["kind"] == "figure"]
    if figures.empty:
        return f"None of the {many(len(cells), 'day', 'days')} shown has a figure of its own"
    reached = [edge for edge in edges[1:] if (figures["value"] >= edge).mean() >= _WORTH_TELLING]
    if not reached:
        shown = f"{wording.number(len(figures))} of {many(len(cells), 'day', 'days')}"
        return f"{shown} with a figure of their own, the highest {wording.number(figures['value'].max())}"
    high = figures[figures["value"] >= reached[-1]]
    known = many(len(figures), "day with a figure", "days with a figure")
    said = f"{wording.number(reached[-1])} or more reported on {wording.number(len(high))} of {known}"
    return f"{said}{_most_often(high['day'], figures['day'])}"


def _most_often(high: pd.Series, known: pd.Series) -> str:
    """In which month, or two months alike, most of the high days fall; nothing where one month alone is shown."""
    counts = high.dt.to_period("M").value_counts()
    first = sorted(counts.index[counts == counts.max()])
    if known.dt.to_period("M").nunique() == 1 or len(first) > 2:
        return ""
    months = " and ".join(wording.day(month.start_time.date()).partition(" ")[2] for month in first)
    each = " each" if len(first) == 2 else ""
    return f", most often in {months}: {many(int(counts.max()), 'day', 'days')}{each}"


def _caveats(cells: pd.DataFrame, selection: Selection) -> tuple[str, ...]:
    kinds = cells["kind"].value_counts()
    several, none, aside = (int(kinds.get(kind, 0)) for kind in ("several", "none", "set aside"))
    early = int(((cells["kind"] == "figure") & ~cells["regular"]).sum())
    blank = many(several + none, "day is blank", "days are blank")
    share = "" if several and not none else f", {wording.number(several)} of them"
    shared = f"{share} because one figure covers several days and is not split"
    irregular = many(early, "figure that came irregularly is", "figures that came irregularly are")
    return without_empty(
        f"{blank}{shared if several else ''}; no day is filled in." if several + none else "",
        f"Hatched: {many(aside, 'day', 'days')} with a registered correction or a negative difference, left out of the "
        "colours."
        if aside
        else "",
        f"{irregular} coloured by the same steps." if early else "",
        "Colours go by equal steps, never logarithmic ones." if selection.log else "",
    )

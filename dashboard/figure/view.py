"""What a chart is asked to show, in which style, and the words that go with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

import pandas as pd

from dashboard import wording
from dashboard.model import Basis, Claimant

Theme = Literal["light", "dark", "print"]
Size = Literal["page", "narrow", "wide", "slide", "square", "a4", "deck"]
Resolution = Literal["day", "week", "month", "quarter"]


@dataclass(frozen=True, slots=True)
class Selection:
    """Which series, which days and which reading of dates; `start` and `end` None mean: not narrowed.

    `as_of` is the day up to which reports count. `selected` is the id of a claim to bring out,
    `mean_days` the length of the rolling mean, `resolution` the unit that a bar stands for. `claimants` names
    those whose claims are drawn, `definitions` the casualty types in words ("killed", "killed and wounded"); empty
    means all of them.
    """

    start: date | None
    end: date | None
    basis: Basis
    as_of: date | None
    claimant: str
    subject: str
    category: str = "personnel"
    log: bool = False
    selected: str | None = None
    mean_days: int = 7
    resolution: Resolution = "day"
    claimants: tuple[str, ...] = ()
    definitions: tuple[str, ...] = ()

    def whole(self) -> bool:
        """Whether the days are not narrowed."""
        return self.start is None and self.end is None


@dataclass(frozen=True, slots=True)
class Style:
    """Theme and size of a picture; `width` in px where a page knows it better than the size class does."""

    theme: Theme = "light"
    size: Size = "page"
    width: int | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences that go with a chart; on a page they stand in the HTML, in an exported picture inside it.

    `title` is the finding; `claimants` has one entry for each, with its dependence; `caveats` say what is left out;
    `empty` is what to do where there is nothing to draw, else "".
    """

    title: str
    subtitle: str
    source: str
    caveats: tuple[str, ...]
    as_of: date | None
    basis_words: str
    claimants: tuple[str, ...]
    definition: str
    empty: str = ""


def basis_words(basis: Basis) -> str:
    """Which day a date of the chart names, as a sentence."""
    if basis is Basis.COVERS:
        return "Dated by the day covered, not the day of publication."
    return "Dated by the day of publication, not the day covered."


def category_in_words(category: str) -> str:
    """The category as a sentence names it: personnel; multiple rocket launchers."""
    return category.replace("_", " ")


def headed(title: str, selection: Selection) -> str:
    """The finding, with its category before it where that is not personnel: "Tanks: 12 reported for 11 Nov 2024"."""
    if selection.category == "personnel":
        return title
    return f"{category_in_words(selection.category).capitalize()}: {title}"


def definition_of(selection: Selection) -> str:
    """What the series counts, as far as its claimant says."""
    return wording.definition(()) if selection.category == "personnel" else "losses, kind of loss not stated"


def many(count: int, one: str, several: str) -> str:
    """The count with the words that agree with it: "1 bar stands"; "1,203 bars stand"."""
    return f"{wording.number(count)} {one if count == 1 else several}"


def a_day(rate: float) -> str:
    """A mean per day in words: whole from ten on, below that with one decimal: "1,284 a day"; "0.2 a day"."""
    if 0 < abs(rate) < 0.05:
        return "less than 0.1 a day"
    return f"{wording.number(round(rate) if abs(rate) >= 9.95 else round(rate, 1))} a day"


def dependence(name: str, claimants: Mapping[str, Claimant]) -> str:
    """The claimant with whose figures its own are derived from: "UK Defence Intelligence (derived from …)"."""
    known = claimants.get(name)
    if known is None or known.derived_from is None:
        return name
    return f"{name} (figures derived from those of {known.derived_from})"


def within(rows: pd.DataFrame, selection: Selection) -> pd.DataFrame:
    """The rows whose days lie wholly inside the selection; `rows` has inclusive `start` and `end`."""
    keep = pd.Series(True, index=rows.index)
    if selection.start is not None:
        keep &= rows["start"] >= pd.Timestamp(selection.start)
    if selection.end is not None:
        keep &= rows["end"] <= pd.Timestamp(selection.end)
    return rows[keep].reset_index(drop=True)


def touching(rows: pd.DataFrame, selection: Selection) -> pd.DataFrame:
    """The rows of which at least a day lies inside the selection."""
    keep = pd.Series(True, index=rows.index)
    if selection.start is not None:
        keep &= rows["end"] >= pd.Timestamp(selection.start)
    if selection.end is not None:
        keep &= rows["start"] <= pd.Timestamp(selection.end)
    return rows[keep].reset_index(drop=True)


def days_within(rows: pd.DataFrame, selection: Selection, column: str) -> pd.DataFrame:
    """The rows whose day in `column` lies inside the selection."""
    keep = pd.Series(True, index=rows.index)
    if selection.start is not None:
        keep &= rows[column] >= pd.Timestamp(selection.start)
    if selection.end is not None:
        keep &= rows[column] <= pd.Timestamp(selection.end)
    return rows[keep].reset_index(drop=True)


def shown_days(selection: Selection, first: pd.Timestamp, last: pd.Timestamp) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The first and last day of the time axis: the selection's own, or those of the data where it is open."""
    start = pd.Timestamp(selection.start or min(first, pd.Timestamp(selection.end or first))).normalize()
    return start, max(start, pd.Timestamp(selection.end or last).normalize())


def selection_in_words(selection: Selection) -> str:
    """The selected days: "1–30 Nov 2024"; "the whole period"; "since 1 Nov 2024"; "up to 1 Nov 2024"."""
    if selection.start and selection.end:
        return wording.span(selection.start, selection.end)
    if selection.start:
        return f"since {wording.day(selection.start)}"
    return f"up to {wording.day(selection.end)}" if selection.end else "the whole period"


def nothing_to_draw(selection: Selection) -> str:
    """The sentence of an empty chart: what is missing, and what to do."""
    known = f" among the reports published by {wording.day(selection.as_of)}" if selection.as_of else ""
    where = "" if selection.whole() else f" for {selection_in_words(selection)}"
    remedy = "Widen the dates" if not selection.whole() else "Choose another claimant or category"
    later = ", or check the as-of date" if selection.as_of else ""
    return f"No figure{where}{known}. {remedy}{later}."

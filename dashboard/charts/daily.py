"""Losses per day: bars as wide as the days they cover, the 7-day mean, the records and the corrections."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard import wording
from dashboard.counted import Highest, highest, record_days, rolling_mean
from dashboard.figure.axes import DAY_MS, Area, centres, from_zero, milliseconds, widths
from dashboard.figure.labels import Label, as_annotations, place, skyline
from dashboard.figure.palette import Palette, palette
from dashboard.figure.picture import area_of, bounds, compose, label_size
from dashboard.figure.view import (
    Selection,
    Style,
    Words,
    basis_words,
    dependence,
    nothing_to_draw,
    selection_in_words,
    shown_days,
    touching,
    within,
)
from dashboard.model import Basis, Claimant

NAME = "daily"
MEAN_DAYS = 7
_SOLID, _PALE = 0.42, 0.26
_WORTH_A_LABEL = 0.05


@dataclass(frozen=True, eq=False)
class Numbers:
    """What the chart shows. `rows`: all covered periods, `bars` those drawn; `mean`: day, mean (NaN breaks it).

    `records` are the days that were the highest to their day; `top` is the highest shown; `regular_since` ends the
    irregular span. `hue` names the claimant's colour.
    """

    rows: pd.DataFrame
    bars: pd.DataFrame
    mean: pd.DataFrame
    records: pd.DataFrame
    top: Highest | None
    irregular_until: date | None
    selection: Selection
    hue: str | None
    words: Words


def prepare(
    rows: pd.DataFrame,
    selection: Selection,
    claimants: Mapping[str, Claimant],
    regular_since: date | None = None,
    source: str = "",
) -> Numbers:
    """The numbers and words of the chart for the selected days of `rows`, a COUNTED frame on the selection's basis."""
    shown = touching(rows, selection)
    drawn = shown[shown["losses"] >= 0].reset_index(drop=True)
    inside = within(rows, selection)
    top = highest(inside, regular_since)
    claimant = claimants.get(selection.claimant)
    return Numbers(
        rows=shown,
        bars=drawn,
        mean=_days_within(rolling_mean(rows, MEAN_DAYS), selection, "day"),
        records=_days_within(record_days(rows, regular_since), selection, "start"),
        top=top,
        irregular_until=_irregular_until(shown),
        selection=selection,
        hue=claimant.hue if claimant else None,
        words=_words(rows, shown, inside, top, selection, claimants, regular_since, source),
    )


def table(numbers: Numbers) -> pd.DataFrame:
    """The chart as a table: a row a covered period with what was reported, per day, and what was left out and why."""
    rows = numbers.rows
    return pd.DataFrame(
        {
            "from": rows["start"],
            "to": rows["end"],
            "days": rows["days"],
            "reported": rows["losses"],
            "per day": rows["per_day"].round(1),
            "running total": rows["total"],
            "published": rows["published"],
            "correction left out": rows["correction"],
            "note": rows["reason"],
        }
    )


def draw(numbers: Numbers, style: Style) -> go.Figure:
    """The figure in the style's theme and size."""
    colours = palette(style.theme)
    area = _area(numbers, style)
    if numbers.bars.empty:
        return compose([], area, numbers.words, style)
    hue = colours.hue(numbers.hue)
    traces = [*_bars(numbers, area, colours, hue), _mean_line(numbers, hue), _record_marks(numbers, hue)]
    room = bounds(area, right=_room(style), above=14)
    placed = place(_labels(numbers, area, style, colours, hue), area, room, skyline(numbers.bars, area))
    notes = as_annotations(placed, area, colours)
    extra = {"annotations": notes, "shapes": _shading(numbers, colours), "hovermode": "x", "hoverdistance": 30}
    return compose(traces, area, numbers.words, style, extra)


# --- words ---------------------------------------------------------------------------------------------------------


def _words(
    rows: pd.DataFrame,
    shown: pd.DataFrame,
    inside: pd.DataFrame,
    top: Highest | None,
    selection: Selection,
    claimants: Mapping[str, Claimant],
    regular_since: date | None,
    source: str,
) -> Words:
    people = "personnel" if selection.category == "personnel" else selection.category.replace("_", " ")
    return Words(
        title=_title(inside, shown, top, selection, regular_since),
        subtitle=(
            f"{selection.claimant} on {selection.subject}'s losses of {people} per day, "
            f"{selection_in_words(selection)}. Bars span the days they cover; the line is the {MEAN_DAYS}-day mean."
        ),
        source=source,
        caveats=_caveats(shown, selection, regular_since),
        as_of=selection.as_of,
        basis_words=basis_words(selection.basis),
        claimants=(dependence(selection.claimant, claimants),),
        definition=wording.definition(()),
        empty=nothing_to_draw(selection) if shown.empty else "",
    )


def _title(
    inside: pd.DataFrame, shown: pd.DataFrame, top: Highest | None, selection: Selection, regular_since: date | None
) -> str:
    """The finding: the highest day of the selection and of how many days that is so; else the mean over the period."""
    if shown.empty:
        return "No figure for this selection"
    if top is None:
        return _mean_title(inside if not inside.empty else shown)
    if len(inside) == 1:
        return f"{_reported(top, selection)}, the only day shown"
    return f"{_reported(top, selection)}, {_rank(top, selection, regular_since)}"


def _reported(top: Highest, selection: Selection) -> str:
    if selection.basis is Basis.PUBLISHED:
        return f"{wording.number(top.value)} reported on {wording.day(top.start)}"
    return f"{wording.number(top.value)} reported for {wording.day(top.start)}"


def _rank(top: Highest, selection: Selection, regular_since: date | None) -> str:
    """Of which days it is the highest; a record only where every day since regular reporting began is known."""
    if not top.complete:
        return f"the highest of the {wording.number(top.known_days)} days known"
    if selection.whole() and regular_since is not None:
        return f"the highest since regular reporting began in {regular_since:%B %Y}"
    return f"the highest of the {wording.number(top.known_days)} days shown"


def _mean_title(rows: pd.DataFrame) -> str:
    days, losses = int(rows["days"].sum()), float(rows["losses"].sum())
    span = wording.span(rows["start"].min().date(), rows["end"].max().date())
    if days == 1:
        return f"{wording.number(losses)} reported for {span}"
    return f"{wording.number(losses)} reported for {span}, {wording.number(round(losses / days))} a day"


def _caveats(shown: pd.DataFrame, selection: Selection, regular_since: date | None) -> tuple[str, ...]:
    """What the chart leaves out or draws with reserve, a sentence each."""
    several = int((shown["days"] > 1).sum())
    negative = int((shown["losses"] < 0).sum())
    lumps = shown[shown["correction"] != 0]
    irregular = shown["flags"].str.contains("irregular").any()
    sentences = [
        f"{wording.number(several)} bars stand for several days each, at their mean per day; no day is filled in."
        if several
        else "",
        *(_correction_sentence(row) for _, row in lumps.iterrows()),
        f"Reports before {wording.day(regular_since)} came irregularly and count in no mean and no record."
        if irregular and regular_since
        else "",
        f"{wording.number(negative)} negative differences are not drawn; the table has them." if negative else "",
        "The scale is logarithmic: heights are not in proportion." if selection.log else "",
    ]
    return tuple(sentence for sentence in sentences if sentence)


def _correction_sentence(row: pd.Series) -> str:
    when = wording.span(row["start"].date(), row["end"].date())
    return (
        f"{wording.number(row['correction'])} of the {wording.number(row['losses'])} for {when} are a correction of "
        f"earlier days, left out of means and records."
    )


# --- numbers -------------------------------------------------------------------------------------------------------


def _days_within(frame: pd.DataFrame, selection: Selection, column: str) -> pd.DataFrame:
    keep = pd.Series(True, index=frame.index)
    if selection.start is not None:
        keep &= frame[column] >= pd.Timestamp(selection.start)
    if selection.end is not None:
        keep &= frame[column] <= pd.Timestamp(selection.end)
    return frame[keep].reset_index(drop=True)


def _irregular_until(shown: pd.DataFrame) -> date | None:
    """The last day of the irregular span, where it is shown."""
    irregular = shown[shown["flags"].str.contains("irregular")]
    return None if irregular.empty else irregular["end"].max().date()


def _counted_per_day(bars: pd.DataFrame) -> np.ndarray:
    return ((bars["losses"] - bars["correction"]) / bars["days"]).to_numpy(dtype="float64")


# --- marks ---------------------------------------------------------------------------------------------------------


def _room(style: Style) -> int:
    """The px kept at the right for the label of the mean."""
    return {"page": 104, "narrow": 8, "wide": 140}[style.size]


def _area(numbers: Numbers, style: Style) -> Area:
    bars = numbers.bars
    today = pd.Timestamp(numbers.selection.as_of or "2022-01-01")
    first = bars["start"].min() if len(bars) else today
    last = bars["end"].max() if len(bars) else today
    top = float(bars["per_day"].max()) if len(bars) else 0.0
    lowest = float(bars["per_day"][bars["per_day"] > 0].min()) if (bars["per_day"] > 0).any() else None
    headroom = 1.2 if style.size == "narrow" else 1.0
    values = from_zero(top * headroom, lowest=lowest, log=numbers.selection.log)
    days = shown_days(numbers.selection, first, last)
    days = (max(days[0], first) if len(bars) and numbers.selection.start is None else days[0], days[1])
    return area_of(style, numbers.words, values, days, 16 + _room(style) if len(bars) else 16)


def _bars(numbers: Numbers, area: Area, colours: Palette, hue: str) -> list[dict[str, Any]]:
    """Single days, periods of several days and irregular reports as pale bars; corrections hatched on top of theirs."""
    bars = numbers.bars
    irregular = bars["flags"].str.contains("irregular")
    several = (bars["days"] > 1) & ~irregular
    lumps = bars[bars["correction"] > 0]
    groups = [
        ("days", bars[~several & ~irregular], _SOLID),
        ("several days", bars[several], _PALE),
        ("irregular reports", bars[irregular], _PALE),
    ]
    traces = [_bar(name, rows, area, colours.pale(hue, tone)) for name, rows, tone in groups if len(rows)]
    if len(lumps):
        traces.append(_hatched(lumps, area, colours, hue))
    chosen = bars[bars["claim_ids"].str.split(";").str[-1] == numbers.selection.selected]
    if len(chosen):
        traces.append(_bar("selected", chosen, area, hue) | {"hoverinfo": "skip", "hovertemplate": None})
    return traces


def _bar(name: str, rows: pd.DataFrame, area: Area, colour: str) -> dict[str, Any]:
    heights = np.maximum(_counted_per_day(rows), 0)
    return {
        "type": "bar",
        "name": name,
        "x": centres(rows),
        "y": heights,
        "width": widths(rows, area.day_width),
        "marker": {"color": colour, "line": {"width": 0}},
        "customdata": _hover_cells(rows),
        "hovertemplate": "%{customdata[1]}<extra></extra>",
    }


def _hatched(lumps: pd.DataFrame, area: Area, colours: Palette, hue: str) -> dict[str, Any]:
    """The corrected part of a bar, hatched, on top of the part that counts."""
    return {
        "type": "bar",
        "name": "correction",
        "x": centres(lumps),
        "base": np.maximum(_counted_per_day(lumps), 0),
        "y": (lumps["correction"] / lumps["days"]).to_numpy(dtype="float64"),
        "width": widths(lumps, area.day_width),
        "marker": {
            "color": colours.surface,
            "line": {"width": 0},
            "pattern": {"shape": "/", "fgcolor": hue, "bgcolor": colours.surface, "size": 5, "solidity": 0.35},
        },
        "hoverinfo": "skip",
    }


def _hover_cells(rows: pd.DataFrame) -> list[list[str]]:
    """For each bar the id of the claim a click opens, and the words of its hover box."""
    return [
        [str(ids).rpartition(";")[2], _hover(row)]
        for ids, row in zip(rows["claim_ids"], rows.to_dict("records"), strict=True)
    ]


def _hover(row: dict[Any, Any]) -> str:
    """Days covered, value, arithmetic, day of publication, and a correction's reason."""
    when = wording.span(row["start"].date(), row["end"].date())
    value = wording.number(row["losses"])
    each = "" if row["days"] == 1 else f" in {row['days']} days, {wording.number(round(row['per_day']))} a day"
    lines = [
        f"<b>{value}</b> reported{each}",
        f"{when}; published {wording.day(row['published'].date())}",
        f"total {wording.number(row['total'])}, before {wording.number(row['total'] - row['losses'])}",
    ]
    if row["correction"]:
        lines.append(f"{wording.number(row['correction'])} of it a correction, left out of means")
    return "<br>".join(lines)


def _mean_line(numbers: Numbers, hue: str) -> dict[str, Any]:
    """The mean at each day's noon, broken wherever days are missing."""
    noons = milliseconds(numbers.mean["day"]) + DAY_MS / 2
    breaks = np.flatnonzero(np.diff(noons) > DAY_MS) + 1
    return {
        "type": "scatter",
        "mode": "lines",
        "name": f"{MEAN_DAYS}-day mean",
        "x": np.insert(noons, breaks, np.nan),
        "y": np.insert(numbers.mean["mean"].to_numpy(dtype="float64").round(1), breaks, np.nan),
        "connectgaps": False,
        "line": {"color": hue, "width": 2.2},
        "hovertemplate": f"%{{y:,.0f}} a day, mean of {MEAN_DAYS} days<extra></extra>",
    }


def _record_marks(numbers: Numbers, hue: str) -> dict[str, Any]:
    records = numbers.records
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "highest to that day",
        "x": centres(records),
        "y": records["losses"].to_numpy(dtype="float64"),
        "marker": {"color": hue, "size": 5, "symbol": "circle"},
        "hoverinfo": "skip",
    }


def _labels(numbers: Numbers, area: Area, style: Style, colours: Palette, hue: str) -> list[Label]:
    """The highest day, the mean's end, corrections and the irregular span, then earlier records as room allows."""
    size = label_size(style)
    top = [_top_label(numbers.top, hue, size)] if numbers.top else []
    lumps = numbers.bars[numbers.bars["correction"] / numbers.bars["days"] > _WORTH_A_LABEL * area.values.high]
    return [
        *top,
        *_mean_label(numbers, area, style, hue, size),
        *(_correction_label(row, colours, size) for row in lumps.to_dict("records")),
        *_irregular_label(numbers, area, colours, size),
        *(_record_label(row, colours, size) for row in reversed(_lesser_records(numbers).to_dict("records"))),
    ]


def _lesser_records(numbers: Numbers) -> pd.DataFrame:
    """The records without the highest day, which has a label of its own."""
    if numbers.top is None:
        return numbers.records
    return numbers.records[numbers.records["start"] != pd.Timestamp(numbers.top.start)]


def _top_label(top: Highest, hue: str, size: float) -> Label:
    text = f"{wording.number(top.value)} on {wording.day(top.start)}"
    noon = pd.Timestamp(top.start) + pd.Timedelta(hours=12)
    return Label((text,), noon, top.value, hue, size, bold=True, must=True, prefer=("above", "left", "right"))


def _record_label(row: dict[Any, Any], colours: Palette, size: float) -> Label:
    noon = row["start"] + pd.Timedelta(hours=12)
    return Label((wording.number(row["losses"]),), noon, row["losses"], colours.muted, size, prefer=("above",))


def _mean_label(numbers: Numbers, area: Area, style: Style, hue: str, size: float) -> list[Label]:
    """The mean's name and last value: in the margin where the line reaches it, else near the line's end."""
    known = numbers.mean.dropna()
    if known.empty:
        return []
    last = known.iloc[-1]
    if style.size == "narrow":
        noons = known["day"] + pd.Timedelta(hours=12)
        points = [
            (noons.iloc[at], float(known["mean"].iloc[at])) for at in range(0, len(known), max(1, len(known) // 8))
        ]
        where, *others = reversed(points)
        sides = ("above", "above left", "above right")
        return [Label((f"{MEAN_DAYS}-day mean",), *where, hue, size, prefer=sides, leader=True, also=tuple(others))]
    at_edge = area.right - area.x(last["day"]) < 0.1 * (area.right - area.left)
    when = area.last + pd.Timedelta(days=1) if at_edge else last["day"] + pd.Timedelta(hours=12)
    lines = (f"{MEAN_DAYS}-day mean", f"{wording.number(round(last['mean']))} a day")
    prefer = ("right",) if at_edge else ("above right", "above", "above left", "left")
    return [Label(lines, when, float(last["mean"]), hue, size, must=True, prefer=prefer, leader=not at_edge)]


def _correction_label(row: dict[Any, Any], colours: Palette, size: float) -> Label:
    middle = row["start"] + pd.Timedelta(days=row["days"] / 2)
    lines = (
        f"{wording.number(row['losses'])} reported, of which",
        f"{wording.number(row['correction'])} correct earlier days",
    )
    prefer = ("above right", "above left", "right", "left", "above")
    return Label(lines, middle, row["per_day"], colours.muted, size, leader=True, prefer=prefer, lift=12)


def _irregular_label(numbers: Numbers, area: Area, colours: Palette, size: float) -> list[Label]:
    if numbers.irregular_until is None:
        return []
    text = f"Irregular reports to {wording.day(numbers.irregular_until)}"
    end = min(pd.Timestamp(numbers.irregular_until) + pd.Timedelta(days=1), area.last)
    return [Label((text,), end, area.values.high * 0.97, colours.muted, size, prefer=("right", "left"))]


def _shading(numbers: Numbers, colours: Palette) -> list[dict[str, Any]]:
    """The irregular span as a quiet ground behind its bars."""
    if numbers.irregular_until is None:
        return []
    end = pd.Timestamp(numbers.irregular_until) + pd.Timedelta(days=1)
    return [
        {
            "type": "rect",
            "xref": "x",
            "yref": "paper",
            "x0": f"{numbers.bars['start'].min():%Y-%m-%d}",
            "x1": f"{end:%Y-%m-%d}",
            "y0": 0,
            "y1": 1,
            "fillcolor": colours.shade,
            "line": {"width": 0},
            "layer": "below",
        }
    ]

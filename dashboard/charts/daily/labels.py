"""What the daily chart names in the picture: the highest day, the mean, corrections, earlier records."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard import wording
from dashboard.charts.daily.numbers import Numbers
from dashboard.counted import Highest
from dashboard.figure.axes import Area
from dashboard.figure.labels import Label
from dashboard.figure.palette import Palette
from dashboard.figure.sizes import label_size
from dashboard.figure.view import Style, a_day

_WORTH_A_LABEL = 0.05


def labels(numbers: Numbers, area: Area, style: Style, colours: Palette, hue: str) -> list[Label]:
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
    last, name = known.iloc[-1], f"{numbers.selection.mean_days}-day mean"
    if style.size == "narrow":
        noons = known["day"] + pd.Timedelta(hours=12)
        points = [
            (noons.iloc[at], float(known["mean"].iloc[at])) for at in range(0, len(known), max(1, len(known) // 8))
        ]
        where, *others = reversed(points)
        sides = ("above", "above left", "above right")
        return [Label((name,), *where, hue, size, prefer=sides, leader=True, also=tuple(others))]
    at_edge = area.right - area.x(last["day"]) - area.day_width < 0.1 * (area.right - area.left)
    when = area.last + pd.Timedelta(days=1) if at_edge else last["day"] + pd.Timedelta(hours=12)
    lines = (name, a_day(last["mean"]))
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
    flagged = numbers.bars["flags"].str.contains("irregular").any()
    kind = "Irregular reports to" if flagged else "Before regular reporting, to"
    text = f"{kind} {wording.day(numbers.irregular_until)}"
    end = min(pd.Timestamp(numbers.irregular_until) + pd.Timedelta(days=1), area.last)
    return [Label((text,), end, area.values.high * 0.97, colours.muted, size, prefer=("right", "left"))]

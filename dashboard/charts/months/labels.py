"""What the monthly comparison names in the picture: the claimants, single statements and the lower panel."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.charts.months.numbers import Numbers
from dashboard.figure.axes import Area
from dashboard.figure.boxes import Box, skyline
from dashboard.figure.key import Entry, Sample
from dashboard.figure.labels import Label, as_annotations, place
from dashboard.figure.palette import Palette, palette
from dashboard.figure.picture import bounds
from dashboard.figure.sizes import label_size, sized
from dashboard.figure.text import fit, plain
from dashboard.figure.view import Style

PALE = 0.3


def room(style: Style) -> float:
    """The px kept at the right for the claimants' names."""
    return sized(style, page=128, narrow=8, wide=170)


def key_of(numbers: Numbers, style: Style, colours: Palette) -> list[Entry]:
    """Who is who above a narrow chart, which has no margin for names."""
    if style.size != "narrow" or numbers.months.empty:
        return []
    a, b = (colours.hue(numbers.hues.get(name)) for name in (numbers.a, numbers.b))
    ring: Sample = "ring" if numbers.months["derived"].any() else "dot"
    return [Entry(ring, numbers.a, a), Entry("bar", numbers.b, colours.pale(b, PALE))]


def names(numbers: Numbers, area: Area, style: Style, kyiv: str, uk: str) -> list[dict[str, Any]]:
    """Who is who, in the margin beside the last month."""
    if style.size == "narrow":
        return []
    colours, size = palette(style.theme), label_size(style)
    share = area.values.share(float(numbers.months.iloc[-1]["a"]))
    mark = ("hollow: derived",) if numbers.months["derived"].any() else ()
    edge = area.last + pd.Timedelta(days=1)
    labels = [
        _margin_label((*_split(numbers.a), *mark), area, edge, max(share, 0.6), uk, size),
        _margin_label(_split(numbers.b), area, edge, min(0.15, share / 2), kyiv, size),
    ]
    return as_annotations(place(labels, area, bounds(area, right=room(style), above=14)), area, colours)


def _margin_label(lines: tuple[str, ...], area: Area, when: pd.Timestamp, share: float, ink: str, size: float) -> Label:
    return Label(lines, when, share * area.values.high, ink, size, must=True, prefer=("right",), lift=6)


def _split(name: str) -> tuple[str, ...]:
    """The name in two lines of about the same length."""
    words = name.split()
    if len(words) < 3:
        return (name,)
    cut = min(range(1, len(words)), key=lambda n: abs(len(" ".join(words[:n])) - len(" ".join(words[n:]))))
    return " ".join(words[:cut]), " ".join(words[cut:])


def statement_labels(numbers: Numbers, area: Area, style: Style, colours: Palette) -> list[dict[str, Any]]:
    """The single statements by name, those furthest from the series first."""
    size = label_size(style)
    others = numbers.statements[numbers.statements["claimant"] != numbers.a]
    totals = ~others["stated"].str.endswith("a day")
    ordered = others.assign(off=others["difference"].abs().round(), totals=totals)
    ordered = ordered.sort_values(["off", "totals"], ascending=False, kind="stable")
    ordered = ordered.drop_duplicates(["claimant", "start"])
    labels = [
        Label(
            (row["claimant"], row["stated"] if style.size == "narrow" else _with_month(row)),
            row["start"] + pd.Timedelta(days=row["days"] / 2),
            row["a"],
            colours.hue(numbers.hues.get(row["claimant"])),
            size,
            prefer=("above left", "above right", "above", "far right", "far left"),
            lift=14,
            leader=True,
        )
        for row in ordered.to_dict("records")
    ]
    heads = numbers.months.assign(per_day=numbers.months[["a", "b"]].max(axis=1) + area.values.high * 0.03)
    taken = [*skyline(heads, area), *_marks_taken(numbers, area)]
    return as_annotations(place(labels, area, bounds(area, above=14), taken), area, colours)


def _with_month(row: dict[Any, Any]) -> str:
    joint = "," if row["stated"].endswith("a day") else " in"
    return f"{row['stated']}{joint} {row['start']:%b %Y}"


def _marks_taken(numbers: Numbers, area: Area) -> list[Box]:
    rows = numbers.statements
    middle = [start + pd.Timedelta(days=days / 2) for start, days in zip(rows["start"], rows["days"], strict=True)]
    spots = [(area.x(when), area.y(value)) for when, value in zip(middle, rows["a"], strict=True)]
    return [Box(x - 5, y - 5, x + 5, y + 5) for x, y in spots]


def panel_title(numbers: Numbers, whole: Area, lower: Area, style: Style, colours: Palette) -> dict[str, Any]:
    """What the lower panel shows, above it at the left."""
    text = "Difference per day" if style.size == "narrow" else f"{numbers.a} minus {numbers.b}, per day"
    return {
        "text": plain(fit(text, label_size(style), whole.right - whole.left)),
        "font": {"size": label_size(style), "color": colours.muted},
        "showarrow": False,
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": (whole.bottom - lower.top) / (whole.bottom - whole.top),
        "xanchor": "left",
        "yanchor": "bottom",
        "yshift": 6,
    }

"""What the estimates name in the picture: the ends of floor and line, the selected claim, and the most recent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard import wording
from dashboard.charts.estimates.numbers import Numbers
from dashboard.charts.estimates.ranges import fade
from dashboard.charts.estimates.rows import KILLED, least, middle, most
from dashboard.figure.axes import Area
from dashboard.figure.boxes import Box, trail
from dashboard.figure.key import Entry
from dashboard.figure.labels import Label
from dashboard.figure.palette import Palette
from dashboard.figure.sizes import label_size, sized
from dashboard.figure.text import fit
from dashboard.figure.view import Style

_MOST, _MOST_IN_PICTURE = {"page": 8, "narrow": 3}, 7
_NOON = pd.Timedelta(hours=12)


def short(name: str) -> str:
    """A claimant's name as a label has room for it: its own abbreviation, or without what stands in brackets."""
    if found := re.search(r"\(([A-Z]{3,6})\)", name):
        return found[1]
    return re.sub(r" \((?:unnamed[^)]*|leaked[^)]*)\)", "", name)


def labels_of(
    panel: str, points: pd.DataFrame, numbers: Numbers, area: Area, style: Style, colours: Palette
) -> list[Label]:
    """The panel's labels, the most important first, eight at most."""
    ends = [*_line_end(panel, numbers, area, style, colours), *_floor_end(panel, numbers, area, style, colours)]
    mine = points.assign(middle=middle(points), chosen=points["claim_id"] == numbers.selection.selected)
    mine = mine.sort_values(["chosen", "day", "claim_id"], ascending=[False, False, True], kind="stable")
    recent = mine.drop_duplicates("claimant").to_dict("records")
    named = [
        _label(row, numbers, style, colours) for row in recent[: _MOST.get(style.size, _MOST_IN_PICTURE) - len(ends)]
    ]
    return [*ends, *named]


def _label(row: Mapping[Any, Any], numbers: Numbers, style: Style, colours: Palette) -> Label:
    return Label(
        (fit(short(row["claimant"]), label_size(style), sized(style, page=190, narrow=190, wide=190)), row["stated"]),
        row["day"] + _NOON,
        float(row["middle"]),
        colours.hue(numbers.hues.get(row["claimant"])),
        label_size(style),
        bold=row["chosen"],
        must=row["chosen"],
        lift=12,
        prefer=("left", "above left", "below left", "above", "right", "far left", "above right"),
        leader=True,
        near=style.size != "narrow",
    )


def _line_end(panel: str, numbers: Numbers, area: Area, style: Style, colours: Palette) -> list[Label]:
    """Whose line it is and where it stands."""
    if numbers.line.empty or panel != numbers.line_panel or style.size == "narrow":
        return []
    last, name = numbers.line.iloc[-1], numbers.selection.claimant
    hue = colours.hue(numbers.hues.get(name))
    return [_end(name, wording.number(last["total"]), last["day"], float(last["total"]), hue, area, style)]


def _floor_end(panel: str, numbers: Numbers, area: Area, style: Style, colours: Palette) -> list[Label]:
    """Who names the dead, how many, and that they are a floor."""
    if numbers.floor.empty or panel != KILLED or style.size == "narrow":
        return []
    last = numbers.floor.iloc[-1]
    hue = colours.hue(numbers.hues.get(last["claimant"]))
    day = max(last["day"], area.last)
    return [_end("named dead, a floor", wording.number(last["value"]), day, float(last["value"]), hue, area, style)]


def _end(name: str, figure: str, day: pd.Timestamp, value: float, hue: str, area: Area, style: Style) -> Label:
    """A label in the margin beside a line's end."""
    size = label_size(style)
    at_edge = area.right - area.x(day) < 0.1 * (area.right - area.left)
    when = area.last + pd.Timedelta(days=1) if at_edge else day
    lines = (*_in_lines(name), figure)
    prefer = (
        ("right", "below right", "above right", "above left", "below left")
        if at_edge
        else ("below right", "below", "above left")
    )
    return Label(lines, when, value, hue, size, bold=True, must=True, prefer=prefer, lift=8)


def _in_lines(name: str) -> tuple[str, ...]:
    """The name in two lines of about the same length, where it is long."""
    words = name.split()
    if len(name) < 14 or len(words) < 2:
        return (name,)
    cut = min(range(1, len(words)), key=lambda n: abs(len(" ".join(words[:n])) - len(" ".join(words[n:]))))
    return " ".join(words[:cut]), " ".join(words[cut:])


def taken_by(panel: str, points: pd.DataFrame, numbers: Numbers, area: Area) -> list[Box]:
    """The boxes of all marks of a panel: dots and ranges, the line and the floor."""
    boxes = []
    for row, low, high in zip(points.to_dict("records"), least(points), most(points), strict=True):
        x = area.x(row["day"] + _NOON)
        if pd.isna(row["high"]) and not pd.isna(row["low"]):
            high = fade(row["low"], area, up=True)[-1]
        elif pd.isna(row["low"]) and not pd.isna(row["high"]):
            low = fade(row["high"], area, up=False)[-1]
        boxes.append(Box(x - 5, area.y(high) - 5, x + 5, area.y(low) + 5))
    if panel == numbers.line_panel:
        boxes += trail(numbers.line["day"] + _NOON, numbers.line["total"], area)
    if panel == KILLED:
        boxes += trail(numbers.floor["day"] + _NOON, numbers.floor["value"], area)
    return boxes


def key_of(numbers: Numbers, style: Style, colours: Palette) -> list[Entry]:
    """Whose colour is whose: for each the claimant named most often, and that others share it."""
    points = numbers.points
    hues = points["claimant"].map(lambda name: numbers.hues.get(name) or "slate")
    entries = []
    for hue, names in points["claimant"].groupby(hues, sort=False):
        counts = names.value_counts()
        others = " and others" if len(counts) > 1 and style.size != "narrow" else ""
        entries.append((len(names), Entry("dot", f"{short(str(counts.index[0]))}{others}", colours.hue(str(hue)))))
    ordered = [entry for _, entry in sorted(entries, key=lambda pair: -pair[0])]
    hollow = [Entry("ring", "derived from another's")] if (points["derived_from"] != "").any() else []
    is_open = bool((points["low"].isna() != points["high"].isna()).any())
    ends = _ends(numbers, colours) if style.size == "narrow" else []
    return [*ends, *ordered, *hollow, *([Entry("fade", "open bound")] if is_open else [])]


def _ends(numbers: Numbers, colours: Palette) -> list[Entry]:
    """What the lines are and where they stand, for a screen without a margin to say it in."""
    found = []
    if len(numbers.floor):
        last = numbers.floor.iloc[-1]
        hue = colours.hue(numbers.hues.get(last["claimant"]))
        found.append(Entry("line", f"named dead, a floor: {wording.number(last['value'])}", hue))
    if len(numbers.line):
        name = numbers.selection.claimant
        text = f"{name}: {wording.number(numbers.line['total'].iloc[-1])}"
        found.append(Entry("line", text, colours.hue(numbers.hues.get(name))))
    return found

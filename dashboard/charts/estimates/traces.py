"""The marks of the estimates: dots and what answers to a pointer, the named dead as a step, the reference's line."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from dashboard import wording
from dashboard.charts.estimates.numbers import Numbers
from dashboard.charts.estimates.rows import least, middle, most
from dashboard.figure.axes import DAY_MS, milliseconds
from dashboard.figure.palette import Palette, translucent
from dashboard.figure.sizes import sized
from dashboard.figure.text import lines_of, plain
from dashboard.figure.view import Style

_SPARSE = 60


def dots(
    points: pd.DataFrame, numbers: Numbers, style: Style, colours: Palette, axes: dict[str, str]
) -> list[dict[str, Any]]:
    """A dot at every number stated, hollow where derived; a range without a number has none."""
    stated = points[points["value"].notna() | (points["low"].isna() != points["high"].isna())]
    if stated.empty:
        return []
    inks = [colours.hue(numbers.hues.get(name)) for name in stated["claimant"]]
    derived = (stated["derived_from"] != "").to_numpy()
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": f"estimates {axes['yaxis']}",
            "x": milliseconds(stated["day"]) + DAY_MS / 2,
            "y": np.asarray(stated["value"].fillna(least(stated)), dtype="float64"),
            **axes,
            "cliponaxis": False,
            "marker": {
                "color": inks,
                "size": sized(style, page=8, narrow=7, wide=11),
                "symbol": np.where(derived, "circle-open", "circle").tolist(),
                "line": {
                    "width": np.where(derived, 2.0, 1.0),
                    "color": [ink if d else colours.surface for ink, d in zip(inks, derived, strict=True)],
                },
            },
            "hoverinfo": "skip",
        }
    ]


def answers(points: pd.DataFrame, axes: dict[str, str]) -> list[dict[str, Any]]:
    """Unseen marks along each estimate, so that dot and range answer to hover and click."""
    if points.empty:
        return []
    heights = np.column_stack([middle(points), least(points), most(points)])
    cells = [[row["claim_id"], _hover(row)] for row in points.to_dict("records")]
    spread = np.array([len(set(row)) for row in heights])
    keep = np.column_stack([np.ones(len(points), bool), spread > 1, spread > 1])
    moments = milliseconds(points["day"]) + DAY_MS / 2
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": f"answers {axes['yaxis']}",
            "x": np.repeat(moments, 3)[keep.ravel()],
            "y": heights.ravel()[keep.ravel()],
            **axes,
            "cliponaxis": False,
            "marker": {"size": 14, "opacity": 0},
            "customdata": [cells[at] for at in np.repeat(np.arange(len(points)), 3)[keep.ravel()]],
            "hovertemplate": "%{customdata[1]}<extra></extra>",
        }
    ]


def _hover(row: dict[Any, Any]) -> str:
    """Claimant and figure, the day it runs to, publication, definition, how it was made, and the sentence."""
    to = f"to {wording.day(row['day'].date())}" if row["day_stated"] else "day not stated"
    published = "" if pd.isna(row["published"]) else f"; published {wording.day(row['published'].date())}"
    derived = f"<br>derived from {plain(row['derived_from'])}" if row["derived_from"] else ""
    how = f"<br>made by: {plain(row['how'])}" if row["how"] else ""
    note = f"<br>{lines_of(row['note'], 14, 420)}" if row["note"] else ""
    sentence = f"<br><i>{lines_of(row['sentence'], 14, 420)}</i>" if row["sentence"] else ""
    return (
        f"<b>{plain(row['claimant'])}: {plain(row['stated'])}</b><br>{to}{published}<br>{plain(row['definition'])}"
        f"{derived}{how}{note}{sentence}"
    )


def floor_step(numbers: Numbers, colours: Palette, axes: dict[str, str]) -> list[dict[str, Any]]:
    """The named dead as a step at each announcement, over a quiet ground, held to the last day with any figure."""
    floor = numbers.floor
    if floor.empty:
        return []
    hue = colours.hue(numbers.hues.get(floor["claimant"].iloc[-1]))
    last = max(frame["day"].max() for frame in (floor, numbers.points, numbers.line) if len(frame))
    end = milliseconds(pd.Series([last])) + DAY_MS
    moments, values = milliseconds(floor["day"]) + DAY_MS / 2, floor["value"].to_numpy(dtype="float64")
    shared = {"type": "scatter", **axes, "cliponaxis": False}
    step = shared | {
        "mode": "lines",
        "name": "named dead",
        "x": np.append(moments, end),
        "y": np.append(values, values[-1]),
        "line": {"shape": "hv", "color": hue, "width": 2},
        "fill": "tozeroy",
        "fillcolor": translucent(hue, 0.08),
        "hoverinfo": "skip",
    }
    answers = shared | {
        "mode": "markers",
        "name": "named dead, announced",
        "x": moments,
        "y": values,
        "marker": {"size": 12, "opacity": 0},
        "customdata": [[row["claim_id"], _hover(row)] for row in floor.to_dict("records")],
        "hovertemplate": "%{customdata[1]}<br>named dead, a floor<extra></extra>",
    }
    return [step, answers]


def total_line(numbers: Numbers, colours: Palette, axes: dict[str, str]) -> list[dict[str, Any]]:
    """The reference's running total: a line, dotted where no report stands between two, with points where few."""
    line = numbers.line
    if line.empty:
        return []
    hue = colours.hue(numbers.hues.get(numbers.selection.claimant))
    moments, totals = milliseconds(line["day"]) + DAY_MS, line["total"].to_numpy(dtype="float64")
    after = np.flatnonzero(line["gap"].to_numpy()[1:]) + 1
    nothing = np.full(len(after), np.nan)
    shared = {"type": "scatter", **axes, "cliponaxis": False, "connectgaps": False, "hoverinfo": "skip"}
    gaps = shared | {
        "mode": "lines",
        "name": "no report between",
        "x": np.column_stack([moments[after - 1], moments[after], nothing]).ravel(),
        "y": np.column_stack([totals[after - 1], totals[after], nothing]).ravel(),
        "line": {"color": hue, "width": 1.8, "dash": "dot"},
    }
    few = len(line) <= _SPARSE
    name = plain(numbers.selection.claimant)
    told = {
        "mode": "lines+markers" if few else "lines",
        "name": numbers.selection.claimant,
        "x": np.insert(moments, after, np.nan),
        "y": np.insert(totals, after, np.nan),
        "line": {"color": hue, "width": 2.4},
        "marker": {"color": hue, "size": 5},
        "customdata": _with_breaks([_line_cell(row) for row in line.to_dict("records")], after),
        "hovertemplate": (
            f"<b>{name}: %{{customdata[1]}}</b><br>to %{{customdata[2]}}; published %{{customdata[3]}}<br>"
            "its running total<extra></extra>"
        ),
    }
    return [gaps, {key: value for key, value in (shared | told).items() if key != "hoverinfo"}]


def _line_cell(row: dict[Any, Any]) -> list[str]:
    """A point of the line as its claim, its total, the day it runs to and the day of publication."""
    days = (wording.day(row[name].date()) for name in ("day", "published"))
    return [row["claim_id"], wording.number(row["total"]), *days]


def _with_breaks(cells: list[list[str]], after: np.ndarray) -> list[list[str]]:
    """The cells with an empty one wherever the line is broken."""
    breaks = set(after.tolist())
    nothing = [""] * 4
    return [cell for at, row in enumerate(cells) for cell in ([nothing, row] if at in breaks else [row])]

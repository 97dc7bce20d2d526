"""One claimant's monthly figures beside the series they are compared with, and the difference beneath."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard import wording
from dashboard.counted import span_sum
from dashboard.figure.axes import Area, around_zero, centres, from_zero, widths
from dashboard.figure.labels import Box, Label, as_annotations, place, skyline
from dashboard.figure.palette import Palette, palette
from dashboard.figure.picture import SIZES, area_of, below, bounds, compose, label_size, value_axis
from dashboard.figure.text import plain
from dashboard.figure.view import Selection, Style, Words, basis_words, dependence, selection_in_words, within
from dashboard.model import Basis, Claim, Claimant

NAME = "months"
CLOSE = 0.01
_LOWER = 0.26
_PALE = 0.3
_TALLER = 110
_VERDICTS = {
    "equal": "equal",
    "equal_rounded": "equal to the digits printed",
    "within_hedge": "within its hedge",
    "equal_other_basis": "equal a day earlier or later",
    "differs": "differs",
}


@dataclass(frozen=True, eq=False)
class Numbers:
    """What the chart shows, all per day. `months`: one row a month with the first figure of `a` beside that of `b`.

    `statements` are the further figures for those months, by `a` or by others. Columns of both: start, end, days,
    claimant, a, b, difference, open (low, high or ""), derived, verdict, claim_id, stated; `months` also correction.
    """

    months: pd.DataFrame
    statements: pd.DataFrame
    a: str
    b: str
    hues: Mapping[str, str | None]
    selection: Selection
    words: Words


def prepare(
    by_month: pd.DataFrame,
    by_claim: pd.DataFrame,
    rows: pd.DataFrame,
    selection: Selection,
    claimants: Mapping[str, Claimant],
    source: str = "",
    claims: Sequence[Claim] = (),
) -> Numbers:
    """The numbers and words of the chart for the months that lie wholly within the selection and have both figures.

    `by_month` and `by_claim` are COMPARISON frames (by_claim of everyone); `rows` is the COUNTED frame of `b`, dated
    by the day covered, out of which the corrections are told; `claims` those whose definitions are to be named.
    """
    both = _per_day(within(by_month[_usable(by_month)], selection))
    months = both.drop_duplicates("start").reset_index(drop=True)
    months = months.assign(correction=[_correction(rows, month) for month in months.to_dict("records")])
    a = str(by_month["a_claimant"].iloc[0]) if len(by_month) else ""
    statements = pd.concat([both[both.duplicated("start")], _statements(by_claim, months, a, selection.claimant)])
    names = [selection.claimant, *([a] if a else []), *statements["claimant"].unique()]
    return Numbers(
        months=months,
        statements=statements.reset_index(drop=True),
        a=a,
        b=selection.claimant,
        hues={name: known.hue for name in names if (known := claimants.get(name))},
        selection=selection,
        words=_words(months, statements, a, selection, claimants, source, _definitions(months, a, selection, claims)),
    )


def table(numbers: Numbers) -> pd.DataFrame:
    """The chart as a table: a row a figure, with what the series gives for the same days."""
    rows = pd.concat([numbers.months, numbers.statements]).sort_values(["start", "claimant"], kind="stable")
    return pd.DataFrame(
        {
            "from": rows["start"],
            "to": rows["end"],
            "claimant": rows["claimant"],
            "as stated": rows["stated"],
            "per day": rows["a"].round(1),
            f"{numbers.b}, per day": rows["b"].round(1),
            "difference per day": rows["difference"].round(1),
            "derived": rows["derived"],
            "verdict": rows["verdict"].map(_VERDICTS),
        }
    ).reset_index(drop=True)


def draw(numbers: Numbers, style: Style) -> go.Figure:
    """The figure in the style's theme and size: figures above, differences beneath."""
    colours = palette(style.theme)
    whole = _area(numbers, style)
    if numbers.months.empty:
        return compose([], whole, numbers.words, style)
    height = whole.bottom + (below(style) if style.size != "wide" else SIZES["wide"][1] - whole.bottom)
    whole = replace(whole, bottom=whole.bottom + below(style) - 12)
    upper, lower = _panels(numbers, whole, style)
    high = whole.bottom - whole.top
    kyiv, uk = colours.hue(numbers.hues.get(numbers.b)), colours.hue(numbers.hues.get(numbers.a))
    traces = [
        *_series_bars(numbers, upper, colours, kyiv),
        _rings(numbers, upper, uk),
        *_statement_marks(numbers, upper, colours),
        *_differences(numbers, lower, colours, uk),
    ]
    notes = [*_names(numbers, upper, style, kyiv, uk), *_statement_labels(numbers, upper, style, colours)]
    extra = {
        "annotations": [*notes, _panel_title(numbers, whole, lower, style, colours)],
        "yaxis": {"domain": [(whole.bottom - upper.bottom) / high, 1]},
        "yaxis2": _difference_axis(lower, colours) | {"domain": [0, (whole.bottom - lower.top) / high]},
        "hoverdistance": 20,
    }
    return compose(traces, whole, numbers.words, style, extra, height)


# --- words ---------------------------------------------------------------------------------------------------------


def _words(
    months: pd.DataFrame,
    statements: pd.DataFrame,
    a: str,
    selection: Selection,
    claimants: Mapping[str, Claimant],
    source: str,
    definition: str,
) -> Words:
    others = [name for name in statements["claimant"].unique() if name != a]
    names = [selection.claimant, *([a] if a else []), *others]
    return Words(
        title=_title(months, a, selection.claimant),
        subtitle=(
            f"{selection.subject}'s reported losses per day, by month, {selection_in_words(selection)}. "
            f"Bars: {selection.claimant}. Rings: {a}, hollow because derived. Diamonds: single statements."
            if months["derived"].any()
            else f"{selection.subject}'s reported losses per day, by month. Bars: {selection.claimant}. Dots: {a}."
        ),
        source=source,
        caveats=_caveats(months, a, selection.claimant),
        as_of=selection.as_of,
        basis_words=basis_words(Basis.COVERS),
        claimants=tuple(dependence(name, claimants) for name in names),
        definition=definition,
        empty=_nothing(selection) if months.empty else "",
    )


def _definitions(months: pd.DataFrame, a: str, selection: Selection, claims: Sequence[Claim]) -> str:
    """What each side counts; that of `a` as its claims for these months state it, the most frequent first."""
    shown = set(months["claim_id"])
    told = Counter(wording.definition(claim.casualty_types) for claim in claims if claim.claim_id in shown)
    own = f"{selection.claimant}: {wording.definition(())}"
    return f"{own}; {a}: {' or '.join(words for words, _ in told.most_common())}" if told else own


def _nothing(selection: Selection) -> str:
    where = "" if selection.whole() else f" within {selection_in_words(selection)}"
    return f"No month{where} has figures of both. Choose a span that holds at least one whole calendar month."


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
    sentences = [
        f"Where {a} derives its figure from {b}, agreement shows that it was copied rightly, not that it is right."
        if months["derived"].any()
        else "",
        *(
            f"{wording.number(row['correction'])} of {b}'s figure for {row['start']:%b %Y} are a correction of earlier "
            "months and left out of the comparison."
            for row in lumps.to_dict("records")
        ),
    ]
    return tuple(sentence for sentence in sentences if sentence)


# --- numbers -------------------------------------------------------------------------------------------------------


def _usable(frame: pd.DataFrame) -> pd.Series:
    stated = frame["a_value"].notna() | (frame["a_low"].notna() & frame["a_high"].notna())
    return frame["comparable"] & frame["b_value"].notna() & stated & frame["start"].notna() & frame["end"].notna()


def _per_day(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of a COMPARISON frame as figures per day; a range stands at its middle."""
    days = (frame["end"] - frame["start"]).dt.days + 1
    divisor = days.where(frame["unit"] == "total", 1)
    stated = frame["a_value"].fillna((frame["a_low"] + frame["a_high"]) / 2)
    low = frame["a_low"].notna() & frame["a_high"].isna()
    high = frame["a_high"].notna() & frame["a_low"].isna()
    open_end = pd.Series("", index=frame.index).mask(low, "over").mask(high, "up to")
    return pd.DataFrame(
        {
            "start": frame["start"],
            "end": frame["end"],
            "days": days,
            "claimant": frame["a_claimant"],
            "a": stated / divisor,
            "b": frame["b_value"] / divisor,
            "difference": (stated - frame["b_value"]) / divisor,
            "open": open_end,
            "derived": frame["dependence"].str.startswith("derived"),
            "verdict": frame["verdict"],
            "claim_id": frame["claim_id"],
            "stated": [_as_stated(*cells) for cells in zip(stated, frame["unit"], open_end, strict=True)],
        }
    )


def _as_stated(value: float, unit: str, open_end: str) -> str:
    words = f"{open_end} {wording.number(value)}".strip()
    return f"{words} a day" if unit == "mean_per_day" else words


def _statements(by_claim: pd.DataFrame, months: pd.DataFrame, a: str, b: str) -> pd.DataFrame:
    """What others than `a` and `b` said of one of the months."""
    others = by_claim[_usable(by_claim) & ~by_claim["a_claimant"].isin([a, b, ""])]
    same = others.set_index(["start", "end"]).index.isin(months.set_index(["start", "end"]).index)
    stated = _per_day(others[same].reset_index(drop=True))
    once = stated.assign(whole=stated["a"].round()).sort_values("open", ascending=False, kind="stable")
    return stated.loc[sorted(once.drop_duplicates(["claimant", "start", "whole", "derived"]).index)]


def _correction(rows: pd.DataFrame, month: dict[Any, Any]) -> float:
    found = span_sum(rows, month["start"].date(), month["end"].date())
    return found.correction if found else 0.0


# --- marks ---------------------------------------------------------------------------------------------------------


def _room(style: Style) -> int:
    """The px kept at the right for the claimants' names."""
    return {"page": 128, "narrow": 8, "wide": 170}[style.size]


def _area(numbers: Numbers, style: Style) -> Area:
    months = numbers.months
    if months.empty:
        today = pd.Timestamp(numbers.selection.as_of or "2022-01-01")
        return area_of(style, numbers.words, from_zero(0.0), (today, today))
    top = max(float(frame[column].max()) for frame in (months, numbers.statements) if len(frame) for column in "ab")
    headroom = 1.6 if style.size == "narrow" else 1.3
    days = (months["start"].min(), months["end"].max())
    return area_of(style, numbers.words, from_zero(top * headroom, lines=4), days, 16 + _room(style), taller=_TALLER)


def _panels(numbers: Numbers, whole: Area, style: Style) -> tuple[Area, Area]:
    """The areas of the figures and of the differences, with the time axis and a title between them."""
    between = 5.2 * label_size(style)
    lower_high = _LOWER * (whole.bottom - whole.top - between)
    off = pd.concat([numbers.months["difference"], numbers.statements["difference"]])
    values = around_zero(min(float(off.min()), -1.0), max(float(off.max()), 1.0))
    upper = replace(whole, bottom=whole.bottom - lower_high - between)
    return upper, replace(whole, top=whole.bottom - lower_high, values=values)


def _series_bars(numbers: Numbers, area: Area, colours: Palette, hue: str) -> list[dict[str, Any]]:
    months = numbers.months
    lumps = months[months["correction"] > 0]
    bars = {
        "type": "bar",
        "name": numbers.b,
        "x": centres(months),
        "y": months["b"].to_numpy(dtype="float64"),
        "width": widths(months, area.day_width),
        "marker": {"color": colours.pale(hue, _PALE), "line": {"width": 0}},
        "customdata": [[row["claim_id"], _hover(row, numbers)] for row in months.to_dict("records")],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
    }
    hatched = {
        "type": "bar",
        "name": "correction",
        "x": centres(lumps),
        "base": lumps["b"].to_numpy(dtype="float64"),
        "y": (lumps["correction"] / lumps["days"]).to_numpy(dtype="float64"),
        "width": widths(lumps, area.day_width),
        "marker": {
            "color": colours.surface,
            "line": {"width": 0},
            "pattern": {"shape": "/", "fgcolor": hue, "bgcolor": colours.surface, "size": 5, "solidity": 0.35},
        },
        "hoverinfo": "skip",
    }
    return [bars, hatched] if len(lumps) else [bars]


def _rings(numbers: Numbers, area: Area, hue: str) -> dict[str, Any]:
    """The first figure of each month: hollow where derived, solid where not."""
    months = numbers.months
    size = float(np.clip(area.day_width * 18, 5, 11))
    return {
        "type": "scatter",
        "mode": "markers",
        "name": numbers.a,
        "x": centres(months),
        "y": months["a"].to_numpy(dtype="float64"),
        "marker": {
            "color": hue,
            "size": size,
            "symbol": np.where(months["derived"], "circle-open", "circle").tolist(),
            "line": {"width": 2, "color": hue},
        },
        "hoverinfo": "skip",
    }


def _statement_marks(
    numbers: Numbers, area: Area, colours: Palette, *, differences: bool = False
) -> list[dict[str, Any]]:
    rows = numbers.statements
    if differences:
        rows = rows[rows["claimant"] != numbers.a]
    if rows.empty:
        return []
    column = "difference" if differences else "a"
    inks = [colours.hue(numbers.hues.get(name)) for name in rows["claimant"]]
    mark: dict[str, Any] = {
        "type": "scatter",
        "mode": "markers",
        "name": "single statements",
        "x": centres(rows),
        "y": rows[column].to_numpy(dtype="float64"),
        "marker": {
            "color": inks,
            "size": 8 if area.day_width > 0.5 else 6,
            "symbol": np.where(rows["derived"], "diamond-open", "diamond").tolist(),
            "line": {"width": 1.5, "color": inks},
        },
        "customdata": [[row["claim_id"], _hover(row, numbers)] for row in rows.to_dict("records")],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
    }
    return [mark | {"yaxis": "y2"} if differences else mark]


def _differences(numbers: Numbers, area: Area, colours: Palette, hue: str) -> list[dict[str, Any]]:
    months = numbers.months
    bars = {
        "type": "bar",
        "name": "difference",
        "x": centres(months),
        "y": months["difference"].to_numpy(dtype="float64"),
        "yaxis": "y2",
        "width": widths(months, area.day_width),
        "marker": {"color": colours.pale(hue, 0.6), "line": {"width": 0}},
        "customdata": [[row["claim_id"], _hover(row, numbers)] for row in months.to_dict("records")],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
    }
    return [bars, *_statement_marks(numbers, area, colours, differences=True)]


def _hover(row: dict[Any, Any], numbers: Numbers) -> str:
    derived = f"<br>derived from {plain(numbers.b)}" if row["derived"] else ""
    each = "" if row["stated"].endswith("a day") else f", {wording.number(round(row['a'], 1))} a day"
    return (
        f"<b>{plain(row['claimant'])}: {row['stated']}</b>{each}<br>{row['start']:%B %Y}{derived}<br>"
        f"{plain(numbers.b)}: {wording.number(round(row['b'], 1))} a day<br>"
        f"difference {wording.signed(round(row['difference'], 1))} a day: {_VERDICTS[row['verdict']]}"
    )


def _difference_axis(area: Area, colours: Palette) -> dict[str, Any]:
    """The axis of the lower panel: a line at zero, and no other gridline."""
    axis = value_axis(area.values) | {"anchor": "x", "showgrid": False}
    axis["ticktext"] = [wording.signed(tick) for tick in area.values.ticks]
    return axis | {"zeroline": True, "zerolinecolor": colours.muted, "zerolinewidth": 1}


# --- labels --------------------------------------------------------------------------------------------------------


def _names(numbers: Numbers, area: Area, style: Style, kyiv: str, uk: str) -> list[dict[str, Any]]:
    """Who is who, in the margin beside the last month; above the first months where there is no margin."""
    colours, size = palette(style.theme), label_size(style)
    last = numbers.months.iloc[-1]
    mark = "hollow: derived" if numbers.months["derived"].any() else ""
    if style.size == "narrow":
        lines = [(f"○ {numbers.a}", uk, 0.97), (f"■ {numbers.b}", kyiv, 0.87)]
        labels = [_margin_label((text,), area, area.first, at, ink, size, "right") for text, ink, at in lines]
    else:
        edge = area.last + pd.Timedelta(days=1)
        share = area.values.share(float(last["a"]))
        a_lines, b_lines = (*_split(numbers.a), *([mark] if mark else [])), _split(numbers.b)
        labels = [
            _margin_label(a_lines, area, edge, max(share, 0.55), uk, size, "right"),
            _margin_label(b_lines, area, edge, min(0.25, share / 2), kyiv, size, "right"),
        ]
    room = bounds(area, right=_room(style), above=14)
    return as_annotations(place(labels, area, room), area, colours)


def _margin_label(
    lines: tuple[str, ...], area: Area, when: pd.Timestamp, share: float, ink: str, size: float, side: str
) -> Label:
    return Label(lines, when, share * area.values.high, ink, size, must=True, prefer=(side,), lift=6)


def _split(name: str) -> tuple[str, ...]:
    """The name in two lines of about the same length."""
    words = name.split()
    if len(words) < 3:
        return (name,)
    cut = min(range(1, len(words)), key=lambda n: abs(len(" ".join(words[:n])) - len(" ".join(words[n:]))))
    return " ".join(words[:cut]), " ".join(words[cut:])


def _statement_labels(numbers: Numbers, area: Area, style: Style, colours: Palette) -> list[dict[str, Any]]:
    """The single statements by name, those furthest from the series first."""
    size = label_size(style)
    others = numbers.statements[numbers.statements["claimant"] != numbers.a]
    totals = ~others["stated"].str.endswith("a day")
    ordered = others.assign(off=others["difference"].abs().round(), totals=totals)
    ordered = ordered.sort_values(["off", "totals"], ascending=False, kind="stable")
    ordered = ordered.drop_duplicates(["claimant", "start"])
    labels = [
        Label(
            (row["claimant"], row["stated"] if style.size == "narrow" else f"{row['stated']}, {row['start']:%b %Y}"),
            row["start"] + pd.Timedelta(days=row["days"] / 2),
            row["a"],
            colours.hue(numbers.hues.get(row["claimant"])),
            size,
            prefer=("above left", "above right", "above"),
            lift=14,
            leader=True,
        )
        for row in ordered.to_dict("records")
    ]
    heads = numbers.months.assign(per_day=numbers.months[["a", "b"]].max(axis=1) + area.values.high * 0.03)
    taken = [*skyline(heads, area), *_marks_taken(numbers, area)]
    if style.size == "narrow":
        taken.append(Box(area.left, area.top - 14, area.left + 190, area.top + 34))
    return as_annotations(place(labels, area, bounds(area, above=14), taken), area, colours)


def _marks_taken(numbers: Numbers, area: Area) -> list[Box]:
    rows = numbers.statements
    middle = [start + pd.Timedelta(days=days / 2) for start, days in zip(rows["start"], rows["days"], strict=True)]
    spots = [(area.x(when), area.y(value)) for when, value in zip(middle, rows["a"], strict=True)]
    return [Box(x - 5, y - 5, x + 5, y + 5) for x, y in spots]


def _panel_title(numbers: Numbers, whole: Area, lower: Area, style: Style, colours: Palette) -> dict[str, Any]:
    """What the lower panel shows, above it at the left."""
    text = "Difference per day" if style.size == "narrow" else f"{numbers.a} minus {numbers.b}, per day"
    return {
        "text": plain(text),
        "font": {"size": label_size(style), "color": colours.muted},
        "showarrow": False,
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": (whole.bottom - lower.top) / (whole.bottom - whole.top),
        "xanchor": "left",
        "yanchor": "bottom",
        "yshift": 4,
    }

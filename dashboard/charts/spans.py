"""Single claims as spans: each at its height per day, across the days it is about, over the series it is checked by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard import wording
from dashboard.counted import on_basis
from dashboard.figure.axes import DAY_MS, Area, centres, from_zero, milliseconds, widths
from dashboard.figure.labels import Box, Label, as_annotations, place, skyline
from dashboard.figure.palette import Palette, palette, translucent
from dashboard.figure.picture import area_of, bounds, compose, label_size
from dashboard.figure.text import lines_of, plain
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
)
from dashboard.model import Claim, Claimant, PeriodKind, Statistic

NAME = "spans"
SAME = 0.01
_PALE = 0.28
_SHORT_PX = 9
_FADE, _FADE_STEPS = 0.14, 10
_DENSE = 8
_NAMED_OF_EACH = 2
_VERDICTS = {
    "equal": "equal",
    "equal_rounded": "equal to the digits printed",
    "within_hedge": "within its hedge",
    "equal_other_basis": "equal a day earlier or later",
    "differs": "differs",
    "no_reference": "no reference for these days",
}
_HOLDS = ("equal", "equal_rounded", "within_hedge")
_SPAN_COLUMNS = {
    "start": "datetime64[us]",
    "end": "datetime64[us]",
    "days": "int64",
    "height": "float64",
    "low": "float64",
    "high": "float64",
    "claimant": "str",
    "derived_from": "str",
    "stated": "str",
    "verdict": "str",
    "percent": "float64",
    "claim_id": "str",
    "published": "datetime64[us]",
    "definition": "str",
    "sentence": "str",
    "explanation": "str",
    "read": "bool",
}


@dataclass(frozen=True, eq=False)
class Numbers:
    """What the chart shows. `bars` is the series beneath; `spans` has one row a claim, `height` in persons per day.

    `low` and `high` bound a range per day (NaN: open or none); `read` marks claims read in a document; `derived_from`
    is "" where the figure rests on no other claimant's.
    """

    bars: pd.DataFrame
    spans: pd.DataFrame
    hues: Mapping[str, str | None]
    selection: Selection
    words: Words


def prepare(
    rows: pd.DataFrame,
    checks: pd.DataFrame,
    claims: Sequence[Claim],
    selection: Selection,
    claimants: Mapping[str, Claimant],
    source: str = "",
) -> Numbers:
    """The numbers and words of the chart for the selected days.

    `rows` is the COUNTED frame on the selection's basis, `checks` the CHECKS frame of `claims`, in the same order.
    """
    verdicts = {row["claim_id"]: row for row in checks.to_dict("records")}
    ours = [claim for claim in claims if (claim.subject, claim.category) == (selection.subject, selection.category)]
    known = [claim for claim in ours if _published_in_time(claim, selection)]
    able = [claim for claim in known if _has_height(claim)]
    comparable = [claim for claim in able if verdicts[claim.claim_id]["verdict"] != "not_comparable"]
    lag = _lag(selection.claimant, claimants)
    spans = touching(
        _frame([_span(c, dict(verdicts[c.claim_id]), selection, claimants, lag) for c in comparable]), selection
    )
    drawn = _once_each(spans, selection.selected)
    bars = touching(rows, selection)
    return Numbers(
        bars=bars[bars["losses"] >= 0].reset_index(drop=True),
        spans=drawn,
        hues={n: one.hue for n in (selection.claimant, *drawn["claimant"].unique()) if (one := claimants.get(n))},
        selection=selection,
        words=_words(drawn, len(spans), _left_out(known, able, comparable), selection, claimants, source),
    )


def table(numbers: Numbers) -> pd.DataFrame:
    """The chart as a table: a row a claim with its verdict and arithmetic."""
    spans = numbers.spans
    return pd.DataFrame(
        {
            "claimant": spans["claimant"],
            "derived from": spans["derived_from"],
            "as stated": spans["stated"],
            "from": spans["start"],
            "to": spans["end"],
            "per day": spans["height"].round(1),
            "definition": spans["definition"],
            "published": spans["published"],
            "verdict": spans["verdict"].map(_VERDICTS),
            "difference in %": spans["percent"].round(1),
            "arithmetic": spans["explanation"],
        }
    )


def draw(numbers: Numbers, style: Style) -> go.Figure:
    """The figure in the style's theme and size."""
    colours = palette(style.theme)
    area = _area(numbers, style)
    if numbers.spans.empty:
        return compose([], area, numbers.words, style)
    traces = [
        *_series_bars(numbers, area, colours),
        *_hedges(numbers, area, colours),
        *_lines(numbers, area, colours),
        *_short_marks(numbers, area, colours),
        _hover_points(numbers, area),
    ]
    notes = as_annotations(_placed_labels(numbers, area, style, colours), area, colours)
    return compose(traces, area, numbers.words, style, {"annotations": notes, "hoverdistance": 24})


# --- words ---------------------------------------------------------------------------------------------------------


def _words(
    spans: pd.DataFrame,
    found: int,
    left_out: tuple[str, ...],
    selection: Selection,
    claimants: Mapping[str, Claimant],
    source: str,
) -> Words:
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
    return _VERDICTS[span["verdict"]]


def _left_out(known: list[Claim], able: list[Claim], comparable: list[Claim]) -> tuple[str, ...]:
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


# --- numbers -------------------------------------------------------------------------------------------------------


def _published_in_time(claim: Claim, selection: Selection) -> bool:
    return selection.as_of is None or claim.published is None or claim.published <= selection.as_of


def _has_height(claim: Claim) -> bool:
    dated = claim.period.start is not None and claim.period.end is not None
    return dated and claim.period.kind is not PeriodKind.SINCE_START and not claim.named_only


def _lag(claimant: str, claimants: Mapping[str, Claimant]) -> int:
    known = claimants.get(claimant)
    return (known.reporting_lag_days or 0) if known else 0


def _span(
    claim: Claim, verdict: Mapping[Any, Any], selection: Selection, claimants: Mapping[str, Claimant], lag: int
) -> dict[str, Any]:
    """One claim as a row of the spans, on the selection's basis."""
    start, end = (
        pd.Timestamp(on_basis(day, claim.basis, selection.basis, lag) if _names_a_report(claim) else day)
        for day in (claim.period.start, claim.period.end)
        if day is not None
    )
    days = (end - start).days + 1
    one_day = claim.period.kind is PeriodKind.DAY or claim.statistic is Statistic.MEAN_PER_DAY
    divisor = 1 if one_day else days
    low, high = (np.nan if bound is None else bound / divisor for bound in (claim.low, claim.high))
    middle = np.nanmean([low, high]) if claim.value is None else claim.value / divisor
    known = claimants.get(claim.claimant or "")
    return {
        "start": start,
        "end": end,
        "days": days,
        "height": middle,
        "low": low,
        "high": high,
        "claimant": claim.claimant or "claimant not named",
        "derived_from": claim.derived_from or (known.derived_from if known else None) or "",
        "stated": wording.figure(claim),
        "verdict": verdict["verdict"],
        "percent": verdict["percent"],
        "claim_id": claim.claim_id,
        "published": claim.published,
        "definition": wording.definition(claim.casualty_types),
        "sentence": claim.evidence.text if claim.evidence else "",
        "explanation": verdict["explanation"],
        "read": claim.evidence is not None,
    }


def _names_a_report(claim: Claim) -> bool:
    """Whether the claim is about single daily reports, which move with the basis; months and years stand as stated."""
    return claim.period.kind in (PeriodKind.DAY, PeriodKind.HOURS48)


def _frame(spans: list[dict[str, Any]]) -> pd.DataFrame:
    frame = pd.DataFrame(spans, columns=list(_SPAN_COLUMNS))
    frame["published"] = pd.to_datetime(frame["published"])
    return frame.astype(_SPAN_COLUMNS)


def _once_each(spans: pd.DataFrame, selected: str | None) -> pd.DataFrame:
    """One of those spans in which a claimant gives the same days the same height and bounds, to one per cent.

    The selected claim is kept before all, then those read in documents.
    """
    ordered = spans.assign(chosen=spans["claim_id"] == selected, over=spans["low"].isna(), under=spans["high"].isna())
    ordered = ordered.sort_values(["chosen", "read", "claim_id"], ascending=[False, False, True], kind="stable")
    kept: dict[tuple[Any, ...], list[float]] = {}
    first: list[int] = []
    for place_, *mark, height in ordered[["claimant", "start", "end", "over", "under", "height"]].itertuples():
        told = kept.setdefault(tuple(mark), [])
        if not any(abs(other - height) <= SAME * height for other in told):
            told.append(height)
            first.append(place_)
    return spans.loc[sorted(first)].sort_values(["start", "end", "claim_id"], ignore_index=True)


# --- marks ---------------------------------------------------------------------------------------------------------


def _area(numbers: Numbers, style: Style) -> Area:
    spans, bars = numbers.spans, numbers.bars
    if spans.empty:
        today = pd.Timestamp(numbers.selection.as_of or "2022-01-01")
        return area_of(style, numbers.words, from_zero(0.0), (today, today))
    frames = [frame for frame in (spans.assign(per_day=spans[["height", "high"]].max(axis=1)), bars) if len(frame)]
    top = max(float(frame["per_day"].max()) for frame in frames)
    lowest = min(float(frame["per_day"][frame["per_day"] > 0].min()) for frame in frames)
    days = shown_days(numbers.selection, *_reach([frame[["start", "end"]] for frame in frames]))
    return area_of(style, numbers.words, from_zero(top * 1.25, lowest=lowest, log=numbers.selection.log), days)


def _reach(frames: list[pd.DataFrame]) -> tuple[pd.Timestamp, pd.Timestamp]:
    return min(frame["start"].min() for frame in frames), max(frame["end"].max() for frame in frames)


def _ink(span: Mapping[Any, Any], numbers: Numbers, colours: Palette) -> str:
    return colours.hue(numbers.hues.get(span["claimant"]))


def _series_bars(numbers: Numbers, area: Area, colours: Palette) -> list[dict[str, Any]]:
    bars = numbers.bars
    if bars.empty:
        return []
    hue = colours.hue(numbers.hues.get(numbers.selection.claimant))
    heights = (bars["losses"] - bars["correction"]) / bars["days"]
    return [
        {
            "type": "bar",
            "name": numbers.selection.claimant,
            "x": centres(bars),
            "y": np.maximum(heights.to_numpy(dtype="float64"), 0),
            "width": widths(bars, area.day_width),
            "marker": {"color": colours.pale(hue, _PALE), "line": {"width": 0}},
            "hoverinfo": "skip",
        }
    ]


def _hedges(numbers: Numbers, area: Area, colours: Palette) -> list[dict[str, Any]]:
    """Ranges as bars between their bounds; open bounds as bars that fade towards the open end, in thin steps."""
    hedged = numbers.spans[numbers.spans[["low", "high"]].notna().any(axis=1)]
    strength = 0.34 if len(hedged) <= _DENSE else 0.15
    pieces = [piece for span in hedged.to_dict("records") for piece in _fade(span, area, strength)]
    if not pieces:
        return []
    inks = [_ink(span, numbers, colours) for span, *_ in pieces]
    spans = pd.DataFrame([span for span, *_ in pieces])
    least = np.full(len(spans), _SHORT_PX / area.day_width * DAY_MS)
    return [
        {
            "type": "bar",
            "name": "bounds",
            "x": centres(spans),
            "base": np.array([base for _, base, _, _ in pieces]),
            "y": np.array([high for _, _, high, _ in pieces]),
            "width": np.maximum(spans["days"].to_numpy(dtype="float64") * DAY_MS, least),
            "marker": {
                "color": [translucent(ink, opacity) for ink, (_, _, _, opacity) in zip(inks, pieces, strict=True)],
                "line": {"width": 0},
            },
            "hoverinfo": "skip",
        }
    ]


def _fade(span: dict[Any, Any], area: Area, strength: float) -> list[tuple[dict[Any, Any], float, float, float]]:
    """The pieces of a span's bounds: the span, foot, height and opacity of each."""
    low, high = span["low"], span["high"]
    if not np.isnan(low) and not np.isnan(high):
        return [(span, low, high - low, strength)] if high > low else []
    upward = 1 if np.isnan(high) else -1
    step = area.values.high * _FADE / _FADE_STEPS
    edge = low if upward > 0 else high
    return [
        (span, edge + upward * step * n, upward * step, round(strength * (1 - n / _FADE_STEPS), 3))
        for n in range(_FADE_STEPS)
        if edge + upward * step * (n + 1) >= 0
    ]


def _is_short(spans: pd.DataFrame, area: Area) -> pd.Series:
    return spans["days"] * area.day_width < _SHORT_PX


def _lines(numbers: Numbers, area: Area, colours: Palette) -> list[dict[str, Any]]:
    """The spans as lines, one trace for each ink, dashed where derived."""
    spans = numbers.spans[~_is_short(numbers.spans, area)]
    spans = spans.assign(ink=[_ink(span, numbers, colours) for span in spans.to_dict("records")])
    groups = spans.groupby(["ink", spans["derived_from"] != ""], sort=True)
    return [_line(group, str(ink), dashed=bool(dashed)) for (ink, dashed), group in groups]


def _line(spans: pd.DataFrame, ink: str, *, dashed: bool) -> dict[str, Any]:
    nothing = np.full(len(spans), np.nan)
    height = spans["height"].to_numpy(dtype="float64")
    return {
        "type": "scatter",
        "mode": "lines",
        "name": "derived" if dashed else "claims",
        "x": np.column_stack([milliseconds(spans["start"]), milliseconds(spans["end"]) + DAY_MS, nothing]).ravel(),
        "y": np.column_stack([height, height, nothing]).ravel(),
        "connectgaps": False,
        "line": {"color": ink, "width": 3, "dash": "5px,3px" if dashed else "solid"},
        "hoverinfo": "skip",
    }


def _short_marks(numbers: Numbers, area: Area, colours: Palette) -> list[dict[str, Any]]:
    """Spans too short to be seen as lines, as diamonds in their middle, hollow where derived."""
    spans = numbers.spans[_is_short(numbers.spans, area)]
    if spans.empty:
        return []
    inks = [_ink(span, numbers, colours) for span in spans.to_dict("records")]
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": "short spans",
            "x": centres(spans),
            "y": spans["height"].to_numpy(dtype="float64"),
            "marker": {
                "color": inks,
                "size": 8,
                "symbol": np.where(spans["derived_from"] != "", "diamond-open", "diamond").tolist(),
                "line": {"width": 1.5, "color": inks},
            },
            "hoverinfo": "skip",
        }
    ]


def _hover_points(numbers: Numbers, area: Area) -> dict[str, Any]:
    """Unseen points along each span, so that all of it answers to hover and click."""
    points = [(when, span) for span in numbers.spans.to_dict("records") for when in _along(span, area)]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "claims",
        "x": milliseconds(pd.Series([when for when, _ in points], dtype="datetime64[us]")),
        "y": np.array([span["height"] for _, span in points]),
        "marker": {"size": 16, "opacity": 0},
        "customdata": [[span["claim_id"], _hover(span)] for _, span in points],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
    }


def _along(span: dict[Any, Any], area: Area) -> list[pd.Timestamp]:
    """Moments about 60 px apart along a span, its middle where it is short."""
    count = max(1, int(span["days"] * area.day_width / 60))
    step = pd.Timedelta(days=span["days"]) / count
    moments = [span["start"] + step * (n + 0.5) for n in range(count)]
    end = area.last + pd.Timedelta(days=1)
    return [moment for moment in moments if area.first <= moment <= end]


def _hover(span: dict[Any, Any]) -> str:
    when = wording.span(span["start"].date(), span["end"].date())
    published = f"; published {wording.day(span['published'].date())}" if not pd.isna(span["published"]) else ""
    derived = f"<br>derived from {plain(span['derived_from'])}" if span["derived_from"] else ""
    sentence = f"<br><i>{lines_of(span['sentence'], 14, 420)}</i>" if span["sentence"] else ""
    return (
        f"<b>{plain(span['claimant'])}: {plain(span['stated'])}</b><br>{when}{published}<br>{plain(span['definition'])}"
        f"{derived}<br><b>{_VERDICTS[span['verdict']]}</b><br>{lines_of(span['explanation'], 14, 420)}{sentence}"
    )


# --- labels --------------------------------------------------------------------------------------------------------


def _placed_labels(numbers: Numbers, area: Area, style: Style, colours: Palette) -> list[Any]:
    """Names beside spans: the selected claim, then those furthest from the series; of the agreeing the last of each."""
    size = label_size(style)
    labels = [_label(span, numbers, area, colours, size) for span in _in_order(numbers).to_dict("records")]
    bars = numbers.bars
    heads = bars.assign(per_day=(bars["losses"] - bars["correction"]) / bars["days"])
    taken = [*skyline(heads, area), *(_box(span, area) for span in numbers.spans.to_dict("records"))]
    return place(labels, area, bounds(area, above=14), taken)


def _in_order(numbers: Numbers) -> pd.DataFrame:
    """The spans to name, the most important first: no more than two of a claimant, the chosen and the read apart."""
    spans = numbers.spans
    off = spans["percent"].abs().fillna(0.0)
    ranked = spans.assign(chosen=spans["claim_id"] == numbers.selection.selected, off=off.where(off > 100 * SAME, 0.0))
    order = ["chosen", "read", "off", "end", "claim_id"]
    ranked = ranked.sort_values(order, ascending=[False, False, False, False, True], kind="stable")
    ranked = ranked.assign(level=ranked["height"].round(-1)).drop_duplicates(["claimant", "start", "end", "level"])
    place_in_turn = ranked.groupby("claimant").cumcount()
    return ranked[ranked["chosen"] | ranked["read"] | (place_in_turn < _NAMED_OF_EACH)]


def _label(span: dict[Any, Any], numbers: Numbers, area: Area, colours: Palette, size: float) -> Label:
    first = max(span["start"], area.first)
    last = min(span["end"], area.last) + pd.Timedelta(days=1)
    each = (
        ""
        if span["stated"].endswith("a day") or span["days"] == 1
        else f" = {wording.number(round(span['height']))} a day"
    )
    return Label(
        (span["claimant"], f"{span['stated']}{each}"),
        first + (last - first) / 2,
        float(span["height"]),
        _ink(span, numbers, colours),
        size,
        bold=span["chosen"],
        must=span["chosen"],
        prefer=("above", "above right", "above left"),
        leader=True,
        lift=10,
        also=tuple((first + (last - first) * part, float(span["height"])) for part in (0.25, 0.75)),
    )


def _box(span: dict[Any, Any], area: Area) -> Box:
    left, right = area.x(span["start"]), area.x(span["end"]) + area.day_width
    y = area.y(span["height"])
    return Box(min(left, right - 6), y - 4, max(right, left + 6), y + 4)

"""The numbers of the claims as spans: each at its height per day over the days it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.charts.spans.repeats import once_each, without_earlier_counts
from dashboard.charts.spans.rows import frame_of, span_of
from dashboard.charts.spans.words import beyond_words, left_out, repeats, words
from dashboard.figure.verdicts import VERDICTS
from dashboard.figure.view import Selection, Words, touching
from dashboard.model import Claim, Claimant, PeriodKind

BEYOND = 1.35
_FEW = 0.1


@dataclass(frozen=True, eq=False)
class Numbers:
    """What the chart shows. `bars` is the series beneath; `spans` has one row a claim, `height` in persons per day.

    `low` and `high` bound a range per day (NaN: open or none); `read` marks claims read in a document; `derived_from`
    is "" where the figure rests on no other claimant's. The scale holds `top`; the bars `beyond` it are irregular.
    """

    bars: pd.DataFrame
    spans: pd.DataFrame
    hues: Mapping[str, str | None]
    top: float
    beyond: pd.DataFrame
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
    spans = touching(
        frame_of([span_of(c, dict(verdicts[c.claim_id]), selection, claimants) for c in comparable]), selection
    )
    once = once_each(spans, selection.selected)
    drawn = without_earlier_counts(once, selection.selected)
    left = (*left_out(known, able, comparable), *repeats(len(spans) - len(once), len(once) - len(drawn)))
    bars = _bars(rows, selection)
    top = _top(bars, drawn)
    irregular = bars["flags"].str.contains("irregular")
    beyond = bars[irregular & (bars["per_day"] > top * BEYOND)]
    return Numbers(
        bars=bars,
        spans=drawn,
        hues={n: one.hue for n in (selection.claimant, *drawn["claimant"].unique()) if (one := claimants.get(n))},
        selection=selection,
        top=top,
        beyond=beyond,
        words=words(once, drawn, (*left, *beyond_words(beyond)), selection, claimants, source),
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
            "verdict": spans["verdict"].map(VERDICTS),
            "difference in %": spans["percent"].round(1),
            "arithmetic": spans["explanation"],
        }
    )


def _published_in_time(claim: Claim, selection: Selection) -> bool:
    return selection.as_of is None or claim.published is None or claim.published <= selection.as_of


def _has_height(claim: Claim) -> bool:
    dated = claim.period.start is not None and claim.period.end is not None
    return dated and claim.period.kind is not PeriodKind.SINCE_START and not claim.named_only


def _bars(rows: pd.DataFrame, selection: Selection) -> pd.DataFrame:
    """The series beneath, as far as it can be drawn as bars."""
    shown = touching(rows, selection)
    return shown[shown["losses"] >= 0].reset_index(drop=True)


def _top(bars: pd.DataFrame, spans: pd.DataFrame) -> float:
    """The highest value that the scale must hold, per day: few irregular reports do not press all else flat."""
    irregular = bars["flags"].str.contains("irregular")
    few = bars["days"].where(irregular, 0).sum() <= _FEW * bars["days"].sum()
    counted = (bars["losses"] - bars["correction"]) / bars["days"]
    heights = pd.concat([counted[~irregular | (not few)], spans["height"], spans["high"]]).dropna()
    return float(heights.max()) if len(heights) else 0.0

"""The numbers of the estimates: every running total with its range, the named dead, and the reference's own total."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from dashboard import wording
from dashboard.charts.estimates.rows import (
    CASUALTIES,
    KILLED,
    NAMED,
    frame_of,
    least,
    middle,
    most,
    once_each,
    panel_of,
)
from dashboard.charts.estimates.words import LeftOut, Stretch, words
from dashboard.counted import last_claims
from dashboard.figure.axes import milliseconds
from dashboard.figure.view import Selection, Words, days_within
from dashboard.model import Claim, Claimant, PeriodKind, Statistic

_RECENT = pd.Timedelta(days=365)
_ROUNDING = 0.02


@dataclass(frozen=True, eq=False)
class Numbers:
    """What the chart shows. `points`: a row an estimate (see `rows.COLUMNS`), `floor`: day, value and claim of the
    named dead, never falling; `line`: day, total, gap, published and claim of the reference's own running total.

    `line_panel` is where that line belongs; `latest` has the last estimate of each claimant and panel, `stretches`
    how far those of the year before the `last` day reach. `hues` name the claimants' colours.
    """

    points: pd.DataFrame
    floor: pd.DataFrame
    line: pd.DataFrame
    line_panel: str | None
    latest: pd.DataFrame
    stretches: Mapping[str, Stretch]
    last: pd.Timestamp | None
    hues: Mapping[str, str | None]
    selection: Selection
    words: Words


def prepare(
    rows: pd.DataFrame,
    claims: Sequence[Claim],
    selection: Selection,
    claimants: Mapping[str, Claimant],
    since: date | None = None,
    counts: tuple[str, ...] = (),
    source: str = "",
) -> Numbers:
    """The numbers and words of the chart for the selected days, claimants and definitions.

    `rows` is the COUNTED frame of the reference series about the selected subject, empty where it is about another;
    it counts `counts`. `since` is the day from which running totals are meant to count.
    """
    ours = [c for c in claims if (c.subject, c.category) == (selection.subject, selection.category)]
    known = [c for c in ours if _is_total(c) and _is_known(c, selection) and _is_wanted(c, selection)]
    whole = [c for c in known if c.period.start in (None, since) or since is None]
    able = [c for c in whole if c.named_only or panel_of(c.casualty_types)]
    told = days_within(frame_of(able, claimants), selection, "day")
    line_panel = panel_of(counts)
    line = _line(rows, selection, counts)
    once = once_each(told, selection.selected)
    floor = _floor(once)
    own_line = line.assign(panel=line_panel, claimant=selection.claimant)
    drawn, in_line, in_floor = _points(once, floor, own_line)
    latest = _latest(drawn)
    left = LeftOut(len(known) - len(whole), len(whole) - len(able), len(told) - len(once) + in_floor, in_line)
    last = _last_day(drawn, line, floor)
    stretches = _stretches(latest, line, line_panel, last)
    shown = [*drawn["claimant"], *floor["claimant"], selection.claimant]
    return Numbers(
        points=drawn,
        floor=floor,
        line=line,
        line_panel=line_panel,
        latest=latest,
        stretches=stretches,
        last=last,
        hues={name: one.hue for name in dict.fromkeys(shown) if (one := claimants.get(name))},
        selection=selection,
        words=words(drawn, floor, line, stretches, last, left, selection, claimants, since, source),
    )


def table(numbers: Numbers) -> pd.DataFrame:
    """The chart as a table: a row an estimate, and one for each announced count of the named dead."""
    points = numbers.points
    floor = numbers.floor.assign(low=numbers.floor["value"], definition="named dead, a floor", how="named list")
    both = pd.concat([points, floor.assign(value=float("nan"))], ignore_index=True).sort_values("day", kind="stable")
    return pd.DataFrame(
        {
            "to": both["day"],
            "claimant": both["claimant"],
            "as stated": both["stated"],
            "definition": both["definition"],
            "low": both["low"],
            "number": both["value"],
            "high": both["high"],
            "derived from": both["derived_from"],
            "how it was made": both["how"],
            "published": both["published"],
        }
    ).reset_index(drop=True)


def _is_total(claim: Claim) -> bool:
    """Whether the claim is a running total since the start, of a day that can be told."""
    running = claim.period.kind is PeriodKind.SINCE_START and claim.statistic is Statistic.TOTAL
    return running and (claim.period.end or claim.published) is not None


def _is_known(claim: Claim, selection: Selection) -> bool:
    return selection.as_of is None or claim.published is None or claim.published <= selection.as_of


def _is_wanted(claim: Claim, selection: Selection) -> bool:
    """Whether claimant and definition are among those selected; the named dead are killed, too."""
    meant = {wording.definition(claim.casualty_types), *((NAMED,) if claim.named_only else ())}
    by_name = not selection.claimants or claim.claimant in selection.claimants
    return by_name and (not selection.definitions or bool(meant & set(selection.definitions)))


def _line(rows: pd.DataFrame, selection: Selection, counts: tuple[str, ...]) -> pd.DataFrame:
    """The reference's own running total on the days selected; `gap` where no report stands between it and the last."""
    known = rows[rows["total"].notna()]
    line = pd.DataFrame(
        {
            "day": known["end"],
            "total": known["total"],
            "gap": known["flags"].str.contains("gap"),
            "published": known["published"],
            "claim_id": last_claims(known),
        }
    )
    named = not selection.claimants or selection.claimant in selection.claimants
    meant = not selection.definitions or wording.definition(counts) in selection.definitions
    return days_within(line if named and meant else line.iloc[:0], selection, "day")


def _floor(rows: pd.DataFrame) -> pd.DataFrame:
    """The named dead as announced, where the count is firm from below; an earlier, higher count is never undone."""
    named = rows[(rows["panel"] == NAMED) & rows["high"].isna()]
    firm = named.assign(value=named["low"].fillna(named["value"]))
    return firm[firm["value"] >= firm["value"].cummax()].reset_index(drop=True)


def _points(rows: pd.DataFrame, floor: pd.DataFrame, line: pd.DataFrame) -> tuple[pd.DataFrame, int, int]:
    """The estimates drawn, without what the line or the floor shows already, and how many each of them takes in."""
    others = rows[rows["panel"] != NAMED]
    in_line = _told_by(others, line)
    counts = set(zip(floor["claimant"], floor["value"], strict=True))
    in_floor = pd.Series(
        [pair in counts for pair in zip(others["claimant"], least(others), strict=True)], index=others.index, dtype=bool
    )
    drawn = others[~in_line & ~in_floor].reset_index(drop=True)
    return drawn, int(in_line.sum()), int((in_floor & ~in_line).sum())


def _told_by(rows: pd.DataFrame, line: pd.DataFrame) -> pd.Series:
    """Which rows only quote the line: its own claimant's, within its days, and no further off it than a rounding."""
    if line.empty or rows.empty:
        return pd.Series(False, index=rows.index)
    own = (rows["claimant"] == line["claimant"].iloc[0]) & (rows["panel"] == line["panel"].iloc[0])
    day = pd.Timedelta(days=1)
    within = rows["day"].between(line["day"].iloc[0] - day, line["day"].iloc[-1] + day)
    at = np.interp(milliseconds(rows["day"]), milliseconds(line["day"]), line["total"])
    return own & within & (np.abs(middle(rows) - at) <= _ROUNDING * at)


def _latest(points: pd.DataFrame) -> pd.DataFrame:
    """The last estimate of each claimant in each panel, the newest first."""
    last = points.drop_duplicates(["panel", "claimant"], keep="last")
    return last.sort_values(["day", "claim_id"], ascending=[False, True], ignore_index=True)


def _last_day(*frames: pd.DataFrame) -> pd.Timestamp | None:
    days = [frame["day"].max() for frame in frames if len(frame)]
    return max(days) if days else None


def _stretches(
    latest: pd.DataFrame, line: pd.DataFrame, line_panel: str | None, last: pd.Timestamp | None
) -> dict[str, Stretch]:
    """How far the latest estimates of the year before the last day reach in each panel, the line's end with them."""
    found: dict[str, Stretch] = {}
    for panel in (KILLED, CASUALTIES):
        mine = latest[latest["panel"] == panel]
        recent = mine[mine["day"] > last - _RECENT] if last is not None else mine
        own = [float(line["total"].iloc[-1])] if len(line) and panel == line_panel else []
        lows, highs = [*least(recent), *own], [*most(recent), *own]
        if lows:
            found[panel] = Stretch(min(lows), max(highs), len(lows))
    return found

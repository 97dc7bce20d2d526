"""What is registered of a series: corrections and peculiarities with their reasons, and a lump read in both ways."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from dash import html
from dash.development.base_component import Component

from dashboard import wording
from dashboard.counted import span_sum
from dashboard.losses import Losses
from dashboard.model import Anomaly
from dashboard.observations import lag_of
from dashboard.web.categories import in_words
from dashboard.web.edition import Edition
from dashboard.web.editions import Asked
from dashboard.web.finding import reference_rows
from dashboard.web.listing import Listing
from dashboard.web.page import block, outside
from dashboard.web.tables import Column
from dashboard.web.view import View

_ANOMALY_WORDS = {
    "correction": "lump correction",
    "irregular": "irregular reports",
    "no_update": "report without an update",
}


def corrections(edition: Edition, view: View) -> list[Component]:
    """The section of what is registered, and one for each correction that has two readings."""
    asked = Asked(edition, view, ())
    text = html.P(
        "A correction stays in the total and is left out of means, records and comparisons. Nothing is edited."
    )
    section = block("Corrections and peculiarities", text, register(asked).shown(asked))
    return [section, *(_both_ways(asked, lump, listing) for lump, listing in readings(asked))]


def register(asked: Asked) -> Listing:
    """All that is registered of reports known by the view's as-of date, by days of publication."""
    columns = [
        Column("Published"),
        Column("Of"),
        Column("Kind"),
        Column("Amount", number=True),
        Column("Reason", wide=True),
        Column("Source", wide=True),
    ]
    rows = [
        [
            wording.span(one.start, one.end),
            in_words(one.category),
            _ANOMALY_WORDS.get(one.kind, one.kind.replace("_", " ")),
            "" if one.amount is None else wording.signed(one.amount),
            one.reason
            if one.alternative is None
            else f"{one.reason} Another reading: {_alternative(one.alternative, one.alternative_reason)}.",
            outside("source", one.source),
        ]
        for one in _known(asked)
    ]
    return Listing("corrections", f"{len(rows)} registered, by days of publication", columns, rows, first=6)


def _known(asked: Asked) -> list[Anomaly]:
    return [one for one in asked.losses.anomalies if asked.view.as_of is None or one.start <= asked.view.as_of]


def _alternative(amount: float, reason: str | None) -> str:
    return f"{wording.signed(amount)}{f', {reason}' if reason else ''}"


def readings(asked: Asked) -> list[tuple[Anomaly, Listing]]:
    """Each lump correction that has two readings, with the table of both."""
    lumps = [one for one in _known(asked) if one.amount is not None and one.alternative is not None]
    made = ((lump, _readings(asked, lump)) for lump in lumps)
    return [(lump, listing) for lump, listing in made if listing]


def _readings(asked: Asked, lump: Anomaly) -> Listing | None:
    """The month of a lump correction under both readings of its amount, beside the estimate of the other claimant."""
    losses, view = asked.losses, asked.view
    first, last = _month_of(losses, lump)
    whole = span_sum(reference_rows(losses, View(category=lump.category, as_of=view.as_of)), first, last)
    if whole is None or lump.alternative is None:
        return None
    given = _given(asked, first)
    readings = [
        (f"{wording.number(lump.amount)}, applied", lump.amount or 0.0, lump.reason),
        (f"{wording.number(lump.alternative)}, the other reading", lump.alternative, lump.alternative_reason or ""),
    ]
    columns = [
        Column("Correction"),
        Column("Rise of the total", number=True),
        Column("Less the correction", number=True),
        Column("Apart", number=True),
        Column("Why", wide=True),
    ]
    rows = [
        [
            name,
            wording.number(whole.losses),
            wording.number(whole.losses - amount),
            "" if given is None else wording.signed(whole.losses - amount - given[1]),
            why,
        ]
        for name, amount, why in readings
    ]
    return Listing(f"readings-{first:%Y-%m}", f"{first:%B %Y}, by days covered", columns, rows)


def _both_ways(asked: Asked, lump: Anomaly, listing: Listing) -> Component:
    first, _ = _month_of(asked.losses, lump)
    given = _given(asked, first)
    beside = f" “Apart” tells how far each is from the {wording.number(given[1])} of {given[0]}." if given else ""
    words = html.P(
        f"One day of {first:%B %Y} holds a lump of earlier losses, and sources differ on how much of it. The first "
        f"reading is the one that means, records and comparisons use.{beside}"
    )
    return block(f"The correction of {first:%B %Y}, read both ways", words, listing.shown(asked))


def _month_of(losses: Losses, lump: Anomaly) -> tuple[date, date]:
    """The first and last day of the month that holds the day covered."""
    covered = lump.start - timedelta(days=lag_of(lump.claimant, losses.claimants))
    return covered.replace(day=1), covered.replace(day=calendar.monthrange(covered.year, covered.month)[1])


def _given(asked: Asked, first: date) -> tuple[str, float] | None:
    """The other claimant's count for the month that begins on `first`, with its name; a total before a mean."""
    rows, _ = asked.edition.compared(asked.view.as_of)
    mine = rows[(rows["start"].dt.date == first) & rows["a_value"].notna() & (rows["unit"] == "total")]
    named = mine[mine["a_claimant"] == (asked.losses.conflict.compare_with or "")]
    return None if named.empty else (str(named.iloc[0]["a_claimant"]), float(named.iloc[0]["a_value"]))

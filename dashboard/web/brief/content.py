"""What a daily brief says of one day's report: all of it as published by that day, and without any format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from dashboard import wording
from dashboard.errors import LossesError
from dashboard.export.piece import Piece
from dashboard.figure import Style
from dashboard.web.brief.claims import claims_part
from dashboard.web.brief.compared import comparison_part
from dashboard.web.brief.reported import changes_part, figure_part, record_part
from dashboard.web.brief.sources import Part, Source, listed
from dashboard.web.edition import Edition
from dashboard.web.finding import finding, headline, reference_rows
from dashboard.web.printing import piece_of
from dashboard.web.view import View

SCREEN, PAPER = Style("light", "page", 720), Style("light", "page", 960)
_SHOWN_DAYS = 60


class NoReport(LossesError):
    """A day on which no report was published that a brief could be about; the text names the nearest."""


@dataclass(frozen=True, slots=True)
class Brief:
    """The brief on the report published on `day`, as known by the end of it.

    `mind` are sentences that qualify all of it, `chart` its picture, `sources` what the statements rest on.
    """

    day: date
    title: str
    lead: str
    parts: tuple[Part, ...]
    mind: tuple[str, ...]
    chart: Piece
    sources: tuple[Source, ...]


def brief_of(edition: Edition, day: date, version: str, style: Style = SCREEN) -> Brief:
    """The brief on the report that the reference claimant published on `day`; raises NoReport where there is none."""
    view = View(as_of=day)
    found = finding(edition.losses, view)
    if found is None or found.published != day:
        raise NoReport(_nearest(edition, day))
    rows = reference_rows(edition.losses, view)
    parts = (
        figure_part(rows, found),
        record_part(rows, found),
        changes_part(rows, found),
        claims_part(edition, day),
        comparison_part(edition, day),
    )
    chart = piece_of(edition, "daily", View(as_of=day, start=day - timedelta(days=_SHOWN_DAYS)), style, version)
    title = headline(found)
    return Brief(
        day=day,
        title=title[:1].upper() + title[1:],
        lead=_lead(edition, day),
        parts=tuple(part for part in parts if part.statements),
        mind=_mind(chart),
        chart=chart,
        sources=listed(edition, (one for part in parts for one in part.statements)),
    )


def _lead(edition: Edition, day: date) -> str:
    known = edition.losses.conflict
    return (
        f"{known.reference_subject}’s losses of personnel as reported by the {known.reference_claimant}. Reported "
        f"figures, not verified counts. As of {wording.day(day)}."
    )


def _mind(chart: Piece) -> tuple[str, ...]:
    """What qualifies the brief: basis, definition, what the chart leaves out, and where the series comes from."""
    words = chart.words
    return (f"{words.basis_words} Definition: {words.definition}.", *words.caveats, f"Source: {words.source}.")


def _nearest(edition: Edition, day: date) -> str:
    """That no report of the day is known, and which are the nearest."""
    published = reference_rows(edition.losses, View())["published"]
    before, after = published[published < pd.Timestamp(day)], published[published > pd.Timestamp(day)]
    near = [
        *([f"the last before it is of {wording.day(before.max().date())}"] if len(before) else []),
        *([f"the next after it of {wording.day(after.min().date())}"] if len(after) else []),
    ]
    told = f"; {', '.join(near)}" if near else ""
    return (
        f"no report of the {edition.losses.conflict.reference_claimant} published on {wording.day(day)} is in the "
        f"data{told}. A brief is about one day's report; `losses sync` brings every day"
    )

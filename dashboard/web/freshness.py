"""Which series is in use and how old it is, in sentences: synced or shipped, its last report, versions and licence."""

from __future__ import annotations

from datetime import UTC

from dash import html
from dash.development.base_component import Component

from dashboard import wording
from dashboard.sources.general_staff import DATASET
from dashboard.store import Freshness
from dashboard.web.edition import Edition
from dashboard.web.moments import moment_words
from dashboard.web.page import Content, link, outside
from dashboard.web.view import View


def in_use(edition: Edition, view: View) -> Component:
    """The lines on the series in use."""
    told = edition.freshness
    lines = _synced(edition, told) if told else _shipped(edition)
    return html.Div([html.P(line) for line in [*lines, *_replayed(edition, view)]], className="in-use")


def _synced(edition: Edition, told: Freshness) -> list[list[Content]]:
    when = told.fetched_at.astimezone(UTC)
    last = f", last published {wording.day(told.last_published)}" if told.last_published else ""
    kinds = len(edition.categories)
    # A replay may know fewer categories, while the store's own counts are of today.
    named = f" of {wording.number(kinds)} {'category' if kinds == 1 else 'categories'}" if not edition.recorded else ""
    return [
        [
            html.B("In use: the synced dataset. "),
            f"{wording.number(told.reports)} reports{named}{last}; fetched {wording.day(when.date())}, "
            f"{when:%H:%M} UTC, from {_origin(told)}; {wording.number(told.versions)} versions of its files are kept.",
        ],
        [f"{told.credit}: ", outside(told.address, told.address), "."],
    ]


def _origin(told: Freshness) -> str:
    """Where it was fetched: an address by its name, a folder without its path, which is nobody's business."""
    return "its public address" if told.source.startswith("https://") else "a folder of this machine"


def _shipped(edition: Edition) -> list[list[Content]]:
    losses = edition.losses
    mine = losses.observations["claimant"] == losses.conflict.reference_claimant
    reports = int((mine & (losses.observations["kind"] == "total")).sum())
    named = [credit for credit in edition.credits if credit.series == losses.conflict.reference_claimant]
    credits: list[list[Content]] = [
        [f"{one.what}, by {one.author}, {one.licence} licence: ", outside(one.address, one.address), "."]
        for one in named
    ]
    return [
        [
            html.B("In use: the register that ships with this software. "),
            f"{wording.number(reports)} running totals of the {losses.conflict.reference_claimant}, last published "
            f"{wording.day(losses.last_published)}. The full daily series, with equipment, is in the public dataset "
            f"({DATASET.name}), which has not been fetched yet.",
        ],
        *credits,
    ]


def _replayed(edition: Edition, view: View) -> list[list[Content]]:
    if edition.recorded is None:
        return []
    now = link("Show all that is recorded", view.address("/data", recorded=None))
    return [[html.B(f"Shown as recorded by {moment_words(edition.recorded)}. "), now, "."]]

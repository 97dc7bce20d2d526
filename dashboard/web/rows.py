"""What stands behind a figure that is no text: a row of the register of estimates, or a report of a dataset."""

from __future__ import annotations

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard import wording
from dashboard.checks import check
from dashboard.losses import Losses
from dashboard.model import Claim
from dashboard.web.choosing import known
from dashboard.web.drawing import known_on
from dashboard.web.page import block, outside
from dashboard.web.readings import claim_link, publisher_words, reading
from dashboard.web.view import View


def register_row(losses: Losses, view: View, claim: Claim) -> list[Component]:
    """A row of the register: the claim with its reading and verdict, and the row's own fields."""
    return [
        html.H1(f"{wording.figure(claim)}: {claim.claimant or 'claimant not named'}"),
        html.P(
            ["A row of our register of published estimates, not a text. ", outside("Open the source", claim.url)],
            className="lead",
        ),
        block(
            "How it is read",
            reading(check(losses, claim, known_on(losses, view)), losses.claimants, selected=True, cited=True),
        ),
        block("The row", html.Dl(_pairs(_row_fields(claim)), className="fields")),
    ]


def _row_fields(claim: Claim) -> list[tuple[str, str]]:
    bounds = [wording.number(bound) if bound is not None else "open" for bound in (claim.low, claim.high)]
    fields = [
        ("Where", claim.source_row),
        ("Row", claim.claim_id),
        ("As named there", claim.as_named),
        ("Published", publisher_words(claim)),
        ("Bounds", " to ".join(bounds) if claim.low is not None or claim.high is not None else None),
        ("Series", claim.series),
        ("How it was estimated", claim.model),
        ("Note", claim.note),
        ("Address", claim.url),
    ]
    return [(name, value) for name, value in fields if value]


def _pairs(fields: list[tuple[str, str]]) -> list[Component]:
    return [
        part
        for name, value in fields
        for part in (html.Dt(name), html.Dd(outside(value, value) if name == "Address" else value))
    ]


def report_page(losses: Losses, view: View, report: pd.Series, addresses: dict[str, str]) -> list[Component]:
    """A running total as its claimant published it, from the dataset."""
    published, covered = report["published"].date(), report["end"].date()
    return [
        html.H1(f"{wording.number(report['value'])} in all, published {wording.day(published)}"),
        html.P(
            f"A report of the {report['claimant']}: the running total of {report['subject']}’s losses to "
            f"{wording.day(covered)}.",
            className="lead",
        ),
        html.Dl(
            _pairs(
                [
                    ("Report", str(report["observation_id"])),
                    ("Claimant", str(report["claimant"])),
                    ("Counts", f"{report['subject']}: {report['category'].replace('_', ' ')}, types not stated"),
                    ("Day covered", wording.day(covered)),
                    ("Published", wording.day(published)),
                    ("Running total", wording.number(report["value"])),
                    *([("Address", addresses[report["claimant"]])] if report["claimant"] in addresses else []),
                ]
            ),
            className="fields",
        ),
        *_others_on(losses, view, report),
    ]


def _others_on(losses: Losses, view: View, report: pd.Series) -> list[Component]:
    """The claims about the day that the report covers."""
    days = {report["end"].date(), report["published"].date()}
    same = [
        claim
        for claim in known(losses, view)
        if claim.period.end in days and claim.period.start == claim.period.end and claim.subject == report["subject"]
    ]
    if not same:
        return []
    items = [html.Li([claim_link(claim, view), f" — {publisher_words(claim)}"]) for claim in same]
    return [block("Claims about that day", html.Ul(items, className="plain-list"))]

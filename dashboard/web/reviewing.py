"""The sections of the data page that ask for a person's eye: found by arithmetic, applied and mended nowhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard import wording
from dashboard.figure.view import many
from dashboard.losses import Losses
from dashboard.proposals import LIMIT
from dashboard.web.edition import Edition
from dashboard.web.editions import Asked
from dashboard.web.listing import Listing
from dashboard.web.page import Content, block, link, slug
from dashboard.web.readings import claim_link, definition_words
from dashboard.web.review import Review
from dashboard.web.tables import Column
from dashboard.web.view import View

_LINKED = 6
_FIRST = 5
_SEVERITIES = {
    "contradicts": "contradicts",
    "does_not_add_up": "does not add up",
    "falls": "falls",
    "definition_breaks": "definition changes",
    "side_by_side": "side by side",
    "adds_up": "adds up",
}
_KINDS = {
    "contradiction": "two variants",
    "day_and_total": "day and total",
    "definition_break": "definition",
    "increment_of_totals": "step of totals",
    "rate_and_total": "rate and total",
    "sum_of_days": "sum of days",
    "sum_of_types": "sum of types",
    "total_falls": "falling total",
}
Row: TypeAlias = Mapping[Any, Any]


@dataclass(frozen=True, slots=True)
class _Section:
    """One kind of finding: its frame, what it is about, what stands there without any, and how a row is told.

    `counted` is what a row is called in the caption, `order` what the caption says of their order.
    """

    heading: str
    words: str
    none: str
    counted: str
    order: str
    columns: Sequence[Column]
    rows: Callable[[Review], pd.DataFrame]
    told: Callable[[Losses, View, Row], Sequence[Content]]


def reviewed(edition: Edition, view: View) -> list[Component]:
    """All sections, of what was published by the as-of date of the view."""
    asked = Asked(edition, view, ())
    return [_section(one, listing(one, asked), asked) for one in SECTIONS]


def _section(one: _Section, listing: Listing, asked: Asked) -> Component:
    shown = listing.shown(asked) if listing.rows else html.P(one.none, className="empty")
    return block(one.heading, html.P(one.words), shown)


def listing(one: _Section, asked: Asked) -> Listing:
    """The table of a section."""
    view, review = asked.view, asked.edition.reviewed(asked.view.as_of)
    rows = one.rows(review)
    made = [one.told(review.losses, view, row) for row in rows.to_dict("records")]
    caption = f"{many(len(rows), one.counted, f'{one.counted}s')}{one.order}"
    known = f", of what was published by {wording.day(view.as_of)}" if view.as_of else ""
    return Listing(slug(one.heading), caption + known, one.columns, made, _FIRST)


def _proposal(_losses: Losses, _view: View, row: Row) -> Sequence[Content]:
    return [
        wording.day(row["day"].date()),
        wording.day(row["published"].date()),
        wording.number(row["losses"]),
        wording.number(round(row["expected"])),
        "yes" if row["registered"] else "no",
        row["reason"],
    ]


def _conflict(losses: Losses, view: View, row: Row) -> Sequence[Content]:
    return [
        wording.number(row["value"]),
        wording.number(row["other"]),
        wording.span(row["start"].date(), row["end"].date()),
        row["slip"].replace("_", " "),
        _claims(losses, view, f"{row['claim_ids']};{row['other_claim_ids']}"),
        row["explanation"],
    ]


def _dependence(_losses: Losses, _view: View, row: Row) -> Sequence[Content]:
    return [
        row["a"],
        row["b"],
        "yes" if row["stated"] else "no",
        row["finding"] or "nothing",
        f"{wording.number(row['equal'])} of {wording.number(row['cases'])}",
        row["explanation"],
    ]


def _by_severity(review: Review) -> pd.DataFrame:
    order = list(_SEVERITIES)
    rows = review.findings
    return rows.sort_values("severity", key=lambda names: names.map(order.index), kind="stable")


def _finding(losses: Losses, view: View, row: Row) -> Sequence[Content]:
    return [
        _SEVERITIES.get(row["severity"], row["severity"]),
        _KINDS.get(row["kind"], row["kind"].replace("_", " ")),
        _claims(losses, view, row["claim_ids"]),
        row["explanation"],
    ]


def _told_often(losses: Losses, view: View, row: Row) -> Sequence[Content]:
    claim = losses.claim(row["group_id"])
    days = [None if pd.isna(row[name]) else row[name].date() for name in ("start", "end")]
    return [
        claim_link(claim, view) if claim else wording.number(row["value"]),
        row["claimant"] or "not named",
        definition_words(claim) if claim else "",
        wording.span(*days),
        wording.number(row["reports"]),
        row["publishers"].replace(";", ", "),
    ]


def _claims(losses: Losses, view: View, ids: str) -> Component:
    """Links to the claims or reports named, the first few."""
    names = list(dict.fromkeys(name for name in ids.split(";") if name))
    links: list[Content] = []
    for name in names[:_LINKED]:
        claim = losses.claim(name)
        words = wording.figure(claim) if claim else name
        links += [link(words, view.shared().address("/document", claim=name)), ", "]
    more = f" and {len(names) - _LINKED} more" if len(names) > _LINKED else ""
    return html.Span([*links[:-1], more])


SECTIONS: tuple[_Section, ...] = (
    _Section(
        "Days proposed for review",
        "Days that stand out from the days around them, found by a seasonal decomposition with robust weights. They "
        "are proposals for the register above, for a person to judge; none is applied.",
        f"No day stands out by {LIMIT:g} robust standard deviations, or too few days are known one by one to tell.",
        "day",
        ", the farthest out first",
        (
            Column("Day covered"),
            Column("Published"),
            Column("Reported", number=True),
            Column("Expected about", number=True),
            Column("In the register"),
            Column("Why it is proposed", long=True),
        ),
        lambda review: review.proposals,
        _proposal,
    ),
    _Section(
        "Conflicting reports",
        "One figure told with different numbers: the same claimant and days. Both stay reports of their own; the slip "
        "is the likeliest way from one to the other.",
        "No two reports contradict one another.",
        "pair",
        " of reports",
        (
            Column("One", number=True),
            Column("Other", number=True),
            Column("Days covered"),
            Column("Likely slip"),
            Column("Where", wide=True),
            Column("In words", long=True),
        ),
        lambda review: review.conflicts,
        _conflict,
    ),
    _Section(
        "Dependence found by arithmetic",
        "Whose estimates equal the sums over another’s series more often than chance would give. “Replicates” means: "
        "made from that series, so that agreement adds no evidence.",
        "No claimant has estimates that can be tested against a series.",
        "pair",
        "",
        (
            Column("Estimates of"),
            Column("Series of"),
            Column("Stated"),
            Column("Found"),
            Column("Equal", number=True),
            Column("In words", long=True),
        ),
        lambda review: review.dependence,
        _dependence,
    ),
    _Section(
        "Do the claims add up",
        "Claims held against one another: days against totals, rates against sums, parts against the whole. What does "
        "not add up is shown, not judged.",
        "No two claims can be held against one another.",
        "check",
        ", what does not add up first",
        (Column("Outcome"), Column("Check"), Column("Claims", wide=True), Column("Arithmetic", long=True)),
        _by_severity,
        _finding,
    ),
    _Section(
        "One claim, many reports",
        "One claim with several reports is one claim. Equal numbers about different days are never merged, and reports "
        "of one claim are no further evidence for it.",
        "Each claim in the data is told by one report.",
        "claim",
        " told more than once",
        (
            Column("Figure"),
            Column("Claimant"),
            Column("Counts", wide=True),
            Column("Days covered"),
            Column("Reports", number=True),
            Column("Told by", wide=True),
        ),
        lambda review: review.told_often,
        _told_often,
    ),
)

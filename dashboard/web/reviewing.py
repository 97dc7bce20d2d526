"""The sections of the data page that ask for a person's eye: found by arithmetic, applied and mended nowhere."""

from __future__ import annotations

from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard import wording
from dashboard.losses import Losses
from dashboard.proposals import LIMIT
from dashboard.web import tables
from dashboard.web.edition import Edition
from dashboard.web.page import Content, block, link
from dashboard.web.readings import claim_link, definition_words
from dashboard.web.tables import Column
from dashboard.web.view import View

_LINKED = 6
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


def reviewed(edition: Edition, view: View) -> list[Component]:
    """All sections; they are about all of the data, whatever the as-of date of the view."""
    return [
        _proposals(edition),
        _conflicts(edition, view),
        _dependence(edition),
        _findings(edition, view),
        _told_often(edition, view),
    ]


def _proposals(edition: Edition) -> Component:
    rows = edition.review.proposals
    words = html.P(
        "Days that stand out from the days around them, found by a seasonal decomposition with robust weights. They "
        "are proposals for the register above, for a person to judge; none is applied."
    )
    if rows.empty:
        none = (
            f"No day stands out by {LIMIT:g} robust standard deviations, or too few days are known one by one to tell."
        )
        return block("Days proposed for review", words, html.P(none, className="empty"))
    columns = [
        Column("Day covered"),
        Column("Published"),
        Column("Reported", number=True),
        Column("Expected about", number=True),
        Column("In the register"),
        Column("Why it is proposed", long=True),
    ]
    made = [
        [
            wording.day(row["day"].date()),
            wording.day(row["published"].date()),
            wording.number(row["losses"]),
            wording.number(round(row["expected"])),
            "yes" if row["registered"] else "no",
            row["reason"],
        ]
        for row in rows.to_dict("records")
    ]
    return block(
        "Days proposed for review", words, tables.table(columns, made, f"{_many(rows, 'day')}, the farthest out first")
    )


def _conflicts(edition: Edition, view: View) -> Component:
    rows = edition.review.conflicts
    words = html.P(
        "One figure told with different numbers: the same claimant and days. Both stay reports of their own; the slip "
        "is the likeliest way from one to the other."
    )
    if rows.empty:
        return block("Conflicting reports", words, html.P("No two reports contradict one another.", className="empty"))
    columns = [
        Column("One", number=True),
        Column("Other", number=True),
        Column("Days covered"),
        Column("Likely slip"),
        Column("Where", wide=True),
        Column("In words", long=True),
    ]
    made = [
        [
            wording.number(row["value"]),
            wording.number(row["other"]),
            wording.span(row["start"].date(), row["end"].date()),
            row["slip"].replace("_", " "),
            _claims(edition.losses, view, f"{row['claim_ids']};{row['other_claim_ids']}"),
            row["explanation"],
        ]
        for row in rows.to_dict("records")
    ]
    return block("Conflicting reports", words, tables.table(columns, made, f"{_many(rows, 'pair')} of reports"))


def _dependence(edition: Edition) -> Component:
    rows = edition.review.dependence
    words = html.P(
        "Whose estimates equal the sums over another’s series more often than chance would give. “Replicates” means: "
        "made from that series, so that agreement adds no evidence."
    )
    if rows.empty:
        none = "No claimant has estimates that can be tested against a series."
        return block("Dependence found by arithmetic", words, html.P(none, className="empty"))
    columns = [
        Column("Estimates of"),
        Column("Series of"),
        Column("Stated"),
        Column("Found"),
        Column("Equal", number=True),
        Column("In words", long=True),
    ]
    made = [
        [
            row["a"],
            row["b"],
            "yes" if row["stated"] else "no",
            row["finding"] or "nothing",
            f"{wording.number(row['equal'])} of {wording.number(row['cases'])}",
            row["explanation"],
        ]
        for row in rows.to_dict("records")
    ]
    return block("Dependence found by arithmetic", words, tables.table(columns, made, _many(rows, "pair")))


def _findings(edition: Edition, view: View) -> Component:
    rows = edition.review.findings
    words = html.P(
        "Claims held against one another: days against totals, rates against sums, parts against the whole. What does "
        "not add up is shown, not judged."
    )
    if rows.empty:
        none = "No two claims can be held against one another."
        return block("Do the claims add up", words, html.P(none, className="empty"))
    order = list(_SEVERITIES)
    ordered = rows.sort_values("severity", key=lambda names: names.map(order.index), kind="stable")
    columns = [Column("Outcome"), Column("Check"), Column("Claims", wide=True), Column("Arithmetic", long=True)]
    made = [
        [
            _SEVERITIES.get(row["severity"], row["severity"]),
            _KINDS.get(row["kind"], row["kind"].replace("_", " ")),
            _claims(edition.losses, view, row["claim_ids"]),
            row["explanation"],
        ]
        for row in ordered.to_dict("records")
    ]
    return block(
        "Do the claims add up",
        words,
        tables.table(columns, made, f"{_many(rows, 'check')}, what does not add up first"),
    )


def _told_often(edition: Edition, view: View) -> Component:
    rows = edition.review.told_often
    words = html.P(
        "One claim with several reports is one claim. Equal numbers about different days are never merged, and reports "
        "of one claim are no further evidence for it."
    )
    if rows.empty:
        none = "Each claim in the data is told by one report."
        return block("One claim, many reports", words, html.P(none, className="empty"))
    columns = [
        Column("Figure"),
        Column("Claimant"),
        Column("Counts", wide=True),
        Column("Days covered"),
        Column("Reports", number=True),
        Column("Told by", wide=True),
    ]
    made = [_told_row(edition.losses, view, row) for row in rows.to_dict("records")]
    return block(
        "One claim, many reports", words, tables.table(columns, made, f"{_many(rows, 'claim')} told more than once")
    )


def _told_row(losses: Losses, view: View, row: dict[Any, Any]) -> list[Content]:
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


def _many(rows: pd.DataFrame, one: str) -> str:
    return f"{wording.number(len(rows))} {one}{'' if len(rows) == 1 else 's'}"

"""The document: its text with every figure marked, and beside it how each is read and whether it holds."""

from __future__ import annotations

import pandas as pd
from dash import ClientsideFunction, Dash, Input, Output, html
from dash.development.base_component import Component

from dashboard import wording
from dashboard.checks import check
from dashboard.losses import Losses
from dashboard.model import Claim, Document, Extraction, Rejection
from dashboard.web.drawing import known_on
from dashboard.web.marking import marked
from dashboard.web.page import Page, block, link, outside
from dashboard.web.readings import claim_link, publisher_words, reading
from dashboard.web.view import View, parse


def page(losses: Losses, addresses: dict[str, str]) -> Page:
    """The document page. `addresses` maps a claimant to the address of the dataset that holds its series."""

    def register(app: Dash) -> None:
        @app.callback(Output("document", "children"), Input("url", "search"))
        def _document(query: str) -> list[Component]:
            return shown(losses, parse(query)[0], addresses)

        app.clientside_callback(
            ClientsideFunction("losses", "showSelected"), Output("document", "title"), Input("document", "children")
        )

    return Page("/document", "Documents", "Document", lambda: [html.Div(id="document")], register, filtered=False)


def shown(losses: Losses, view: View, addresses: dict[str, str]) -> list[Component]:
    """What the address asks for: a document, a register row, a report, or the list of documents."""
    if view.claim is None and view.document is None:
        return _all(losses, view)
    claim = losses.claim(view.claim) if view.claim else None
    read = _extraction(losses, claim.document_id if claim else view.document)
    if read:
        return _text(losses, view, read)
    if claim:
        return _register_row(losses, view, claim)
    reports = losses.observations[losses.observations["observation_id"] == view.claim]
    if not reports.empty:
        return _report(losses, view, reports.iloc[0], addresses)
    return _unknown(view)


def _extraction(losses: Losses, document_id: str | None) -> Extraction | None:
    return next((read for read in losses.extractions if read.document.id == document_id), None)


def _all(losses: Losses, view: View) -> list[Component]:
    items = [
        html.Li(
            [link(_title(read.document), view.shared().address("/document", document=read.document.id)), _where(read)]
        )
        for read in sorted(losses.extractions, key=lambda read: str(read.document.published or ""), reverse=True)
    ]
    return [
        html.H1("Documents"),
        html.P(
            f"{len(items)} texts have been read; each figure in them is marked and held against the series.",
            className="lead",
        ),
        html.Ul(items, className="plain-list"),
        html.P(["The register’s estimates are rows, not texts; find them among the ", link("claims", "/claims"), "."]),
    ]


def _where(read: Extraction) -> str:
    document = read.document
    note = "our note on an article of " if document.own_note else ""
    when = wording.day(document.published) if document.published else "date not known"
    return f" — {note}{document.publisher or 'publisher not known'}, {when}, {len(read.claims)} figures"


def _title(document: Document) -> str:
    return document.title or document.id


def _text(losses: Losses, view: View, read: Extraction) -> list[Component]:
    document = read.document
    checks = [check(losses, claim, known_on(losses, view)) for claim in read.claims]
    readings = [
        reading(one, losses.claimants, selected=one.claim.claim_id == view.claim, number=i)
        for i, one in enumerate(checks, 1)
    ]
    return [
        html.H1(_title(document)),
        html.P(_source(document), className="lead"),
        *([_own_note(document)] if document.own_note else []),
        html.Div(
            [
                html.Article(
                    marked(read, view),
                    className="document-text",
                    lang=document.language or "en",
                    **{"aria-label": "Text"},
                ),
                html.Aside([_count(read), *readings, *_set_aside(read.rejections)], **{"aria-label": "Readings"}),
            ],
            className="document",
        ),
    ]


def _source(document: Document) -> list[Component | str]:
    when = wording.day(document.published) if document.published else "date of publication not known"
    words: list[Component | str] = [f"{document.publisher or 'Publisher not known'}, {when}. "]
    if document.url:
        words.append(outside("Open the source", document.url))
    return words


def _own_note(document: Document) -> Component:
    return html.P(
        [
            html.B("Our note, not the article’s words. "),
            f"It tells in our own words which figures {document.publisher or 'the article'} gives; quote the source, not this.",
        ],
        className="banner",
        role="note",
    )


def _count(read: Extraction) -> Component:
    many = len(read.claims)
    if not many:
        return html.P("No reported loss was found in this text.", className="muted")
    return html.P(
        f"{many} {'figure' if many == 1 else 'figures'} of losses, in order of appearance.", className="muted"
    )


def _set_aside(rejections: tuple[Rejection, ...]) -> list[Component]:
    if not rejections:
        return []
    items = [html.Li([html.B(one.evidence.text), f": {one.reason}"]) for one in rejections]
    return [html.Div([html.H3("Figures set aside"), html.Ul(items, className="plain-list")], className="reading")]


def _register_row(losses: Losses, view: View, claim: Claim) -> list[Component]:
    return [
        html.H1(f"{wording.figure(claim)}: {claim.claimant or 'claimant not named'}"),
        html.P(
            ["A row of our register of published estimates, not a text. ", outside("Open the source", claim.url)],
            className="lead",
        ),
        reading(check(losses, claim, known_on(losses, view)), losses.claimants, selected=True),
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


def _report(losses: Losses, view: View, report: pd.Series, addresses: dict[str, str]) -> list[Component]:
    """A running total as its claimant published it, from the dataset."""
    published, covered = report["published"].date(), report["end"].date()
    return [
        html.H1(f"{wording.number(report['value'])} in all, published {wording.day(published)}"),
        html.P(
            f"A report of the {report['claimant']}: the running total of {report['subject']}’s losses to {wording.day(covered)}.",
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
        for claim in losses.claims
        if claim.period.end in days and claim.period.start == claim.period.end and claim.subject == report["subject"]
    ]
    if not same:
        return []
    items = [html.Li([claim_link(claim, view), f" — {publisher_words(claim)}"]) for claim in same]
    return [block("Claims about that day", html.Ul(items, className="plain-list"))]


def _unknown(view: View) -> list[Component]:
    wanted = (view.claim or view.document or "")[:80]
    return [
        html.H1("No such document"),
        html.P(
            [f"Nothing here is called “{wanted}”. It may have been left out when the data were read; ",
             link("the data page", "/data"), " says what was, and ", link("the claims", "/claims"), " list all there is."],
            className="lead",
        ),
    ]  # fmt: skip

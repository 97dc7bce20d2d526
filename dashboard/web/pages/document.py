"""The document: its text with every figure marked, and beside it how each is read and whether it holds."""

from __future__ import annotations

from dash import ClientsideFunction, Dash, Input, Output, html
from dash.development.base_component import Component

from dashboard import wording
from dashboard.checks import check
from dashboard.figure.view import many
from dashboard.losses import Losses
from dashboard.model import Document, Extraction
from dashboard.web.drawing import known_on
from dashboard.web.editions import Asked, Editions
from dashboard.web.listing import Listing
from dashboard.web.marking import marked, named
from dashboard.web.page import Content, Page, link, outside
from dashboard.web.readings import reading, set_aside
from dashboard.web.rows import register_row, report_page
from dashboard.web.tables import Column
from dashboard.web.view import View


def page(editions: Editions) -> Page:
    """The document page."""

    def register(app: Dash) -> None:
        @app.callback(Output("document", "children"), Input("url", "search"))
        def _document(query: str) -> list[Component]:
            asked = editions.asked(query)
            return shown(asked)

        app.clientside_callback(
            ClientsideFunction("losses", "showSelected"), Output("document", "title"), Input("document", "children")
        )

    return Page("/document", "Documents", "Document", lambda: [html.Div(id="document")], register, filtered=False)


def shown(asked: Asked) -> list[Component]:
    """What the address asks for: a document, a register row, a report, or the list of documents."""
    losses, view = asked.losses, asked.view
    if view.claim is None and view.document is None:
        return _all(asked)
    claim = losses.claim(view.claim) if view.claim else None
    read = _extraction(losses, claim.document_id if claim else view.document)
    if read:
        return _text(losses, view, read)
    if claim:
        return register_row(losses, view, claim)
    reports = losses.observations[losses.observations["observation_id"] == view.claim]
    if not reports.empty:
        addresses = {one.series: one.address for one in asked.edition.credits}
        return report_page(losses, view, reports.iloc[0], addresses)
    return _unknown(view)


def _extraction(losses: Losses, document_id: str | None) -> Extraction | None:
    return next((read for read in losses.extractions if read.document.id == document_id), None)


def _all(asked: Asked) -> list[Component]:
    listing = documents(asked)
    return [
        html.H1("Documents"),
        html.P(
            [
                f"{many(len(listing.rows), 'text has', 'texts have')} been read; each figure in them is marked and "
                "held against the series. The register’s estimates are rows, not texts; find them among the ",
                link("claims", "/claims"),
                ".",
            ],
            className="lead",
        ),
        listing.shown(asked),
    ]


def documents(asked: Asked) -> Listing:
    """The texts that were read, the newest first."""
    columns = [
        Column("Document", wide=True),
        Column("Publisher"),
        Column("Published", nowrap=True),
        Column("Figures", number=True),
        Column("Set aside", number=True),
        Column("Text"),
    ]
    newest = sorted(asked.losses.extractions, key=lambda read: str(read.document.published or ""), reverse=True)
    rows = [_listed(read, asked.view) for read in newest]
    return Listing("documents", "The texts, newest first", columns, rows, first=30)


def _listed(read: Extraction, view: View) -> list[Content]:
    document = read.document
    return [
        link(named(document), view.shared().address("/document", document=document.id)),
        document.publisher or "not known",
        wording.day(document.published) if document.published else "not known",
        str(len(read.claims)),
        str(len(read.rejections)),
        "our note on the article" if document.own_note else "the article’s own",
    ]


def _text(losses: Losses, view: View, read: Extraction) -> list[Component]:
    document = read.document
    checks = [check(losses, claim, known_on(losses, view)) for claim in read.claims]
    readings = [
        reading(one, losses.claimants, selected=one.claim.claim_id == view.claim, number=i, cited=True)
        for i, one in enumerate(checks, 1)
    ]
    return [
        html.H1(named(document)),
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
                html.Aside(
                    [html.H2("How each figure is read"), _count(read), *readings, *set_aside(read.rejections)],
                    **{"aria-label": "Readings"},
                ),
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
            f"It tells in our own words which figures {document.publisher or 'the article'} gives; "
            "quote the source, not this.",
        ],
        className="banner",
        role="note",
    )


def _count(read: Extraction) -> Component:
    figures = len(read.claims)
    if not figures:
        return html.P("No reported loss was found in this text.", className="muted")
    return html.P(f"{many(figures, 'figure', 'figures')} of losses, in order of appearance.", className="muted")


def _unknown(view: View) -> list[Component]:
    wanted = (view.claim or view.document or "")[:80]
    words = [
        f"Nothing here is called “{wanted}”. It may have been left out when the data were read; ",
        link("the data page", "/data"),
        " says what was, and ",
        link("the claims", "/claims"),
        " list all there is.",
    ]
    return [html.H1("No such document"), html.P(words, className="lead")]

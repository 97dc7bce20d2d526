"""The review: what awaits a decision; and one document with its figures marked, each to be accepted or corrected."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from dash import Dash, Input, Output, html
from dash.development.base_component import Component

from dashboard import wording
from dashboard.figure.view import many
from dashboard.losses import Losses
from dashboard.model import Claim, Conflict, Document, Extraction, Status
from dashboard.store import Decision, Store
from dashboard.web.desk.cards import card, claim_fields
from dashboard.web.desk.words import claim_words
from dashboard.web.editions import Editions
from dashboard.web.marking import cut, named
from dashboard.web.page import Content, Page, link
from dashboard.web.readings import set_aside
from dashboard.web.view import parse

PATH = "/review"
SURE = 0.9
_MOST = 100


def page(editions: Editions, store: Store) -> Page:
    """The page of the review of what `store` holds."""

    def register(app: Dash) -> None:
        @app.callback(Output("review", "children"), Input("url", "search"), Input("desk-stamp", "data"))
        def _review(query: str, _stamp: object) -> list[Component]:
            wanted = parse(query)[0].document
            losses = editions.at_hand().losses
            return document(losses, store, wanted) if wanted else queue(store)

    return Page(PATH, "Review", "Review", lambda: [html.Div(id="review")], register, filtered=False)


def queue(store: Store) -> list[Component]:
    """What awaits a decision, by document, the newest first; and all sure readings at one click."""
    pending = [one for one in store.held() if one.status is Status.PENDING]
    if not pending:
        return _nothing(len(store.documents()))
    sure = [one for one in pending if (one.claim.confidence or 0) >= SURE]
    by_document = {
        name: list(group)
        for name, group in groupby(
            sorted(pending, key=attrgetter("claim.document_id")), attrgetter("claim.document_id")
        )
    }
    waiting = [kept for kept in reversed(store.documents()) if kept.document.id in by_document]
    claims, texts = len(pending), len(waiting)
    return [
        html.H1(f"{many(claims, 'claim', 'claims')} to review, in {many(texts, 'document', 'documents')}"),
        html.P("Accepted claims join the series and the comparisons; nothing counts before.", className="lead"),
        *_bulk(sure),
        html.Ul(
            [_waiting(kept.document, by_document[kept.document.id]) for kept in waiting[:_MOST]], className="desk-queue"
        ),
        *([html.P(f"The {_MOST} newest documents are shown.", className="small muted")] if texts > _MOST else []),
    ]


def _nothing(documents: int) -> list[Component]:
    kept = f" {many(documents, 'document', 'documents')} have been reviewed." if documents else ""
    return [
        html.H1("Nothing awaits a decision"),
        html.P(
            [f"Add an article to have its figures read.{kept} ", link("Add an article", "/add"), "."], className="lead"
        ),
    ]


def _bulk(sure: Sequence[Decision]) -> list[Component]:
    """One button for all readings of high confidence; the script sends each with the version seen."""
    if not sure:
        return []
    return [
        html.Div(
            [
                html.Button(
                    f"Accept the {wording.number(len(sure))} read with confidence {SURE} or more",
                    className="quiet",
                    type="button",
                    **{
                        "data-desk": "bulk",
                        "data-deed": "accept",
                        "data-claims": " ".join(f"{one.claim.claim_id}@{one.version}" for one in sure),
                    },
                )
            ],
            className="actions",
        )
    ]


def _waiting(document: Document, pending: Sequence[Decision]) -> Component:
    when = wording.day(document.published) if document.published else "date not known"
    return html.Li(
        [
            link(named(document), f"{PATH}?id={document.id}", className="desk-title"),
            html.P(f"{document.publisher or 'publisher not known'}, {when}", className="small muted"),
            html.Ul([html.Li(claim_words(one)) for one in pending], className="plain-list small"),
        ]
    )


def document(losses: Losses, store: Store, wanted: str) -> list[Component]:
    """One document with each claim as it stands, and the figures set aside in grey with the reason."""
    kept = store.document(wanted)
    if kept is None:
        words = ["The store holds no such document. ", link("What awaits a decision", PATH), "."]
        return [html.H1("No such document"), html.P(words, className="lead")]
    held = [one for one in store.held() if one.claim.document_id == wanted]
    aside = tuple(one.rejection(kept.document) for one in store.set_aside(wanted))
    shown = [one for one in held if one.status is not Status.REJECTED] + [
        one for one in held if one.status is Status.REJECTED
    ]
    shown.sort(key=lambda one: one.claim.figure.start if one.claim.figure else 0)
    read = Extraction(kept.document, tuple(one.claim for one in shown), aside)
    return [
        html.H1(named(kept.document)),
        html.P(_source(kept.document, held), className="lead"),
        *_links(store, wanted),
        html.Div(
            [
                html.Article(
                    cut(read, _to_card),
                    className="document-text",
                    id="desk-text",
                    **{"aria-label": "Text", "data-document": wanted},
                ),
                html.Aside(
                    [
                        html.H2("The claims", className="small"),
                        *[card(losses, one, number) for number, one in enumerate(shown, 1)],
                        _by_hand(wanted, losses.conflict),
                        *set_aside(aside, "plain-list small"),
                    ],
                    **{"aria-label": "Claims"},
                ),
            ],
            className="document",
        ),
    ]


def _source(document: Document, held: Sequence[Decision]) -> list[Content]:
    when = wording.day(document.published) if document.published else "date of publication not known"
    open_ones = sum(one.status is Status.PENDING for one in held)
    state = f"{open_ones} of {len(held)} claims await a decision. " if held else "No reported loss was found. "
    return [f"{document.publisher or 'Publisher not known'}, {when}. {state}", link("All that waits", PATH)]


_ALIKE = {"same_text": "the same text", "near_copy": "nearly the same text", "same_address": "the same address"}


def _links(store: Store, wanted: str) -> list[Component]:
    alike = [one for one in store.links() if wanted in (one.document_id, one.earlier_id)]
    if not alike:
        return []
    items = []
    for one in alike:
        other = one.earlier_id if one.document_id == wanted else one.document_id
        when = "an earlier" if one.document_id == wanted else "a later"
        items.append(
            html.Li([link(f"{when} document", f"{PATH}?id={other}"), f": {_ALIKE[one.kind]} ({one.similarity:.0%})"])
        )
    return [
        html.Div(
            [html.P("Like other documents in the store; one event told twice is no second witness:"), html.Ul(items)],
            className="banner",
            role="note",
        )
    ]


def _to_card(words: str, claim: Claim, number: int) -> Component:
    """A claim's figure in the text as a link to its card."""
    return html.Mark(html.A(words, href=f"#claim-{number}"), className=str(claim.status))


def _by_hand(document_id: str, conflict: Conflict) -> Component:
    """The form for a figure that was not found: selected in the text, then described."""
    return html.Details(
        [
            html.Summary("Add a figure that was not found"),
            html.P("Select the figure in the text, then say what it counts.", className="small"),
            html.P("Nothing is selected.", id="desk-selected", className="small muted", role="status"),
            html.Form(
                [
                    html.Div(claim_fields(None, "by-hand", conflict), className="desk-fields"),
                    html.Button("Add the claim", className="main-button", type="submit"),
                ],
                **{"data-desk-form": "claim", "data-document": document_id},
            ),
        ],
        className="desk-card",
    )

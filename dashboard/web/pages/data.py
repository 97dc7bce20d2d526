"""The data: what each source is and how fresh, what was corrected and why, what is missing, and what was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from dash import ClientsideFunction, Dash, Input, Output, html
from dash.development.base_component import Component

from dashboard import wording
from dashboard.losses import Losses
from dashboard.model import Document, Rejection
from dashboard.web import syncing
from dashboard.web.corrections import corrections
from dashboard.web.credit import Credit
from dashboard.web.edition import Edition
from dashboard.web.editions import Asked, Editions
from dashboard.web.finding import age_words, reference_rows
from dashboard.web.freshness import in_use
from dashboard.web.glossary import words_used
from dashboard.web.listing import Listing
from dashboard.web.marking import named
from dashboard.web.page import Page, block, contents, link, outside
from dashboard.web.readings import claimant_span, hue_named
from dashboard.web.reviewing import SECTIONS as REVIEWED
from dashboard.web.reviewing import reviewed
from dashboard.web.tables import Column
from dashboard.web.view import View

# In the order of the page; those that only some data have, such as what was left out, stand before or between them.
SECTIONS = (
    "Who says what",
    "Corrections and peculiarities",
    "Gaps",
    "Figures set aside",
    *(one.heading for one in REVIEWED),
    "Version of the data",
)


def page(editions: Editions, today: Callable[[], date], *, may_sync: bool = True) -> Page:
    """The data page; without `may_sync` it says how the data are brought up to date instead of doing it."""
    able = may_sync and editions.source.store is not None

    def register(app: Dash) -> None:
        _register_parts(app, editions, today)
        if able:
            app.clientside_callback(
                ClientsideFunction("losses", "sync"),
                Output("sync-result", "children"),
                Input("sync", "n_clicks"),
                prevent_initial_call=True,
            )

    return Page("/data", "Data", "Data", lambda: _layout(able=able), register, filtered=False)


def _layout(*, able: bool) -> list[Component]:
    return [
        html.Div(id="data-head"),
        syncing.box(able=able),
        contents(SECTIONS),
        words_used("claimant", "derived", "replication", "correction", "gap", "set_aside", "as_of"),
        html.Div(id="data"),
        html.Div(html.P("Checking the figures against one another…", className="waiting"), id="data-review"),
        html.Div(id="data-version"),
    ]


def _register_parts(app: Dash, editions: Editions, today: Callable[[], date]) -> None:
    @app.callback(Output("data-head", "children"), Input("url", "search"), Input("synced", "data"))
    def _head(query: str, _synced: object) -> list[Component]:
        asked = editions.asked(query)
        return head(asked, today())

    @app.callback(
        Output("data", "children"), Output("data-version", "children"), Input("url", "search"), Input("synced", "data")
    )
    def _data(query: str, _synced: object) -> tuple[list[Component], Component]:
        asked = editions.asked(query)
        return shown(asked.edition, asked.view), _version(asked.losses)

    @app.callback(Output("data-review", "children"), Input("url", "search"), Input("synced", "data"))
    def _review(query: str, _synced: object) -> list[Component]:
        asked = editions.asked(query)
        return reviewed(asked.edition, asked.view)


def head(asked: Asked, today: date) -> list[Component]:
    """The heading, how fresh the newest report is, which series is in use, and what of the address was not usable."""
    newest, as_of = _known(asked).last_published, asked.view.as_of
    when = f"As of {wording.day(as_of)} the" if as_of else "The"
    return [
        html.H1("What these figures rest on"),
        html.P(
            f"{when} newest report was {age_words(newest, today)}, on {wording.day(newest)}. "
            f"{_left_out_words(asked.losses)}",
            className="lead",
        ),
        *(html.P(fault, className="banner") for fault in asked.faults),
        in_use(asked.edition, asked.view),
    ]


def shown(edition: Edition, view: View) -> list[Component]:
    """The sections that need no working out."""
    asked = Asked(edition, view, ())
    return [
        _problems(asked),
        block("Who says what", sources(asked).shown(asked)),
        _credits(edition.credits),
        *corrections(edition, view),
        _gaps(asked),
        _rejected(asked),
    ]


def _left_out_words(losses: Losses) -> str:
    many = len(losses.problems)
    if not many:
        return "Nothing was left out when the data were read."
    return f"{many} {'thing was' if many == 1 else 'things were'} left out when the data were read; see below."


def _problems(asked: Asked) -> Component:
    return block("Left out", problems(asked).shown(asked)) if asked.losses.problems else html.Div()


def problems(asked: Asked) -> Listing:
    """What could not be used when the data were read."""
    columns = [
        Column("File"),
        Column("Line", number=True),
        Column("What is wrong", wide=True),
        Column("Remedy", wide=True),
    ]
    rows = [[p.file, "" if p.line is None else str(p.line), p.what, p.remedy] for p in asked.losses.problems]
    return Listing("left-out", "Files and rows that could not be used; the rest went on", columns, rows)


def sources(asked: Asked) -> Listing:
    """Every claimant with how many figures, from when to when, and its method."""
    columns = [
        Column("Claimant"),
        Column("Kind"),
        Column("Figures", number=True),
        Column("From", nowrap=True),
        Column("Newest", nowrap=True),
        Column("Derived from", wide=True),
        Column("Method and reserve", wide=True),
    ]
    return Listing(
        "claimants", "Every claimant in the data, most figures first", columns, _source_rows(_known(asked)), first=8
    )


def _source_rows(losses: Losses) -> list[list[Component | str]]:
    days: dict[str, list[date]] = {}
    for claim in losses.claims:
        if claim.claimant and claim.published:
            days.setdefault(claim.claimant, []).append(claim.published)
    reports = losses.observations[losses.observations["rank"] == 0]
    for name, group in reports.groupby("claimant"):
        days.setdefault(str(name), []).extend(day.date() for day in group["published"])
    ordered = sorted(days, key=lambda name: (-len(days[name]), name))
    return [_source_row(losses, name, days[name]) for name in ordered]


def _source_row(losses: Losses, name: str, days: list[date]) -> list[Component | str]:
    known = losses.claimants.get(name)
    return [
        claimant_span(name, hue_named(name, losses.claimants), derived=bool(known and known.derived_from)),
        (known.kind.replace("_", " ") if known else ""),
        wording.number(len(days)),
        wording.day(min(days)),
        wording.day(max(days)),
        (known.derived_from if known else None) or "",
        (known.note if known else None) or "",
    ]


def _credits(credits: Sequence[Credit]) -> Component:
    if not credits:
        return html.Div()
    items = [
        html.Li(
            [
                f"{credit.what}: {credit.author}, licence {credit.licence}, ",
                outside(credit.address, credit.address),
                ".",
            ]
        )
        for credit in credits
    ]
    return block("Collections used, with thanks", html.Ul(items, className="plain-list"))


def _gaps(asked: Asked) -> Component:
    rows, listing = reference_rows(asked.losses, asked.view), gaps(asked)
    covered, known = int(rows["days"].sum()), int((rows["days"] == 1).sum())
    many = f"{wording.number(len(listing.rows))} longer {'period' if len(listing.rows) == 1 else 'periods'}"
    text = html.P(
        f"Of {wording.number(covered)} days covered {wording.number(known)} are known singly; the rest are known only "
        f"in {many}, drawn as wide as they are. No day is filled in."
        if listing.rows
        else f"All {wording.number(covered)} days covered are known singly."
    )
    return block("Gaps", text, *([listing.shown(asked)] if listing.rows else []))


def gaps(asked: Asked) -> Listing:
    """The periods of several days that are known only as a whole."""
    rows = reference_rows(asked.losses, asked.view)
    columns = [
        Column("Days"),
        Column("Number of days", number=True),
        Column("Reported for all of them", number=True),
        Column("Why"),
    ]
    made = [
        [
            wording.span(row["start"].date(), row["end"].date()),
            wording.number(row["days"]),
            wording.number(row["losses"]),
            "no report between" if "gap" in row["flags"] else "reports without an update",
        ]
        for row in reversed(rows[rows["days"] > 1].to_dict("records"))
    ]
    return Listing("gaps", "Periods of several days, newest first", columns, made)


def _rejected(asked: Asked) -> Component:
    rejections = _rejections(_known(asked))
    reasons = Counter(one.reason for _, one in rejections).most_common()
    counted = "; ".join(f"{reason}: {many}" for reason, many in reasons)
    text = html.P(f"{len(rejections)} figures in the documents are no reported losses. {counted}.")
    return block("Figures set aside", text, *([rejected(asked).shown(asked)] if rejections else []))


def _known(asked: Asked) -> Losses:
    return asked.edition.known(asked.view.as_of)


def _rejections(losses: Losses) -> list[tuple[Document, Rejection]]:
    return [(read.document, one) for read in losses.extractions for one in read.rejections]


def rejected(asked: Asked) -> Listing:
    """The figures of the documents that are no reported losses."""
    columns = [Column("Figure", wide=True), Column("Why it is no reported loss"), Column("Document")]
    rows = [
        [one.evidence.text, one.reason, link(named(document), f"/document?id={document.id}")]
        for document, one in _rejections(_known(asked))
    ]
    return Listing("set-aside", "Figures set aside, each with its reason", columns, rows, first=6)


def _version(losses: Losses) -> Component:
    digest = html.Code(losses.version, className="digest")
    return block("Version of the data", html.P(["SHA-256 of all files read: ", digest], className="small"))

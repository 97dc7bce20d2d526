"""The claims: what was said, by whom, where, and does it hold. A table to search, and a click to the document."""

from __future__ import annotations

from typing import Any

import dash_ag_grid as grid
from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html
from dash.development.base_component import Component

from dashboard import wording
from dashboard.checks import Check
from dashboard.losses import Losses
from dashboard.model import iso
from dashboard.web.choosing import selected
from dashboard.web.drawing import known_on
from dashboard.web.editions import Asked, Editions
from dashboard.web.page import Page
from dashboard.web.readings import (
    claimant_words,
    definition_words,
    hue_of,
    mark_of,
    period_cell,
    period_words,
    source_of,
    verdict_words,
)

_THEME = (
    "themeQuartz.withParams({fontFamily: 'inherit', fontSize: 15.5, backgroundColor: 'var(--surface)', "
    "foregroundColor: 'var(--ink)', headerBackgroundColor: 'var(--surface)', headerTextColor: 'var(--muted)', "
    "borderColor: 'var(--rule)', rowHoverColor: 'var(--shade)', accentColor: 'var(--deep-blue)', "
    "wrapperBorderRadius: 0, wrapperBorder: false, cellHorizontalPadding: 12})"
)
_COLUMNS = (
    {
        "field": "figure",
        "headerName": "Figure",
        "minWidth": 130,
        "flex": 3,
        "cellRenderer": "LossesFigure",
        "comparator": {"function": "lossesBySize"},
    },
    {"field": "definition", "headerName": "Counts", "minWidth": 150, "flex": 4},
    {
        "field": "period",
        "tooltipField": "period_words",
        "headerName": "Period",
        "minWidth": 150,
        "flex": 4,
        "comparator": {"function": "lossesByDay"},
    },
    {"field": "claimant", "headerName": "Claimant", "minWidth": 170, "flex": 5, "cellRenderer": "LossesClaimant"},
    {"field": "verdict", "headerName": "Verdict", "minWidth": 170, "flex": 5, "cellRenderer": "LossesVerdict"},
    {"field": "publisher", "headerName": "Publisher", "minWidth": 120, "flex": 4},
    {
        "field": "published",
        "headerName": "Published",
        "minWidth": 124,
        "flex": 3,
        "comparator": {"function": "lossesByPublished"},
    },
)


def page(editions: Editions) -> Page:
    """The claims page."""

    def register(app: Dash) -> None:
        _register_rows(app, editions)
        app.clientside_callback(
            ClientsideFunction("losses", "columnsFor"),
            Output("claims", "columnDefs"),
            Input("screen", "data"),
            State("claims", "columnDefs"),
        )
        app.clientside_callback(
            ClientsideFunction("losses", "searchClaims"),
            Output("claims", "dashGridOptions"),
            Input("claims-search", "value"),
            State("claims", "dashGridOptions"),
        )
        app.clientside_callback(
            ClientsideFunction("losses", "openRow"),
            Output("url", "href", allow_duplicate=True),
            Input("claims", "cellClicked"),
            prevent_initial_call=True,
        )

    return Page(
        "/claims",
        "Claims",
        "Claims",
        _layout,
        register,
        by_claims=True,
        by_subject=True,
        any_subject=True,
        by_scale=False,
    )


def _layout() -> list[Component]:
    return [
        html.H1("Claims"),
        html.P(id="claims-count", className="lead"),
        html.Div(
            [
                html.Div(
                    [
                        html.Label("Search", htmlFor="claims-search"),
                        dcc.Input(
                            id="claims-search",
                            type="text",
                            debounce=0.4,
                            placeholder="a number, a name, a month",
                            autoComplete="off",
                        ),
                    ],
                    className="control search",
                ),
                html.A("All of these as CSV", id="claims-csv", href="/api/claims?format=csv"),
            ],
            className="grid-controls",
        ),
        grid.AgGrid(
            id="claims",
            columnDefs=[dict(column) for column in _COLUMNS],
            defaultColDef={
                "sortable": True,
                "filter": "agTextColumnFilter",
                "resizable": True,
                "tooltipField": "evidence",
            },
            rowData=[],
            getRowId="params.data.id",
            className="claims-grid",
            dashGridOptions={
                "rowHeight": 54,
                "animateRows": False,
                "suppressCellFocus": False,
                "pagination": False,
                "theme": {"function": _THEME},
            },
        ),
    ]


def _register_rows(app: Dash, editions: Editions) -> None:
    @app.callback(
        Output("claims", "rowData"),
        Output("claims-count", "children"),
        Output("claims-csv", "href"),
        Output("claims-search", "value"),
        Input("url", "search"),
    )
    def _rows(query: str) -> tuple[object, ...]:
        asked = editions.asked(query)
        shown, address = rows(asked), asked.view.address("/api/claims")
        csv = f"{address}{'&' if '?' in address else '?'}format=csv"
        return shown, count_words(asked.losses, len(shown)), csv, asked.view.search or ""


def rows(asked: Asked) -> list[dict[str, Any]]:
    """The rows of the table for what is asked, newest first."""
    checks = asked.edition.verdicts(known_on(asked.losses, asked.view))
    return [row(asked.losses, checks[claim.claim_id]) for claim in selected(asked.losses, asked.view)]


def row(losses: Losses, checked: Check) -> dict[str, Any]:
    """A row of the table."""
    claim = checked.claim
    return {
        "id": claim.claim_id,
        "figure": wording.figure(claim),
        "size": claim.value if claim.value is not None else claim.low if claim.low is not None else claim.high,
        "definition": definition_words(claim),
        "period": period_cell(claim),
        "period_words": period_words(claim),
        "day": iso(claim.period.end),
        "claimant": claim.claimant or "not named",
        "dependence": claimant_words(claim, losses.claimants),
        "hue": hue_of(claim, losses.claimants),
        "derived": source_of(claim, losses.claimants) is not None,
        "publisher": claim.publisher or "",
        "published": wording.day(claim.published) if claim.published else "",
        "published_day": iso(claim.published),
        "verdict": verdict_words(checked),
        "verdict_kind": str(checked.judgement.verdict),
        "mark": mark_of(checked),
        "evidence": claim.evidence.text if claim.evidence else claim.note or "",
    }


def count_words(losses: Losses, shown: int) -> str:
    """How many claims are shown, of how many, and what a click does."""
    everything = len(losses.claims)
    count = f"All {everything:,} claims" if shown == everything else f"{shown:,} of {everything:,} claims"
    return f"{count}, each held against the reported series where that is possible. Click a row for its document."

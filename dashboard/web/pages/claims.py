"""The claims: what was said, by whom, where, and does it hold. A table to search, and a click to the document."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import dash_ag_grid as grid
from dash import ClientsideFunction, Dash, Input, Output, State, html
from dash.development.base_component import Component

from dashboard.web.claim_rows import rows
from dashboard.web.editions import Editions
from dashboard.web.glossary import words_used
from dashboard.web.page import Page
from dashboard.web.sheet import citation

PATH, TABLE = "/claims", "claims"
THEME = (
    "themeQuartz.withParams({fontFamily: 'inherit', fontSize: 15.5, backgroundColor: 'var(--surface)', "
    "foregroundColor: 'var(--ink)', headerBackgroundColor: 'var(--surface)', headerTextColor: 'var(--muted)', "
    "borderColor: 'var(--rule)', rowHoverColor: 'var(--shade)', accentColor: 'var(--deep-blue)', "
    "wrapperBorderRadius: 0, wrapperBorder: false, cellHorizontalPadding: 12})"
)
_NUMBER = {"filter": "agNumberColumnFilter", "type": "rightAligned", "initialHide": True, "minWidth": 120, "flex": 3}
_TEXT = {"initialHide": True, "minWidth": 320, "flex": 8}
_COLUMNS: tuple[Mapping[str, object], ...] = (
    {
        "field": "figure",
        "headerName": "Figure",
        "minWidth": 130,
        "flex": 3,
        "cellRenderer": "LossesFigure",
        "comparator": {"function": "lossesBySize"},
        "filter": "agNumberColumnFilter",
        "filterValueGetter": {"function": "params.data.size"},
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
        "filter": "agDateColumnFilter",
        "filterValueGetter": {"function": "lossesDate(params.data.published_day)"},
    },
    {"field": "difference", "headerName": "Difference", **_NUMBER},
    {"field": "percent", "headerName": "In per cent", **_NUMBER},
    {"field": "evidence", "headerName": "Sentence", **_TEXT},
    {"field": "arithmetic", "headerName": "Arithmetic", **_TEXT},
)
_NO_ROWS = "No claim fits. Clear the search or the filters of the columns, or widen what is shown."
_GROUPS = {"claimant": "claimant", "month": "month", "publisher": "publisher", "verdict_kind": "verdict"}


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
            ClientsideFunction("losses", "openRow"),
            Output("url", "href", allow_duplicate=True),
            Input("claims", "cellClicked"),
            prevent_initial_call=True,
        )

    return Page(
        PATH,
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
        words_used("claim", "claimant", "casualty_types", "period", "hedge", "verdict", "derived", "record"),
        html.Div(id="claims-tools", className="tools"),
        html.Div(id="claims-groups", className="groups", hidden=True),
        grid.AgGrid(
            id="claims",
            columnDefs=[dict(column) for column in _COLUMNS],
            defaultColDef={
                "sortable": True,
                "filter": "agTextColumnFilter",
                "resizable": True,
                "tooltipField": "evidence",
                "wrapText": True,
                "autoHeight": True,  # measured for the rows in sight alone, so many rows cost nothing
            },
            rowData=[],
            getRowId="params.data.id",
            className="claims-grid",
            dashGridOptions=_options(),
        ),
    ]


def _options() -> dict[str, Any]:
    return {
        "rowHeight": 56,  # two lines; a row with more of them grows
        "animateRows": False,
        "suppressCellFocus": False,
        "pagination": False,
        "includeHiddenColumnsInQuickFilter": True,
        "quickFilterMatcher": {"function": "lossesMatches"},
        "localeText": dict.fromkeys(("noRowsToShow", "noMatchingRows"), _NO_ROWS),
        "theme": {"function": THEME},
    }


def _register_rows(app: Dash, editions: Editions) -> None:
    @app.callback(
        Output("claims", "rowData"),
        Output("claims-count", "children"),
        Output("claims-tools", "data-tools"),
        Input("url", "search"),
    )
    def _rows(query: str) -> tuple[object, ...]:
        asked = editions.asked(query)
        shown = rows(asked)
        tools = {"table": TABLE, "citation": citation("Claims", asked), "groups": _GROUPS}
        return shown, count_words(asked.losses.claims, len(shown)), json.dumps(tools)


def count_words(claims: tuple[object, ...], shown: int) -> str:
    """How many claims are shown, of how many, and what a click does."""
    everything = len(claims)
    count = f"All {everything:,} claims" if shown == everything else f"{shown:,} of {everything:,} claims"
    return f"{count}, each held against the reported series where that is possible. Click a row for its document."

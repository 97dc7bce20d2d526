"""The claims of an archive, however many: the server sends the rows that are looked at, and sorts and filters for all.

Nothing of it counts in a series: `losses archive review` puts what is wanted into the review.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import dash_ag_grid as grid
from dash import ClientsideFunction, Dash, Input, Output, State, html, no_update
from dash.development.base_component import Component

from dashboard import wording
from dashboard.archive.asking import TEXTS, Archive, Asked, claim_of
from dashboard.web.glossary import words_used
from dashboard.web.page import Page
from dashboard.web.pages.claims import THEME
from dashboard.web.readings import definition_words, period_cell

PATH = "/archive"
_MOST_ROWS = 500
_TEXT = {"filter": "agTextColumnFilter", "filterParams": {"filterOptions": ["contains"], "maxNumConditions": 1}}
_DATE = {"filter": "agDateColumnFilter", "filterParams": {"filterOptions": ["inRange"], "maxNumConditions": 1}}
_COLUMNS: tuple[Mapping[str, object], ...] = (
    {"field": "value", "headerName": "Figure", "minWidth": 100, "flex": 3},
    {"field": "casualty_types", "headerName": "Counts", "minWidth": 150, "flex": 4, "sortable": False},
    {"field": "period_end", "headerName": "Period", "minWidth": 140, "flex": 4},
    {"field": "claimant", "headerName": "Claimant", "minWidth": 150, "flex": 5, **_TEXT},
    {"field": "independent_documents", "headerName": "Told by", "minWidth": 118, "flex": 3},
    {"field": "publisher", "headerName": "Publisher", "minWidth": 120, "flex": 4, **_TEXT},
    {"field": "published", "headerName": "Published", "minWidth": 116, "flex": 3, **_DATE},
    {"field": "evidence", "headerName": "Sentence", "minWidth": 240, "flex": 9, "sortable": False, **_TEXT},
)


def page(archive: Archive) -> Page:
    """The page of the archive."""

    def register(app: Dash) -> None:
        @app.callback(Output("archive", "getRowsResponse"), Input("archive", "getRowsRequest"))
        def _rows(request: object) -> Any:  # noqa: ANN401
            return answer(archive, request) if isinstance(request, dict) else no_update

        app.clientside_callback(
            ClientsideFunction("losses", "columnsFor"),
            Output("archive", "columnDefs"),
            Input("screen", "data"),
            State("archive", "columnDefs"),
        )
        app.clientside_callback(
            ClientsideFunction("losses", "keptInAddress"), Output("archive-words", "title"), Input("archive", "id")
        )

    return Page(PATH, "Archive", "Archive", lambda: _layout(archive), register, filtered=False)


def answer(archive: Archive, request: Mapping[str, Any]) -> dict[str, Any]:
    """The rows that the table asks for, and how many there are in all; what it cannot mean is left out."""
    asked = _asked(request)
    first, last = _place(request.get("startRow")), _place(request.get("endRow"))
    rows = archive.claims(asked, min(max(0, last - first), _MOST_ROWS), first)
    return {"rowData": [_row(row) for row in rows], "rowCount": archive.count(asked)}


def _asked(request: Mapping[str, Any]) -> Asked:
    """The filters and the order of a request."""
    model = request.get("filterModel")
    filters = {k: v for k, v in model.items() if isinstance(v, dict)} if isinstance(model, dict) else {}
    texts = {name: filters[name].get("filter") for name in TEXTS if name in filters}
    days = filters.get("published", {})
    order = request.get("sortModel")
    first = order[0] if isinstance(order, list) and order and isinstance(order[0], dict) else {}
    column = first.get("colId")
    return Asked(
        since=_day(days.get("dateFrom")),
        until=_day(days.get("dateTo")),
        holds=tuple((name, word) for name, word in texts.items() if isinstance(word, str) and word),
        order=column if isinstance(column, str) else None,
        descending=first.get("sort") == "desc",
    )


def _place(value: object) -> int:
    return min(max(value, 0), 2**40) if type(value) is int else 0


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def _row(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row as it is shown."""
    claim, many = claim_of(row), row["independent_documents"]
    return {
        "id": claim.claim_id,
        "value": wording.figure(claim),
        "casualty_types": definition_words(claim),
        "period_end": period_cell(claim),
        "claimant": claim.claimant or "not named",
        "independent_documents": f"{many} documents" if many > 1 else "1 document",
        "publisher": claim.publisher or "not known",
        "published": wording.day(claim.published) if claim.published else "not known",
        "evidence": row["evidence"],
    }


def _layout(archive: Archive) -> list[Component]:
    count = (
        f"{archive.count():,} claims as documents of an archive state them, those of most independent documents first."
    )
    return [
        html.H1("Archive"),
        html.P([count, " Copies of one text count as one document. None of them counts in a series before a review: ",
                html.Code("losses archive review"), " puts the best into the queue."], className="lead",
               id="archive-words"),
        words_used("claim", "claimant", "casualty_types", "period", "hedge"),
        grid.AgGrid(
            id="archive",
            columnDefs=[dict(column) for column in _COLUMNS],
            defaultColDef={
                "sortable": True,
                "resizable": True,
                "floatingFilter": True,
                "tooltipField": "evidence",
                "cellRenderer": "LossesLines",
            },
            rowModelType="infinite",
            getRowId="params.data.id",
            className="claims-grid",
            dashGridOptions={
                "rowHeight": 56,  # two lines; rows that come when they are scrolled to must be of one height
                "animateRows": False,
                "cacheBlockSize": 100,
                "maxBlocksInCache": 10,
                "infiniteInitialRowCount": 100,
                "theme": {"function": THEME},
            },
        ),
    ]  # fmt: skip

"""Which tables of the pages can be taken along as files, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from dashboard.web import calendar, claim_rows, corrections, reviewing
from dashboard.web.drawing import plain_view
from dashboard.web.editions import Asked
from dashboard.web.listing import Listing
from dashboard.web.page import slug
from dashboard.web.pages import compare, data, document, equipment, estimates
from dashboard.web.sheet import Sheet, of_frame

_CHART = "chart-"
_LISTINGS: Mapping[str, Callable[[Asked], Listing]] = MappingProxyType(
    {
        "claimants": data.sources,
        "corrections": corrections.register,
        "gaps": data.gaps,
        "set-aside": data.rejected,
        "left-out": data.problems,
        "documents": document.documents,
        **{f"estimates-{panel}": partial(estimates.latest, panel) for panel in estimates.PANELS},
        **{slug(one.heading): partial(reviewing.listing, one) for one in reviewing.SECTIONS},
    }
)
_PAGES: Mapping[str, Callable[[Asked], Sheet]] = MappingProxyType(
    {
        "claims": claim_rows.sheet,
        "months": compare.sheet,
        "calendar": calendar.sheet,
        "equipment": equipment.sheet,
    }
)


def of(name: str, asked: Asked) -> Sheet | None:
    """The table called `name` for what is asked, None where there is none of that name."""
    if name.startswith(_CHART):
        return _of_chart(name.removeprefix(_CHART), asked)
    if name in _LISTINGS:
        return _LISTINGS[name](asked).sheet()
    if name in _PAGES:
        return _PAGES[name](asked)
    return next((one.sheet() for _, one in corrections.readings(asked) if one.name == name), None)


def _of_chart(name: str, asked: Asked) -> Sheet | None:
    drawn = asked.edition.drawn
    if name not in drawn.charts:
        return None
    view = plain_view(asked.view, drawn.charts[name])
    return of_frame(drawn.table(name, view), drawn.words(name, view).title)

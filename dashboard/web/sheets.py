"""Which tables of the pages can be taken along as files, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from dashboard.web import calendar, claim_rows
from dashboard.web.drawing import plain_view
from dashboard.web.editions import Asked
from dashboard.web.pages import compare, equipment
from dashboard.web.sheet import Sheet, of_frame

_CHART = "chart-"
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
    return _PAGES[name](asked) if name in _PAGES else None


def _of_chart(name: str, asked: Asked) -> Sheet | None:
    drawn = asked.edition.drawn
    if name not in drawn.charts:
        return None
    view = plain_view(asked.view, drawn.charts[name])
    return of_frame(drawn.table(name, view), drawn.words(name, view).title)

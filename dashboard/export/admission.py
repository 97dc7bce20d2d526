"""Which figures may be drawn: our own kinds of marks, words of a usual length, nothing that names another place."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

from dashboard.errors import ExportError
from dashboard.figure.text import LONGEST

LARGEST = 4000
_KINDS = ("bar", "heatmap", "scatter")
_POINTER_ONLY = ("customdata", "hovertemplate", "hovertext")
_MARKUP = re.compile(r"</?(?:b|i|br|sub|sup|span|em|strong)\b[^<>]*>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>|\n", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_ECHOED = 60
_MOST_LINES = 100


class RefusedFigure(ExportError):
    """A figure that is not drawn; the text says why."""


def admitted(figure: Mapping[str, Any], width: int, height: int) -> dict[str, Any]:
    """The figure as it is drawn, without what only a pointer asks for; raises RefusedFigure."""
    if not (0 < width <= LARGEST and 0 < height <= LARGEST):
        raise RefusedFigure(f"a picture of {width:,} × {height:,} px is too large; {LARGEST:,} px a side are the most")
    traces, layout = list(figure.get("data", ())), dict(figure.get("layout", {}))
    for trace in traces:
        if trace.get("type", "scatter") not in _KINDS:
            raise RefusedFigure(f"marks of the kind {str(trace.get('type'))[:_ECHOED]!r} are not drawn")
    for key, value in _within({"data": traces, "layout": layout}):
        _check(key, value)
    kept = [{name: part for name, part in trace.items() if name not in _POINTER_ONLY} for trace in traces]
    return {"data": kept, "layout": layout}


def _within(value: object, key: str = "") -> Iterator[tuple[str, object]]:
    """Each mapping's entries and each text of the figure, with the name it stands under."""
    if isinstance(value, Mapping):
        for name, part in value.items():
            if name in _POINTER_ONLY:
                continue
            yield str(name), None if isinstance(part, str) else part
            yield from _within(part, str(name))
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _within(part, key)
    elif isinstance(value, str):
        yield key, value


def _check(key: str, value: object) -> None:
    if key in ("images", "source", "topojson", "topojsonURL") and value:
        raise RefusedFigure("a figure may not bring images of its own, from a file or from an address")
    if isinstance(value, str) and key != "bdata":
        _check_text(value)


def _check_text(text: str) -> None:
    if _CONTROL.search(text):
        raise RefusedFigure(f"the text {text[:_ECHOED]!r} holds control characters")
    if len(text) <= LONGEST:
        return
    if len(text) > _MOST_LINES * LONGEST or max(map(_shown, _BREAK.split(text))) > LONGEST:
        raise RefusedFigure(f"the text {text[:_ECHOED]!r}… is too long; {LONGEST} characters a line are the most")


def _shown(line: str) -> int:
    """How many characters of the line are seen."""
    return len(html.unescape(_MARKUP.sub("", line)))

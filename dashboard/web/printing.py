"""The charts of a view as pieces that the command line and packs write to files, without any page."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qsl

import pandas as pd

from dashboard.export.order import Form, Order
from dashboard.export.piece import Piece
from dashboard.export.task import Job
from dashboard.figure import Style, format_of, palette
from dashboard.figure.outline import outlined
from dashboard.figure.text import LONGEST
from dashboard.figure.view import many
from dashboard.model import iso
from dashboard.web.categories import PERSONNEL
from dashboard.web.drawing import plain_view
from dashboard.web.edition import Edition
from dashboard.web.editions import Asked
from dashboard.web.moments import parse_day
from dashboard.web.picture import texts
from dashboard.web.sheet import ADDRESS, FILTER, ROWS, citation, filed, of_frame, one_line
from dashboard.web.view import View, parse


def piece_of(edition: Edition, name: str, view: View, style: Style, version: str, *, titled: bool = True) -> Piece:
    """The chart of a view in a style; without its title where a slide has one of its own."""
    shown, drawn = plain_view(view, edition.drawn.charts[name]), edition.drawn
    numbers = drawn.numbers(name, shown)
    size, words = format_of(style), numbers.words
    bare = numbers if titled else replace(numbers, words=replace(words, title=""))

    def job(form: Form) -> Job:
        figure = outlined(drawn.charts[name].draw(bare, style))
        ground, wide = palette(style.theme).surface, style.width or size.width
        return Job(figure, wide, figure["layout"]["height"], form, size.scale, size.printed, ground, words.title)

    def data() -> bytes:
        return _data(Asked(edition, shown, ()), words.title, table)

    table, said = drawn.table(name, shown), texts(drawn, name, shown, version, style)
    return Piece(name, stem_of(name, shown, style), words, said, job, data, _verdicts(table))


def pieces_of(edition: Edition, order: Order, view: View, version: str) -> list[Piece]:
    """The charts of an order in a view, with their captions."""
    made = [
        piece_of(edition, name, view, order.style, version, titled=not order.native_titles) for name in order.charts
    ]
    return [
        replace(piece, caption=one_line(" ".join(order.captions.get(piece.name, "").split()), LONGEST))
        for piece in made
    ]


def _data(asked: Asked, title: str, table: pd.DataFrame) -> bytes:
    """The figures as CSV, led by the line to cite them with."""
    sheet = of_frame(table, title)
    rows = many(len(table), "row", "rows")
    told = citation(title, asked).replace(ROWS, rows).replace(FILTER, "").replace(f"{ADDRESS} ", "")
    source = f"Source: {asked.edition.drawn.words('daily', View()).source}."
    return filed("csv", title, [told, source], list(sheet.columns), list(sheet.rows.values()))


def _verdicts(table: pd.DataFrame) -> str:
    """How the claims in a chart's table stand, the most frequent verdict first."""
    if "verdict" not in table.columns or table.empty:
        return ""
    counts = table["verdict"].value_counts()
    return f"Verdicts: {'; '.join(f'{verdict}: {count:,}' for verdict, count in counts.items())}."


def stem_of(name: str, view: View, style: Style) -> str:
    """The name of a chart's files: chart, what is narrowed, size and theme; the same from day to day."""
    days = f"{iso(view.start) or 'start'}_to_{iso(view.end) or 'end'}" if view.start or view.end else ""
    parts = [
        name,
        "" if view.category == PERSONNEL else view.category,
        days,
        "" if view.basis == "covers" else str(view.basis),
        "" if view.resolution == "day" else f"by-{view.resolution}",
        "narrowed" if view.claimants or view.definitions or view.subject else "",
        f"as-of-{iso(view.as_of)}" if view.as_of else "",
        f"recorded-{view.recorded:%Y-%m-%d}" if view.recorded else "",
        "log" if view.log else "",
    ]
    look = ["slide" if style.size == "deck" else style.size, style.theme]
    return "_".join([*(part for part in parts if part), *look])


def asked_by(query: str, as_of: str) -> tuple[str, View] | None:
    """Chart and view that a picture says it shows, as of its date; None where it names neither."""
    name = dict(parse_qsl(query)).get("chart")
    view, faults = parse(query)
    day = parse_day(as_of)
    return None if name is None or faults or day is None else (name, replace(view, as_of=day))

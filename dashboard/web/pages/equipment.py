"""Equipment: each category of the list, what was reported of it last, how it stands, and what became of its name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

import pandas as pd
from dash import Dash, Input, Output, html
from dash.development.base_component import Component

from dashboard import wording
from dashboard.counted import Highest, highest, rolling_mean
from dashboard.losses import Losses
from dashboard.web import tables
from dashboard.web.categories import EQUIPMENT, Category, in_words
from dashboard.web.drawing import known_on
from dashboard.web.editions import Asked, Editions
from dashboard.web.finding import reference_rows
from dashboard.web.glossary import words_used
from dashboard.web.page import Content, Page, link
from dashboard.web.sheet import Sheet, citation
from dashboard.web.spreadsheets import Row
from dashboard.web.tables import Column
from dashboard.web.view import View

# A name without a report for so long is taken for one that has ended.
_SILENT = timedelta(days=60)

PATH = "/equipment"


def page(editions: Editions) -> Page:
    """The equipment page."""

    def register(app: Dash) -> None:
        @app.callback(Output("equipment", "children"), Input("url", "search"))
        def _equipment(query: str) -> list[Component]:
            asked = editions.asked(query)
            return asked.edition.answers.get(("equipment", asked.view), lambda: shown(asked))

    return Page(
        PATH, "Equipment", "Equipment", lambda: [html.Div(id="equipment")], register, by_mean=True, by_scale=False
    )


def shown(asked: Asked) -> list[Component]:
    """The whole page; what to do where the data hold no equipment."""
    losses, view, told = asked.losses, asked.view, _told(asked)
    if not told:
        return _nothing(losses, view, known=any(one.group == EQUIPMENT for one in asked.edition.categories))
    tools = tables.Tools("equipment", citation(_caption(view, losses), asked), [one.name for one, _ in told])
    rows = [_row(losses, view, *one) for one in told]
    return [
        html.H1(_headline(told, losses)),
        html.P(
            f"Running totals as the {losses.conflict.reference_claimant} reports them. It does not say what counts as "
            "a loss: destroyed, damaged and captured may all be meant. A total belongs to one name and is never "
            "carried over to another.",
            className="lead",
        ),
        words_used("running_total", "increment", "record", "as_of"),
        tables.table(_columns(view), rows, _caption(view, losses), first=None, tools=tools),
    ]


def _told(asked: Asked) -> list[tuple[Category, pd.DataFrame]]:
    """The categories of equipment of which something was reported by the as-of date, with their series."""
    held = [one for one in asked.edition.categories if one.group == EQUIPMENT]
    rows = [(one, reference_rows(asked.losses, replace(asked.view, category=one.name))) for one in held]
    return [(one, frame) for one, frame in rows if not frame.empty]


def sheet(asked: Asked) -> Sheet:
    """The table as a file: text as on the page, totals and days as numbers and days."""
    rows = {one.name: _fields(asked, one, frame) for one, frame in _told(asked)}
    return Sheet(_caption(asked.view, asked.losses), {name: (name,) for name in next(iter(rows.values()), {})}, rows)


def _fields(asked: Asked, one: Category, frame: pd.DataFrame) -> Row:
    stands = _stands(asked.losses, asked.view, one, frame)
    return {
        "Category": one.words,
        "Running total": stands.total,
        "Last day": stands.last,
        f"{asked.view.mean}-day mean": stands.mean,
        "Highest day": stands.top.value if stands.top else None,
        "On": stands.top.start if stands.top else None,
        "Listed": stands.listed,
        "Name": _names(one, asked.view),
    }


def _nothing(losses: Losses, view: View, *, known: bool) -> list[Component]:
    if known:
        words = "No report of equipment was published by that date. Choose a later one."
        return [html.H1("No equipment by that date"), html.P(words, className="lead")]
    return [
        html.H1("No equipment in these data"),
        html.P(
            [
                f"The register that ships holds the personnel totals of the {losses.conflict.reference_claimant} "
                "alone. The public dataset has the equipment too: press “Bring up to date” on ",
                link("the data page", view.shared().address("/data")),
                ", or run ",
                html.Code("losses sync"),
                ".",
            ],
            className="lead",
        ),
    ]


def _headline(told: list[tuple[Category, pd.DataFrame]], losses: Losses) -> str:
    last = max(frame["published"].max() for _, frame in told)
    named = {one.name: frame for one, frame in told}
    tanks = named.get("tanks", told[0][1]).iloc[-1]
    what = in_words("tanks" if "tanks" in named else told[0][0].name)
    listed = sum(frame["published"].max() == last for _, frame in told)
    return (
        f"{wording.number(tanks['total'])} {what} and {wording.number(listed - 1)} other kinds of equipment in the "
        f"report of {wording.day(last.date())}."
    )


def _caption(view: View, losses: Losses) -> str:
    by = wording.day(known_on(losses, view))
    return f"{losses.conflict.reference_subject}’s reported losses of equipment, as published by {by}"


def _columns(view: View) -> list[Column]:
    return [
        Column("Category"),
        Column("Running total", number=True),
        Column("Last day", number=True),
        Column(f"{view.mean}-day mean", number=True),
        Column("Highest day", number=True),
        Column("On", nowrap=True),
        Column("Listed", nowrap=True),
        Column("Name", wide=True),
    ]


@dataclass(frozen=True, slots=True)
class _Stands:
    """How a category stands; `last`, of the last day, and `mean` are None where its name has ended or none is known."""

    total: float
    last: float | None
    mean: float | None
    top: Highest | None
    listed: str


def _stands(losses: Losses, view: View, one: Category, frame: pd.DataFrame) -> _Stands:
    last, mean = frame.iloc[-1], float(rolling_mean(frame, view.mean)["mean"].iloc[-1])
    ended = _is_merged(one, view) or last["published"].date() < known_on(losses, view) - _SILENT
    return _Stands(
        total=float(last["total"]),
        last=None if ended else float(last["losses"]),
        mean=None if ended or mean != mean else round(mean, 1),
        top=highest(frame, losses.conflict.regular_since),
        listed=_listed(frame, last, ended=ended),
    )


def _is_merged(one: Category, view: View) -> bool:
    """Whether the category had gone into another by the view's as-of date."""
    return one.merged_into is not None and (view.as_of is None or one.merged_on is None or one.merged_on <= view.as_of)


def _row(losses: Losses, view: View, one: Category, frame: pd.DataFrame) -> list[Content]:
    stands = _stands(losses, view, one, frame)
    last, top = stands.last, stands.top
    return [
        link(one.words, view.shared().address("/", category=one.name)),
        wording.number(stands.total),
        "" if last is None else wording.signed(last) if last < 0 else wording.number(last),
        "" if stands.mean is None else wording.number(stands.mean),
        wording.number(top.value) if top else wording.NO_FIGURE,
        wording.day(top.start) if top else "",
        stands.listed,
        _names(one, view),
    ]


def _listed(frame: pd.DataFrame, last: pd.Series, *, ended: bool) -> str:
    first = frame.iloc[0]
    # The first row is the first difference; the total that it starts from was published as many days before.
    since = (first["published"] - pd.Timedelta(days=int(first["days"]))).date()
    return (
        f"{wording.day(since)} to {wording.day(last['published'].date())}" if ended else f"since {wording.day(since)}"
    )


def _names(one: Category, view: View) -> str:
    """What had become of the name by the view's as-of date: merges as the data list them, and the note."""
    if one.merged_on and view.as_of and one.merged_on > view.as_of:
        return ""
    when = f" on {wording.day(one.merged_on)}" if one.merged_on else ""
    merged = f"Merged from {' and '.join(map(in_words, one.merged_from))}{when}. " if one.merged_from else ""
    into = f"Merged into {in_words(one.merged_into)}{when}. " if one.merged_into else ""
    return f"{merged}{into}{one.note}".strip()

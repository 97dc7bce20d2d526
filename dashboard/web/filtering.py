"""The bar that says what is shown, and the controls that change it by changing the address."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dash import Dash, Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component

from dashboard import wording
from dashboard.model import Basis
from dashboard.web.categories import GROUPS, Category
from dashboard.web.editions import Asked, Editions
from dashboard.web.moments import moment_words, parse_day, parse_moment
from dashboard.web.page import Page, link
from dashboard.web.view import MEANS, View, parse
from dashboard.web.view_words import in_words, presets

_FIELDS = ("start", "end", "as_of", "recorded")
_CHOICES = ("range", "basis", "mean", "scale")


def bar() -> Component:
    """The bar, empty; callbacks fill it from the address."""
    fold = html.Button(
        "Change",
        className="quiet fold",
        type="button",
        **{"data-folds": "filter", "aria-expanded": "false", "aria-controls": "controls"},
    )
    controls = [
        html.Div([_field("start", "From", "first day"), _field("end", "to", "last day")], className="control"),
        _choice("range", "Range", seen=False),
        _choice("basis", "Dated by"),
        _field("as_of", "As of", "last report"),
        _field("recorded", "As recorded by", "now"),
        html.Div(id="choose-category", className="control"),
        html.Div(_choice("mean", "Mean of"), id="choose-mean", className="control"),
        _choice("scale", "Scale", seen=False),
    ]
    return html.Section(
        html.Div(
            [
                html.Div([html.P(id="shown"), fold], className="shown"),
                html.Div(controls, id="controls", className="controls"),
                html.Div(id="field-fault", className="faults", role="status"),
                html.Div(id="faults", className="faults", role="status"),
            ],
            className="column",
        ),
        id="filter",
        className="filter",
        **{"aria-label": "What is shown"},
    )


def _field(name: str, label: str, hint: str) -> Component:
    field = dcc.Input(
        id=f"field-{name}", type="text", debounce=True, placeholder=hint, autoComplete="off", className="date-field"
    )
    return html.Div([html.Label(label, htmlFor=f"field-{name}"), field], className="control")


def _choice(name: str, label: str, *, seen: bool = True) -> Component:
    named = html.Span(label, id=f"label-{name}", className="label" if seen else "unseen")
    group = html.Div(id=f"choices-{name}", className="choices", role="group", **{"aria-labelledby": f"label-{name}"})
    return html.Div([named, group], className="control")


def register(app: Dash, pages: Sequence[Page], editions: Editions) -> None:
    """Fill the bar from the address, and write the address from what is typed."""
    by_path = {page.path: page for page in pages}

    @app.callback(
        Output("shown", "children"),
        Output("faults", "children"),
        *[Output(f"field-{name}", "value") for name in _FIELDS],
        *[Output(f"choices-{name}", "children") for name in _CHOICES],
        Output("choose-category", "children"),
        Output("choose-mean", "hidden"),
        Input("url", "search"),
        Input("url", "pathname"),
    )
    def _filter(query: str, path: str) -> tuple[object, ...]:
        asked, page = editions.asked(query), by_path.get(path)
        by_category, by_mean = page is not None and page.by_category, page is not None and page.by_mean
        return (
            in_words(page.concerned(asked.view) if page else asked.view, asked.losses.last_published),
            [html.P(fault) for fault in asked.faults],
            *_typed_values(asked.view),
            *_choices(asked, path),
            _category_choice(asked, path) if by_category else [],
            not by_mean,
        )

    @app.callback(
        Output("url", "search"),
        Output("field-fault", "children"),
        *[Input(f"field-{name}", event) for name in _FIELDS for event in ("n_submit", "n_blur")],
        *[State(f"field-{name}", "value") for name in _FIELDS],
        State("url", "search"),
        prevent_initial_call=True,
    )
    def _typed(*values: object) -> tuple[object, str]:
        return typed(values[-1], dict(zip(_FIELDS, values[-1 - len(_FIELDS) : -1], strict=True)))


def _typed_values(view: View) -> list[str]:
    days = [wording.day(day) if day else "" for day in (view.start, view.end, view.as_of)]
    return [*days, _recorded_text(view)]


def _recorded_text(view: View) -> str:
    """The moment of recording as its field holds it, in a form that can be read back."""
    return moment_words(view.recorded) if view.recorded else ""


def typed(query: object, texts: dict[str, object]) -> tuple[object, str]:
    """The address query after the dates were typed (no_update where it stays), and what is wrong with them."""
    view = parse(query)[0]
    recorded, days = texts.get("recorded"), {name: text for name, text in texts.items() if name != "recorded"}
    unread = [str(text) for text in days.values() if text and parse_day(text) is None]
    moment = view.recorded if recorded == _recorded_text(view) else parse_moment(recorded)
    if recorded and moment is None:
        unread.append(str(recorded))
    if unread:
        return no_update, f"“{unread[0][:40]}” is no date; write it as 11 Nov 2024."
    parsed = {name: parse_day(text) for name, text in days.items()}
    if parsed["start"] and parsed["end"] and parsed["start"] > parsed["end"]:
        return no_update, "The first day is after the last; swap them."
    changed = view.address("", **parsed, recorded=moment if recorded else None)
    return (no_update if parse(changed)[0] == view else changed), ""


def _choices(asked: Asked, path: str) -> tuple[list[Component], ...]:
    """The links that set range, basis, mean and scale, the chosen one marked."""
    view, last_covered = asked.view, asked.edition.last_covered
    ranges = [
        _option(name, view.address(path, start=start, end=end), (view.start, view.end) == (start, end))
        for name, start, end in presets(_last_day(view.as_of, last_covered))
    ]
    bases = [
        _option("day covered", view.address(path, basis=Basis.COVERS), view.basis is Basis.COVERS),
        _option("day published", view.address(path, basis=Basis.PUBLISHED), view.basis is Basis.PUBLISHED),
    ]
    means = [_option(f"{days} days", view.address(path, mean=days), view.mean == days) for days in MEANS]
    scales = [
        _option("linear", view.address(path, log=False), not view.log),
        _option("log", view.address(path, log=True), view.log),
    ]
    return ranges, bases, means, scales


def _last_day(as_of: date | None, last_covered: date) -> date:
    return min(last_covered, as_of or last_covered)


def _option(name: str, address: str, chosen: bool) -> Component:
    return link(name, address, **({"aria-current": "true"} if chosen else {}))


def _category_choice(asked: Asked, path: str) -> list[Component]:
    """A plain select, whose values are addresses (see assets/page.js); nothing where there is nothing to choose."""
    held = asked.edition.categories
    if len(held) < 2:
        return []
    groups = [
        html.Optgroup([_category_option(one, asked.view, path) for one in held if one.group == group], label=group)
        for group in GROUPS
        if any(one.group == group for one in held)
    ]
    # A new key builds the element anew, so that what it shows as chosen is what the address says.
    select = html.Select(groups, id="category", key=asked.view.address(path), **{"data-goes": "true"})
    return [html.Label("Losses of", htmlFor="category"), select]


def _category_option(one: Category, view: View, path: str) -> Component:
    chosen = {"selected": "selected"} if one.name == view.category else {}
    return html.Option(one.words, value=view.address(path, category=one.name), **chosen)

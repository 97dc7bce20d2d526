"""The options that say what charts show, and the view that they make."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import click

from dashboard.cli.options import day_of
from dashboard.errors import ExportError
from dashboard.figure import Resolution
from dashboard.model import Basis

if TYPE_CHECKING:
    from dashboard.web.edition import Edition
    from dashboard.web.view import View

_Command = TypeVar("_Command", bound=Callable[..., Any])


def view_options(command: _Command) -> _Command:
    """The command with the options of a view, which reach it as keyword arguments."""
    for option in reversed(
        (
            click.option("--start", callback=day_of, help="First day: YYYY-MM-DD."),
            click.option("--end", callback=day_of, help="Last day: YYYY-MM-DD."),
            click.option("--basis", type=click.Choice([str(b) for b in Basis]), default="covers", show_default=True),
            click.option("--category", default="personnel", show_default=True),
            click.option("--resolution", type=click.Choice(get_args(Resolution)), default="day", show_default=True),
            click.option("--claimant", "claimants", multiple=True, help="Only their claims; may be given again."),
            click.option("--definition", "definitions", multiple=True, help="Only claims that count this, in words."),
            click.option("--log", is_flag=True, help="A logarithmic scale."),
        )
    ):
        command = option(command)
    return command


def view_query(edition: Edition, as_of: date | None, recorded: datetime | None, chosen: Mapping[str, Any]) -> View:
    """The view that the options ask for; raises ExportError where the data cannot show it."""
    from dashboard.web.view import View

    if chosen["start"] and chosen["end"] and chosen["start"] > chosen["end"]:
        raise ExportError("the first day is after the last: exchange --start and --end")
    view = View(
        start=chosen["start"],
        end=chosen["end"],
        basis=Basis(chosen["basis"]),
        as_of=as_of,
        recorded=recorded,
        category=chosen["category"],
        resolution=chosen["resolution"],
        claimants=tuple(sorted(set(chosen["claimants"]))),
        definitions=tuple(sorted(set(chosen["definitions"]))),
        log=chosen["log"],
    )
    fitted, faults = edition.fitted(view)
    if faults:
        raise ExportError(" ".join(faults))
    return fitted

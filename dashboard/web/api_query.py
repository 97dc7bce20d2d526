"""A request to the HTTP API, read strictly: a filter that is misspelt would otherwise give all rows in silence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode

from werkzeug.datastructures import MultiDict

from dashboard.errors import LossesError
from dashboard.web.api_fields import MOST, PARAMETERS, Parameter
from dashboard.web.view import LONGEST_QUERY, LONGEST_VALUE, SEVERAL

FORMS = ("json", "csv")
_ECHOED = 40


class BadRequest(LossesError):
    """A query parameter that cannot be used; the text says which, and what would do."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for: the `view` as the pages' own address query, the API's `own` parameters, form and page."""

    view: str
    own: Mapping[str, str]
    form: str
    offset: int
    limit: int | None

    def page(self, rows: Sequence[Any]) -> Sequence[Any]:
        """The rows of the page asked for."""
        return rows[self.offset : None if self.limit is None else self.offset + self.limit]

    def after(self, total: int) -> int | None:
        """The offset of the next page, None where this one is the last of `total` rows."""
        end = total if self.limit is None else self.offset + self.limit
        return end if end < total else None


def read(path: str, args: MultiDict[str, str]) -> Query:
    """The request at `path` with these parameters; raises BadRequest for what it cannot use."""
    form = args.get("format", FORMS[0])
    if form not in FORMS:
        raise BadRequest(f"format={form[:_ECHOED]} is neither {' nor '.join(FORMS)}")
    known = {one.name: one for one in PARAMETERS if path in one.paths}
    for name, values in args.lists():
        _check(name, values, known)
    own = {name: value for name, value in args.items() if known[name].own and name != "format"}
    limit = _whole(own.pop("limit", None), "limit", 1)
    view = urlencode([(name, value) for name, value in args.items(multi=True) if not known[name].own])
    if len(view) > LONGEST_QUERY:
        raise BadRequest(f"the filters are too long; {LONGEST_QUERY} characters are the most")
    return Query(
        view=view,
        own=MappingProxyType(own),
        form=form,
        offset=_whole(own.pop("offset", None), "offset", 0) or 0,
        limit=limit,
    )


def _check(name: str, values: Sequence[str], known: Mapping[str, Parameter]) -> None:
    if name not in known:
        raise BadRequest(f"“{name[:_ECHOED]}” is no parameter here; there are {', '.join(sorted(known))}")
    if len(values) > 1 and not known[name].several:
        raise BadRequest(f"{name} is given {len(values)} times; give it once")
    if not all(value.strip() for value in values):
        raise BadRequest(f"{name} is empty; give it a value, or leave it out")
    # What the pages would cut off in silence is refused here.
    if len(values) > SEVERAL or any(len(value) > LONGEST_VALUE for value in values):
        raise BadRequest(f"{name} is too long; {LONGEST_VALUE} characters and {SEVERAL} values are the most")
    choices = known[name].schema.get("enum")
    if choices and known[name].own and values[0] not in choices:
        raise BadRequest(f"{name}={values[0][:_ECHOED]} is not one of {', '.join(choices)}")


def _whole(text: str | None, name: str, least: int) -> int | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(MOST)) and least <= int(text) <= MOST):
        raise BadRequest(f"{name}={text[:_ECHOED]} is no whole number from {least} to {MOST}")
    return int(text)

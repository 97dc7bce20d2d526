"""What a page shows, as its address says it: parsed from the query and written back, without any guess left unsaid."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, TypeVar, get_args
from urllib.parse import parse_qsl, urlencode

from dashboard import wording
from dashboard.figure import Resolution
from dashboard.model import Basis, iso
from dashboard.web.categories import PERSONNEL
from dashboard.web.moments import ECHOED, no_day, no_moment, parse_day, parse_moment, written

MEANS = (7, 14, 30)
UNITS = ("week", "month", "quarter", "year")
RESOLUTIONS: tuple[Resolution, ...] = get_args(Resolution)
SEVERAL = 60
LONGEST_QUERY = 6_000
LONGEST_VALUE = 200
_NAME = re.compile(r"[a-z][a-z_]{0,39}")

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class View:
    """The state of a page. None and empty mean: not narrowed (`start`, `end`, `claimants`, `definitions`), all that the
    data hold (`as_of`, `recorded`), the side that the reference series is about (`subject`).

    `recorded` is the moment (UTC) as of which the store is replayed; `mean` the days of the rolling mean; `unit` that
    of the summary by the calendar; `resolution` what a mark of a chart stands for. `claimants` are canonical names,
    `definitions` casualty types in words; both sorted, each once. `rows` is what is chosen of the page's tables, as
    assets/chosen.js writes and reads it: it only goes along.
    """

    start: date | None = None
    end: date | None = None
    basis: Basis = Basis.COVERS
    as_of: date | None = None
    recorded: datetime | None = None
    category: str = PERSONNEL
    mean: int = MEANS[0]
    unit: str = "month"
    resolution: Resolution = "day"
    claimants: tuple[str, ...] = ()
    definitions: tuple[str, ...] = ()
    subject: str | None = None
    log: bool = False
    claim: str | None = None
    document: str | None = None
    search: str | None = None
    group: str | None = None
    rows: tuple[str, ...] = ()

    def query(self) -> str:
        """The address query without `?`, defaults left out, always in the same order: equal views, equal text."""
        pairs: dict[str, str | tuple[str, ...] | None] = {
            "start": iso(self.start),
            "end": iso(self.end),
            "basis": None if self.basis is Basis.COVERS else str(self.basis),
            "as_of": iso(self.as_of),
            "recorded_as_of": written(self.recorded) if self.recorded else None,
            "category": None if self.category == PERSONNEL else self.category,
            "mean": None if self.mean == MEANS[0] else str(self.mean),
            "unit": None if self.unit == "month" else self.unit,
            "by": None if self.resolution == "day" else self.resolution,
            "subject": self.subject,
            "claimant": self.claimants,
            "definition": self.definitions,
            "log": "1" if self.log else None,
            "claim": self.claim,
            "id": self.document,
            "q": self.search,
            "group": self.group,
            "rows": self.rows,
        }
        return urlencode({key: value for key, value in pairs.items() if value}, doseq=True)

    def address(self, path: str, **changes: Any) -> str:  # noqa: ANN401
        """The address of `path` in this view, with the fields of `changes` replaced."""
        query = replace(self, **changes).query()
        return f"{path}?{query}" if query else path

    def shared(self) -> View:
        """The part of the view that goes along from page to page."""
        return replace(self, claim=None, document=None, search=None, group=None, rows=())


def parse(query: object) -> tuple[View, tuple[str, ...]]:
    """The view that an address query asks for, and a sentence for each value that could not be used."""
    several = _pairs(query)
    given = {key: values[0] for key, values in several.items()}
    faults: list[str] = []
    start, end = _day(given, "start", "first day", faults), _day(given, "end", "last day", faults)
    if start and end and start > end:
        faults.append(
            f"The first day, {wording.day(start)}, is after the last, {wording.day(end)}; the whole period is shown."
        )
        start = end = None
    view = View(
        start=start,
        end=end,
        basis=_basis(given, faults),
        as_of=_day(given, "as_of", "as-of date", faults),
        recorded=_moment(given, faults),
        category=_category(given, faults),
        mean=_mean(given, faults),
        unit=_unit(given, faults),
        resolution=_resolution(given, faults),
        claimants=_each_once(several.get("claimant", ())),
        definitions=_each_once(several.get("definition", ())),
        subject=given.get("subject") or None,
        log=_log(given, faults),
        claim=given.get("claim") or None,
        document=given.get("id") or None,
        search=given.get("q") or None,
        group=given.get("group") or None,
        rows=tuple(value for value in several.get("rows", ())[:SEVERAL] if value),
    )
    return view, tuple(faults)


def _pairs(query: object) -> dict[str, list[str]]:
    """The values given for each name, in their order; overlong and unprintable ones are cut."""
    text = query.removeprefix("?")[:LONGEST_QUERY] if isinstance(query, str) else ""
    pairs: dict[str, list[str]] = {}
    for key, value in parse_qsl(text, errors="replace"):
        pairs.setdefault(key, []).append("".join(c for c in value[:LONGEST_VALUE] if c.isprintable()))
    return pairs


def _each_once(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted({value for value in values[:SEVERAL] if value}))


def _day(given: dict[str, str], key: str, name: str, faults: list[str]) -> date | None:
    return _read(given, key, name, parse_day, no_day, faults)


def _moment(given: dict[str, str], faults: list[str]) -> datetime | None:
    return _read(given, "recorded_as_of", "moment of recording", parse_moment, no_moment, faults)


def _read(
    given: dict[str, str],
    key: str,
    name: str,
    reader: Callable[[object], Read | None],
    unread: Callable[[object], str],
    faults: list[str],
) -> Read | None:
    text = given.get(key)
    found = reader(text)
    if text and found is None:
        faults.append(f"The {name} {unread(text)}. It has been left out.")
    return found


def _category(given: dict[str, str], faults: list[str]) -> str:
    text = given.get("category", PERSONNEL)
    if not _NAME.fullmatch(text):
        faults.append(f"“{text[:ECHOED]}” is no category; personnel is shown.")
        return PERSONNEL
    return text


def _basis(given: dict[str, str], faults: list[str]) -> Basis:
    return _one_of(
        given,
        "basis",
        {str(one): one for one in Basis},
        faults,
        "Figures are dated by “covers” or “published”",
        "the day covered is used",
    )


def _log(given: dict[str, str], faults: list[str]) -> bool:
    return _one_of(
        given, "log", {"0": False, "1": True}, faults, "The scale is log=0 or log=1", "the linear scale is used"
    )


def _mean(given: dict[str, str], faults: list[str]) -> int:
    offered = {str(days): days for days in MEANS}
    return _one_of(given, "mean", offered, faults, "Means are over 7, 14 or 30 days", "7 days are used")


def _unit(given: dict[str, str], faults: list[str]) -> str:
    offered = {"month": "month", **{unit: unit for unit in UNITS}}
    return _one_of(given, "unit", offered, faults, f"Sums are by {', '.join(UNITS)}", "months are used", by="by ")


def _resolution(given: dict[str, str], faults: list[str]) -> Resolution:
    offered: dict[str, Resolution] = {name: name for name in RESOLUTIONS}
    return _one_of(given, "by", offered, faults, f"Charts go by {', '.join(RESOLUTIONS)}", "days are used", by="by ")


def _one_of(
    given: dict[str, str], key: str, offered: Mapping[str, Read], faults: list[str], rule: str, used: str, by: str = ""
) -> Read:
    """What the value of `key` stands for; the first of `offered`, which is the default, where it is none of them."""
    default = next(iter(offered))
    text = given.get(key, default)
    if text not in offered:
        faults.append(f"{rule}, not {by}“{text[:ECHOED]}”; {used}.")
    return offered.get(text, offered[default])

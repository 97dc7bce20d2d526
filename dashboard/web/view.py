"""What a page shows, as its address says it: parsed from the query and written back, without any guess left unsaid."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl, urlencode

from dashboard import wording
from dashboard.model import Basis, iso
from dashboard.store import end_of
from dashboard.web.categories import PERSONNEL
from dashboard.web.categories import in_words as category_words

MEANS = (7, 14, 30)
UNITS = ("week", "month", "quarter", "year")
_LONGEST_QUERY = 2_000
_LONGEST_VALUE = 200
_ECHOED = 40
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_NAME = re.compile(r"[a-z][a-z_]{0,39}")
_WORD_DAY = re.compile(r"([0-9]{1,2})\s+([A-Za-z]{3,9})\.?,?\s+([0-9]{4})")


@dataclass(frozen=True, slots=True)
class View:
    """The state of a page. None means: not narrowed (`start`, `end`), all that the data holds (`as_of`, `recorded`).

    `recorded` is the moment (UTC) as of which the store is replayed; `mean` the days of the rolling mean; `unit` that
    of the summary by the calendar.
    """

    start: date | None = None
    end: date | None = None
    basis: Basis = Basis.COVERS
    as_of: date | None = None
    recorded: datetime | None = None
    category: str = PERSONNEL
    mean: int = MEANS[0]
    unit: str = "month"
    log: bool = False
    claim: str | None = None
    document: str | None = None
    search: str | None = None

    def query(self) -> str:
        """The address query without `?`, defaults left out, always in the same order: equal views, equal text."""
        pairs = {
            "start": iso(self.start),
            "end": iso(self.end),
            "basis": None if self.basis is Basis.COVERS else str(self.basis),
            "as_of": iso(self.as_of),
            "recorded_as_of": written(self.recorded) if self.recorded else None,
            "category": None if self.category == PERSONNEL else self.category,
            "mean": None if self.mean == MEANS[0] else str(self.mean),
            "unit": None if self.unit == "month" else self.unit,
            "log": "1" if self.log else None,
            "claim": self.claim,
            "id": self.document,
            "q": self.search,
        }
        return urlencode({key: value for key, value in pairs.items() if value})

    def address(self, path: str, **changes: Any) -> str:  # noqa: ANN401
        """The address of `path` in this view, with the fields of `changes` replaced."""
        query = replace(self, **changes).query()
        return f"{path}?{query}" if query else path

    def shared(self) -> View:
        """The part of the view that goes along from page to page."""
        return replace(self, claim=None, document=None, search=None)


def parse(query: object) -> tuple[View, tuple[str, ...]]:
    """The view that an address query asks for, and a sentence for each value that could not be used."""
    given = _pairs(query)
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
        log=_log(given, faults),
        claim=given.get("claim") or None,
        document=given.get("id") or None,
        search=given.get("q") or None,
    )
    return view, tuple(faults)


def parse_day(text: object) -> date | None:
    """The day written as 2024-11-11 or 11 Nov 2024, else None. A day such as 11/12/2024 is ambiguous, so None."""
    if not isinstance(text, str):
        return None
    words = text.strip()
    if exact := _ISO_DAY.fullmatch(words):
        year, month, day = (int(part) for part in exact.groups())
    elif spoken := _WORD_DAY.fullmatch(words):
        name = spoken[2][:3].lower()
        day, month, year = int(spoken[1]), _MONTHS.index(name) + 1 if name in _MONTHS else 0, int(spoken[3])
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def parse_moment(text: object) -> datetime | None:
    """The moment (UTC) written as a day, which means its end, or as 2024-11-12T08:30, else None."""
    if not isinstance(text, str):
        return None
    day = parse_day(text)
    if day:
        return end_of(day)
    try:
        # A plus sign in an address is read as a space.
        moment = datetime.fromisoformat(text.strip().replace(" ", "+") if "T" in text else text.strip())
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def written(moment: datetime) -> str:
    """The moment as an address holds it: the day alone where it is the day's end."""
    if moment == end_of(moment.date()):
        return moment.date().isoformat()
    return moment.replace(tzinfo=None).isoformat()


def moment_words(moment: datetime) -> str:
    """The moment as a reader expects it: "12 Nov 2024"; "12 Nov 2024, 08:30 UTC"."""
    if moment == end_of(moment.date()):
        return wording.day(moment.date())
    return f"{wording.day(moment.date())}, {moment:%H:%M} UTC"


def presets(last: date) -> tuple[tuple[str, date | None, date | None], ...]:
    """Ranges one click away, by name; they end with `last`, the last day for which there is a figure."""
    return (
        ("All", None, None),
        ("1 year", last - timedelta(days=364), last),
        ("90 days", last - timedelta(days=89), last),
        ("30 days", last - timedelta(days=29), last),
    )


def in_words(view: View, last_published: date, *, by_category: bool = True, by_mean: bool = True) -> str:
    """What is shown, as a sentence; the category and the mean only where the page goes by them."""
    if view.start or view.end:
        first = wording.day(view.start) if view.start else "the first report"
        period = f"{first} to {wording.day(view.end) if view.end else 'the last report'}"
    else:
        period = "The whole period"
    dated = "the day covered" if view.basis is Basis.COVERS else "the day of publication"
    known = f"as published by {wording.day(view.as_of or last_published)}"
    recorded = f", as recorded by {moment_words(view.recorded)}" if view.recorded else ""
    mean = f", with the {view.mean}-day mean" if by_mean and view.mean != MEANS[0] else ""
    what = f"{category_words(view.category).capitalize()}: " if by_category and view.category != PERSONNEL else ""
    period = period[0].lower() + period[1:] if what and period.startswith("The whole") else period
    return f"{what}{period}, dated by {dated}, {known}{recorded}{mean}{', on a logarithmic scale' if view.log else ''}."


def _pairs(query: object) -> dict[str, str]:
    """The first value given for each name; overlong and unprintable ones are cut."""
    text = query.removeprefix("?")[:_LONGEST_QUERY] if isinstance(query, str) else ""
    pairs: dict[str, str] = {}
    for key, value in parse_qsl(text, errors="replace"):
        pairs.setdefault(key, "".join(c for c in value[:_LONGEST_VALUE] if c.isprintable()))
    return pairs


def _day(given: dict[str, str], key: str, name: str, faults: list[str]) -> date | None:
    text = given.get(key)
    day = parse_day(text)
    if text and day is None:
        faults.append(f"The {name} “{text[:_ECHOED]}” is no date; write it as 11 Nov 2024. It has been left out.")
    return day


def _basis(given: dict[str, str], faults: list[str]) -> Basis:
    text = given.get("basis", "covers")
    if text not in list(Basis):
        faults.append(f"Figures are dated by “covers” or “published”, not “{text[:_ECHOED]}”; the day covered is used.")
        return Basis.COVERS
    return Basis(text)


def _log(given: dict[str, str], faults: list[str]) -> bool:
    text = given.get("log", "0")
    if text not in ("0", "1"):
        faults.append(f"The scale is log=0 or log=1, not “{text[:_ECHOED]}”; the linear scale is used.")
    return text == "1"


def _moment(given: dict[str, str], faults: list[str]) -> datetime | None:
    text = given.get("recorded_as_of")
    moment = parse_moment(text)
    if text and moment is None:
        faults.append(
            f"The moment of recording “{text[:_ECHOED]}” is no date; write it as 11 Nov 2024. It has been left out."
        )
    return moment


def _category(given: dict[str, str], faults: list[str]) -> str:
    text = given.get("category", PERSONNEL)
    if not _NAME.fullmatch(text):
        faults.append(f"“{text[:_ECHOED]}” is no category; personnel is shown.")
        return PERSONNEL
    return text


def _mean(given: dict[str, str], faults: list[str]) -> int:
    text = given.get("mean", str(MEANS[0]))
    if text not in map(str, MEANS):
        faults.append(f"Means are over 7, 14 or 30 days, not “{text[:_ECHOED]}”; 7 days are used.")
        return MEANS[0]
    return int(text)


def _unit(given: dict[str, str], faults: list[str]) -> str:
    text = given.get("unit", "month")
    if text in UNITS:
        return text
    faults.append(f"Sums are by {', '.join(UNITS)}, not by “{text[:_ECHOED]}”; months are used.")
    return "month"

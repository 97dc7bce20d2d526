"""What a matched period means: its kind, its days where text and publication settle them, and what they name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from dashboard.extract.dates import (
    Calendar,
    day_of,
    last_month,
    month_span,
    recent_month,
    recent_weekday,
    shifted,
)
from dashboard.extract.lexicon.function import MONTHS, WEEKDAYS
from dashboard.extract.lexicon.periods import NUMBERS
from dashboard.model import Basis, Period, PeriodKind

Parts = Mapping[str, str | None]
Reader = Callable[[Parts, Calendar], tuple[Period, Basis] | None]

# A span named by its first day is a week or a month where it is about that long.
_BY_LENGTH = ((1, PeriodKind.DAY), (3, PeriodKind.HOURS48), (9, PeriodKind.WEEK))


def since_start(parts: Parts, days: Calendar) -> tuple[Period, Basis]:
    """Since the war began, until publication; of a war before this one, where it is told as of an earlier year."""
    year = _year_of(parts)
    if year and days.war_start and year < days.war_start.year:
        return Period(PeriodKind.SINCE_START), Basis.PUBLISHED
    return Period(PeriodKind.SINCE_START, days.war_start, days.published if days.after_start else None), Basis.PUBLISHED


def since_date(parts: Parts, days: Calendar) -> tuple[Period, Basis]:
    """Since a stated day, month or year: since the start where that is where the war began or years ago."""
    first = _first_day(parts, days)
    if days.of_start(first) and not _year_of(parts):
        first = days.war_start
    begun = bool(first and days.published and first <= days.published)
    if first and days.published and begun and not days.is_start(first, 15):
        length = (days.published - first).days
        kind = next((k for top, k in _BY_LENGTH if length <= top), None)
        if kind:
            return Period(kind, first, days.published), Basis.PUBLISHED
    if first and days.published and first == date(days.published.year, 1, 1) and begun:
        return Period(PeriodKind.YEAR, first, days.published), Basis.PUBLISHED
    year = _year_of(parts)
    long = bool(year and (not days.published or year < days.published.year)) or bool(
        _month_of(parts) and _day_of(parts)
    )
    kind = PeriodKind.SINCE_START if days.is_start(first, 60) or long else PeriodKind.OTHER
    return Period(kind, first, days.published if first is None or begun else None), Basis.PUBLISHED


def _first_day(parts: Parts, days: Calendar) -> date | None:
    """The day, or the first of the month or year, that a match names."""
    year, month, day = _year_of(parts), _month_of(parts), _day_of(parts)
    if month and day:
        return day_of(day, month, days.published, year)
    if month:
        return recent_month(month, days.published, year)[0]
    if year and days.war_start and days.war_start.year == year:
        return days.war_start
    return date(year, 1, 1) if year else None


def since_year(parts: Parts, days: Calendar) -> tuple[Period, Basis]:
    """From the first day of a stated year until publication: that year so far, where it is the year of publication."""
    first = date(_year_of(parts) or 1, 1, 1)
    this = days.published is not None and first.year == days.published.year
    begun = days.published is not None and first <= days.published
    kind = PeriodKind.YEAR if this else PeriodKind.SINCE_START if days.is_start(first, 60) else PeriodKind.OTHER
    return Period(kind, first, days.published if begun else None), Basis.COVERS


def from_to(parts: Parts, days: Calendar) -> tuple[Period, Basis]:
    """From one date to another: since the start where it begins with the war."""
    day, month = _day_of(parts), _month_of(parts)
    first = day_of(day, month, days.published, _year_of(parts)) if day and month else None
    if days.is_start(first, 15):
        return since_start(parts, days)
    return Period(PeriodKind.OTHER, first, None), Basis.COVERS


def span(parts: Parts, days: Calendar) -> tuple[Period, Basis]:
    """From one day to another, both by number: since the start where it begins with the war, else by its length."""
    first_month, last_month = (MONTHS.get((parts.get(k) or "").lower().rstrip(".")) for k in ("month", "other"))
    year = _year_of(parts)
    last = day_of(int(parts["last"] or 0), last_month or first_month or 0, days.published, year)
    since = int(told) if (told := parts.get("since")) else None
    first = day_of(_day_of(parts) or 0, first_month or last_month or 0, last or days.published, since)
    if first is None or last is None or first > last:
        return Period(PeriodKind.OTHER), Basis.COVERS
    if days.is_start(first, 15):
        return Period(PeriodKind.SINCE_START, first, last), Basis.COVERS
    return Period(_kind_of((last - first).days), first, last), Basis.COVERS


def to_month(parts: Parts, days: Calendar) -> tuple[Period, Basis]:
    """From the war's first day, or another, to the end of a month: since the start where it begins with the war."""
    last = month_span(int(parts["year"] or 0), MONTHS[(parts["other"] or "").lower().rstrip(".")])[1]
    since, month, day = parts.get("since"), _month_of(parts), _day_of(parts)
    first = day_of(day, month, last, int(since) if since else None) if day and month else days.war_start
    if first is None or first > last or not days.is_start(first, 15):
        return Period(PeriodKind.OTHER), Basis.COVERS
    return Period(PeriodKind.SINCE_START, first, last), Basis.COVERS


def day_back(offset: int) -> Reader:
    """A reader of the day so many days from publication."""

    def read(parts: Parts, days: Calendar) -> tuple[Period, Basis]:
        day = shifted(days.published, offset)
        return Period(PeriodKind.DAY, day, day), Basis.PUBLISHED

    return read


def weekday(parts: Parts, days: Calendar) -> tuple[Period, Basis]:
    """The last day of that name."""
    day = recent_weekday(WEEKDAYS[(parts["weekday"] or "").lower()], days.published)
    return Period(PeriodKind.DAY, day, day), Basis.PUBLISHED


def day_of_month(parts: Parts, days: Calendar) -> tuple[Period, Basis]:
    """A day told by number and month."""
    day = day_of(_day_of(parts) or 0, _month_of(parts) or 0, days.published, _year_of(parts))
    return Period(PeriodKind.DAY, day, day), Basis.COVERS


def until_now(kind: PeriodKind, back: int) -> Reader:
    """A reader of the span from so many days before publication until publication."""

    def read(parts: Parts, days: Calendar) -> tuple[Period, Basis]:
        return Period(kind, shifted(days.published, back), days.published), Basis.PUBLISHED

    return read


def month(parts: Parts, days: Calendar) -> tuple[Period, Basis]:
    """A month by name."""
    return Period(PeriodKind.MONTH, *recent_month(_month_of(parts) or 1, days.published, _year_of(parts))), Basis.COVERS


def some_day_in_month(parts: Parts, days: Calendar) -> tuple[Period, Basis]:
    """One day, no matter which, of a month by name."""
    return Period(
        PeriodKind.DAY, *recent_month(_month_of(parts) or 1, days.published, _year_of(parts))
    ), Basis.PUBLISHED


def month_before(parts: Parts, days: Calendar) -> tuple[Period, Basis]:
    """The calendar month before that of publication."""
    return Period(PeriodKind.MONTH, *last_month(days.published)), Basis.COVERS


def this_month(parts: Parts, days: Calendar) -> tuple[Period, Basis]:
    """The month of publication so far."""
    first = days.published.replace(day=1) if days.published else None
    return Period(PeriodKind.MONTH, first, days.published), Basis.COVERS


def year(parts: Parts, days: Calendar) -> tuple[Period, Basis]:
    """A calendar year by number."""
    return _whole_year(_year_of(parts))


def this_year(parts: Parts, days: Calendar) -> tuple[Period, Basis]:
    """The year of publication so far."""
    first = date(days.published.year, 1, 1) if days.published else None
    return Period(PeriodKind.YEAR, first, days.published), Basis.COVERS


def year_before(parts: Parts, days: Calendar) -> tuple[Period, Basis]:
    """The calendar year before that of publication."""
    return _whole_year(days.published.year - 1 if days.published else None)


def since_last_year(parts: Parts, days: Calendar) -> tuple[Period, Basis]:
    """Since some day of the year before that of publication, as wars are told that began then."""
    return Period(PeriodKind.SINCE_START), Basis.PUBLISHED


def half(parts: Parts, days: Calendar) -> tuple[Period, Basis]:
    """The first or second half of a year."""
    number = _year_of(parts) or (days.published.year if days.published else None)
    if number is None:
        return Period(PeriodKind.OTHER), Basis.COVERS
    first, last = (1, 6) if (parts["part"] or "").lower() in ("first", "1st") else (7, 12)
    return Period(PeriodKind.OTHER, date(number, first, 1), month_span(number, last)[1]), Basis.COVERS


def since_weekday(parts: Parts, days: Calendar) -> tuple[Period, Basis]:
    """Since the last day of that name: a day, two or about a week."""
    first = recent_weekday(WEEKDAYS[(parts["weekday"] or "").lower()], days.published)
    length = (days.published - first).days if first and days.published else 9
    kind = next((k for top, k in _BY_LENGTH if length <= top), PeriodKind.OTHER)
    return Period(kind, first, days.published), Basis.PUBLISHED


def days_back(parts: Parts, days: Calendar) -> tuple[Period, Basis]:
    """So many days up to publication: two, a week or a month where they are about as many."""
    told = (parts["count"] or "").lower()
    length = int(told) if told.isdigit() else NUMBERS.index(told) + 1
    return Period(_kind_of(length - 1), shifted(days.published, 1 - length), days.published), Basis.PUBLISHED


def _kind_of(length: int) -> PeriodKind:
    """The kind of a span of so many days and one."""
    if length in range(27, 32):
        return PeriodKind.MONTH
    spans = {0: PeriodKind.DAY, 1: PeriodKind.HOURS48, **dict.fromkeys(range(4, 10), PeriodKind.WEEK)}
    return spans.get(length, PeriodKind.OTHER)


def nothing(parts: Parts, days: Calendar) -> None:
    """Words that look like a period, and name none."""


def undated(kind: PeriodKind) -> Reader:
    """A reader of a kind without days."""
    return lambda parts, days: (Period(kind), Basis.COVERS)


def _whole_year(number: int | None) -> tuple[Period, Basis]:
    if not number:
        return Period(PeriodKind.YEAR), Basis.COVERS
    return Period(PeriodKind.YEAR, date(number, 1, 1), date(number, 12, 31)), Basis.COVERS


def _year_of(parts: Parts) -> int | None:
    return int(told) if (told := parts.get("year")) else None


def _month_of(parts: Parts) -> int | None:
    return MONTHS.get((parts.get("month") or "").lower().rstrip("."))


def _day_of(parts: Parts) -> int | None:
    told = parts.get("day")
    return int(told) if told and int(told) < 32 else None

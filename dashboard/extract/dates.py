"""Calendar words resolved against the day of publication."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Calendar:
    """What dates are resolved against: the day of publication, the war's first day, and what the war is called."""

    published: date | None
    war_start: date | None
    war_words: tuple[str, ...] = ()

    @property
    def after_start(self) -> bool:
        """Whether the text is dated, and appeared after the war began."""
        return bool(self.published and (self.war_start is None or self.war_start <= self.published))

    def of_start(self, day: date | None) -> bool:
        """Whether a day is that of the year on which the war began: "since 24 February", told in any year."""
        start = self.war_start
        return bool(start and day and (start.month, start.day) == (day.month, day.day))

    def is_start(self, day: date | None, within: int) -> bool:
        """Whether a day is the war's first, give or take so many days."""
        return bool(self.war_start and day and abs((day - self.war_start).days) < within)


def month_span(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def recent_month(month: int, published: date | None, year: int | None = None) -> tuple[date | None, date | None]:
    """The month meant by its name: of the year given, or the last one begun by the day of publication."""
    if year:
        return month_span(year, month)
    if published is None:
        return None, None
    chosen = published.year if month <= published.month else published.year - 1
    return month_span(chosen, month) if chosen else (None, None)


def recent_weekday(weekday: int, published: date | None) -> date | None:
    """The last such weekday up to the day of publication (0 is Monday)."""
    return shifted(published, -((published.weekday() - weekday) % 7)) if published else None


def day_of(day: int, month: int, published: date | None, year: int | None = None) -> date | None:
    """A day and month as a date: of the year given, or the last one up to publication; None where it is no date."""
    chosen = year or (published.year if published else None)
    if chosen is None:
        return None
    try:
        found = date(chosen, month, day)
        return found if year or published is None or found <= published else date(chosen - 1, month, day)
    except ValueError:
        return None


def shifted(published: date | None, days: int) -> date | None:
    """The day so many days from publication; None where the calendar has none."""
    try:
        return published + timedelta(days=days) if published else None
    except OverflowError:
        return None


def last_month(published: date | None) -> tuple[date | None, date | None]:
    """The calendar month before that of publication."""
    before = shifted(published.replace(day=1), -1) if published else None
    return month_span(before.year, before.month) if before else (None, None)

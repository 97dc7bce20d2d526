"""Days and moments as people type them and as an address holds them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time

from dashboard import wording
from dashboard.store import end_of

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_WORD_DAY = re.compile(r"([0-9]{1,2})\s+([A-Za-z]{3,9})\.?,?\s+([0-9]{4})")
_MINUTE = re.compile(r"(.+?)(?:,\s*|\s+)([0-9]{1,2}):([0-9]{2})(?:\s*(?:UTC|GMT|Z))?", re.IGNORECASE)
ECHOED = 40


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
    """The moment (UTC) written as a day or as 12 Nov 2024, 08:30, which mean their end, or as 2024-11-12T08:30."""
    if not isinstance(text, str):
        return None
    if day := parse_day(text):
        return end_of(day)
    if minute := _minute(text):
        return minute
    try:
        # A plus sign in an address is read as a space.
        moment = datetime.fromisoformat(text.strip().replace(" ", "+") if "T" in text else text.strip())
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def _minute(text: str) -> datetime | None:
    """The end of the minute written after a day, as `moment_words` tells it: what happened within it is in."""
    parts = _MINUTE.fullmatch(text.strip())
    day = parse_day(parts[1]) if parts else None
    if parts is None or day is None or int(parts[2]) > 23 or int(parts[3]) > 59:
        return None
    return datetime.combine(day, time(int(parts[2]), int(parts[3]), 59, 999_999), UTC)


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


def no_day(text: object) -> str:
    """What is wrong with a text that is no day, and how to write one."""
    return f"“{str(text)[:ECHOED]}” is no date; write it as 11 Nov 2024"


def no_moment(text: object) -> str:
    """What is wrong with a text that is no moment, and how to write one."""
    return f"{no_day(text)}, or with its time (UTC) as 11 Nov 2024, 08:30"

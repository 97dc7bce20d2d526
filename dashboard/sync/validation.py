"""Whether a dataset may replace the last one: what forbids it, what a person may accept, and what is only worth saying.

The bounds lie well beyond everything that the dataset's own history shows (at most 3 days mended at once, by at most
4.3 % but for the slip of 1 January 2025, and one day withdrawn), so that they catch slips and half files.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from itertools import pairwise

from dashboard.errors import DocumentError, Problem
from dashboard.store import Correction, Entry
from dashboard.wording import number

AHEAD = timedelta(days=2)
MAX_REMOVED_DAYS = 3
MAX_CHANGED_DAYS = 10
# A revision is doubted beyond both this share of the old total and this many.
MAX_SHARE, MAX_COUNT = 0.1, 50
# A new total is doubted where its rise a day is this many times the steepest of the year before (and beyond MAX_RISE).
TIMES, MAX_RISE = 3, 250
NAMED = 5


class JumpRefused(DocumentError):
    """A dataset that differs from the last one by more than is plausible; a person may accept it."""


def refuse_faults(faults: Iterable[Problem]) -> None:
    """Raises DocumentError naming the first faults where there are any."""
    told = [str(fault) for fault in faults]
    if told:
        raise DocumentError(f"the dataset was not taken over, nothing was changed. {_first(told, '; ')}")


def future_faults(reports: Iterable[Entry], now: datetime) -> list[Problem]:
    """A fault for each day or moment that lies later than `now` allows."""
    limit = now + AHEAD
    return [
        Problem("dataset", None, f"{entry.report_id} lies in the future (today is {now.date()})", "Check the date")
        for entry in reports
        if entry.published > limit.date() or entry.recorded_at > limit
    ]


def refuse_doubts(doubts: Iterable[str]) -> None:
    """Raises JumpRefused with every doubt, told once."""
    told = list(dict.fromkeys(doubts))
    if told:
        raise JumpRefused(
            f"the dataset was not taken over, nothing was changed: {'; '.join(told)}. "
            "If this is right, repeat it with --accept-jump"
        )


def doubts(held: Mapping[str, Entry], wanted: Mapping[str, Entry]) -> Iterator[str]:
    """What makes the wanted reports implausible after those held (both by report id)."""
    yield from _falls(wanted)
    yield from _removals(held, wanted)
    yield from _revisions(held, wanted)
    yield from _leaps(held, wanted)


def _falls(wanted: Mapping[str, Entry]) -> Iterator[str]:
    """The running total of persons never falls."""
    falls = [
        f"{old.published} {number(old.total)} → {new.published} {number(new.total)}"
        for category, series in _by_category(wanted.values()).items()
        if category == "personnel"
        for old, new in pairwise(series)
        if _total(new) < _total(old)
    ]
    if falls:
        yield f"the running total of personnel falls ({_first(falls)})"


def _removals(held: Mapping[str, Entry], wanted: Mapping[str, Entry]) -> Iterator[str]:
    gone = sorted({entry.published for name, entry in held.items() if name not in wanted})
    if len(gone) > MAX_REMOVED_DAYS:
        yield f"reports of {number(len(gone))} days would be removed ({_first(map(str, gone))})"


def _revisions(held: Mapping[str, Entry], wanted: Mapping[str, Entry]) -> Iterator[str]:
    pairs = [(held[name], new) for name, new in wanted.items() if name in held and held[name].total != new.total]
    days = sorted({new.published for _, new in pairs})
    if len(days) > MAX_CHANGED_DAYS:
        yield f"reports of {number(len(days))} days would be changed ({_first(map(str, days))})"
    large = [
        f"{new.report_id} {number(old.total)} → {number(new.total)}"
        for old, new in pairs
        if abs(_total(new) - _total(old)) > max(MAX_COUNT, MAX_SHARE * _total(old))
    ]
    if large:
        yield f"totals would be changed by more than {MAX_SHARE:.0%} ({_first(large)})"


def _leaps(held: Mapping[str, Entry], wanted: Mapping[str, Entry]) -> Iterator[str]:
    """New totals that rise or fall far more a day than any of the year before; a series never held has no measure."""
    known = {entry.category for entry in held.values()}
    for category, series in _by_category(wanted.values()).items():
        if category not in known:
            continue
        pairs = list(pairwise(series))
        usual = [abs(_step(old, new)) for old, new in pairs if new.report_id in held][-365:]
        bound = max(TIMES * max(usual, default=0), MAX_RISE)
        leaps = [
            f"{new.report_id} {number(old.total)} → {number(new.total)}"
            for old, new in pairs
            if new.report_id not in held and abs(_step(old, new)) > bound
        ]
        if leaps:
            yield f"totals leap by more than {number(round(bound))} a day ({_first(leaps)})"


def _step(old: Entry, new: Entry) -> float:
    """The rise from one total to the next, per day."""
    return (_total(new) - _total(old)) / (new.published - old.published).days


def notes(wanted: Iterable[Entry], corrections: Iterable[Correction]) -> Iterator[str]:
    """What is worth saying of the reports: days without one, and totals of equipment that fall."""
    series = _by_category(wanted)
    for name, days in (("personnel", _days(series, True)), ("equipment", _days(series, False))):
        missing = [str(day) for a, b in pairwise(days) for day in _between(a, b)]
        if missing:
            yield f"{name}: no report for {number(len(missing))} days ({_first(missing)})"
    explained = {correction.published for correction in corrections}
    falls = [new.published for one in series.values() for old, new in pairwise(one) if _total(new) < _total(old)]
    if falls:
        days_of = set(falls)
        yield (
            f"equipment: {number(len(falls))} totals fall on {number(len(days_of))} days; "
            f"the dataset's own corrections name {number(len(days_of & explained))} of those days"
        )


def _days(series: Mapping[str, list[Entry]], personnel: bool) -> list[date]:
    some = [rows for name, rows in series.items() if (name == "personnel") == personnel]
    return sorted({one.published for rows in some for one in rows})


def _between(first: date, last: date) -> Iterator[date]:
    for n in range(1, (last - first).days):
        yield first + timedelta(days=n)


def _by_category(reports: Iterable[Entry]) -> dict[str, list[Entry]]:
    series: dict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(reports, key=lambda one: one.published):
        series[entry.category].append(entry)
    return series


def _total(entry: Entry) -> float:
    """The total of a report that stands, which is never None."""
    return entry.total or 0.0


def _first(told: Iterable[str], joint: str = ", ") -> str:
    named = list(told)
    rest = f"{joint}and {number(len(named) - NAMED)} more" if len(named) > NAMED else ""
    return joint.join(named[:NAMED]) + rest

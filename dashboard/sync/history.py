"""The dataset's own history of its personnel file: every change made to it, with the moment it was made."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime

from dashboard.errors import DocumentError, Problem
from dashboard.model import Hedge
from dashboard.sources.general_staff import ADDRESS, CLAIMANT, SUBJECT
from dashboard.sources.reading import Fault, choice_of, day_of, decode, number_of, quoted
from dashboard.store import Entry

HISTORY = "personnel_vintages.csv"
COLUMNS = ("recorded_at", "report_date", "change", "old_total", "new_total")


def history_in(data: bytes, place: str) -> tuple[list[Entry], list[Problem]]:
    """The changes as entries in order of time, and the faults; each change must follow from the one before.

    The history keeps no hedges: entries say "about", as all but six of the file's own rows do (see `with_hedges`).
    """
    entries: list[Entry] = []
    faults: list[Problem] = []
    state: dict[str, float] = {}
    try:
        for line, row in _rows(decode(data)):
            try:
                entries.append(_entry(row, state, entries[-1].recorded_at if entries else None))
            except Fault as fault:
                faults.append(fault.at(place, line))
    except Fault as fault:
        faults.append(fault.at(place, 1))
    except csv.Error as error:
        faults.append(Problem(place, None, f"the CSV breaks ({error})", "Take the whole file"))
    return entries, faults


def _rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    if not text.endswith("\n"):
        raise Fault("the last line breaks off", "Take the whole file", text.count("\n") + 1)
    reader = csv.reader(io.StringIO(text), strict=True)
    if tuple(next(reader, ())) != COLUMNS:
        raise Fault("the columns are not those of a history", f"The header must be {','.join(COLUMNS)}", 1)
    for cells in reader:
        if len(cells) != len(COLUMNS):
            raise Fault(f"{len(cells)} cells where {len(COLUMNS)} belong", "Take the whole file", reader.line_num)
        yield reader.line_num, dict(zip(COLUMNS, cells, strict=True))


def _entry(row: Mapping[str, str], state: dict[str, float], after: datetime | None) -> Entry:
    """The row as an entry; `state` is brought along, so that each row is held against what stood before it."""
    moment = _moment(row["recorded_at"])
    if after is not None and moment < after:
        raise Fault(f"recorded_at {quoted(row['recorded_at'])} is earlier than the row before", "Sort by recorded_at")
    day = day_of(row["report_date"], "report_date")
    change = choice_of(row["change"], "change", ("added", "changed", "removed"))
    new = None if change == "removed" else number_of(row["new_total"], "new_total")
    name = f"GS-{day}"
    stood = state.pop(name, None)
    told = number_of(row["old_total"], "old_total") if change != "added" else None
    if told != stood:
        raise Fault(f"{change} {day} from {quoted(row['old_total'])}, where {stood} stood", "Take the whole file")
    if new is not None:
        state[name] = new
    return Entry(name, day, CLAIMANT, SUBJECT, "personnel", ADDRESS, new, str(Hedge.ABOUT), moment)


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = datetime.min
    if moment.tzinfo is None:
        raise Fault(f"recorded_at {quoted(text)} is no moment with its zone", "Write 2024-11-11T09:30:00+02:00")
    return moment.astimezone(UTC)


def with_hedges(history: Iterable[Entry], hedge_of: Callable[[str], str | None]) -> list[Entry]:
    """The history with the hedge that the dataset gives each report today, since it kept none of earlier days."""
    return [entry._replace(hedge=hedge_of(entry.report_id) or entry.hedge) for entry in history]


def not_yet_in(log: Iterable[Entry], history: Iterable[Entry]) -> list[Entry]:
    """The entries of the history that the log lacks; raises DocumentError where the two contradict one another."""
    known = {(entry.report_id, entry.recorded_at): entry.total for entry in log}
    news = []
    for entry in history:
        if (key := (entry.report_id, entry.recorded_at)) not in known:
            news.append(entry)
        elif known[key] != entry.total:
            raise DocumentError(
                f"{HISTORY}: the change of {entry.report_id} at {entry.recorded_at:%Y-%m-%d %H:%M} gives "
                f"{entry.total}, but {known[key]} is stored for that moment. Nothing was changed; check the file"
            )
    return news

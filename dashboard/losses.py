"""Everything that was read, in one immutable value, and the series that can be asked of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

import pandas as pd

from dashboard.counted import counted
from dashboard.epochs import PRESENT, Epoch, History, history
from dashboard.errors import CorrectionError, Problem, SeriesError
from dashboard.model import Anomaly, Basis, Claim, Claimant, Conflict, Document, Extraction, Status
from dashboard.observations import lag_of
from dashboard.once import Kept
from dashboard.series import SeriesQuery, daily_series, dated

_REMEMBERED = 64
# Those of the personnel series, on both bases, and one of every other category.
_EPOCHS = 160


@dataclass(frozen=True, eq=False)
class Losses:
    """What `pipeline.build` read: claims with their documents, observations, registers, and what was left out.

    `observations` is an OBSERVATIONS frame; `version` the SHA-256 of all bytes read. Series are worked out on demand
    and remembered, which no caller can tell from working them out anew.
    """

    data_dir: Path
    conflict: Conflict
    claimants: Mapping[str, Claimant]
    anomalies: tuple[Anomaly, ...]
    extractions: tuple[Extraction, ...]
    estimates: tuple[Claim, ...]
    observations: pd.DataFrame
    problems: tuple[Problem, ...]
    version: str
    # Of this value alone: one that is made from it with other observations or corrections begins anew.
    _series: Kept = field(default_factory=lambda: Kept(_REMEMBERED), init=False, repr=False)
    _cut: Kept = field(default_factory=lambda: Kept(_REMEMBERED), init=False, repr=False)
    _epochs: Kept = field(default_factory=lambda: Kept(_EPOCHS), init=False, repr=False)
    _histories: Kept = field(default_factory=lambda: Kept(_REMEMBERED), init=False, repr=False)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that count: those accepted in documents, then the register's."""
        return tuple(claim for claim in self._read if claim.status is Status.ACCEPTED) + self.estimates

    @cached_property
    def pending(self) -> tuple[Claim, ...]:
        """The claims of documents that await a decision; they count in no series and no chart."""
        return tuple(claim for claim in self._read if claim.status is Status.PENDING)

    @property
    def _read(self) -> Iterator[Claim]:
        return (claim for read in self.extractions for claim in read.claims)

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """The documents by id."""
        return MappingProxyType({read.document.id: read.document for read in self.extractions})

    @cached_property
    def _claims_by_id(self) -> Mapping[str, Claim]:
        return MappingProxyType({claim.claim_id: claim for claim in (*self.claims, *self.pending)})

    def claim(self, claim_id: str) -> Claim | None:
        """The claim of that id, or None."""
        return self._claims_by_id.get(claim_id)

    @cached_property
    def last_published(self) -> date:
        """The last day on which the reference claimant's series was published: the default as-of date."""
        mine = self.observations[self.observations["claimant"] == self.conflict.reference_claimant]
        days = mine["published"] if not mine.empty else self.observations["published"]
        return self.conflict.start if days.empty else days.max().date()

    @cached_property
    def categories(self) -> frozenset[str]:
        """The categories of which the reference claimant has a series."""
        mine = self.observations["claimant"] == self.conflict.reference_claimant
        return frozenset(self.observations.loc[mine, "category"].unique())

    def reference_query(self, category: str = "personnel", basis: Basis = Basis.COVERS) -> SeriesQuery:
        """The query for the series that claims are checked against."""
        known = self.conflict
        counted = ";".join(known.reference_definition) or None
        return SeriesQuery(known.reference_claimant, known.reference_subject, category, basis, definition=counted)


def completed(losses: Losses, query: SeriesQuery) -> SeriesQuery:
    """The query with the claimant's own reporting lag, and no as-of date later than the data."""
    as_of = min(query.as_of, losses.last_published) if query.as_of else None
    return replace(query, lag=lag_of(query.claimant, losses.claimants), as_of=as_of)


def series_of(losses: Losses, query: SeriesQuery) -> pd.DataFrame:
    """The SERIES frame for `query`; raises SeriesError where the claimant is unknown."""
    if query.claimant not in losses.claimants:
        raise SeriesError(
            f"no claimant is called {query.claimant!r}; `data/claimants.toml` lists the names, "
            f"such as {losses.conflict.reference_claimant!r}"
        )
    query = completed(losses, query)
    return _own(losses._series, query, lambda: daily_series(losses.observations, query, losses.anomalies))


def counted_of(losses: Losses, query: SeriesQuery) -> pd.DataFrame:
    """The COUNTED frame for `query`: derived rows with what the anomaly register says of each."""
    query = completed(losses, query)
    if query.as_of is None:
        return _of_epoch(losses, query, PRESENT).copy(deep=False)
    return _own(losses._cut, query, lambda: _as_of(losses, query, query.as_of or losses.last_published))


def _as_of(losses: Losses, query: SeriesQuery, as_of: date) -> pd.DataFrame:
    """The frame as the beginning of one that serves many as-of dates, or, where that is not exact, made for its own."""
    epoch = _history(losses, query).epoch(as_of)
    try:
        rows = _of_epoch(losses, replace(query, as_of=None), epoch) if epoch else None
    except CorrectionError:  # what does not fit may have come after the day that is asked for
        rows = None
    if rows is None:
        return counted(series_of(losses, query), losses.anomalies, query)
    # None of them comes after one that was published later: an epoch is given only where that is so.
    return rows.iloc[: int((rows["published"] <= pd.Timestamp(as_of)).sum())].reset_index(drop=True)


def _of_epoch(losses: Losses, query: SeriesQuery, epoch: Epoch) -> pd.DataFrame:
    """The frame with the values that were known during the epoch; by day of publication it is the same, shifted."""

    def made() -> pd.DataFrame:
        if query.basis is not Basis.COVERS:
            return dated(_of_epoch(losses, replace(query, basis=Basis.COVERS), epoch), query)
        known = _history(losses, query).known(epoch)
        return counted(daily_series(known, query, losses.anomalies), losses.anomalies, query)

    frame: pd.DataFrame = losses._epochs.get((query, epoch), made)
    return frame


def work_out_epochs(losses: Losses, query: SeriesQuery) -> None:
    """Work out the frames that every as-of date of the series is cut from, so that no reader waits for one."""
    query = replace(completed(losses, query), as_of=None)
    for epoch in _history(losses, query).epochs():
        with suppress(CorrectionError):  # told where it is asked for
            _of_epoch(losses, query, epoch)


def same_values_until(losses: Losses, as_of: date) -> date:
    """The last day up to which the reports known on `as_of` keep their values; `as_of` where none is known."""
    epoch = _history(losses, losses.reference_query()).epoch(as_of)
    if epoch is None:
        return as_of
    return max(as_of, min(epoch.last or losses.last_published, losses.last_published))


def _history(losses: Losses, query: SeriesQuery) -> History:
    key = query.claimant, query.subject, query.category
    known: History = losses._histories.get(key, lambda: history(losses.observations, *key))
    return known


def _own(kept: Kept, query: SeriesQuery, make: Callable[[], pd.DataFrame]) -> pd.DataFrame:
    """The frame kept for the query, as one's own: pandas copies what is written to, and only that."""
    frame: pd.DataFrame = kept.get(query, make)
    return frame.copy(deep=False)

"""Everything that was read, in one immutable value, and the series that can be asked of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import pandas as pd

from dashboard.counted import counted
from dashboard.epochs import Epoch, History, history
from dashboard.errors import CorrectionError, Problem, SeriesError
from dashboard.model import Anomaly, Basis, Claim, Claimant, Conflict, Document, Extraction, Status
from dashboard.observations import lag_of
from dashboard.series import SeriesQuery, daily_series

_REMEMBERED = 64


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
    _remembered: dict[SeriesQuery, pd.DataFrame] = field(default_factory=dict, repr=False)
    _counted: dict[SeriesQuery, pd.DataFrame] = field(default_factory=dict, repr=False)
    # Not handed on to a value that is made from this one with other observations.
    _epochs: dict[tuple[SeriesQuery, Epoch], pd.DataFrame] = field(default_factory=dict, init=False, repr=False)
    _histories: dict[tuple[str, str, str], History] = field(default_factory=dict, init=False, repr=False)

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
    return _recalled(losses._remembered, query, lambda: daily_series(losses.observations, query, losses.anomalies))


def counted_of(losses: Losses, query: SeriesQuery) -> pd.DataFrame:
    """The COUNTED frame for `query`: derived rows with what the anomaly register says of each."""
    query = completed(losses, query)
    return _recalled(losses._counted, query, lambda: _counted(losses, query))


def _counted(losses: Losses, query: SeriesQuery) -> pd.DataFrame:
    """The frame as the beginning of one that serves many as-of dates, or, where that is not exact, made for its own."""
    known = _history(losses, query)
    epoch = known.epoch(query.as_of) if query.as_of else None
    if query.as_of is None or epoch is None:
        return counted(series_of(losses, query), losses.anomalies, query)
    whole = replace(query, as_of=None)
    try:
        rows = _recalled(losses._epochs, (whole, epoch), lambda: _of_epoch(losses, whole, epoch))
    except CorrectionError:  # what does not fit may have come after the day that is asked for
        return counted(series_of(losses, query), losses.anomalies, query)
    return rows[rows["published"] <= pd.Timestamp(query.as_of)].reset_index(drop=True)


def _of_epoch(losses: Losses, query: SeriesQuery, epoch: Epoch) -> pd.DataFrame:
    series = daily_series(_history(losses, query).known(epoch), query, losses.anomalies)
    return counted(series, losses.anomalies, query)


def same_values_until(losses: Losses, as_of: date) -> date:
    """The last day up to which the reports known on `as_of` keep their values; `as_of` where none is known."""
    epoch = _history(losses, losses.reference_query()).epoch(as_of)
    if epoch is None:
        return as_of
    return max(as_of, min(epoch.last or losses.last_published, losses.last_published))


def _history(losses: Losses, query: SeriesQuery) -> History:
    key = query.claimant, query.subject, query.category
    if key not in losses._histories:
        losses._histories[key] = history(losses.observations, *key)
    return losses._histories[key]


Key = TypeVar("Key")


def _recalled(store: dict[Key, pd.DataFrame], query: Key, make: Callable[[], pd.DataFrame]) -> pd.DataFrame:
    """The frame remembered for the query; the oldest is forgotten first, so that the store stays bounded.

    It is a frame of its own to whoever changes it: pandas copies what is written to, and only that.
    """
    frame = store.get(query)
    if frame is None:
        frame = make()
        store[query] = frame
        for old in list(store)[:-_REMEMBERED]:
            store.pop(old, None)
    return frame.copy(deep=False)

"""Which series a series as of a day is the beginning of: between two revisions, what was known only grows at its end.

So one series answers for every day of such an epoch, cut where the day's reports end. Where that would not be exact
(a report told late, or told by documents alone), nothing is said, and the series is worked out for its own day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
import pandas as pd

from dashboard.observations import FROM_DATASET

_ONE_DAY = pd.Timedelta(days=1)


class Epoch(NamedTuple):
    """The days up to `last`, None for the present, on which the same values of all reports were known."""

    last: date | None


PRESENT = Epoch(None)


@dataclass(frozen=True, eq=False)
class History:
    """The observations of one claimant, subject and category, and when the values of its reports changed.

    `published` are the days of its running totals in order; `reach` the last covered day told by each of these days,
    `rest` the first one told from it on. `changes` are the days on which a report that has several values got one.
    """

    observed: pd.DataFrame
    published: np.ndarray
    reach: np.ndarray
    rest: np.ndarray
    changes: np.ndarray
    steady: bool

    def epoch(self, as_of: date) -> Epoch | None:
        """The epoch of the day, or None where the series as of it is not the beginning of the epoch's."""
        day = np.datetime64(as_of.isoformat(), "D")
        told = int(np.searchsorted(self.published, day, side="right"))
        late = 0 < told < len(self.published) and self.reach[told - 1] >= self.rest[told]
        if not self.steady or not told or late:
            return None
        following = self.changes[self.changes > day]
        return _until(following[0]) if len(following) else PRESENT

    def epochs(self) -> list[Epoch]:
        """All epochs, the present first, then the latest before it."""
        return [PRESENT, *map(_until, self.changes[::-1])]

    def known(self, epoch: Epoch) -> pd.DataFrame:
        """The observations with the values recorded by the end of the epoch, or their first where that came later."""
        recorded = self.observed["recorded"]
        if epoch.last is None or recorded.isna().all():
            return self.observed
        in_time = recorded.isna() | (recorded < pd.Timestamp(epoch.last) + _ONE_DAY)
        later = self.observed[~self.observed["observation_id"].isin(self.observed.loc[in_time, "observation_id"])]
        first = later.sort_values("recorded", kind="stable").drop_duplicates("observation_id")
        return pd.concat([self.observed[in_time], first])


def _until(change: np.datetime64) -> Epoch:
    return Epoch(pd.Timestamp(change).date() - timedelta(days=1))


def history(observations: pd.DataFrame, claimant: str, subject: str, category: str) -> History:
    """The history of one series in an OBSERVATIONS frame."""
    same = (
        (observations["claimant"] == claimant)
        & (observations["subject"] == subject)
        & (observations["category"] == category)
    )
    mine = observations[same]
    totals = mine[mine["kind"] == "total"].sort_values("published", kind="stable")
    ends = totals["end"].to_numpy().astype("datetime64[D]")
    often = mine[mine.duplicated("observation_id", keep=False)]
    moved = often.groupby("observation_id")["published"].nunique().gt(1).any()
    dataset = mine.loc[mine["rank"] == FROM_DATASET, "published"]
    return History(
        observed=mine,
        published=totals["published"].to_numpy().astype("datetime64[D]"),
        reach=np.maximum.accumulate(ends),
        rest=np.minimum.accumulate(ends[::-1])[::-1],
        changes=np.unique(often["recorded"].dropna().to_numpy().astype("datetime64[D]")),
        steady=bool(len(dataset)) and dataset.min() == mine["published"].min() and not moved,
    )

"""Which edition of the data answers: the newest, swapped whole when the store has grown, or a replay of another."""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from threading import Lock, Thread
from typing import NamedTuple

from dashboard.errors import LossesError, Problem, StoreError
from dashboard.losses import Losses
from dashboard.pipeline import build, synced_of
from dashboard.store import Store
from dashboard.web.edition import Edition
from dashboard.web.moments import moment_words
from dashboard.web.view import View, parse

LOOK_EVERY = 3.0
_LOG = logging.getLogger(__name__)
REPLAYS = 3


class Asked(NamedTuple):
    """What an address asks for: the edition that answers, the view as it can show it, and what could not be used."""

    edition: Edition
    view: View
    faults: tuple[str, ...]

    @property
    def losses(self) -> Losses:
        """The edition's data."""
        return self.edition.losses


@dataclass(frozen=True, slots=True)
class Source:
    """Where editions come from: `read` makes the one of a moment (None is now), `stamp` tells when there is another.

    `store` is None where the data cannot change.
    """

    read: Callable[[datetime | None], Edition]
    stamp: Callable[[], str]
    store: Store | None = None


def fixed(losses: Losses) -> Source:
    """The source of one edition that never changes."""
    return Source(lambda _moment: Edition(losses), lambda: "")


def stored(data_dir: Path, store: Store) -> Source:
    """The source over the files of `data_dir` and a store; a store that cannot be read is told as a problem."""

    def read(moment: datetime | None) -> Edition:
        stamp = ""
        try:
            stamp = store.stamp()
            synced = synced_of(store, moment)
            alarms = tuple(map(str, synced.problems))
            return Edition(build(data_dir, synced), stamp, synced.freshness, moment, len(synced.reports), alarms)
        except StoreError as error:
            losses = build(data_dir)
            told = Problem("the store", None, str(error), "The data that ship are shown instead")
            return Edition(replace(losses, problems=(*losses.problems, told)), stamp, alarms=(str(told),))

    return Source(read, store.stamp, store)


class Editions:
    """The edition in use, and a few replays. `clock` gives seconds; the store is looked at every LOOK_EVERY at most."""

    def __init__(self, source: Source, clock: Callable[[], float] = time.monotonic) -> None:
        self.source = source
        self._clock = clock
        self._one_at_a_time = Lock()
        self._newest = source.read(None)
        self._looked = clock()
        # The stamp is in the key, so that a replay made before the store grew is not taken for one made after.
        self._replayed = lru_cache(maxsize=REPLAYS)(lambda _stamp, moment: source.read(moment))

    def newest(self) -> Edition:
        """The edition in use; readers who come while another is being made wait for it, so that no page mixes two."""
        if self._clock() - self._looked >= LOOK_EVERY:
            with self._one_at_a_time:
                if self._clock() - self._looked >= LOOK_EVERY:
                    self._swap()
        return self._newest

    def at_hand(self) -> Edition:
        """The edition in use, without a look at the store: for what may be a moment old, and must not wait."""
        return self._newest

    def expect(self) -> None:
        """The store has just grown: whoever asks next waits for the edition that knows it."""
        self._looked = -math.inf
        Thread(target=self.newest, daemon=True).start()

    def renew(self) -> Edition:
        """The edition in use after a look at the store here and now."""
        with self._one_at_a_time:
            self._swap()
        return self._newest

    def _swap(self) -> None:
        try:
            if self.source.stamp() != self._newest.stamp:
                self._newest = self.source.read(None)
        except LossesError as error:
            # The store is being written or gone, or a file is replaced: what is in use stays, and the next look tells.
            _LOG.warning("the data cannot be read for the moment: %s", error)
        self._looked = self._clock()

    def asked(self, query: object) -> Asked:
        """What an address query asks for."""
        view, faults = parse(query)
        edition = self.newest()
        if view.recorded is not None:
            edition, view, more = self._replay(edition, view, view.recorded)
            faults += more
        view, unfit = edition.fitted(view)
        return Asked(edition, view, (*faults, *unfit))

    def _replay(self, newest: Edition, view: View, moment: datetime) -> tuple[Edition, View, tuple[str, ...]]:
        """The edition of that moment; the newest, with a sentence, where nothing had been recorded or is kept."""
        when, without = moment_words(moment), replace(view, recorded=None)
        if newest.freshness is None:
            told = f"The data that ship keep no history, so they cannot be shown as recorded by {when}."
            return newest, without, (f"{told} Bring them up to date on the data page.",)
        with self._one_at_a_time:
            edition = self._replayed(newest.stamp, moment)
        if edition.recordings:
            return edition, view, ()
        return newest, without, (f"Nothing had been recorded by {when}; all that is recorded is shown.",)

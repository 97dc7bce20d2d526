"""One state of the data, and all that the pages work out from it: an answer is made from one edition alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property, lru_cache
from threading import Lock

import pandas as pd

from dashboard.comparison import by_claim, by_month
from dashboard.losses import Losses, counted_of
from dashboard.store import Freshness
from dashboard.web import categories, credit
from dashboard.web.categories import PERSONNEL, Category
from dashboard.web.drawing import Drawing, drawing
from dashboard.web.review import Review
from dashboard.web.verdicts import Verdicts, verdicts_of
from dashboard.web.view import View, moment_words

_REMEMBERED = 8


@dataclass(frozen=True, eq=False)
class Edition:
    """The `losses` of one moment; `freshness` tells of the synced dataset, None where only shipped data are in use.

    `stamp` marks the state of the store, `recorded` the moment of a replay, and `recordings` counts what the store held
    then. What is worked out is remembered here and goes with it, so that nothing of one state of the data can show
    beside another.
    """

    losses: Losses
    stamp: str = ""
    freshness: Freshness | None = None
    recorded: datetime | None = None
    recordings: int = 0

    @cached_property
    def credits(self) -> tuple[credit.Credit, ...]:
        """Whose collections the figures come from."""
        return credit.read(self.losses.data_dir)

    @cached_property
    def verdicts(self) -> Verdicts:
        """The check of every claim as of a date."""
        return verdicts_of(self.losses)

    @cached_property
    def compared(self) -> Callable[[date], tuple[pd.DataFrame, pd.DataFrame]]:
        """The comparisons by month and by claim, as of a date."""

        one_at_a_time = Lock()

        @lru_cache(maxsize=_REMEMBERED)
        def made(as_of: date) -> tuple[pd.DataFrame, pd.DataFrame]:
            known = self.verdicts(as_of)
            return by_month(self.losses, as_of=as_of, known=known), by_claim(self.losses, as_of=as_of, known=known)

        def compared(as_of: date) -> tuple[pd.DataFrame, pd.DataFrame]:
            with one_at_a_time:  # chart and tables of a page ask at once: one works it out, the others wait for it
                return made(as_of)

        return compared

    @cached_property
    def drawn(self) -> Drawing:
        """The charts."""
        source = credit.source_line(self.credits, self.losses.conflict.reference_claimant)
        note = f"As recorded by {moment_words(self.recorded)}: later changes are left out." if self.recorded else ""
        return drawing(self.losses, self.verdicts, self.compared, source, note)

    @cached_property
    def review(self) -> Review:
        """What asks for a person's eye: unusual days, conflicts, dependence, and checks between claims."""
        return Review(self.losses)

    @cached_property
    def categories(self) -> tuple[Category, ...]:
        """The categories of which the reference claimant's reports are held."""
        subject, claimant = self.losses.conflict.reference_subject, self.losses.conflict.reference_claimant
        seen = self.losses.observations
        mine = seen[(seen["claimant"] == claimant) & (seen["subject"] == subject) & (seen["kind"] == "total")]
        return categories.held(categories.read(self.losses.data_dir), mine["category"].unique())

    @cached_property
    def last_covered(self) -> date:
        """The last day for which the reference series has a figure."""
        rows = counted_of(self.losses, self.losses.reference_query())
        return self.losses.last_published if rows.empty else rows["end"].max().date()

    def fitted(self, view: View) -> tuple[View, tuple[str, ...]]:
        """The view as these data can show it, and a sentence for what they cannot."""
        names = {one.name for one in self.categories}
        if view.category == PERSONNEL or view.category in names:
            return view, ()
        wanted = categories.in_words(view.category)
        told = f"These data hold no reports of {wanted}; personnel is shown. `losses sync` brings all categories."
        return replace(view, category=PERSONNEL), (told,)

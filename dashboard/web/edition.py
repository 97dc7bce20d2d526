"""One state of the data, and all that the pages work out from it: an answer is made from one edition alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

import pandas as pd

from dashboard import wording
from dashboard.comparison import by_claim, by_month
from dashboard.losses import Losses, counted_of
from dashboard.once import Kept, Once
from dashboard.store import Freshness
from dashboard.web import categories, credit
from dashboard.web.categories import PERSONNEL, Category
from dashboard.web.drawing import Compared, Drawing, drawing
from dashboard.web.moments import moment_words
from dashboard.web.review import Review, known_by
from dashboard.web.verdicts import Verdicts, verdicts_of
from dashboard.web.view import View

_REMEMBERED = 24
_ANSWERS = 200
_ECHOED = 40


@dataclass(frozen=True, eq=False)
class Edition:
    """The `losses` of one moment; `freshness` tells of the synced dataset, None where only shipped data are in use.

    `stamp` marks the state of the store, `recorded` the moment of a replay, and `recordings` counts what the store held
    then; `alarms` are sentences that every page says. What is worked out is remembered here and goes with it, so that
    nothing of one state of the data can show beside another.
    """

    losses: Losses
    stamp: str = ""
    freshness: Freshness | None = None
    recorded: datetime | None = None
    recordings: int = 0
    alarms: tuple[str, ...] = ()

    @cached_property
    def credits(self) -> tuple[credit.Credit, ...]:
        """Whose collections the figures come from."""
        return credit.read(self.losses.data_dir)

    @cached_property
    def verdicts(self) -> Verdicts:
        """The check of every claim as of a date."""
        return verdicts_of(self.losses)

    @cached_property
    def compared(self) -> Compared:
        """The comparisons by month and by claim, of what was published by a date; without one, of all."""

        def made(as_of: date | None) -> tuple[pd.DataFrame, pd.DataFrame]:
            known = self.verdicts(min(as_of or self.losses.last_published, self.losses.last_published))
            return by_month(self.losses, as_of=as_of, known=known), by_claim(self.losses, as_of=as_of, known=known)

        return Once(made, _REMEMBERED)

    @cached_property
    def answers(self) -> Kept:
        """What pages have worked out for a view, by page and view; kept for the next reader who asks the same."""
        return Kept(_ANSWERS)

    @cached_property
    def drawn(self) -> Drawing:
        """The charts."""
        source = credit.source_line(self.credits, self.losses.conflict.reference_claimant)
        note = f"As recorded by {moment_words(self.recorded)}: later changes are left out." if self.recorded else ""
        return drawing(self.losses, self.verdicts, self.compared, source, note)

    @cached_property
    def reviewed(self) -> Callable[[date | None], Review]:
        """What asks for a person's eye as of a date: unusual days, conflicts, dependence, and checks between claims."""
        made = Once(Review, _REMEMBERED)
        return lambda as_of: made(self.known(as_of))

    @cached_property
    def known(self) -> Callable[[date | None], Losses]:
        """The data as they stood at the end of a date; without one, all."""
        return Once(lambda as_of: known_by(self.losses, as_of), _REMEMBERED)

    @cached_property
    def categories(self) -> tuple[Category, ...]:
        """The categories of which the reference claimant's reports are held."""
        subject, claimant = self.losses.conflict.reference_subject, self.losses.conflict.reference_claimant
        seen = self.losses.observations
        mine = seen[(seen["claimant"] == claimant) & (seen["subject"] == subject) & (seen["kind"] == "total")]
        return categories.held(categories.read(self.losses.data_dir), mine["category"].unique())

    @cached_property
    def claimants(self) -> tuple[str, ...]:
        """The claimants of the data's claims, those with most claims first."""
        return _by_frequency(claim.claimant for claim in self.losses.claims)

    @cached_property
    def definitions(self) -> tuple[str, ...]:
        """What the data's claims count, as casualty types in words, the most frequent first."""
        return _by_frequency(wording.definition(claim.casualty_types) for claim in self.losses.claims)

    @cached_property
    def subjects(self) -> tuple[str, ...]:
        """Whose losses the data's claims are about, that of the reference series first."""
        reference = self.losses.conflict.reference_subject
        others = _by_frequency(claim.subject for claim in self.losses.claims)
        return (reference, *(name for name in others if name != reference))

    @cached_property
    def last_covered(self) -> date:
        """The last day for which the reference series has a figure."""
        rows = counted_of(self.losses, self.losses.reference_query())
        return self.losses.last_published if rows.empty else rows["end"].max().date()

    def fitted(self, view: View) -> tuple[View, tuple[str, ...]]:
        """The view as these data can show it, and a sentence for what they cannot."""
        category, faults = self._fitted_category(view)
        claimants, unknown = _among(self.claimants, view.claimants, "claim by")
        definitions, uncounted = _among(self.definitions, view.definitions, "claim that counts")
        subject, unheard = _among(self.subjects, [view.subject] if view.subject else [], "claim on the losses of")
        fitted = replace(
            view,
            category=category,
            claimants=claimants,
            definitions=definitions,
            subject=subject[0] if subject else None,
        )
        return fitted, (*faults, *unknown, *uncounted, *unheard)

    def _fitted_category(self, view: View) -> tuple[str, tuple[str, ...]]:
        if view.category == PERSONNEL or view.category in {one.name for one in self.categories}:
            return view.category, ()
        wanted = categories.in_words(view.category)
        told = f"These data hold no reports of {wanted}; personnel is shown. `losses sync` brings all categories."
        return PERSONNEL, (told,)


def _by_frequency(values: Iterable[str | None]) -> tuple[str, ...]:
    """The values, each once, the most frequent first."""
    counts = Counter(value for value in values if value)
    return tuple(sorted(counts, key=lambda value: (-counts[value], value)))


def _among(held: Sequence[str], asked: Sequence[str], what: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those of `asked` that are held, and a sentence for each that is not."""
    missing = [name for name in asked if name not in held]
    told = tuple(f"These data hold no {what} “{name[:_ECHOED]}”; it has been left out." for name in missing)
    return tuple(name for name in asked if name in held), told

"""What asks for a person's eye, worked out once for an edition: found by arithmetic, and applied nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from dashboard import dependence
from dashboard.conflicts import conflicts
from dashboard.consistency import findings
from dashboard.identity import groups
from dashboard.losses import Losses, counted_of
from dashboard.proposals import proposals


@dataclass(frozen=True, eq=False)
class Review:
    """The frames of these checks, each made when it is first asked for."""

    losses: Losses

    @cached_property
    def proposals(self) -> pd.DataFrame:
        """Days of the reference series that stand out: a PROPOSALS frame."""
        return proposals(counted_of(self.losses, self.losses.reference_query()))

    @cached_property
    def conflicts(self) -> pd.DataFrame:
        """Variants of one figure that contradict one another: the conflicting rows of a CONFLICTS frame."""
        rows = conflicts(self.losses)
        return rows[rows["conflict"]].reset_index(drop=True)

    @cached_property
    def dependence(self) -> pd.DataFrame:
        """Whose estimates are made from whose series: a DEPENDENCE frame, replications first."""
        rows = dependence.table(self.losses)
        order = rows["finding"].ne("replicates").astype(int) * 2 + (~rows["stated"]).astype(int)
        return rows.assign(order=order).sort_values(["order", "a"], ignore_index=True).drop(columns="order")

    @cached_property
    def findings(self) -> pd.DataFrame:
        """What adds up between claims and what does not: a FINDINGS frame."""
        return findings(self.losses)

    @cached_property
    def told_often(self) -> pd.DataFrame:
        """Claims that more than one report tells: those rows of a GROUPS frame, most reports first."""
        rows = groups(self.losses.claims, self.losses.claimants)
        several = rows[rows["reports"] > 1]
        return several.sort_values(["reports", "first_published"], ascending=[False, True], ignore_index=True)

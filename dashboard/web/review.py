"""What asks for a person's eye, worked out once for an edition and a day: found by arithmetic, and applied nowhere."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import pandas as pd

from dashboard import dependence
from dashboard.conflicts import conflicts
from dashboard.consistency import findings
from dashboard.identity import groups
from dashboard.losses import Losses, counted_of
from dashboard.model import Claim, Document
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


def known_by(losses: Losses, as_of: date | None) -> Losses:
    """The data as they stood at the end of the day: what was published by then, in the versions recorded by then.

    A report first recorded later keeps its first version. Without a day, or with one after the last claim and report,
    the data themselves.
    """
    if as_of is None or as_of >= _newest(losses):
        return losses

    def told(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
        return tuple(claim for claim in claims if claim.published is not None and claim.published <= as_of)

    def is_known(document: Document) -> bool:
        return document.published is not None and document.published <= as_of

    seen = losses.observations
    published = seen["published"] <= pd.Timestamp(as_of)
    late = (seen["recorded"] >= pd.Timestamp(as_of) + pd.Timedelta(days=1)) & seen["observation_id"].duplicated()
    return replace(
        losses,
        extractions=tuple(
            replace(read, claims=told(read.claims), rejections=read.rejections if is_known(read.document) else ())
            for read in losses.extractions
        ),
        estimates=told(losses.estimates),
        observations=seen[published & ~late].reset_index(drop=True),
    )


def _newest(losses: Losses) -> date:
    return max([losses.last_published, *(claim.published for claim in losses.claims if claim.published)])

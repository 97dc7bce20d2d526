"""A small made-up war for tests: a staff with daily totals and claims about it; every number is invented."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from dashboard.losses import Losses
from dashboard.model import Anomaly, Claim, Claimant, Conflict, Document, Extraction
from dashboard.observations import observations
from tests.core.frames import CLAIMANTS, FIRST, SIDE, WHO, totals

MINISTRY = "Made-up Ministry"
PEOPLE = {**CLAIMANTS, MINISTRY: Claimant(MINISTRY)}


def losses_of(
    values: Sequence[float | None] = (), claims: Iterable[Claim] = (), anomalies: Sequence[Anomaly] = ()
) -> Losses:
    """The made-up war with daily totals of the staff from FIRST on, and with claims as if read in documents."""
    told = tuple(claims)
    return Losses(
        data_dir=Path("made-up"),
        conflict=Conflict("Made-up war", FIRST, (), (), WHO, SIDE),
        claimants=PEOPLE,
        anomalies=tuple(anomalies),
        extractions=(Extraction(Document("made-up", ""), told),),
        estimates=(),
        observations=observations(totals(values), (), PEOPLE),
        problems=(),
        version="made-up",
    )


def by_ministry(claim: Claim, **fields) -> Claim:
    """The same claim told by the made-up ministry, which has no series of its own."""
    return replace(claim, claimant=MINISTRY, **fields)

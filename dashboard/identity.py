"""Which reports tell one and the same claim, and which tell variants of one figure.

Identity is the claimant, the definition, the days covered and the statistic, never the value alone: equal numbers on
different days are different claims. Variants are kept as conflicting reports, with the likeliest slip between them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd
import pandera.pandas as pa

from dashboard.comparability import Definition, definition_of
from dashboard.frames import checked
from dashboard.model import Claim, Claimant, PeriodKind, Statistic
from dashboard.observations import covered_days, lag_of

_DAYS = pa.Column("datetime64[us]", nullable=True)
GROUPS = pa.DataFrameSchema(
    {
        "group_id": pa.Column(str),
        "claimant": pa.Column(str),
        "subject": pa.Column(str),
        "category": pa.Column(str),
        "casualty_types": pa.Column(str),
        "statistic": pa.Column(str),
        "start": _DAYS,
        "end": _DAYS,
        "one_day_within": pa.Column(bool),
        "value": pa.Column(float, nullable=True),
        "low": pa.Column(float, nullable=True),
        "high": pa.Column(float, nullable=True),
        "hedges": pa.Column(str),
        "reports": pa.Column(int, pa.Check.ge(1)),
        "claim_ids": pa.Column(str),
        "publishers": pa.Column(str),
        "first_published": _DAYS,
    },
    strict=True,
    ordered=True,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """What a number is a number of, whatever definition a document gives it and whatever number it prints.

    `start` and `end` are days covered, both included. `one_day_within` marks a claim about one day somewhere in them.
    """

    claimant: str
    subject: str
    category: str
    start: date
    end: date
    one_day_within: bool
    statistic: Statistic


def figure_of(claim: Claim, claimants: Mapping[str, Claimant]) -> Figure | None:
    """The figure that a claim states; None where claimant, side or days are open, so that it is like no other claim."""
    start, end, _ = covered_days(claim, lag_of(claim.claimant or "", claimants))
    if claim.period.kind is PeriodKind.SINCE_START:
        start = claim.period.start  # the day a war began is a date of the calendar, not of a report
    if claim.claimant is None or claim.subject is None or start is None or end is None:
        return None
    one_day = claim.period.kind is PeriodKind.DAY and start != end
    return Figure(claim.claimant, claim.subject, claim.category, start, end, one_day, claim.statistic)


Printed = tuple[float | None, float | None, float | None]


def printed(claim: Claim) -> Printed:
    """The number as printed (value, low, high): the value alone where there is one, else the bounds."""
    return (claim.value, None, None) if claim.value is not None else (None, claim.low, claim.high)


def report_of(claim: Claim) -> str:
    """What counts as one report: the article's address, else the document. A note on an article is no second report."""
    return claim.url or claim.document_id


def groups(claims: Iterable[Claim], claimants: Mapping[str, Claimant]) -> pd.DataFrame:
    """One row per distinct claim, with the reports that tell it: a GROUPS frame, ordered by figure and value.

    An unstated definition is like itself alone. `reports` counts addresses, so an article and our note on it are one.
    """
    told: dict[tuple[object, Definition, Printed], list[Claim]] = defaultdict(list)
    for claim in claims:
        key = figure_of(claim, claimants) or claim.claim_id
        told[key, definition_of(claim), printed(claim)].append(claim)
    rows = [_row(key[0], sorted(same, key=_by_id)) for key, same in told.items()]
    return GROUPS.validate(checked(rows, GROUPS).sort_values(_ORDER, ignore_index=True))


_ORDER = ["claimant", "subject", "category", "start", "end", "statistic", "casualty_types", "value", "low", "group_id"]


def _by_id(claim: Claim) -> str:
    return claim.claim_id


def _row(figure: object, same: list[Claim]) -> dict[str, object]:
    """The row of one distinct claim; its days are the claim's own where they settle no figure."""
    first = same[0]
    period = figure if isinstance(figure, Figure) else first.period
    days = [claim.published for claim in same if claim.published]
    value, low, high = printed(first)
    return {
        "group_id": first.claim_id,
        "claimant": first.claimant or "",
        "subject": first.subject or "",
        "category": first.category,
        "casualty_types": ";".join(definition_of(first)),
        "statistic": str(first.statistic),
        "start": period.start,
        "end": period.end,
        "one_day_within": isinstance(figure, Figure) and figure.one_day_within,
        "value": value,
        "low": low,
        "high": high,
        "hedges": joined(str(claim.hedge) for claim in same),
        "reports": len({report_of(claim) for claim in same}),
        "claim_ids": joined(claim.claim_id for claim in same),
        "publishers": joined(claim.publisher for claim in same),
        "first_published": min(days, default=None),
    }


def joined(words: Iterable[str | None]) -> str:
    """The different words, sorted and joined by `;`."""
    return ";".join(sorted({word for word in words if word}))

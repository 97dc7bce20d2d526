"""The claims as rows: for the table of the page, and with all their fields for a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard import wording
from dashboard.checks import Check
from dashboard.losses import Losses
from dashboard.model import Basis, iso
from dashboard.web.choosing import selected
from dashboard.web.drawing import known_on
from dashboard.web.editions import Asked
from dashboard.web.readings import (
    claimant_words,
    definition_words,
    hue_of,
    mark_of,
    period_cell,
    period_words,
    source_of,
    verdict_words,
)
from dashboard.web.sheet import Sheet
from dashboard.web.spreadsheets import Row

_NO_MONTH = "no day stated"
FILE_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "figure": ("Figure", "Value", "Low", "High", "Hedge", "Statistic"),
    "definition": ("Side", "Category", "Casualty types"),
    "period": ("First day", "Last day", "Dates are of"),
    "claimant": ("Claimant", "Derived from"),
    "verdict": ("Verdict", "Reference", "Record"),
    "difference": ("Difference",),
    "percent": ("Difference in %",),
    "publisher": ("Publisher",),
    "published": ("Published",),
    "evidence": ("Sentence or note",),
    "arithmetic": ("Arithmetic",),
    "": ("Claim", "Document", "Address"),
}


def checked(asked: Asked) -> list[Check]:
    """The checks of the claims asked for, newest first."""
    checks = asked.edition.verdicts(known_on(asked.losses, asked.view))
    return [checks[claim.claim_id] for claim in selected(asked.losses, asked.view)]


def rows(asked: Asked) -> list[dict[str, Any]]:
    """The rows of the table for what is asked, newest first."""
    return [row(asked.losses, one) for one in checked(asked)]


def row(losses: Losses, check: Check) -> dict[str, Any]:
    """A row of the table."""
    claim, judged = check.claim, check.judgement
    return {
        "id": claim.claim_id,
        "figure": wording.figure(claim),
        "size": claim.value if claim.value is not None else claim.low if claim.low is not None else claim.high,
        "definition": definition_words(claim),
        "period": period_cell(claim),
        "period_words": period_words(claim),
        "day": iso(claim.period.end),
        "month": f"{claim.period.end:%Y-%m}" if claim.period.end else "",
        "month_words": f"{claim.period.end:%b %Y}" if claim.period.end else _NO_MONTH,
        "claimant": claim.claimant or "not named",
        "dependence": claimant_words(claim, losses.claimants),
        "hue": hue_of(claim, losses.claimants),
        "derived": source_of(claim, losses.claimants) is not None,
        "publisher": claim.publisher or "",
        "published": wording.day(claim.published) if claim.published else "",
        "published_day": iso(claim.published),
        "verdict": verdict_words(check),
        "verdict_kind": str(judged.verdict),
        "mark": mark_of(check),
        "difference": None if judged.difference is None else round(judged.difference, 1),
        "percent": None if judged.percent is None else round(judged.percent, 1),
        "evidence": claim.evidence.text if claim.evidence else claim.note or "",
        "arithmetic": check.explanation,
    }


def sheet(asked: Asked) -> Sheet:
    """The claims with all their fields, for a file."""
    made = {one.claim.claim_id: _fields(asked.losses, one) for one in checked(asked)}
    return Sheet("Claims", FILE_COLUMNS, made)


def _fields(losses: Losses, check: Check) -> Row:
    claim, judged = check.claim, check.judgement
    return {
        "Figure": wording.figure(claim),
        "Value": claim.value,
        "Low": claim.low,
        "High": claim.high,
        "Hedge": str(claim.hedge),
        "Statistic": str(claim.statistic),
        "Side": claim.subject,
        "Category": claim.category,
        "Casualty types": ";".join(claim.casualty_types) or "not stated",
        "First day": claim.period.start,
        "Last day": claim.period.end,
        "Dates are of": "the day covered" if claim.basis is Basis.COVERS else "the day of publication",
        "Claimant": claim.claimant or "not named",
        "Derived from": source_of(claim, losses.claimants),
        "Verdict": str(judged.verdict),
        "Reference": judged.reference,
        "Record": check.record,
        "Difference": judged.difference,
        "Difference in %": judged.percent,
        "Publisher": claim.publisher,
        "Published": claim.published,
        "Sentence or note": claim.evidence.text if claim.evidence else claim.note,
        "Arithmetic": check.explanation,
        "Claim": claim.claim_id,
        "Document": claim.document_id,
        "Address": claim.url,
    }

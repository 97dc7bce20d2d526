"""The claims that were published on the day of a brief, each with its verdict and the arithmetic."""

from __future__ import annotations

from datetime import date

from dashboard import wording
from dashboard.checks import Check
from dashboard.figure.view import many
from dashboard.model import Claim
from dashboard.verdict import Verdict
from dashboard.web.brief.sources import Part, Statement
from dashboard.web.edition import Edition
from dashboard.web.readings import period_words, verdict_words

MOST = 5
# What differs is told first, what nothing can be said of last.
_ORDER = (
    Verdict.DIFFERS,
    Verdict.EQUAL_OTHER_BASIS,
    Verdict.WITHIN_HEDGE,
    Verdict.EQUAL_ROUNDED,
    Verdict.EQUAL,
    Verdict.NOT_COMPARABLE,
    Verdict.NO_REFERENCE,
)


def claims_part(edition: Edition, day: date) -> Part:
    """What others said on that day, those furthest from the series first; the report itself is no other."""
    found = [one for one in edition.verdicts(day).values() if one.claim.published == day and _is_said(one.claim)]
    ordered = sorted(found, key=_importance)
    statements = [Statement(_words(one), (one.claim.claim_id,)) for one in ordered[:MOST]]
    if not found:
        statements = [Statement(f"None published on {wording.day(day)} is in the data.", ())]
    elif len(found) > MOST:
        more = many(len(found) - MOST, "more claim was", "more claims were")
        statements.append(Statement(f"{more} published that day; the command losses check lists all.", ()))
    return Part("New claims and their verdicts", tuple(statements))


def _is_said(claim: Claim) -> bool:
    """Whether somebody said it in a text; a row computed out of the dataset is the series itself."""
    return claim.seen_how != "read_in_dataset"


def _importance(one: Check) -> tuple[int, float, str]:
    return _ORDER.index(one.judgement.verdict), -abs(one.judgement.percent or 0.0), one.claim.claim_id


def _words(one: Check) -> str:
    """Who said what of which days, the verdict, and the arithmetic."""
    claim = one.claim
    who = claim.claimant or "Claimant not named"
    return (
        f"{who}: {wording.figure(claim)}, {wording.definition(claim.casualty_types)}, {period_words(claim)}. "
        f"{_unjudged(one)}{one.explanation}"
    )


def _unjudged(one: Check) -> str:
    """The verdict, where the arithmetic that follows does not say it."""
    return "" if one.judgement.difference is not None else f"{verdict_words(one).capitalize()}. "

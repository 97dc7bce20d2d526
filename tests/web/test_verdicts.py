"""A check that is taken over from a later as-of date is the one that would be made anew."""

from datetime import date

import pytest

from dashboard.checks import check
from dashboard.web.verdicts import verdicts_of

DAYS = [
    date(2022, 3, 1),
    date(2023, 6, 30),
    date(2024, 11, 11),
    date(2024, 11, 12),
    date(2025, 2, 28),
    date(2026, 8, 8),
]


@pytest.mark.parametrize("as_of", DAYS)
def test_every_check_is_as_if_made_anew(losses, as_of):
    found = verdicts_of(losses)(as_of)
    assert list(found) == [claim.claim_id for claim in losses.claims]
    for claim in losses.claims:
        assert found[claim.claim_id] == check(losses, claim, as_of), claim.claim_id


def test_checks_on_days_long_known_are_taken_over(losses, monkeypatch):
    verdicts = verdicts_of(losses)
    newest = verdicts(losses.last_published)
    made = []
    monkeypatch.setattr("dashboard.web.verdicts.check", lambda *args: made.append(args) or check(*args))
    known = verdicts(date(2026, 7, 1))
    assert len(made) < len(losses.claims) / 4
    assert sum(known[name] is newest[name] for name in known) > len(losses.claims) / 2

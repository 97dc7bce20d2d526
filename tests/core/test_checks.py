"""What becomes of a claim held against the series, above all of one that calls its figure a record."""

from __future__ import annotations

from datetime import timedelta

from dashboard.checks import check
from dashboard.model import Basis, Period, PeriodKind
from tests.core.frames import FIRST, anomaly, quoted
from tests.core.invented import losses_of

# Increments of 100, 120, 900 and 110; the third is a registered lump of 800.
RUNNING = (1000, 1100, 1220, 2120, 2230)


def day(number):
    return FIRST + timedelta(days=number)


LUMP = anomaly("correction", day(3), amount=800, omit_from_records=True)


def record_of(value, first, last=None, anomalies=(LUMP,)):
    claim = quoted(value, day(first), day(last or first), record=True)
    return check(losses_of(RUNNING, [claim], anomalies), claim)


def test_a_day_that_holds_a_correction_is_no_record_though_a_document_calls_it_one():
    found = record_of(900, 3)
    assert (found.judgement.verdict, found.record) == ("equal", "not_record")
    assert "made-up reason" in found.explanation


def test_without_the_correction_the_same_day_is_the_record():
    found = record_of(900, 3, anomalies=())
    assert (found.judgement.verdict, found.record) == ("equal", "record")
    assert "As known on 4 Jan 2030 it was the record of 3 days." in found.explanation


def test_a_record_told_by_the_day_covered_is_held_against_days_covered():
    claim = quoted(900, day(2), record=True, basis=Basis.COVERS)
    found = check(losses_of(RUNNING, [claim], (LUMP,)), claim)
    assert (found.record, found.reference.correction) == ("not_record", 800)
    assert "That day is out of records" in found.explanation


def test_a_lump_is_not_the_peak_of_the_days_it_is_among():
    found = record_of(120, 1, 4)
    assert (found.judgement.verdict, found.reference.value) == ("equal", 120)


def test_where_every_day_known_is_a_lump_there_is_no_peak():
    found = record_of(900, 3, 4, anomalies=(LUMP, anomaly("correction", day(4), amount=1, omit_from_records=True)))
    assert found.judgement.verdict == "no_reference"


def test_a_day_without_a_date_is_told_the_days_that_show_it():
    claim = quoted(120, day(1), period=Period(PeriodKind.DAY))
    found = check(losses_of(RUNNING, [claim]), claim)
    told = "The series shows 120 in the report published 3 Jan 2030. Give the article's date to check it."
    assert found.explanation.endswith(told)


def test_a_figure_of_another_day_of_the_week_is_told_its_own():
    claim = quoted(120, day(4))
    found = check(losses_of(RUNNING, [claim]), claim)
    assert found.judgement.verdict == "differs"
    assert found.explanation.endswith(" The series shows 120 in the report published 3 Jan 2030.")


def test_a_figure_that_no_day_nearby_shows_is_told_none():
    claim = quoted(121, day(4))
    assert "The series shows" not in check(losses_of(RUNNING, [claim]), claim).explanation


def test_nobody_is_asked_for_the_date_of_an_article_that_has_one():
    claim = quoted(120, day(1), period=Period(PeriodKind.DAY), published=day(4))
    found = check(losses_of(RUNNING, [claim]), claim)
    assert found.explanation.endswith("The series shows 120 in the report published 3 Jan 2030.")


def test_a_sum_leads_to_each_report_it_rests_on_once():
    found = check(losses_of(RUNNING), quoted(220, day(1), period=Period(PeriodKind.OTHER, day(1), day(2))))
    assert found.judgement.verdict == "equal"
    assert found.reference.claim_ids == "r2030-01-01;r2030-01-02;r2030-01-03"

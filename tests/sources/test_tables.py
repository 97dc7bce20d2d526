"""Reports and estimates: each bad row is told with file, line, value and remedy, and the rest is read."""

from datetime import date

import pytest

from dashboard.model import Basis, Hedge, PeriodKind
from dashboard.sources import estimates, reports

START = date(2022, 2, 24)
REPORTS = ",".join(reports.COLUMNS)
GOOD_REPORT = "R-1,2024-11-11,General Staff,Russia,personnel,5000,about,https://example.org/a"
ESTIMATES = ",".join(estimates.REQUIRED)
GOOD_ESTIMATE = (
    "E-1,Ministry,Paper,2024-11-08,Russia,personnel,wounded;killed,total,400,,,exact,"
    "2024-10-01,2024-10-31,stated,https://example.org/b"
)


def report(**changed):
    cells = dict(zip(reports.COLUMNS, GOOD_REPORT.split(","), strict=True)) | {"report_id": "R-2"}
    return ",".join((cells | {"published": "2024-11-12"} | changed).values())


def estimate(**changed):
    cells = dict(zip(estimates.REQUIRED, GOOD_ESTIMATE.split(","), strict=True))
    return ",".join((cells | {"claim_id": "E-2"} | changed).values())


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"published": "11.11.2024"}, "published '11.11.2024' is no date"),
        ({"published": "2024-02-30"}, "YYYY-MM-DD"),
        ({"total": "many"}, "total 'many' is no number"),
        ({"total": "-5"}, "plain digits"),
        ({"claimant": "Nobody"}, "claimant 'Nobody' is not known. Add it to claimants.toml"),
        ({"hedge": "perhaps"}, "hedge 'perhaps' is not known. Use one of exact, about"),
        ({"source_url": "javascript:alert(1)"}, "is no web address"),
        ({"subject": " "}, "subject '' is no text"),
        ({"report_id": "R-1"}, "report_id 'R-1': report_id is already on line 2"),
        ({"published": "2024-11-11"}, "the total published 2024-11-11 is already on line 2"),
        ({"total": "5,000"}, "has 9 fields, the header 8"),
    ],
)
def test_a_bad_report_is_told_and_those_around_it_are_read(file, people, told, changed, words):
    last = report(report_id="R-9", published="2024-12-01")
    rows, problems = reports.read(file("r.csv", "\n".join([REPORTS, GOOD_REPORT, report(**changed), last])), people)
    assert [row["report_id"] for row in rows] == ["R-1", "R-9"]
    told(problems, 3, words)
    assert problems[0].file.endswith("r.csv")


def test_a_good_report_keeps_every_value(file, people):
    rows, problems = reports.read(file("r.csv", f"{REPORTS}\r\n{GOOD_REPORT}\r\n\r\n"), people)
    assert not problems
    assert rows == [
        {
            "report_id": "R-1",
            "published": date(2024, 11, 11),
            "claimant": "General Staff",
            "subject": "Russia",
            "category": "personnel",
            "total": 5000.0,
            "hedge": "about",
            "source_url": "https://example.org/a",
        }
    ]


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        (b"", 1, "is empty"),
        (b"\x00\x01\x02", 1, "NUL"),
        (REPORTS.encode("utf-16-le"), 1, "NUL"),
        ("назва\nвтрати".encode("cp1251"), 1, "is not UTF-8"),
        (REPORTS.replace(",total", "").encode(), 1, "column 'total' is missing"),
        (f"{REPORTS},total\n".encode(), 1, "column 'total' is there twice"),
        (f'{REPORTS}\n"open'.encode(), 2, "is no CSV"),
    ],
)
def test_a_file_that_is_no_table_gives_one_problem_and_no_rows(file, people, told, content, line, words):
    rows, problems = reports.read(file("r.csv", content), people)
    assert rows == []
    told(problems, line, words)


def test_a_missing_file_gives_one_problem(tmp_path, people, told):
    rows, problems = reports.read(tmp_path / "none.csv", people)
    assert rows == []
    told(problems, 1, "the file is missing")


def test_an_unknown_column_is_told_and_the_rows_are_read(file, people, told):
    rows, problems = reports.read(file("r.csv", f"{REPORTS},colour\n{GOOD_REPORT},red"), people)
    assert len(rows) == 1
    told(problems, 1, "column 'colour' is not known")


def test_a_row_after_a_quoted_line_break_keeps_its_own_line(file, people, told):
    broken = GOOD_REPORT.replace("Russia", '"Rus\nsia"')
    _, problems = reports.read(file("r.csv", f"{REPORTS}\n{broken}\n{report(total='x')}"), people)
    told(problems, 4, "total 'x'")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"published": "2024-13"}, "published '2024-13-01' is no date"),
        ({"value": "about 5"}, "value 'about 5' is no number"),
        ({"claimant": "Nobody"}, "claimant 'Nobody' is not known"),
        ({"value": "", "low": "9", "high": "5", "hedge": "range"}, "low 9 is above high 5; swap the bounds"),
        ({"value": ""}, "all three are empty"),
        ({"hedge": "at_least"}, "hedge 'at_least' has no bound"),
        ({"hedge": "nearly", "low": "5"}, "hedge 'nearly' has no bound"),
        ({"hedge": "range", "low": "5", "high": "9"}, "needs low and high, and no value"),
        ({"statistic": "median"}, "statistic 'median' is not known. Use one of total, mean_per_day"),
        ({"casualty_types": "hurt"}, "casualty types ['hurt']"),
        ({"period_end": "2024-09-30"}, "period_start 2024-10-01 is after period_end 2024-09-30. Swap"),
        ({"published": "2024-10-05"}, "period_end 2024-10-31 is after the day of publication 2024-10-05"),
        ({"period_end_basis": "guess"}, "period_end_basis 'guess' is not known"),
        ({"claim_id": "E-1"}, "claim_id 'E-1' is already on line 2"),
        ({"source_url": ""}, "source_url '' is no web address"),
    ],
)
def test_a_bad_estimate_is_told_and_those_around_it_are_read(file, people, told, changed, words):
    rows = [ESTIMATES, GOOD_ESTIMATE, estimate(**changed), estimate(claim_id="E-3")]
    claims, problems = estimates.read(file("e.csv", "\n".join(rows)), people, START)
    assert [claim.claim_id for claim in claims] == ["E-1", "E-3"]
    told(problems, 3, words)


def test_an_estimate_of_an_unknown_source_is_told(file, people, told):
    rows = [f"{ESTIMATES},derived_from", f"{GOOD_ESTIMATE},Nobody", f"{estimate()},General Staff"]
    claims, problems = estimates.read(file("e.csv", "\n".join(rows)), people, START)
    assert [claim.derived_from for claim in claims] == ["General Staff"]
    told(problems, 2, "derived_from 'Nobody' is not known")


def read_one(file, people, **changed):
    claims, problems = estimates.read(file("e.csv", f"{ESTIMATES}\n{estimate(**changed)}"), people, START)
    assert not problems
    return claims[0]


def test_an_estimate_rests_on_its_row_and_not_on_a_document(file, people):
    claim = read_one(file, people)
    assert (claim.evidence, claim.figure) == (None, None)
    assert claim.source_row.endswith("e.csv:2")
    assert claim.claim_id == claim.document_id == "E-2"
    assert claim.casualty_types == ("killed", "wounded")


def test_a_month_of_publication_counts_from_its_last_day(file, people):
    changed = {"published": "2024-02", "period_start": "2022-02-24", "period_end": ""}
    claim = read_one(file, people, **changed, period_end_basis="published_date")
    assert claim.published == date(2024, 2, 29)
    assert (claim.period.start, claim.period.end, claim.basis) == (START, None, Basis.PUBLISHED)


def test_a_stated_end_names_days_covered(file, people):
    assert read_one(file, people).basis == Basis.COVERS


@pytest.mark.parametrize(
    ("start", "end", "kind"),
    [
        ("2022-02-24", "2022-02-28", PeriodKind.SINCE_START),
        ("2024-05-12", "2024-05-12", PeriodKind.DAY),
        ("2024-02-01", "2024-02-29", PeriodKind.MONTH),
        ("2024-02-01", "2024-02-28", PeriodKind.OTHER),
        ("2023-01-01", "2023-12-31", PeriodKind.YEAR),
        ("2022-12-31", "2023-12-31", PeriodKind.OTHER),
        ("2024-01-01", "2024-03-31", PeriodKind.OTHER),
    ],
)
def test_the_kind_of_a_period_follows_from_its_days(file, people, start, end, kind):
    assert read_one(file, people, period_start=start, period_end=end).period.kind == kind


def test_a_range_has_bounds_and_no_value(file, people):
    claim = read_one(file, people, value="", low="5", high="9", hedge="range")
    assert (claim.value, claim.low, claim.high, claim.hedge) == (None, 5, 9, Hedge.RANGE)

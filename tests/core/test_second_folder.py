"""Another side is another folder of data and no code: Ukraine's losses as each side states them."""

from __future__ import annotations

import csv
import re
from datetime import date

import pytest

from dashboard.checks import check
from dashboard.comparability import Relation, comparability
from dashboard.model import Claim
from dashboard.pipeline import build, series_of
from dashboard.verdict import Verdict
from tests.core.conftest import ROOT

FOLDER = ROOT / "data" / "ukraine"


@pytest.fixture(scope="module")
def ukraine():
    return build(FOLDER)


def test_it_is_read_without_a_fault_and_holds_the_registers_rows_about_ukraine(ukraine):
    with (ROOT / "data" / "estimates.csv").open(encoding="utf-8", newline="") as file:
        wanted = {row["claim_id"] for row in csv.DictReader(file) if row["subject"] == "Ukraine"}
    assert ukraine.problems == ()
    assert {claim.claim_id for claim in ukraine.estimates} == wanted


def test_the_presidents_totals_make_a_series_of_the_dead_alone(ukraine):
    rows = series_of(ukraine, ukraine.reference_query())
    assert rows["total"].tolist() == [31000, 43000, 45100, 55000]
    assert rows["losses"].tolist() == [29700, 12000, 2100, 9900]


def test_only_counts_of_the_dead_are_held_against_it(ukraine):
    verdicts = {claim.claim_id: check(ukraine, claim).judgement.verdict for claim in ukraine.claims}
    assert verdicts["UA-012"] is Verdict.EQUAL
    assert verdicts["UA-013"] is Verdict.NOT_COMPARABLE
    assert verdicts["US-015"] is Verdict.NOT_COMPARABLE


def test_a_broader_definition_is_told_as_a_bound(ukraine):
    claim = Claim("made-up", "made-up", 9.0, subject="Ukraine", casualty_types=("killed", "wounded"))
    found = comparability(claim, "Made-up", "Ukraine", "personnel", ("killed",))
    assert (found.relation, found.comparable) == (Relation.SUPERSET, False)


def test_the_last_publication_is_the_presidents(ukraine):
    assert ukraine.last_published == date(2026, 2, 4)


def test_no_module_of_the_package_names_a_side_or_a_claimant_of_this_war():
    allowed = {"sources/general_staff.py", "extract"}
    words = re.compile(r"\b(Russia|Ukraine|Kyiv|Zelensky|General Staff of Ukraine|UK Defence)\b")
    guilty = []
    for path in sorted((ROOT / "dashboard").rglob("*.py")):
        name = path.relative_to(ROOT / "dashboard").as_posix()
        if name in allowed or name.partition("/")[0] in allowed:
            continue
        code = re.sub(r'"""[\s\S]*?"""|#[^\n]*', "", path.read_text(encoding="utf-8"))
        guilty += [f"{name}: {match.group()}" for match in words.finditer(code)]
    assert guilty == []

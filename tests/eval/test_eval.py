"""How right extraction is on our own labelled passages, and on the gold set where it lies beside the project."""

from pathlib import Path

import pytest

from dashboard.extract import extract
from tests.eval import known
from tests.eval.score_gold import GOLD, score
from tests.eval.scoring import passages
from tests.eval.scoring import score as score_own

PASSAGES = Path(__file__).parent / "passages.txt"
NEWSROOM = Path(__file__).parent / "newsroom.txt"
WIRE = Path(__file__).parent / "wire.txt"
HERE = pytest.mark.skipif(not (GOLD / "score.py").exists(), reason=f"the gold set is not at {GOLD}")


@pytest.fixture(scope="module")
def report():
    conflict, claimants = known.conflict(), known.claimants()
    return score_own(passages(PASSAGES), lambda document: extract(document, claimants, conflict).claims)


def test_there_are_at_least_120_labelled_claims(report):
    assert report.labels >= 120


def test_figures_are_found_and_none_is_made_up(report):
    assert report.found / report.labels >= 0.97, report.differences
    assert report.found / report.claims >= 0.97, report.differences


def test_all_fields_are_right(report):
    assert report.f1(report.strict) >= 0.92, report.differences


def test_texts_without_losses_give_no_claim(report):
    assert report.clean == report.empty, report.differences


def test_claims_given_with_high_confidence_are_right(report):
    sure = [right for confidence, right in report.confidences if confidence >= 0.9]
    assert len(sure) >= 40
    assert sum(sure) / len(sure) >= 0.95


@pytest.mark.parametrize(("path", "least"), [(NEWSROOM, 200), (WIRE, 50)], ids=["newsroom", "wire"])
def test_wordings_of_the_news_are_read_in_every_field(path, least):
    conflict, claimants = known.conflict(), known.claimants()
    read = score_own(passages(path), lambda document: extract(document, claimants, conflict).claims)
    assert read.labels >= least
    assert (read.differences, read.strict, read.claims, read.clean) == ([], read.labels, read.labels, read.empty)


@HERE
def test_every_figure_of_the_two_articles_is_found_and_none_made_up():
    result = score("seeds")
    assert result["figure"]["f1"] == 1.0
    assert result["strict"]["f1"] >= 0.9


@HERE
def test_the_development_passages_are_read():
    result = score("dev")
    equipment = score("dev", "--equipment")
    # As right as it has become: one passage less shows.
    assert (result["figure"]["f1"], equipment["figure"]["f1"]) == (1.0, 1.0)
    assert result["strict"]["f1"] >= 0.96
    assert equipment["strict"]["f1"] >= 0.89
    assert (result["clean"], result["spans"]) == (1.0, 1.0)

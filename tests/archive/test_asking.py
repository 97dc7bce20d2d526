"""An archive is asked without being loaded: pages of claims, the best first, and the best into the review."""

from __future__ import annotations

import csv
import io
import time
from datetime import date

import pytest
from click.testing import CliRunner

from dashboard.archive.asking import SORTED_BY, Archive, Asked
from dashboard.cli import main
from dashboard.errors import ArchiveError
from dashboard.store import open_store
from tests.archive.conftest import rows
from tests.archive.many import made_up

MANY = 60_000


@pytest.fixture(scope="module")
def many(tmp_path_factory) -> Archive:
    return Archive(str(made_up(tmp_path_factory.mktemp("many") / "out", MANY)))


def command(*words: str) -> str:
    result = CliRunner().invoke(main, [*map(str, words)])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_all_claims_come_best_first_each_once(undisturbed):
    archive = Archive(str(undisturbed))
    held = rows(undisturbed, "claims")
    found = [row for offset in range(0, 90, 7) for row in archive.claims(limit=7, offset=offset)]
    assert len(found) == len(held) == archive.count()
    assert {row["claim_id"] for row in found} == {row["claim_id"] for row in held}
    keys = [(-row["independent_documents"], -row["confidence"]) for row in found]
    assert keys == sorted(keys)


@pytest.mark.parametrize("order", SORTED_BY)
@pytest.mark.parametrize("descending", [True, False])
def test_each_order_is_kept_from_page_to_page(many, order, descending):
    asked = Asked(order=order, descending=descending)
    found = [row[order] for offset in (0, 30_000, 59_900) for row in many.claims(asked, 100, offset)]
    assert found == sorted(found, reverse=descending)


def test_what_is_asked_for_narrows_the_claims(many):
    assert many.count() == MANY
    assert many.count(Asked(claimant="Made-up Staff 7")) == MANY // 40
    assert many.count(Asked(since=date(2024, 3, 1), until=date(2024, 4, 30))) == MANY // 6
    assert 0 < many.count(Asked(least_reports=4)) < MANY // 4
    found = many.claims(Asked(search="STAFF 4,321"), MANY)
    assert found
    assert all("4,321" in row["evidence"] for row in found)


@pytest.mark.parametrize("word", ["'; DROP TABLE claims; --", "%", "\\", "𝟙", "x" * 5_000])
def test_words_that_are_searched_for_are_never_run(many, word):
    many.claims(Asked(search=word, claimant=word, order=word))
    assert many.count() == MANY


def test_a_page_far_down_takes_no_longer_than_the_first(many):
    def seconds(offset: int) -> float:
        began = time.perf_counter()
        many.claims(offset=offset)
        return time.perf_counter() - began

    first, last = (min(seconds(offset) for _ in range(5)) for offset in (0, MANY - 100))
    assert last < 5 * first + 0.1


def test_a_folder_without_an_archive_is_told(tmp_path):
    with pytest.raises(ArchiveError, match="losses ingest PATH --out"):
        Archive(str(tmp_path))


def test_the_command_prints_claims_and_errors(undisturbed):
    told = list(
        csv.DictReader(io.StringIO(command("archive", "claims", undisturbed, "--limit", "5", "--format", "csv")))
    )
    assert len(told) == 5
    assert told[0]["claimant"]
    assert command("archive", "errors", undisturbed, "--format", "csv").startswith("file,place,kind,reason,url")


def test_the_best_go_into_the_review_and_the_next_ones_when_asked_again(undisturbed, tmp_path):
    store = str(tmp_path / "losses.db")
    words = ("archive", "review", undisturbed, "--store", store, "--by", "an analyst", "--limit", "2")
    best = Archive(str(undisturbed)).claims(limit=1)[0]
    assert "Documents added: 2" in command(*words)
    held = open_store(store)
    assert best["syndicate_id"] in {one.document.id for one in held.documents()}
    assert {one.status for one in held.held()} == {"pending"}
    assert "Documents added: 2" in command(*words)
    syndicates = {row["syndicate_id"] for row in rows(undisturbed, "documents")}
    command(*words[:-1], "100")
    assert {one.document.id for one in held.documents()} == syndicates


def test_an_archive_given_without_out_goes_into_the_store(archive, undisturbed, tmp_path):
    store = str(tmp_path / "losses.db")
    told = command("ingest", next(iter(sorted(archive.iterdir()))), "--store", store)
    assert "Documents added: 2" in told
    first = {row["document_id"] for row in rows(undisturbed, "documents") if "made-up-00000000" in row["file"]}
    assert {one.document.id for one in open_store(store).documents()} == first

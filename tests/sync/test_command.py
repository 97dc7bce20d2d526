"""`losses sync` in a shell: sentences or rows, exit codes, and no bar where nobody watches."""

from __future__ import annotations

import csv
import io

import pytest
from click.testing import CliRunner

from dashboard.cli.syncing import sync
from dashboard.errors import DocumentError
from dashboard.sources.general_staff import PERSONNEL


@pytest.fixture
def run(tmp_path, folder):
    def run(*options, source=None):
        arguments = ["--from", source or str(folder), "--store", str(tmp_path / "losses.db"), *options]
        return CliRunner().invoke(sync, arguments)

    return run


def test_it_says_what_was_added_and_the_next_time_that_nothing_has_changed(run):
    first = run()
    assert first.exit_code == 0
    assert "added: 20 reports of personnel, published 1–20 Jun 2005" in first.stdout
    assert first.stderr == ""
    assert run().stdout == "Nothing has changed since the last version; nothing was stored.\n"


def test_rows_leave_on_standard_output_and_sentences_on_the_other(run):
    done = run("--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert len(rows) == 40
    assert rows[0] | {"report_id": ""} == {
        "kind": "added",
        "report_id": "",
        "published": "2005-06-01",
        "category": "personnel",
        "old_total": "",
        "new_total": "100",
        "old_hedge": "",
        "new_hedge": "about",
    }
    assert "New versions stored" in done.stderr
    assert run("--format", "csv").stdout.count("\n") == 1


def test_a_fault_of_the_input_is_a_sentence_and_leaves_the_store(run, folder):
    run()
    folder.put(PERSONNEL, "[")
    assert isinstance(run().exception, DocumentError)


def test_the_store_may_be_named_by_the_environment(tmp_path, folder, monkeypatch):
    monkeypatch.setenv("LOSSES_STORE", f"sqlite:///{tmp_path}/named.db")
    assert CliRunner().invoke(sync, ["--from", str(folder)]).exit_code == 0
    assert (tmp_path / "named.db").exists()


def test_wrong_usage_ends_with_2(run):
    assert run("--nonsense").exit_code == 2


def test_help_gives_an_example():
    assert "losses sync --from" in CliRunner().invoke(sync, ["--help"]).stdout

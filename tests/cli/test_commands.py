"""The `losses` command as a user meets it: output, exit codes, sentences for bad input."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from dashboard.cli import main

SENTENCE = "Russia lost 1,950 troops on Tuesday, Ukraine's General Staff said."


def run(*args, stdin=None, code=0):
    result = CliRunner().invoke(main, args, input=stdin)
    assert result.exit_code == code, result.output
    return result


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def commands():
    """The words of every command, those of a group's commands behind the group's."""
    for name, command in sorted(main.commands.items()):
        yield from (
            [f"{name} {inner}" for inner in sorted(command.commands)] if hasattr(command, "commands") else [name]
        )


@pytest.mark.parametrize("command", list(commands()))
def test_every_command_has_help_with_an_example_and_takes_data_and_store(command):
    text = run(*command.split(), "--help").stdout
    assert "Example:" in text
    assert f"losses {command}" in text
    assert "--data" in text
    assert "--store" in text


def test_extract_reads_standard_input_and_prints_the_fields_of_the_interface():
    text = run("extract", "--published", "2024-11-12", "--publisher", "A Paper", "-", stdin=SENTENCE).stdout
    [claim] = [json.loads(line) for line in text.splitlines()]
    assert (
        list(claim)[:17]
        == (
            "document_id publisher published url value low high hedge subject category casualty_types statistic period "
            "basis claimant record evidence"
        ).split()
    )
    assert claim["value"] == 1950
    assert claim["period"] == {"kind": "day", "start": "2024-11-12", "end": "2024-11-12"}
    assert SENTENCE[claim["evidence"]["start"] : claim["evidence"]["end"]] == claim["evidence"]["text"]


def test_extract_tells_rejections_with_reasons():
    text = run("extract", "--rejections", "-", stdin="Russia lost 900 men. Kyiv got $106 billion in aid.").stdout
    reasons = [json.loads(line) for line in text.splitlines()]
    assert any("106" in r["evidence"]["text"] and "money" in r["reason"] for r in reasons)


def test_extract_of_a_missing_file_says_which_and_what_to_do(tmp_path):
    result = run("extract", str(tmp_path / "absent.txt"), code=1)
    assert "absent.txt" in result.stderr
    assert result.stdout == ""


def test_a_bad_file_does_not_keep_the_good_one_back(tmp_path):
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02\xff\xfe binary")
    (tmp_path / "good.txt").write_text(SENTENCE, encoding="utf-8")
    result = run("extract", "--published", "2024-11-12", str(tmp_path / "bad.txt"), str(tmp_path / "good.txt"), code=1)
    assert "bad.txt" in result.stderr
    assert json.loads(result.stdout)["value"] == 1950


def test_check_of_standard_input_shows_the_arithmetic_and_stores_nothing():
    text = run("check", "--published", "2024-11-12", "--format", "csv", "-", stdin=SENTENCE).stdout
    [row] = rows(text)
    assert (row["verdict"], row["reference"], row["difference"], row["basis"]) == ("equal", "1950", "0", "published")
    assert "712,610" in row["explanation"]
    assert row["status"] == "pending"


def test_check_without_paths_is_of_every_claim_in_the_data():
    found = rows(run("check", "--format", "csv").stdout)
    assert len(found) > 389
    assert {row["status"] for row in found} == {"accepted"}


def test_series_has_the_columns_of_the_interface_and_iso_dates():
    found = rows(run("series", "--as-of", "2024-11-12").stdout)
    assert list(found[0]) == "start end days losses per_day total published method flags claim_ids".split()
    assert [r["losses"] for r in found if r["start"] == "2024-11-11" and r["method"] == "derived"] == ["1950"]


def test_series_on_the_published_basis_is_a_day_later():
    found = rows(run("series", "--basis", "published", "--as-of", "2024-11-12").stdout)
    assert [r["losses"] for r in found if r["start"] == "2024-11-12" and r["method"] == "derived"] == ["1950"]


def test_compare_prints_json():
    found = json.loads(run("compare", "--a", "John Healey", "--format", "json").stdout)
    [october] = [row for row in found if row["start"] == "2024-10-01" and row["unit"] == "total"]
    assert (october["a_value"], october["b_value"], october["verdict"]) == (41980, 41980, "equal")


def test_parquet_on_standard_output_reads_back(tmp_path):
    target = tmp_path / "series.parquet"
    command = [sys.executable, "-m", "dashboard", "series", "--format", "parquet"]
    target.write_bytes(subprocess.run(command, check=True, capture_output=True).stdout)
    frame = pd.read_parquet(target)
    assert len(frame) == len(rows(run("series").stdout))


def test_a_wrong_day_is_a_usage_error_that_shows_how_to_write_it():
    assert "YYYY-MM-DD" in run("series", "--as-of", "12.11.2024", code=2).stderr


def test_an_unknown_claimant_ends_with_a_sentence_and_exit_code_1():
    result = run("series", "--claimant", "Nobody", code=1)
    assert "'Nobody'" in result.stderr
    assert "Traceback" not in result.stderr


def test_doctor_names_versions_data_and_browser():
    text = run("doctor").stdout
    for word in ("python", "dash", "pandas", "freshness", "browser", "left out"):
        assert word in text
    assert "nothing synced" in text
    assert "`losses sync`" in text


def test_doctor_fails_where_a_row_was_left_out(tmp_path):
    data = Path(__file__).resolve().parents[2] / "data"
    copy = tmp_path / "data"
    copy.mkdir()
    for path in data.iterdir():
        if path.is_file():
            (copy / path.name).write_bytes(path.read_bytes())
    (copy / "articles").mkdir()
    with (copy / "reports.csv").open("a", encoding="utf-8") as file:
        file.write("GS-bad,2024-13-40,General Staff of Ukraine,Russia,personnel,1,about,https://example.org\n")
    result = run("doctor", "--data", str(copy), code=1)
    assert "reports.csv, line 278" in result.stderr
    assert "2024-13-40" in result.stderr

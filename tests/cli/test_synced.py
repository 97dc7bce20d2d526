"""The commands on the full public series, where it lies beside the checkout: sync once, then ask."""

from __future__ import annotations

import csv
import io
import json

import pytest
from click.testing import CliRunner

from dashboard.cli import main
from tests.core.conftest import SHARED

FOLDER = SHARED / "general-staff"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    if not FOLDER.is_dir():
        pytest.skip(f"the public General Staff series is not at {FOLDER}")
    address = str(tmp_path_factory.mktemp("store") / "losses.db")
    result = CliRunner().invoke(main, ["sync", "--from", str(FOLDER), "--store", address])
    assert result.exit_code == 0, result.output
    return address


def rows(store, *args):
    result = CliRunner().invoke(main, [*args, "--store", store, "--format", "csv"])
    assert result.exit_code == 0, result.output
    return list(csv.DictReader(io.StringIO(result.stdout)))


def test_the_series_accounts_for_each_of_the_1626_reports(store):
    derived = [row for row in rows(store, "series") if row["method"] == "derived"]
    assert len(derived) == 1618
    assert len({one for row in derived for one in row["claim_ids"].split(";") if one.startswith("GS-20")}) == 1626
    assert sum(row["flags"].count("no_update") for row in derived) == 2


def test_a_replay_shows_the_slip_while_it_stood(store):
    args = ("series", "--recorded-as-of", "2025-01-01T13:38:00+00:00")
    [row] = [row for row in rows(store, *args) if row["published"] == "2024-01-01" and row["method"] == "derived"]
    assert (row["total"], row["flags"]) == ("790800", "revised")
    [mended] = [r for r in rows(store, "series") if r["published"] == "2024-01-01" and r["method"] == "derived"]
    assert mended["total"] == "360010"


def test_a_replay_knows_no_document_of_later_days(store):
    found = rows(store, "series", "--recorded-as-of", "2024-01-01")
    assert max(row["published"] for row in found) <= "2024-01-01"


def test_equipment_has_its_own_series(store):
    tanks = rows(store, "series", "--category", "tanks")
    assert tanks[-1]["total"] == "12251"


def test_with_every_day_known_the_highest_is_a_record(store):
    text = "Russia lost 1,950 troops on Tuesday, a record, Ukraine's General Staff said."
    args = ["check", "--published", "2024-11-12", "--store", store, "--format", "json", "-"]
    [row] = json.loads(CliRunner().invoke(main, args, input=text).stdout)
    assert (row["verdict"], row["record"]) == ("equal", "record")
    assert "the record of 973 days" in row["explanation"]

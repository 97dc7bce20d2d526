"""Files of data that are replaced while the server runs: what is in use stays, and nobody sees a fault of ours."""

from __future__ import annotations

import os
import shutil

import pytest

from dashboard.store import open_store
from dashboard.sync import sync_from
from dashboard.web.application import assemble
from dashboard.web.editions import LOOK_EVERY, Editions, stored

from .conftest import ROOT, TODAY
from .madeup import SYNCED, dataset


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(ROOT / "data", tmp_path / "data", ignore=shutil.ignore_patterns("ukraine"))


@pytest.fixture
def served(folder, tmp_path):
    """A server over the folder whose store grows, so that all is read anew, and the editions that it serves."""
    store, now = open_store(str(tmp_path / "losses.db")), [0.0]
    editions = Editions(stored(folder, store), lambda: now[0])

    def grow():
        sync_from(str(dataset(tmp_path / "made-up")), store, SYNCED)
        now[0] += LOOK_EVERY

    return assemble(editions, lambda: TODAY).server.test_client(), grow


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("conflict.toml", "half"),
        ("conflict.toml", "gone"),
        ("claimants.toml", "empty"),
        ("estimates.csv", "binary"),
        ("reports.csv", "half"),
    ],
)
def test_a_file_that_is_replaced_by_a_bad_one_stops_nothing(served, folder, name, how):
    client, grow = served
    path = folder / name
    whole = path.read_bytes()
    if how == "gone":
        path.unlink()
    else:
        path.write_bytes({"half": whole[: len(whole) // 2], "empty": b"", "binary": os.urandom(500)}[how])
    grow()
    for address in ("/", "/api/series?limit=3", "/api/claims?limit=3", "/readyz", "/figures/daily"):
        answer = client.get(address)
        assert answer.status_code in (200, 400, 503), address  # 400 where no claimant is known: a sentence says so
        assert "Traceback" not in answer.text

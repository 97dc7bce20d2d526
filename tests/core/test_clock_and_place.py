"""No clock, time zone or language of the machine changes a figure, a date or a picture's data."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = "Russia lost 1,950 troops on Tuesday, the General Staff of Ukraine said. In October it lost 41,980."
# Everything that is told of the data and of a pasted article, as one hash.
TOLD = """
import hashlib, json, sys
from datetime import date
from pathlib import Path
from dashboard.checks import frame_of, read_and_check
from dashboard.losses import counted_of, series_of
from dashboard.model import Basis, Document
from dashboard.pipeline import build
losses = build(Path("data"))
told = [losses.version, losses.last_published.isoformat()]
for basis in Basis:
    told.append(counted_of(losses, losses.reference_query(basis=basis)).to_csv())
for day in ("2024-11-13", "2024-12-31", "2025-01-01", "2024-03-31", "2024-10-27", "2024-02-29"):
    document = Document("pasted", sys.argv[1], published=date.fromisoformat(day))
    told.append(frame_of(read_and_check(losses, document)[1]).to_csv())
sys.stdout.write(hashlib.sha256(json.dumps(told).encode()).hexdigest())
"""
# A zone or a language that a machine does not have leaves it at its own, which changes nothing either.
PLACES = {
    "a Turkish machine in the far east": {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "tr_TR.UTF-8",
        "PYTHONHASHSEED": "4321",
    },
    "a German machine in the far west": {"TZ": "Etc/GMT+12", "LC_ALL": "de_DE.UTF-8", "LC_NUMERIC": "de_DE.UTF-8"},
    "a plain machine in Kyiv, with summer time": {"TZ": "Europe/Kyiv", "LC_ALL": "C", "PYTHONUTF8": "0"},
}


def told(**changes):
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "TZ"))}
    done = subprocess.run(
        [sys.executable, "-c", TOLD, ARTICLE],
        cwd=ROOT,
        env=plain | changes,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.fixture(scope="module")
def at_home():
    return told(TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="0")


@pytest.mark.parametrize("place", PLACES)
def test_figures_are_the_same_everywhere(at_home, place):
    assert len(at_home) == 64
    assert told(**PLACES[place]) == at_home

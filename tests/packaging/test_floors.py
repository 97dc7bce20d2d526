"""Dependencies stand at or above the versions that fix known holes: installed, locked and asked for."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from plotly.offline import get_plotlyjs_version

ROOT = Path(__file__).resolve().parents[2]
# dash: processes ended and caches read by anyone; lxml: entities read from files; werkzeug: names of devices and
# endless forms; the others: releases with fixes that we know of. A floor is raised when a hole becomes known.
FLOORS = {
    "dash": "4.4.1",
    "lxml": "6.1.0",
    "werkzeug": "3.1.6",
    "flask": "3.1.1",
    "jinja2": "3.1.6",
    "pillow": "12.1.0",
    "pyyaml": "6.0.1",
    "certifi": "2024.7.4",
    "idna": "3.7",
    "h11": "0.16.0",
    "brotli": "1.2.0",
    "urllib3": "2.6.0",
    "requests": "2.32.4",
    "setuptools": "78.1.1",
}  # fmt: skip


def parts(text):
    return tuple(int(part) for part in re.findall(r"[0-9]+", text)[:4])


def locked():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9._-]+)==([0-9][^ ;\\]*)", lock, re.MULTILINE))


@pytest.mark.parametrize("name", [name for name in FLOORS if name in locked()])
def test_what_is_locked_and_installed_has_no_known_hole(name):
    assert parts(locked()[name]) >= parts(FLOORS[name])
    assert parts(version(name)) >= parts(FLOORS[name])


@pytest.mark.parametrize("name", ["dash", "lxml", "werkzeug"])
def test_no_older_one_can_be_asked_for(name):
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    [least] = [re.search(r">=([0-9.]+)", one)[1] for one in asked if re.match(rf"{name}\b(?!-)", one)]
    assert parts(least) >= parts(FLOORS[name])[: len(parts(least))]


def test_the_chart_library_has_no_known_hole():
    assert parts(get_plotlyjs_version()) >= (2, 25, 2)


def test_every_dependency_asked_for_is_locked():
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    names = {re.match(r"[A-Za-z0-9-]+", one)[0].lower() for one in asked}
    assert names <= set(locked())


def test_the_list_of_components_names_all_that_is_locked_with_its_hashes():
    done = subprocess.run([sys.executable, ROOT / ".ci" / "sbom"], cwd=ROOT, capture_output=True, check=True)
    told = json.loads(done.stdout)
    libraries = {one["name"]: one for one in told["components"] if one["type"] == "library"}
    assert {name: one["version"] for name, one in libraries.items()} == locked()
    assert all(one["hashes"] for one in libraries.values())

"""The built wheel in an environment without the checkout: it holds all that it needs, serves and exports."""

from __future__ import annotations

import csv
import io
import os
import pwd
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zipfile
from contextlib import contextmanager
from email.parser import Parser

import pytest

from dashboard.browser import found_browser
from dashboard.export.png import SIGNATURE

from .conftest import ROOT, command, environment

SENTENCE = "Russia lost 1,950 troops on Tuesday, Kyiv said."


def test_the_wheel_holds_code_data_assets_fonts_and_migrations_and_nothing_else(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    here = "dashboard/shipped_files/"
    for part in ("data", "assets"):
        shipped = {f"{here}{path.relative_to(ROOT)}" for path in (ROOT / part).rglob("*") if path.is_file()}
        assert shipped <= names, part
    assert any(name.endswith(".woff2") for name in names)
    assert {"dashboard/export/page.js", "dashboard/cli/__init__.py"} <= names
    assert any("store/migrations/" in name for name in names)
    assert all(name.startswith(("dashboard/", "reported_losses-")) for name in names)
    assert not [name for name in names if "__pycache__" in name or "/tests/" in name]


def test_the_wheel_names_its_licence_its_python_and_its_command(wheel):
    held = zipfile.ZipFile(wheel)
    [place] = [name for name in held.namelist() if name.endswith("METADATA")]
    told = Parser().parsestr(held.read(place).decode())
    assert (told["License-Expression"], told["Requires-Python"]) == ("MIT", ">=3.11")
    [entries] = [name for name in held.namelist() if name.endswith("entry_points.txt")]
    assert "losses = dashboard.cli:main" in held.read(entries).decode()


def test_the_same_checkout_gives_the_same_wheel(wheel, tmp_path):
    """So that anybody can tell that a wheel was built from what it says."""
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1700000000"}
    for number in (1, 2):
        done = subprocess.run(
            [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / str(number))],
            cwd=wheel.parent.parent, env=environment, capture_output=True,
        )  # fmt: skip
        assert done.returncode == 0
    first, second = (next((tmp_path / str(number)).glob("*.whl")).read_bytes() for number in (1, 2))
    assert first == second


def test_the_installed_command_checks_a_sentence(losses, installed):
    done = losses("check", "--published", "2024-11-12", "--format", "csv", "-", input=SENTENCE)
    assert done.returncode == 0, done.stderr
    assert [row["verdict"] for row in csv.DictReader(io.StringIO(done.stdout))] == ["equal"]
    told = losses("doctor").stdout
    assert str(installed / "dashboard" / "shipped_files" / "data") in told


@pytest.mark.browser
def test_the_installed_command_exports_a_picture(losses, tmp_path):
    if found_browser() is None:
        pytest.skip("no Chromium, Chrome or Edge was found")
    done = losses("export", "daily", "--out", str(tmp_path / "out"), "--as-of", "2024-11-12")
    assert done.returncode == 0, done.stderr
    [picture] = (tmp_path / "out").glob("*.png")
    assert picture.read_bytes().startswith(SIGNATURE)


@contextmanager
def served(installed, home, *words, before=(), **options):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    told = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "start_new_session": True, "cwd": home} | options
    words = command(installed, "serve", "--port", str(port), "--offline", *words)
    process = subprocess.Popen([*before, *words], env=environment(installed, home), **told)
    try:
        yield f"http://127.0.0.1:{port}", process
    finally:
        os.killpg(process.pid, 9)
        process.wait()


def answer(address, process):
    """The status and text of an address of the server, once it answers."""
    end = time.monotonic() + 60
    while True:
        try:
            with urllib.request.urlopen(address, timeout=10) as got:
                return got.status, got.read()
        except (urllib.error.URLError, ConnectionError):
            assert time.monotonic() < end
            assert process.poll() is None, process.stdout.read().decode()
            time.sleep(0.2)


@pytest.mark.skipif(sys.platform == "win32", reason="process groups and accounts of Unix")
def test_the_installed_dashboard_is_served_by_an_unprivileged_user_who_may_write_nothing_of_it(installed, tmp_path):
    """From a copy that belongs to another account and is read-only; as root, otherwise as whoever runs this."""
    copy = tmp_path / "program"
    shutil.copytree(installed, copy)
    subprocess.run(["chmod", "-R", "a+rX,a-w", str(copy)], check=True)
    home = tmp_path / "home"
    home.mkdir(mode=0o777)
    options = _unprivileged(home, tmp_path)
    with served(copy, home, **options) as (address, process):
        assert answer(f"{address}/readyz", process)[0] == 200
        for path in ("/", "/assets/style.css", "/assets/fonts/source-sans-3-latin-wght-normal.woff2", "/figures/daily"):
            assert answer(address + path, process)[0] == 200, path
        assert b"1950" in answer(f"{address}/api/series?start=2024-11-11&end=2024-11-11", process)[1]


def _unprivileged(home, folder):
    """How a process starts that root's rights do not help: as nobody, or where nobody cannot, as root without any."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    try:
        done = subprocess.run([sys.executable, "-c", "import dash"], user=nobody.pw_uid, capture_output=True, cwd="/")
        usable = done.returncode == 0
    except PermissionError:
        usable = False
    if usable:
        os.chown(home, nobody.pw_uid, nobody.pw_gid)
        for place in (folder, *list(folder.parents)[:-2]):
            place.chmod(0o755 | place.stat().st_mode & 0o7777)
        return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
    if shutil.which("setpriv") is None:
        pytest.skip("no other account may read this Python, and there is no setpriv to lay rights down with")
    return {"before": ("setpriv", "--bounding-set=-all", "--inh-caps=-all", "--no-new-privs")}

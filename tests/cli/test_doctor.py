"""`losses doctor` finds each of the faults planted here, names it, says what mends it, and still looks at the rest."""

from __future__ import annotations

import os
import shutil
import socket
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from dashboard.cli import diagnosis, main
from dashboard.store import open_store

DATA = Path(__file__).resolve().parents[2] / "data"
EVERY = ("python", "dash", "assets", "data", "store", "room", "browser", "fonts", "port", "access")


def doctor(*words, code):
    result = CliRunner().invoke(main, ["doctor", *words])
    assert result.exit_code == code, result.output
    assert all(f"\n{name}" in f"\n{result.stdout}" for name in EVERY)
    return result.output


@pytest.fixture
def data(tmp_path):
    return shutil.copytree(DATA, tmp_path / "data", ignore=shutil.ignore_patterns("ukraine"))


def program(path, text):
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_a_sound_machine_has_no_fault(monkeypatch):
    monkeypatch.setattr(diagnosis, "_font", lambda: diagnosis.Found("fonts", "1 on this system"))
    assert "FAULT" not in doctor(code=0)


def test_1_a_row_that_is_left_out(data):
    with (data / "reports.csv").open("a", encoding="utf-8") as file:
        file.write("X,2024-11-12,Nobody,Russia,personnel,1,about,https://example.org\n")
    assert "'Nobody' is not known" in doctor("--data", str(data), code=1)


def test_2_a_register_that_is_gone(data):
    (data / "conflict.toml").unlink()
    assert "conflict.toml" in doctor("--data", str(data), code=1)


def test_3_a_store_that_is_no_database(tmp_path):
    (tmp_path / "losses.db").write_bytes(b"no database at all" * 999)
    assert "is no database. Choose another" in doctor("--store", str(tmp_path / "losses.db"), code=1)


def test_4_a_store_that_is_damaged(tmp_path):
    path = tmp_path / "losses.db"
    with open_store(str(path)).writing("set", "http://set", "credit"):
        pass
    path.write_bytes(path.read_bytes()[:9_000] + os.urandom(3_000))
    told = doctor("--store", str(path), code=1)
    assert "FAULT" in told
    assert "estore" in told


def test_5_a_browser_that_is_named_and_not_there(monkeypatch):
    monkeypatch.setenv("CHROMIUM", "/made/up/chromium")
    assert "CHROMIUM names /made/up/chromium, which is no program" in doctor(code=1)


def test_6_a_browser_that_does_not_start(monkeypatch, tmp_path):
    monkeypatch.setenv("CHROMIUM", str(program(tmp_path / "chromium", "exit 3")))
    assert "does not start; install it again" in doctor(code=1)


def test_7_a_system_without_fonts(monkeypatch, tmp_path):
    program(tmp_path / "fc-list", "exit 0")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert "install fonts-dejavu-core" in doctor(code=1)


def test_8_a_library_with_known_holes(monkeypatch):
    version = diagnosis.version
    monkeypatch.setattr(diagnosis, "version", lambda name: "4.4.0" if name == "dash" else version(name))
    assert "4.4.0 has known holes; 4.4.1 or later" in doctor(code=1)


def test_9_a_clock_behind_the_data(monkeypatch):
    class Past(date):
        @classmethod
        def today(cls):
            return date(1970, 1, 1)

    monkeypatch.setattr("dashboard.cli.running.date", Past)
    assert "set this machine's clock" in doctor(code=1)


def test_10_a_disk_that_is_full(monkeypatch, tmp_path):
    monkeypatch.setattr(diagnosis.shutil, "disk_usage", lambda _place: type("Usage", (), {"free": 5_000_000}))
    assert "5 MB free; make room" in doctor("--store", str(tmp_path / "losses.db"), code=1)


def test_11_an_access_file_that_lets_nobody_in(monkeypatch, tmp_path):
    (tmp_path / "access.toml").write_text("", encoding="utf-8")
    monkeypatch.setenv("LOSSES_ACCESS", str(tmp_path / "access.toml"))
    assert "lets nobody in" in doctor(code=1)


def test_12_assets_that_are_missing(monkeypatch, tmp_path):
    monkeypatch.setattr(diagnosis, "shipped", lambda name: tmp_path / name)
    assert "styles/base.css, boot.js" in doctor(code=1)


def test_a_port_in_use_and_old_data_are_told_and_are_no_fault():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        told = doctor("--port", str(port), code=0)
    assert f"losses serve --port {port + 1}" in told

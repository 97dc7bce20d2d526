"""The wheel, built once from this checkout and installed without a network into a folder of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("dashboard", "assets", "data", "pyproject.toml", "README.md", "LICENSE")


@pytest.fixture(scope="session")
def wheel(tmp_path_factory) -> Path:
    """The wheel, built by hatchling from a clean copy of what belongs to it."""
    folder = tmp_path_factory.mktemp("source")
    for name in PARTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "dist")],
        cwd=folder,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    [made] = (folder / "dist").glob("*.whl")
    return made


@pytest.fixture(scope="session")
def installed(wheel, tmp_path_factory) -> Path:
    """The folder that `pip install --target` made of the wheel alone, without any index."""
    folder = tmp_path_factory.mktemp("installed")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(folder)]
    done = subprocess.run([*command, str(wheel)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def losses(installed, tmp_path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs the installed `losses`, outside of the checkout, with the dependencies of this environment."""
    return lambda *words, **options: subprocess.run(
        command(installed, *words), env=environment(installed, tmp_path), cwd=tmp_path, capture_output=True, text=True,
        timeout=120, **options,
    )  # fmt: skip


def command(installed: Path, *words: str) -> list[str]:
    return [sys.executable, "-P", "-m", "dashboard", *words]


def environment(installed: Path, home: Path) -> dict[str, str]:
    """The environment of the installed program: its own folder first, and a home of its own."""
    path = os.pathsep.join([str(installed), sysconfig.get_paths()["purelib"]])
    kept = {name: os.environ[name] for name in ("PATH", "CHROMIUM", "SYSTEMROOT") if name in os.environ}
    return kept | {"PYTHONPATH": path, "HOME": str(home), "XDG_DATA_HOME": str(home / "data-home")}

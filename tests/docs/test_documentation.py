"""The documentation is built without a warning, and every command and snippet in it is run, or says why not."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from dashboard.pipeline import build
from dashboard.web import create_app
from tests.web.conftest import serving

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCE = re.compile(
    r"(?:<!-- not run: (?P<why>[^>]+) -->\n)?^```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
RUN = ("sh", "python")


class Block(NamedTuple):
    kind: str
    text: str
    why: str | None


def blocks(page):
    found = FENCE.finditer(page.read_text(encoding="utf-8"))
    return [Block(one["kind"], one["text"], one["why"]) for one in found]


def runnable(page):
    return [one for one in blocks(page) if one.kind in RUN and not one.why]


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    """A folder as the documentation speaks of it: the data, an article, and `losses` on the path."""
    folder = tmp_path_factory.mktemp("room")
    for name in ("data", "docs"):
        (folder / name).symlink_to(ROOT / name)
    (folder / "articles").mkdir()
    shutil.copy(ROOT / "data" / "articles" / "back-to-back-1950.md", folder / "articles")
    command = folder / ".venv" / "bin" / "losses"
    command.parent.mkdir(parents=True)
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m dashboard "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return folder


def environment(room):
    path = os.pathsep.join([str(room / ".venv" / "bin"), os.environ["PATH"]])
    return os.environ | {"PATH": path, "PYTHONPATH": str(ROOT), "LOSSES_STORE": str(room / "losses.db")}


def run(script, room):
    done = subprocess.run(
        ["bash", "-c", script], cwd=room, env=environment(room), capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0 or " 2>&1 |" in script, done.stderr
    return done.stdout


@pytest.mark.parametrize(
    "page", [page for page in PAGES if any(one.kind == "sh" for one in runnable(page))], ids=lambda p: p.name
)
def test_each_command_gives_what_is_printed_beneath_it(page, room):
    for block in runnable(page):
        if block.kind != "sh":
            continue
        if not block.text.startswith("$ "):
            run(f"set -eo pipefail\n{block.text}", room)
            continue
        for session in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
            script, _, expected = session.partition("\n")
            assert run(script, room) == expected, script


@pytest.mark.parametrize(
    "page", [page for page in PAGES if any(one.kind == "python" for one in runnable(page))], ids=lambda p: p.name
)
def test_each_python_snippet_runs_against_a_server(page, capsys):
    app = create_app(build(ROOT / "data"), lambda: date(2026, 8, 10))
    with serving(app) as address:
        for block in runnable(page):
            if block.kind == "python":
                exec(compile(block.text.replace("http://127.0.0.1:8050", address), page.name, "exec"), {})
    assert capsys.readouterr().out.splitlines()[0] == "3720"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_is_not_run_says_why(page):
    """A block without a kind is no command."""
    for block in blocks(page):
        assert block.why is None or len(block.why) > 10
        assert block.kind or not re.search(r"^(\$ |losses |make |pip |docker )", block.text, re.MULTILINE), block.text


def test_it_is_built_without_a_warning(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    reference = (tmp_path / "site" / "reference.html").read_text(encoding="utf-8")
    for words in ("losses serve", "losses store backup", "/api/comparison", "recorded_as_of", "casualty_types"):
        assert words in reference
    pages = (tmp_path / "site").rglob("*.html")
    assert not [
        page for page in pages if re.search(r'(?:src|href)="https?://(?:fonts|cdn)', page.read_text(encoding="utf-8"))
    ]


def test_every_page_that_is_named_exists():
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    named = re.findall(r"- ([a-z]+\.md)", text)
    assert {name for name in named if name != "reference.md"} <= {page.name for page in PAGES}
    assert yaml.safe_load(text)["strict"] is True

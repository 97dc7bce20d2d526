"""Files and folders made to hurt end in the right text or in a sentence, in two seconds, and disturb nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dashboard.errors import Problem
from dashboard.extract import extract
from dashboard.extract.reading import FAULT
from dashboard.sources import documents
from dashboard.sources.documents.reader import page_reader
from tests.eval.known import claimants, conflict
from tests.hostile.files import EITHER, READ, REFUSED, SAID, cases, folder_of_names, folder_of_specials

ROOT = Path(__file__).resolve().parents[2]
PEOPLE, WAR = claimants(), conflict()
LIMIT = 2.0
# For a busy machine; a page's own process is killed below two seconds.
MARGIN = 1.0
SOAK = bool(os.environ.get("SOAK_FILES"))
CASES = [case for case in cases(Path("secret")) if case.fast or SOAK]


@pytest.fixture(scope="module", autouse=True)
def warm():
    page_reader().read("<p>The process is warm.</p>")


@pytest.fixture
def secret(tmp_path):
    path = tmp_path / "kept"
    path.write_text("a secret", encoding="utf-8")
    return path


@pytest.mark.parametrize("name", [case.name for case in CASES])
def test_it_ends_as_it_should_in_two_seconds(name, tmp_path, secret):
    [case] = [case for case in cases(secret) if case.name == name]
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / f"hostile{case.suffix}"
    path.write_bytes(case.made())
    (tmp_path / "in" / "then.txt").write_text(SAID, encoding="utf-8")
    began = time.perf_counter()
    found = list(documents.read_path(path))
    texts = [one.text for one in found if not isinstance(one, Problem)]
    for one in found:
        if not isinstance(one, Problem):
            assert not [it for it in extract(one, PEOPLE, WAR).rejections if it.reason.startswith(FAULT)]
    assert time.perf_counter() - began < LIMIT + MARGIN
    told = [str(one) for one in found if isinstance(one, Problem)]
    assert texts or told
    if case.ends is READ:
        assert any(case.holds in text for text in texts), told
    elif case.ends is REFUSED:
        assert not texts
        assert any(case.holds in words for words in told), told
    assert case.ends is not EITHER or all(told)
    assert not case.never or not any(case.never in text for text in texts)
    assert len(extract(next(documents.read_path(tmp_path / "in" / "then.txt")), PEOPLE, WAR).claims) == 1


def test_files_of_any_name_are_read_and_told_of(tmp_path):
    """Also by the command, whose output is text in UTF-8 whatever bytes a name holds."""
    made = folder_of_names(tmp_path)
    found = list(documents.read_folder(tmp_path))
    read = [one for one in found if not isinstance(one, Problem)]
    hidden = [name for name in os.listdir(tmp_path) if name.startswith(".")]
    assert len(found) + len(hidden) == made > 10
    # Two names that differ in a control sign alone give one id, which is told.
    assert len(read) >= len(found) - 1
    assert all("is already that of" in one.what for one in found if isinstance(one, Problem))
    assert all(one.id.isprintable() for one in read)
    done = subprocess.run(
        [sys.executable, "-m", "dashboard", "extract", str(tmp_path)], capture_output=True, cwd=ROOT, timeout=60
    )
    assert done.returncode in (0, 1), done.stderr.decode(errors="replace")
    assert b"Traceback" not in done.stderr
    rows = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    assert [row["value"] for row in rows] == [1770] * len(read)


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of Unix")
def test_links_pipes_and_depth_leave_only_the_good_files(tmp_path, secret):
    folder = tmp_path / "root" / "in"
    folder.mkdir(parents=True)
    folder_of_specials(folder, secret)
    began = time.perf_counter()
    found = list(documents.read_folder(folder))
    assert time.perf_counter() - began < LIMIT
    texts = [one.text for one in found if not isinstance(one, Problem)]
    assert texts == [SAID, SAID]
    assert "a secret" not in str(found)
    assert sorted(Path(one.file).name for one in found if isinstance(one, Problem)) == [
        "away.txt", "loop", "pipe.txt", "self.txt", "socket.txt", "up",
    ]  # fmt: skip


@pytest.mark.skipif(not SOAK, reason="a hundred thousand files: `make soak`")
def test_a_hundred_thousand_files_are_listed(tmp_path):
    for number in range(100_000):
        (tmp_path / f"{number}.txt").write_text("x", encoding="utf-8")
    assert sum(1 for _ in documents.read_folder(tmp_path)) == 100_000

"""Files to read: those that ship, small ones made for a test, and the shared ones where they are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dashboard.model import Claim, Claimant
from dashboard.sources import claimants, conflict, estimates, reports

ROOT = Path(__file__).parents[2]


@pytest.fixture
def data() -> Path:
    return ROOT / "data"


@pytest.fixture
def shared() -> Path:
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the shared files are not beside this checkout")
    return folder


@pytest.fixture
def people() -> dict[str, Claimant]:
    return {name: Claimant(name) for name in ("General Staff", "Ministry")}


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Writes a file of this name and content, made up for the test."""

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


@pytest.fixture
def told() -> Callable[..., None]:
    """Asserts that exactly one problem is told, with this line, and these words in what or remedy."""

    def check(problems: list, line: int | None, *words: str) -> None:
        assert len(problems) == 1, [str(problem) for problem in problems]
        problem = problems[0]
        assert problem.line == line, str(problem)
        assert problem.file
        assert problem.remedy
        for word in words:
            assert word in f"{problem.what}. {problem.remedy}"

    return check


@pytest.fixture(scope="session")
def shipped_people() -> dict[str, Claimant]:
    read, problems = claimants.read(ROOT / "data" / "claimants.toml")
    assert problems == []
    return read


@pytest.fixture(scope="session")
def shipped_reports(shipped_people: dict[str, Claimant]) -> list[dict[str, Any]]:
    read, problems = reports.read(ROOT / "data" / "reports.csv", shipped_people)
    assert problems == []
    return read


@pytest.fixture(scope="session")
def shipped_estimates(shipped_people: dict[str, Claimant]) -> tuple[Claim, ...]:
    start = conflict.read(ROOT / "data" / "conflict.toml").start
    read, problems = estimates.read(ROOT / "data" / "estimates.csv", shipped_people, start)
    assert problems == []
    return read

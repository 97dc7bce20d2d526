"""What is changed, and which tests are asked: those that end soonest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.mutation import logic, words
from tests.mutation.change import Change

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Area:
    """Files by pattern, those left out, and tests."""

    files: tuple[str, ...]
    tests: tuple[str, ...]

    def sources(self) -> dict[Path, str]:
        """The text of each file by its path below the checkout."""
        found = sorted(path for pattern in self.files for path in ROOT.glob(pattern))
        return {path.relative_to(ROOT): path.read_text(encoding="utf-8") for path in found}

    def changes(self) -> Iterator[Change]:
        """Every fault that the area has room for."""
        for path, source in self.sources().items():
            yield from logic.changes(path, source)
            yield from words.changes(path, source)


_SLOW = (
    "--deselect=tests/core/test_shipped.py::test_the_increments_of_each_category_sum_to_its_last_total_less_its_first"
)
# The lexicon is words by meaning, data in Python's notation, and is left out as data/*.toml is.
AREAS = {
    "extract": Area(
        ("dashboard/extract/*.py",),
        (
            "tests/golden",
            "tests/eval/test_eval.py",
            "tests/extract",
            # These ask how long it takes, not what is read.
            "--ignore=tests/extract/test_fuzz.py",
            "--ignore=tests/extract/test_patterns.py",
            "--deselect=tests/extract/test_extract.py::test_a_hundred_kilobytes_of_hostile_text_take_less_than_a_few_seconds",
        ),
    ),
    "series": Area(
        ("dashboard/series.py", "dashboard/counted.py", "dashboard/epochs.py", "dashboard/verdict.py"),
        (
            "tests/core/test_verdict.py",
            "tests/core/test_series.py",
            "tests/core/test_counted.py",
            "tests/core/test_epochs.py",
            "tests/core/test_shipped.py",
            _SLOW,
        ),
    ),
    "checks": Area(
        ("dashboard/checks.py", "dashboard/reference.py", "dashboard/consistency/*.py"),
        (
            "tests/core/test_consistency.py",
            "tests/core/test_shipped.py",
            "tests/core/test_second_folder.py",
            _SLOW,
        ),
    ),
}

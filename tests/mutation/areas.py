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


_DRAWN = "tests/golden/test_figures.py::test_a_made_up_series_comes_to_what_it_did"
_TOLD = "tests/golden/test_figures.py::test_claims_about_a_made_up_war_are_checked_as_they_were"
_SHIPPED = "tests/golden/test_figures.py::test_the_claims_that_ship_are_checked_as_they_were"
# The lexicon is words by meaning, data in Python's notation, and is left out as data/*.toml is.
AREAS = {
    "extract": Area(
        ("dashboard/extract/*.py",),
        (
            "tests/golden/test_golden.py",
            "tests/golden/test_words.py",
            "tests/golden/test_published.py",
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
            _DRAWN,
            "tests/core/test_verdict.py",
            "tests/core/test_counted.py",
            _TOLD,
            "tests/core/test_series.py",
            "tests/core/test_epochs.py",
            _SHIPPED,
            "--deselect=tests/core/test_series.py::test_order_and_repetition_of_the_reports_never_change_the_series",
        ),
    ),
    "checks": Area(
        ("dashboard/checks.py", "dashboard/reference.py", "dashboard/consistency/*.py"),
        (
            _TOLD,
            "tests/core/test_checks.py",
            _SHIPPED,
            "tests/core/test_consistency.py",
            "--deselect=tests/core/test_consistency.py::test_order_never_matters",
            "tests/core/test_shipped.py::test_an_undated_article_is_dated_by_the_running_total_it_quotes",
            "tests/core/test_shipped.py::test_a_daily_figure_without_a_date_is_told_where_it_would_fit",
        ),
    ),
}

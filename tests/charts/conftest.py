"""The data that ships, and beside it the full public series where it lies next to the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.pipeline import Losses, build, of_reports
from dashboard.sources import general_staff

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def shipped() -> Losses:
    return build(ROOT / "data")


@pytest.fixture(scope="session")
def full() -> Losses:
    folder = ROOT.parent / "shared" / "general-staff"
    if not folder.is_dir():
        pytest.skip(f"the public General Staff series is not at {folder}")
    reports, problems = general_staff.read(folder)
    assert problems == []
    return build(ROOT / "data", of_reports(reports))

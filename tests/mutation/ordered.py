"""A pytest plugin for mutmut, which asks tests in any order: those that notice most go first, on few examples."""

from __future__ import annotations

import pytest

pytest_plugins = ["tests.mutation.trial"]  # for the profile that it registers
_FIRST = ("tests/golden/test_golden", "tests/golden", "tests/eval", "tests/core")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What holds hundreds of sentences at once, then the rest by name."""
    items.sort(key=lambda item: (_rank(item.nodeid), item.nodeid))


def _rank(name: str) -> int:
    return next((place for place, folder in enumerate(_FIRST) if name.startswith(folder)), len(_FIRST))

"""What every test shares: how hypothesis looks for counterexamples."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from hypothesis import settings

# No deadline: a slow moment of a shared machine is no failure. Speed is measured by `make bench`, not here.
settings.register_profile("suite", deadline=None, max_examples=60, print_blob=True)
settings.load_profile("suite")

# No test reads or writes the store of the person who runs it; a store that is not there holds nothing.
os.environ["LOSSES_STORE"] = str(Path(tempfile.gettempdir()) / "reported-losses-tests" / "absent.sqlite")


def pytest_addoption(parser):
    """The option that rewrites the reviewed claims of tests/golden."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the claims of tests/golden for review")

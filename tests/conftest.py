"""What every test shares: how many run at once, and how hypothesis looks for counterexamples."""

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

# Two cores were busy for a third of the time with one, which waits for browsers and other processes. No more than two:
# tests hold limits in seconds, and those need a core each.
WORKERS = 2


def pytest_xdist_auto_num_workers(config):
    """Two processes for folders of tests; none for files named one by one, which they would only hold up."""
    return WORKERS if any(Path(place.partition("::")[0]).is_dir() for place in config.args) else 0


def pytest_addoption(parser):
    """The options that write anew what is reviewed and committed."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the claims of tests/golden for review")
    parser.addoption("--update-screens", action="store_true", help="take the pictures of pages in docs/img anew")

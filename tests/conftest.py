"""What every test shares: how hypothesis looks for counterexamples."""

from __future__ import annotations

from hypothesis import settings

# No deadline: a slow moment of a shared machine is no failure. Speed is measured by `make bench`, not here.
settings.register_profile("suite", deadline=None, max_examples=60, print_blob=True)
settings.load_profile("suite")

"""`make bench`: every measurement below this folder, each beside a named alternative in the same run.

`python -m tests.bench browser redraw` runs those named alone.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys

import tests.bench as here


def main() -> None:
    """Runs `measure()` of every module here, or of those named, in order of name, and prints what it returns."""
    every = {module.name for module in pkgutil.iter_modules(here.__path__) if not module.ispkg} - {"__main__"}
    unknown = set(sys.argv[1:]) - every
    if unknown:
        sys.exit(f"there is no measurement called {', '.join(sorted(unknown))}; there are {', '.join(sorted(every))}")
    for name in sorted(set(sys.argv[1:]) or every):
        print(importlib.import_module(f"tests.bench.{name}").measure(), flush=True)


if __name__ == "__main__":
    main()

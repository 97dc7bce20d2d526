"""`make bench`: every measurement below this folder, each beside a named alternative in the same run."""

from __future__ import annotations

import importlib
import pkgutil

import tests.bench as here


def main() -> None:
    """Runs `measure()` of every module here, in order of name, and prints what it returns."""
    for module in sorted(pkgutil.iter_modules(here.__path__), key=lambda found: found.name):
        if module.name != "__main__" and not module.ispkg:
            print(importlib.import_module(f"tests.bench.{module.name}").measure(), flush=True)


if __name__ == "__main__":
    main()

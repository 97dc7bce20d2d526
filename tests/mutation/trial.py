"""One fault put before the tests, in a process that ends with them; the files stay as they are."""

from __future__ import annotations

import importlib
import importlib.abc
import importlib.machinery
import os
import resource
import signal
import sys
from collections.abc import Sequence
from importlib.util import spec_from_loader
from pathlib import Path
from types import CodeType

import pytest
from hypothesis import settings

_OURS = ("dashboard", "tests.")
_OPTIONS = ("-x", "-q", "--tb=no", "--no-header", "-p", "no:cacheprovider", "--hypothesis-profile=mutants")
# A few examples find nearly all of the faults that sixty find; none is kept, for the fault goes again.
settings.register_profile("mutants", deadline=None, max_examples=4, database=None, derandomize=True)


def warm(tests: Sequence[str]) -> None:
    """Import what the tests import of others once, so that each trial begins with it."""
    _quietly(lambda: pytest.main(["--collect-only", *_OPTIONS, *tests]))
    for name in [name for name in sys.modules if name.startswith(_OURS) and not name.startswith("tests.mutation")]:
        del sys.modules[name]


def tried(module: str, path: Path, source: str, tests: Sequence[str], seconds: float) -> tuple[str, float]:
    """"noticed", "survived", "endless" (more processor time than given) or "broken" (it cannot be imported), and the
    processor time that was taken."""
    child = os.fork()
    if child == 0:
        _child(module, path, source, tests, seconds)
    _, status, used = os.wait4(child, 0)
    return _told(status), used.ru_utime + used.ru_stime


def _told(status: int) -> str:
    if os.WIFSIGNALED(status):
        return "endless" if os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGKILL) else "noticed"
    return {0: "survived", 99: "broken"}.get(os.WEXITSTATUS(status), "noticed")


def _child(module: str, path: Path, source: str, tests: Sequence[str], seconds: float) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 5))
    sys.dont_write_bytecode = True
    sys.meta_path.insert(0, _Changed(module, path, source))
    try:
        importlib.import_module(module)
    except Exception:
        os._exit(99)
    try:
        os._exit(_quietly(lambda: int(pytest.main([*_OPTIONS, *tests]))))
    finally:
        os._exit(1)


def _quietly(run):
    """The answer of a call whose output nobody sees."""
    kept = os.dup(1), os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    try:
        return run()
    finally:
        sys.stdout.flush()
        for place, before in enumerate(kept, 1):
            os.dup2(before, place)
            os.close(before)
        os.close(nowhere)


class _Changed(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    """Finds the one module that carries the fault."""

    def __init__(self, module: str, path: Path, source: str) -> None:
        self._module, self._path, self._source = module, path, source

    def find_spec(self, name, path=None, target=None) -> importlib.machinery.ModuleSpec | None:
        """The module with its fault; all others are found as ever."""
        if name != self._module:
            return None
        package = self._path.name == "__init__.py"
        spec = spec_from_loader(name, self, origin=str(self._path), is_package=package)
        if spec and package:
            spec.submodule_search_locations = [str(self._path.parent)]
        return spec

    def get_source(self, name: str) -> str:
        """The changed source."""
        return self._source

    def get_code(self, name: str) -> CodeType:
        """The changed source, compiled."""
        return compile(self._source, str(self._path), "exec")

    def exec_module(self, module) -> None:
        """Run it."""
        module.__file__ = str(self._path)
        exec(self.get_code(module.__name__), module.__dict__)

"""One fault put before the tests, in a process that ends with them; the files stay as they are.

A fault inside a function takes the place of that function's code in a fork of a process that has collected the tests.
Any other is met by importing everything anew, since what other modules made of it would stay as it was.
"""

from __future__ import annotations

import contextlib
import functools
import importlib
import importlib.abc
import importlib.machinery
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.util import spec_from_loader
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest
from hypothesis import settings

_OURS = ("dashboard", "tests.")
_OPTIONS = ("-n0", "-x", "-q", "-s", "--tb=no", "--no-header", "-p", "no:cacheprovider", "--hypothesis-profile=mutants")
_BROKEN = 99
# A few examples find nearly all of the faults that sixty find; none is kept, for the fault goes again.
settings.register_profile("mutants", deadline=None, max_examples=4, database=None, derandomize=True)


@dataclass(frozen=True)
class Fault:
    """A module, the source that it has with the fault, and the function that it is in ("" for none)."""

    module: str
    path: Path
    source: str
    function: str = ""


# Whether to go on, told what came of a fault and the processor time that the tests take without one.
Told = Callable[[Fault, str, float], bool]


def try_inside(faults: Sequence[Fault], tests: Sequence[str], told: Told, usual: float | None = None) -> float:
    """Put each fault of a function before the tests, and tell what came of it until `told` says that it is enough.

    What comes of one: "noticed", "survived", "endless" (three times the processor time that the tests take, and more)
    or "broken" (it cannot be compiled). Returns the processor time that the tests take, NaN where they fail; `usual`
    is what it was before.
    """
    session = _Session(faults, told, usual)
    _quietly(lambda: pytest.main([*_OPTIONS, *tests], plugins=[session]))
    return session.usual


def try_anew(faults: Sequence[Fault], tests: Sequence[str], told: Told, usual: float) -> None:
    """The same with everything imported anew for each fault, after a look at whether that alone changes nothing."""
    _forget()
    if not faults:
        return
    whole = replace(faults[0], source=faults[0].path.read_text(encoding="utf-8"))
    if _forked(lambda: _anew(whole, tests), usual)[0] != "survived":
        raise RuntimeError("the tests fail when everything is imported anew")
    for fault in faults:
        if not told(fault, _forked(lambda one=fault: _anew(one, tests), usual)[0], usual):
            break


class _Session:
    """A plugin that runs the collected tests many times over, each time in a fork."""

    def __init__(self, faults: Sequence[Fault], told: Told, usual: float | None) -> None:
        self._faults, self._told = faults, told
        self.usual = float("nan") if usual is None else usual

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """In place of pytest's own loop."""
        if self.usual != self.usual:
            first, self.usual = _forked(lambda: _run(session), 600)
            if first != "survived":
                self.usual = float("nan")
                return True
        for fault in self._faults:
            if not self._told(fault, _forked(lambda one=fault: _inside(one, session), self.usual)[0], self.usual):
                break
        return True


def _run(session: pytest.Session) -> int:
    """Whether any test fails: 1 with the first, 0 where none does."""
    for item, following in zip(session.items, [*session.items[1:], None], strict=True):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.testsfailed:
            return 1
    return 0


def _inside(fault: Fault, session: pytest.Session) -> int:
    function = _function(importlib.import_module(fault.module), fault.function)
    code: Any = compile(fault.source, str(fault.path), "exec", dont_inherit=True)
    for name in fault.function.split("."):
        code = next(each for each in code.co_consts if isinstance(each, CodeType) and each.co_name == name)
    function.__code__ = code
    for kept in list(_caches()):
        kept.cache_clear()
    return _run(session)


def _function(module: object, name: str) -> FunctionType:
    """The function of that dotted name, under whatever it is wrapped in."""
    found: Any = module
    for part in name.split("."):
        found = vars(found)[part]
    if isinstance(found, property):
        found = found.fget
    if isinstance(found, functools.cached_property):
        found = found.func
    while not isinstance(found, FunctionType):
        found = found.__wrapped__ if hasattr(found, "__wrapped__") else found.__func__
    return found


def _caches() -> Iterator[Any]:
    for name, module in list(sys.modules.items()):
        if name.startswith("dashboard"):
            yield from (each for each in vars(module).values() if hasattr(each, "cache_clear"))


def _anew(fault: Fault, tests: Sequence[str]) -> int:
    sys.dont_write_bytecode = True
    sys.meta_path.insert(0, _Changed(fault))
    try:
        importlib.import_module(fault.module)
    except Exception:
        return _BROKEN
    return int(pytest.main([*_OPTIONS, *tests]))


def _forget() -> None:
    """Only what is of others stays imported."""
    for name in [name for name in sys.modules if name.startswith(_OURS) and not name.startswith("tests.mutation")]:
        del sys.modules[name]


def _forked(run: Callable[[], int], usual: float) -> tuple[str, float]:
    """What came of a run in a process of its own, and its processor time."""
    child = os.fork()
    if child == 0:
        with contextlib.suppress(BaseException):
            limit = int(usual * 3) + 10
            resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 5))
            os._exit(_quietly(run))
        os._exit(1)
    _, status, used = os.wait4(child, 0)
    return _told(status), used.ru_utime + used.ru_stime


def _told(status: int) -> str:
    if os.WIFSIGNALED(status):
        return "endless" if os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGKILL) else "noticed"
    return {0: "survived", _BROKEN: "broken"}.get(os.WEXITSTATUS(status), "noticed")


def _quietly(run: Callable[[], int]) -> int:
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

    def __init__(self, fault: Fault) -> None:
        self._fault = fault

    def find_spec(self, name, path=None, target=None) -> importlib.machinery.ModuleSpec | None:
        """The module with its fault; all others are found as ever."""
        if name != self._fault.module:
            return None
        package = self._fault.path.name == "__init__.py"
        spec = spec_from_loader(name, self, origin=str(self._fault.path), is_package=package)
        if spec and package:
            spec.submodule_search_locations = [str(self._fault.path.parent)]
        return spec

    def get_source(self, name: str) -> str:
        """The changed source."""
        return self._fault.source

    def get_code(self, name: str) -> CodeType:
        """The changed source, compiled."""
        return compile(self._fault.source, str(self._fault.path), "exec", dont_inherit=True)

    def exec_module(self, module) -> None:
        """Run it."""
        module.__file__ = str(self._fault.path)
        exec(self.get_code(module.__name__), module.__dict__)

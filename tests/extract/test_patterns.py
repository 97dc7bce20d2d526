"""Every regular expression of the extractor stays fast on 100 KB of text made to slow it down."""

import importlib
import pkgutil
import re
import time

import pytest

import dashboard.extract as package

HOSTILE = [
    "1 " * 50000,
    "1," * 50000,
    "9" * 100000,
    "1 000 " * 16000,
    "killed " * 14000,
    "since the " * 10000,
    "in May and " * 9000,
    "from 1 may " * 9000,
    "(+" * 50000,
    "tanks - 5 (+" * 8000,
    "потери ворога " * 7000,
    " " * 100000,
    "one hundred and " * 6000,
    "24.02.22 " * 11000,
    "&amp" * 20000,
    "â€" * 50000,
]


def held(thing):
    """The patterns in a module's value, however nested."""
    if isinstance(thing, re.Pattern):
        yield thing
    elif isinstance(thing, (list, tuple)):
        for part in thing:
            yield from held(part)
    elif isinstance(thing, dict):
        for part in thing.values():
            yield from held(part)


def patterns():
    """Each compiled pattern of the package once, with the name it stands under."""
    out = {}
    for module in pkgutil.iter_modules(package.__path__, "dashboard.extract."):
        for name, thing in vars(importlib.import_module(module.name)).items():
            for number, pattern in enumerate(held(thing)):
                out.setdefault(pattern.pattern, (f"{module.name.rpartition('.')[2]}.{name}.{number}", pattern))
    return list(out.values())


@pytest.mark.parametrize("pattern", [p for _, p in patterns()], ids=[name for name, _ in patterns()])
def test_one_search_stays_far_below_a_second(pattern):
    for text in HOSTILE:
        best = min(timed(pattern, text) for _ in range(2))
        assert best < 0.4, text[:20]


def timed(pattern, text):
    """Seconds of processor time that one search takes."""
    start = time.process_time()
    pattern.search(text)
    return time.process_time() - start

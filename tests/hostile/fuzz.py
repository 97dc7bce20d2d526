"""Bytes that atheris makes up, guided by what they reach, read as a file: `python -m tests.hostile.fuzz CORPUS [-…]`.

`make soak` runs it where atheris is installed. What it finds is kept in the corpus folder and becomes a test.
"""

from __future__ import annotations

import contextlib
import sys
import time
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["dashboard.extract", "dashboard.sources"]):
    from dashboard.errors import Problem
    from dashboard.extract import extract
    from dashboard.extract.reading import FAULT
    from dashboard.sources import documents
    from dashboard.sources.documents import lines
    from dashboard.sources.reading import Fault

from tests.eval.known import claimants, conflict
from tests.hostile.texts import document

PEOPLE, WAR = claimants(), conflict()
LIMIT, SEEDS = 1.0, 64
# Pages are read in a process of their own, which coverage cannot look into; tests/hostile has those.
PAGE = (b"<!", b"<h", b"<H")


def one_input(data: bytes) -> None:
    """Reads the bytes as a text and as a line of an archive; fails on a crash, a wrong span or a second's work."""
    began = time.process_time()
    if not data.lstrip().startswith(PAGE):
        read = documents.from_bytes(data)
        if not isinstance(read, Problem):
            found = extract(read, PEOPLE, WAR)
            assert not [one for one in found.rejections if one.reason.startswith(FAULT)]
            for one in (*found.claims, *found.rejections):
                assert one.evidence is None or read.text[one.evidence.start : one.evidence.end] == one.evidence.text
    with contextlib.suppress(Fault):
        lines.document(data)
    assert time.process_time() - began < LIMIT, "too slow"


def seeded(folder: Path) -> None:
    """Puts hostile texts of every kind into a corpus folder that holds nothing yet."""
    folder.mkdir(parents=True, exist_ok=True)
    if not any(folder.iterdir()):
        for number in range(SEEDS):
            (folder / f"seed-{number}").write_text(document(number).text[:4_000], encoding="utf-8")


if __name__ == "__main__":
    seeded(Path(sys.argv[1]))
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()

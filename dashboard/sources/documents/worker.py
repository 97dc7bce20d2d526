"""The reading process: takes pages from its standard input and answers each on its standard output, until that ends.

It ends by itself when its parent does (its input ends), and, by a watchdog outside the interpreter, when a page takes
longer than its limit, so that not even a killed parent leaves it running.
"""

from __future__ import annotations

import faulthandler
import json
import os
import sys
from typing import BinaryIO

from dashboard.sources.documents.article import article
from dashboard.sources.documents.frames import receive, send
from dashboard.sources.reading import Fault

# Above the parent's own limit, which is the one that speaks.
WATCHDOG_SECONDS = 4.0


def main() -> None:
    """Answers pages until the input ends; the first frame says that everything is loaded."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # What a library prints goes where errors go, never between the answers.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    send(answers, b"ready")
    while (page := receive(sys.stdin.buffer)) is not None:
        _answer(page.decode("utf-8", "replace"), answers)


def _answer(page: str, answers: BinaryIO) -> None:
    faulthandler.dump_traceback_later(WATCHDOG_SECONDS, exit=True)
    try:
        found: dict[str, object] = dict(article(page))
    except Fault as fault:
        found = {"fault": [fault.what, fault.remedy]}
    except (MemoryError, RecursionError):
        found = {"fault": ["the page is too large or too deep to be read", "Save its text as .txt"]}
    faulthandler.cancel_dump_traceback_later()
    send(answers, json.dumps(found).encode())


if __name__ == "__main__":
    main()

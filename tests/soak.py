"""`make soak`: ten thousand hostile documents read one after another; none may crash the reader or take a second.

`python -m tests.soak COUNT FIRST` reads so many from that number on.
"""

from __future__ import annotations

import sys
import traceback
from time import process_time

from dashboard.extract import extract
from tests.eval.known import claimants, conflict
from tests.hostile.texts import document

DOCUMENTS = 10_000
LIMIT = 1.0


def main() -> int:
    """Reads them all, and prints what it found: exit 1 where one crashed, broke a span or took too long."""
    people, war = claimants(), conflict()
    times, broken, claims = [], [], 0
    count, first = (int(told) for told in [*sys.argv[1:], *map(str, (DOCUMENTS, 0)[len(sys.argv) - 1 :])])
    for number in range(first, first + count):
        read = document(number)
        began = process_time()
        try:
            found = extract(read, people, war)
        except Exception:
            broken.append((number, traceback.format_exc(limit=-1).replace("\n", " ")))
            continue
        finally:
            times.append((process_time() - began, number))
        claims += len(found.claims)
        evidence = [one.evidence for one in (*found.claims, *found.rejections) if one.evidence]
        if any(read.text[e.start : e.end] != e.text for e in evidence):
            broken.append((number, "evidence that is no part of the text"))
    slow = [(number, seconds) for seconds, number in times if seconds >= LIMIT]
    for number, what in (*broken, *slow)[:20]:
        print(f"document {number}: {what}")
    times.sort()
    print(
        f"{len(times):,} hostile documents, {claims:,} claims: {len(broken)} broken, {len(slow)} of a second or more; "
        f"median {times[len(times) // 2][0] * 1e3:.1f} ms, slowest {times[-1][0] * 1e3:.0f} ms "
        f"(document {times[-1][1]})"
    )
    return int(bool(broken or slow))


if __name__ == "__main__":
    sys.exit(main())

"""A process of its own that adds made-up articles, and says which have been kept: `python -m tests.intake.adder`."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from itertools import count

from dashboard.cli.options import SHIPPED
from dashboard.intake import Reader, add
from dashboard.model import Document
from dashboard.sources import claimants, conflict
from dashboard.store import open_store


def article(number: int) -> tuple[Document, str]:
    """A made-up article of that number."""
    text = (
        f"Russia lost {1000 + number:,} troops over the past day, the General Staff of Ukraine said. Made up: {number}."
    )
    return Document(f"made-up-{number}", text, "The Made-up Times", date(2024, 11, 12)), "made-up"


def main() -> None:
    """Adds articles without end from the number given on, and prints the id of each that is kept."""
    address, first = sys.argv[1], int(sys.argv[2])
    reader = Reader(claimants.read(SHIPPED / "claimants.toml")[0], conflict.read(SHIPPED / "conflict.toml"))
    at = datetime(2024, 11, 13, 9, 0, tzinfo=UTC)
    for added in add(open_store(address), map(article, count(first)), reader, "a process", at):
        print(added.document.id, flush=True)


if __name__ == "__main__":
    main()

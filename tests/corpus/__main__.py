"""`make corpus SIZE=200000`: writes the made-up archive into .cache/corpus and prints where."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.corpus.writing import corpus

FOLDER = Path(__file__).resolve().parents[2] / ".cache" / "corpus"


def main() -> None:
    """Writes as many pages as the argument says, 200,000 without one."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    paths = corpus(FOLDER / str(size), size)
    print(f"{size:,} made-up pages in {len(paths)} files below {paths[0].parent}")


if __name__ == "__main__":
    main()

"""What came of the faults tried: which change nothing anybody could see, and the score of the others."""

from __future__ import annotations

from collections import Counter
from pathlib import Path


def named(path: Path) -> set[str]:
    """The names in a file of them; a line that begins with # says why of those that follow."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return {line for line in lines if line and not line.startswith("#")}


def tell_score(told: dict[str, str], room: int) -> None:
    """Prints how many of the faults drawn were noticed, by what came of each, and out of how many they were drawn."""
    counts = Counter(told.values())
    noticed = counts["noticed"] + counts["endless"]
    counted = noticed + counts["survived"]
    score = f"noticed {noticed} of {counted}: {noticed / max(counted, 1):.1%}"
    print(f"{len(told)} of {room:,} faults: {dict(counts)}; {score}")

"""`make eval`: how right and how fast the reader is, beside quantulum3 on the same texts in the same run.

Prints a Markdown table. `--write` puts it into the README, between its two marks; that needs the labelled sets which
lie beside the project, so that a checkout alone never overwrites the full table with half of it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from dashboard.extract import extract
from dashboard.model import Claim, Document, claim_to_json
from tests.eval import known, quantities
from tests.eval.score_gold import GOLD, ROOT, data, documents
from tests.eval.scoring import passages
from tests.eval.scoring import score as score_own

Reader = Callable[[Document], Sequence[Claim]]
OWN = Path(__file__).parent / "passages.txt"
README = ROOT / "README.md"
MARKS = ("<!-- eval -->", "<!-- /eval -->")
HEAD = (
    "| texts | reader | figure F1 | all fields F1 | no claim where no loss | exact spans | texts a second |",
    "| --- | --- | ---: | ---: | ---: | ---: | ---: |",
)
FOOT = (
    "F1 of the figures found, and of those with every field right (hedge, whose loss, category, casualty types, "
    "statistic, kind of period, claimant). quantulum3 reads quantities and none of those fields; which of its "
    "quantities are losses is decided by rules of ours (`tests/eval/quantities.py`), which read vague words for it. "
    "Texts a second: one core, both in the same run, the median of three."
)
RUNS = 3


@dataclass(frozen=True)
class Score:
    """One row of the table; None where a measure does not apply."""

    figure: float
    strict: float | None
    clean: float | None
    spans: float | None


def main() -> int:
    """Prints the table, and with `--write` puts it into the README; 1 where that cannot be done."""
    parser = argparse.ArgumentParser(prog="python -m tests.eval", description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the table into README.md")
    write = parser.parse_args().write
    table = "\n".join([*HEAD, *rows(), "", FOOT])
    print(table)
    if not write:
        return 0
    if not _labelled_sets():
        print(f"README.md is left alone: the labelled sets are not at {GOLD}", file=sys.stderr)
        return 1
    return write_between_marks(README, table)


def rows() -> Iterator[str]:
    """The lines of the table: each set, read by us and by quantulum3."""
    claimants, conflict = known.claimants(), known.conflict()
    own = passages(OWN)
    count = sum(len(passage.labels) for passage in own)
    yield from _rows(
        f"our own ({len(own)} texts, {count} claims)",
        [passage.document for passage in own],
        lambda document: extract(document, claimants, conflict).claims,
        lambda read: own_score(read),
    )
    people, war = data()
    for name in _labelled_sets():
        read_by_us: Reader = lambda document: extract(document, people, war).claims  # noqa: E731
        texts = documents(GOLD / f"{name}.passages.jsonl")
        title = {"seeds": "two articles of the press", "dev": "real passages, developed on"}[name]
        yield from _rows(f"{title} ({len(texts)} texts)", texts, read_by_us, lambda read, n=name: gold_score(n, read))


def _rows(title: str, texts: list[Document], ours: Reader, scored: Callable[[Reader], Score]) -> Iterator[str]:
    for reader, read in (("Reported Losses", ours), ("quantulum3 0.10 with rules", quantities.read)):
        found = scored(read)
        strict = found.strict if read is ours else None
        cells = [_shown(n) for n in (found.figure, strict, found.clean, found.spans)]
        yield f"| {title} | {reader} | {' | '.join(cells)} | {_speed(texts, read)} |"


def own_score(read: Reader) -> Score:
    """The score on our own passages, which ship with the project."""
    report = score_own(passages(OWN), read)
    found = [(p.document, claim) for p in passages(OWN) for claim in read(p.document) if claim.evidence]
    exact = [d.text[c.evidence.start : c.evidence.end] == c.evidence.text for d, c in found if c.evidence]
    clean = report.clean / report.empty if report.empty else None
    return Score(report.f1(report.found), report.f1(report.strict), clean, sum(exact) / len(exact) if exact else None)


def gold_score(name: str, read: Reader) -> Score:
    """The score on a labelled set beside the project, by its own scorer."""
    labels, texts = GOLD / f"{name}.labels.jsonl", GOLD / f"{name}.passages.jsonl"
    claims = [claim_to_json(claim) for document in documents(texts) for claim in read(document)]
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder, "claims.jsonl")
        written.write_text("".join(json.dumps(claim) + "\n" for claim in claims), encoding="utf-8")
        command = [sys.executable, str(GOLD / "score.py"), str(labels), str(written), "--passages", str(texts)]
        found: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return Score(found["figure"]["f1"], found["strict"]["f1"], found["clean"], found["spans"])


def write_between_marks(path: Path, table: str) -> int:
    """Replaces what stands between the two marks of a file; 1, and a sentence, where it has no marks."""
    text = path.read_text(encoding="utf-8")
    opening, closing = (text.find(mark) for mark in MARKS)
    if not 0 <= opening < closing:
        print(f"{path.name} has no marks {' … '.join(MARKS)}; put them where the table belongs", file=sys.stderr)
        return 1
    path.write_text(f"{text[:opening]}{MARKS[0]}\n{table}\n{text[closing:]}", encoding="utf-8")
    return 0


def _labelled_sets() -> list[str]:
    return [name for name in ("seeds", "dev") if (GOLD / f"{name}.labels.jsonl").exists()]


def _speed(texts: list[Document], read: Reader) -> str:
    times = []
    for _ in range(RUNS):
        began = process_time()
        for document in texts:
            read(document)
        times.append(process_time() - began)
    return f"{len(texts) / median(times):,.0f}"


def _shown(share: float | None) -> str:
    return "–" if share is None else f"{share:.2f}"


if __name__ == "__main__":
    sys.exit(main())

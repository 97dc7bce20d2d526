"""Fits the weights of `dashboard/extract/confidence.py`: `python -m tests.eval.calibrate SET… [--with ROWS]`.

A set is the path of labelled passages without its ending. Each reading of them is right or wrong, by the scorer that
lies beside the project, and has the named features of its confidence; a ridge regression (logistic) gives each feature
its weight. `--keep` saves the readings, so that passages may count as they were first read, before any rule was
written for them: `--with` adds such rows. Printed: the weights, and how many readings at 0.9 or more are right,
together and for each set when the weights are fitted without it.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from dashboard.extract.assembly import claim_of
from dashboard.extract.confidence import features_of
from dashboard.extract.extractor import read_document
from dashboard.model import Document, claim_to_json
from tests.eval.score_gold import GOLD, data, documents

SURE = 0.9
_RIDGE = 6.0
# A field that rests on more than the words beside the figure is a little less sure, until passages say otherwise.
_PRIOR = -0.2
_STEPS = 60


@dataclass(frozen=True)
class Row:
    """One reading: the set it is of, its features, whether every field is right."""

    part: str
    features: list[str]
    right: bool


def scorer() -> Any:
    """The scorer as a module."""
    spec = importlib.util.spec_from_file_location("score", GOLD / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def readings(stem: str) -> Iterator[Row]:
    """The readings of one set, each matched with its label; those without a label are wrong, optional ones left out."""
    rules, context = scorer(), data()
    lines = Path(f"{stem}.labels.jsonl").read_text(encoding="utf-8").splitlines()
    labels = {row["id"]: row["claims"] for row in map(json.loads, lines)}
    for document in documents(Path(f"{stem}.passages.jsonl")):
        left = _read(document, context, rules)
        for group in rules.groups([c for c in labels[document.id] if rules.about_people(c)]):
            same = [one for one in left if rules.numbers(one[1]) == rules.numbers(group[0])]
            best = min(same, key=lambda one: min(len(rules.differing(g, one[1])) for g in group), default=None)
            if best is None:
                continue
            left.remove(best)
            if not all(c.get("optional") for c in group):
                yield Row(stem, best[0], any(not rules.differing(g, best[1]) for g in group))
        yield from (Row(stem, features, False) for features, _ in left)


def _read(document: Document, context: tuple[Any, Any], rules: Any) -> list[tuple[list[str], dict[str, Any]]]:
    """The features and the claim of every reading about people."""
    found = read_document(document, *context)
    both = [(list(features_of(d)), claim_to_json(claim_of(d, document, found.cleaned))) for d in found.drafts]
    return [one for one in both if rules.about_people(one[1])]


def fitted(rows: list[Row]) -> dict[str, float]:
    """The weight of each feature, none above 0, and of no feature under "base"."""
    names, weights = sorted({name for row in rows for name in row.features}), {}
    while not weights or any(weights[name] > 0 for name in names):
        names = [name for name in names if weights.get(name, 0.0) <= 0]
        weights = _ridge(rows, names)
    return weights


def _ridge(rows: list[Row], names: list[str]) -> dict[str, float]:
    """The weights of some features by Newton's steps, drawn towards `_PRIOR`."""
    x = np.array([[1.0, *(float(name in row.features) for name in names)] for row in rows])
    right = np.array([float(row.right) for row in rows])
    prior = np.array([0.0] + [_PRIOR] * len(names))
    weights, ridge = prior.copy(), np.array([0.0] + [_RIDGE] * len(names))
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (right - chance) - ridge * (weights - prior)
        bend = (x * (chance * (1 - chance))[:, None]).T @ x + np.diag(ridge)
        weights = weights + np.linalg.solve(bend, slope)
    return dict(zip(["base", *names], (float(w) for w in weights), strict=True))


def sure(rows: list[Row], weights: dict[str, float]) -> tuple[int, int]:
    """How many readings are given at `SURE` or more, and how many of them are right."""
    score = [weights["base"] + sum(weights.get(name, 0.0) for name in row.features) for row in rows]
    given = [row for row, s in zip(rows, score, strict=True) if round(1 / (1 + np.exp(-s)), 2) >= SURE]
    return len(given), sum(row.right for row in given)


def main() -> None:
    """Prints the weights and what they are worth."""
    parser = argparse.ArgumentParser(prog="python -m tests.eval.calibrate", description=__doc__)
    parser.add_argument("sets", nargs="+")
    parser.add_argument("--with", dest="first", type=Path, help="readings saved earlier")
    parser.add_argument("--keep", type=Path, help="where to save the readings")
    given = parser.parse_args()
    rows = [row for stem in given.sets for row in readings(stem)]
    if given.keep:
        given.keep.write_text("".join(json.dumps(asdict(row)) + "\n" for row in rows), encoding="utf-8")
    lines = given.first.read_text(encoding="utf-8").splitlines() if given.first else []
    first = [Row(**json.loads(line)) for line in lines]
    weights = fitted(rows + first)
    print("\n".join(f'    "{name}": {weight:.2f},' for name, weight in weights.items()))
    print("together", len(rows), *sure(rows, weights), "first readings", len(first), *sure(first, weights))
    for part in given.sets:
        rest = [row for row in rows + first if row.part != part]
        print("without", part, *sure([row for row in rows if row.part == part], fitted(rest)))


if __name__ == "__main__":
    main()

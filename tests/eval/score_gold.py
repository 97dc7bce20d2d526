"""Extracts passages and scores the claims: `python -m tests.eval.score_gold [dev|seeds|FOLDER/NAME] [--errors] …`.

`--half 0` and `--half 1` take the passages with even and with odd numbers only.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from dashboard.extract import extract
from dashboard.model import Document, claim_to_json
from tests.eval import known

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT.parent / "shared" / "gold"


def documents(path: Path) -> list[Document]:
    """The passages of a JSON-lines file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Document(
            r["id"], r["text"], r.get("publisher"), date.fromisoformat(r["published"]) if r.get("published") else None, r.get("title"), r.get("url")  # noqa: E501
        )
        for r in rows
    ]  # fmt: skip


def data() -> tuple[Any, Any]:
    """Claimants and conflict of the project's data where it can be read, else those of the tests."""
    try:
        from dashboard.sources import claimants, conflict

        return claimants.read(ROOT / "data" / "claimants.toml")[0], conflict.read(ROOT / "data" / "conflict.toml")
    except Exception as fault:
        print(f"project data not used: {fault!r}", file=sys.stderr)
        return known.claimants(), known.conflict()


def score(name: str, *options: str, half: int | None = None) -> dict[str, Any]:
    """The scorer's report on a labelled set, by its path without ".passages.jsonl"."""
    stem = Path(name) if "/" in name else GOLD / name
    claimants, conflict = data()
    with tempfile.TemporaryDirectory() as folder:
        labels, passages, claims = Path(folder, "labels"), Path(folder, "passages"), Path(folder, "claims")
        wanted = [
            d
            for d in documents(Path(f"{stem}.passages.jsonl"))
            if half is None or not d.id[1:].isdigit() or int(d.id[1:]) % (4 if half in (1, 3) else 2) == half
        ]
        ids = {d.id for d in wanted}
        for source, target in ((f"{stem}.labels.jsonl", labels), (f"{stem}.passages.jsonl", passages)):
            lines = Path(source).read_text(encoding="utf-8").splitlines()
            target.write_text(
                "\n".join(line for line in lines if json.loads(line)["id"] in ids) + "\n", encoding="utf-8"
            )
        rows = [claim_to_json(c) for d in wanted for c in extract(d, claimants, conflict).claims]
        claims.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
        command = [
            sys.executable,
            str(GOLD / "score.py"),
            str(labels),
            str(claims),
            "--passages",
            str(passages),
            *options,
        ]
        run = subprocess.run(command, capture_output=True, text=True, check=True)
        sys.stderr.write(run.stderr)
        return json.loads(run.stdout)


def main() -> None:
    """Prints the report of the sets named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=["seeds", "dev"])
    parser.add_argument("--half", type=int)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--equipment", action="store_true")
    given = parser.parse_args()
    options = [f"--{name}" for name in ("errors", "equipment") if getattr(given, name)]
    for name in given.sets:
        print(name, json.dumps(score(name, *options, half=given.half)))


if __name__ == "__main__":
    main()

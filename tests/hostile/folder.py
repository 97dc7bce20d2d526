"""A folder of data in which every text that people write is a string made to run."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path

from tests.hostile.scripts import addresses, strings

SHIPPED = Path(__file__).resolve().parents[2] / "data"
CLAIMANTS = 12


def hostile_folder(folder: Path) -> Path:
    """A copy of the data that ship, hurt in every register and with an article for each string; the folder."""
    shutil.copytree(SHIPPED, folder, ignore=shutil.ignore_patterns("ukraine", "*.md"))
    hurting = cycle(strings())
    _claimants(folder / "claimants.toml", hurting)
    _estimates(folder / "estimates.csv", hurting)
    _reasons(folder / "anomalies.toml", hurting)
    _credit(folder / "credit.toml", hurting)
    for number, text in enumerate(strings()):
        _article(folder / "articles" / f"hurt-{number}.md", number, text, f"https://news.example/{number}")
    for number, address in enumerate(addresses()):
        _article(folder / "articles" / f"refused-{number}.md", number, "An address that is none", address)
    return folder


def quoted(text: str) -> str:
    """The text as TOML and YAML write it; control signs escaped."""
    return json.dumps(text)


def _claimants(path: Path, hurting: Iterator[str]) -> None:
    with path.open("a", encoding="utf-8") as file:
        for name in strings()[:CLAIMANTS]:
            fields = {"name": name, "role": next(hurting), "organisation": next(hurting), "note": next(hurting)}
            told = "\n".join(f"{key} = {quoted(value)}" for key, value in fields.items())
            file.write(f'\n[[claimant]]\n{told}\nkind = "other"\naliases = [{quoted(next(hurting))}]\n')


def _estimates(path: Path, hurting: Iterator[str]) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for number, row in enumerate(rows):
        row |= {name: next(hurting).replace("\0", "") for name in ("as_named", "publisher", "note", "model")}
        if number % 5 == 0:
            row["claimant"] = strings()[number % CLAIMANTS]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _reasons(path: Path, hurting: Iterator[str]) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(_hurt(line, "reason", hurting) for line in lines) + "\n", encoding="utf-8")


def _hurt(line: str, key: str, hurting: Iterator[str]) -> str:
    return f"{key} = {quoted(next(hurting))}" if line.startswith(f"{key} =") else line


def _credit(path: Path, hurting: Iterator[str]) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    for key in ("what", "short", "author", "licence"):
        lines = [_hurt(line, key, hurting) for line in lines]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _article(path: Path, number: int, text: str, url: str) -> None:
    day = date(2024, 9, 1) + timedelta(days=number)
    head = {"id": f"hurt-{number}", "title": text, "publisher": text, "published": str(day), "url": url}
    told = "\n".join(f"{key}: {quoted(value) if key != 'published' else value}" for key, value in head.items())
    body = f"{text} Russia lost 1,{number % 900 + 100} troops {text} on Tuesday, the General Staff said. {text}"
    path.write_text(f"---\n{told}\n---\n{body}\n".replace("\0", ""), encoding="utf-8")

"""Reads our own labelled passages and scores an extractor on them: figures, all fields, and silence where no
loss is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dashboard.model import Claim, Document

_FIELDS = ("hedge", "subject", "category", "types", "statistic", "period", "claimant")
_STOP = set(
    """
        the of a an and s armed forces for in to by ministry minister defence defense chief staff general
        officials from
    """.split()
)
_SAME = {
    "britain": "uk",
    "kiev": "ukraine",
    "kyiv": "ukraine",
    "ukrainian": "ukraine",
    "staff": "ukraine",
    "american": "us",
    "zelenskyy": "zelensky",
    "russian": "russia",
    "u.s": "us",
}
_OPEN = {"-", "event", "other", "unspecified"}


@dataclass(frozen=True)
class Label:
    """One expected claim."""

    figure: str
    hedge: str
    subject: str
    category: str
    types: str
    statistic: str
    period: str
    claimant: str


@dataclass(frozen=True)
class Passage:
    """A text with its labels; none where it tells no loss."""

    document: Document
    labels: tuple[Label, ...]


@dataclass
class Report:
    """Counts over all passages, with every difference in words."""

    labels: int = 0
    claims: int = 0
    found: int = 0
    strict: int = 0
    empty: int = 0
    clean: int = 0
    differences: list[str] = field(default_factory=list)
    confidences: list[tuple[float, bool]] = field(default_factory=list)

    def f1(self, hits: int) -> float:
        """The F1 of hits over claims and labels."""
        return 2 * hits / (self.claims + self.labels) if self.claims + self.labels else 0.0


def passages(path: Path) -> list[Passage]:
    """The passages of the file, in order."""
    out = []
    for block in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, *lines = block.rstrip().split("\n")
        name, day, publisher = (part.strip() for part in head.split("|"))
        text = "\n".join(line for line in lines if not line.startswith("> "))
        labels = [Label(*(p.strip() for p in line[2:].split("|"))) for line in lines if line.startswith("> ")]
        out.append(Passage(Document(name, text.strip(), publisher, date.fromisoformat(day)), tuple(labels)))
    return out


def score(items: Iterable[Passage], read: Callable[[Document], Iterable[Claim]]) -> Report:
    """Compares what is read with what is labelled."""
    report = Report()
    for passage in items:
        claims = list(read(passage.document))
        report.labels += len(passage.labels)
        report.claims += len(claims)
        if not passage.labels:
            report.empty += 1
            report.clean += not claims
        left = list(claims)
        for label in passage.labels:
            _match(report, passage.document.id, label, left)
        for claim in left:
            report.confidences.append((claim.confidence or 0.0, False))
            report.differences.append(
                f"{passage.document.id}: spurious {claim.evidence.text if claim.evidence else ''!r}"
            )
    return report


def _match(report: Report, name: str, label: Label, left: list[Claim]) -> None:
    """Counts one label, taking the claim that fits it best out of those left."""
    same = [claim for claim in left if printed(claim) == label.figure]
    if not same:
        report.differences.append(f"{name}: missed {label.figure}")
        return
    best = min(same, key=lambda claim: len(differing(label, claim)))
    left.remove(best)
    bad = differing(label, best)
    report.found += 1
    report.strict += not bad
    report.confidences.append((best.confidence or 0.0, not bad))
    if bad:
        report.differences.append(
            f"{name}: {label.figure} differs in " + ", ".join(f"{f} ({value(best, f)})" for f in bad)
        )


def printed(claim: Claim) -> str:
    """The figure as labels write it."""
    if claim.value is not None:
        return f"{claim.value:g}" if claim.value < 1e5 else str(int(claim.value))
    if claim.low is not None and claim.high is not None:
        return f"{int(claim.low)}..{int(claim.high)}"
    return f">={int(claim.low or 0)}"


def value(claim: Claim, name: str) -> str:
    """A field of a claim as labels write it."""
    if name == "types":
        return " ".join(claim.casualty_types)
    if name == "period":
        return str(claim.period.kind)
    return str(getattr(claim, name) or "-")


def differing(label: Label, claim: Claim) -> list[str]:
    """The fields in which a claim is not as labelled."""
    return [name for name in _FIELDS if not _agrees(name, getattr(label, name), value(claim, name))]


def _agrees(name: str, wanted: str, got: str) -> bool:
    if name == "claimant":
        return wanted.endswith("?") or (wanted == "-" and got == "-") or bool(_words(wanted) & _words(got))
    if name == "period":
        return wanted in _OPEN or wanted == got
    return wanted == got or (wanted == "-" and name in ("subject", "category"))


def _words(text: str) -> set[str]:
    words = {re.sub(r"['’]s$", "", w) for w in re.findall(r"[\w.'’-]+", text.lower())}
    words = {_SAME.get(w.strip("."), w.strip(".")) for w in words}
    telling = words - _STOP
    return telling or words

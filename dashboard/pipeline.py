"""Files to one immutable `Losses`: the only place where readers, extractor and registers meet."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.errors import CorrectionError, Problem
from dashboard.extract import extract
from dashboard.losses import Losses, completed, counted_of, series_of
from dashboard.model import Anomaly, Claim, Claimant, Document, Extraction
from dashboard.observations import observations
from dashboard.series import SeriesQuery, daily_series
from dashboard.sources import anomalies, claimants, conflict, documents, estimates, reports

__all__ = ["Losses", "SeriesQuery", "build", "counted_of", "series_of"]


def build(data_dir: Path, extra_reports: Iterable[Mapping[str, Any]] = ()) -> Losses:
    """All that `data_dir` holds, read and normalised; what cannot be read is left out and listed in `problems`.

    `extra_reports` are further running totals (rows as `sources.reports` gives them); where both know a day, these
    count. Raises DocumentError where `conflict.toml` or the folder itself is unusable, since nothing has meaning then.
    """
    war = conflict.read(data_dir / "conflict.toml")
    people, problems = claimants.read(data_dir / "claimants.toml")
    register, more = anomalies.read(data_dir / "anomalies.toml")
    shipped, report_problems = reports.read(data_dir / "reports.csv", people)
    published, estimate_problems = estimates.read(data_dir / "estimates.csv", people, war.start)
    notes, note_problems = _documents(data_dir / "articles")
    extractions = tuple(extract(note, people, war) for note in notes)
    losses = Losses(
        data_dir=data_dir,
        conflict=war,
        claimants=people,
        anomalies=tuple(register),
        extractions=extractions,
        estimates=tuple(published),
        observations=_observed(shipped, extra_reports, extractions, published, people),
        problems=(*problems, *more, *report_problems, *estimate_problems, *note_problems),
        version=fingerprint(data_dir),
    )
    return _guarded(losses)


def _documents(folder: Path) -> tuple[list[Document], list[Problem]]:
    """The documents of a folder, and what could not be read."""
    read = list(documents.read_folder(folder))
    return [d for d in read if isinstance(d, Document)], [p for p in read if isinstance(p, Problem)]


def _observed(
    shipped: Iterable[Mapping[str, Any]],
    extra: Iterable[Mapping[str, Any]],
    extractions: Iterable[Extraction],
    published: Iterable[Claim],
    people: Mapping[str, Claimant],
) -> pd.DataFrame:
    """The observations of reports and claims; an extra report replaces a shipped one of the same day and series."""
    by_day = {_report_key(row): row for row in (*shipped, *extra)}
    claims = [claim for read in extractions for claim in read.claims] + list(published)
    return observations(by_day.values(), claims, people)


def _report_key(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return row["claimant"], row["subject"], row["category"], row["published"]


def _guarded(losses: Losses) -> Losses:
    """The same without those anomalies that no longer fit the data; each is told as a problem."""
    kept: list[Anomaly] = []
    problems = list(losses.problems)
    for anomaly in losses.anomalies:
        query = completed(losses, SeriesQuery(anomaly.claimant, anomaly.subject, anomaly.category))
        try:
            daily_series(losses.observations, query, [anomaly])
        except CorrectionError as error:
            problems.append(Problem(str(losses.data_dir / "anomalies.toml"), None, str(error), "It is left out"))
        else:
            kept.append(anomaly)
    return replace(losses, anomalies=tuple(kept), problems=tuple(problems))


def fingerprint(data_dir: Path) -> str:
    """SHA-256 over the names and bytes of every file below `data_dir`, in order of name."""
    digest = hashlib.sha256()
    for path in sorted(p for p in data_dir.rglob("*") if p.is_file()):
        digest.update(str(path.relative_to(data_dir)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()

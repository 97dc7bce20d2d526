"""Observations to the three daily series: reported increments, derived increments, and the residual between them.

Each row is one covered period, first and last day included; a difference over several days stays one row of several
days and is never spread over them. `losses` is the plain signed figure: corrections and flags never change it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
import pandera.pandas as pa
import pyarrow
from pyarrow import compute

from dashboard.errors import CorrectionError
from dashboard.model import Anomaly, Basis
from dashboard.observations import FROM_DATASET

SERIES = pa.DataFrameSchema(
    {
        "start": pa.Column("datetime64[us]"),
        "end": pa.Column("datetime64[us]"),
        "days": pa.Column(int, pa.Check.ge(1)),
        "losses": pa.Column(float),
        "per_day": pa.Column(float),
        "total": pa.Column(float, nullable=True),
        "published": pa.Column("datetime64[us]"),
        "method": pa.Column(str, pa.Check.isin(["reported", "derived", "residual"])),
        "flags": pa.Column(str),
        "claim_ids": pa.Column(str),
    },
    checks=pa.Check(lambda frame: frame["start"] <= frame["end"]),
    strict=True,
    ordered=True,
)
_ONE_DAY = pd.Timedelta(days=1)


@dataclass(frozen=True, slots=True)
class SeriesQuery:
    """Which series, on which basis, as known when. `as_of` None means all that the data holds; `lag` is in days.

    `definition` are casualty types joined by `;`, for claimants whose figures count different things. A claimant with
    reports of a dataset has one series, whatever documents call it; of the others None takes the commonest definition.
    """

    claimant: str
    subject: str
    category: str = "personnel"
    basis: Basis = Basis.COVERS
    as_of: date | None = None
    lag: int = 0
    definition: str | None = None


def daily_series(observed: pd.DataFrame, query: SeriesQuery, anomalies: Sequence[Anomaly] = ()) -> pd.DataFrame:
    """The series of one claimant, subject and category: a `SERIES` frame ordered by period, then method.

    `observed` is an `OBSERVATIONS` frame. Raises CorrectionError where a registered anomaly does not fit the data.
    """
    mine, revised = vintage(_selected(observed, query), query.as_of)
    relevant = [a for a in anomalies if (a.claimant, a.subject, a.category) == _key(query)]
    mine = _in_order(mine)
    totals = _totals(mine)
    derived = _derived(totals, relevant, revised)
    reported = _reported(mine)
    rows = pd.concat([reported, derived, _residual(reported, totals)], ignore_index=True)
    rows = rows.sort_values(["start", "end", "method"], kind="stable", ignore_index=True)
    return SERIES.validate(dated(_typed(rows), query))


def dated(rows: pd.DataFrame, query: SeriesQuery) -> pd.DataFrame:
    """The rows of days covered with `start` and `end` on the basis of the query."""
    if query.basis is Basis.COVERS:
        return rows
    shift = pd.Timedelta(days=query.lag)
    return rows.assign(start=rows["start"] + shift, end=rows["end"] + shift)


def _key(query: SeriesQuery) -> tuple[str, str, str]:
    return query.claimant, query.subject, query.category


def _selected(observed: pd.DataFrame, query: SeriesQuery) -> pd.DataFrame:
    same = (
        (observed["claimant"] == query.claimant)
        & (observed["subject"] == query.subject)
        & (observed["category"] == query.category)
    )
    if query.as_of is not None:
        same &= observed["published"] <= pd.Timestamp(query.as_of)
    return _of_one_definition(observed[same], query.definition)


def _of_one_definition(mine: pd.DataFrame, definition: str | None) -> pd.DataFrame:
    """The observations that count the same thing; see SeriesQuery."""
    if mine.empty or (mine["rank"] == FROM_DATASET).any():
        return mine
    commonest = mine["definition"].value_counts().sort_index().idxmax()
    return mine[mine["definition"] == (commonest if definition is None else definition)]


def vintage(observed: pd.DataFrame, as_of: date | None) -> tuple[pd.DataFrame, frozenset[str]]:
    """Each observation with one value, and the ids of those that were ever given another one.

    The value is the latest recorded by the end of `as_of`, or the first where that came later; without `as_of` the
    latest of all. Reports withdrawn by then are left out.
    """
    if observed["recorded"].isna().all():
        return observed, frozenset()
    often = observed["observation_id"].duplicated(keep=False)
    once = observed[~often]
    ordered = observed[often].sort_values(["observation_id", "recorded"], na_position="first", kind="stable")
    known = ordered
    if as_of is not None:
        known = ordered[ordered["recorded"].isna() | (ordered["recorded"] < pd.Timestamp(as_of) + _ONE_DAY)]
    latest = known.drop_duplicates("observation_id", keep="last")
    later = ordered[~ordered["observation_id"].isin(latest["observation_id"])].drop_duplicates("observation_id")
    changes = known.dropna(subset="value").groupby("observation_id")["value"].nunique()
    chosen = pd.concat([once, latest, later]).dropna(subset="value")
    return chosen, frozenset(changes.index[changes > 1])


_USED = ["observation_id", "kind", "value", "start", "end", "published", "rank"]


def _in_order(mine: pd.DataFrame) -> pd.DataFrame:
    """The observations by id, each once: the texts are sorted here, so that whatever follows sorts numbers alone."""
    places = compute.sort_indices(_texts(mine["observation_id"])).to_numpy()
    ordered = mine[_USED].take(places)
    ids = _texts(ordered["observation_id"])
    again = np.zeros(len(ids), dtype=bool)
    again[1:] = compute.equal(ids[1:], ids[:-1]).to_numpy(zero_copy_only=False)
    return ordered[~again]


def _texts(column: pd.Series) -> pyarrow.Array:
    """The column as one Arrow array of strings."""
    array = pyarrow.array(column, pyarrow.string())
    return array.combine_chunks() if isinstance(array, pyarrow.ChunkedArray) else array


def _totals(mine: pd.DataFrame) -> pd.DataFrame:
    """One running total per covered day: the dataset's before a document's, the rest kept as what also says so."""
    totals = mine[mine["kind"] == "total"].sort_values(["end", "rank"], kind="stable")
    agreeing = totals["value"] == totals.groupby("end")["value"].transform("first")
    names = _joined(totals[agreeing], "end")
    first = totals.drop_duplicates("end").set_index("end")
    return first[["value", "published", "observation_id"]].assign(ids=names).reset_index()


def _joined(frame: pd.DataFrame, by: str | list[str]) -> pd.Series:
    """The observation ids of each group, joined by `;` in the frame's order; without a Python call per group."""
    groups = frame.groupby(by, sort=True)
    codes, keys = groups.ngroup().to_numpy(), groups.size().index
    ids = _texts(frame["observation_id"]).take(pyarrow.array(np.argsort(codes, kind="stable")))
    ends = np.concatenate([[0], np.cumsum(np.bincount(codes, minlength=len(keys)))]) if len(frame) else np.array([0])
    grouped = pyarrow.ListArray.from_arrays(pyarrow.array(ends, pyarrow.int32()), ids)
    return pd.Series(compute.binary_join(grouped, ";").to_numpy(zero_copy_only=False), index=keys, dtype="str")


def _derived(totals: pd.DataFrame, anomalies: Sequence[Anomaly], revised: frozenset[str]) -> pd.DataFrame:
    """Differences between one update and the next; reports that repeat the total are folded into the next row."""
    silent = _no_updates(totals, anomalies)
    updates = totals[~silent].reset_index(drop=True)
    if len(updates) < 2:
        return _nothing()
    before, after = updates.iloc[:-1].reset_index(drop=True), updates.iloc[1:].reset_index(drop=True)
    days = (after["end"] - before["end"]).dt.days
    folded = _folded(totals[silent], updates["end"])
    rows = pd.DataFrame(
        {
            "start": before["end"] + _ONE_DAY,
            "end": after["end"],
            "days": days,
            "losses": after["value"] - before["value"],
            "per_day": (after["value"] - before["value"]) / days,
            "total": after["value"],
            "published": after["published"],
            "method": "derived",
            "flags": "",
            "claim_ids": before["ids"] + folded.map(lambda ids: f";{ids}" if ids else "") + ";" + after["ids"],
        }
    )
    changed = before["observation_id"].isin(revised) | after["observation_id"].isin(revised)
    return rows.assign(flags=_flags(rows, before["published"], folded, changed, anomalies))


def _no_updates(totals: pd.DataFrame, anomalies: Sequence[Anomaly]) -> pd.Series:
    """Which totals only repeat the one before, as registered; a registered one that does not repeat fails loudly."""
    silent = pd.Series(False, index=totals.index)
    repeats = totals["value"].diff() == 0
    for anomaly in anomalies:
        if anomaly.kind != "no_update":
            continue
        inside = totals["published"].between(pd.Timestamp(anomaly.start), pd.Timestamp(anomaly.end))
        neighbour = totals["published"].diff() == _ONE_DAY
        wrong = totals[inside & neighbour & ~repeats]
        if not wrong.empty:
            raise CorrectionError(_mismatch(anomaly, "a repeated total", wrong.iloc[0]))
        silent |= inside & repeats
    return silent


def _folded(silent: pd.DataFrame, update_days: pd.Series) -> pd.Series:
    """For each row of the series, the ids of the reports without an update that fall inside it."""
    place = np.searchsorted(update_days.to_numpy(), silent["end"].to_numpy()) - 1
    ids = pd.Series("", index=range(len(update_days) - 1), dtype=object)
    for row, name in zip(place, silent["ids"], strict=True):
        if 0 <= row < len(ids):
            ids[row] = f"{ids[row]};{name}" if ids[row] else name
    return ids


def _flags(
    rows: pd.DataFrame,
    published_before: pd.Series,
    folded: pd.Series,
    changed: pd.Series,
    anomalies: Sequence[Anomaly],
) -> pd.Series:
    """The flags of each derived row, joined by `;`."""
    missing = rows["days"] - 1 - folded.map(lambda ids: ids.count(";") + 1 if ids else 0)
    marks: dict[str, np.ndarray | pd.Series] = {
        "correction": _touched(rows, published_before, anomalies, "correction"),
        "gap": missing > 0,
        "irregular": _touched(rows, published_before, anomalies, "irregular"),
        "negative": rows["losses"] < 0,
        "no_update": folded.astype(bool),
        "revised": changed,
    }
    flags: list[list[str]] = [[] for _ in range(len(rows))]
    for name, mask in marks.items():
        for place in np.flatnonzero(np.asarray(mask)):
            flags[place].append(name)
    return pd.Series([";".join(names) for names in flags], index=rows.index, dtype="str")


def _touched(rows: pd.DataFrame, published_before: pd.Series, anomalies: Sequence[Anomaly], kind: str) -> np.ndarray:
    """Which rows close with a report of the anomaly's span; guards a correction where its own day is a row."""
    published, before = rows["published"].to_numpy(), published_before.to_numpy()
    touched = np.zeros(len(rows), dtype=bool)
    for anomaly in anomalies:
        if anomaly.kind == kind:
            inside = (published >= np.datetime64(anomaly.start)) & (before < np.datetime64(anomaly.end))
            _guard(anomaly, rows[inside & (rows["days"] == 1)])
            touched |= inside
    return touched


def _guard(anomaly: Anomaly, rows: pd.DataFrame) -> None:
    exact = rows[rows["published"] == pd.Timestamp(anomaly.start)]
    if anomaly.expected is not None and not exact.empty and exact.iloc[0]["losses"] != anomaly.expected:
        raise CorrectionError(_mismatch(anomaly, f"{anomaly.expected:g}", exact.iloc[0]))


def _mismatch(anomaly: Anomaly, wanted: str, row: pd.Series) -> str:
    found = row["losses"] if "losses" in row else row["value"]
    return (
        f"anomalies.toml: the {anomaly.kind} of {anomaly.start} expects {wanted}, but the data shows {found:g} for the "
        f"report of {row['published']:%Y-%m-%d}. Check the report against its source, then mend or remove the entry"
    )


def _reported(mine: pd.DataFrame) -> pd.DataFrame:
    """Increments as quoted, one row per period: the figure most documents quote, the lower one where they tie."""
    quoted = mine[mine["kind"] == "increment"]
    if quoted.empty:
        return _nothing()
    by = ["start", "end", "value"]
    groups = quoted.groupby(by, sort=True)
    votes = pd.DataFrame({"published": groups["published"].min(), "votes": groups.size()})
    votes = votes.assign(claim_ids=_joined(quoted, by)).reset_index()
    best = votes.sort_values(["start", "end", "votes", "value"], ascending=[True, True, False, True])
    best = best.drop_duplicates(["start", "end"])
    days = (best["end"] - best["start"]).dt.days + 1
    return _typed(
        best.assign(
            days=days, losses=best["value"], per_day=best["value"] / days, total=np.nan, method="reported", flags=""
        )[list(SERIES.columns)]
    )


def _residual(reported: pd.DataFrame, totals: pd.DataFrame) -> pd.DataFrame:
    """Reported minus the difference of totals, for the periods at whose two ends a total is known."""
    if reported.empty:
        return _nothing()
    value = totals.set_index("end")["value"]
    ids = totals.set_index("end")["ids"]
    opening = reported["start"] - _ONE_DAY
    both = opening.isin(value.index) & reported["end"].isin(value.index)
    rows, opening = reported[both], opening[both]
    difference = value.reindex(rows["end"]).to_numpy() - value.reindex(opening).to_numpy()
    losses = rows["losses"] - difference
    names = rows["claim_ids"] + ";" + ids.reindex(opening).to_numpy() + ";" + ids.reindex(rows["end"]).to_numpy()
    return _typed(rows.assign(losses=losses, per_day=losses / rows["days"], method="residual", claim_ids=names))


def _nothing() -> pd.DataFrame:
    return _typed(pd.DataFrame(columns=list(SERIES.columns)))


def _typed(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with the dtypes of SERIES, which an empty frame would otherwise lack."""
    dates = dict.fromkeys(("start", "end", "published"), "datetime64[us]")
    numbers = dict.fromkeys(("losses", "per_day", "total"), float)
    words = dict.fromkeys(("method", "flags", "claim_ids"), "str")
    return rows[list(SERIES.columns)].astype({**dates, **numbers, **words, "days": int})

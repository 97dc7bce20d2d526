"""Where the numbers of a brief come from: reports of the series and claims, each listed once under a number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from dashboard import wording
from dashboard.model import Claim, Document
from dashboard.web.edition import Edition


@dataclass(frozen=True, slots=True)
class Source:
    """What a number rests on: its id, words that name it, the sentence that states it, and an address; "" for none."""

    key: str
    words: str
    sentence: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of the brief with the keys of the sources that its numbers rest on."""

    text: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with its statements."""

    heading: str
    statements: tuple[Statement, ...]


def listed(edition: Edition, statements: Iterable[Statement]) -> tuple[Source, ...]:
    """The sources of the statements, each once, in the order in which they are first named."""
    keys = dict.fromkeys(key for statement in statements for key in statement.keys)
    return tuple(_source(edition, key) for key in keys)


def ends_of(rows: pd.DataFrame) -> tuple[str, ...]:
    """The ids of the reports between which the rows of a series lie: the one before the first, and the last."""
    if rows.empty:
        return ()
    return str(rows["claim_ids"].iloc[0]).partition(";")[0], str(rows["claim_ids"].iloc[-1]).rpartition(";")[2]


def _source(edition: Edition, key: str) -> Source:
    claim = edition.losses.claim(key)
    return _report(edition, key) if claim is None else _claim(claim, edition.losses.documents.get(claim.document_id))


def _report(edition: Edition, key: str) -> Source:
    """A report of the dataset, with the collection that it is read from."""
    losses = edition.losses
    seen = losses.observations
    row = seen[seen["observation_id"] == key].iloc[-1]
    words = (
        f"{row['claimant']}: running total of {wording.number(float(row['value']))} published "
        f"{wording.day(row['published'].date())}"
    )
    collected = next((one for one in edition.credits if one.series == row["claimant"]), None)
    return Source(key, words, address=collected.address if collected else "")


def _claim(claim: Claim, document: Document | None) -> Source:
    """A claim, with the sentence of its document where there is one."""
    where = document or Document("", "", claim.publisher, claim.published, url=claim.url)
    title = f", “{where.title}”" if where.title else ""
    when = f", {wording.day(where.published)}" if where.published else ""
    sentence = claim.evidence.text if claim.evidence else ""
    address = where.url or claim.url or ""
    safe = address if address.lower().startswith(("https://", "http://")) else ""
    return Source(claim.claim_id, f"{where.publisher or 'publisher not named'}{title}{when}", sentence, safe)

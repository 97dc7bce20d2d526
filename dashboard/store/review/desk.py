"""Writing to the review: documents with their claims, and decisions; whole or not at all, none ever overwritten."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select
from sqlalchemy.exc import IntegrityError

from dashboard.errors import ChangedMeanwhile, ClaimError, StoreError
from dashboard.model import Claim, Status, claim_to_json
from dashboard.store.review import questions
from dashboard.store.review.tables import decision, document, document_link, set_aside
from dashboard.store.review.values import Decision, Deed, Kept, Link, SetAside

# One number for all our programs: who holds this lock on a server writes, the others wait (SQLite has its own lock).
_LINE = 7_206_931
_STANDS = {Deed.ACCEPTED: Status.ACCEPTED, Deed.REJECTED: Status.REJECTED, Deed.DEFERRED: Status.PENDING}


class Desk:
    """The review inside a writer's transaction, which others wait for."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        if connection.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(_LINE)))

    def signatures(self, after: int = 0) -> list[tuple[int, str, bytes]]:
        """Number, id and signature of each document added after the one of that number."""
        return questions.signatures(self._connection, after)

    def alike(self, text_sha256: str, url: str | None) -> list[Kept]:
        """The documents with exactly that text, or of that address."""
        return questions.alike(self._connection, text_sha256, url)

    def add(
        self, kept: Kept, claims: Sequence[Claim], aside: Iterable[SetAside] = (), links: Iterable[Link] = ()
    ) -> bool:
        """Adds a document with what was read in it, all claims pending; False, and nothing, where it is known already.

        Raises ClaimError where the evidence of a claim is not in the text.
        """
        if questions.kept(self._connection, kept.document.id) is not None:
            return False
        for claim in claims:
            _check_evidence(claim, kept)
        self._connection.execute(insert(document).values(**_document_row(kept)))
        pending = [replace(claim, status=Status.PENDING) for claim in claims]
        self._insert(decision, [_row(Decision(one, 1, Deed.READ, kept.added_by, kept.added_at)) for one in pending])
        self._insert(set_aside, [one._asdict() for one in aside])
        self._insert(document_link, [one._asdict() | {"kind": str(one.kind)} for one in links])
        return True

    def add_claim(self, claim: Claim, by: str, at: datetime, note: str | None = None) -> Decision:
        """Adds a claim that a person found in a document; it is accepted. Raises ClaimError where it is there already.

        Raises StoreError where the document is unknown.
        """
        _check_evidence(claim, self._document(claim.document_id))
        if questions.last(self._connection, claim.claim_id):
            raise ClaimError(f"{claim.claim_id}: a claim about this figure is kept already; change that one")
        return self._write(Decision(replace(claim, status=Status.ACCEPTED), 1, Deed.ADDED, by, at, note))

    def decide(self, claim_id: str, seen: int, deed: Deed, by: str, at: datetime, note: str | None = None) -> Decision:
        """Accepts, rejects or defers a claim, of which the decider saw version `seen`.

        Raises ChangedMeanwhile where another decision came between.
        """
        last = self._last(claim_id, seen)
        claim = replace(last.claim, status=_STANDS[deed])
        return self._write(Decision(claim, seen + 1, deed, by, at, note))

    def change(self, claim: Claim, seen: int, by: str, at: datetime, note: str | None = None) -> Decision:
        """Puts `claim` in the place of the one with its id, of which version `seen` was changed; its status stays."""
        last = self._last(claim.claim_id, seen)
        _check_evidence(claim, self._document(last.claim.document_id))
        changed = replace(claim, document_id=last.claim.document_id, status=last.status)
        return self._write(Decision(changed, seen + 1, Deed.CHANGED, by, at, note))

    def undo(self, number: int, by: str, at: datetime) -> Decision:
        """Takes a decision back, if it is the last on its claim: the claim stands as before it.

        Raises ChangedMeanwhile where others followed, StoreError where there is nothing to take back.
        """
        last = questions.numbered(self._connection, number)
        if last is None or last.deed is Deed.READ:
            raise StoreError(f"there is no decision {number} that could be taken back; look at the history again")
        known = self._last(last.claim.claim_id, last.version)
        before = self.of_version(known.claim.claim_id, known.version - 1)
        claim = before.claim if before else replace(known.claim, status=Status.REJECTED)
        return self._write(Decision(claim, known.version + 1, Deed.UNDONE, by, at, undoes=number))

    def of_version(self, claim_id: str, version: int) -> Decision | None:
        """The decision of that version on a claim, or None."""
        return questions.of_version(self._connection, claim_id, version)

    def restore(self, decided: Decision) -> Decision:
        """Adds a decision as an export told it, with its own version and moment; its number is new."""
        _check_evidence(decided.claim, self._document(decided.claim.document_id))
        return self._write(decided)

    def _document(self, document_id: str) -> Kept:
        kept = questions.kept(self._connection, document_id)
        if kept is None:
            raise StoreError(f"the store holds no document {document_id!r}; add it first")
        return kept

    def _last(self, claim_id: str, seen: int) -> Decision:
        """The latest decision on a claim, which must be the one that the decider saw."""
        held = questions.last(self._connection, claim_id)
        if held is None:
            raise StoreError(f"the store holds no claim {claim_id!r}; load the page anew")
        if held.version != seen:
            raise ChangedMeanwhile(seen=self.of_version(claim_id, seen) or held, now=held)
        return held

    def _write(self, decided: Decision) -> Decision:
        row = insert(decision).values(**_row(decided)).returning(decision.c.number)
        try:
            return replace(decided, number=self._connection.execute(row).scalar_one())
        except IntegrityError as error:
            raise StoreError(
                f"{decided.claim.claim_id}: a decision of version {decided.version} is kept already; "
                "load the page anew and decide again"
            ) from error

    def _insert(self, table: Any, rows: list[dict[str, Any]]) -> None:  # noqa: ANN401
        if rows:
            self._connection.execute(insert(table), rows)


def _document_row(kept: Kept) -> dict[str, Any]:
    of = kept.document
    return {
        "document_id": of.id,
        "text": of.text,
        "text_sha256": kept.text_sha256,
        "publisher": of.publisher,
        "published": of.published,
        "title": of.title,
        "url": of.url,
        "language": of.language,
        "origin": kept.origin,
        "signature": kept.signature,
        "added_by": kept.added_by,
        "added_at": kept.added_at,
    }


def _row(decided: Decision) -> dict[str, Any]:
    return {
        "claim_id": decided.claim.claim_id,
        "document_id": decided.claim.document_id,
        "version": decided.version,
        "deed": str(decided.deed),
        "status": str(decided.status),
        "claim": claim_to_json(decided.claim),
        "note": decided.note,
        "undoes": decided.undoes,
        "decided_by": decided.by,
        "decided_at": decided.at,
    }


def _check_evidence(claim: Claim, kept: Kept) -> None:
    """Every claim of a document leads back to its sentence, also one that a person changed or added."""
    quote, text = claim.evidence, kept.document.text
    if quote is None or text[quote.start : quote.end] != quote.text or not quote.text:
        raise ClaimError(f"{claim.claim_id}: the evidence is no piece of the document's text; select it in the text")
    figure = claim.figure
    if figure is not None and not quote.start <= figure.start < figure.end <= quote.end:
        raise ClaimError(
            f"{claim.claim_id}: the figure lies outside of its evidence; select the sentence that holds it"
        )

"""The review log: what is acknowledged is kept, nobody overwrites anybody, and each deed can be taken back."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from dashboard.errors import ChangedMeanwhile, ClaimError, StoreError
from dashboard.model import Claim, Document, Evidence, Period, PeriodKind, Span, Status
from dashboard.store import Deed, Kept, Link, LinkKind, SetAside, document_id

AT = datetime(2005, 6, 10, 9, 0, tzinfo=UTC)
TEXT = "Ruritania lost 700 men on Tuesday, the made-up Staff said. It had 9,000 in the field."


def made_up_document(text: str = TEXT) -> Document:
    document = Document("x", text, publisher="The Made-up Times", published=date(2005, 6, 9))
    return replace(document, id=document_id(document))


def made_up_claim(document: Document, value: float = 700) -> Claim:
    return Claim(
        claim_id=f"{document.id}:15",
        document_id=document.id,
        value=value,
        subject="Ruritania",
        claimant="Staff",
        period=Period(PeriodKind.DAY, date(2005, 6, 7), date(2005, 6, 7)),
        evidence=Evidence(document.text[:34], 0, 34),
        figure=Span(15, 18),
        publisher=document.publisher,
        published=document.published,
        confidence=0.9,
    )


def kept(document: Document) -> Kept:
    return Kept(document, "an analyst", AT, "made-up.txt", b"")


@pytest.fixture
def claim(store) -> Claim:
    document = made_up_document()
    with store.reviewing() as desk:
        desk.add(kept(document), [made_up_claim(document)], [SetAside(document.id, 66, 71, "troop strength")])
    return store.held()[0].claim


def decide(store, claim, seen, deed=Deed.ACCEPTED, by="an analyst", at=AT):
    with store.reviewing() as desk:
        return desk.decide(claim.claim_id, seen, deed, by, at)


def test_a_document_comes_back_as_it_was_with_its_claims_pending(store, claim):
    document = made_up_document()
    assert [one.document for one in store.documents()] == [document]
    assert store.document(document.id).origin == "made-up.txt"
    assert claim == replace(made_up_claim(document), status=Status.PENDING)
    assert store.set_aside() == [(document.id, 66, 71, "troop strength")]


def test_a_document_known_already_is_not_added_again(store, claim):
    document = made_up_document()
    with store.reviewing() as desk:
        assert not desk.add(kept(document), [made_up_claim(document, 800)])
    assert [one.claim.value for one in store.held()] == [700]


def test_the_same_words_elsewhere_are_another_document(store, claim):
    other = made_up_document()
    elsewhere = replace(other, publisher="Another Made-up Paper")
    assert document_id(elsewhere) != document_id(other)


def test_a_claim_is_accepted_changed_rejected_and_each_step_is_kept(store, claim):
    decide(store, claim, 1)
    with store.reviewing() as desk:
        desk.change(replace(claim, value=710), 2, "another", AT, "the text has a slip")
    decide(store, claim, 3, Deed.REJECTED)
    steps = [
        (one.version, one.deed, one.status, one.claim.value, one.by) for one in store.claim_history(claim.claim_id)
    ]
    assert steps == [
        (1, "read", "pending", 700, "an analyst"),
        (2, "accepted", "accepted", 700, "an analyst"),
        (3, "changed", "accepted", 710, "another"),
        (4, "rejected", "rejected", 710, "an analyst"),
    ]
    assert [one.deed for one in store.decisions()] == ["rejected", "changed", "accepted"]
    assert store.decisions()[1].note == "the text has a slip"


def test_leaving_a_claim_for_later_keeps_it_pending(store, claim):
    assert decide(store, claim, 1, Deed.DEFERRED).status == "pending"


def test_a_decision_on_an_outdated_state_is_refused_and_tells_both_versions(store, claim):
    decide(store, claim, 1, by="the first")
    with pytest.raises(ChangedMeanwhile, match=r"accepted by the first meanwhile; look at what it says now") as told:
        decide(store, claim, 1, Deed.REJECTED, by="the second")
    assert (told.value.seen.version, told.value.now.version) == (1, 2)
    assert [one.status for one in store.held()] == ["accepted"]


def test_the_last_decision_is_taken_back_and_can_be_made_again(store, claim):
    made = decide(store, claim, 1)
    with store.reviewing() as desk:
        undone = desk.undo(made.number, "an analyst", AT)
    assert (undone.deed, undone.status, undone.undoes) == ("undone", "pending", made.number)
    with store.reviewing() as desk:
        assert desk.undo(undone.number, "an analyst", AT).status == "accepted"


def test_a_decision_that_others_followed_is_not_taken_back(store, claim):
    made = decide(store, claim, 1)
    decide(store, claim, 2, Deed.REJECTED)
    with pytest.raises(ChangedMeanwhile), store.reviewing() as desk:
        desk.undo(made.number, "an analyst", AT)


def test_reading_a_document_is_nothing_to_take_back(store, claim):
    with pytest.raises(StoreError, match="no decision 1 that could be taken back"), store.reviewing() as desk:
        desk.undo(1, "an analyst", AT)


def test_a_claim_added_by_hand_counts_and_undoing_it_rejects_it(store, claim):
    mine = replace(claim, claim_id=f"{claim.document_id}:66", evidence=Evidence(TEXT[59:], 59, len(TEXT)), figure=None)
    with store.reviewing() as desk:
        made = desk.add_claim(mine, "an analyst", AT)
    assert (made.deed, made.status) == ("added", "accepted")
    with pytest.raises(ClaimError, match="change that one"), store.reviewing() as desk:
        desk.add_claim(mine, "another", AT)
    with store.reviewing() as desk:
        assert desk.undo(made.number, "an analyst", AT).status == "rejected"


@pytest.mark.parametrize(
    "evidence", [None, Evidence("made up", 0, 7), Evidence("", 3, 3)], ids=["none", "not in the text", "empty"]
)
def test_a_claim_whose_evidence_is_not_in_the_text_is_refused_whole(store, evidence):
    document = made_up_document()
    with pytest.raises(ClaimError, match="no piece of the document's text"), store.reviewing() as desk:
        desk.add(kept(document), [replace(made_up_claim(document), evidence=evidence)])
    assert (store.documents(), store.held()) == ([], [])


def test_a_figure_outside_of_its_evidence_is_refused(store, claim):
    with pytest.raises(ClaimError, match="lies outside of its evidence"), store.reviewing() as desk:
        desk.change(replace(claim, figure=Span(60, 64)), 1, "an analyst", AT)


def test_a_claim_that_the_store_does_not_hold_is_told(store, claim):
    with pytest.raises(StoreError, match="holds no claim 'nobody:1'"), store.reviewing() as desk:
        desk.decide("nobody:1", 1, Deed.ACCEPTED, "an analyst", AT)


def test_a_document_that_the_store_does_not_hold_is_told(store, claim):
    stray = replace(claim, document_id="nobody", claim_id="nobody:1")
    with pytest.raises(StoreError, match="holds no document 'nobody'"), store.reviewing() as desk:
        desk.add_claim(stray, "an analyst", AT)


def test_copies_are_linked(store, claim):
    first, second = made_up_document(), made_up_document(TEXT + " It was Tuesday.")
    with store.reviewing() as desk:
        desk.add(kept(second), [], links=[Link(second.id, first.id, LinkKind.NEAR_COPY, 0.9)])
    assert store.links() == [(second.id, first.id, "near_copy", 0.9)]


def test_a_replay_knows_what_had_been_entered_and_decided_by_then(store, claim):
    decide(store, claim, 1, at=AT + timedelta(hours=1))
    assert store.documents(AT - timedelta(seconds=1)) == []
    assert [one.status for one in store.held(AT)] == ["pending"]
    assert [one.status for one in store.held(AT + timedelta(hours=1))] == ["accepted"]


def test_the_stamp_grows_with_documents_and_decisions(store, claim):
    before = store.stamp()
    decide(store, claim, 1)
    assert store.stamp() != before


@pytest.mark.parametrize("table", ["document", "decision", "set_aside"])
def test_the_database_refuses_to_change_or_delete_what_was_entered(store, claim, file, table):
    for deed in (f"UPDATE {table} SET document_id = 'other'", f"DELETE FROM {table}"):
        with closing(sqlite3.connect(file)) as connection, pytest.raises(sqlite3.IntegrityError, match="only grows"):
            connection.execute(deed)


def test_two_who_decide_at_once_are_both_kept_or_told(store, claim):
    """Sixteen threads decide on the same version: one is kept, the others are told what holds now."""
    told: list[object] = []

    def one(name: str) -> None:
        try:
            told.append(decide(store, claim, 1, by=name))
        except ChangedMeanwhile as error:
            told.append(error)

    threads = [threading.Thread(target=one, args=(f"analyst {n}",)) for n in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(isinstance(one, ChangedMeanwhile) for one in told) == 15
    assert len(store.claim_history(claim.claim_id)) == 2


def test_an_older_store_gains_the_review_and_keeps_its_reports(older, file):
    from dashboard.store import open_store

    store = open_store(str(file))
    document = made_up_document()
    with store.reviewing() as desk:
        desk.add(kept(document), [made_up_claim(document)])
    assert (len(store.reports()), len(store.held())) == (1, 1)

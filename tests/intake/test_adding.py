"""Documents into the store: each whole, none twice, copies linked; the claims count once they are accepted."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dashboard.checks import check_claims
from dashboard.cli.options import SHIPPED
from dashboard.intake import Reader, add
from dashboard.model import Document
from dashboard.pipeline import build, synced_of
from dashboard.sources import claimants, conflict
from dashboard.store import Deed, Store, open_store

AT = datetime(2024, 11, 13, 9, 0, tzinfo=UTC)
# Made-up figures and a made-up paper; only the form is that of a daily report.
TEXT = (
    "Russia lost 1,234 troops over the past day, the General Staff of Ukraine said on 12 November 2024. "
    "It put Russia's total losses since the invasion at 698,765 troops. The front is held by 3,000 soldiers."
)
LONGER = TEXT + " " + " ".join(f"word{n}" for n in range(200))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(str(tmp_path / "losses.db"))


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(claimants.read(SHIPPED / "claimants.toml")[0], conflict.read(SHIPPED / "conflict.toml"))


def article(text: str = TEXT, name: str = "made-up", url: str | None = None) -> tuple[Document, str]:
    return Document(name, text, "The Made-up Times", date(2024, 11, 12), url=url), f"{name}.txt"


def added(store: Store, reader: Reader, *documents: tuple[Document, str]):
    return list(add(store, documents, reader, "an analyst", AT))


def test_an_article_is_kept_with_its_claims_and_what_was_set_aside(store, reader):
    (one,) = added(store, reader, article())
    assert one.new
    assert [held.claim.value for held in store.held()] == [1234, 698765]
    assert {held.status for held in store.held()} == {"pending"}
    assert [TEXT[aside.figure_start : aside.figure_end] for aside in store.set_aside()] != []
    assert store.documents()[0].document.text == TEXT


def test_the_same_article_again_adds_nothing(store, reader):
    first = added(store, reader, article())
    again = added(store, reader, article(name="another name"), article())
    assert [one.new for one in (*first, *again)] == [True, False, False]
    assert len(store.documents()) == 1


def test_ten_at_once_keep_the_same_claims_as_one(store, reader, tmp_path):
    documents = [article(TEXT + f" It was hour {n}.") for n in range(5)]
    threads = [threading.Thread(target=added, args=(store, reader, *documents)) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    alone = open_store(str(tmp_path / "alone.db"))
    added(alone, reader, *documents)
    assert {one.claim for one in store.held()} == {one.claim for one in alone.held()}
    assert len(store.documents()) == 5


def test_copies_are_linked_by_text_by_nearness_and_by_address(store, reader):
    added(store, reader, article(LONGER, url="https://made-up.example/a"))
    elsewhere = replace(article(LONGER)[0], publisher="Another Paper")
    near = article("Updated. " + LONGER)
    same_place = article("Another text altogether: 40 soldiers were killed.", url="https://made-up.example/a")
    told = added(store, reader, (elsewhere, "b.txt"), near, same_place)
    kinds = [{str(link.kind) for link in one.links} for one in told]
    assert kinds == [{"same_text"}, {"near_copy"}, {"same_address"}]


def test_claims_await_review_then_count_then_do_not(store, reader):
    added(store, reader, article())
    claim = store.held()[0].claim

    def state() -> tuple[bool, bool, bool]:
        losses = build(SHIPPED, synced_of(store))
        seen = losses.observations["observation_id"]
        return (
            claim.claim_id in {one.claim_id for one in losses.claims},
            claim.claim_id in {one.claim_id for one in losses.pending},
            bool(seen.str.contains(claim.claim_id).any()),
        )

    assert state() == (False, True, False)
    with store.reviewing() as desk:
        made = desk.decide(claim.claim_id, 1, Deed.ACCEPTED, "an analyst", AT)
    assert state() == (True, False, True)
    with store.reviewing() as desk:
        desk.undo(made.number, "an analyst", AT)
    assert state() == (False, True, False)
    with store.reviewing() as desk:
        desk.decide(claim.claim_id, 3, Deed.REJECTED, "an analyst", AT)
    assert state() == (False, False, False)


def test_a_check_of_everything_names_pending_claims_as_such(store, reader):
    added(store, reader, article())
    frame = check_claims(build(SHIPPED, synced_of(store)))
    assert frame["status"].value_counts().to_dict()["pending"] == 2


def test_a_replay_knows_nothing_that_was_entered_later(store, reader):
    added(store, reader, article())
    before = build(SHIPPED, synced_of(store, datetime(2024, 11, 13, 8, 0, tzinfo=UTC)))
    assert before.pending == ()
    assert len(build(SHIPPED, synced_of(store, AT)).pending) == 2

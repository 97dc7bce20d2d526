"""Which data answer: swapped whole when the store grows, replayed on demand, and never torn."""

from datetime import date, timedelta

import pytest

from dashboard.store import open_store
from dashboard.sync import sync_from
from dashboard.web.choosing import selected
from dashboard.web.drawing import plain_view
from dashboard.web.editions import LOOK_EVERY, REPLAYS, Editions, fixed, stored
from dashboard.web.view import View

from .conftest import ROOT
from .madeup import FIRST, SYNCED, dataset


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(tmp_path):
    return open_store(str(tmp_path / "losses.db"))


def last_total(asked) -> float:
    return asked.losses.observations.query("category == 'personnel' and kind == 'total'")["value"].max()


def test_a_store_that_grew_is_served_at_the_next_look_and_not_before(tmp_path, store, clock):
    editions = Editions(stored(ROOT / "data", store), clock)
    before = editions.newest()
    sync_from(str(dataset(tmp_path / "made-up")), store, SYNCED)
    clock.now = LOOK_EVERY - 0.1
    assert editions.newest() is before
    clock.now = LOOK_EVERY
    after = editions.newest()
    assert after.losses.last_published == FIRST + timedelta(days=39)
    assert after.losses.version != before.losses.version
    assert editions.newest() is after


def test_an_edition_keeps_its_own_figures_after_the_swap(tmp_path, store, clock):
    sync_from(str(dataset(tmp_path / "made-up", 30)), store, SYNCED)
    editions = Editions(stored(ROOT / "data", store), clock)
    held = editions.asked("")
    sync_from(str(dataset(tmp_path / "made-up", 40)), store, SYNCED + timedelta(days=1))
    assert editions.renew() is not held.edition
    assert held.edition.drawn.words("total", View()).title.startswith("1,529,000 reported in all")
    assert editions.asked("").edition.drawn.words("total", View()).title.startswith("1,539,000 reported in all")


def test_a_replay_shows_what_had_been_recorded_by_then(tmp_path, store, clock):
    sync_from(str(dataset(tmp_path / "made-up", 30)), store, SYNCED)
    sync_from(str(dataset(tmp_path / "made-up", 40)), store, SYNCED + timedelta(days=5))
    editions = Editions(stored(ROOT / "data", store), clock)
    assert last_total(editions.asked("")) == 1_539_000
    replay = editions.asked("recorded_as_of=2026-03-02")
    assert last_total(replay) == 1_529_000
    assert replay.faults == ()
    assert "As recorded by 2 Mar 2026" in " ".join(replay.edition.drawn.words("daily", View()).caveats)


def test_before_anything_was_recorded_all_is_shown_and_that_is_said(tmp_path, store, clock):
    sync_from(str(dataset(tmp_path / "made-up")), store, SYNCED)
    asked = Editions(stored(ROOT / "data", store), clock).asked("recorded_as_of=2025-11-01")
    assert asked.faults == ("Nothing had been recorded by 1 Nov 2025; all that is recorded is shown.",)
    assert asked.view == View()
    assert last_total(asked) == 1_539_000


def test_few_replays_are_kept(tmp_path, store, clock):
    sync_from(str(dataset(tmp_path / "made-up")), store, SYNCED)
    editions = Editions(stored(ROOT / "data", store), clock)
    queries = [f"recorded_as_of=2026-03-{day:02}" for day in range(2, 3 + REPLAYS)]
    first = editions.asked(queries[0]).edition
    assert editions.asked(queries[0]).edition is first
    for query in queries[1:]:
        editions.asked(query)
    assert editions.asked(queries[0]).edition is not first


def test_data_that_ship_cannot_be_replayed_and_that_is_said(losses):
    asked = Editions(fixed(losses)).asked("recorded_as_of=2024-11-12")
    assert "keep no history, so they cannot be shown as recorded by 12 Nov 2024" in asked.faults[0]
    assert asked.view.recorded is None


def test_a_category_without_reports_falls_back_and_that_is_said(losses):
    asked = Editions(fixed(losses)).asked("category=tanks")
    assert asked.view.category == "personnel"
    assert "no reports of tanks; personnel is shown" in asked.faults[0]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("claimant=Nobody", "no claim by “Nobody”; it has been left out"),
        ("definition=bruised", "no claim that counts “bruised”; it has been left out"),
        ("subject=Nowhere", "no claim on the losses of “Nowhere”; it has been left out"),
    ],
)
def test_a_name_that_the_data_do_not_hold_is_left_out_and_that_is_said(losses, query, words):
    asked = Editions(fixed(losses)).asked(query)
    assert words in asked.faults[0]
    assert asked.view == View()


def test_names_that_the_data_hold_narrow_the_claims(losses):
    asked = Editions(fixed(losses)).asked("claimant=Tony+Radakin&definition=killed+and+wounded&subject=Russia")
    assert asked.faults == ()
    chosen = selected(losses, asked.view)
    assert chosen
    assert {(c.claimant, c.casualty_types, c.subject) for c in chosen} == {
        ("Tony Radakin", ("killed", "wounded"), "Russia")
    }
    spans = asked.edition.drawn.table("spans", asked.view)
    assert set(spans["claimant"]) == {"Tony Radakin"}
    assert set(spans["definition"]) == {"killed and wounded"}


def test_the_side_of_another_page_does_not_reach_charts_of_the_reference_series(losses):
    drawn, view = Editions(fixed(losses)).newest().drawn, View(subject="Ukraine", claimants=("Tony Radakin",))
    assert plain_view(view, drawn.charts["daily"]) == View()


def test_a_store_that_cannot_be_read_leaves_what_ships_in_use(tmp_path, clock, losses):
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(b"not a database, " * 100)
    edition = Editions(stored(ROOT / "data", open_store(str(damaged))), clock).newest()
    assert edition.losses.last_published == losses.last_published
    assert "is no database" in str(edition.losses.problems[-1])


def test_a_store_that_fails_for_a_moment_changes_nothing(tmp_path, store, clock):
    sync_from(str(dataset(tmp_path / "made-up")), store, SYNCED)
    editions = Editions(stored(ROOT / "data", store), clock)
    held = editions.newest()
    (tmp_path / "losses.db").write_bytes(b"not a database, " * 100)
    clock.now = LOOK_EVERY
    assert editions.newest() is held


def test_as_of_and_recorded_as_of_bound_together(tmp_path, store, clock):
    sync_from(str(dataset(tmp_path / "made-up")), store, SYNCED)
    asked = Editions(stored(ROOT / "data", store), clock).asked("recorded_as_of=2026-03-02&as_of=2026-01-20")
    assert asked.view.as_of == date(2026, 1, 20)
    assert asked.faults == ()

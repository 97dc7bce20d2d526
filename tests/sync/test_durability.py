"""Two syncs at once, and an error at each write in turn: whole or not at all."""

from __future__ import annotations

import threading
from datetime import timedelta
from itertools import count

from sqlalchemy import event

from dashboard.errors import StoreError
from dashboard.store import open_store
from dashboard.sync import sync_from
from tests.sync.conftest import NOW
from tests.sync.test_history import MADE_UP
from tests.sync.test_sync import everything, totals


def test_an_error_at_each_write_in_turn_leaves_the_store_as_it_was(folder, store):
    sync_from(str(folder), store, NOW)
    before = everything(store)
    folder.persons |= {"2005-06-03": 121, "2005-06-21": 300}
    folder.corrections = {"2005-06-06": {"tank": 3}}
    folder.write()
    folder.history(*MADE_UP)
    for failing in count(1):
        if not fails_at(failing, folder, store):
            break
        assert everything(store) == before
    # Four versions, four batches of changes, and at least one of reports and series.
    assert failing > 6
    assert totals(store) == folder.persons


def fails_at(failing, folder, store):
    """Whether the sync failed when its write of that number did."""
    writes = []

    def fault(_connection, _cursor, statement, *_):
        if statement.startswith("INSERT"):
            writes.append(statement)
            if len(writes) == failing:
                raise OSError(5, "the disk fails")

    event.listen(store._writer, "before_cursor_execute", fault)
    try:
        sync_from(str(folder), store, NOW + timedelta(days=1))
    except StoreError:
        return True
    finally:
        event.remove(store._writer, "before_cursor_execute", fault)
    return False


def test_ten_syncs_at_once_store_one_version_of_each_file(folder, tmp_path):
    folder.history(*MADE_UP)
    address, outcomes, faults = str(tmp_path / "losses.db"), [], []

    def run():
        try:
            outcomes.append(sync_from(str(folder), open_store(address), NOW))
        except Exception as fault:
            faults.append(fault)

    threads = [threading.Thread(target=run) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    store = open_store(address)
    assert faults == []
    assert sum(not outcome.unchanged for outcome in outcomes) == 1
    assert len(store.versions()) == 4
    assert totals(store) == folder.persons

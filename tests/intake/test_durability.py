"""Kills, faults and full disks: what was told as kept is there, and a document is kept whole or not at all.

SOAK_KILLS sets how many kills there are (`make soak` asks for 200).
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import event

from dashboard.cli.options import SHIPPED
from dashboard.errors import StoreError
from dashboard.intake import Reader, add
from dashboard.sources import claimants, conflict
from dashboard.store import open_store
from dashboard.store.keeping import faults
from tests.intake.adder import article

AT = datetime(2024, 11, 13, 9, 0, tzinfo=UTC)
KILLS = int(os.environ.get("SOAK_KILLS", "10"))
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(claimants.read(SHIPPED / "claimants.toml")[0], conflict.read(SHIPPED / "conflict.toml"))


def test_what_was_told_as_kept_is_there_after_each_kill(tmp_path):
    """The process is killed at a random moment while it adds; the next one goes on in the same store."""
    address, chance, told, slowest = str(tmp_path / "losses.db"), random.Random(7), set(), 0.0
    for number in range(KILLS):
        command = [sys.executable, "-m", "tests.intake.adder", address, str(number * 100_000)]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        told.add(process.stdout.readline().strip())
        time.sleep(chance.uniform(0, 0.25))
        process.kill()
        told |= {line.strip() for line in process.stdout if line.endswith("\n")}
        process.wait()
        began = time.perf_counter()
        kept = {one.document.id for one in open_store(address).documents()}
        slowest = max(slowest, time.perf_counter() - began)
        assert told <= kept
    store = open_store(address)
    assert {one.claim.document_id for one in store.held()} == {one.document.id for one in store.documents()}
    assert list(faults(store)) == []
    assert slowest < 2


def test_an_error_at_each_write_in_turn_keeps_a_document_whole_or_not_at_all(tmp_path, reader):
    for failing in count(1):
        store = open_store(str(tmp_path / f"{failing}.db"))
        list(add(store, [article(1)], reader, "an analyst", AT))
        with failing_write(store, failing) as failed:
            try:
                list(add(store, [article(2)], reader, "an analyst", AT))
            except StoreError:
                assert failed
        assert len(store.documents()) == (1 if failed else 2)
        assert {one.claim.document_id for one in store.held()} == {one.document.id for one in store.documents()}
        if not failed:
            break
    assert failing > 2


@contextmanager
def failing_write(store, number):
    """The write of that number fails as a disk would."""
    writes, failed = [], []

    def fault(_connection, _cursor, statement, *_):
        if statement.startswith("INSERT"):
            writes.append(statement)
            if len(writes) == number:
                failed.append(statement)
                raise OSError(5, "the disk fails")

    event.listen(store._writer, "before_cursor_execute", fault)
    try:
        yield failed
    finally:
        event.remove(store._writer, "before_cursor_execute", fault)


@pytest.fixture
def small_disk(tmp_path):
    """A file system of 2 MB."""
    place = tmp_path / "small"
    place.mkdir()
    if os.geteuid() != 0:
        pytest.skip("a full disk can only be made by root (mount)")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", place], capture_output=True, text=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"no small disk can be mounted here: {mounted.stderr.strip()}")
    yield place
    subprocess.run(["umount", place], check=True)


def test_a_full_disk_is_told_and_nothing_stored_is_lost(small_disk, reader):
    filler = small_disk / "filler"
    filler.write_bytes(b"\0" * 1_500_000)
    store, told = open_store(str(small_disk / "losses.db")), []
    with pytest.raises(StoreError, match=r"disk is full. Nothing was changed; make room"):
        told.extend(one.document.id for one in _until_full(store, reader, told))
    kept = [one.document.id for one in store.documents()]
    assert told
    assert kept == told
    filler.unlink()
    (added,) = add(store, [article(999_999)], reader, "an analyst", AT)
    assert [one.document.id for one in store.documents()] == [*told, added.document.id]
    assert list(faults(store)) == []


def _until_full(store, reader, told):
    for one in add(store, map(article, count(1)), reader, "an analyst", AT):
        told.append(one.document.id)
    return ()

"""Two processes decide at once on the same claims: none of their decisions is lost, on either database.

SOAK_DECISIONS sets how many each makes (`make soak` asks for 2,000).
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from dashboard.store import open_store
from dashboard.store.keeping import faults
from tests.store.test_review import kept, made_up_claim, made_up_document

EACH = int(os.environ.get("SOAK_DECISIONS", "150"))
ROOT = Path(__file__).resolve().parents[2]


def test_no_decision_of_two_processes_is_lost(address):
    store, document = open_store(address), made_up_document()
    claims = [replace(made_up_claim(document), claim_id=f"{document.id}:{n}") for n in range(5)]
    with store.reviewing() as desk:
        desk.add(kept(document), claims)
    names = ("one", "two")
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.store.decider", address, name, str(EACH)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in names
    ]
    meanwhile = [int(process.communicate()[0]) for process in running]
    told = [one.note for one in store.decisions(limit=10 * EACH)]
    assert sorted(told) == sorted(f"{name} {number}" for name in names for number in range(EACH))
    assert sum(meanwhile) > 0
    assert list(faults(store)) == []

"""`make load`: a hundred readers with time to think against two workers, over the full series where it is found.

With `--memory` (in `make soak`: fifty readers, thirty minutes) it is the server's memory and every failed answer that
count, and not how long an answer takes.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from dashboard.store import open_store
from dashboard.sync import sync_from
from tests.bench.rivals.serving import ROOT, SERIES, started, with_package
from tests.load import memory


def main() -> int:
    """0 where nothing failed and the 95th centile is below a second, or the memory grew by a tenth at most."""
    asked = _arguments()
    python = with_package("locust")
    if python is None:
        print("locust is not installed: `pip install -e .[bench]`, or name a Python that has it in BENCH_PYTHON")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "load.sqlite")
        if SERIES.is_dir():
            sync_from(str(SERIES), open_store(store), datetime.now(UTC))
        ours = [sys.executable, "-m", "dashboard", "serve", "--workers", "2", "--store", store, "--port"]
        with started(lambda port: [*ours, port]) as (address, server):
            run = [python, "-m", "locust", "-f", str(Path(__file__).with_name("locustfile.py")), "--headless"]
            options = ["--host", address, "-u", str(asked.users), "-r", "5", "-t", f"{asked.minutes * 60:.0f}s"]
            readers = os.environ | ({"LOAD_SLOWEST": "inf"} if asked.memory else {})
            locust = subprocess.Popen([*run, *options, "--only-summary"], cwd=ROOT, env=readers)
            if not asked.memory:
                return locust.wait()
            return _judged(memory.watch(locust, server.pid, asked.minutes), asked.minutes) or locust.returncode


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.load", description=__doc__)
    parser.add_argument("--users", type=int, default=100)
    parser.add_argument("--minutes", type=float, default=3)
    parser.add_argument("--memory", action="store_true", help="judge memory and failures instead of speed")
    return parser.parse_args()


def _judged(readings: list[memory.Reading], minutes: float) -> int:
    grown = memory.growth(readings, minutes)
    print(f"memory at the end: {grown:.3f} of that after the first {minutes * memory.WARM:.0f} minutes")
    return int(grown > memory.MOST)


if __name__ == "__main__":
    sys.exit(main())

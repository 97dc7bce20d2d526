"""`make load`: a hundred readers with time to think against two workers, over the full series where it is found."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from dashboard.store import open_store
from dashboard.sync import sync_from
from tests.bench.rivals.serving import ROOT, SERIES, serving, with_package

MINUTES = os.environ.get("LOAD_TIME", "3m")
USERS = os.environ.get("LOAD_USERS", "100")


def main() -> int:
    """The exit code of locust: 0 where the 95th centile is below a second and nothing failed."""
    python = with_package("locust")
    if python is None:
        print("locust is not installed: `pip install -e .[bench]`, or name a Python that has it in BENCH_PYTHON")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "load.sqlite")
        if SERIES.is_dir():
            sync_from(str(SERIES), open_store(store), datetime.now(UTC))
        ours = [sys.executable, "-m", "dashboard", "serve", "--workers", "2", "--store", store, "--port"]
        with serving(lambda port: [*ours, port]) as address:
            run = [python, "-m", "locust", "-f", str(Path(__file__).with_name("locustfile.py")), "--headless"]
            options = ["--host", address, "-u", USERS, "-r", "5", "-t", MINUTES, "--only-summary"]
            return subprocess.run([*run, *options], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())

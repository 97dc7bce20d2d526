"""Whatever is killed, and whenever: the same command goes on, and what it leaves equals an undisturbed run's.

SOAK_ARCHIVE_KILLS sets how often (`make soak`: 20 of each kind). Moments are drawn by a fixed seed.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from tests.archive.conftest import everything

KILLS = int(os.environ.get("SOAK_ARCHIVE_KILLS", "1"))
ROOT = Path(__file__).resolve().parents[2]
LIMIT = 120


@pytest.fixture
def started():
    """Starts processes, each in a group of its own, so that what it starts ends with it; none outlives the test."""
    running: list[subprocess.Popen[str]] = []

    def start(*words: str) -> subprocess.Popen[str]:
        running.append(
            subprocess.Popen(
                [sys.executable, *words], cwd=ROOT, text=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                start_new_session=True,
            )
        )  # fmt: skip
        return running[-1]

    yield start
    for process in running:
        killed(process)


@pytest.fixture
def ingest(started):
    """Starts `losses ingest` of an archive into a folder."""
    return lambda archive, out, *options: started(
        "-m", "dashboard", "ingest", str(archive), "--out", str(out), *options
    )


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Its exit code and what it said."""
    said = process.communicate(timeout=LIMIT)[1]
    return process.returncode, said


def killed(process: subprocess.Popen[str]) -> None:
    """Kills it and what it started, and waits until it is gone; one that has ended stays ended."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(LIMIT)


def kept(out: Path) -> int:
    return len(list(out.glob("manifest/pieces/*/*.json")))


def wait_for(process: subprocess.Popen[str], out: Path, pieces: int) -> None:
    """Waits until so many pieces are kept, or the process has ended."""
    until = time.monotonic() + LIMIT
    while kept(out) < pieces and process.poll() is None and time.monotonic() < until:
        time.sleep(0.01)


def children(process: subprocess.Popen[str]) -> list[int]:
    """The processes that a pool started, the one that watches over its resources aside."""
    found = []
    for entry in Path("/proc").iterdir():
        with suppress(OSError, ValueError):
            words = (entry / "cmdline").read_bytes()
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            if parent == process.pid and b"spawn_main" in words:
                found.append(int(entry.name))
    return found


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_client_killed_while_it_reads_or_merges_goes_on(archive, undisturbed, tmp_path, ingest, seed):
    chance, out = Random(seed), tmp_path / "out"
    for _ in range(2):
        process = ingest(archive, out)
        wait_for(process, out, kept(out) + chance.randrange(1, 4))
        time.sleep(chance.random() * 0.3)
        killed(process)
    assert ended(ingest(archive, out))[0] == 0
    assert everything(out) == everything(undisturbed)
    assert list(out.rglob("*.parquet.*.half")) == [] or everything(out) == everything(undisturbed)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="finds a pool's processes by /proc")
@pytest.mark.parametrize("seed", range(KILLS))
def test_a_process_of_the_pool_that_is_killed_is_replaced(archive, undisturbed, tmp_path, ingest, seed):
    chance, out = Random(100 + seed), tmp_path / "out"
    process = ingest(archive, out, "--processes", "2")
    until = time.monotonic() + LIMIT
    while not children(process) and time.monotonic() < until:
        time.sleep(0.01)
    time.sleep(chance.random())
    for pid in children(process)[:1]:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    code, said = ended(process)
    assert code == 0, said
    assert everything(out) == everything(undisturbed)


@pytest.fixture
def cluster(started):
    """Starts a scheduler and two workers: its address, its process, and those of the workers."""

    def start() -> tuple[str, subprocess.Popen[str], list[subprocess.Popen[str]]]:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        address = f"tcp://127.0.0.1:{port}"
        scheduler = started(
            "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"
        )
        words = ("-m", "distributed.cli.dask_worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard")
        workers = [started(*words, "--memory-limit", "1GB", "--death-timeout", "60") for _ in range(2)]
        return address, scheduler, workers

    return start


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_cluster_that_loses_its_scheduler_then_a_worker_gives_the_same(
    archive, undisturbed, tmp_path, ingest, cluster, seed
):
    chance, out = Random(200 + seed), tmp_path / "out"
    address, scheduler, workers = cluster()
    process = ingest(archive, out, "--scheduler", address)
    wait_for(process, out, chance.randrange(1, 4))
    killed(scheduler)
    code, said = ended(process)
    if code:  # it may have been done by then
        assert "all pieces read so far are kept" in said
    for worker in workers:
        killed(worker)
    address, _, workers = cluster()
    process = ingest(archive, out, "--scheduler", address)
    wait_for(process, out, kept(out) + 1)
    killed(workers[chance.randrange(2)])
    code, said = ended(process)
    assert code == 0, said
    assert everything(out) == everything(undisturbed)


def test_no_scheduler_at_the_address_is_told(archive, tmp_path, ingest):
    code, said = ended(ingest(archive, tmp_path / "out", "--scheduler", "tcp://127.0.0.1:9"))
    assert code == 1
    assert "no Dask scheduler answers at tcp://127.0.0.1:9" in said

"""What the processes of one server hold in memory while readers ask it."""

from __future__ import annotations

import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

# In the first part of a run the caches fill, which are bounded by number; what grows after that may be a leak.
WARM = 1 / 3
MOST = 1.10


@dataclass(frozen=True)
class Reading:
    """Megabytes of a server's processes together, so many seconds after the readers came."""

    after: float
    megabytes: float


def of_session(session: int) -> float:
    """The proportional share (PSS) of all processes of a session in MB, so that what they share counts once."""
    return sum(_share(folder) for folder in Path("/proc").iterdir() if folder.name.isdigit() and _in(folder, session))


def _in(process: Path, session: int) -> bool:
    try:
        # The command in brackets may hold blanks; the session is the fourth field after it.
        return int(process.joinpath("stat").read_text().rpartition(")")[2].split()[3]) == session
    except (OSError, IndexError):
        return False


def _share(process: Path) -> float:
    try:
        lines = process.joinpath("smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0)


def watch(run: subprocess.Popen[bytes], session: int, minutes: float, every: float = 60) -> list[Reading]:
    """Readings while a run lasts, one every so many seconds and one just before its readers leave."""
    began, found = time.monotonic(), []
    for moment in (*(step * every for step in range(1, int(minutes * 60 / every))), minutes * 60 - 5):
        try:
            run.wait(max(0, began + moment - time.monotonic()))
            break
        except subprocess.TimeoutExpired:
            found.append(Reading(time.monotonic() - began, of_session(session)))
            print(f"{found[-1].after / 60:5.1f} min  {found[-1].megabytes:6.0f} MB", flush=True)
    run.wait()
    return found


def growth(readings: list[Reading], minutes: float) -> float:
    """The memory at the end over that after the warm-up: 1.1 is a tenth more."""
    warm = next((each for each in readings if each.after >= minutes * 60 * WARM), None)
    return readings[-1].megabytes / warm.megabytes if warm and warm.megabytes else float("inf")

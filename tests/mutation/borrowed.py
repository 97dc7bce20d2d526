"""`python -m tests.mutation.borrowed AREA`: a sample of the faults that mutmut makes, tried by mutmut, and the score.

mutmut (pip install mutmut==3.8.1) makes some 27,000 of them in ./mutants, too many to try them all. Those drawn are
tried in the order in which they were drawn, a few at a time, since mutmut itself begins with those of the fewest tests.
What was tried is kept in .cache/mutation and not tried again, so that a run can be ended and gone on with. A fault that
changes nothing is listed with the reason in tests/mutation/mutmut_equivalent.txt and not counted.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

from tests.mutation.areas import AREAS, ROOT, Area
from tests.mutation.equivalent import named, tell_score

# As mutmut's own table has it; 33 is a fault in what no test runs.
_TOLD = {0: "survived", 1: "noticed", 3: "noticed", 33: "survived", 36: "endless", -24: "endless", 24: "endless"}
_AT_ONCE = 25
_MADE = ROOT / "mutants"
_EQUIVALENT = Path(__file__).with_name("mutmut_equivalent.txt")


def main() -> int:
    """Tries the sample, and prints what survived and the score."""
    asked = _arguments()
    if not shutil.which("mutmut", path=Path(sys.executable).parent):
        sys.exit("mutmut is not installed: pip install mutmut==3.8.1")
    area, until = AREAS[asked.area], time.monotonic() + asked.seconds
    if not _known(area):
        _mutmut("run", "--max-children", "1", "no.such.fault")
    everything = sorted(_known(area))
    sample = random.Random(asked.seed).sample(everything, min(asked.sample, len(everything)))
    kept = ROOT / ".cache" / "mutation" / f"mutmut-{asked.area}-{asked.seed}.json"
    tried = json.loads(kept.read_text()) if kept.exists() else {}
    while (left := [name for name in sample if name not in tried]) and time.monotonic() < until:
        said = _mutmut("run", "--max-children", str(asked.processes), *left[:_AT_ONCE])
        known = _known(area)
        new = {
            name: _TOLD.get(code, f"ended with {code}") for name in left[:_AT_ONCE] if (code := known[name]) is not None
        }
        if not new:
            sys.exit(f"mutmut tried none: {said[-2000:]}")
        tried |= new
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(tried, indent=0))
    return _tell(sample, tried, len(everything))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation.borrowed", description=__doc__)
    parser.add_argument("area", choices=AREAS)
    parser.add_argument("--sample", type=int, default=150, help="how many faults to draw")
    parser.add_argument("--seed", type=int, default=1, help="which faults are drawn")
    parser.add_argument("--processes", type=int, default=1, help="how many are tried at once")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="begin nothing after this long")
    return parser.parse_args()


def _mutmut(*words: str) -> str:
    command = [str(Path(sys.executable).with_name("mutmut")), *words]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False).stdout


def _known(area: Area) -> dict[str, int | None]:
    """What came of each fault of an area when it was tried last, by mutmut's name for it; None where it was not."""
    found: dict[str, int | None] = {}
    for path in area.sources():
        made = _MADE / f"{path}.meta"
        found |= json.loads(made.read_text())["exit_code_by_key"] if made.exists() else {}
    return found


def _tell(sample: list[str], tried: dict[str, str], room: int) -> int:
    told = {name: tried.get(name, "not tried") for name in sample}
    same = named(_EQUIVALENT)
    for name, what in told.items():
        if what not in ("noticed", "not tried"):
            change = _change(name)
            told[name] = "changes nothing" if change in same else what if _is_imported(name) else "noticed"
            print(f"{told[name]}\t{name}\n\t{change}")
    tell_score(told, room)
    return 0


def _is_imported(name: str) -> bool:
    """Whether the code with the fault can be imported: mutmut itself puts a fault into what is imported already."""
    command = [sys.executable, "-c", f"import {name.rpartition('.')[0]}"]
    alone = os.environ | {"MUTANT_UNDER_TEST": name}
    return subprocess.run(command, cwd=_MADE, env=alone, stderr=subprocess.DEVNULL, check=False).returncode == 0


def _change(name: str) -> str:
    """A fault without its number, which changes with the function: where it is, the line before and after."""
    shown = _mutmut("show", name).splitlines()
    lines = [line[1:].strip() for line in shown if line[:1] in "+-" and not line.startswith(("---", "+++"))]
    return "\t".join([name.rpartition("__mutmut_")[0], *lines])


if __name__ == "__main__":
    sys.exit(main())

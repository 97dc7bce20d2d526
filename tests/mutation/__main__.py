"""`python -m tests.mutation AREA`: a sample of small faults, one at a time, and how many of them the tests notice.

What was tried is kept in .cache/mutation and not tried again, so that a run can be ended and gone on with. A fault that
changes nothing anybody could see is listed with the reason in tests/mutation/equivalent.txt and not counted.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from pathlib import Path

from tests.mutation import logic, trial
from tests.mutation.areas import AREAS, ROOT, Area
from tests.mutation.change import Change
from tests.mutation.equivalent import named, tell_score

_USUAL = "processor time of the tests"
_EQUIVALENT = Path(__file__).with_name("equivalent.txt")


def main() -> int:
    """Tries the sample, and prints what survived and the score."""
    asked = _arguments()
    area = AREAS[asked.area]
    everything = list(area.changes())
    sample = random.Random(asked.seed).sample(everything, min(asked.sample, len(everything)))
    kept = ROOT / ".cache" / "mutation" / f"{asked.area}-{asked.seed}.json"
    known = json.loads(kept.read_text()) if kept.exists() else {}
    if asked.again:
        known = {name: told for name, told in known.items() if told != "survived"}
    sources = area.sources()
    _try_all(area, sources, [one for one in sample if _key(one, sources) not in known], known, kept, asked.seconds)
    return _tell(sample, sources, known, len(everything))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("area", choices=AREAS)
    parser.add_argument("--sample", type=int, default=150, help="how many faults to draw")
    parser.add_argument("--seed", type=int, default=1, help="which faults are drawn")
    parser.add_argument(
        "--seconds", type=float, default=float("inf"), help="end after this long, to go on another time"
    )
    parser.add_argument("--again", action="store_true", help="try once more what survived")
    return parser.parse_args()


def _key(change: Change, sources: dict[Path, str]) -> str:
    return change.told(sources[change.path])


def _try_all(
    area: Area, sources: dict[Path, str], left: list[Change], known: dict[str, str], kept: Path, seconds: float
) -> None:
    if not left:
        return
    until = time.monotonic() + seconds
    faults = {_fault(one, sources[one.path]): _key(one, sources) for one in left}

    def told(fault: trial.Fault, what: str, usual: float) -> bool:
        known[faults[fault]], known[_USUAL] = what, str(usual)
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(known, indent=0, ensure_ascii=False))
        return time.monotonic() < until

    before = known.get(_USUAL)
    usual = trial.try_inside(
        [one for one in faults if one.function], area.tests, told, float(before) if before else None
    )
    if usual != usual:
        sys.exit("the tests fail as things are")
    print(f"the tests take {usual:.1f} s of processor time", flush=True)
    if time.monotonic() < until:
        trial.try_anew([one for one in faults if not one.function], area.tests, told, usual)


def _fault(change: Change, source: str) -> trial.Fault:
    module = ".".join(change.path.with_suffix("").parts).removesuffix(".__init__")
    return trial.Fault(module, ROOT / change.path, change.applied(source), logic.function_at(source, change.start))


def _tell(sample: list[Change], sources: dict[Path, str], known: dict[str, str], room: int) -> int:
    told = {_key(one, sources): known.get(_key(one, sources), "not tried") for one in sample}
    same = named(_EQUIVALENT)
    for name, what in told.items():
        if what == "survived":
            told[name] = "changes nothing" if _lasting(name) in same else what
            print(f"{told[name]}\t{name}")
    tell_score(told, room)
    return 0


def _lasting(name: str) -> str:
    """A fault's name without its line, which moves."""
    place, kind, *rest = name.split("\t")
    return "\t".join((place.rpartition(":")[0], kind, *rest))


if __name__ == "__main__":
    sys.exit(main())

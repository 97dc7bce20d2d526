"""Why a figure is no reported loss, in plain words."""

from __future__ import annotations

from dashboard.extract.lexicon import context, function
from dashboard.extract.linking import Link, head_of
from dashboard.extract.tokens import Token

_STRENGTH = frozenset(context.STRENGTH)
_MOVED = frozenset(context.MOVED)
_HELD = frozenset(context.HELD)
_FLYING = frozenset("drone drones uav uavs missile missiles cruise rockets unmanned".split()) | {
    "cruise missiles",
    "cruise missile",
    "unmanned aerial vehicles",
}
_UNITS = frozenset(
    """
        brigade battalion regiment unit force army group crowd crew contingent garrison town village city
        population team column convoy division company platoon detachment staff
    """.split()
)
_HYPOTHETICAL = frozenset(function.HYPOTHETICAL)


def reason_unlinked(index: int, tokens: list[Token]) -> str:
    """Why a figure that no rule ties to a loss is none, by the noun it counts and the words around it."""
    near = head_of(tokens, "".join(t.symbol for t in tokens[index : index + 16]), 0)
    head = None if near is None else index + near
    window = {t.word for t in tokens[max(0, index - 8) : index + 9]}
    if head is not None and tokens[head].symbol == "E":
        return "equipment, with no loss stated"
    if window & _HELD:
        return "prisoners, arrests or exchanges, not losses in battle"
    if window & _MOVED:
        return "people displaced or evacuated"
    if (head is not None and tokens[head].symbol == "P") or any(t.symbol == "P" for t in tokens[index + 1 : index + 5]):
        return "troop strength, not losses"
    if head is not None:
        return "people, with no loss stated"
    if tokens[index].data is not None and tokens[index].data.word:
        return "a number in words, not tied to a loss"
    return "not tied to a loss"


def reason_linked(link: Link, index: int, tokens: list[Token]) -> str | None:
    """Why a figure that a rule ties to a loss is none after all: a goal, a forecast, a case put; None where it
    stands."""
    if _size_of_a_unit(index, tokens):
        return "the size of a unit"
    if link.head is not None and tokens[link.head].word in _FLYING and _air_raid(tokens):
        return "drones or missiles launched or intercepted"
    first = min([*link.triggers, index])
    last = max([*link.triggers, index])
    before = [t.word for t in tokens[max(0, index - 6) : index]]
    if "of" in before and {"percent", "cent", "half", "third", "thirds", "quarter", "quarters", "percentage"} & set(
        before
    ):
        return "the base of a share"
    if "ratio" in {t.word for t in tokens[max(0, first - 5) : index]}:
        return "a ratio"
    near = [t.word for t in tokens[max(0, first - 6) : first]]
    inside = [t.word for t in tokens[first:last]]
    clause = _clause(tokens, first)
    if _HYPOTHETICAL & {"expected", "projected", "forecast"} & set(near + inside):
        return "a forecast"
    if {"will", "would", "could", "might"} & set(clause[-3:] + inside) and "have" not in inside + clause[-3:]:
        return "a forecast or a case put"
    if {"to"} & set(clause[-1:]) and {
        "plan",
        "plans",
        "planned",
        "goal",
        "aim",
        "aims",
        "target",
        "wants",
        "vowed",
        "threatened",
        "enough",
        "ordered",
        "tried",
        "attempt",
        "plotting",
        "conspiring",
        "intends",
    } & set(clause):
        return "a goal or a plan"
    if tokens[first].symbol in "VL" and {"goal", "aim", "target", "task", "objective", "bonus", "bonuses"} & set(
        clause
    ):
        return "a goal or a plan"
    if "if" in clause[-8:]:
        return "a case put, not a report"
    window = {t.word for t in tokens[max(0, first - 7) : last + 7]}
    types = {kind for k in link.triggers for kind in (tokens[k].data or ()) if isinstance(kind, str)}
    if types == {"captured"} and window & {
        "exchange",
        "exchanged",
        "swap",
        "swapped",
        "released",
        "freed",
        "returned",
        "repatriated",
        "release",
        "freeing",
        "releasing",
        "return",
        "handed",
        "remain",
        "remaining",
        "holding",
    }:
        return "an exchange or release of prisoners"
    if window & {"bodies", "remains"} and window & {
        "returned",
        "repatriated",
        "exchange",
        "exchanged",
        "handed",
        "received",
        "recovered",
        "swap",
    }:
        return "bodies returned, not a count of losses"
    if types <= {"captured"} and types and window & {"sentenced", "jailed", "charged", "convicted"}:
        return "arrests or sentences"
    return None


def _size_of_a_unit(index: int, tokens: list[Token]) -> bool:
    """Whether a figure is how many a unit has: "a brigade of nearly 5,000 personnel"."""
    before = [t.word for t in tokens[max(0, index - 3) : index]]
    return len(before) > 1 and before[-1] == "of" and before[-2] in _UNITS


def _air_raid(tokens: list[Token]) -> bool:
    """Whether a sentence tells of an air raid and its defence."""
    return any(
        t.word in ("launched", "fired", "intercepted", "jamming", "overnight", "shot", "downed", "air", "repelled")
        for t in tokens
    )


def _clause(tokens: list[Token], index: int) -> list[str]:
    """The words of the clause before a token, ten at most."""
    words: list[str] = []
    for k in range(index - 1, max(-1, index - 11), -1):
        if tokens[k].symbol in ";:." or tokens[k].word in ("but", "while"):
            break
        words.append(tokens[k].word)
    return words[::-1]

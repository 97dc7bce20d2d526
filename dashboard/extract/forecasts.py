"""Losses that have not happened: a forecast, a goal, a case put."""

from __future__ import annotations

import itertools

from dashboard.extract.ties import Link
from dashboard.extract.tokens import Token

_FORESEEN = frozenset(
    "expected projected forecast expect expects forecasts envisage envisages predict predicts anticipate".split()
)
_SET = frozenset((a, "to") for a in "set poised bound destined projected forecast doomed".split()) | frozenset(
    (("on", "course"), ("on", "track"), ("about", "to"))
)
# "would imply", "would put it at": what follows from a count, and no forecast.
_INFERRED = frozenset(
    (a, b)
    for a in ("would", "could", "might", "may")
    for b in "imply mean suggest put make give bring equal represent amount indicate come total stand".split()
)
# "could be dying": what may be so by now, and no forecast.
_GOING_ON = frozenset("dying losing suffering".split())
_MODAL = frozenset("will would could might".split())
_DERIVED = frozenset("mean means imply implies suggest suggests".split())
# "could range from", "could be between": an estimate, no forecast.
_SPANNING = frozenset("range be lie vary number".split())
_WISHES = frozenset(
    """
        plan plans planned goal aim aims target wants want vowed threatened enough ordered tried attempt plotting
        conspiring intends need needs needed hope hopes must promised vows pledged seek seeks trying
    """.split()
)
_AIMS = frozenset("aims aim aiming intends wants hopes seeks plans".split())
_GOALS = frozenset("goal aim target task objective bonus bonuses".split())


def not_happened(link: Link, first: int, last: int, inside: set[str], tokens: list[Token]) -> str | None:
    """Why the loss whose words begin at `first` is none yet, None where it is; `inside` are those up to the figure."""
    near = {t.word for t in tokens[max(0, first - 6) : first]}
    clause = _clause(tokens, first)
    words = set(clause)
    if _SET & set(itertools.pairwise(t.word for t in tokens[max(0, first - 6) : last])):
        return "a forecast"
    if _FORESEEN & (near | inside) and not {"number", "have"} & (near | inside):
        return "a forecast"
    derived = inside & (_DERIVED | _SPANNING) and link.rule == "noun of loss, measured"
    if _estimates(clause):
        return None
    if tuple(clause[-2:]) in _INFERRED or _INFERRED & set(
        itertools.pairwise(t.word for t in tokens[max(0, first - 4) : last])
    ):
        return None
    if clause[-2:] == ["will", "have"]:
        return "a forecast"
    if any(tokens[k].word in _GOING_ON and tokens[k - 1].word == "be" for k in link.triggers if k):
        return None
    if link.rule == "count of the loss told before" and clause[-2:-1] in (["could"], ["might"]):
        return None
    if _MODAL & ({*clause[-3:]} | inside) and "have" not in inside | {*clause[-3:]} and not derived:
        return "a forecast or a case put"
    if clause[-1:] == ["to"] and _WISHES & words:
        return "a goal or a plan"
    if _AIMS & words and "to" in words:
        return "a goal or a plan"
    if tokens[first].symbol in "VL" and _GOALS & words:
        return "a goal or a plan"
    return "a case put, not a report" if "if" in clause[-8:] else None


def _estimates(clause: list[str]) -> bool:
    """Whether "could be" tells of a count that is not known for sure: "the number of dead could be 300"."""
    spans = [b for a, b in itertools.pairwise(clause[-5:]) if a in ("could", "may", "might", "would")]
    return bool(_SPANNING & set(spans)) and bool(
        {"number", "toll", "total", "figure", "losses", "count", "estimate", "estimates"} & set(clause)
    )


def _clause(tokens: list[Token], index: int) -> list[str]:
    """The words of the clause before a token, ten at most."""
    words: list[str] = []
    for k in range(index - 1, max(-1, index - 11), -1):
        if tokens[k].symbol in ";:." or tokens[k].word in ("but", "while"):
            break
        words.append(tokens[k].word)
    return words[::-1]

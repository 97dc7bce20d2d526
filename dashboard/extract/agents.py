"""Who inflicted a loss, and who owns what was struck."""

from __future__ import annotations

from dashboard.extract.case import Case, around, in_source
from dashboard.extract.lexicon.places import BASES
from dashboard.extract.lexicon.strikes import STRIKING
from dashboard.extract.registry import opposing, side_of, side_of_name
from dashboard.extract.scene import in_adverbial, in_place, land_of, owns_weapon, strikes_by
from dashboard.extract.tokens import Token

_STRIKING = frozenset(STRIKING)
_FURTHEST = 26
_WE = frozenset("it its they we our".split())


def agent_of(case: Case) -> str | None:
    """The side that inflicted the loss: subject of an active verb, after "by", or owner of the weapon."""
    if "agent" not in case.told:
        case.told["agent"] = _doer(case) or _striker(case)
    return case.told["agent"]


def of_struck(case: Case) -> str | None:
    """The owner of what was struck with those killed: "hit a Russian barracks, killing 30"."""
    verb = _verb_before(case)
    if verb is None:
        return None
    tokens = case.tokens
    for k in range(verb + 1, case.first):
        side = side_of(tokens[k], case.registry)
        if not side or tokens[k - 1].word in ("by", "with", "from"):
            continue
        owned = {t.word for t in tokens[k + 1 : k + 5]} & BASES or any(t.symbol in "EP" for t in tokens[k + 1 : k + 4])
        if owned or not case.armed:
            return side
    return None


def _verb_before(case: Case) -> int | None:
    """The verb of a blow whose further effect the loss is: "struck a camp, killing 20", "hit a base and killed 20"."""
    tokens, first = case.tokens, case.first
    if not case.active or first < 3 or first > case.index:
        return None
    if tokens[first - 1].symbol not in ",J" and tokens[first].word.endswith("ing"):
        return None
    for k in range(first - 1, max(-1, first - _FURTHEST), -1):
        if tokens[k].symbol in ";S:" or tokens[k].symbol == "c":
            return None
        if (tokens[k].symbol == "W" or tokens[k].word in _STRIKING) and not _noun(tokens[k - 1]):
            return k
    return None


def _after_blow(tokens: list[Token], k: int) -> bool:
    """Whether a side owns the weapon of a clause that tells after what: "he resigned after a Russian attack killed"."""
    before = [t.word for t in tokens[max(0, k - 2) : k]]
    return owns_weapon(tokens, k) and before[:1] in (["after"], ["before"], ["since"], ["when"], ["following"])


def _noun(before: Token) -> bool:
    """Whether the word before shows "strikes" or "raid" to be a noun: "the raid", "Russian strikes"."""
    return before.symbol in "dI" or getattr(before.data, "form", None) == "adjective"


def _striker(case: Case) -> str | None:
    """The owner of the weapon, or the side after "by", before the loss or behind it."""
    tokens, index = case.tokens, case.index
    for k in around(case):
        token = tokens[k]
        counted = k > 0 and tokens[k - 1].symbol == "N"
        if (
            token.symbol == "D"
            and owns_weapon(tokens, k)
            and abs(k - index) < 22
            and not (counted or in_source(case, k))
        ):
            return side_of(token, case.registry)
    for k in range(1, case.first):
        if tokens[k].symbol in "DG" and strikes_by(tokens, k) and not in_source(case, k):
            return side_of(tokens[k], case.registry)
    for k in range(index + 1, min(len(tokens) - 1, index + 24)):
        if tokens[k].word == "by" and not any(k in span for span in case.sources):
            return next((side_of(t, case.registry) for t in tokens[k + 1 : k + 4] if side_of(t, case.registry)), None)
    return None


def _who_left_dead(case: Case) -> str | None:
    """The subject of a blow that left so many dead: "Ukraine attacked the base, leaving 40 soldiers dead"."""
    tokens, index = case.tokens, case.index
    left = next((k for k in range(index - 1, max(0, index - 4), -1) if tokens[k].symbol == "l"), None)
    if left is None:
        return None
    for k in range(left - 1, max(0, left - _FURTHEST), -1):
        if tokens[k].symbol in ";:":
            return None
        if (tokens[k].symbol == "W" or tokens[k].word in _STRIKING) and not _noun(tokens[k - 1]):
            if tokens[k - 1].symbol == "B":
                return None
            before = [j for j in range(k - 1, -1, -1) if tokens[j].symbol in "DG" and not in_adverbial(tokens, j)]
            return side_of(tokens[before[0]], case.registry) if before and k - before[0] <= _NEAR_VERB else None
    return None


_NEAR_VERB = 4


def _doer(case: Case) -> str | None:
    """The subject of an active verb of killing; a pronoun there is the claimant."""
    if not case.active:
        return _who_left_dead(case)
    tokens, first = case.tokens, case.first
    # "An inquiry into the deaths of 19 soldiers" tells of no doer, "an attack claimed the lives of 19" does.
    if tokens[first].word.endswith(" of") and not tokens[first].word.endswith("lives of"):
        return None
    verb = _verb_before(case)
    loose = verb is None and tokens[first].word.endswith("ing") and first and tokens[first - 1].symbol == ","
    start = first if verb is None else verb
    for k in range(start - 1, max(-1, start - 14), -1):
        side = side_of(tokens[k], case.registry)
        placed = in_adverbial(tokens, k) or in_place(tokens, k)
        if side and (not placed or _after_blow(tokens, k)) and not (loose and not owns_weapon(tokens, k)):
            return side
        if tokens[k].word in _WE and start - k < 7:
            if case.former is not None:
                return opposing(case.former[1], case.registry)
            return side_of_name(case.claimant, case.registry) or land_of(case.claimant)
    return None

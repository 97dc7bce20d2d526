"""Whose losses a figure counts, by the words around it: the side beside it, of its verb, of its noun."""

from __future__ import annotations

import itertools

from dashboard.extract.case import Case, in_source
from dashboard.extract.lexicon.sides import ENEMY
from dashboard.extract.registry import Registry, side_of, side_of_name
from dashboard.extract.scene import WEAPONS, in_adverbial, land_of
from dashboard.extract.tokens import Side, Token

_ENEMY = frozenset(ENEMY)


_TOLD = frozenset("reported estimated recorded claimed given cited listed counted put".split())


def named_foe(token: Token, registry: Registry) -> str | None:
    """The side that a word such as "invaders" means in this conflict; "*enemy" where it depends on who speaks."""
    enemy = token.word in _ENEMY or (isinstance(token.data, Side) and token.data.name == "*enemy")
    return registry.sides.get(token.word, "*enemy") if enemy else None


def of_whom(case: Case) -> str | None:
    """The side of those just named: "12,000 North Koreans were sent, of whom 4,000 have been killed"."""
    before = [t.word for t in case.tokens[max(0, case.index - 2) : case.index]]
    if before != ["of", "whom"]:
        return None
    named = (
        side_of(t, case.registry)
        for k, t in reversed(list(enumerate(case.tokens[: case.index])))
        if not in_source(case, k)
    )
    side = next((side for side in named if side), None)
    hired = case.setting.hired and side not in case.registry.parties
    return next(reversed(case.setting.sides), side) if hired else side


def of_ellipsis(case: Case) -> str | None:
    """The side that stands alone before a figure whose verb is left out: "and Uganda five", "; Uganda 40 killed"."""
    k = case.index - 1 - (case.tokens[case.index - 1].symbol in "ALh-,:")
    while k and case.index - k < 4 and case.tokens[k].symbol in "daw" and not case.tokens[k].capital:
        k -= 1
    if case.link.rule not in ("verb left out", "lose, figure") and (k < 1 or case.tokens[k - 1].symbol != ";"):
        return None
    if case.tokens[k].symbol not in "DG" or in_adverbial(case.tokens, k):
        return None
    return side_of(case.tokens[k], case.registry)


def turned_to(case: Case) -> str | None:
    """The side of which a sentence says that it speaks now: "On the Ukrainian side he spoke of 900", "For Russia,"."""
    tokens = case.tokens
    start = 1 + (tokens[1:2] != [] and tokens[1].symbol == "d")
    start += tokens[0].word == "as" and tokens[1:2] != [] and tokens[1].word == "for"
    if tokens[0].word not in ("on", "for", "as", "among") or start >= min(case.index, len(tokens)):
        return None
    sided = tokens[0].word in ("for", "as") or any(t.word in _OF_SIDES for t in tokens[start + 1 : start + 3])
    return side_of(tokens[start], case.registry) if tokens[start].symbol in "DG" and sided else None


_RANKS = frozenset("side sides ranks army forces troops military".split())
_OF_SIDES = frozenset("side sides part ranks forces troops".split())


def of_their_side(case: Case) -> str | None:
    """The side on which those just counted are told to be: "of these, 700,000 were on the Russian side"."""
    side = on_side(case.tokens, case.index)
    if side is not None:
        return side_of(side, case.registry)
    behind = [t.word for t in case.tokens[case.index + 1 : case.index + 7]]
    own = "side" in behind and any(a == "on" and b in ("its", "their") for a, b in itertools.pairwise(behind))
    return (side_of_name(case.claimant, case.registry) or land_of(case.claimant)) if own else None


def on_side(tokens: list[Token], index: int) -> Token | None:
    """The side that stands right behind a figure, "on the Russian side"."""
    behind = tokens[index + 1 : index + 6]
    for on, (k, token) in zip(behind, list(enumerate(behind))[1:], strict=False):
        side = next((t for t in behind[k : k + 2] if t.symbol in "DG"), None)
        if on.word == "on" and token.symbol in "dD" and side is not None and any(t.word in _OF_SIDES for t in behind):
            return side
    return None


def beside(case: Case) -> str | None:
    """A side between the figure and its noun or loss word, or right behind the noun."""
    link, index, tokens = case.link, case.index, case.tokens
    end = max([link.head if link.head is not None else index, *[t for t in link.triggers if index < t <= index + 6]])
    for k in range(index + 1, end + 1):
        token = tokens[k]
        if hostile := named_foe(token, case.registry):
            return hostile
        if token.symbol == "P" and (named := case.registry.sides.get(token.word)):
            return named
        if (
            token.symbol in "DG"
            and not in_adverbial(tokens, k)
            and not any(t.word == "by" for t in tokens[index + 1 : k])
            and not (
                k + 1 < len(tokens)
                and tokens[k + 1].word in WEAPONS - {"forces", "troops", "fighters", "militants", "military", "army"}
            )
        ):
            return side_of(token, case.registry)
    if side := _behind(case, end):
        return side
    if side := _placed(case, end):
        return side
    after = [t for t in tokens[end + 1 : end + 5] if t.symbol != "d"]
    if len(after) > 1 and after[0].word in ("from", "of") and after[1].symbol == "D" and link.head is not None:
        return side_of(after[1], case.registry)
    return None


def _placed(case: Case, end: int) -> str | None:
    """The land right behind a bare figure of several: "a toll of 232 in Gaza and 12 in Israel"."""
    after = case.tokens[end + 1 : end + 3]
    bare = case.link.head is None and end == case.index and len(after) == 2 and after[0].word == "in"
    parallel = sum(t.symbol == "N" for t in case.tokens) > 1 and any(
        case.tokens[k].symbol == "X" for k in case.link.triggers
    )
    return side_of(after[1], case.registry) if bare and parallel and not after[1].possessive else None


def _behind(case: Case, end: int) -> str | None:
    """The side told right behind the loss: "dead and wounded reported for Russia", "killed on the Russian side"."""
    tokens = case.tokens
    last = max([end, *case.link.triggers])
    k = last + 1
    while k < min(len(tokens), last + 3) and tokens[k].word in _TOLD:
        k += 1
    if k >= len(tokens) or tokens[k].word not in ("for", "on", "among"):
        return None
    k += 1 + (tokens[k + 1 : k + 2] != [] and tokens[k + 1].symbol == "d")
    if k >= len(tokens) or tokens[k].symbol not in "DG":
        return None
    sided = tokens[k + 1 : k + 2] != [] and tokens[k + 1].word in _RANKS
    return side_of(tokens[k], case.registry) if sided or tokens[last + 1].word in _TOLD else None

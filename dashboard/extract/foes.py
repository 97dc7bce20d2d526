"""Whose losses a figure counts by whom they fought, and by the names that one party gives the other's men."""

from __future__ import annotations

import itertools

from dashboard.extract.agents import agent_of
from dashboard.extract.case import Case
from dashboard.extract.registry import opposing, side_of, side_of_name
from dashboard.extract.scene import land_of
from dashboard.extract.tokens import Token

_FIGHTS = frozenset("war fight fighting fought battle battles clash clashes conflict struggle combat".split())
_WITH = frozenset("with against".split())
# What a party calls those whom it fights, never its own.
FOES = frozenset(
    """
        mercenary mercenaries militant militants terrorist terrorists extremist extremists nationalists neo-nazis nazis
        saboteurs bandits gunmen insurgents rebels separatists infiltrators jihadists guerrillas marauders orcs
        collaborators radicals fanatics
    """.split()
)
_HIRED = frozenset("mercenary mercenaries foreigners legionnaires legionnaire".split())
_HIRED_PAIRS = frozenset((("foreign", "fighters"), ("foreign", "volunteers"), ("soldiers", "of")))
_FIGHT_FOR = frozenset("fight fighting fought fights".split())


def of_attackers(case: Case) -> str | None:
    """The side whose attack the text tells, for attackers lost: "repelled an assault by M23, killing 40 attackers"."""
    head = case.link.head
    if head is None or case.tokens[head].word not in _ATTACKERS:
        return None
    for k, token in enumerate(case.tokens[: case.index]):
        side = side_of(token, case.registry)
        if side and any(t.word in _ASSAULTS for t in case.tokens[k + 1 : k + 3]):
            return side
        if side and k > 1 and case.tokens[k - 1].word == "by" and case.tokens[k - 2].word in _ASSAULTS:
            return side
    return case.setting.agent


_ATTACKERS = frozenset("attackers attacker assailants assailant raiders assaulters bombers hijackers".split())
_ASSAULTS = frozenset("attack attacks assault assaults raid raids offensive ambush push incursion".split())


def of_group(case: Case) -> str | None:
    """The armed group that the text has named, for militants or insurgents of no named side."""
    head = case.link.head
    if head is None or case.tokens[head].word not in FOES or not case.setting.groups:
        return None
    return case.setting.groups[-1]


def against(case: Case) -> str | None:
    """The opponent of the side that the lost fought: "40 soldiers killed in the war with Russia"."""
    tokens = case.tokens
    last = max([case.index, *case.link.triggers])
    for k in range(last + 1, min(len(tokens) - 1, last + 6)):
        if tokens[k].symbol in ",;:.NS":
            return None
        if tokens[k].word in _FIGHTS:
            after = tokens[k + 1 : k + 4]
            foe = next((side_of(t, case.registry) for t in after if t.symbol == "D"), None)
            direct = tokens[k].word == "fighting" and after[:1] != [] and after[0].symbol == "D"
            return _other(case, foe) if direct or (after and after[0].word in _WITH) else None
    return None


def _other(case: Case, foe: str | None) -> str | None:
    """The side that fights a foe: the other party, or the claimant's own land."""
    if foe is None:
        return None
    own = side_of_name(case.claimant, case.registry) or land_of(case.claimant)
    return opposing(foe, case.registry) or (own if own != foe else None)


def named_as_foe(case: Case) -> str | None:
    """The opponent of a party that calls the lost "militants" or "mercenaries", or speaks of those in its foe's pay."""
    own = side_of_name(case.claimant, case.registry) or (case.setting.home if case.setting.of_war else None)
    if own not in case.registry.parties or case.link.head is None:
        return None
    head = case.tokens[case.link.head]
    agent = agent_of(case)
    hired = case.setting.hired and _foreign(case, head)
    return opposing(own, case.registry) if (head.word in FOES or hired) and agent in (None, own) else None


def _foreign(case: Case, head: Token) -> bool:
    """Whether people are named by a nation that is no party."""
    side = side_of(head, case.registry)
    return side is not None and side not in case.registry.parties


def speaks_of_hired(tokens: list[Token]) -> bool:
    """Whether a sentence speaks of foreigners who fight for pay, or of who fights for another land."""
    words = [t.word for t in tokens]
    enlisted = any(
        verb.word in _FIGHT_FOR and small.word == "for" and of.symbol == "D"
        for verb, small, of in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )
    ranks = "ranks" in words and not _FIGHT_FOR.isdisjoint(words)
    return enlisted or ranks or not (_HIRED.isdisjoint(words) and _HIRED_PAIRS.isdisjoint(itertools.pairwise(words)))

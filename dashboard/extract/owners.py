"""Losses that a source tells of its own side: "its servicemen", an admission, an army that counts its dead."""

from __future__ import annotations

import itertools

from dashboard.extract.agents import agent_of
from dashboard.extract.case import LISTENERS, Case, in_source
from dashboard.extract.lexicon.places import BASES
from dashboard.extract.registry import opposing, side_of, side_of_name
from dashboard.extract.scene import in_adverbial, in_place, land_of, owns_weapon, sufferer
from dashboard.extract.tokens import Token


def own(case: Case) -> str | None:
    """The claimant's own side: "its servicemen", or soldiers whom a party's officials report dead without naming a
    side."""
    side = _whose(case) or _spoken_of(case) or side_of_name(case.claimant, case.registry) or land_of(case.claimant)
    if side is None:
        return _facing(case)
    near = range(max(0, case.index - 2), min(len(case.tokens), case.index + 6))
    free = [case.tokens[k] for k in near if not in_source(case, k)]
    owned = any(
        (t.word in _OWNING and after.word not in _RECKONING) or (t.word == "country" and t.possessive)
        for t, after in itertools.pairwise(free)
    )
    if owned and (not case.link.rule.startswith("active") or agent_of(case) not in (None, side)):
        return side
    if _admits(case, side) or _recruited(case):
        return side
    passive = not case.link.rule.startswith(("active", "lose", "coordinated", "destroy", "noun"))
    told = bool(case.setting.sides or case.setting.spoken) or sufferer(case.tokens, case.registry) is not None
    if case.tokens[case.link.head or 0].word in _REBELS and not _REBELS & set((case.claimant or "").lower().split()):
        return None
    return (
        side
        if passive
        and case.armed
        and case.tokens[case.link.head or 0].symbol == "P"
        and not told
        and case.tokens[case.index].data.size < 2000
        else None
    )


def of_government(case: Case) -> str | None:
    """The land whose government's soldiers they are: "five government soldiers died, the defence council said"."""
    head = case.link.head
    served = head is not None and case.tokens[head].symbol == "P" and _word(case, head - 1) in ("government", "federal")
    if not served:
        return None
    told = side_of_name(case.claimant, case.registry) or land_of(case.claimant)
    return told or next(reversed(case.setting.places), None)


def _is_loss(tokens: list[Token], k: int) -> bool:
    """Whether a word tells losses, and does not inflict them: "its dead", not "its forces killed 900"."""
    active = tokens[k].symbol == "K" and "".join(t.symbol for t in tokens[k + 1 : k + 3]).startswith(("N", "dN", "aN"))
    return tokens[k].symbol in "XK" and not active


_REBELS = frozenset("rebels separatists militants insurgents terrorists guerrillas".split())


def its_losses(case: Case) -> str | None:
    """The side that a sentence tells "its casualties" of: "Russia has not told its toll since it reported 6,000"."""
    tokens = case.tokens
    for k in range(min(case.index, len(tokens) - 2)):
        if tokens[k].word in ("its", "their") and any(_is_loss(tokens, j) for j in (k + 1, k + 2)):
            if tokens[k + 1].word == "own" and case.claimant:
                return side_of_name(case.claimant, case.registry) or land_of(case.claimant)
            clause = max((j for j in range(k) if tokens[j].symbol == ";"), default=0)
            named = (side_of(tokens[j], case.registry) for j in range(clause, k) if not in_adverbial(tokens, j))
            return next((side for side in named if side), None)
    return None


def of_unit(case: Case) -> str | None:
    """The side of the publisher's land, where one of its commanders tells of "his battalion"."""
    words = [t.word for t in case.tokens]
    owned = any(a in _OWNING and b in BASES for a, b in itertools.pairwise(words))
    return case.setting.home if owned and agent_of(case) is None else None


def of_army_served(case: Case) -> str | None:
    """In whose army those counted served: "six of its citizens were killed serving in the Russian army", "fighting for
    Russia"."""
    tokens = case.tokens
    for k in range(case.index + 1, min(len(tokens), case.index + _SERVED)):
        if tokens[k].symbol in ",;:S":
            return None
        if tokens[k].word in ("serving", "fighting", "served", "fought"):
            behind = tokens[k + 1 : k + 9]
            led = next((j for j, t in enumerate(behind) if t.word in ("in", "for", "with", "alongside")), None)
            named = behind[led + 1 : led + 4] if led is not None else []
            side = next((j for j, t in enumerate(named) if t.symbol == "D"), None)
            army = side is not None and any(t.word in _ARMY for t in behind[side + (led or 0) + 2 :][:3])
            whose = side is not None and led is not None and (army or behind[led].word in ("for", "alongside"))
            return side_of(named[side], case.registry) if side is not None and whose else None
    return None


_SERVED = 14
_ARMY = frozenset("army armies forces military troops ranks navy side".split())


def _recruited(case: Case) -> bool:
    """Whether those counted are told to have been recruited by who speaks: "prisoners he recruited have died"."""
    behind = [_word(case, k) for k in range(case.index + 1, case.index + 7)]
    return any(pair in itertools.pairwise(behind) for pair in (("he", "recruited"), ("it", "recruited")))


def _facing(case: Case) -> str | None:
    """The side that faces the one told last, of which somebody speaks of his own men: "his own battalion had nine
    killed"."""
    own = any(
        a.word in ("his", "our", "my") and b.word == "own" for a, b in itertools.pairwise(case.tokens[: case.index])
    )
    return opposing(case.setting.sides[-1], case.registry) if own and case.setting.sides else None


def _whose(case: Case) -> str | None:
    """The side that "its" refers back to, where one is named before it and no source in between: "Ukraine has seen
    90,000 of its men killed, the minister says"."""
    words = [t.word for t in case.tokens[: case.index + 5]]
    place = next((k for k in range(max(0, case.index - 2), len(words)) if words[k] in ("its", "their", "his")), None)
    if place is None:
        return None
    for k in range(place - 1, max(-1, place - 44), -1):
        reflexive = case.tokens[k + 1].word in ("itself", "themselves", "himself")
        if in_source(case, k) or case.tokens[k].symbol == ";" or (case.tokens[k].symbol == "S" and not reflexive):
            return None
        side = side_of(case.tokens[k], case.registry)
        before = case.tokens[k - 1].word if k else ""
        aimed = (in_adverbial(case.tokens, k) and before != "for") or before == "of"
        told = any(t.word in LISTENERS for t in case.tokens[k + 1 : k + 3])
        if side and not aimed and not told and not owns_weapon(case.tokens, k):
            return side
    return None


def _spoken_of(case: Case) -> str | None:
    """The side that the sentence before is about, where "its" cannot mean the source: a person ("26,000 of its troops
    had died, he said"), or one that is itself told as "its government"."""
    k = next((k for k in range(max(0, case.index - 2), case.index + 5) if _word(case, k) == "its"), None)
    if k is None or case.setting.topic not in case.registry.parties:
        return None
    told = {_word(case, j) for span in case.sources for j in range(span.start - 1, span.stop)}
    return case.setting.topic if told & {"he", "she", "its"} else None


def _word(case: Case, k: int) -> str:
    """The word at a place of the sentence, empty beyond either end."""
    return case.tokens[k].word if 0 <= k < len(case.tokens) else ""


_OWNING = frozenset("its their our his her".split())
_RECKONING = frozenset("account count estimate estimates figures tally reckoning numbers data words".split())


_ADMITTING = frozenset(
    """
        acknowledged acknowledges acknowledging admitted admits admitting conceded concedes conceding
    """.split()
)


def _admits(case: Case, side: str) -> bool:
    """Whether a source tells its own loss: by a word of admission, or "Cambodia reported 13 dead"."""
    mourned = any(case.tokens[k].word in _PASSING for k in case.link.triggers)
    if case.link.rule.startswith(("active", "destroy")) and not mourned:
        return False
    clause = _clause(case)
    others = (side_of(t, case.registry) for k, t in enumerate(clause) if not in_place(clause, k))
    if any(other not in (None, side) for other in others):
        return False
    before = [t.word for t in case.tokens[max(0, case.index - 8) : case.index]]
    confirmed = mourned and bool({"confirmed", "announced", "reported"} & set(before)) and not agent_of(case)
    return (
        bool(_ADMITTING & set(before))
        or confirmed
        or (
            "reported" in before[-3:]
            and case.claimant is not None
            and len(case.claimant.split()) == 1
            and (
                side not in case.registry.parties
                or (case.link.head is None and case.tokens[case.index].data.size < 100)
            )
        )
    )


_PASSING = frozenset(("loss of", "death of", "deaths of"))


def _clause(case: Case) -> list[Token]:
    """The tokens from the figure to the end of its clause."""
    rest = case.tokens[case.index :]
    return rest[: next((k for k, t in enumerate(rest) if t.symbol in ";.c"), len(rest))]


def own_army(case: Case) -> str | None:
    """The land of an office of state that tells of soldiers lost without naming a side, in a text without another."""
    office = set((case.claimant or "").lower().split()) & _STATE
    told = case.setting.sides or case.setting.spoken
    return land_of(case.claimant) if case.armed and office and not told and not agent_of(case) else None


_STATE = frozenset("ministry army military officials government president forces".split())

"""Whose losses a figure counts where nothing beside it says so: by place, by those who struck, by what was told
before, by who counts."""

from __future__ import annotations

from dashboard.extract.registry import opposing, side_of, side_of_name
from dashboard.extract.scene import (
    Case,
    agent_of,
    around,
    hardest_hit,
    in_adverbial,
    in_place,
    in_source,
    land_of,
    owns_weapon,
    places,
    struck,
    sufferer,
)

_MORE = frozenset("additional further another extra".split())


LOCAL = frozenset(
    """
        health hospital hospitals medics doctors rescuers rescue governor mayor police emergency civil local
        regional prosecutors administration
    """.split()
)


def own(case: Case) -> str | None:
    """The claimant's own side: "its servicemen", or soldiers whom a party's officials report dead without naming a
    side."""
    side = _whose(case) or side_of_name(case.claimant, case.registry) or land_of(case.claimant)
    if side is None:
        return None
    near = case.tokens[max(0, case.index - 2) : case.index + 5]
    owned = any(t.word in _OWNING or (t.word == "country" and t.possessive) for t in near)
    if owned and (not case.link.rule.startswith("active") or agent_of(case) not in (None, side)):
        return side
    if _admits(case, side):
        return side
    passive = not case.link.rule.startswith(("active", "lose", "coordinated", "destroy", "noun"))
    told = bool(case.setting.sides or case.setting.spoken) or sufferer(case.tokens, case.registry) is not None
    return (
        side
        if passive
        and case.armed
        and case.tokens[case.link.head or 0].symbol == "P"
        and not told
        and case.tokens[case.index].data.size < 2000
        else None
    )


def _whose(case: Case) -> str | None:
    """The side that "its" refers back to, where one is named before it and no source in between: "Ukraine has seen
    90,000 of its men killed, the minister says"."""
    words = [t.word for t in case.tokens[: case.index + 5]]
    place = next((k for k in range(max(0, case.index - 2), len(words)) if words[k] in ("its", "their", "his")), None)
    if place is None:
        return None
    for k in range(place - 1, max(-1, place - 24), -1):
        if in_source(case, k) or case.tokens[k].symbol in ";S":
            return None
        side = side_of(case.tokens[k], case.registry)
        aimed = in_adverbial(case.tokens, k) and case.tokens[k - 1].word != "for"
        if side and not aimed and not owns_weapon(case.tokens, k):
            return side
    return None


_OWNING = frozenset("its their our his her".split())


_ADMITTING = frozenset(
    """
        acknowledged acknowledges acknowledging admitted admits admitting conceded concedes conceding
    """.split()
)


def _admits(case: Case, side: str) -> bool:
    """Whether a source tells its own loss: by a word of admission, or "Cambodia reported 13 dead"."""
    if case.link.rule.startswith(("active", "destroy")) or any(
        side_of(t, case.registry) not in (None, side) for t in case.tokens[case.index :]
    ):
        return False
    before = [t.word for t in case.tokens[max(0, case.index - 8) : case.index]]
    return bool(_ADMITTING & set(before)) or (
        "reported" in before[-3:]
        and case.claimant is not None
        and len(case.claimant.split()) == 1
        and side not in case.registry.parties
    )


def heading(case: Case) -> str | None:
    """The land before a colon at the head, as the place of the news: "Gaza: 60 killed in strikes"."""
    tokens = case.tokens
    told = len(tokens) > 1 and tokens[0].symbol == "D" and tokens[1].symbol == ":" and not in_source(case, 0)
    return side_of(tokens[0], case.registry) if told and not case.link.rule.startswith("active") else None


def own_army(case: Case) -> str | None:
    """The land of an office of state that tells of soldiers lost without naming a side, in a text without another."""
    office = set((case.claimant or "").lower().split()) & _STATE
    told = case.setting.sides or case.setting.spoken
    return land_of(case.claimant) if case.armed and office and not told and not agent_of(case) else None


_STATE = frozenset("ministry army military officials government president forces".split())


def place(case: Case) -> str | None:
    """The side on whose soil civilians died, or soldiers in a land that is no party to the war."""
    parties = case.registry.parties
    sides = list(places(case))
    agent = agent_of(case)
    for side in sides:
        if side == agent and len(sides) > 1:
            continue
        if not case.armed and (case.civil or side not in parties or struck(case)):
            return side
        if case.armed and side not in parties:
            return side
    return None


def worst_for(case: Case) -> str | None:
    """The side for which a time is said to be the worst."""
    hit = hardest_hit(case.tokens)
    return side_of(case.tokens[hit], case.registry) if hit is not None and hit < case.index else None


def suffers(case: Case) -> str | None:
    """The side that the sentence says to suffer or lose, for soldiers."""
    return sufferer(case.tokens, case.registry) if case.armed else None


def of_struck(case: Case) -> str | None:
    """The owner of what was shot down or sunk with those killed: "shot down a Russian jet, killing two airmen"."""
    tokens = case.tokens
    first = min(case.link.triggers, default=case.index)
    if not case.armed or not tokens[first].word.endswith("ing") or tokens[first - 1].symbol != ",":
        return None
    hit = next((k for k in range(first - 1, max(-1, first - 22), -1) if tokens[k].symbol == "W"), None)
    if hit is None:
        return None
    for k in range(hit + 1, first - 1):
        if tokens[k].symbol == "D" and any(t.symbol == "E" for t in tokens[k + 1 : k + 3]):
            return side_of(tokens[k], case.registry)
    return None


def inflicted(case: Case) -> str | None:
    """The other party than the one that inflicted the loss."""
    return opposing(agent_of(case), case.registry)


def civil(case: Case) -> str | None:
    """Civilians of no named place: those of the land last named as a place of blows, else of the land invaded."""
    head = case.link.head
    plain = case.tokens[head].word if head is not None else ""
    told = plain.startswith("civilian") or any(
        case.tokens[k].word.startswith("civilian") for k in range(case.index + 1, min(len(case.tokens), case.index + 4))
    )
    if case.armed or not told:
        return None
    if case.setting.places:
        return case.setting.places[-1]
    parties = case.registry.parties
    named = {side_of(t, case.registry) for t in case.tokens} & set(parties)
    return parties[-1] if named or set(case.setting.spoken) & set(parties) else None


def place_before(case: Case) -> str | None:
    """The land of the place named in an earlier sentence, for people who are no soldiers."""
    return case.setting.places[-1] if case.setting.places and not case.armed else None


def named_here(case: Case) -> str | None:
    """The side that the sentence is about: its sufferer, the last possessive or adjective of an army, the only
    party named."""
    found = sufferer(case.tokens, case.registry)
    if found:
        return found
    tokens = case.tokens
    agent = agent_of(case)
    for k in range(case.index - 1, -1, -1):
        side = side_of(tokens[k], case.registry)
        following = tokens[k + 1].symbol if k + 1 < len(tokens) else ""
        if (
            side
            and side != agent
            and (following == "X" or not in_source(case, k))
            and not in_adverbial(tokens, k)
            and (tokens[k].possessive or following in "PCX")
        ):
            return side
    return None


def more_of_them(case: Case) -> str | None:
    """The side last told of, where a sentence opens with more of the same: "With an additional 500 injured"."""
    opening = [t.word for t in case.tokens[: case.index]]
    more = bool(_MORE & set(opening)) and len(opening) <= 4
    behind = case.tokens[case.index + 1 : case.index + 2]
    also = case.index <= 2 and bool(behind) and behind[0].word in ("more", "others")
    return case.setting.sides[-1] if (more or also) and case.setting.sides else None


def told_before(case: Case) -> str | None:
    """The side whose losses were told last, unless it inflicted these."""
    agent = agent_of(case)
    return next((s for s in reversed(case.setting.sides) if s != agent), None)


def only_one(case: Case) -> str | None:
    """The only side that the sentence names besides its sources and the one that inflicted the loss."""
    agent = agent_of(case)
    parties = case.registry.parties
    found = {
        side_of(t, case.registry)
        for k, t in ((k, case.tokens[k]) for k in around(case))
        if t.symbol in "DG"
        and (t.data.form != "place" or side_of(t, case.registry) in parties)
        and not in_source(case, k)
        and not (in_place(case.tokens, k) and case.armed)
    }
    found -= {None, agent}
    return next(iter(found)) if len(found) == 1 else None


def before_it(case: Case) -> str | None:
    """The side of the figure before it in the same sentence, where no other is named in between."""
    if case.former is None:
        return None
    k, side = case.former
    if case.link.triggers and case.tokens[case.link.triggers[-1]].word in ("toll", "death toll", "body count"):
        return side
    if any(t.word in ("others", "more", "another") for t in case.tokens[case.index - 1 : case.index + 3]):
        return side
    told = any(
        t.symbol in "DG;" and not in_place(case.tokens, j) for j, t in enumerate(case.tokens) if k + 3 < j < case.index
    )
    return None if told else side


def of_claimant(case: Case) -> str | None:
    """The land of the claimant, where it did not strike."""
    side = side_of_name(case.claimant, case.registry) or land_of(case.claimant)
    return side if side and side != agent_of(case) and not case.armed else None


def of_local(case: Case) -> str | None:
    """The land of a local authority that counts the dead: a health ministry, a governor, rescuers."""
    words = set((case.claimant or "").lower().split())
    return of_claimant(case) if words & LOCAL else None


def of_source_place(case: Case) -> str | None:
    """The land that the name of the source tells: "the UN mission in Ukraine"."""
    if case.armed:
        return None
    agent = agent_of(case)
    named = (side_of(t, case.registry) for k, t in enumerate(case.tokens) if in_place(case.tokens, k))
    return next((side for side in named if side and side != agent), None)


def usual(case: Case) -> str | None:
    """The side last spoken of as suffering, else the one that the text is likely about."""
    agent = agent_of(case)
    return next((s for s in [*reversed(case.setting.spoken), case.setting.usual_side] if s and s != agent), None)

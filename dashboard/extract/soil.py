"""Whose losses a figure counts by where they fell, and by the land of those who count."""

from __future__ import annotations

from dashboard.extract.agents import agent_of
from dashboard.extract.case import Case, in_source
from dashboard.extract.lexicon.places import COUNTRY_OF_PLACE
from dashboard.extract.lexicon.sides import LAND_OF_GROUP
from dashboard.extract.registry import COUNTRIES, side_of, side_of_name
from dashboard.extract.scene import in_place, land_of, places, struck

LOCAL = frozenset(
    """
        health hospital hospitals medics doctors rescuers rescue governor mayor police emergency civil local
        regional prosecutors administration
    """.split()
)


def of_town(claimant: str | None) -> bool:
    """Whether officials are told by their town: "Mariupol officials"."""
    words = (claimant or "").lower().split()
    town = COUNTRY_OF_PLACE.get(words[0]) if words else None
    return town is not None and words[0] not in COUNTRIES and words[1:] in (["officials"], ["authorities"], ["council"])


def heading(case: Case) -> str | None:
    """The land before a colon at the head, as the place of the news: "Gaza: 60 killed in strikes"."""
    tokens = case.tokens
    told = len(tokens) > 1 and tokens[0].symbol == "D" and tokens[1].symbol == ":" and not in_source(case, 0)
    return side_of(tokens[0], case.registry) if told and not case.link.rule.startswith("active") else None


def at_home(case: Case) -> str | None:
    """The claimant's own side, where people were lost on its own soil: "Moscow reported nine killed in Belgorod"."""
    own = side_of_name(case.claimant, case.registry) or land_of(case.claimant)
    return own if own and not case.armed and own != agent_of(case) and own in set(places(case)) else None


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


def civil(case: Case) -> str | None:
    """Civilians of no named place: those of the land last named as a place of blows, else of the land invaded."""
    head = case.link.head
    plain = case.tokens[head].word if head is not None else ""
    near = case.tokens[max(0, case.first - 2) : case.index + 4]
    told = plain.startswith("civilian") or any(t.word.startswith("civilian") for t in near)
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


def of_claimant(case: Case) -> str | None:
    """The land of the claimant, where it did not strike."""
    if _SPIES & set((case.claimant or "").lower().split()):
        return None
    side = side_of_name(case.claimant, case.registry) or land_of(case.claimant)
    return side if side and side != agent_of(case) and not case.armed else None


# Who counts the losses of others.
_SPIES = frozenset("intelligence cia pentagon spy mi6".split())


def of_local(case: Case) -> str | None:
    """The land of a local authority that counts the dead: a health ministry, a governor, rescuers."""
    words = set((case.claimant or "").lower().split())
    if words & LOCAL or of_town(case.claimant):
        return of_claimant(case)
    group = land_of(case.claimant)
    return LAND_OF_GROUP.get(group or "") if not case.armed and group != agent_of(case) else None


def of_source_place(case: Case) -> str | None:
    """The land that the name of the source tells: "the UN mission in Ukraine"."""
    if case.armed:
        return None
    agent = agent_of(case)
    named = ((k, side_of(t, case.registry)) for k, t in enumerate(case.tokens))
    return next((side for k, side in named if side and side != agent and in_place(case.tokens, k)), None)

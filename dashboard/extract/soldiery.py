"""Whether a figure without a noun for soldiers counts them all the same: by whose dead they are and how they fell."""

from __future__ import annotations

from dashboard.extract.armies import (
    army_had,
    at_arms,
    both_armies,
    by_an_army,
    cost_a_war,
    forces_counted,
    in_an_army,
    of_an_army,
    of_soldiers,
    serving,
)
from dashboard.extract.counted import Counted
from dashboard.extract.registry import COUNTRIES
from dashboard.extract.subjects import names_enemy

# Words of loss that are said of soldiers.
_OF_SOLDIERS = frozenset(
    (
        *"eliminated neutralised neutralized liquidated eliminate eliminating neutralise neutralize liquidate".split(),
        *"kia wia pows surrendered incapacitated fallen".split(),
        *("prisoners of war", "taken prisoner", "taken prisoners"),
        *("out of action", "put out of action", "out of combat"),
        *("killed in action", "wounded in action", "missing in action", "combat losses", "irretrievable losses"),
    )
)
_IN_BATTLE = frozenset("battlefield battle combat military troop frontline".split())
_ARMIES = frozenset("army force forces military navy police guard brigade battalion".split())
_ITSELF = frozenset("it they its".split())


def named_soldiers(counted: Counted) -> str | None:
    """personnel where the losses are named a battle's, both armies' or forces'; else None."""
    tokens = counted.tokens
    in_battle = any(tokens[k].symbol in "XK" and k and tokens[k - 1].word in _IN_BATTLE for k in counted.link.triggers)
    named = (
        in_battle
        or both_armies(counted.head, tokens)
        or forces_counted(counted.index, tokens)
        or (counted.head is None and of_soldiers(counted.link, tokens))
    )
    return "personnel" if named else None


def soldiers_by_deed(counted: Counted) -> str | None:
    """personnel where what befell those counted, or whose they were, befalls soldiers alone; else None."""
    link, index, tokens = counted.link, counted.index, counted.tokens
    deed = (
        _said_of_soldiers(counted)
        or _at_arms(counted)
        or (counted.is_vague and _enemy_lost(counted))
        or serving(link, tokens)
        or by_an_army(link, index, tokens)
        or in_an_army(link, index, tokens)
        or (counted.is_vague and army_had(index, tokens))
        or (counted.head is not None and counted.head.symbol == "G" and bool(counted.words & _OF_SOLDIERS))
        or _boasted(counted)
        or (cost_a_war(tokens) and counted.of_party)
    )
    return "personnel" if deed else None


def _said_of_soldiers(counted: Counted) -> bool:
    link, index, tokens, head = counted.link, counted.index, counted.tokens, counted.head
    words = {tokens[k].word for k in link.triggers} | {t.word for t in tokens[index + 1 : index + 5] if t.symbol == "X"}
    return bool(words & _OF_SOLDIERS) or (head is not None and head.word != "children" and of_an_army(link, tokens))


def _at_arms(counted: Counted) -> bool:
    """Whether those lost were fighting: "900 died fighting"."""
    behind = [t.word for t in counted.tokens[counted.last + 1 : counted.last + 2]]
    return behind == ["fighting"] or at_arms(counted.tokens, counted.last)


def _enemy_lost(counted: Counted) -> bool:
    """Whether the enemy is told to have lost people: "the enemy lost more than 33,000 people"."""
    tokens = counted.tokens
    return any(
        tokens[k].symbol == "L" and any(names_enemy(t) for t in tokens[max(0, k - 3) : k])
        for k in counted.link.triggers
    )


def _boasted(counted: Counted) -> bool:
    """Whether a state or an army tells of those it killed or lost: "Iraq said it had killed 900 Iranians", "the defence
    force said it lost nine members"."""
    if counted.head is None:
        return False
    before = {t.word for t in counted.tokens[max(0, counted.index - 5) : counted.index]}
    state = (counted.claimant or "").lower() in COUNTRIES
    killed = counted.head.symbol == "G" and counted.link.rule.startswith("active") and state
    army = counted.head.word == "members" and bool(_ARMIES & counted.tellers)
    return (killed or (army and counted.link.rule.startswith("lose"))) and bool(_ITSELF & before)

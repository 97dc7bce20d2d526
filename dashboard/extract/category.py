"""Whether a figure counts personnel, civilians or equipment, by the noun it counts, else by what surrounds it."""

from __future__ import annotations

import itertools
import re

from dashboard.extract.armies import (
    STRUCK,
    apposed,
    army_had,
    at_arms,
    at_barracks,
    both_armies,
    by_an_army,
    cost_a_war,
    forces_counted,
    in_an_army,
    of_an_army,
    of_soldiers,
    serving,
    war_dead,
)
from dashboard.extract.case import Setting
from dashboard.extract.linking import Link, part_is_civilian
from dashboard.extract.registry import BOTH_SIDES, COUNTRIES, side_of_name
from dashboard.extract.soil import LOCAL
from dashboard.extract.subjects import names_enemy
from dashboard.extract.ties import more_of_those
from dashboard.extract.tokens import Token

_FLEXIBLE = frozenset("people person persons men man victims members nationals citizens humans souls family".split())
_ANYBODY = frozenset("man men members victims captives prisoners".split())
_BLASTS = frozenset("attack attacks blast explosion bomb bombing strike airstrike suicide rampage airport".split())
_HELD = frozenset("hostage hostages families abducted kidnapped".split())
_RANKS = frozenset("general generals commander commanders major officer officers".split())
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
# Who counts civilians alone.
_OF_RIGHTS = frozenset("un u.n. nations ohchr hrmmu rights humanitarian".split())


def category_of(
    link: Link, index: int, tokens: list[Token], setting: Setting, side: str | None, claimant: str | None
) -> str:
    """personnel, civilians or an equipment category."""
    head = tokens[link.head] if link.head is not None else None
    if head is not None and head.symbol == "C" and (called := apposed(link.head, tokens)):
        return called
    if head is not None and head.symbol in "EP":
        return str(head.data) if head.symbol == "E" else "personnel"
    if any(tokens[k].symbol == "X" and k and tokens[k - 1].word in _IN_BATTLE for k in link.triggers):
        return "personnel"
    if both_armies(head, tokens) or forces_counted(index, tokens) or (head is None and of_soldiers(link, tokens)):
        return "personnel"
    if head is None and (things := _equipment(link, tokens)):
        return things
    if head is None and (named := named_behind(index, tokens)):
        return named
    words = {tokens[k].word for k in link.triggers} | {t.word for t in tokens[index + 1 : index + 5] if t.symbol == "X"}
    if words & _OF_SOLDIERS or (head is not None and head.word != "children" and of_an_army(link, tokens)):
        return "personnel"
    last = max([index, *link.triggers])
    if [t.word for t in tokens[last + 1 : last + 2]] == ["fighting"] or at_arms(tokens, last):
        return "personnel"
    if (head is None or head.word in _FLEXIBLE) and _enemy_lost(link, tokens):
        return "personnel"
    if serving(link, tokens) or by_an_army(link, index, tokens) or in_an_army(link, index, tokens):
        return "personnel"
    if (head is None or head.word in _FLEXIBLE) and army_had(index, tokens):
        return "personnel"
    if head is not None and head.symbol == "G" and any(t.word in _OF_SOLDIERS for t in tokens):
        return "personnel"
    if head is not None and _boasted(head, link, index, tokens, claimant):
        return "personnel"
    if cost_a_war(tokens) and side in setting.registry.parties:
        return "personnel"
    if (head is None or head.word in _FLEXIBLE) and _UNTOLD & {t.word for t in tokens}:
        return "civilians"
    party_lost = side in setting.registry.parties and any(tokens[k].symbol == "L" for k in link.triggers)
    if party_lost and head is None and not any(t.word in STRUCK or t.symbol == "C" for t in tokens):
        return "personnel"
    if any(tokens[k].word in ("lives", "hostage", "taken hostage") for k in link.triggers):
        return "civilians"
    counted = head or next((t for t in tokens[max([index, *link.triggers]) + 1 :][:1]), None)
    if counted is not None and _called_up(counted, tokens, side, setting):
        return "personnel"
    if head is not None and head.symbol == "C" and head.word not in _FLEXIBLE:
        return "civilians"
    if head is not None and head.symbol == "G" and _OF_RIGHTS & set((claimant or "").lower().split()):
        return "civilians"
    if part_is_civilian(index, tokens):
        return "personnel"
    if head is None and claimant == setting.registry.reference:
        return "personnel"
    if head is None and _admitted(index, tokens) and side_of_name(claimant, setting.registry) == side:
        return "personnel"
    if head is None and getattr(tokens[index + 1].data if index + 1 < len(tokens) else None, "form", None) == "group":
        return "personnel"
    of_soldiers_told = any(t.symbol == "P" for t in tokens[:index]) or (
        more_of_those(tokens, index) and setting.categories[-1:] == ["personnel"]
    )
    plain = head.symbol == "C" if head is not None else not of_soldiers_told
    if plain and set((claimant or "").lower().split()) & LOCAL and not at_barracks(tokens):
        return "civilians"
    tellers = frozenset((claimant or "").lower().split())
    return _by_setting(head, link, index, tokens, setting, side, tellers)


def named_behind(index: int, tokens: list[Token]) -> str | None:
    """Who a part was, by the noun behind "were": "two of the dead were policemen"."""
    match = re.match(
        r"NO[daK]{1,3}[Bb]{1,2}[aDdw\-]{0,3}(?P<who>[PC])", "".join(t.symbol for t in tokens[index : index + 12])
    )
    return None if match is None else "personnel" if match["who"] == "P" else "civilians"


_ADMITTING = frozenset("admits admitted admit acknowledges acknowledged acknowledge conceded concedes".split())


def _admitted(index: int, tokens: list[Token]) -> bool:
    """Whether a loss is one that somebody admits: states so tell of their own soldiers."""
    return bool(_ADMITTING & {t.word for t in tokens[:index]})


def _boasted(head: Token, link: Link, index: int, tokens: list[Token], claimant: str | None) -> bool:
    """Whether a state or an army tells of those it killed or lost: "Iraq said it had killed 900 Iranians", "the defence
    force said it lost nine members"."""
    before = [t.word for t in tokens[max(0, index - 5) : index]]
    killed = head.symbol == "G" and link.rule.startswith("active") and (claimant or "").lower() in COUNTRIES
    army = head.word == "members" and bool(_ARMIES & set((claimant or "").lower().split()))
    return (killed or (army and link.rule.startswith("lose"))) and bool({"it", "they", "its"} & set(before))


_ARMIES = frozenset("army force forces military navy police guard brigade battalion".split())
# So many of the invader's dead fell at the front, not in a raid on a town.
_NO_RAID = 1000
_FRONT = frozenset("front frontline sector battlegroup battlefield brigade battalion regiment".split())
# Behind these stand those to whom something is said: "told House lawmakers".
_TO_WHOM = frozenset("told tells telling briefed".split())
_LOSSES = frozenset(("losses", "casualties", "combat losses", "casualty rate", "casualty rates", "casualty figures"))
_SUFFERING = frozenset("taking suffer suffers suffered sustain sustains sustained incur incurs incurred".split())


def _by_setting(
    head: Token | None,
    link: Link,
    index: int,
    tokens: list[Token],
    setting: Setting,
    side: str | None,
    tellers: frozenset[str],
) -> str:
    """The category where the noun leaves it open; `tellers` are the words of the claimant, who is not counted."""
    first = min([*link.triggers, index])
    last = max([*link.triggers, index])
    window = [t for t in tokens[max(0, first - 6) : index + 9] if not t.capital or t.word == "civilians"]
    others = next((t.start for t in tokens[last + 1 : index + 9] if t.symbol == "N"), window[-1].end)
    window = [t for t in window if t.start < others or not (t.symbol == "C" or t.word == "civilian")]
    told = [t for t, b in zip(tokens, [None, None, *tokens], strict=False) if b is not None and b.word in _TO_WHOM]
    told += [t for b, t in itertools.pairwise(tokens) if b.word in _TO_WHOM]
    told += [t for t in tokens if t.symbol == "C" and t.word in tellers]
    telling = [t for t in window if t.symbol in "PC" and t.word not in _RANKS and t is not head and t not in told]
    symbols = {t.symbol for t in telling if t.word not in _ANYBODY}
    civil = any(t.symbol == "C" and t.word not in _FLEXIBLE for t in telling)
    losses = any(tokens[k].symbol == "L" or tokens[k].word in _LOSSES or war_dead(tokens, k) for k in link.triggers)
    losses = losses or (head is None and index > 0 and tokens[index - 1].symbol == "L")
    losses = losses or (head is None and bool(_SUFFERING & {t.word for t in tokens[max(0, index - 4) : index]}))
    if any(t.word in ("civilian", "civilians") for t in window) and "P" not in symbols:
        return "civilians"
    party = side in (*setting.registry.parties, BOTH_SIDES)
    if setting.hired and side is not None and not party and not civil:
        return "personnel"
    losses = losses or side == BOTH_SIDES
    if head is not None and head.symbol == "C":
        if at_barracks(tokens) or (setting.struck == "personnel" and not any(t.word in STRUCK for t in tokens)):
            return "personnel"
        people = [c for c in setting.categories if c in ("personnel", "civilians")]
        spared = not any(t.word in STRUCK for t in tokens) and not _AIRBORNE & {t.word for t in tokens}
        soldiers = people[-1:] == ["personnel"] and spared
        same = side is not None and setting.sides[-1:] == [side] and not link.rule.startswith("active")
        if same and soldiers and head.word == "people" and not any(t.word in _BLASTS | _HELD for t in tokens):
            return "personnel"
        at_war = head.word == "men" and party and not any(t.word in STRUCK for t in tokens)
        return (
            "personnel"
            if (party and (losses or soldiers)) or at_war or (head.word == "men" and losses)
            else "civilians"
        )
    if head is not None:
        struck = any(t.word in STRUCK for t in tokens)
        if not party and not struck and not any(t.word in _BLASTS for t in tokens):
            return setting.usual_category
        return "personnel" if party and (not struck or "P" in symbols) else "civilians"
    if any(tokens[k].word in ("toll", "death toll", "body count") for k in link.triggers) and not any(
        t.word in ("soldiers", "troops", "servicemen", "military") for t in tokens
    ):
        if _FRONT & {t.word for t in tokens}:
            return "personnel"
        if (side,) == setting.registry.parties[:1] and tokens[index].data.size >= _NO_RAID:
            return "personnel"
        return setting.categories[-1] if setting.categories else "civilians"
    if party and losses and not civil and not any(t.word in STRUCK for t in tokens):
        return "personnel"
    if len(symbols) == 1:
        return "personnel" if symbols == {"P"} else "civilians"
    if setting.categories:
        return setting.categories[-1]
    if (side,) == setting.registry.parties[:1] and (losses or tokens[index].data.size >= 200):
        return "personnel"
    if at_barracks(tokens):
        return "personnel"
    return setting.usual_category


def _enemy_lost(link: Link, tokens: list[Token]) -> bool:
    """Whether the enemy is told to have lost people: "the enemy lost more than 33,000 people"."""
    return any(
        tokens[k].symbol == "L" and any(names_enemy(t) for t in tokens[max(0, k - 3) : k]) for k in link.triggers
    )


def _called_up(head: Token, tokens: list[Token], side: str | None, setting: Setting) -> bool:
    """Whether people of the invader's own land are counted since its operation began: they were sent to it."""
    words = {t.word for t in tokens}
    sent = head.word in _AT_HOME and (side,) == setting.registry.parties[:1]
    told = bool(words & _SENT_TO) or setting.categories[-1:] == ["personnel"]
    return sent and told and not words & STRUCK


# "the ministry, which does not distinguish between civilians and combatants".
_UNTOLD = frozenset("distinguish distinguishing distinguishes differentiate differentiating distinction".split())
# By which people far from the front are struck.
_AIRBORNE = frozenset("missile missiles drone drones rocket rockets airstrike airstrikes".split())
_AT_HOME = frozenset("residents natives inhabitants compatriots locals".split())
_SENT_TO = frozenset("operation front war invasion mobilisation mobilization".split())


def _equipment(link: Link, tokens: list[Token]) -> str | None:
    """The equipment right before a noun of loss or behind "of": "tank losses", "losses of aircraft"."""
    for k in link.triggers:
        if tokens[k].symbol == "X" and k and tokens[k - 1].symbol == "E":
            return str(tokens[k - 1].data)
        things = next((t for t in tokens[k + 2 : k + 4] if t.symbol not in "daD"), None)
        if tokens[k].symbol == "X" and things is not None and things.symbol == "E" and tokens[k + 1].symbol == "O":
            return str(things.data)
    return None

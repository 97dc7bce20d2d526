"""Whether a figure counts personnel, civilians or equipment, by the noun it counts, else by what surrounds it."""

from __future__ import annotations

import itertools
import re

from dashboard.extract.case import Setting
from dashboard.extract.lexicon.places import CIVIL_PLACES
from dashboard.extract.linking import Link, part_is_civilian
from dashboard.extract.scene import hardest_hit
from dashboard.extract.soil import LOCAL
from dashboard.extract.tokens import Token

_FLEXIBLE = frozenset("people person persons men man victims members nationals citizens humans souls family".split())
_STRUCK = CIVIL_PLACES | frozenset("shelling airstrike airstrikes bombardment strikes passenger passengers".split())
_BLASTS = frozenset("attack attacks blast explosion bomb bombing strike airstrike suicide rampage airport".split())
_RANKS = frozenset("general generals commander commanders major officer officers".split())
# Words of loss that are said of soldiers.
_OF_SOLDIERS = frozenset(
    (
        *"eliminated neutralised neutralized liquidated eliminate eliminating neutralise neutralize liquidate".split(),
        *"kia wia pows surrendered incapacitated".split(),
        *("prisoners of war", "taken prisoner", "taken prisoners"),
        *("out of action", "put out of action", "out of combat"),
        *("killed in action", "wounded in action", "missing in action", "combat losses", "irretrievable losses"),
    )
)
_FORCES = frozenset(
    """
        army armies forces force military militia police gendarmerie brigade battalion regiment company unit corps
        navy marines guard guards group groups gang battlegroup division squad column convoy crew contingent
    """.split()
)
# Who counts civilians alone.
_OF_RIGHTS = frozenset("un u.n. nations ohchr hrmmu rights humanitarian".split())
_CALLED_UP = frozenset("mobilised mobilized conscripted enlisted drafted armed recruited".split())
_MASTERS = frozenset("his its their our tyrant dictator enemy invader army commander kremlin".split())
_ARMIES = frozenset("battalion brigade regiment barracks airbase warship frigate parade".split()) | {"military academy"}


def category_of(
    link: Link, index: int, tokens: list[Token], setting: Setting, side: str | None, claimant: str | None
) -> str:
    """personnel, civilians or an equipment category."""
    head = tokens[link.head] if link.head is not None else None
    if head is not None and head.symbol in "EP":
        return str(head.data) if head.symbol == "E" else "personnel"
    if _both_armies(head, tokens) or _forces_counted(index, tokens) or (head is None and _of_soldiers(link, tokens)):
        return "personnel"
    if head is None and (things := _equipment(link, tokens)):
        return things
    if head is None and (named := named_behind(index, tokens)):
        return named
    words = {tokens[k].word for k in link.triggers} | {t.word for t in tokens[index + 1 : index + 5] if t.symbol == "X"}
    if words & _OF_SOLDIERS or (head is not None and head.word != "children" and _of_an_army(link, tokens)):
        return "personnel"
    last = max([index, *link.triggers])
    if [t.word for t in tokens[last + 1 : last + 2]] == ["fighting"] or _at_arms(tokens, last):
        return "personnel"
    if _serving(link, tokens) or _by_an_army(link, index, tokens):
        return "personnel"
    if _cost_a_war(link, tokens) and side in setting.registry.parties:
        return "personnel"
    if any(tokens[k].word in ("lives", "hostage", "taken hostage") for k in link.triggers):
        return "civilians"
    if head is not None and head.symbol == "C" and head.word not in _FLEXIBLE:
        return "civilians"
    if head is not None and head.symbol == "G" and _OF_RIGHTS & set((claimant or "").lower().split()):
        return "civilians"
    if part_is_civilian(index, tokens):
        return "personnel"
    if head is None and claimant == setting.registry.reference:
        return "personnel"
    if head is None and getattr(tokens[index + 1].data if index + 1 < len(tokens) else None, "form", None) == "group":
        return "personnel"
    plain = head is None or head.symbol == "C"
    if plain and set((claimant or "").lower().split()) & LOCAL and not _at_barracks(tokens):
        return "civilians"
    return _by_setting(head, link, index, tokens, setting, side)


def _both_armies(head: Token | None, tokens: list[Token]) -> bool:
    """Whether men are told as those of both sides of a fight."""
    pairs = [(a.word, b.word) for a, b in itertools.pairwise(tokens)]
    people = head is not None and head.word in ("men", "people")
    return people and bool({("both", "sides"), ("either", "side")} & set(pairs))


def _of_soldiers(link: Link, tokens: list[Token]) -> bool:
    """Whether soldiers are those whose number or deaths a figure without a noun tells: "the number of soldiers who
    lost their lives rose to 900", "1,000 deaths of soldiers"."""
    counts = [k for k, t in enumerate(tokens) if t.word in _NUMBERS and k < max([0, *link.triggers])]
    for k in [*counts, *(k for k in link.triggers if tokens[k].symbol == "X" or tokens[k].word.endswith(" of"))]:
        behind = "".join(t.symbol for t in tokens[k + 1 : k + 7])
        if re.match(r"[aDdw]{0,4}P" if tokens[k].word.endswith(" of") else r"O[aDdw]{0,4}P", behind):
            return True
    return False


def _forces_counted(index: int, tokens: list[Token]) -> bool:
    """Whether forces are what a figure counts: "42 pro-government forces"."""
    behind = tokens[index + 1 : index + 5]
    place = next((k for k, t in enumerate(behind) if t.word in ("forces", "regulars")), None)
    return place is not None and all(t.symbol in "waD" for t in behind[:place])


_NUMBERS = frozenset("number total count toll tally".split())


def _at_arms(tokens: list[Token], last: int) -> bool:
    """Whether people are told as lost at arms: "killed in combat", "the deadliest year for Russian forces"."""
    behind = [t.word for t in tokens[last + 1 : last + 3]]
    hit = hardest_hit(tokens)
    field = any(behind[:1] == [a] and b in [t.word for t in tokens[last + 2 : last + 5]] for a, b in _FIELDS)
    forces = hit is not None and bool({t.word for t in tokens[hit + 1 : hit + 3]} & _SOLDIERY)
    return behind in _ARMED or forces or field


def named_behind(index: int, tokens: list[Token]) -> str | None:
    """Who a part was, by the noun behind "were": "two of the dead were policemen"."""
    match = re.match(
        r"NO[daK]{1,3}[Bb]{1,2}[aDdw\-]{0,3}(?P<who>[PC])", "".join(t.symbol for t in tokens[index : index + 12])
    )
    return None if match is None else "personnel" if match["who"] == "P" else "civilians"


def _cost_a_war(link: Link, tokens: list[Token]) -> bool:
    """Whether lives are what a war cost: "the war had cost Russia 6,000 lives"; civilian lives are told as such."""
    place = next((k for k, t in enumerate(tokens) if t.word in ("cost", "costs", "costing")), None)
    war = place is not None and any(t.word in ("war", "offensive", "campaign", "battle") for t in tokens[:place])
    return war and not any(t.symbol == "C" or t.word == "civilian" for t in tokens)


def _serving(link: Link, tokens: list[Token]) -> bool:
    """Whether the people counted are told to serve or fight: "twelve nationals serving with the army"."""
    head = link.head
    return head is not None and bool(_SERVICE & {t.word for t in tokens[head + 1 : head + 4]})


def _by_an_army(link: Link, index: int, tokens: list[Token]) -> bool:
    """Whether a figure alone is what an army or a nation lost: "the Soviets lost 20,000"."""
    if link.head is not None or any(t.word in _STRUCK or t.symbol == "C" for t in tokens):
        return False
    first = min([index, *link.triggers])
    lost = all(tokens[k].symbol == "L" for k in link.triggers) and tokens[first - 1].symbol in "DGPb"
    armies = any(t.possessive and t.word in _FORCES for t in tokens[max(0, first - 5) : first])
    return bool(link.triggers) and (lost or armies)


_SERVICE = frozenset("serving fighting fought enlisted conscripted recruited deployed mobilised mobilized".split())
_ARMED = [["in", where] for where in "combat battle action uniform".split()]


def _war_dead(tokens: list[Token], k: int) -> bool:
    """Whether a side's dead are told as by a noun: "Ukrainian dead"."""
    return tokens[k].word == "dead" and k > 0 and tokens[k - 1].symbol == "D"


_LOSSES = frozenset(("losses", "casualties", "combat losses", "casualty rate", "casualty rates", "casualty figures"))
_SUFFERING = frozenset("suffer suffers suffered sustain sustains sustained incur incurs incurred".split())
_FIELDS = (("on", "battlefield"), ("at", "front"), ("on", "front"), ("on", "frontline"), ("in", "battles"))
_SOLDIERY = frozenset("forces army troops soldiers military servicemen side".split())


def _of_an_army(link: Link, tokens: list[Token]) -> bool:
    """Whether people are told as an army's: "members of its armed forces", "20,000 of his men", "PKK members"."""
    head = link.head or 0
    word = tokens[head].word
    before = [t.word for t in tokens[max(0, head - 3) : head]]
    after = [t.word for t in tokens[head + 1 : head + 6]]
    if word in ("men", "people") and (_MASTERS & set(before[-1:]) or tokens[head - 1].possessive):
        return word == "men"
    if word not in ("members", "people", "men", "persons", "volunteers"):
        return False
    if before[-1:] and before[-1] in _CALLED_UP:
        return True
    groups = any(getattr(t.data, "form", None) == "group" for t in tokens[max(0, head - 3) : head + 6])
    troops = any(
        t.symbol == "P" and t.word.endswith(("forces", "troops", "personnel")) for t in tokens[head + 1 : head + 6]
    )
    of_army = after[:1] in (["of"], ["from"]) and (bool(_FORCES & set(after)) or troops) and "family" not in before
    manpower = any(t.word in ("manpower", "personnel") for t in tokens[max(0, head - 12) : head])
    return of_army or (groups and word == "members") or manpower


def _by_setting(
    head: Token | None, link: Link, index: int, tokens: list[Token], setting: Setting, side: str | None
) -> str:
    """The category where the noun leaves it open."""
    first = min([*link.triggers, index])
    last = max([*link.triggers, index])
    window = [t for t in tokens[max(0, first - 6) : index + 9] if not t.capital]
    telling = [t for t in window if t.symbol in "PC" and t.word not in _RANKS and t is not head]
    symbols = {t.symbol for t in telling}
    civil = any(t.symbol == "C" and t.word not in _FLEXIBLE for t in telling)
    losses = any(tokens[k].symbol == "L" or tokens[k].word in _LOSSES or _war_dead(tokens, k) for k in link.triggers)
    losses = losses or (head is None and bool(_SUFFERING & {t.word for t in tokens[max(0, index - 3) : index]}))
    others = next((t.start for t in tokens[last + 1 : index + 9] if t.symbol == "N"), window[-1].end)
    if any(t.word in ("civilian", "civilians") and t.start < others for t in window) and "P" not in symbols:
        return "civilians"
    party = side in setting.registry.parties
    if head is not None and head.symbol == "C":
        if _at_barracks(tokens) or (setting.struck == "personnel" and not any(t.word in _STRUCK for t in tokens)):
            return "personnel"
        soldiers = setting.categories[-1:] == ["personnel"] and not any(t.word in _STRUCK for t in tokens)
        at_war = head.word == "men" and party and not any(t.word in _STRUCK for t in tokens)
        return (
            "personnel"
            if (party and (losses or soldiers)) or at_war or (head.word == "men" and losses)
            else "civilians"
        )
    if head is not None:
        struck = any(t.word in _STRUCK for t in tokens)
        if not party and not struck and not any(t.word in _BLASTS for t in tokens):
            return setting.usual_category
        return "personnel" if party and (not struck or "P" in symbols) else "civilians"
    if any(tokens[k].word in ("toll", "death toll", "body count") for k in link.triggers) and not any(
        t.word in ("soldiers", "troops", "servicemen", "military") for t in tokens
    ):
        return setting.categories[-1] if setting.categories else "civilians"
    if party and losses and not civil and not any(t.word in _STRUCK for t in tokens):
        return "personnel"
    if len(symbols) == 1:
        return "personnel" if symbols == {"P"} else "civilians"
    if setting.categories:
        return setting.categories[-1]
    if party and side == setting.registry.parties[0] and (losses or tokens[index].data.size >= 200):
        return "personnel"
    if _at_barracks(tokens):
        return "personnel"
    return setting.usual_category


def _at_barracks(tokens: list[Token]) -> bool:
    """Whether the sentence tells of a blow against a military place."""
    words = [t.word for t in tokens]
    pairs = {f"{a} {b}" for a, b in itertools.pairwise(words)}
    return bool(
        _ARMIES & set(words)
        or pairs
        & {
            "military academy",
            "military base",
            "military college",
            "army base",
            "military camp",
            "army camp",
            "training ground",
            "military convoy",
            "military post",
            "army post",
            "military barracks",
        }
    )


def _equipment(link: Link, tokens: list[Token]) -> str | None:
    """The equipment right before a noun of loss: "hardware losses", "tank losses"."""
    for k in link.triggers:
        if tokens[k].symbol == "X" and k and tokens[k - 1].symbol == "E":
            return str(tokens[k - 1].data)
    return None

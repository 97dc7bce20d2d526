"""Whether those whom a figure counts are an army's, by their service, their fight, or where they were struck."""

from __future__ import annotations

import itertools
import re

from dashboard.extract.lexicon.places import CIVIL_PLACES
from dashboard.extract.linking import Link
from dashboard.extract.scene import hardest_hit
from dashboard.extract.tokens import Token

STRUCK = CIVIL_PLACES | frozenset("shelling airstrike airstrikes bombardment strikes passenger passengers".split())

# How both sides of a fight are named together.
EITHER_SIDE = frozenset((("both", "sides"), ("all", "sides"), ("either", "side")))
_FORCES = frozenset(
    """
        army armies forces force military militia police gendarmerie brigade battalion regiment company unit corps
        navy marines guard guards group groups gang battlegroup division squad column convoy crew contingent
    """.split()
)
_REBELS = frozenset("resistance rebel insurgent separatist guerrilla militant".split())
_CALLED_UP = frozenset("mobilised mobilized conscripted enlisted drafted armed recruited".split())
_MASTERS = frozenset("his its their our tyrant dictator enemy invader army commander kremlin".split())
_ARMIES = frozenset("battalion brigade regiment barracks airbase warship frigate parade".split()) | {"military academy"}


def both_armies(head: Token | None, tokens: list[Token]) -> bool:
    """Whether people are told as those of both sides of a fight."""
    people = head is not None and head.word in ("men", "people")
    return people and not EITHER_SIDE.isdisjoint((a.word, b.word) for a, b in itertools.pairwise(tokens))


def of_soldiers(link: Link, tokens: list[Token]) -> bool:
    """Whether soldiers are those whose number or deaths a figure without a noun tells: "the number of soldiers who
    lost their lives rose to 900", "1,000 deaths of soldiers"."""
    counts = [k for k, t in enumerate(tokens) if t.word in _NUMBERS and k < max([0, *link.triggers])]
    for k in [*counts, *(k for k in link.triggers if tokens[k].symbol == "X" or tokens[k].word.endswith(" of"))]:
        behind = "".join(t.symbol for t in tokens[k + 1 : k + 7])
        if re.match(r"[aDdw]{0,4}P" if tokens[k].word.endswith(" of") else r"[OI][aDdw]{0,4}P", behind):
            return True
    return False


_NUMBERS = frozenset("number total count toll tally".split())


def cost_a_war(tokens: list[Token]) -> bool:
    """Whether lives are what a war cost: "the war had cost Russia 6,000 lives"; civilian lives are told as such."""
    place = next((k for k, t in enumerate(tokens) if t.word in ("cost", "costs", "costing")), None)
    paid = tokens[: place or 0]
    war = any(t.symbol == "P" or t.word in ("war", "offensive", "campaign", "battle") for t in paid)
    return war and not any(t.symbol == "C" or t.word == "civilian" for t in tokens)


def forces_counted(index: int, tokens: list[Token]) -> bool:
    """Whether forces are what a figure counts: "42 pro-government forces"."""
    behind = tokens[index + 1 : index + 5]
    place = next((k for k, t in enumerate(behind) if t.word in ("forces", "regulars")), None)
    return place is not None and all(t.symbol in "waD" for t in behind[:place])


def at_arms(tokens: list[Token], last: int) -> bool:
    """Whether people are told as lost at arms: "killed in combat", "the deadliest year for Russian forces"."""
    behind = [t.word for t in tokens[last + 1 : last + 4] if t.word not in _AT_CLOSE_QUARTERS][:2]
    hit = hardest_hit(tokens)
    field = any(behind[:1] == [a] and b in [t.word for t in tokens[last + 2 : last + 5]] for a, b in _FIELDS)
    forces = hit is not None and bool({t.word for t in tokens[hit + 1 : hit + 3]} & _SOLDIERY)
    fight = [t.word for t in tokens[last + 1 : last + 5]]
    fought = fight in (["in", "the", "war", "against"], ["in", "the", "battle", "for"], ["in", "the", "battle", "of"])
    of_army = any(a.word == "military" and b.symbol == "X" for a, b in itertools.pairwise(tokens))
    return behind in _ARMED or forces or field or fought or of_army


def serving(link: Link, tokens: list[Token]) -> bool:
    """Whether the people counted are told to serve or fight: "twelve nationals serving with the army"."""
    head = link.head
    if head is None:
        return False
    behind = tokens[head + 1 : head + 5]
    lost = next((k for k, t in enumerate(behind) if t.symbol in "KY"), len(behind))
    meanwhile = ((a.word, b.word) for a, b in itertools.pairwise(tokens[head : head + 14]))
    return bool(_SERVICE & {t.word for t in behind[:lost]}) or any(pair in _WHILE_SERVING for pair in meanwhile)


def by_an_army(link: Link, index: int, tokens: list[Token]) -> bool:
    """Whether a figure alone is what an army or a nation lost: "the Soviets lost 20,000"."""
    if link.head is not None or any(t.word in STRUCK for t in tokens):
        return False
    first = min([index, *link.triggers])
    if link.rule.startswith("lose") and _UNITS & {t.word for t in tokens[max(0, first - _NEAR) : first]}:
        return True
    if any(t.symbol == "C" for t in tokens):
        return False
    lost = all(tokens[k].symbol == "L" for k in link.triggers) and tokens[first - 1].symbol in "DGPb"
    armies = any(t.possessive and t.word in _FORCES for t in tokens[max(0, first - 5) : first])
    return bool(link.triggers) and (lost or armies)


def army_had(index: int, tokens: list[Token]) -> bool:
    """Whether an army is told to have had so many killed: "his army had on average 1,500 people killed or wounded"."""
    had = had_before(tokens, index)
    helping = had is not None and any(t.symbol in "KVLYbB" for t in tokens[had + 1 : index])
    return had is not None and not helping and tokens[had - 1].word in _FORCES


def had_before(tokens: list[Token], index: int) -> int | None:
    """Where "had" stands shortly before a figure: "Russia had a record 900 troops killed"."""
    return next((k for k in range(index - 1, max(0, index - 6), -1) if tokens[k].word in ("had", "has", "have")), None)


def in_an_army(link: Link, index: int, tokens: list[Token]) -> bool:
    """Whether a bare figure is told for an army: "over 90,000 dead or wounded for the Russian army"."""
    behind = tokens[max([index, *link.triggers]) + 1 :][:5]
    named = next((k for k, t in enumerate(behind) if t.word in _SOLDIERY and t.word != "side"), None)
    led = bool(behind) and behind[0].word in _IN_ARMY and named is not None
    return link.head is None and led and all(t.symbol in "daDw" for t in behind[1:named])


_UNITS = frozenset("unit battalion brigade company platoon squad regiment division".split())
_NEAR = 12
_IN_ARMY = frozenset("for in within among".split())


def apposed(head: int | None, tokens: list[Token]) -> str | None:
    """Whom an apposition calls those counted: "three technicians, all servicemen", "12 people, most of them rebels"."""
    if head is None:
        return None
    near = tokens[head : head + 16]
    match = _APPOSED.match("".join(t.symbol for t in near))
    if match is None or near[match.end("loss") + 1].word not in _ALL:
        return None
    return "personnel" if match["who"] == "P" else "civilians"


_APPOSED = re.compile(
    r".(?P<loss>[Bb]{0,2}(?:K(?:JN?K)?)?)[,(\-]\w(?:CO[aDdw]{0,3}(?=P)|O\w)?[aDdwB]{0,3}(?P<who>[PC])(?![PC])"
)
_ALL = frozenset("all both most mostly mainly many".split())
_SERVICE = frozenset(
    """
        serving fighting fought enlisted conscripted recruited deployed mobilised mobilized sent dispatched volunteered
    """.split()
)
_WHILE_SERVING = {(a, b) for a in ("while", "whilst") for b in ("serving", "fighting")} | {("serving", "in")}
_AT_CLOSE_QUARTERS = frozenset("hand-to-hand close close-quarters heavy fierce".split())
_ARMED = [["in", where] for where in "combat battle action uniform".split()]


def war_dead(tokens: list[Token], k: int) -> bool:
    """Whether a side's dead are told as by a noun: "Ukrainian dead"."""
    return tokens[k].word == "dead" and k > 0 and tokens[k - 1].symbol == "D"


_FIELDS = (("on", "battlefield"), ("at", "front"), ("on", "front"), ("on", "frontline"), ("in", "battles"))
_SOLDIERY = frozenset("forces army troops soldiers military servicemen side".split())


def of_an_army(link: Link, tokens: list[Token]) -> bool:
    """Whether people are told as an army's: "members of its armed forces", "20,000 of his men", "PKK members"."""
    head = link.head or 0
    word = tokens[head].word
    before = [t.word for t in tokens[max(0, head - 3) : head]]
    after = [t.word for t in tokens[head + 1 : head + 6]]
    if word in ("men", "people") and (_MASTERS & set(before[-1:]) or tokens[head - 1].possessive):
        return word == "men"
    if word not in ("members", "people", "men", "persons", "volunteers"):
        return False
    if word == "members" and before[-1:] and before[-1] in _FORCES | _REBELS:
        return True
    if before[-1:] and before[-1] in _CALLED_UP:
        return True
    near = tokens if word == "members" else tokens[max(0, head - 3) : head + 6]
    groups = any(getattr(t.data, "form", None) == "group" for t in near)
    troops = any(
        t.symbol == "P" and t.word.endswith(("forces", "troops", "personnel")) for t in tokens[head + 1 : head + 6]
    )
    of_army = after[:1] in (["of"], ["from"]) and (bool(_FORCES & set(after)) or troops) and "family" not in before
    manpower = any(t.word in ("manpower", "personnel") for t in tokens[max(0, head - 12) : head])
    return of_army or (groups and word == "members") or manpower


def at_barracks(tokens: list[Token]) -> bool:
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
            "private military",
            "security post",
            "security posts",
            "security checkpoint",
            "security checkpoints",
            "army checkpoint",
            "military checkpoint",
            "police checkpoint",
        }
    )

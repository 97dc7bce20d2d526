"""Whether a figure counts personnel, civilians or equipment, by the noun it counts, else by what surrounds it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

from dashboard.extract.armies import STRUCK, apposed, at_barracks
from dashboard.extract.counted import FLEXIBLE, Counted
from dashboard.extract.linking import Link, part_is_civilian
from dashboard.extract.registry import side_of_name
from dashboard.extract.soil import LOCAL, of_town
from dashboard.extract.soldiery import named_soldiers, soldiers_by_deed
from dashboard.extract.subjects import names_enemy
from dashboard.extract.surroundings import by_surroundings
from dashboard.extract.ties import more_of_those
from dashboard.extract.tokens import Token

# Who counts civilians alone.
_OF_RIGHTS = frozenset("un u.n. nations ohchr hrmmu rights humanitarian".split())
# "the ministry, which does not distinguish between civilians and combatants".
_UNTOLD = frozenset("distinguish distinguishing distinguishes differentiate differentiating distinction".split())
_TAKEN = frozenset(("lives", "hostage", "taken hostage"))
_AT_HOME = frozenset("residents natives inhabitants compatriots locals".split())
_SENT_TO = frozenset("operation front war invasion mobilisation mobilization".split())
# "the attack by enemy drones" tells of no soldiers.
_AIMED = frozenset("drone drones missile missiles rocket rockets shelling fire attack attacks strike strikes".split())
_MILITARY = frozenset("army military defence defense staff".split())
_ADMITTING = frozenset("admits admitted admit acknowledges acknowledged acknowledge conceded concedes".split())


def category_of(counted: Counted) -> str:
    """personnel, civilians or an equipment category: by the first rule that tells."""
    return next((told for rule in _RULES if (told := rule(counted)) is not None), "") or by_surroundings(counted)


def named_behind(index: int, tokens: list[Token]) -> str | None:
    """Who a part was, by the noun behind "were": "two of the dead were policemen"."""
    match = re.match(
        r"NO[daK]{1,3}[Bb]{1,2}[aDdw\-]{0,3}(?P<who>[PC])", "".join(t.symbol for t in tokens[index : index + 12])
    )
    return None if match is None else "personnel" if match["who"] == "P" else "civilians"


def _by_noun(counted: Counted) -> str | None:
    """What the noun says by itself, or an apposition to it: "three technicians, all servicemen"."""
    head = counted.head
    if head is not None and head.symbol == "C" and (called := apposed(counted.link.head, counted.tokens)):
        return called
    if head is not None and head.symbol in "EP":
        return str(head.data) if head.symbol == "E" else "personnel"
    return None


def _by_absent_noun(counted: Counted) -> str | None:
    """What is counted without a noun of its own: "tank losses", "two of the dead were policemen"."""
    if counted.head is not None:
        return None
    return _equipment(counted.link, counted.tokens) or named_behind(counted.index, counted.tokens)


def _untold(counted: Counted) -> str | None:
    """Of a source that does not tell soldiers from civilians: people."""
    return "civilians" if counted.is_vague and _UNTOLD & counted.words else None


def _party_lost(counted: Counted) -> str | None:
    """What a party to the conflict lost, where no noun and nothing struck speaks of civilians."""
    lost = counted.of_party and any(counted.tokens[k].symbol == "L" for k in counted.link.triggers)
    spared = not any(t.word in STRUCK or t.symbol == "C" for t in counted.tokens)
    return "personnel" if lost and counted.head is None and spared else None


def _taken(counted: Counted) -> str | None:
    """Lives and hostages are civilians'."""
    return "civilians" if any(counted.tokens[k].word in _TAKEN for k in counted.link.triggers) else None


def _called_up(counted: Counted) -> str | None:
    """People of the invader's own land who are counted since its operation began: they were sent to it."""
    who = counted.head or next(iter(counted.tokens[counted.last + 1 :][:1]), None)
    sent = who is not None and who.word in _AT_HOME and counted.of_invader
    told = bool(counted.words & _SENT_TO) or counted.setting.categories[-1:] == ["personnel"]
    return "personnel" if sent and told and not counted.words & STRUCK else None


def _by_civil_noun(counted: Counted) -> str | None:
    """A noun for civilians alone, or fighters and others as an office of rights counts them."""
    head = counted.head
    if head is not None and head.symbol == "C" and head.word not in FLEXIBLE:
        return "civilians"
    return "civilians" if head is not None and head.symbol == "G" and _OF_RIGHTS & counted.tellers else None


def _rest_of_civilians(counted: Counted) -> str | None:
    """So many of whom a part were civilians."""
    return "personnel" if part_is_civilian(counted.index, counted.tokens) else None


def _by_claimant(counted: Counted) -> str | None:
    """What is counted without a noun by who tells it: the reference's daily report, a state that admits its own
    losses, a company of men."""
    if counted.head is not None:
        return None
    registry, behind = counted.setting.registry, counted.tokens[counted.index + 1 : counted.index + 2]
    # States so tell of their own soldiers.
    admitted = bool(_ADMITTING & {t.word for t in counted.tokens[: counted.index]})
    own = admitted and side_of_name(counted.claimant, registry) == counted.side
    army = counted.link.rule.startswith("noun of loss") or any(t.symbol == "X" for t in counted.tokens[: counted.index])
    army = army and bool(_MILITARY & counted.tellers) and side_of_name(counted.claimant, registry) == counted.side
    group = bool(behind) and getattr(behind[0].data, "form", None) == "group"
    return "personnel" if counted.claimant == registry.reference or own or army or group else None


def _by_town(counted: Counted) -> str | None:
    """Whom mayors, governors and hospitals count, where no soldiers are told of."""
    tokens, head = counted.tokens, counted.head
    told = itertools.zip_longest(tokens[: counted.index], tokens[1 : counted.index + 1])
    soldiers = any(t.symbol == "P" and not (names_enemy(t) and after.word in _AIMED) for t, after in told)
    soldiers = soldiers or (more_of_those(tokens, counted.index) and counted.setting.categories[-1:] == ["personnel"])
    plain = head.symbol == "C" if head is not None else not soldiers
    local = bool(counted.tellers & LOCAL and not counted.tellers & _MILITARY) or of_town(counted.claimant)
    return "civilians" if plain and local and not at_barracks(tokens) else None


def _equipment(link: Link, tokens: list[Token]) -> str | None:
    """The equipment right before a noun of loss or behind "of": "tank losses", "losses in tanks"."""
    for k in link.triggers:
        if tokens[k].symbol == "X" and k and tokens[k - 1].symbol == "E":
            return str(tokens[k - 1].data)
        things = next((t for t in tokens[k + 2 : k + 4] if t.symbol not in "daD"), None)
        if tokens[k].symbol == "X" and things is not None and things.symbol == "E" and tokens[k + 1].symbol in "OI":
            return str(things.data)
    return None


_RULES: tuple[Callable[[Counted], str | None], ...] = (
    _by_noun,
    named_soldiers,
    _by_absent_noun,
    soldiers_by_deed,
    _untold,
    _party_lost,
    _taken,
    _called_up,
    _by_civil_noun,
    _rest_of_civilians,
    _by_claimant,
    _by_town,
)

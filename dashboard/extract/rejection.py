"""Why a figure is no reported loss, in plain words."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass

from dashboard.extract.forecasts import not_happened
from dashboard.extract.lexicon import context
from dashboard.extract.lexicon.places import BASES
from dashboard.extract.linking import Link, head_of
from dashboard.extract.tokens import Token

_MOVED = frozenset(context.MOVED)
_HELD = frozenset(context.HELD)
_FLYING = frozenset(
    "drone drones uav uavs missile missiles cruise rockets unmanned weapons munitions projectiles targets".split()
) | {
    "cruise missiles",
    "cruise missile",
    "unmanned aerial vehicles",
}
_UNITS = frozenset(
    """
        brigade battalion regiment unit force army group crowd crew contingent garrison town village city
        republic region nation country district island province
        population team column convoy division company platoon detachment staff
    """.split()
)
# Units that are told as lost whole: "a patrol of 12 soldiers was killed".
_PARTIES = [[w] for w in "group crew convoy column patrol squad platoon team detachment crowd family".split()]
_SHARES = frozenset("percent cent half third thirds quarter quarters percentage".split())
_EXCHANGED = frozenset(
    """
        exchange exchanged swap swapped released freed returned repatriated release freeing releasing return handed
    """.split()
)
_CARING = frozenset("hospital hospitals morgue morgues mortuary medics doctors clinic ambulance paramedics".split())
_DEPORTED = frozenset("deported deportation deporting deportations transferred taken adopted adoption".split())
_ANIMALS = frozenset(
    """
        cow cows buffalo buffaloes buffalos pig pigs sheep goat goats cattle camel camels horse horses donkeys chickens
        dogs cats birds elephants livestock animals dolphins reindeer hen hens layers poultry flock flocks turkeys ducks
        geese hogs bees fish rhinos rhino lions deer kangaroos whales cats mice rats
    """.split()
)
_JOBS = frozenset("job weight hair revenue crop".split())
_DEVICES = frozenset("devices explosives bombs mines ordnance munitions shells landmines".split())
_POSTS = frozenset("jobs positions posts vacancies roles seats".split())
_OLDEST = 110
_GROUND = frozenset("kilometre kilometer kilometres kilometers mile km metre meter".split())
# What opens a clause that tells when or where, not of whom: "killed 15 rebels as they fled".
_WHILE = frozenset("as when while who".split())
_RETURNED = frozenset("returned repatriated exchange exchanged handed received swap swapped repatriation".split())


def reason_unlinked(index: int, tokens: list[Token]) -> str:
    """Why a figure that no rule ties to a loss is none, by the noun it counts and the words around it."""
    near = head_of("".join(t.symbol for t in tokens[index : index + 16]), 0)
    head = None if near is None else index + near
    window = {t.word for t in tokens[max(0, index - 8) : index + 9]}
    if head is not None and tokens[head].symbol == "E":
        return "equipment, with no loss stated"
    if window & _HELD:
        return "prisoners, arrests or exchanges, not losses in battle"
    if window & _MOVED:
        return "people displaced or evacuated"
    if (head is not None and tokens[head].symbol == "P") or any(t.symbol == "P" for t in tokens[index + 1 : index + 5]):
        return "troop strength, not losses"
    if head is not None:
        return "people, with no loss stated"
    if tokens[index].data is not None and tokens[index].data.word:
        return "a number in words, not tied to a loss"
    return "not tied to a loss"


def reason_linked(link: Link, index: int, tokens: list[Token], *, told: bool = True) -> str | None:
    """Why a figure that a rule ties to a loss is none after all: a goal, a forecast, a case put; None where it
    stands. `told` if a loss was told before it."""
    case = _Case(link, index, tokens, told)
    return next((reason for rule in _RULES if (reason := rule(case))), None)


@dataclass(frozen=True, slots=True)
class _Case:
    """A linked figure in its sentence, as every rule of refusal sees it."""

    link: Link
    index: int
    tokens: list[Token]
    told: bool

    @property
    def first(self) -> int:
        """The first token of figure and loss words."""
        return min([*self.link.triggers, self.index])

    @property
    def last(self) -> int:
        """The last token of figure and loss words."""
        return max([*self.link.triggers, self.index])

    @property
    def inside(self) -> set[str]:
        """The words between the loss word and the figure."""
        return {t.word for t in self.tokens[self.first : self.last]}

    def window(self, size: int = 7) -> set[str]:
        """The words around the figure and its loss."""
        return {t.word for t in self.tokens[max(0, self.first - size) : self.last + size]}


def _of_things(case: _Case) -> str | None:
    """Drones, units, people displaced, shares."""
    index, tokens, link = case.index, case.tokens, case.link
    if _size_of_a_unit(link, index, tokens):
        return "the size of a unit"
    if link.head is None and link.rule == "figure, people, lost" and _of_units(tokens, index, case.last):
        return "units, not people"
    things = {tokens[link.head].word} if link.head is not None else _named_behind(tokens, index)
    if things & _FLYING and _air_raid(tokens):
        return "drones or missiles launched or intercepted"
    if link.head is not None and tokens[link.head].symbol == "E" and link.rule == "figure, people, die":
        return "equipment, with no loss stated"
    behind = {t.word for t in tokens[index + 1 : index + 3]} if link.head is None else set()
    if link.head is None and (behind | _named_behind(tokens, index)) & _ANIMALS:
        return "animals, not people"
    if behind & _JOBS and link.head is None:
        return "jobs or posts, not people"
    if behind & _DEVICES:
        return "things, not people"
    if behind & _POSTS:
        return "jobs or posts, not people"
    if tokens[index].data.size < _OLDEST and "age" in {t.word for t in tokens[max(0, index - 7) : index]}:
        return "an age"
    if _things_lost(case):
        return "things lost, not people"
    if _paid(case):
        return "an amount of money"
    if _moved(tokens, index):
        return "people displaced or evacuated"
    if _base_of_share(tokens, index):
        return "the base of a share"
    if "ratio" in {t.word for t in tokens[max(0, case.first - 5) : index]} or _for_each(tokens, index):
        return "a ratio"
    return None


def _named_behind(tokens: list[Token], index: int) -> set[str]:
    """What a bare figure counts a part of, by the noun behind it: "741 of the 813 aerial weapons"."""
    behind = tokens[index + 1 : index + 6]
    return {t.word for t in behind} if behind[:1] and behind[0].word == "of" else set()


def _base_of_share(tokens: list[Token], index: int) -> bool:
    """Whether a figure is what a share is taken of: "half of the 40,000 wounded", "20 out of
    1,900", not "in the first half of May"."""
    before = tokens[max(0, index - 6) : index]
    if before and before[-1].word == "out of" and any(t.symbol == "N" for t in before):
        return True
    of = next((k for k in range(len(before) - 1, -1, -1) if before[k].word == "of"), None)
    if of is None or any(t.symbol in "nLVKYSBbM,;:" for t in before[of:]):
        return False
    words = [t.word for t in before]
    return bool(_SHARES & set(words)) and words[-3:] != ["million", "of", "the"]


def _paid(case: _Case) -> bool:
    """Whether a number without a noun tells what somebody is paid: "for injuries the payment drops to 1 million"."""
    before = {t.word for t in case.tokens[max(0, case.index - 8) : case.index]}
    return case.link.head is None and bool(_PAY & before)


_PAY = frozenset(
    "payment payments payout payouts compensation pension pensions salary salaries bonus bonuses fee fine".split()
)


def _of_units(tokens: list[Token], index: int, last: int) -> bool:
    """Whether what was lost are battalions or positions."""
    return any(t.word in BASES for t in tokens[index + 1 : last])


def _for_each(tokens: list[Token], index: int) -> bool:
    """Whether a figure is told for each one lost: "for every soldier killed, three were wounded"."""
    pairs = itertools.pairwise(t.word for t in tokens[max(0, index - 10) : index + 9])
    if tokens[index].data.size < 20 and any(a == "for" and b in ("every", "each") for a, b in pairs):
        return True
    behind = tokens[index + 1 : index + 8]
    per = next((k for k, t in enumerate(behind) if t.word in ("per", "every", "each")), None)
    counted = per is not None and per + 1 < len(behind) and behind[per + 1].symbol in "Nn"
    return counted or _by_ground(tokens, index)


def _by_ground(tokens: list[Token], index: int) -> bool:
    """Whether a figure is told for each stretch of ground: "102 casualties for every kilometre", "for each 48cm"."""
    behind = tokens[index + 1 : index + 14]
    pairs = itertools.pairwise(t.word for t in behind)
    each = any(pair in (("for", "each"), ("for", "every"), ("per", "square")) for pair in pairs)
    return each and any(t.symbol == "n" or t.word in _GROUND for t in behind)


def _things_lost(case: _Case) -> bool:
    """Whether "another 71 were lost" is said of drones or vehicles, or of nobody named."""
    link, tokens = case.link, case.tokens
    if link.head is not None or link.rule != "figure, people, lost":
        return False
    before = [t.symbol for t in tokens[: case.index]]
    people = any(symbol in "PCG" for symbol in before)
    return ("E" in before and not people) or (not people and not case.told)


def _moved(tokens: list[Token], index: int) -> bool:
    """Whether the figure counts people who had to leave: "15 million have become refugees"."""
    for token in tokens[index + 1 : index + 6]:
        if token.symbol in ",;JK" or token.word in _WHILE:
            return False
        if token.word in ("refugees", "displaced", "homeless", "fled", "flee", "evacuated", "uprooted"):
            return True
    return False


def _not_yet(case: _Case) -> str | None:
    """A forecast, a goal, a case put."""
    return not_happened(case.link, case.first, case.last, case.inside, case.tokens)


def _of_prisoners(case: _Case) -> str | None:
    """An exchange, bodies handed over, a sentence."""
    window = case.window()
    types = {kind for k in case.link.triggers for kind in (case.tokens[k].data or ()) if isinstance(kind, str)}
    if types == {"captured"} and window & _DEPORTED and not window & {"prisoner", "captive", "soldiers", "troops"}:
        return "people displaced or evacuated"
    if types == {"captured"} and window & _EXCHANGED:
        return "an exchange or release of prisoners"
    if window & {"bodies", "remains"} and window & _RETURNED and not window & _CARING:
        return "bodies returned, not a count of losses"
    if types <= {"captured"} and types and window & {"sentenced", "jailed", "charged", "convicted"}:
        return "arrests or sentences"
    return None


_RULES: tuple[Callable[[_Case], str | None], ...] = (_of_things, _not_yet, _of_prisoners)


def _size_of_a_unit(link: Link, index: int, tokens: list[Token]) -> bool:
    """Whether a figure is how many a unit has: "a brigade of nearly 5,000 personnel"."""
    before = [t.word for t in tokens[max(0, index - 3) : index]]
    whole = link.rule.startswith(("figure, people", "figure, passive")) and before[-2:-1] in _PARTIES
    return len(before) > 1 and before[-1] == "of" and before[-2] in _UNITS and not whole


def _air_raid(tokens: list[Token]) -> bool:
    """Whether a sentence tells of an air raid and its defence."""
    return any(
        t.word in ("launched", "fired", "intercepted", "jamming", "overnight", "shot", "downed", "air", "repelled")
        for t in tokens
    )

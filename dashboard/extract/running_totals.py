"""Whether a figure counts the losses of a whole war until now, by the words around it."""

from __future__ import annotations

import itertools

from dashboard.extract.lexicon import telling
from dashboard.extract.linking import Link
from dashboard.extract.registry import Registry, side_of
from dashboard.extract.tokens import Token

_TAKEN_TO = frozenset([*telling.TAKING, *"bring brought raised lifted pushed".split()])
_TOTALS = frozenset([*telling.TOTALS, "death toll", "losses"])
_RISING = frozenset(
    """
        rises risen rose rising climbs climbed passes passed reaches reached jumped stands stood soars surpassed
    """.split()
)
BLOWS = frozenset(
    """
        strike strikes attack attacks raid raids ambush ambushed blast blasts bombing explosion shelling clash clashes
        battle crash sinking airstrike airstrikes missile missiles drone drones bomb bomber offensive assault siege
        incursion operation firefight shootout landmine mine gunfight yesterday today overnight
    """.split()
)
# Blows in the plural, which a count in the perfect adds up.
_REPEATED = frozenset(
    """
        strikes attacks raids blasts clashes airstrikes missiles drones ambushes bombings explosions battles offensives
        operations sieges assaults incursions shelling gunfight drone missile rocket
    """.split()
)
_BATTLES = frozenset(
    "battle counteroffensive counter-offensive offensive siege operation attack strike assault".split()
)
_FIGHTING = frozenset("for in alongside with against on beside".split())
_LARGE, _TOTAL = 1000, 10000
# How far before a total it may stand that it is taken there.
_TO_TOTAL = 17
# What a total does on its way up; so many fall in no single month.
_REACHES = frozenset(
    """
        reach reaches reached reaching pass passes passed passing exceed exceeds exceeded exceeding top tops topped
        topping surpass surpasses surpassed surpassing cross crosses crossed crossing hit hits hitting near neared
        approach approached approaching stand stands stood rise rises rose risen
    """.split()
)
_NO_MONTH = 100_000


def taken_to(tokens: list[Token], index: int) -> bool:
    """Whether a figure is where a total was taken to: "taking the total to N", "losses grew by 700 to N"."""
    before = {t.word for t in tokens[max(0, index - _TO_TOTAL) : index]}
    former = next((t for t in reversed(tokens[max(0, index - 6) : index]) if t.symbol == "N"), None)
    if former is not None and "by" in before and bool({"to", "total"} & {t.word for t in tokens[index - 2 : index]}):
        return bool(tokens[index].data.size > former.data.size)
    return bool(_TAKEN_TO & before) and bool(_TOTALS & before)


def reaches(tokens: list[Token], index: int) -> bool:
    """Whether a figure is one that a total of the war reached at some time: "losses passed 500,000 in May"."""
    before = [t.word for t in tokens[max(0, index - 10) : index]]
    return tokens[index].data.size >= _NO_MONTH and (tokens[index].data.verbal or bool(_REACHES & set(before[-5:])))


def rising_toll(tokens: list[Token], index: int, tie: Link) -> bool:
    """Whether a figure is where a death toll has risen to."""
    toll = any(tokens[k].word in ("toll", "death toll") for k in tie.triggers)
    near = {t.word for t in tokens[max(0, index - 6) : index]}
    up = [t.word for t in tokens[max(0, index - 2) : index]] == ["up", "to"]
    return toll and (bool(near & _RISING) or up or tokens[index].data.verbal)


def has_lost(tokens: list[Token], tie: Link) -> bool:
    """Whether a side "has lost" so many, with no period named: until now."""
    lost = min(tie.triggers, default=0)
    perfect = lost > 0 and tokens[lost].symbol == "L" and tokens[lost - 1].word in ("has", "have")
    return perfect and tie.rule.startswith(("lose", "coord", "part"))


def of_war(tokens: list[Token], index: int) -> bool:
    """Whether a figure is called a total, or as large as only a war's can be, and nothing ties it to one battle."""
    near = tokens[max(0, index - 6) : index]
    called = any(t.word in ("total", "overall") for t in near) and [t.word for t in near[-3:]] != ["a", "total", "of"]
    return (called or tokens[index].data.size >= _TOTAL) and not _of_battle(tokens)


def _of_battle(tokens: list[Token]) -> bool:
    """Whether a sentence tells of one battle or operation."""
    for k, token in enumerate(tokens):
        if token.word in _BATTLES:
            before = {t.word for t in tokens[max(0, k - 4) : k]}
            if before & {"in", "during", "of", "for"} or (k + 1 < len(tokens) and tokens[k + 1].symbol == "X"):
                return True
    return False


def in_theatre(tokens: list[Token], index: int, tie: Link, registry: Registry) -> bool:
    """Whether people are told as lost in the land of the war, or fighting there, and in no one blow."""
    if any(t.word in BLOWS for t in tokens):
        return False
    last = max(index, *tie.triggers, tie.head or index) if tie.triggers else index
    counted = tokens[tie.head + 1 : tie.head + 3] if tie.head is not None else []
    if [t.word for t in counted] == ["fighting", "for"]:
        return True
    behind = tokens[last + 1 : last + 9]
    for word, after in itertools.pairwise(behind):
        if word.symbol in ",;:Nc":
            return False
        if word.word == "in" and side_of(after, registry) == registry.reference_country and not after.possessive:
            return True
        if word.word == "fighting" and after.word in _FIGHTING:
            return True
    return False


def until_now(tokens: list[Token], index: int, tie: Link) -> bool:
    """Whether a loss is told as it stands by now ("have been killed", "casualties stand at"), not as of one blow."""
    places = [index, *tie.triggers]
    near = tokens[max(0, min(places) - 4) : max(places) + 1]
    perfect = any(t.word in ("has", "have", "had") for t in near)
    counted = tie.rule.startswith(("noun of loss", "count", "compared", "figure, noun"))
    counted_at = tokens[index - 1].word == "at" and bool(_TOTALS & {t.word for t in tokens[max(0, index - 9) : index]})
    large = tokens[index].data.size >= _LARGE
    many = not any(t.word in BLOWS and t.word not in _REPEATED for t in tokens)
    return (perfect or (counted and (large or counted_at))) and (not of_blow(tokens) or (perfect and (large or many)))


def of_blow(tokens: list[Token]) -> bool:
    """Whether a sentence tells of a strike, a battle or another single blow."""
    return any(t.word in BLOWS for t in tokens)

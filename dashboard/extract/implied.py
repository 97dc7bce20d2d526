"""Whose losses a figure counts where nothing beside it says so: by those who struck, by what was told before."""

from __future__ import annotations

from dashboard.extract.agents import agent_of
from dashboard.extract.case import Case, around, in_source
from dashboard.extract.foes import FOES
from dashboard.extract.lexicon.losses import GIVING_UP
from dashboard.extract.registry import opposing, side_of, side_of_name
from dashboard.extract.scene import hardest_hit, in_adverbial, in_place, sufferer
from dashboard.extract.ties import more_of_those

_HOLDING = frozenset("captured taken took holds held hold holding seized capture capturing takes taking".split())
# By these words men give themselves up to the side that tells of it, unless it tells of its own.
_GIVING_UP = ("surrendered", "themselves up", *GIVING_UP)
_OWN = frozenset("its our their his".split())
_MORE = frozenset("additional further another extra".split())


def worst_for(case: Case) -> str | None:
    """The side for which a time is said to be the worst."""
    hit = hardest_hit(case.tokens)
    return side_of(case.tokens[hit], case.registry) if hit is not None and hit < case.index else None


def suffers(case: Case) -> str | None:
    """The side that the sentence says to suffer or lose, for soldiers."""
    return sufferer(case.tokens, case.registry) if case.armed else None


def inflicted(case: Case) -> str | None:
    """The other party than the one that inflicted the loss."""
    return opposing(agent_of(case), case.registry)


def held(case: Case) -> str | None:
    """The foe of those who took or hold the prisoners that a figure counts: "Ukraine has captured N POWs", or to whom
    men gave themselves up, as they tell."""
    if any(case.tokens[k].word.endswith(_GIVING_UP) for k in case.link.triggers):
        near = {t.word for t in case.tokens[max(0, case.index - 2) : case.index + 6]}
        return None if near & _OWN else opposing(side_of_name(case.claimant, case.registry), case.registry)
    taken = any(case.tokens[k].symbol == "X" and "captured" in case.tokens[k].data for k in case.link.triggers)
    verb = next(
        (k for k in range(case.index - 1, max(-1, case.index - 5), -1) if case.tokens[k].word in _HOLDING), None
    )
    if not taken or verb is None:
        return None
    before = (side_of(case.tokens[k], case.registry) for k in range(verb - 1, max(-1, verb - 6), -1))
    return opposing(next((side for side in before if side), None), case.registry)


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
    """The side whose losses were told last, unless it inflicted these, or these are militants beside soldiers."""
    agent = agent_of(case)
    if case.former is not None and case.link.head is not None and case.tokens[case.link.head].word in _FIGHTERS:
        return None
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
        and case.tokens[k - 1].word not in _AT
    }
    found -= {None, agent}
    return next(iter(found)) if len(found) == 1 else None


def _told_of(case: Case) -> str | None:
    """The side of those counted before by the same noun: "five more soldiers were wounded"."""
    head = case.link.head
    return case.setting.counted.get(case.tokens[head].word) if head is not None else None


# Who fights an army: beside soldiers they are another side's.
_FIGHTERS = FOES | {"attackers"}
_AT = frozenset("targeting targeted hunting".split())


def before_it(case: Case) -> str | None:
    """The side of the figure before it in the same sentence, where no other is named in between."""
    if case.former is None:
        return None
    k, side = case.former
    more = more_of_those(case.tokens, case.index)
    if more and (same := _told_of(case)) is not None:
        return same
    if case.link.head is not None and case.tokens[case.link.head].word in _FIGHTERS:
        return side if any(t.word in _FIGHTERS for t in case.tokens[k + 1 : k + 4]) else None
    if case.link.triggers and case.tokens[case.link.triggers[-1]].word in ("toll", "death toll", "body count"):
        return side
    if more:
        return side
    told = any(
        t.symbol in "DG;" and not in_place(case.tokens, j) for j, t in enumerate(case.tokens) if k + 3 < j < case.index
    )
    return None if told else side


def goes_on(case: Case) -> str | None:
    """The side of the figure before, with which one goes on by a participle alone: "300 soldiers were killed in the war
    against Ukraine, and 2,700 wounded"."""
    if case.former is None or case.link.rule != "figure, participle" or case.tokens[case.index - 1].symbol != "J":
        return None
    behind = case.tokens[max(case.link.triggers) + 1 : max(case.link.triggers) + 2]
    ends = not behind or behind[0].symbol in ",.;"
    parted = any(t.symbol in "N;" for t in case.tokens[case.former[0] + 1 : case.index])
    return case.former[1] if ends and not parted else None


def usual(case: Case) -> str | None:
    """The side last spoken of as suffering, else the one that the text is likely about."""
    agent = agent_of(case)
    return next((s for s in [*reversed(case.setting.spoken), case.setting.usual_side] if s and s != agent), None)


_TOLLS = frozenset(("toll", "death toll"))
_OF_ARMIES = frozenset(("losses", "casualties", "casualty rate", "casualty rates", "casualty figure", "casualty count"))


def counted_by_reference(case: Case) -> str | None:
    """The reference claimant's adversary, whose losses it reports day by day, for a toll that names no side."""
    registry = case.registry
    counts = any(case.tokens[k].word in _OF_ARMIES | _TOLLS for k in case.link.triggers)
    return opposing(registry.reference_country, registry) if counts and case.claimant == registry.reference else None


def adversary(case: Case) -> str | None:
    """The other party than the one that tells of losses or casualties without naming a side."""
    told = any(case.tokens[k].word in _OF_ARMIES for k in case.link.triggers)
    return opposing(side_of_name(case.claimant, case.registry), case.registry) if told else None


def losses_spoken_of(case: Case) -> str | None:
    """The side whose losses the text spoke of last, for a figure of losses or casualties that names no side."""
    losses = any(case.tokens[k].word in _OF_ARMIES for k in case.link.triggers)
    return usual(case) if losses and case.setting.spoken else None

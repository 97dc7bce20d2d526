"""What a sentence tells around a figure: places, those who struck, those who suffered."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import lru_cache

from dashboard.extract.case import Case, around, in_source
from dashboard.extract.lexicon.places import BASES, CIVIL_PLACES, COUNTRY_OF_PLACE
from dashboard.extract.registry import Registry, side_of
from dashboard.extract.tokens import Side, Token, read

_PLACED = frozenset("in under near across inside around into at on from throughout outside over".split())


_REGIONS = frozenset(
    """
        area areas region regions province district state city town village part parts north south east west centre
        center capital outskirts border coast suburb suburbs port island corner swathes
    """.split()
)


_AIMED = frozenset("against with by to for between".split())


WEAPONS = frozenset(
    """
        strike strikes airstrike airstrikes air attack attacks missile missiles drone drones shelling
        bombardment bombing raid raids rocket rockets fire assault offensive forces troops gunmen fighters
        militants jets warplanes artillery army military operation mortar invasion
    """.split()
)


def struck(case: Case) -> bool:
    """Whether the sentence tells of a strike from afar."""
    return any(
        t.word
        in (
            "strike",
            "strikes",
            "airstrike",
            "airstrikes",
            "missile",
            "missiles",
            "shelling",
            "drone",
            "drones",
            "bombardment",
            "attack",
            "attacks",
            "bomb",
            "bombs",
        )
        for t in case.tokens
    )


def struck_category(tokens: list[Token]) -> str | None:
    """Whether a sentence tells of a blow on soldiers or on people, by the places and people struck."""
    words = {t.word for t in tokens if not t.capital}
    if not words & _BLOW:
        return None
    civil, armed = bool(words & CIVIL_PLACES), bool(words & (BASES | _ARMED) - {"forces", "military", "army"})
    return None if civil == armed else "civilians" if civil else "personnel"


_BLOW = frozenset("strike strikes struck hit attack attacked targeted shelled bombed missile missiles drones".split())
_ARMED = frozenset("soldiers personnel servicemen conscripts recruits draftees training".split())


def places(case: Case) -> Iterator[str]:
    """The sides of places named in the sentence, in order."""
    tokens = case.tokens
    for k in around(case):
        token = tokens[k]
        if in_source(case, k):
            continue
        pair = f"{token.word} {tokens[k + 1].word}" if k + 1 < len(tokens) else ""
        country = COUNTRY_OF_PLACE.get(token.word) or COUNTRY_OF_PLACE.get(pair)
        if country and (token.capital or token.word == "enclave"):
            yield country
        elif (
            token.symbol == "D"
            and not owns_weapon(tokens, k)
            and not _border(tokens, k)
            and (
                in_place(tokens, k)
                or (k + 1 < len(tokens) and tokens[k + 1].word in _LANDS)
                or (
                    token.possessive
                    and k + 1 < len(tokens)
                    and tokens[k + 1].word in _ITS_WAR
                    and not _waged(tokens, k)
                )
            )
        ):
            side = side_of(token, case.registry)
            if side:
                yield side


_LANDS = frozenset("city town village region capital province district border".split())
# "Sudan's war has killed": those of the land.
_ITS_WAR = frozenset("war conflict civil unrest violence insurgency".split())


def _waged(tokens: list[Token], k: int) -> bool:
    """Whether a land's war is one that it wages elsewhere: "Russia's war against Ukraine"."""
    return any(t.word in ("against", "on", "in") for t in tokens[k + 2 : k + 3])


def _border(tokens: list[Token], k: int) -> bool:
    """Whether a land is only told to be near: "near the Afghan border"."""
    near = tokens[k + 1 : k + 2] != [] and tokens[k + 1].word == "border"
    return near and any(t.word in ("near", "from", "with", "along", "off") for t in tokens[max(0, k - 3) : k])


def in_place(tokens: list[Token], k: int) -> bool:
    """Whether a side's name stands as a place: "in Lebanon", "in southern Gaza", "on the northern Gaza town"."""
    for j in range(k - 1, max(-1, k - 5), -1):
        token = tokens[j]
        if token.word in _PLACED:
            return True
        if token.word == "of" and j and tokens[j - 1].word in _REGIONS:
            return any(t.word in _PLACED for t in tokens[max(0, j - 6) : j])
        if token.symbol not in "daw" or token.symbol in ",":
            return False
    return False


def owns_weapon(tokens: list[Token], k: int) -> bool:
    """Whether a side's name stands before a weapon, a strike or an army: the one who strikes."""
    after = [t.word for t in tokens[k + 1 : k + 3]]
    return bool(after) and (
        after[0] in WEAPONS or (len(after) > 1 and after[1] in WEAPONS and tokens[k + 1].symbol in "aw")
    )


def strikes_by(tokens: list[Token], k: int) -> bool:
    """Whether a side stands behind "by" as the one who strikes: "an attack by Russia", "a raid carried out by"."""
    by = k - 1 - (tokens[k - 1].symbol == "d")
    return by > 0 and tokens[by].word == "by" and any(t.word in WEAPONS for t in tokens[max(0, by - 6) : by])


def in_adverbial(tokens: list[Token], k: int) -> bool:
    """Whether a side is only a place or an adversary ("in Ukraine", "against Ukraine")."""
    if tokens[k].possessive or not k:
        return False
    before = tokens[k - 1]
    return before.word in _PLACED | _AIMED or (
        before.word == "the" and k > 1 and tokens[k - 2].word in _AIMED and tokens[k + 1 : k + 2] == []
    )


def shrinks(tokens: list[Token], k: int) -> bool:
    """Whether a force is told as made smaller: "the army was reduced by", "its ranks have shrunk by"."""
    return tokens[k].word in _SHRUNK and [t.word for t in tokens[k + 1 : k + 2]] == ["by"]


_SHRUNK = frozenset(
    "reduced depleted weakened thinned shrunk shrank diminished whittled lessened dwindled cut bled drained".split()
)


def sufferer(tokens: list[Token], registry: Registry) -> str | None:
    """The side that is said to suffer or lose, wherever in the sentence."""
    for k, token in enumerate(tokens):
        if token.word.startswith("cost") and token.symbol == "L":
            paid = next((side for t in tokens[k + 1 : k + 4] if (side := side_of(t, registry))), None)
            if paid:
                return paid
        price = token.word in _PAYING and {"price", "toll", "cost"} & {t.word for t in tokens[k + 1 : k + 5]}
        if (
            token.symbol == "L"
            or price
            or token.word in _FACING
            or token.word.startswith("suffer")
            or (token.word in _TELLING and any(t.symbol == "X" for t in tokens[k + 1 : k + 5]))
            or (token.word in _SHRUNK and shrinks(tokens, k))
        ):
            for j in range(k - 1, max(-1, k - 11), -1):
                side = side_of(tokens[j], registry)
                if side and not in_adverbial(tokens, j):
                    return side
                if k - j > 4 and tokens[j].symbol in ",;:NS":
                    break
    return None


_PAYING = frozenset("pays paying paid pay".split())
_FACING = frozenset("faced faces facing sustained endured humiliated humiliation".split())
# "Russia has provided few casualty figures", "Kyiv rarely discloses its losses".
_TELLING = frozenset(
    """
        provided disclosed disclose discloses released published revealed conceals concealed
        admitted admits acknowledged acknowledges conceded concedes taken took take takes taking incurred incurring
    """.split()
)


def hardest_hit(tokens: list[Token]) -> int | None:
    """Where the side stands for which a time was the worst: "the deadliest year for Russian forces"."""
    for k, token in enumerate(tokens):
        if token.word in _HARDEST:
            for j in range(k + 1, min(len(tokens) - 1, k + 8)):
                if tokens[j].symbol in ",;:.N":
                    break
                if tokens[j].word == "for":
                    side = next((m for m in range(j + 1, min(len(tokens), j + 3)) if tokens[m].symbol in "DG"), None)
                    if side is not None:
                        return side
    return None


_HARDEST = frozenset("deadliest worst bloodiest costliest".split())


@lru_cache(maxsize=1 << 12)
def land_of(name: str | None) -> str | None:
    """The country in whose name a claimant speaks, by the first side word in the name."""
    words = (name or "").replace("'s", "")
    if _BREAKAWAY.search(words):
        return None
    tokens = read(words, 0, len(words), {})
    pairs = list(itertools.zip_longest(tokens, tokens[1:]))
    named = next((t.data.name for t, after in pairs if isinstance(t.data, Side) and not _of_house(t, after)), None)
    if named:
        return named
    told = (
        COUNTRY_OF_PLACE.get(f"{t.word} {a.word}" if a else t.word) or COUNTRY_OF_PLACE.get(t.word) for t, a in pairs
    )
    return next((land for land in told if land), None)


# "the self-proclaimed Donetsk republic" speaks for no land that the place is in.
_BREAKAWAY = re.compile(
    r"\b(?:self-proclaimed|self-declared|self-styled|breakaway|\w+sk people.?s republic)\b", re.IGNORECASE
)


def _of_house(token: Token, after: Token | None) -> bool:
    """Whether a people's name is only that of a house: "the Saudi Hospital"."""
    return token.data.form == "adjective" and after is not None and after.capital and after.word in _HOUSES


_HOUSES = frozenset("hospital school university market mosque church hotel street bridge clinic".split())

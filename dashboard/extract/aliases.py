"""Registered claimants found in a noun phrase by their aliases."""

from __future__ import annotations

import itertools
from functools import lru_cache

from dashboard.extract.naming import LEADING, NOUNS
from dashboard.extract.registry import Registry, plain_name, side_of, with_countries
from dashboard.extract.tokens import Token

# Organisations whose bodies count for themselves: "the UN mission", "a UN panel".
_ROOFS = frozenset(("United Nations (UN)",))
_BODIES = frozenset("mission missions panel commission inquiry office agency envoy rapporteur committee".split())
_AIDES = frozenset("adviser advisor aide spokesman spokeswoman spokesperson ally assistant envoy deputy".split())


def is_known(name: str, registry: Registry) -> bool:
    """Whether a name is canonical."""
    return name in registry.countries


def registered(words: list[Token], registry: Registry) -> str | None:
    """The canonical name of the longest alias that stands in the phrase; None where the phrase names somebody else,
    of whom the alias only tells the office."""
    parts = [(p, t) for t in words for p in _parts(t.word)]
    if registry.openings.isdisjoint(p for p, _ in parts):
        return None
    best: tuple[int, int, str] | None = None
    for i in range(len(parts)):
        if parts[i][0] not in registry.openings:
            continue
        for n in range(min(registry.longest, len(parts) - i), 0, -1):
            name = look_up([p for p, _ in parts[i : i + n]], registry)
            if not name:
                continue
            if name in registry.persons and not parts[i + n - 1][1].possessive and not _speaks_for(parts[:i]):
                return name
            if best is None or n >= best[0]:
                best = (n, i, name)
    return _if_telling(best, parts, words, registry) if best else None


def _if_telling(
    best: tuple[int, int, str], parts: list[tuple[str, Token]], words: list[Token], registry: Registry
) -> str | None:
    """The name found, None where the words around it make another source of it."""
    size, start, name = best
    person = name in registry.persons
    if person and _speaks_for(parts[:start]):
        return None
    rest = [t for _, t in parts[:start] + parts[start + size :]]
    place_only = size == 1 and parts[start][1].symbol == "D"
    if name in _ROOFS and rest and any(t.word in _BODIES for t in rest):
        return None
    behind = [t for _, t in parts[start + size : start + size + 4]]
    if behind and behind[0].word == "of" and _of_another(behind[1:], registry.countries.get(name), registry):
        return None
    if (place_only and any(_telling(t) for t in rest)) or (not person and _names_person(rest, words)):
        return None
    return name


def _of_another(behind: list[Token], country: str | None, registry: Registry) -> bool:
    """Whether an office is told as another land's: "the General Staff of the Russian armed forces"."""
    land = next((side for t in behind if t.symbol == "D" and (side := side_of(t, registry))), None)
    return country is not None and land is not None and land != country


@lru_cache(maxsize=1 << 15)
def _parts(word: str) -> tuple[str, ...]:
    """The words of a token as aliases have them."""
    return tuple(plain for p in word.replace(".", "").split() if (plain := plain_name([p])))


def look_up(parts: list[str], registry: Registry) -> str | None:
    """The canonical name of some words, or of the same words with another name of the country."""
    name = registry.canonical.get(" ".join(parts))
    return name or (registry.canonical.get(with_countries(parts)) if len(parts) > 1 else None)


def _speaks_for(before: list[tuple[str, Token]]) -> bool:
    """Whether a name is only that of the one spoken for: "an adviser to the president"."""
    words = [p for p, _ in before]
    return bool(_AIDES & set(words)) and bool({"to", "for", "of"} & set(words))


def _telling(token: Token) -> bool:
    """Whether a word beside a capital's name makes another source of it: "Kyiv police", "Kyiv mayor"."""
    return token.word in NOUNS or (token.symbol == "w" and token.capital and token.word not in LEADING)


def _names_person(rest: list[Token], words: list[Token]) -> bool:
    """Whether two capitalised plain words in a row are left over, as a person's name is."""
    names = [
        k
        for k, t in enumerate(words)
        if t in rest and t.symbol == "w" and t.capital and t.word not in NOUNS and t.word not in LEADING
    ]
    return any(b == a + 1 for a, b in itertools.pairwise(names)) and not any(t.symbol == "J" for t in rest)

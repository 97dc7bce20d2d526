"""Names of those who stand behind figures: from the words of a noun phrase to a canonical or short name."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field

from dashboard.extract.lexicon import sources
from dashboard.extract.naming import LEADING, NOUNS, core, is_named, last_noun_phrase, written
from dashboard.extract.registry import COUNTRIES as _COUNTRY_OF
from dashboard.extract.registry import Registry, plain_name, side_of, with_countries
from dashboard.extract.tokens import Token

_GENERIC = frozenset(sources.GENERIC_SOURCES)


_PRONOUNS = frozenset(sources.PRONOUNS)


_ROLES = frozenset(sources.ROLES)


_AIDES = frozenset("adviser advisor aide spokesman spokeswoman spokesperson ally assistant".split())


_TAKEN_UP = frozenset(
    """
        statement report group post message organisation organization agency organisations organizations tank groups
        institute outlet outlets
    """.split()
)


_ANYBODY = frozenset("general admiral colonel official leader head boss chief commander".split())


_OFFICES = frozenset(
    "defence defense health interior foreign emergency general staff military top brass mod of".split()
)


_STATE = frozenset("ministry ministries military army mod staff brass".split())


_OUTLETS = frozenset(o.strip().lower() for o in sources.OUTLETS.split("|") if o.strip())


@dataclass(slots=True)
class Memory:
    """Who was named so far, latest last: persons and organisations by name."""

    names: list[str] = field(default_factory=list)
    persons: list[str] = field(default_factory=list)
    spoken: list[tuple[str, frozenset[str]]] = field(default_factory=list)


def _by_role(words: list[Token], registry: Registry) -> str | None:
    """The registered holder of a role told with its country: "the Ukrainian president"."""
    country = next((side_of(t, registry) for t in words if t.symbol == "D"), None)
    role = " ".join(t.word for t in words if t.symbol not in "D," and t.word not in LEADING)
    return registry.roles.get((country, role)) if country else None


def name_of(phrase: list[Token], text: str, registry: Registry, memory: Memory) -> str | None:
    """The name that a noun phrase gives: canonical, resolved from a pronoun or role, or as written; None if no
    source."""
    words = last_noun_phrase([t for t in phrase if t.symbol not in ".()"])
    phrase = words
    found = _registered(words, registry)
    if found:
        return found
    while (
        words
        and (words[0].word in LEADING or words[0].symbol in ",-:")
        and words[0].word not in _PRONOUNS
        and not is_named(words[0])
    ):
        words = words[1:]
    while words and (
        words[-1].symbol in ",-:;"
        or words[-1].word in LEADING
        or (words[-1].word.endswith("ly") and not words[-1].capital)
    ):
        words = words[:-1]
    if not words:
        return None
    if len(words) == 1 and words[0].word in _PRONOUNS:
        return _antecedent(words[0].word, memory)
    if holder := _role_holder(phrase, registry, memory):
        return holder
    words = core(words)
    if words[-1].symbol == "X" and words[-1].word not in NOUNS:
        return None
    if (holder := _by_role(words, registry)) is not None and holder in memory.names + memory.persons:
        return holder
    plain = [t.word for t in words]
    if all(p in _GENERIC or p in LEADING for w in plain for p in w.split()):
        return _definite(plain, phrase, memory)
    if not any(p in NOUNS for w in plain for p in re.split(r"[ -]", w)) and not any(is_named(t) for t in words):
        return None
    return written(words, text)


def is_outlet(name: str) -> bool:
    """Whether a name is a news outlet, which passes figures on rather than making them."""
    plain = name.lower().removeprefix("the ")
    return plain in _OUTLETS or f"the {plain}" in _OUTLETS


def is_known(name: str, registry: Registry) -> bool:
    """Whether a name is canonical."""
    return name in registry.countries


def _registered(words: list[Token], registry: Registry) -> str | None:
    """The canonical name of the longest alias that stands in the phrase; None where the phrase names somebody else,
    of whom the alias only tells the office."""
    parts = [(plain_name([p]), t) for t in words for p in t.word.replace(".", "").split() if p != "the"]
    parts = [(p, t) for p, t in parts if p]
    best: tuple[int, int, str] | None = None
    for i in range(len(parts)):
        for n in range(min(registry.longest, len(parts) - i), 0, -1):
            name = _look_up([p for p, _ in parts[i : i + n]], registry)
            if not name:
                continue
            if name in registry.persons and not parts[i + n - 1][1].possessive and not _speaks_for(parts[:i]):
                return name
            if best is None or n >= best[0]:
                best = (n, i, name)
    if best is None:
        return None
    size, start, name = best
    if name in registry.persons and _speaks_for(parts[:start]):
        return None
    rest = [t for _, t in parts[:start] + parts[start + size :]]
    place_only = size == 1 and parts[start][1].symbol == "D"
    if (place_only and any(_telling(t) for t in rest)) or (name not in registry.persons and _names_person(rest, words)):
        return None
    return name


def _speaks_for(before: list[tuple[str, Token]]) -> bool:
    """Whether a name is only that of the one spoken for: "an adviser to the president"."""
    words = [p for p, _ in before]
    return bool(_AIDES & set(words)) and bool({"to", "for", "of"} & set(words))


def _look_up(parts: list[str], registry: Registry) -> str | None:
    """The canonical name of some words, or of the same words with another name of the country."""
    name = registry.canonical.get(" ".join(parts))
    return name or (registry.canonical.get(with_countries(parts)) if len(parts) > 1 else None)


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


def _antecedent(pronoun: str, memory: Memory) -> str | None:
    """Who a pronoun stands for: the last person for he and she, the last name otherwise."""
    if pronoun in ("he", "she"):
        return memory.persons[-1] if memory.persons else (memory.names[-1] if memory.names else None)
    if pronoun in ("it", "they"):
        offices = [n for n in memory.names if n not in memory.persons] if pronoun == "it" else memory.names
        known = offices or memory.names
        return known[-1] if known else None
    return None


def _role_holder(phrase: list[Token], registry: Registry, memory: Memory) -> str | None:
    """The person named before whom a definite role calls: "the head of the group", "Ukraine's top general"."""
    definite = any(t.word in ("the", "its", "their") or t.possessive for t in phrase[:2])
    roles = [t.word for t in phrase if t.word in _ROLES]
    named = any(t.symbol == "w" and t.capital and t.word not in NOUNS and t is not phrase[0] for t in phrase)
    if not definite or not roles or named:
        return None
    lands = {side_of(t, registry) for t in phrase if t.symbol in "DG"}
    for person in reversed(memory.persons):
        land = registry.countries.get(person)
        others = (set(person.lower().split()) | registry.offices.get(person, frozenset())) & _ROLES
        if (not lands or land is None or land in lands) and (
            not others or others & set(roles) or set(roles) <= _ANYBODY
        ):
            return person
    return None


def full_name(name: str, memory: Memory, registry: Registry, country: str | None) -> str:
    """A bare office by the full name that the text has for it, else as that of the publisher's country: "Defense
    Ministry" in Russian news."""
    words = plain_name(name.lower().split()).split()
    bare = all(w in _GENERIC or w in _OFFICES for w in words) and bool(_STATE & set(words))
    if is_known(name, registry) or not bare:
        return name
    for other, spoken in memory.spoken:
        if len(spoken) > len(words) and set(words) - {"of"} <= spoken and other != name:
            return other
    lands = [_COUNTRY_OF.get(w) for n in memory.names for w in plain_name(n.lower().split()).split()]
    for land in (*lands, (country or "").lower()):
        for office in ([land or "", *words], [land or "", "defence", *words]):
            if land and (found := _look_up(office, registry)):
                return found
    return name


def _definite(plain: list[str], phrase: list[Token], memory: Memory) -> str | None:
    """Who "the ministry" or "officials" means: the last one named with that word; else as written, if it tells
    enough."""
    nouns = [
        p
        for w in plain
        for p in w.split()
        if p in _GENERIC and p not in ("general", "defence", "defense", "data", "figures")
    ]
    for name, known in reversed(memory.spoken):
        if any(_kin(noun, known) for noun in nouns):
            return name
    definite = any(t.word in ("the", "its", "this") for t in phrase)
    if definite and memory.names and any(n in _TAKEN_UP for n in nouns):
        return memory.names[-1]
    return " ".join(plain) if nouns and not ({"statement", "report", "post", "message"} & set(nouns)) else None


def _kin(noun: str, known: frozenset[str]) -> bool:
    """Whether a name holds a source noun or one of its kind."""
    kinds = (
        {"military", "army", "forces", "command", "idf"},
        {"official", "officials"},
        {"authority", "authorities"},
        {"spokesman", "spokeswoman", "spokesperson"},
    )
    return (
        noun in known
        or any(noun in kind and kind & known for kind in kinds)
        or (noun == "ministry" and "ministry" in known)
    )


def remember(memory: Memory, name: str, *, person: bool, words: frozenset[str] = frozenset()) -> None:
    """Adds a name as the latest, with the words by which the text called it."""
    memory.names.append(name)
    plain = plain_name(name.lower().split()).split()
    memory.spoken.append((name, frozenset(plain) | {w.replace("defense", "defence") for w in words}))
    if person:
        memory.persons.append(name)

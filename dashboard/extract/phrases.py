"""The lexicon by first word: each word or phrase with its symbol and what the lexicon says of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dashboard.extract.lexicon import equipment, function, grammar, losses, people, sides, sources

Entry = tuple[tuple[str, ...], str, Any]
# By first word, then by second ("" for single words): the entries, longest first.
Phrases = dict[str, dict[str, list[Entry]]]


@dataclass(frozen=True, slots=True)
class Side:
    """A party by its canonical name; `word` tells an adjective, a people, a place or ruler, the enemy or our own."""

    name: str
    form: str


@lru_cache(maxsize=1)
def general() -> Phrases:
    """The lexicon by first word, longest phrases first."""
    entries: list[tuple[str, str, Any]] = []
    entries += [(p, "V", t) for p, t in losses.ACTIVE_VERBS.items()]
    entries += [(p, "X", t) for p, t in losses.NOUNS.items() if p not in losses.PARTICIPLES]
    entries += [(p, "K", t) for p, t in losses.PARTICIPLES.items()]
    entries += [(w.replace("-", " "), "W", ()) for w in losses.DESTROY_VERBS]
    entries += [(w, "L", ()) for w in losses.LOSE_VERBS]
    entries += [(w, "h", (losses.CAPTURED,)) for w in losses.HOLD_VERBS]
    entries += list(_captivities())
    entries += [(f"as {w}", "K", t) for w, t in losses.PARTICIPLES.items() if " " not in w]
    entries += [(w, "Y", ("killed",)) for w in losses.DIE_VERBS]
    entries += [(form, "P", "personnel") for w in people.PERSONNEL for form in {w, w.replace("-", " ")}]
    entries += [(form, "C", "civilians") for w in people.CIVILIANS for form in {w, w.replace("-", " ")}]
    entries += [(w, "E", c) for w, c in equipment.EQUIPMENT.items()]
    entries += list(_side_entries())
    entries += _function_entries()
    table: Phrases = {}
    for phrase, symbol, data in entries:
        _add(table, phrase.replace("of-the", "of the"), symbol, data)
    return table


def _function_entries() -> list[tuple[str, str, Any]]:
    """Small words by symbol; the first entry of a word wins, so the narrower part comes first."""
    groups: list[tuple[str, Iterable[str]]] = [
        ("O", ["of", "out of"]), ("T", ["to"]), ("A", ["at", "as high as", "as low as"]),
        ("l", ["left", "leaving", "leaves", "leave"]),
        ("i", [*function.INCLUDING, "among them", "among whom"]), ("q", ["who", "that", "which", "whom"]),
        ("J", grammar.ADDING), ("v", grammar.COMPARING), ("B", function.AUXILIARIES), ("b", function.HAVING),
        ("B", grammar.STATES), ("x", function.COUNT_NOUNS), ("M", function.MEASURE_VERBS), ("a", function.FILLERS),
        ("S", sources.SAY_VERBS), ("J", function.CONJUNCTIONS), ("I", function.PREPOSITIONS),
        ("c", function.CLAUSE_BREAKS), ("A", grammar.AT_A_RATE), ("a", grammar.FILLERS), ("M", grammar.MEANING),
        ("d", function.DETERMINERS),
    ]  # fmt: skip
    return [(word, symbol, None) for symbol, words in groups for word in words]


def _side_entries() -> Iterable[tuple[str, str, Any]]:
    """Countries, peoples and armed groups."""
    for line in sides.COUNTRIES.strip().splitlines():
        name, adjectives, nation, others = line.split("|")
        yield name.lower(), "D", Side(name, "place")
        yield from ((w.replace("-", " "), "D", Side(name, "adjective")) for w in adjectives.split())
        yield from ((w.replace("-", " "), "G", Side(name, "people")) for w in nation.split())
        yield from ((w.replace("-", " "), "D", Side(name, "place")) for w in others.split())
        yield from ((w, "D", Side(name, "adjective")) for w in adjectives.split() if "-" in w)
    for line in sides.GROUPS.strip().splitlines():
        name, others = line.split("|")
        for w in others.split():
            yield w, "D", Side(name, "group")
            if "-" in w:
                yield w.replace("-", " "), "D", Side(name, "group")
    yield from ((w, "P", Side("*enemy", "enemy")) for w in sides.ENEMY)


def _captivities() -> Iterable[tuple[str, str, Any]]:
    """Whose captives people are: "in Russian captivity"."""
    for line in [*sides.COUNTRIES.strip().splitlines(), *sides.GROUPS.strip().splitlines()]:
        names = [name.replace("-", " ") for name in line.split("|")[1].split()]
        yield from ((f"in {name} captivity", "K", (losses.CAPTURED,)) for name in names)


def _add(table: Phrases, phrase: str, symbol: str, data: object) -> None:
    """Puts a phrase under its first and second word, unless it is there already; longer phrases stand first."""
    words = tuple(phrase.split())
    bucket = table.setdefault(words[0], {}).setdefault("".join(words[1:2]), [])
    if all(existing[0] != words for existing in bucket):
        bucket.append((words, symbol, data))
        bucket.sort(key=lambda entry: -len(entry[0]))


def phrases_with(names: Mapping[str, str]) -> Phrases:
    """The lexicon with a conflict's own words for its sides laid over it."""
    own: Phrases = {}
    for alias, side in names.items():
        if _known(alias.lower()):
            continue
        _add(own, alias.lower(), "D", Side(side, "place"))
    return {first: _laid_over(seconds, general().get(first, {})) for first, seconds in own.items()}


def _laid_over(own: dict[str, list[Entry]], shared: dict[str, list[Entry]]) -> dict[str, list[Entry]]:
    """The entries of both under one first word, our own first among those equally long."""
    seconds = own.keys() | shared.keys()
    return {w: sorted(own.get(w, []) + shared.get(w, []), key=lambda e: -len(e[0])) for w in seconds}


def _known(phrase: str) -> bool:
    """Whether the general lexicon holds a phrase as it stands."""
    words = tuple(phrase.split())
    entries = general().get(words[0], {}).get("".join(words[1:2]), [])
    return any(entry[0] == words and entry[1] in "DGP" for entry in entries)

"""Words of a sentence with their part in the grammar, one symbol each, so that rules are short expressions
over symbols.

| symbol | what | symbol | what |
| --- | --- | --- | --- |
| N n | figure; refused figure | B b M | be; have, may; measuring verb (reached, averaged) |
| P C G E | personnel, civilians, a people, equipment | d a | determiner; filler |
| D | side or nationality | O T A I | of; to; at; another preposition |
| K V W | participle of loss; its active verb; destroy | J i q | and, or; including; who, which |
| L Y X | lose; die; noun of loss | x v | count noun; compared with |
| l S c | left behind; verb of saying; clause break | w | any other word |
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dashboard.extract.lexicon import function, grammar, losses, sides, sources
from dashboard.extract.numbers import figures

_WORD = re.compile(r"(?:[A-Za-z]\.){2,4}(?![A-Za-z])|[^\W_]+(?:['.-][^\W_]+)*|[^\w\s]")
_POSSESSIVE = ("'s", "s'")
_MOST_WORDS = 6


@dataclass(slots=True)
class Token:
    """One word or phrase: its symbol, lower-case form without possessive, span, and what the lexicon says of it."""

    symbol: str
    word: str
    start: int
    end: int
    data: Any = None
    possessive: bool = False
    capital: bool = False


Phrases = dict[str, list[tuple[tuple[str, ...], str, Any]]]


@dataclass(frozen=True, slots=True)
class Side:
    """A party by its canonical name; `word` tells an adjective, a people, a place or ruler, the enemy or our own."""

    name: str
    form: str


@lru_cache(maxsize=1)
def _general() -> Phrases:
    """The lexicon by first word, longest phrases first."""
    entries: list[tuple[str, str, Any]] = []
    entries += [(p, "V", t) for p, t in losses.ACTIVE_VERBS.items()]
    entries += [(p, "X", t) for p, t in losses.NOUNS.items() if p not in losses.PARTICIPLES]
    entries += [(p, "K", t) for p, t in losses.PARTICIPLES.items()]
    entries += [(w, "W", ()) for w in losses.DESTROY_VERBS]
    entries += [(w, "L", ()) for w in losses.LOSE_VERBS]
    entries += [(w, "Y", ("killed",)) for w in losses.DIE_VERBS]
    entries += [(form, "P", "personnel") for w in losses.PERSONNEL for form in {w, w.replace("-", " ")}]
    entries += [(form, "C", "civilians") for w in losses.CIVILIANS for form in {w, w.replace("-", " ")}]
    entries += [(w, "E", c) for w, c in losses.EQUIPMENT.items()]
    entries += list(_side_entries())
    entries += _function_entries()
    table: Phrases = {}
    for phrase, symbol, data in entries:
        _add(table, phrase.replace("of-the", "of the"), symbol, data)
    return table


def _function_entries() -> list[tuple[str, str, Any]]:
    """Small words by symbol; the first entry of a word wins, so the narrower part comes first."""
    groups: list[tuple[str, Iterable[str]]] = [
        ("O", ["of"]), ("T", ["to"]), ("A", ["at", "as high as", "as low as"]),
        ("l", ["left", "leaving", "leaves", "leave"]),
        ("i", [*function.INCLUDING, "among them", "among whom"]), ("q", ["who", "that", "which", "whom"]),
        ("J", grammar.ADDING), ("v", grammar.COMPARING), ("B", function.AUXILIARIES), ("b", function.HAVING),
        ("B", grammar.STATES), ("x", function.COUNT_NOUNS), ("M", function.MEASURE_VERBS), ("a", function.FILLERS),
        ("S", sources.SAY_VERBS), ("J", function.CONJUNCTIONS), ("I", function.PREPOSITIONS),
        ("c", function.CLAUSE_BREAKS), ("a", grammar.FILLERS), ("M", grammar.MEANING), ("d", function.DETERMINERS),
    ]  # fmt: skip
    return [(word, symbol, None) for symbol, words in groups for word in words]


def _side_entries() -> Iterable[tuple[str, str, Any]]:
    """Countries, peoples and armed groups."""
    for line in sides.COUNTRIES.strip().splitlines():
        name, adjectives, people, others = line.split("|")
        yield name.lower(), "D", Side(name, "place")
        yield from ((w.replace("-", " "), "D", Side(name, "adjective")) for w in adjectives.split())
        yield from ((w.replace("-", " "), "G", Side(name, "people")) for w in people.split())
        yield from ((w.replace("-", " "), "D", Side(name, "place")) for w in others.split())
        yield from ((w, "D", Side(name, "adjective")) for w in adjectives.split() if "-" in w)
    for line in sides.GROUPS.strip().splitlines():
        name, others = line.split("|")
        for w in others.split():
            yield w, "D", Side(name, "group")
            if "-" in w:
                yield w.replace("-", " "), "D", Side(name, "group")
    yield from ((w, "P", Side("*enemy", "enemy")) for w in sides.ENEMY)


def _add(table: Phrases, phrase: str, symbol: str, data: object) -> None:
    """Puts a phrase under its first word, unless it is there already; longer phrases stand first."""
    words = tuple(phrase.split())
    bucket = table.setdefault(words[0], [])
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
    general = _general()
    return {first: sorted(own[first] + general.get(first, []), key=lambda e: -len(e[0])) for first in own}


def _known(phrase: str) -> bool:
    """Whether the general lexicon holds a phrase as it stands."""
    words = tuple(phrase.split())
    return any(entry[0] == words and entry[1] in "DGP" for entry in _general().get(words[0], []))


def read(text: str, start: int, end: int, overlay: Phrases) -> list[Token]:
    """The tokens of the sentence text[start:end]."""
    found = figures(text, start, end)
    tokens: list[Token] = []
    position = start
    for figure in found:
        tokens += _words(text, position, max(position, min(figure.hull, figure.start)))
        position = max(position, figure.end)
        symbol = "n" if figure.reason else "N"
        tokens.append(Token(symbol, text[figure.start : figure.end].lower(), figure.hull, figure.end, figure))
    tokens += _words(text, position, end)
    return _phrased(tokens, overlay)


def _words(text: str, start: int, end: int) -> list[Token]:
    """Plain words and punctuation, possessives split off; quotation marks are dropped."""
    out: list[Token] = []
    for match in _WORD.finditer(text, start, end):
        raw = match.group()
        if raw in "'\"*•":
            continue
        word, possessive = raw.lower(), False
        if word.endswith("'s") and len(word) > 2:
            word, possessive = word[:-2], True
        elif raw[-1] == "s" and text[match.end() : match.end() + 2] == "' ":
            possessive = True
        if word.endswith(".") and len(word) > 1:
            word = word[:-1]
        symbol = raw if not raw[0].isalnum() else "w"
        symbol = symbol if symbol in ",;:()-" or symbol == "w" else "."
        out.append(Token(symbol, word, match.start(), match.end(), None, possessive, raw[0].isupper()))
    return out


def _phrased(tokens: list[Token], overlay: Phrases) -> list[Token]:
    """The tokens with lexicon phrases merged and their symbols set."""
    general = _general()
    out: list[Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        entry = (
            _entry(tokens, index, overlay.get(token.word) or general.get(token.word)) if token.symbol == "w" else None
        )
        if entry is None:
            out.append(_compound(token) if token.symbol == "w" and "-" in token.word else token)
            index += 1
            continue
        words, symbol, data = entry
        last = tokens[index + len(words) - 1]
        out.append(Token(symbol, " ".join(words), token.start, last.end, data, last.possessive, token.capital))
        index += len(words)
    return out


def _entry(
    tokens: list[Token], index: int, bucket: list[tuple[tuple[str, ...], str, Any]] | None
) -> tuple[tuple[str, ...], str, Any] | None:
    """The longest lexicon phrase that starts at a token."""
    for entry in bucket or ():
        words = entry[0]
        if all(
            index + k < len(tokens) and tokens[index + k].word == w and (k == 0 or tokens[index + k].symbol == "w")
            for k, w in enumerate(words)
        ):
            return entry
    return None


def _compound(token: Token) -> Token:
    """A hyphenated word read by its last part: ex-soldiers are soldiers; Hamas-run stays a plain word."""
    prefix, _, last = token.word.partition("-")
    entries = [e for e in _general().get(last.rpartition("-")[2], []) if len(e[0]) == 1 and e[1] in "PC"]
    if entries and prefix in {
        "ex",
        "non",
        "para",
        "pro",
        "anti",
        "fellow",
        "co",
        "special",
        "ground",
        "aid",
        "health",
        "border",
        "police",
        "child",
        "sub",
    }:
        return Token(entries[0][1], token.word, token.start, token.end, entries[0][2], token.possessive, token.capital)
    return token

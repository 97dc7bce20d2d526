"""Casualty types of a linked figure, and definitions given in a neighbouring sentence."""

from __future__ import annotations

from dashboard.extract.linking import Link
from dashboard.extract.tokens import Token

_OWN_LIVES = ("their lives", "his life", "her life", "their life")


# "missing, presumed captured" tells what is thought of the missing.
_PRESUMED = frozenset("presumed feared believed thought likely probably possibly".split())
_NOT = frozenset("not nor".split())
_DETAINED = frozenset("detained arrested apprehended".split())
_CAPTIVES = frozenset("hostages captives prisoners".split())


def casualty_types(link: Link, tokens: list[Token]) -> tuple[str, ...]:
    """The sorted set of types that the trigger words of a link quote; empty where they say losses or casualties."""
    found: set[str] = set()
    for index in link.triggers:
        token = tokens[index]
        if token.symbol in "KVXYh" and token.data and not (found and tokens[index - 1].word in _PRESUMED | _NOT):
            found.update(token.data)
        if token.word in _CAPTIVES or token.word in _DETAINED:
            found.add("captured")
        if token.symbol == "L" and _lives_lost(tokens, index):
            found.add("killed")
    return tuple(sorted(found))


def defined_behind(tokens: list[Token], index: int) -> tuple[str, ...]:
    """The types that a clause behind a figure says it counts: "…, a number that includes the dead and the wounded"."""
    place = next((k for k in range(index + 1, len(tokens) - 2) if tokens[k].word in _CALLED), None)
    if place is None or tokens[place + 1].symbol != "q" or tokens[place + 2].word not in _DEFINING:
        return ()
    rest = tokens[place + 3 : place + 12]
    types = {kind for t in rest if t.symbol in "KX" and t.data for kind in t.data}
    return tuple(sorted(types)) if len(types) > 1 and not any(t.symbol in "N;." for t in rest[:-1]) else ()


_CALLED = frozenset("number figure total count toll tally estimate term".split())
_DEFINING = frozenset("include includes included covers counts comprises combines means refers".split())


def counted_in(tokens: list[Token], index: int, types: tuple[str, ...]) -> tuple[str, ...]:
    """The types with those that the words behind a figure add to them: "15,000 in all with the wounded", "900 when
    including the missing"; a loss of no type counts the killed as well."""
    place = next((k for k in range(index + 1, min(len(tokens), index + 7)) if tokens[k].word in _ADDING), None)
    if place is None or any(t.symbol in "NKVXYL.;S" for t in tokens[index + 1 : place]):
        return types
    rest = tokens[place + 1 : place + 6]
    added: set[str] = set()
    for token in rest:
        if token.symbol not in "daJKXPC,":
            break
        added.update(token.data if token.symbol in "KX" and token.data else ())
    listed = rest[:1] != [] and rest[0].symbol == "d"
    people = len(rest) > 1 and rest[0].symbol == "K" and rest[1].symbol in "PC"
    if not added or "killed" in added or not (listed or people):
        return types
    return tuple(sorted({*(types or ("killed",)), *added}))


_ADDING = frozenset(("with", "including", "counting", "together with", "along with", "include", "adding"))


def _lives_lost(tokens: list[Token], index: int) -> bool:
    """Whether "lost" is about lives: "lost their lives", "12 lives lost"."""
    after = " ".join(t.word for t in tokens[index + 1 : index + 3])
    near = tokens[max(0, index - 4) : index + 5]
    return after in _OWN_LIVES or any(t.word == "lives" for t in near)


def definition(tokens: list[Token]) -> tuple[str, ...]:
    """The types that a sentence without a figure of its own defines ("these include killed, wounded and captured")."""
    if any(t.symbol == "N" for t in tokens):
        return ()
    words = {t.word for t in tokens}
    if not words & {
        "include",
        "includes",
        "including",
        "included",
        "comprise",
        "comprises",
        "refers",
        "refer",
        "means",
        "mean",
        "covers",
        "cover",
        "both",
        "counts",
        "these",
        "those",
    }:
        return ()
    if words & {"not", "exclude", "excludes", "excluding"}:
        return ()
    types = {kind for t in tokens if t.symbol in "KX" and t.data for kind in t.data}
    return tuple(sorted(types)) if len(types) > 1 else ()

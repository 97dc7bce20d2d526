"""Names of those who stand behind figures: from the words of a noun phrase to a canonical or short name."""

from __future__ import annotations

import re

from dashboard.extract.aliases import registered
from dashboard.extract.lexicon import sources
from dashboard.extract.memory import Memory, antecedent, definite, meant, of_its_land, role_holder
from dashboard.extract.naming import LEADING, SPEAKING, core, is_event, is_named, last_noun_phrase, of_text, written
from dashboard.extract.registry import Registry, side_of
from dashboard.extract.tokens import Side, Token

_GENERIC = frozenset(sources.GENERIC_SOURCES) | frozenset(sources.TAKEN_UP)
_PRONOUNS = frozenset(sources.PRONOUNS)
_NOBODY = frozenset("neither nor nobody none".split())
# What opens an insertion that names some of those who did something: "allies - including the US - gave".
_PARTS = frozenset("including among".split())
_OUTLETS = frozenset(o.strip().lower() for o in sources.OUTLETS.split("|") if o.strip())

_KINDS_OF_OUTLET = ("media", "news agency", "newspaper", "broadcaster", "news channel", "news site", "news website")


def name_of(phrase: list[Token], text: str, registry: Registry, memory: Memory) -> str | None:
    """The name that a noun phrase gives: canonical, resolved from a pronoun or role, or as written; None if no
    source."""
    phrase = last_noun_phrase([t for t in phrase if t.symbol not in ".()"])
    if (office := of_its_land(phrase, registry, memory)) is not None:
        return office
    if phrase and (phrase[0].word in _NOBODY or phrase[0].word in _PARTS):
        return None
    if phrase and (person := meant(phrase, memory)):
        return person
    if (unnamed := _unnamed(phrase)) is not None:
        return written(unnamed, text)
    if found := registered(phrase, registry):
        return found
    words = _bare(phrase)
    if not words or _NOBODY & {t.word for t in phrase}:
        return None
    if len(words) == 1 and words[0].word in memory.initials:
        return memory.initials[words[0].word]
    if len(words) == 1 and words[0].word in _PRONOUNS:
        return antecedent(words[0].word, memory)
    if holder := role_holder(phrase, registry, memory):
        return holder
    if len(institution := of_text(words)) < len(words):
        words = phrase = institution
    words = core(words)
    if not words or is_event(words):
        return None
    if (holder := _by_role(words, registry)) is not None and holder in memory.names + memory.persons:
        return holder
    return _common_or_proper(words, phrase, text, memory)


def _unnamed(phrase: list[Token]) -> list[Token] | None:
    """The words of a source without a name, whom those it knows or is close to do not stand for: "a source close to the
    Kremlin", "a person familiar with the US assessment"."""
    start = int(bool(phrase) and phrase[0].symbol in "dN")
    told = [t.word for t in phrase[start : start + 2]]
    if len(told) < 2 or told[0] not in _SOURCES or told[1] not in _CLOSE:
        return None
    stop = next((k for k in range(start + 2, len(phrase)) if phrase[k].word in _FURTHER), len(phrase))
    return phrase[start : min(stop, start + _MOST_WORDS)]


_REFLEXIVE = frozenset("itself himself herself themselves".split())
_SOURCES = frozenset(
    "source sources person persons people official officials diplomat insider someone individual".split()
)
_CLOSE = frozenset("familiar close briefed privy".split())
_FURTHER = frozenset("provided that which who given shared seen told prepared".split())
_MOST_WORDS = 8


def _common_or_proper(words: list[Token], phrase: list[Token], text: str, memory: Memory) -> str | None:
    """The name that the telling words of a phrase give: of an office told before, of a people's land, or as
    written."""
    plain = [t.word for t in words]
    if all(p in _GENERIC or p in LEADING for w in plain for p in w.split()):
        name = definite(plain, phrase, memory)
        return (written(words, text) or "").lower() if name == " ".join(plain) else name
    if len(words) == 1 and isinstance(words[0].data, Side) and words[0].data.form == "people":
        return words[0].data.name
    if not any(p in SPEAKING for w in plain for p in re.split(r"[ -]", w)) and not any(is_named(t) for t in words):
        return None
    return written(words, text)


def _bare(words: list[Token]) -> list[Token]:
    """A phrase without the articles, adverbials and punctuation around it."""
    while (
        words
        and (words[0].word in LEADING or words[0].symbol in ",-:")
        and words[0].word not in _PRONOUNS
        and not is_named(words[0])
    ):
        words = words[1:]
    while words and (
        words[-1].symbol in ",-:;"
        or words[-1].word in _REFLEXIVE
        or words[-1].word in LEADING
        or (words[-1].word.endswith("ly") and not words[-1].capital)
    ):
        words = words[:-1]
    return words


def _by_role(words: list[Token], registry: Registry) -> str | None:
    """The registered holder of a role told with its country: "the Ukrainian president"."""
    country = next((side_of(t, registry) for t in words if t.symbol == "D"), None)
    role = " ".join(t.word for t in words if t.symbol not in "D," and t.word not in LEADING)
    return registry.roles.get((country, role)) if country else None


def is_outlet(name: str) -> bool:
    """Whether a name is a news outlet, which passes figures on rather than making them."""
    plain = name.lower().removeprefix("the ")
    return plain in _OUTLETS or f"the {plain}" in _OUTLETS or plain.endswith(_KINDS_OF_OUTLET)

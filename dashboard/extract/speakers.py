"""Names of those who stand behind figures: from the words of a noun phrase to a canonical or short name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dashboard.extract.lexicon import sources
from dashboard.extract.registry import Registry, side_of
from dashboard.extract.tokens import Token

_NOUNS = frozenset(sources.SOURCE_NOUNS)


_GENERIC = frozenset(sources.GENERIC_SOURCES)


_PRONOUNS = frozenset(sources.PRONOUNS)


_OUTLETS = frozenset(o.strip().lower() for o in sources.OUTLETS.split("|") if o.strip())


_LEADING = frozenset(
    """the a an its their his her our this that these those also later earlier meanwhile however but and as for
    while with latest new recent own
    unnamed anonymous although though after when where yesterday today so far now both another some one two three several many other according to in on
    at from of by since even only already has have had was were is are would could did does not who which last week month year night separately
    previously recently officially currently monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december figures data numbers if because or""".split()  # noqa: E501
)


_ARMED = frozenset("military army forces armed general staff defence defense command air force navy".split())


_MOST_WORDS = 8


_SEEN = frozenset("seen obtained reviewed cited quoted carried viewed leaked".split())


@dataclass(slots=True)
class Memory:
    """Who was named so far, latest last: persons and organisations by name."""

    names: list[str] = field(default_factory=list)
    persons: list[str] = field(default_factory=list)


def _by_role(words: list[Token], registry: Registry) -> str | None:
    """The registered holder of a role told with its country: "the Ukrainian president"."""
    country = next((side_of(t, registry) for t in words if t.symbol == "D"), None)
    role = " ".join(t.word for t in words if t.symbol not in "D," and t.word not in _LEADING)
    return registry.roles.get((country, role)) if country else None


def name_of(phrase: list[Token], text: str, registry: Registry, memory: Memory) -> str | None:
    """The name that a noun phrase gives: canonical, resolved from a pronoun or role, or as written; None if no
    source."""
    words = [t for t in phrase if t.symbol not in ".()"]
    found = _registered(words, registry)
    if found:
        return found
    while (
        words
        and (words[0].word in _LEADING or words[0].symbol in ",-:")
        and words[0].word not in _PRONOUNS
        and not _named(words[0])
    ):
        words = words[1:]
    while words and (
        words[-1].symbol in ",-:;"
        or words[-1].word in _LEADING
        or (words[-1].word.endswith("ly") and not words[-1].capital)
    ):
        words = words[:-1]
    if not words:
        return None
    if len(words) == 1 and words[0].word in _PRONOUNS:
        return _antecedent(words[0].word, memory)
    words = _core(words)
    if (holder := _by_role(words, registry)) is not None and holder in memory.names + memory.persons:
        return holder
    plain = [t.word for t in words]
    if all(p in _GENERIC or p in _LEADING for w in plain for p in w.split()):
        return _definite(plain, phrase, memory)
    if not any(p in _NOUNS for w in plain for p in re.split(r"[ -]", w)) and not any(_named(t) for t in words):
        return None
    return _written(words, text)


def is_outlet(name: str) -> bool:
    """Whether a name is a news outlet, which passes figures on rather than making them."""
    plain = name.lower().removeprefix("the ")
    return plain in _OUTLETS or f"the {plain}" in _OUTLETS


def is_known(name: str, registry: Registry) -> bool:
    """Whether a name is canonical."""
    return name in registry.countries


def _registered(words: list[Token], registry: Registry) -> str | None:
    """The canonical name of the longest alias that stands in the phrase."""
    flat = [p for t in words for p in t.word.replace(".", "").split()]
    best: tuple[int, str] | None = None
    for i in range(len(flat)):
        for n in range(min(registry.longest, len(flat) - i), 0, -1):
            name = registry.canonical.get(" ".join(flat[i : i + n]))
            if name and (best is None or n >= best[0]):
                best = (n, name)
    return best[1] if best else None


def _named(token: Token) -> bool:
    """Whether a word is a proper name by its capital or by the lexicon of sides."""
    return (token.capital and token.word not in _LEADING) or token.symbol in "DG"


def _antecedent(pronoun: str, memory: Memory) -> str | None:
    """Who a pronoun stands for: the last person for he and she, the last name otherwise."""
    if pronoun in ("he", "she"):
        return memory.persons[-1] if memory.persons else (memory.names[-1] if memory.names else None)
    if pronoun in ("it", "they"):
        return memory.names[-1] if memory.names else None
    return None


def _definite(plain: list[str], phrase: list[Token], memory: Memory) -> str | None:
    """Who "the ministry" or "officials" means: the last one named with that word; else as written, if it tells
    enough."""
    nouns = [
        p
        for w in plain
        for p in w.split()
        if p in _GENERIC and p not in ("general", "defence", "defense", "data", "figures")
    ]
    for name in reversed(memory.names):
        known = set(re.findall(r"\w+", name.lower()))
        if any(_kin(noun, known) for noun in nouns):
            return name
    definite = any(t.word in ("the", "its", "this") for t in phrase)
    if (
        definite
        and memory.names
        and any(
            n
            in (
                "statement",
                "report",
                "group",
                "post",
                "message",
                "organisation",
                "organization",
                "agency",
                "organisations",
                "organizations",
                "tank",
                "groups",
                "institute",
            )
            for n in nouns
        )
    ):
        return memory.names[-1]
    return " ".join(plain) if nouns and not ({"statement", "report", "post", "message"} & set(nouns)) else None


def _kin(noun: str, known: set[str]) -> bool:
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


def _core(words: list[Token]) -> list[Token]:
    """The telling part: what follows "by" or "from" after a word such as figures, cut at relative clauses."""
    for k, token in enumerate(words):
        if k and token.word == "by" and words[k - 1].word in _SEEN:
            words = words[: k - 1]
            break
        if k and token.word in ("by", "from") and k + 1 < len(words):
            rest = [t for t in words[k + 1 :] if t.word != "the"]
            if any(_named(t) or t.word in _NOUNS for t in rest):
                words = words[k + 1 :]
                break
    for k, token in enumerate(words):
        if k and (
            token.symbol in ";:(qc"
            or (token.word == "at" and not (words[k + 1 : k + 2] and words[k + 1].capital))
            or token.word
            in (
                "in",
                "on",
                "as",
                "after",
                "during",
                "with",
                "who",
                "which",
                "that",
                "published",
                "released",
                "compiled",
                "cited",
                "seen",
                "told",
                "quoted",
                "about",
                "late",
                "earlier",
                "this",
                "last",
            )
        ):
            words = words[:k]
            break
    parts: list[list[Token]] = [[]]
    for token in words:
        if token.symbol in ",-" and not token.word.isalnum():
            parts.append([])
        else:
            parts[-1].append(token)
    kept = [p for p in parts if p]
    if not kept:
        return words
    named = [p for p in kept if any(t.symbol == "w" and t.capital for t in p)]
    words = kept[0] if (len(kept) == 1 or any(_named(t) for t in kept[0])) else (named or kept)[0]
    if (
        len(kept) > 1
        and named
        and sum(len(p) for p in kept[:2]) <= _MOST_WORDS
        and all(any(t.word in _NOUNS or t.capital for t in p) for p in kept[:2])
    ):
        kept = kept[:2]
        words = [t for p in kept for t in p]
    while words and words[0].word in _LEADING and words[0].symbol not in "DG":
        words = words[1:]
    return words or kept[0]


def _written(words: list[Token], text: str) -> str | None:
    """The phrase as the text has it, at most eight words."""
    raw = " ".join(text[t.start : t.end] for t in words if t.symbol not in ",;:")
    raw = re.sub(r"\s+", " ", raw).strip(" '\"-,.")
    parts = raw.split()
    if len(parts) > _MOST_WORDS:
        capitals = [p for p in parts if p[0].isupper()]
        parts = (capitals or parts)[:_MOST_WORDS]
    name = " ".join(parts)
    name = re.sub(r"['’]s$", "", name)
    return f"{name}." if re.search(r"\b[A-Z]\.[A-Z]$", name) else name or None


def remember(memory: Memory, name: str, *, person: bool) -> None:
    """Adds a name as the latest."""
    memory.names.append(name)
    if person:
        memory.persons.append(name)

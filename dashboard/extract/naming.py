"""The telling part of a noun phrase that names a source, and how it is written out."""

from __future__ import annotations

import itertools
import re

from dashboard.extract.lexicon import sources, telling
from dashboard.extract.tokens import Token

NOUNS = frozenset(sources.SOURCE_NOUNS)
SPEAKING = NOUNS | frozenset(sources.PEOPLE)
_EVENTS = frozenset(telling.EVENTS)
_OWNING = frozenset(sources.OWNING)


LEADING = frozenset(telling.LEADING)
_MOST_WORDS = 8
# How far behind "at" the name of the house begins: "researchers at the think tank CSIS".
_INSTITUTE = 5


_LEAVING = frozenset(
    """
        on as after during who which that published released compiled cited seen told quoted about late earlier
        this last following
    """.split()
)


TEXTS = frozenset(
    "statement statements report reports post posts message messages update updates bulletin briefing figures".split()
)
_ESTIMATES = frozenset("estimates estimate assessments assessment counts tallies".split())
_NEWS = frozenset("media news newspaper television tv radio".split())
_SEEN = frozenset(
    """
        seen obtained reviewed cited quoted carried viewed leaked authenticated translated monitored relayed distributed
        circulated
    """.split()
)
# Speakers, whom "from" tells where they belong: "officials from both sides".
_SPEAKERS = frozenset(sources.PEOPLE) | frozenset(
    """
        officials official spokesman spokeswoman spokesperson analyst analysts expert experts researcher researchers
        doctors medics activists rescuers witnesses residents commanders commander officer officers diplomat diplomats
        rebels militants lawmakers lawmaker prosecutors investigators historians volunteers monitors
    """.split()
)


def last_noun_phrase(words: list[Token]) -> list[Token]:
    """The phrase without an opening time or adverbial: "hours earlier | the staff", "in its update | the ministry",
    "the last time | Russia"."""
    for k in range(len(words) - 1, 0, -1):
        before = words[k - 1]
        last_time = before.word == "time" and words[k].symbol in "DG" and not before.capital
        if (before.word in _TIMES or last_time) and words[k].symbol != ",":
            return words[k:]
        if words[k].word == "the" and before.symbol == "w" and before.word in NOUNS | _TIMES and not before.capital:
            return words[k:]
        if before.word in _MOMENTS and words[0].word in _WITHIN and words[k].symbol != ",":
            return words[k:]
        if words[k].word == "the" and k > 1 and words[0].symbol == "I" and before.symbol in "wxDG":
            return words[k:]
    return words


# What closes an opening that tells of a time: "for the first time | Russia", "over the same period | the ministry".
_WITHIN = frozenset("for over in during at within".split())
_MOMENTS = frozenset("time period moment weekend".split())
_TIMES = frozenset("earlier ago later before previously meanwhile since alone".split())


def is_named(token: Token) -> bool:
    """Whether a word is a proper name by its capital or by the lexicon of sides."""
    site = token.word.endswith(_SITES)
    return (token.capital and token.word not in LEADING - {"new"}) or token.symbol in "DG" or site


_SITES = (".org", ".com", ".net", ".info", ".gov", ".mil")


def is_event(words: list[Token]) -> bool:
    """Whether a phrase names what happened rather than who tells of it: "the Hezbollah drone attack"."""
    head = next((k for k, t in enumerate(words) if k and t.symbol in "IOTA"), len(words)) - 1
    last = words[head]
    if last.word in NOUNS:
        return False
    named = last.capital and head > 0
    return (last.symbol == "X" and not named) or (last.word in _EVENTS and not last.possessive)


def core(words: list[Token]) -> list[Token]:
    """The telling part: what follows "by" or "from" after a word such as figures, cut at relative clauses."""
    words = of_text(_owner(_maker(words)))
    end = next((k for k in range(1, len(words)) if _leaves(words, k)), len(words))
    holder = [p for p in _stretches(words[end:])[1:] if _is_name(p)]
    words = words[:end]
    if holder and (words[-1].word in NOUNS or not words[-1].capital):
        return holder[0]
    kept = _stretches(words)
    return _without_leading(_telling_stretch(kept)) if kept else words


def _maker(words: list[Token]) -> list[Token]:
    """Who made what the phrase names: "figures from the ministry"; "documents" alone of those seen by a paper."""
    for k in range(1, len(words)):
        if words[k].word == "by" and words[k - 1].word in _SEEN:
            return words[: k - 1] or words[k + 1 :]
        if words[k].word == "from" and words[k - 1].word in _SPEAKERS:
            return words
        of_text = words[k].word == "of" and words[k - 1].word in TEXTS and not words[k - 1].capital
        if (words[k].word in ("by", "from") or of_text) and any(_source_word(t) for t in words[k + 1 :]):
            return words[k + 1 :]
    return words


def _owner(words: list[Token]) -> list[Token]:
    """Whose text a phrase names, at its end: "the ministry's statement", "the agency's latest report"."""
    owned = next((k for k, t in enumerate(words) if t.possessive and t.word in NOUNS), None)
    behind = [t.word for t in words[owned + 1 : owned + 4]] if owned is not None else []
    return words[: (owned or 0) + 1] if TEXTS & set(behind) else words


def of_text(words: list[Token]) -> list[Token]:
    """Whose text a phrase names by a noun before it: "a ministry statement", "the army's daily report"."""
    texts = next((k for k, t in enumerate(words) if t.word in TEXTS and not (k and t.capital)), None)
    head = words[: texts or 0]
    return head if head and head[-1].word in NOUNS - _NEWS - {"official"} and words[-1] is words[texts or 0] else words


def _source_word(token: Token) -> bool:
    return token.word != "the" and (is_named(token) or any(p in NOUNS for p in token.word.split()))


def _leaves(words: list[Token], k: int) -> bool:
    """Whether the name of a source ends before a word: at a relative clause, a date, "in" and "at" without a place."""
    token, after = words[k], words[k + 1 : k + 2]
    if token.symbol in ";:(qc" or token.word in _LEAVING:
        return True
    if token.word == "and":
        return bool(after) and after[0].word in _OWNING
    if token.word == "of" and words[k - 1].word in _ESTIMATES:
        return any(t.symbol in "XK" for t in words[k + 1 : k + 4])
    if token.word == "with":
        return not any(is_named(t) for t in words[k + 1 : k + 4])
    if token.word == "in":
        return not (after and is_named(after[0]) and words[k - 1].word in NOUNS)
    return token.word == "at" and not any(is_named(t) for t in words[k + 1 : k + _INSTITUTE])


def _stretches(words: list[Token]) -> list[list[Token]]:
    """The parts of a phrase between commas and dashes."""
    parts: list[list[Token]] = [[]]
    for token in words:
        if token.symbol in ",-" and not token.word.isalnum():
            parts.append([])
        else:
            parts[-1].append(token)
    return [p for p in parts if p]


def _telling_stretch(kept: list[list[Token]]) -> list[Token]:
    """The stretch with the name; two where office and name stand side by side: "the governor, Ivan Bilyk"."""
    named = [p for p in kept if any(t.symbol == "w" and t.capital for t in p)]
    both = kept[:2]
    short = sum(len(p) for p in both) <= _MOST_WORDS
    if len(kept) > 1 and named and short and all(any(t.word in NOUNS or t.capital for t in p) for p in both):
        return [t for p in both for t in p]
    person = next((p for p in both if _is_name(p)), None)
    if len(kept) > 1 and person is not None:
        return person
    return kept[0] if (len(kept) == 1 or any(is_named(t) for t in kept[0])) else (named or kept)[0]


def _is_name(words: list[Token]) -> bool:
    """Whether some words are a person's name by their form: two to four capitalised ones, none of an office."""
    return 2 <= len(words) <= 4 and all(t.symbol == "w" and t.capital and t.word not in NOUNS for t in words)


def _without_leading(words: list[Token]) -> list[Token]:
    """The words without articles and adverbs before them; "New" stays where a name begins with it."""
    rest = words
    while rest and rest[0].word in LEADING and rest[0].symbol not in "DG" and not _new_name(rest):
        rest = rest[1:]
    return rest or words


def _new_name(words: list[Token]) -> bool:
    return words[0].word == "new" and words[0].capital and len(words) > 1 and words[1].capital


def written(words: list[Token], text: str) -> str | None:
    """The phrase as the text has it, at most eight words."""
    told = [t for t in words if t.symbol not in ",;:"]
    gaps = ["", *("" if a.end == b.start else " " for a, b in itertools.pairwise(told))]
    raw = "".join(gap + text[t.start : t.end] for gap, t in zip(gaps, told, strict=False))
    raw = re.sub(r"\s+", " ", raw).strip(" '\"-,.")
    parts = raw.split()
    if len(parts) > _MOST_WORDS:
        capitals = [p for p in parts if p[0].isupper()]
        parts = (capitals or parts)[:_MOST_WORDS]
    name = " ".join(parts)
    name = re.sub(r"['’]s$", "", name)
    return f"{name}." if re.search(r"\b[A-Z]\.[A-Z]$", name) else name or None

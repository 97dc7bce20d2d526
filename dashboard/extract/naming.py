"""The telling part of a noun phrase that names a source, and how it is written out."""

from __future__ import annotations

import re

from dashboard.extract.lexicon import sources
from dashboard.extract.tokens import Token

NOUNS = frozenset(sources.SOURCE_NOUNS)


LEADING = frozenset(
    """the a an its their his her our this that these those also later earlier meanwhile however but and as for
    while with latest new recent own
    unnamed anonymous although though after when where yesterday today so far now both another some one two three several many other according to in on
    at from of by since even only already has have had was were is are would could did does not who which last week month year night separately
    previously recently officially currently monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december figures data numbers if because or""".split()  # noqa: E501
)


_MOST_WORDS = 8


_SEEN = frozenset("seen obtained reviewed cited quoted carried viewed leaked".split())


def last_noun_phrase(words: list[Token]) -> list[Token]:
    """The phrase without an opening time or adverbial: "hours earlier | the staff", "in its update | the ministry"."""
    for k in range(len(words) - 1, 0, -1):
        before = words[k - 1]
        if before.word in _TIMES and words[k].symbol != ",":
            return words[k:]
        if words[k].word == "the" and before.symbol == "w" and before.word in NOUNS | _TIMES and not before.capital:
            return words[k:]
    return words


_TIMES = frozenset("earlier ago later before previously meanwhile since alone".split())


def is_named(token: Token) -> bool:
    """Whether a word is a proper name by its capital or by the lexicon of sides."""
    return (token.capital and token.word not in LEADING - {"new"}) or token.symbol in "DG"


def core(words: list[Token]) -> list[Token]:
    """The telling part: what follows "by" or "from" after a word such as figures, cut at relative clauses."""
    for k, token in enumerate(words):
        if k and token.word == "by" and words[k - 1].word in _SEEN:
            words = words[: k - 1]
            break
        if k and token.word in ("by", "from") and k + 1 < len(words):
            rest = [t for t in words[k + 1 :] if t.word != "the"]
            if any(is_named(t) or t.word in NOUNS for t in rest):
                words = words[k + 1 :]
                break
    for k, token in enumerate(words):
        if k and (
            token.symbol in ";:(qc"
            or (
                token.word == "in"
                and not (words[k + 1 : k + 2] and is_named(words[k + 1]) and words[k - 1].word in NOUNS)
            )
            or (token.word == "at" and not (words[k + 1 : k + 2] and words[k + 1].capital))
            or token.word
            in (
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
    words = kept[0] if (len(kept) == 1 or any(is_named(t) for t in kept[0])) else (named or kept)[0]
    if (
        len(kept) > 1
        and named
        and sum(len(p) for p in kept[:2]) <= _MOST_WORDS
        and all(any(t.word in NOUNS or t.capital for t in p) for p in kept[:2])
    ):
        kept = kept[:2]
        words = [t for p in kept for t in p]
    while words and words[0].word in LEADING and words[0].symbol not in "DG":
        words = words[1:]
    return words or kept[0]


def written(words: list[Token], text: str) -> str | None:
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

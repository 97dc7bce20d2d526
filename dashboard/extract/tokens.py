"""Words of a sentence with their part in the grammar, one symbol each, so that rules are short expressions
over symbols.

| symbol | what | symbol | what |
| --- | --- | --- | --- |
| N n | figure; refused figure | B b M | be; have, may; measuring verb (reached, averaged) |
| P C G E | personnel, civilians, a people, equipment | d a | determiner; filler |
| D | side or nationality | O T A I | of; to; at; another preposition |
| K V W | participle of loss; its active verb; destroy | J i q | and, or; including; who, which |
| L Y X | lose; die; noun of loss | x v | count noun; compared with |
| l S c | left behind; verb of saying; clause break | h w | hold captive; any other word |
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dashboard.extract.lexicon import sources
from dashboard.extract.numbers import figures
from dashboard.extract.phrases import Entry, Phrases, Side, general

__all__ = ["Side", "Token", "read"]

_WORD = re.compile(r"(?:[A-Za-z]\.){2,4}(?![A-Za-z])|[^\W_]+(?:['.-][^\W_]+)*|[^\w\s]")
# What stands before "estimated" where somebody did so.
_ESTIMATING = frozenset([*sources.SOURCE_NOUNS, "has", "have", "had"])
_DROPPED = frozenset("'\"*•[]")
# What may stand before the noun of a hyphenated word without changing whom it names.
_PREFIXES = frozenset("ex non para pro anti fellow co special ground aid health border police child sub".split())


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


def read(text: str, start: int, end: int, overlay: Phrases) -> list[Token]:
    """The tokens of the sentence text[start:end]."""
    found = figures(text, start, end)
    tokens: list[Token] = []
    position = start
    for figure in found:
        tokens += _words(text, position, max(position, min(figure.hull, figure.start)))
        tokens += _verb_in_hedge(text, figure.hull, tokens)
        position = max(position, figure.end)
        symbol = "n" if figure.reason else "N"
        tokens.append(Token(symbol, text[figure.start : figure.end].lower(), figure.hull, figure.end, figure))
    tokens += _words(text, position, end)
    return _phrased(_said_once(tokens), overlay)


def _said_once(tokens: list[Token]) -> list[Token]:
    """The tokens without a number in brackets that repeats the one before it: "three (03) dead"."""
    out: list[Token] = []
    for token in tokens:
        out.append(token)
        if token.symbol == ")" and _repeats(out[-4:]):
            del out[-3:]
    return out


def _repeats(last: list[Token]) -> bool:
    """Whether of four tokens the first and the third, which stands in brackets, are one number."""
    if len(last) < 4 or "".join(t.symbol for t in last[1:]) not in ("(N)", "(n)") or last[0].symbol != "N":
        return False
    return last[0].data.word and last[0].data.value == last[2].data.value


def _verb_in_hedge(text: str, hull: int, before: list[Token]) -> list[Token]:
    """The word "estimated" where it is what somebody did rather than a hedge: "officials estimated 500 dead"."""
    if not before or text[hull : hull + 10].lower() != "estimated ":
        return []
    told = before[-1].word in _ESTIMATING or (before[-1].capital and before[-1].symbol in "wDG" and len(before) > 1)
    return _words(text, hull, hull + 9) if told else []


def _words(text: str, start: int, end: int) -> list[Token]:
    """Plain words and punctuation, possessives split off; quotation marks are dropped."""
    out: list[Token] = []
    for match in _WORD.finditer(text, start, end):
        raw = match.group()
        if raw in _DROPPED:
            continue
        symbol, word, possessive, capital = _word(raw)
        begin, stop = match.span()
        if not possessive and raw[-1] == "s" and text[stop : stop + 2] == "' ":
            possessive = True
        out.append(Token(symbol, word, begin, stop, None, possessive, capital))
    return out


@lru_cache(maxsize=1 << 15)
def _word(raw: str) -> tuple[str, str, bool, bool]:
    """Symbol, lower-case form, whether it is a possessive and whether it has a capital, of one word or mark."""
    word, possessive = raw.lower(), False
    if word.endswith("'s") and len(word) > 2:
        word, possessive = word[:-2], True
    if word.endswith(".") and len(word) > 1:
        word = word[:-1]
    symbol = "w" if raw[0].isalnum() or raw == "&" else raw if raw in ",;:()-" else "-" if raw in "/\u2014" else "."
    return symbol, word, possessive, raw[0].isupper()


def _phrased(tokens: list[Token], overlay: Phrases) -> list[Token]:
    """The tokens with lexicon phrases merged and their symbols set."""
    known = general()
    out: list[Token] = []
    skip = 0
    for index, token in enumerate(tokens):
        if skip:
            skip -= 1
            continue
        out.append(token)
        if token.symbol != "w":
            continue
        if (token.word == "may" and token.capital and index) or (token.word == "us" and not token.capital):
            continue
        bucket = overlay.get(token.word) or known.get(token.word)
        entry = _entry(tokens, index, bucket) if bucket else None
        if entry is not None:
            skip = len(entry[0]) - 1
            out[-1] = _as_entry(token, tokens[index + skip], entry)
        elif "-" in token.word:
            out[-1] = _compound(token)
    return out


def _as_entry(first: Token, last: Token, entry: Entry) -> Token:
    """The words from first to last as one token of the lexicon."""
    words, symbol, data = entry
    if first is last:
        first.symbol, first.data = symbol, data
        return first
    return Token(symbol, " ".join(words), first.start, last.end, data, last.possessive, first.capital)


def _entry(tokens: list[Token], index: int, bucket: dict[str, list[Entry]]) -> Entry | None:
    """The longest lexicon phrase that starts at a token, of those that start with its word."""
    if index + 1 < len(tokens) and tokens[index + 1].symbol == "w":
        for entry in bucket.get(tokens[index + 1].word, ()):
            behind = tokens[index + 2 : index + len(entry[0])]
            if len(behind) == len(entry[0]) - 2 and all(
                t.word == w and t.symbol == "w" for t, w in zip(behind, entry[0][2:], strict=True)
            ):
                return entry
    return next(iter(bucket.get("", ())), None)


def _compound(token: Token) -> Token:
    """A hyphenated word read by its last part: ex-soldiers are soldiers; Hamas-run stays a plain word."""
    prefix, _, last = token.word.partition("-")
    if prefix not in _PREFIXES:
        return token
    entries = [e for e in general().get(last.rpartition("-")[2], {}).get("", []) if e[1] in "PC"]
    if not entries:
        return token
    return Token(entries[0][1], token.word, token.start, token.end, entries[0][2], token.possessive, token.capital)

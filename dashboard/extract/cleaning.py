"""A document's text made plain for reading, with the way back to every original offset.

Quotation marks, dashes, Unicode spaces and other scripts' digits are replaced one for one; invisible characters,
entities and mis-decoded sequences change the length, and `Cleaned.original` maps such offsets back.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import NamedTuple

import ftfy

from dashboard.extract.linear import linear

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\x0b\x0c"
_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u02bc\u2032`\u00b4"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"
_DASHES = "\u2010\u2011\u2012\u2013\u2015\u2212\ufe58\ufe63\uff0d"
# A long dash right between two words parts them, "900 men\u2014a record"; any other is a plain one.
_LOOSE_DASH = re.compile("(?<!\\w)\u2014|\u2014(?!\\w)|(?<=\\d)\u2014(?=\\d)")
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069\u0300-\u036f"
_CHANGED = re.compile(
    rf"[{_INVISIBLE}]+"
    r"|&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,6});"
    r"|(?:\u00e2[\u0080-\u00bf\u20ac\u2010-\u203a\u0152-\u0192]{1,2}.?|[\u00c2\u00c3][\u0080-\u00bf\u20ac\u201a-\u203a\u0152-\u0192])"
)
_PARAGRAPH = re.compile(r"[^\n]+")
_BOILERPLATE = linear(
    r"\s{0,9}(?:read more\b|more on this|want more stories|visit our profile|follow us\b|sign up (?:for|to)|subscribe\b"
    r"|advertisement\s*$|click here|download our app|share this article|listen to this article"
    r"|related (?:articles|stories)|all rights reserved|copyright ©|for more stories like this|get the latest)"
)


class Block(NamedTuple):
    """Half-open range of a paragraph that is to be read."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Plain text, its paragraphs worth reading, and the breaks at which offsets shift."""

    text: str
    blocks: tuple[Block, ...]
    breaks: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def original(self, offset: int, *, end: bool = False) -> int:
        """The offset in the document's own text of an offset here; `end` for the end of a span."""
        if not self.breaks:
            return offset
        if end:
            return self.original(offset - 1) + 1 if offset else 0
        place = bisect_right(self.breaks, offset) - 1
        return offset + (self.shifts[place] if place >= 0 else 0)


def clean(text: str) -> Cleaned:
    """The text made plain, each paragraph that repeats an earlier one, or is boilerplate, left out of the blocks."""
    plain, breaks, shifts = _change_length(text)
    if not plain.isascii():
        plain = _LOOSE_DASH.sub("-", plain.translate(_one_for_one()))
    return Cleaned(plain, _blocks(plain), breaks, shifts)


@lru_cache(maxsize=1)
def _one_for_one() -> dict[int, str]:
    """The characters that stand for one plain character each; decimal digits of every script among them."""
    table = {ord(c): " " for c in _SPACES} | {ord(c): "'" for c in _SINGLE_QUOTES}
    table |= {ord(c): '"' for c in _DOUBLE_QUOTES} | {ord(c): "-" for c in _DASHES}
    table |= {0x2028: "\n", 0x2029: "\n", 0x85: "\n", 0x066C: ",", 0x066B: ".", 0xFF0C: ",", 0xFF0B: "+", 0x2026: "."}
    for code in range(0x0660, 0x1FBFA):
        character = chr(code)
        if unicodedata.category(character) == "Nd":
            table[code] = str(unicodedata.decimal(character))
    return table


def _change_length(text: str) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """The text without invisible characters, entities and mojibake, with the places where offsets shift."""
    if text.isascii() and "&" not in text:
        return text, (), ()
    pieces: list[str] = []
    breaks: list[int] = []
    shifts: list[int] = []
    last = length = 0
    for match in _CHANGED.finditer(text):
        new = _plain_piece(match.group())
        if new == match.group():
            continue
        pieces += [text[last : match.start()], new]
        length += match.start() - last + len(new)
        last = match.end()
        if new:
            breaks.append(length - len(new))
            shifts.append(match.start() - (length - len(new)))
        breaks.append(length)
        shifts.append(last - length)
    if not breaks:
        return text, (), ()
    return "".join([*pieces, text[last:]]), tuple(breaks), tuple(shifts)


def _plain_piece(piece: str) -> str:
    """What an invisible run, an entity or a mis-decoded sequence stands for, one character long at most."""
    if piece[0] == "&":
        new = unescape(piece)
    elif piece[0] in "\u00e2\u00c2\u00c3":
        new = ftfy.fix_encoding(piece)
        return piece if len(new) > 1 else new
    else:
        return ""
    return new if len(new) == 1 else piece


def _blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs to read: each told once, without boilerplate; lines broken within a sentence are joined."""
    seen: set[str] = set()
    blocks: list[Block] = []
    for match in _PARAGRAPH.finditer(text):
        line = match.group()
        key = " ".join(line.lower().replace('"', "'").split())
        if not key or (len(key) > 40 and key in seen) or (len(key) < 250 and _BOILERPLATE.match(line)):
            continue
        seen.add(key)
        if blocks and _continues(text, blocks[-1], match.start()):
            blocks[-1] = Block(blocks[-1].start, match.end())
        else:
            blocks.append(Block(match.start(), match.end()))
    return tuple(blocks)


def _continues(text: str, before: Block, start: int) -> bool:
    """Whether the line at `start` goes on with the sentence of the block before: a lower-case start, one line down."""
    gap = text[before.end : start]
    if gap.count("\n") != 1 or not text[start].islower():
        return False
    return text[before.end - 1] not in ".!?:;,-" and before.end - before.start > 40

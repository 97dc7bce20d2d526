"""A look at a page's bytes before anything parses it: the sentences in which a loss word stands beside a number.

Nearly all pages of an archive end here. The look may let a page through in vain; it stops one only where no sentence
of its text, scripts and links to other pages aside, has a word of loss and a number. Without such a sentence the reader
finds no claim either.
"""

from __future__ import annotations

import re
from html import unescape

from dashboard.extract.cleaning import clean
from dashboard.extract.gate import LOSS, may_report_losses
from dashboard.extract.sentences import sentences
from dashboard.sources.documents.page import CHARSET

# Where begins what is never shown.
_HIDDEN = re.compile(rb"<(?:script|style|!--)", re.IGNORECASE)
# At most 1,500 bytes of a page are given to it at a time.
_BLOCK = re.compile(
    rb"</?(?:p|div|li|ul|ol|h[1-6]|tr|table|section|article|aside|nav|footer|header|main|blockquote|dd|dt|dl|title|"
    rb"form|figure|figcaption|option|select|body|head|html)(?:[\s/][^>]*)?>",
    re.IGNORECASE,
)
_LINK = re.compile(rb"<a\b[^>]{0,4000}>.{0,400}?</a", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(rb"<[^>]{0,4000}>")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_SPACES = re.compile(r"\s+")
# A Latin or Cyrillic letter by its number: words of loss may be written so.
_LETTER = re.compile(
    rb"&#(?:0{0,4}(?:6[5-9]|[7-9]\d|1[01]\d|12[0-2]|10[2-9]\d|1[12]\d\d)(?:;|(?!\d))"
    rb"|x0{0,4}(?:[46][1-9a-f]|[57][0-9a]|4[0-9a-f]{2})(?:;|(?![0-9a-f])))",
    re.IGNORECASE,
)
# A block is looked at so far to either side of its word of loss; the number must be nearer than that.
_REACH = 1_500
# A page with more words of loss than these is read without another look.
_MOST_WORDS = 400
# A link that stands alone leads to another page: so many characters beside it make it part of a sentence.
_BESIDE = 25


def seen(page: bytes) -> bytes:
    """What a reader of the page sees, tags and all, in UTF-8 and with its letters as such."""
    if page.startswith((b"\xff\xfe", b"\xfe\xff")):
        page = page.decode("utf-16", "replace").encode()
    shown = _in_utf8(_shown(page), page)
    # To look for one byte and then at the next takes a fifth of the time that two bytes take.
    numbered = any(part.startswith(b"#") for part in shown.split(b"&")[1:])
    return _LETTER.sub(_as_such, shown) if numbered else shown


def telling(shown: bytes) -> list[str]:
    """The sentences that have a word of loss near a number, in order; none where what is seen can hold no loss."""
    words = [match.start() for match in LOSS.finditer(shown)]
    if len(words) > _MOST_WORDS:
        return [_text(shown)]
    found: list[str] = []
    behind = 0
    for at in words:
        if at < behind:
            continue
        start, behind = _bounds(shown, at)
        found += _telling(shown[start:behind])
    return found


def _shown(page: bytes) -> bytes:
    """The page without scripts, styles and comments; one that never closes hides the rest, as in a browser."""
    parts, behind = list[bytes](), 0
    while opening := _HIDDEN.search(page, behind):
        parts.append(page[behind : opening.start()])
        behind = _closed(page, opening.group()[1:].lower(), opening.end())
    return b" ".join((*parts, page[behind:]))


def _closed(page: bytes, name: bytes, at: int) -> int:
    """The place behind the end of a script, a style or a comment."""
    if name == b"!--":
        end = page.find(b"-->", at)
        return end + 3 if end >= 0 else len(page)
    closing = b"</" + name
    # A single byte is found many times as fast as a pattern, and scripts have few of this one.
    while (at := page.find(b"<", at)) >= 0:
        behind = at + len(closing)
        if page[at:behind].lower() == closing:
            return behind
        at += 1
    return len(page)


def _as_such(letter: re.Match[bytes]) -> bytes:
    return unescape(letter.group().decode()).encode()


def _in_utf8(shown: bytes, page: bytes) -> bytes:
    """What is shown of a page in UTF-8, as far as that can be told cheaply."""
    if shown.isascii():
        return shown
    try:
        shown.decode()
    except UnicodeDecodeError:
        declared = CHARSET.search(page[:4_096])
        try:
            return shown.decode(declared.group(1).decode() if declared else "cp1251", "replace").encode()
        except LookupError:
            return shown
    return shown


def _bounds(shown: bytes, at: int) -> tuple[int, int]:
    """Where the block around a place begins and ends."""
    first = max(0, at - _REACH)
    opening, start = None, shown.rfind(b"<", first, at)
    while start >= 0 and (opening := _BLOCK.match(shown, start, at)) is None:
        start = shown.rfind(b"<", first, start)
    following = _BLOCK.search(shown, at, at + _REACH)
    return opening.end() if opening else first, following.start() if following else min(len(shown), at + _REACH)


def _telling(block: bytes) -> list[str]:
    """The sentences of a block that may report a loss, where it is more than a link to another page."""
    text = _text(block)
    if text.isascii() and "&" not in text and not may_report_losses(text):
        return []  # Nothing that the reader would clean: none of its sentences says more than the whole.
    told = [sentence for sentence in _sentences(text) if may_report_losses(sentence)]
    linked = told and (b"<a" in block or b"<A" in block)
    return [] if linked and len(_text(_LINK.sub(b" ", block))) < _BESIDE else told


def _sentences(text: str) -> list[str]:
    """The sentences of a block, as the reader parts them; in Ukrainian and Russian it reads lists, by the block."""
    if _CYRILLIC.search(text):
        return [text]
    cleaned = clean(text)
    return [cleaned.text[one.start : one.end] for one in sentences(cleaned)]


def _text(block: bytes) -> str:
    return _SPACES.sub(" ", unescape(_TAG.sub(b" ", block).decode("utf-8", "replace"))).strip()

"""A look at a page's bytes before anything parses it: the sentences in which a loss word stands beside a number.

Nearly all pages of an archive end here. The look may let a page through in vain; it stops one only where no sentence
of its text, scripts and links to other pages aside, has a word of loss and a number. Without such a sentence the reader
finds no claim either.
"""

from __future__ import annotations

import re
from html import unescape

import re2

from dashboard.extract.cleaning import clean
from dashboard.extract.gate import LOSS, may_report_losses
from dashboard.extract.sentences import sentences
from dashboard.sources.documents.page import CHARSET

# What is never shown, from where it opens to where it closes.
_HIDDEN = {b"<script": b"</script", b"<style": b"</style", b"<!--": b"-->"}
_OPENING = re.compile(rb"<(?:script|style|!--)")
_PLAIN = re2.Options()
_PLAIN.encoding = re2.Options.Encoding.LATIN1
_PLAIN.case_sensitive = False
_PLAIN.never_capture = True
_BLOCK = re2.compile(
    rb"</?(?:p|div|li|ul|ol|h[1-6]|tr|table|section|article|aside|nav|footer|header|main|blockquote|dd|dt|dl|title|"
    rb"form|figure|figcaption|option|select|body|head|html)(?:[\s/][^>]*)?>",
    _PLAIN,
)
_LINK = re.compile(rb"<a\b[^>]{0,4000}>.{0,400}?</a", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(rb"<[^>]{0,4000}>")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_SPACES = re.compile(r"\s+")
# A block is looked at so far to either side of its word of loss; the number must be nearer than that.
_REACH = 1_500
# A page with more words of loss than these is read without another look.
_MOST_WORDS = 400
# A link that stands alone leads to another page: so many characters beside it make it part of a sentence.
_BESIDE = 25


def telling(page: bytes) -> list[str]:
    """The sentences that have a word of loss near a number, in order; none where the page can hold no loss."""
    if page.startswith((b"\xff\xfe", b"\xfe\xff")):
        page = page.decode("utf-16", "replace").encode()
    shown = _in_utf8(_shown(page), page)
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
    small = page.lower()  # of the same length, and its tags are found without regard to case
    parts, behind = list[bytes](), 0
    while opening := _OPENING.search(small, behind):
        parts.append(page[behind : opening.start()])
        closing = _HIDDEN[opening.group()]
        closed = small.find(closing, opening.end())
        behind = closed + len(closing) if closed >= 0 else len(page)
    return b" ".join((*parts, page[behind:]))


def _in_utf8(shown: bytes, page: bytes) -> bytes:
    """What is shown of a page in UTF-8 and with its letters as such, as far as that can be told cheaply."""
    if shown.count(b"&") > 200 and shown.count(b"&#") > 200:
        shown = unescape(shown.decode("utf-8", "replace")).encode("utf-8", "replace")
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
    start = shown.rfind(b"<", first, at)
    while start >= 0 and (tag := _BLOCK.match(shown, start, at)) is None:
        start = shown.rfind(b"<", first, start)
    following = _BLOCK.search(shown, at, at + _REACH)
    return tag.end() if start >= 0 else first, following.start() if following else min(len(shown), at + _REACH)


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

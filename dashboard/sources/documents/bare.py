"""A page's source made bare, in one linear pass before any parser sees it: text, tags, and a few short attributes.

The parser (libxml2) takes a time that grows with the square of a tag's attributes: 15 seconds for 40,000. So a tag
keeps at most `MAX_ATTRIBUTES` of those that a reader of pages looks at; scripts, styles and comments are left out,
but for the short JSON in which a page states its title, publisher and day.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape

NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9]{0,19}")
ATTRIBUTE = re.compile(
    r"(?<![\w-])(name|property|content|rel|href|datetime|pubdate|itemprop|itemtype|class|id|role|type|style|aria-hidden)"
    r"\s{0,3}=\s{0,3}(\"[^\"<>]{0,2000}\"|'[^'<>]{0,2000}'|[^\s\"'<>=`]{1,200})",
    re.IGNORECASE,
)
QUOTE = re.compile(r"=\s{0,9}([\"'])")
STATED = re.compile(r"type\s{0,3}=\s{0,3}[\"']?application/ld\+json", re.IGNORECASE)
MAX_ATTRIBUTES = 8
MAX_TAG = 4_000
# A tag as short as this is remembered: most of a page's tags are, and stood before on it or on its site.
MAX_KNOWN = 200
MAX_STATED = 100_000
RAW = ("script", "style", "noscript", "template", "textarea", "iframe", "svg", "math", "xmp", "noembed", "noframes")
DRAWINGS = ("svg", "math")


def bare(page: str) -> str:
    """The page without what is never shown, its tags with few attributes; linear in the page's length."""
    parts, place = list[str](), 0
    while (opening := page.find("<", place)) >= 0:
        if opening > place:
            parts.append(page[place:opening])
        whole = page[opening : page.find(">", opening, opening + MAX_KNOWN) + 1]
        if (written := _plain_tag(whole)) is not None:
            parts.append(written)
            place = opening + len(whole)
        else:
            written, place = _other(page, opening)
            parts.append(written)
    parts.append(page[place:])
    return "".join(parts)


@lru_cache(maxsize=1 << 13)
def _plain_tag(whole: str) -> str | None:
    """What stands for a tag that ends where its first `>` stands; None for all else. A site repeats its own."""
    name = NAME.match(whole, 1 + whole.startswith("</"))
    # Where a quote stays open, the tag goes on behind what stands here.
    if not name or name.group().lower() in RAW or _tag_end(f"{whole} ", 0) != len(whole):
        return None
    return _written(whole, name.group().lower())


def _written(tag: str, name: str) -> str:
    return f"</{name}>" if tag.startswith("</") else f"<{name}{_kept(tag)}>"


def _other(page: str, opening: int) -> tuple[str, int]:
    """What stands for a comment, a long tag, an element that is not shown or a bare `<`, and the place behind it."""
    if page.startswith("<!--", opening):
        return "", _after(page, "-->", opening + 4)
    closing = page.startswith("</", opening)
    name = NAME.match(page, opening + 1 + closing)
    if not name and not page.startswith(("<!", "<?", "</"), opening):
        return "&lt;", opening + 1
    place = _tag_end(page, opening)
    tag = name.group().lower() if name else ""
    if tag not in RAW:
        return _written(page[opening:place], tag) if tag else "", place
    # Drawings may close themselves; the others never do.
    empty = closing or (tag in DRAWINGS and page.endswith("/>", opening, place))
    stop = place if empty else _after_raw(page, tag, place)
    return _stated(page, opening, place, stop) if tag == "script" and not closing else " ", stop


def _tag_end(page: str, start: int) -> int:
    """The place behind a tag's `>`, which does not count inside quotes; the end of the page where there is none."""
    place, close = start, page.find(">", start)
    while close >= 0:
        quote = QUOTE.search(page, place, close)
        if not quote:
            return close + 1
        place = _after(page, quote.group(1), quote.end())
        close = page.find(">", place) if close < place else close
    return len(page)


def _after(page: str, mark: str, start: int) -> int:
    found = page.find(mark, start)
    return len(page) if found < 0 else found + len(mark)


def _after_raw(page: str, tag: str, start: int) -> int:
    """The place of the closing tag of an element whose content is not shown."""
    closing = re.compile(rf"</{tag}\b", re.IGNORECASE).search(page, start)
    return closing.start() if closing else len(page)


def _stated(page: str, opening: int, place: int, stop: int) -> str:
    """The JSON that a page states about itself, where the script from `opening` is that and short; else a space."""
    if stop - place > MAX_STATED or place - opening > MAX_TAG or not STATED.search(page, opening, place):
        return " "
    return f'<script type="application/ld+json">{page[place:stop]}</script>'


def _kept(tag: str) -> str:
    if len(tag) > MAX_TAG or "=" not in tag:
        return ""
    found = {key.lower(): value.strip("\"'") for key, value in ATTRIBUTE.findall(tag)[:MAX_ATTRIBUTES]}
    return "".join(f' {key}="{escape(value.replace("&amp;", "&"))}"' for key, value in found.items())

"""A web page's running text, with title, publisher, day and address where its head says them plainly.

The parser (libxml2) takes a time that grows with the square of a tag's attributes: 15 seconds for 40,000. So it is
given the tags bare, with only those few attributes that are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import escape

from lxml import etree, html

from dashboard.model import Document
from dashboard.sources.documents.fields import document_of, published_of
from dashboard.sources.reading import ADDRESS, Fault, decode

NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9]{0,19}")
CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([a-zA-Z0-9_-]{2,20})", re.IGNORECASE)
ATTRIBUTE = re.compile(
    r"\b(name|property|content|rel|href|datetime|itemprop)\s{0,3}=\s{0,3}(\"[^\"<>]{0,2000}\"|'[^'<>]{0,2000}')",
    re.IGNORECASE,
)
WITH_ATTRIBUTES = ("meta", "link", "time")
QUOTE = re.compile(r"=\s{0,9}([\"'])")
MAX_TAG = 4_000
RAW = ("script", "style", "noscript", "template", "textarea", "iframe", "svg", "math", "xmp", "noembed", "noframes")
ASIDE = ("nav", "footer", "aside", "form", "button", "select", "figcaption", "head")
BLOCK = re.compile(
    r"address|article|blockquote|br|caption|dd|div|dl|dt|h[1-6]|header|hr|li|main|ol|p|pre|section|table|tr|ul"
)
# Not `\s`: a no-break space inside a number keeps its digits together.
BLANKS = re.compile(r"[ \t\r\n\f]+")


def document(data: bytes, fallback_id: str) -> Document:
    """The document of a page's bytes; raises Fault where no text can be had of it."""
    root = _root(_text(data))
    head = _head(root)
    body = _running_text(root)
    if not body:
        raise Fault("no text was found in this page", "Save its text as .txt")
    title = str(head.get("title") or "")
    whole = body if title in body else f"{title}\n\n{body}"
    return document_of(head, whole, fallback_id)


def _text(data: bytes) -> str:
    """The page as text: as its byte order mark or UTF-8, else as the encoding that it declares."""
    try:
        return decode(data)
    except Fault:
        declared = CHARSET.search(data[:4_096])
        if not declared or b"\0" in data:
            raise
        try:
            return data.decode(declared.group(1).decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            raise Fault(
                f"the page says it is in {declared.group(1).decode('ascii')} and is not", "Save it as UTF-8"
            ) from None


def _root(page: str) -> html.HtmlElement:
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    bare = "".join(_bare(page))
    try:
        root = html.document_fromstring(bare.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, AssertionError, ValueError):
        raise Fault("no text was found in this page", "Save its text as .txt") from None
    if any(entry.level >= etree.ErrorLevels.FATAL for entry in parser.error_log):
        raise Fault("the page is nested too deeply or too large to be read", "Save its text as .txt")
    return root


def _bare(page: str) -> Iterator[str]:
    """The page's text and its tags without attributes, in one pass; what is never shown is left out."""
    place = 0
    while (opening := page.find("<", place)) >= 0:
        yield page[place:opening]
        if page.startswith("<!--", opening):
            place = _after(page, "-->", opening + 4)
            continue
        closing = page.startswith("</", opening)
        name = NAME.match(page, opening + 1 + closing)
        if not name and not page.startswith(("<!", "<?", "</"), opening):
            yield "&lt;"
            place = opening + 1
            continue
        place = _tag_end(page, opening)
        tag = name.group().lower() if name else ""
        if tag in RAW:
            # Drawings may close themselves; the others never do.
            whole = closing or (tag in ("svg", "math") and page.endswith("/>", opening, place))
            place = place if whole else _after_raw(page, tag, place)
            yield " "
        elif tag:
            yield f"</{tag}>" if closing else f"<{tag}{_kept(page[opening:place], tag)}>"
    yield page[place:]


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


def _kept(tag: str, name: str) -> str:
    if name not in WITH_ATTRIBUTES or len(tag) > MAX_TAG:
        return ""
    found = {key.lower(): value[1:-1] for key, value in ATTRIBUTE.findall(tag)}
    return "".join(f' {key}="{escape(value.replace("&amp;", "&"))}"' for key, value in found.items())


def _head(root: html.HtmlElement) -> dict[str, str | date | None]:
    """Title, publisher, published and url, those that the page says in a form that can be used."""
    metas = {
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower(): meta.get("content", "")
        for meta in root.iter("meta")
    }
    title = metas.get("og:title") or (root.findtext(".//title") or "")
    found: dict[str, str | date | None] = {"title": " ".join(title.split())[:300]}
    found["publisher"] = metas.get("og:site_name")
    links = [link.get("href", "") for link in root.iter("link") if link.get("rel", "").lower() == "canonical"]
    found["url"] = next((url for url in [*links, metas.get("og:url", "")] if ADDRESS.fullmatch(url)), None)
    days = [metas.get(name, "") for name in ("article:published_time", "datepublished", "date", "dc.date")]
    days += [time.get("datetime", "") for time in root.iter("time")][:1]
    found["published"] = next((day for text in days if (day := _day(text))), None)
    return {name: value for name, value in found.items() if value}


def _day(text: str) -> date | None:
    try:
        return published_of(text)
    except Fault:
        return None


def _running_text(root: html.HtmlElement) -> str:
    """The text of the article, the main part or the body, a block a line, without menus and footers."""
    articles, mains = list(root.iter("article")), list(root.iter("main"))
    place = next((found[0] for found in (articles, mains) if len(found) == 1), root)
    lines = ("".join(_pieces(place))).split("\n")
    return "\n".join(line for line in (BLANKS.sub(" ", line).strip(" ") for line in lines) if line)


def _pieces(place: html.HtmlElement) -> Iterator[str]:
    walker = etree.iterwalk(place, events=("start", "end"))
    for event, element in walker:
        block = bool(BLOCK.fullmatch(element.tag))
        if event == "start" and element.tag in ASIDE:
            walker.skip_subtree()
        elif event == "start":
            yield ("\n" if block else "") + _spaced(element.text)
        else:
            # A cell ends with a space, so that two numbers in a row of a table do not run together.
            yield "\n" if block else " " if element.tag in ("td", "th") else ""
            yield _spaced(element.tail) if element is not place else ""


def _spaced(text: str | None) -> str:
    """The text with its line breaks as spaces: in a page they mean no more."""
    return BLANKS.sub(" ", text or "")

"""A parsed page's text by its tags alone: the article, the main part or the body, a block a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from dashboard.sources.reading import Fault

UNREADABLE = "Open it in a browser and save its text as .txt"
ASIDE = ("nav", "footer", "aside", "form", "button", "select", "figcaption", "head", "script")
BLOCKS = frozenset(
    "address article blockquote br caption dd div dl dt h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tr "
    "ul".split()
)
# Not `\s`: a no-break space inside a number keeps its digits together.
BLANKS = re.compile(r"[ \t\r\n\f]+")
# Of one class each: to ask Python for the class of every element, as lxml.html does, takes a tenth of the reading.
CLASSES = etree.ElementDefaultClassLookup(
    element=html.HtmlElement, comment=html.HtmlComment, pi=html.HtmlProcessingInstruction, entity=html.HtmlEntity
)
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def parsed(bare: str) -> html.HtmlElement:
    """The tree of a bare page; raises Fault where there is none, or it is nested beyond libxml2's 256 levels."""
    parser = html.HTMLParser(
        no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8", collect_ids=False
    )
    parser.set_element_class_lookup(CLASSES)
    try:
        root = html.document_fromstring(bare.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, AssertionError, ValueError):
        raise Fault("no text was found in this page", UNREADABLE) from None
    if any(entry.level >= etree.ErrorLevels.FATAL for entry in parser.error_log):
        raise Fault("the page is nested too deeply or too large to be read", UNREADABLE)
    for note in root.iter("sup"):
        # The mark of a footnote stays a raised digit: 1,770<sup>2</sup> is not 17,702.
        note.text = (note.text or "").translate(RAISED)
    return root


def running_text(root: html.HtmlElement) -> str:
    """The text of the article, the main part or the body, without menus and footers; a row of a table is a line."""
    articles, mains = list(root.iter("article")), list(root.iter("main"))
    place = next((found[0] for found in (articles, mains) if len(found) == 1), root)
    lines = ("".join(_pieces(place))).split("\n")
    return "\n".join(line for line in (BLANKS.sub(" ", line).strip(" |") for line in lines) if line)


def _pieces(place: html.HtmlElement) -> Iterator[str]:
    walker = etree.iterwalk(place, events=("start", "end"))
    for event, element in walker:
        tag = element.tag
        block = tag in BLOCKS and not _inside_cell(element)
        if event == "start" and tag in ASIDE:
            walker.skip_subtree()
        elif event == "start":
            yield "\n" if block else ""
            yield _spaced(element.text)
        else:
            # A cell ends with a bar, so that two numbers in a row of a table do not run together.
            yield "\n" if block else " | " if tag in ("td", "th") else ""
            yield _spaced(element.tail) if element is not place else ""


def _inside_cell(element: html.HtmlElement) -> bool:
    """Whether this only dresses the content of one cell, as in `<td><p>1,770</p></td>`."""
    parent = element.getparent()
    return parent is not None and parent.tag in ("td", "th") and len(parent) == 1 and not (element.tail or "").strip()


def _spaced(text: str | None) -> str:
    """The text with its line breaks as spaces: in a page they mean no more."""
    return BLANKS.sub(" ", text) if text else ""

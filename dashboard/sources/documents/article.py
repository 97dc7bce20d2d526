"""A page's main text by trafilatura and its day by htmldate; both run in the reading process alone (`worker`).

Neither may be trusted with time: they are given a page made bare and parsed, and the process that runs them is killed
at its limit. The text of the tags alone (`plain`) stands in where they find none.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

from lxml import html
from trafilatura import bare_extraction
from trafilatura.metadata import extract_metadata

from dashboard.sources.documents.bare import bare
from dashboard.sources.documents.head import stated
from dashboard.sources.documents.plain import BLANKS, UNREADABLE, parsed, running_text
from dashboard.sources.reading import Fault

# Fixed, for the default reads the clock; not extensive, for a day guessed from running text would date claims wrongly.
DATES = {"original_date": True, "extensive_search": False, "min_date": "1900-01-01", "max_date": "2100-01-01"}
RULE = re.compile(r"[\s|:-]*")
# trafilatura makes every space plain; a no-break space between digits holds a number together.
HOLDING = re.compile(r"(?<=[0-9])[\u00a0\u2007\u2009\u202f](?=[0-9])")
HELD = str.maketrans("\u00a0\u2007\u2009\u202f", "\u2e31\u2e32\u2e33\u2e34")
FREED = {mark: space for space, mark in HELD.items()}


def article(page: str) -> dict[str, str]:
    """`text` and what the page states of itself (title, publisher, published, url); raises Fault without a text."""
    root = parsed(bare(page))
    plain = running_text(root)
    text = _main_text(root, plain) or plain
    if not text:
        raise Fault("no text was found in this page; it may build its text by scripts", UNREADABLE)
    return {"text": text} | stated(root, lambda: _metadata(root))


def _main_text(root: html.HtmlElement, plain: str) -> str:
    """The main text as lines, "" where trafilatura finds none or fails; a row of a table is a line with bars."""
    tree = deepcopy(root)
    for element in tree.iter() if HOLDING.search(plain) else ():
        element.text, element.tail = _held(element.text), _held(element.tail)
    try:
        found = bare_extraction(tree, include_comments=False, include_tables=True)
    except Exception:  # It parses pages of every kind; the text of the tags stands in.
        return ""
    text = (getattr(found, "text", None) or "").translate(FREED)
    lines = "\n".join(line for line in map(_line, text.split("\n")) if line)
    # Where it leaves nothing out, the text by tags is the better: it never parts a word at an inline tag.
    return lines if _size(lines) < _size(plain) else ""


def _held(text: str | None) -> str | None:
    """The text with each no-break space between digits as a mark that no page uses."""
    return text and HOLDING.sub(lambda space: space.group().translate(HELD), text)


def _size(text: str) -> int:
    """How many characters, spaces and a table's bars aside."""
    return len(text) - sum(map(text.count, " \n|"))


def _line(line: str) -> str:
    """A line without the marks of a list or a table's edges; "" for the rule below a table's head."""
    if RULE.fullmatch(line):
        return ""
    return BLANKS.sub(" ", line.strip(" |") if line.startswith("|") else line.strip(" ").removeprefix("- "))


def _metadata(root: html.HtmlElement) -> dict[str, Any]:
    """What trafilatura and htmldate find in the head, its JSON and the marked-up parts; nothing where they fail."""
    try:
        found = extract_metadata(deepcopy(root), date_config=dict(DATES))
    except Exception:  # As above: what the page's own tags say is still there.
        return {}
    return {"title": found.title, "publisher": found.sitename, "published": found.date, "url": found.url}

"""Text with front matter: between two lines of `---`, what is known of the document; below, its text."""

from __future__ import annotations

from typing import Any

from frontmatter.default_handlers import YAMLHandler
from yaml import YAMLError

from dashboard.model import Document
from dashboard.sources.documents.fields import KEYS, document_of
from dashboard.sources.reading import Fault, quoted

FENCE = "---"
MAX_FRONT_LINES = 60
MAX_FRONT_CHARACTERS = 10_000


def document(text: str, fallback_id: str) -> Document:
    """The document; without front matter all is text. Raises Fault, with its line, for broken front matter."""
    lines = text.splitlines(keepends=True)
    if not lines or lines[0].strip() != FENCE:
        return document_of({}, text, fallback_id)
    close = next((n for n, line in enumerate(lines[1 : MAX_FRONT_LINES + 1], 1) if line.strip() == FENCE), None)
    if close is None:
        raise Fault("the front matter is not closed", f"Write {FENCE} on a line of its own below it", 1)
    fields = _fields("".join(lines[1:close]))
    try:
        return document_of(fields, "".join(lines[close + 1 :]).lstrip("\r\n"), fallback_id)
    except Fault as fault:
        raise Fault(fault.what, fault.remedy, _line_of(fault, lines[1:close])) from None


def _fields(front: str) -> dict[str, Any]:
    if len(front) > MAX_FRONT_CHARACTERS:
        raise Fault(f"the front matter has more than {MAX_FRONT_CHARACTERS:,} characters", "Shorten it", 1)
    try:
        fields = YAMLHandler().load(front)
    except (YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        value = quoted((front.splitlines() or [""])[min(line - 2, front.count("\n") - 1)]) if mark else "it"
        raise Fault(f"the front matter is no YAML at {value}", "Write 'key: value', texts in quotes", line) from None
    if fields is None:
        return {}
    if not isinstance(fields, dict):
        raise Fault(f"the front matter {quoted(fields)} has no keys", "Write 'key: value' on each line", 2)
    for number, key in enumerate(fields):
        if key not in KEYS:
            line = next((n for n, text in enumerate(front.splitlines(), 2) if text.startswith(str(key))), number + 2)
            raise Fault(f"key {quoted(key)} is not known", f"Use {', '.join(KEYS)}", line)
    return fields


def _line_of(fault: Fault, front: list[str]) -> int | None:
    """The line of the field that a fault begins with, where it names one."""
    key = fault.what.split(" ", 1)[0]
    return next((n for n, line in enumerate(front, 2) if line.startswith(f"{key}:")), None)

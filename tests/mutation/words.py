"""Faults in what the code knows: an alternative or quantifier of a pattern, a word of a list, any other string.

A string has two such faults at most, drawn by its own text, so that long lists of words do not drown the rest.
"""

from __future__ import annotations

import ast
import io
import itertools
import random
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

from tests.mutation.change import Change

_MOST = 2
_STRING = re.compile(r"(?P<kind>[a-zA-Z]*)(?P<quote>'''|\"\"\"|'|\")(?P<text>.*)(?P=quote)", re.DOTALL)
_PIECE = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\\\]])*\]|\(\?(?:P<\w+>|[a-zA-Z]+[:)]|:|<?[=!])|\{\{?[\w,]*\}?\}|.", re.DOTALL
)
_OTHER = {
    "+": "*", "*": "+", "?": "", r"\b": "", "^": "", "$": "",
    "(?=": "(?!", "(?!": "(?=", "(?<=": "(?<!", "(?<!": "(?<=",
}  # fmt: skip
_RANGE = re.compile(r"(\{+)(\d*),(\d+)(\}+)")


def changes(path: Path, source: str) -> Iterator[Change]:
    """Every fault of this kind that the source has room for, in order."""
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    told = _documentation(ast.parse(source))
    tokens = [t for t in tokenize.generate_tokens(io.StringIO(source).readline) if t.type != tokenize.NL]
    for token, after in itertools.pairwise(tokens):
        if token.type == tokenize.STRING and token.start[0] not in told:
            begin = starts[token.start[0] - 1] + token.start[1]
            listed = after.string == "." and ".split(" in source[begin : begin + len(token.string) + 10]
            found = sorted(_of_string(token.string, listed), key=lambda one: one[:2])
            for start, end, instead, kind in random.Random(token.string).sample(found, min(_MOST, len(found))):
                yield Change(path, begin + start, begin + end, instead, kind)


def _documentation(tree: ast.Module) -> set[int]:
    """The lines on which docstrings start."""
    bodies = [node for node in ast.walk(tree) if hasattr(node, "body") and isinstance(node.body, list)]
    first = [node.body[0] for node in bodies if node.body]
    return {s.lineno for s in first if isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant)}


def _of_string(literal: str, listed: bool) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, what stands there instead, and kind, of the faults of one string."""
    found = _STRING.fullmatch(literal)
    if not found or not found["text"]:
        return
    text, at = found["text"], found.start("text")
    if "r" in found["kind"].lower():
        yield from ((at + start, at + end, instead, "pattern") for start, end, instead in _of_pattern(text))
    elif listed:
        yield from ((at + m.start(), at + m.end(), "", "word dropped") for m in re.finditer(r"\S+", text))
    else:
        yield at, at, "XX", "string"


def _of_pattern(text: str) -> Iterator[tuple[int, int, str]]:
    before = ""
    for piece in _PIECE.finditer(text):
        if piece[0] in _OTHER and not (piece[0] == "?" and before in ("?", "*", "+", "}")):
            yield *piece.span(), _OTHER[piece[0]]
        bounds = _RANGE.fullmatch(piece[0])
        if bounds and int(bounds[3]) > int(bounds[2] or 0):
            yield *piece.span(), f"{bounds[1]}{bounds[2]},{int(bounds[3]) - 1}{bounds[4]}"
        before = piece[0][-1]
    yield from _alternatives(text)


def _alternatives(text: str) -> Iterator[tuple[int, int, str]]:
    """Each alternative with one of the bars beside it."""
    open_at: list[list[int]] = [[0]]
    for piece in _PIECE.finditer(text):
        if piece[0].startswith("(") and not piece[0].endswith(")"):
            open_at.append([piece.end()])
        elif piece[0] == "|":
            open_at[-1].append(piece.end())
        elif piece[0] == ")":
            yield from _without(open_at.pop() if len(open_at) > 1 else open_at[0], piece.start())
            open_at[0] = open_at[0] if len(open_at) > 1 or open_at[0][0] == 0 else [piece.end()]
    for starts in open_at:
        yield from _without(starts, len(text))


def _without(starts: list[int], end: int) -> Iterator[tuple[int, int, str]]:
    ends = [start - 1 for start in starts[1:]] + [end]
    for number, (start, stop) in enumerate(zip(starts, ends, strict=True)):
        if len(starts) > 1 and stop > start:
            yield (start, stop + 1, "") if number == 0 else (start - 1, stop, "")

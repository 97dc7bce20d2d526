"""Faults in what the code decides: comparisons, conditions, arithmetic, numbers, what is returned."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.mutation.change import Change

_OTHER = {
    ast.Lt: ("<", "<="), ast.LtE: ("<=", "<"), ast.Gt: (">", ">="), ast.GtE: (">=", ">"), ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="), ast.In: ("in", "not in"), ast.NotIn: (r"not\s+in", "in"), ast.Is: ("is", "is not"),
    ast.IsNot: (r"is\s+not", "is"), ast.And: ("and", "or"), ast.Or: ("or", "and"), ast.Add: (r"\+", "-"),
    ast.Sub: ("-", "+"), ast.Mult: (r"\*", "/"), ast.Div: ("/", "*"), ast.FloorDiv: ("//", "*"), ast.Mod: ("%", "*"),
    ast.Pow: (r"\*\*", "*"), ast.BitOr: (r"\|", "&"), ast.BitAnd: ("&", "|"),
}  # fmt: skip


def changes(path: Path, source: str) -> Iterator[Change]:
    """Every fault of this kind that the source has room for, in the order of the tree."""
    tree = ast.parse(source)
    seen = _Places(path, source)
    for node in _walked(tree):
        yield from seen.of(node)


def function_at(source: str, place: int) -> str:
    """The dotted name of the function or method whose body holds a place; "" where it is run when it is imported."""
    line = source.count("\n", 0, place) + 1
    return _inside(ast.parse(source), line, ())


def _inside(node: ast.AST, line: int, names: tuple[str, ...]) -> str:
    for each in getattr(node, "body", []):
        if isinstance(each, ast.ClassDef | ast.FunctionDef) and each.lineno <= line <= (each.end_lineno or 0):
            if isinstance(each, ast.ClassDef):
                return _inside(each, line, (*names, each.name))
            return ".".join((*names, each.name)) if line >= each.body[0].lineno else ""
    return ""


def _walked(node: ast.AST) -> Iterator[ast.AST]:
    """All nodes but those that decide nothing: annotations, decorators, imports for the type checker."""
    yield node
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list") or _of_types(node):
            continue
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, ast.AST):
                yield from _walked(each)


def _of_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


class _Places:
    def __init__(self, path: Path, source: str) -> None:
        self._path, self._source = path, source
        self._lines = [0]
        for line in source.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))
        self._text = source.splitlines(keepends=True)

    def of(self, node: ast.AST) -> Iterator[Change]:
        """The faults of one node."""
        match node:
            case ast.Compare():
                sides = [node.left, *node.comparators]
                for operator, left, right in zip(node.ops, sides, sides[1:], strict=False):
                    yield from self._operator("comparison", operator, left, right)
            case ast.BoolOp():
                yield from self._joined(node)
            case ast.BinOp():
                yield from self._operator("arithmetic", node.op, node.left, node.right)
            case ast.UnaryOp(op=ast.Not()):
                yield self._swap("not dropped", node, f"({self._text_of(node.operand)})")
            case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test):
                yield from self._turned(test)
            case ast.comprehension():
                for test in node.ifs:
                    yield from self._turned(test)
            case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
                yield self._swap("return", value, "None")
            case ast.Constant():
                yield from self._constant(node)
            case ast.Break() | ast.Continue():
                yield self._swap("loop", node, "continue" if isinstance(node, ast.Break) else "break")

    def _constant(self, node: ast.Constant) -> Iterator[Change]:
        if isinstance(node.value, bool):
            yield self._swap("constant", node, str(not node.value))
        elif isinstance(node.value, int | float):
            yield self._swap("constant", node, str(node.value + 1))

    def _joined(self, node: ast.BoolOp) -> Iterator[Change]:
        for left, right in zip(node.values, node.values[1:], strict=False):
            yield from self._operator("boolean", node.op, left, right)
        for value in node.values:
            # A condition that binds a name cannot go alone.
            if not any(isinstance(each, ast.NamedExpr) for each in ast.walk(value)):
                yield self._swap("condition dropped", value, str(isinstance(node.op, ast.And)))

    def _turned(self, test: ast.expr) -> Iterator[Change]:
        """A condition turned round, where no other fault does that already."""
        turned = isinstance(test, ast.UnaryOp) or (isinstance(test, ast.Compare) and len(test.ops) == 1)
        if not turned and ast.unparse(test) != "TYPE_CHECKING":
            yield self._swap("condition", test, f"(not ({self._text_of(test)}))")

    def _operator(self, kind: str, operator: ast.AST, left: ast.expr, right: ast.expr) -> Iterator[Change]:
        pattern, instead = _OTHER.get(type(operator), ("", ""))
        begin, end = self._span(left)[1], self._span(right)[0]
        found = re.search(rf"(?<!\w){pattern}(?!\w)", self._source[begin:end]) if pattern else None
        if found:
            yield Change(self._path, begin + found.start(), begin + found.end(), instead, kind)

    def _swap(self, kind: str, node: ast.expr | ast.stmt, instead: str) -> Change:
        return Change(self._path, *self._span(node), instead, kind)

    def _text_of(self, node: ast.expr) -> str:
        return self._source[slice(*self._span(node))]

    def _span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        end = self._place(node.end_lineno or node.lineno, node.end_col_offset or 0)
        return self._place(node.lineno, node.col_offset), end

    def _place(self, line: int, offset: int) -> int:
        """Where a place of the tree, which counts bytes, is in the text."""
        return self._lines[line - 1] + len(self._text[line - 1].encode()[:offset].decode())

"""What the browser tests wait for can be asked twice under the page's own policy."""

import ast
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]


def waits():
    for path in sorted(HERE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "wait_for_function":
                yield path.relative_to(HERE), node


def test_each_wait_is_for_a_function_since_the_policy_refuses_an_expression_asked_twice():
    found = list(waits())
    assert len(found) > 5
    for path, node in found:
        if isinstance(node.args[0], ast.Constant):
            assert "=>" in node.args[0].value, f"{path}:{node.lineno}"

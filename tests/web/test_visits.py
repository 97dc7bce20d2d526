"""What the browser tests wait for can be asked twice under the page's own policy, and a settled page is at rest."""

import ast
from pathlib import Path

import pytest

from .visits import visiting

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


BEGUN = """() => document.body.addEventListener("click", () => setTimeout(() => {
  fetch("/healthz").then(() => setTimeout(() => { document.body.dataset.done = "yes"; }, 300));
}, 300))"""


@pytest.mark.browser
def test_a_page_is_settled_only_when_all_that_a_click_began_is_done(browser, address):
    with visiting(browser, address) as visit:
        visit.go("/help")
        visit.page.evaluate(BEGUN)
        visit.page.locator("main h1").click()
        visit.settle()
        assert visit.page.evaluate("document.body.dataset.done") == "yes"

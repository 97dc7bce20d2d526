"""`losses extract --explain`: the text, each figure with its reading and rule, and what was set aside."""

import pytest
from click.testing import CliRunner

from dashboard.cli import main

SENTENCE = "Russia lost 1,950 troops on Tuesday, Ukraine's General Staff said."
ASIDE = "Kyiv received $106 billion in aid."


def explained(*args, stdin=None, code=0):
    result = CliRunner().invoke(main, ["extract", "--explain", *map(str, args)], input=stdin)
    assert result.exit_code == code, result.output
    return result


def test_a_figure_stands_below_its_line_with_its_reading_and_its_rules():
    lines = explained("--published", "2024-11-12", "-", stdin=SENTENCE).stdout.split("\n")
    below = lines[lines.index(SENTENCE) + 1 :]
    assert below[0].startswith("    + 1,950: exact 1950 personnel")
    told = {line.split(":")[0].strip(): line for line in below[1:5]}
    assert "Russia (" in told["whose"]
    assert "2024-11-12" in told["when"]
    assert "General Staff of Ukraine (" in told["says"]
    assert "confidence" in told["rule"]
    assert all(line.split("(")[1].rstrip(")") for name, line in told.items() if name != "rule")


def test_a_figure_set_aside_stands_below_its_line_with_the_reason():
    lines = explained("-", stdin=f"{SENTENCE}\n{ASIDE}\n").stdout.split("\n")
    [reason] = [line for line in lines[lines.index(ASIDE) :] if line.startswith("    - ")]
    assert "106" in reason
    assert "money" in reason


def test_the_text_is_printed_whole_also_where_no_figure_is():
    text = f"Rain fell all day.\n{SENTENCE}\nIt went on raining."
    lines = explained("-", stdin=text).stdout.split("\n")
    assert [line for line in lines if line and line[0] not in " =-"] == text.split("\n")


def test_a_document_without_losses_says_so():
    assert "claims: 0, figures set aside: 0" in explained("-", stdin="It rained.").stdout


def test_several_documents_and_standard_input_are_told_apart_in_order(tmp_path):
    (tmp_path / "b.txt").write_text(SENTENCE, encoding="utf-8")
    (tmp_path / "a.md").write_text(f"---\nid: note\npublisher: A Paper\n---\n{SENTENCE}", encoding="utf-8")
    text = explained(tmp_path / "b.txt", "-", tmp_path / "a.md", stdin=ASIDE).stdout
    heads = [line for line in text.split("\n") if line.startswith("== ")]
    assert [head.split(" · ")[0] for head in heads] == ["== b", "== stdin", "== note"]
    assert "A Paper" in heads[2]


def test_a_web_page_is_explained_with_the_day_that_it_states(tmp_path):
    meta = '<meta property="article:published_time" content="2024-11-12">'
    (tmp_path / "p.html").write_text(f"<html><head>{meta}</head><body><p>{SENTENCE}</p></body></html>")
    text = explained(tmp_path / "p.html").stdout
    assert "· 2024-11-12" in text
    assert "+ 1,950" in text


def test_an_unreadable_document_is_told_and_the_others_explained(tmp_path):
    (tmp_path / "empty.html").write_text("<html><body></body></html>")
    (tmp_path / "good.txt").write_text(SENTENCE)
    result = explained(tmp_path / "empty.html", tmp_path / "good.txt", code=1)
    assert "empty.html" in result.stderr
    assert "+ 1,950" in result.stdout
    assert "empty" not in result.stdout


@pytest.mark.parametrize("other", [["--rejections"], ["--format", "jsonl"]])
def test_an_option_that_does_not_go_with_it_is_a_usage_error(other):
    assert "--explain" in explained(*other, "-", stdin=SENTENCE, code=2).stderr


def test_the_help_shows_an_example():
    assert "losses extract --explain" in explained("--help").stdout

"""The table of `make eval`: where it is written, and what the alternative counts as a loss."""

from datetime import date

import pytest

from dashboard.model import Document
from tests.eval import quantities
from tests.eval.__main__ import write_between_marks


def test_the_table_replaces_what_stood_between_the_marks_and_nothing_else(tmp_path):
    path = tmp_path / "README.md"
    path.write_text("before\n<!-- eval -->\nold\n<!-- /eval -->\nafter\n", encoding="utf-8")
    assert write_between_marks(path, "| new |") == 0
    assert path.read_text(encoding="utf-8") == "before\n<!-- eval -->\n| new |\n<!-- /eval -->\nafter\n"


@pytest.mark.parametrize("text", ["no marks", "<!-- /eval --> turned <!-- eval -->", "<!-- eval --> open"])
def test_a_file_without_both_marks_is_left_alone(text, tmp_path, capsys):
    path = tmp_path / "README.md"
    path.write_text(text, encoding="utf-8")
    assert write_between_marks(path, "| new |") == 1
    assert path.read_text(encoding="utf-8") == text
    assert "<!-- eval -->" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The army lost 1,950 soldiers on 3 May 2023.", [1950]),
        ("Some 12 tanks were lost and 125K men killed.", [125000]),
        ("Prices rose by 12 per cent.", []),
        ("Hundreds were killed.", [200]),
        ("The fair drew 4,000 people. He lost his hat.", []),
    ],
)
def test_the_alternative_counts_a_quantity_when_a_loss_word_stands_near(text, figures):
    found = quantities.read(Document("x", text, published=date(2024, 11, 12)))
    assert [claim.value or claim.low for claim in found] == figures

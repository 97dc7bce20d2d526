"""Claims of a text in short, for tables of sentences with what they tell: value, types, side, category."""

from datetime import date

from dashboard.extract import extract
from dashboard.model import Document
from tests.eval import known

LETTERS = {"killed": "k", "wounded": "w", "missing": "m", "captured": "c"}


def told(text):
    """Each claim as value, letters of its types, side and category."""
    document = Document("d", text, "A paper", date(2025, 6, 1))
    for claim in extract(document, known.claimants(), known.conflict()).claims:
        value = claim.value if claim.value is not None else claim.low
        types = "".join(LETTERS[kind] for kind in LETTERS if kind in claim.casualty_types) or "-"
        yield f"{value:.0f}", types, claim.subject or "None", claim.category


def assert_told(text, expected):
    left, wanted = list(told(text)), [tuple(one.split(",")) for one in expected.split("; ")]
    assert len(left) == len(wanted), left
    for one in wanted:
        fitting = [have for have in left if all(a in ("*", b) for a, b in zip(one, have, strict=True))]
        assert fitting, (one, left)
        left.remove(fitting[0])

"""One source for all that its sentence counts, datelines that tell nothing, texts taken up; figures are made up."""

from datetime import date

import pytest

from dashboard.extract import extract
from dashboard.model import Document
from tests.eval import known


def claimants(text):
    document = Document("d", text, "A paper", date(2025, 6, 12))
    return [c.claimant for c in extract(document, known.claimants(), known.conflict()).claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army said it recorded three dead in an ambush, while 14 attackers were slain.", ["army", "army"]),
        ("21 troops were injured while nine other soldiers are missing, Mali's army said.", ["Mali's army"] * 2),
        ("Niamey - The army reported on Monday that six soldiers were killed.", ["army"]),
        (
            "Russia keeps losing men, according to the latest update from the UK Ministry of Defence. "
            "The update estimated that Russia suffered 1,090 casualties a day in May.",
            ["UK Defence Intelligence"],
        ),
    ],
)
def test_who_tells(text, expected):
    assert claimants(text) == expected


def test_a_while_with_a_source_of_its_own_is_that_ones():
    told = claimants("Kyiv said 41 soldiers were killed, while Moscow said 90 Ukrainian soldiers had died.")
    assert len(told) == 2
    assert told[0] != told[1]

"""Each note states its article's figures so that they can be read out of it: what a reader finds there, in order."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.extract import extract
from dashboard.model import Extraction
from dashboard.sources import claimants, conflict, documents

ARTICLES = Path(__file__).parents[2] / "data" / "articles"
KYIV, UK, MEDIAZONA = "General Staff of Ukraine", "UK Defence Intelligence", "Mediazona / BBC News Russian"
ZELENSKY, HEALEY, RADAKIN = "Volodymyr Zelensky", "John Healey", "Tony Radakin"
FIGURES = {
    "record-day-1770": [
        (1770, "exact", "Russia", "day", KYIV),
        (710660, "exact", "Russia", "since_start", KYIV),
        (1730, "exact", "Russia", "day", None),
        (1500, "exact", "Russia", "unspecified", RADAKIN),
    ],
    "back-to-back-1950": [
        (4000, "nearly", "Russia", "hours48", None),
        (1950, "exact", "Russia", "day", KYIV),
        (1770, "exact", "Russia", "day", KYIV),
        (710000, "at_least", "Russia", "since_start", KYIV),
        (1500, "exact", "Russia", "month", RADAKIN),
        (41980, "exact", "Russia", "month", HEALEY),
        (1200, "at_least", "Russia", "day", None),
    ],
    "radakin-politico": [
        (1500, "at_least", "Russia", "month", RADAKIN),
        (700000, "nearly", "Russia", "since_start", RADAKIN),
    ],
    "healey-october": [
        (41980, "exact", "Russia", "month", HEALEY),
        (696000, "at_least", "Russia", "since_start", HEALEY),
    ],
    "healey-daily-mean": [(1354, "exact", "Russia", "month", HEALEY), (39110, "exact", "Russia", "month", HEALEY)],
    "mixed-totals": [
        (708890, "exact", "Russia", "since_start", KYIV),
        (1660, "exact", "Russia", "day", KYIV),
        (1500, "exact", "Russia", "month", RADAKIN),
    ],
    "november-digits-swapped": [(45860, "exact", "Russia", "month", UK)],
    "uk-november-2024": [
        (45680, "exact", "Russia", "month", UK),
        (1523, "exact", "Russia", "month", UK),
        (2030, "exact", "Russia", "day", UK),
    ],
    "uk-own-assessment-2023": [
        (None, "range", "Russia", "since_start", UK),
        (None, "range", "Russia", "since_start", UK),
    ],
    "us-december-2023": [(315000, "exact", "Russia", "since_start", "US intelligence community")],
    "mediazona-november-2024": [(79819, "at_least", "Russia", "since_start", MEDIAZONA)],
    "zelensky-december-2024": [
        (43000, "exact", "Ukraine", "since_start", ZELENSKY),
        (370000, "exact", "Ukraine", "since_start", ZELENSKY),
        (198000, "exact", "Russia", "since_start", ZELENSKY),
        (550000, "at_least", "Russia", "since_start", ZELENSKY),
    ],
    "shoigu-counteroffensive": [(125000, "at_least", "Ukraine", None, "Sergei Shoigu")],
}


@pytest.fixture(scope="module")
def read() -> dict[str, Extraction]:
    people, _ = claimants.read(ARTICLES.parent / "claimants.toml")
    war = conflict.read(ARTICLES.parent / "conflict.toml")
    return {note.id: extract(note, people, war) for note in documents.read_folder(ARTICLES)}


def test_every_note_is_listed_here(read):
    assert set(read) == set(FIGURES)


@pytest.mark.parametrize("note", FIGURES)
def test_the_figures_of_a_note_are_read_as_meant(read, note):
    found = [(c.value, c.hedge, c.subject, c.period.kind, c.claimant) for c in read[note].claims]
    wanted = FIGURES[note]
    assert [claim[:3] for claim in found] == [figure[:3] for figure in wanted]
    assert [claim[4] for claim in found] == [figure[4] for figure in wanted]
    assert all(figure[3] in (None, claim[3]) for claim, figure in zip(found, wanted, strict=True)), found


def test_all_are_soldiers(read):
    assert {claim.category for one in read.values() for claim in one.claims} == {"personnel"}


@pytest.mark.parametrize(
    ("note", "value", "start", "end"),
    [
        ("record-day-1770", 1770, date(2024, 11, 11), date(2024, 11, 11)),
        ("record-day-1770", 1730, date(2024, 5, 1), date(2024, 5, 31)),
        ("back-to-back-1950", 4000, date(2024, 11, 11), date(2024, 11, 12)),
        ("back-to-back-1950", 1950, date(2024, 11, 12), date(2024, 11, 12)),
        ("back-to-back-1950", 1770, date(2024, 11, 11), date(2024, 11, 11)),
        ("back-to-back-1950", 1200, date(2024, 6, 1), date(2024, 6, 30)),
        ("mixed-totals", 1660, date(2024, 11, 10), date(2024, 11, 10)),
    ],
)
def test_daily_figures_name_the_day_of_the_report(read, note, value, start, end):
    claim = next(claim for claim in read[note].claims if claim.value == value)
    assert (claim.period.start, claim.period.end, claim.basis) == (start, end, "published")
